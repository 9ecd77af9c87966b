// The months of a list: dragging over some of them asks for just those days.
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { roving } from "./keys.js";
import { tips } from "./tips.js";

const CLICK = 4;

export function histogram(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const bars = [...svg.querySelectorAll("a[data-x]")];
  const form = document.querySelector("form.filters");
  tips(bars);
  roving(bars, (bar) => ({ x: +bar.dataset.x, y: 0 }));
  if (!form || !bars.length) return;

  const spans = bars.map((bar) => ({ bar, left: +bar.dataset.x, right: +bar.dataset.x + +bar.dataset.width }));
  const inside = (from, to) => spans.filter(({ left, right }) => right > from && left < to);
  const brush = brushX().extent([[0, 0], [width, height - 18]]).on("end", ({ selection, sourceEvent }) => {
    if (!sourceEvent || !selection) return;
    const some = inside(...selection);
    if (!some.length) return;
    form.elements.since.value = some[0].bar.dataset.since;
    form.elements.until.value = some.at(-1).bar.dataset.until;
    form.requestSubmit();
  });
  const hint = svg.closest("figure")?.querySelector(".with-island");
  if (hint) hint.hidden = false;
  const layer = select(svg).insert("g", "g.bars").attr("class", "brush").call(brush);
  layer.selectAll(".handle").remove();

  // A drag may begin on a bar as well; one that goes nowhere is a click on the bar's link.
  for (const { bar } of spans) {
    bar.addEventListener("dragstart", (event) => event.preventDefault());
    bar.addEventListener("mousedown", (event) => {
      if (event.button) return;
      const overlay = layer.select(".overlay").node();
      overlay.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true, view: window, clientX: event.clientX, clientY: event.clientY }));
      const begun = event.clientX;
      window.addEventListener("mouseup", (done) => { bar.dataset.dragged = Math.abs(done.clientX - begun) > CLICK ? "yes" : ""; }, { once: true, capture: true });
    });
    bar.addEventListener("click", (event) => { if (bar.dataset.dragged) event.preventDefault(); });
  }
}
