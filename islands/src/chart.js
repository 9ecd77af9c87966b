// A chart of numbers: the nearest number is told while pointing anywhere, and by the arrow keys.
import { pointer } from "d3-selection";
import { roving } from "./keys.js";
import { hide, show, tips } from "./tips.js";

const REACH = 60;

export function chart(svg) {
  const dots = [...svg.querySelectorAll("a[data-x]")];
  const told = new Map(dots.map((dot) => [dot, dot.querySelector("title")?.textContent || ""]));
  let lit = null;
  const light = (dot) => {
    lit?.classList.remove("lit");
    lit = dot;
    lit?.classList.add("lit");
  };
  tips(dots);
  roving(dots, (dot) => ({ x: +dot.dataset.x, y: 0 }));
  for (const dot of dots) {
    dot.addEventListener("focus", () => light(dot));
    dot.addEventListener("blur", () => light(null));
  }
  svg.addEventListener("pointermove", (event) => {
    const [x, y] = pointer(event, svg);
    const far = (dot) => Math.hypot(+dot.dataset.x - x, (+dot.dataset.y - y) / 2);
    const nearest = dots.reduce((best, dot) => (!best || far(dot) < far(best) ? dot : best), null);
    if (!nearest || far(nearest) > REACH) { light(null); hide(); return; }
    light(nearest);
    show(nearest, told.get(nearest));
  });
  svg.addEventListener("pointerleave", () => { light(null); hide(); });
}
