// The track of the talks: days can be drawn further apart; lanes and sizes of marks stay.
import { utcTicks } from "d3-time";
import { roving } from "./keys.js";
import { tips } from "./tips.js";
import { zoomable } from "./zooming.js";

const MOST = 40;
const APART = 88;
const NARROWEST = 11;
const DAY = 86_400_000;
const LANGUAGE = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const SVG = "http://www.w3.org/2000/svg";

function element(name, attributes, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = words;
  return made;
}

function words(day, step, first) {
  const shape = step < 27 * DAY ? { day: "numeric", month: "short" } : step < 360 * DAY ? { month: "short" } : { year: "numeric" };
  if (first) shape.year = "numeric";
  return new Intl.DateTimeFormat(LANGUAGE, { ...shape, timeZone: "UTC" }).format(day);
}

function ticks(stretches, transform, left, right) {
  const found = [];
  for (const { first, last, begin, end } of stretches) {
    const [from, to] = [begin, end].map((x) => transform.applyX(x));
    const days = utcTicks(first, last, Math.max(1, Math.floor((to - from) / APART)));
    const step = days.length > 1 ? days[1] - days[0] : DAY;
    for (const day of days) {
      const x = from + ((to - from) * (day - first)) / (last - first);
      if (day % DAY === 0 && x >= left && x <= right - 20 && x < to - 18) found.push({ day, step, x });
    }
  }
  return found;
}

export function track(svg) {
  const { left, right, height } = svg.dataset;
  const [low, high, bottom] = [Number(left), Number(right), Number(height)];
  const stretches = JSON.parse(svg.dataset.stretches)
    .map(([first, last, begin, end]) => ({ first: new Date(first), last: new Date(last), begin, end }));
  const axis = svg.querySelector(".axis .ticks");
  const marks = [...svg.querySelectorAll("a[data-x]")];
  const folds = [...svg.querySelectorAll(".fold")];

  function draw(transform) {
    for (const mark of marks) {
      const { x, width } = mark.dataset;
      mark.setAttribute("transform", `translate(${transform.applyX(+x) - x},0)`);
      if (!(+width > NARROWEST)) continue;
      const wider = (+width - NARROWEST) * (transform.k - 1);
      mark.querySelector(".round").setAttribute("width", +width + wider);
      mark.querySelector(".ordinal")?.setAttribute("dx", wider);
    }
    for (const fold of folds) {
      const { from, to } = fold.dataset;
      const [a, b] = [transform.applyX(+from), transform.applyX(+to)];
      fold.querySelector("rect").setAttribute("x", a);
      fold.querySelector("rect").setAttribute("width", b - a);
      fold.querySelector("path").setAttribute("transform", `translate(${(a + b - from - to) / 2},0)`);
    }
    let year = null;
    axis.replaceChildren(...ticks(stretches, transform, low, high).flatMap(({ day, step, x }) => {
      const first = day.getUTCFullYear() !== year;
      year = day.getUTCFullYear();
      return [element("line", { x1: x, x2: x, y1: 22, y2: bottom }), element("text", { x, y: 16 }, words(day, step, first))];
    }));
  }

  const view = zoomable(svg, { box: [[low, 0], [high, bottom]], most: MOST, draw });
  roving(marks, (mark) => ({ x: +mark.dataset.x, y: +mark.dataset.y }));
  for (const mark of marks) {
    mark.addEventListener("focus", () => {
      const shift = mark.transform.baseVal.consolidate()?.matrix.e || 0;
      const at = +mark.dataset.x + shift;
      if (at < low || at > high) view.to(+mark.dataset.x, bottom / 2);
    });
  }
  tips(marks);
}
