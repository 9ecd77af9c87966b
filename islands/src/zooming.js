// Zooming and moving: by buttons, by + - 0 and dragging, by pinching, by the wheel with Ctrl. The
// wheel alone and one finger scroll the page, as everywhere else.
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";

const STEP = 1.6;

export function zoomable(svg, { box, most, draw }) {
  const controls = svg.closest("[data-zoom]")?.querySelector(".zoom");
  const behaviour = zoom()
    .extent(box)
    .translateExtent(box)
    .scaleExtent([1, most])
    .filter((event) => {
      if (event.type === "wheel") return event.ctrlKey || event.metaKey;
      if (event.touches) return event.touches.length > 1;
      return !event.button && event.type !== "dblclick";
    })
    .on("zoom", ({ transform }) => {
      draw(transform);
      controls?.querySelector("[data-by='0']")?.toggleAttribute("disabled", transform.k === 1);
      controls?.querySelector("[data-by='-']")?.toggleAttribute("disabled", transform.k === 1);
    });
  const drawing = select(svg).call(behaviour);
  const by = {
    "+": () => drawing.call(behaviour.scaleBy, STEP),
    "-": () => drawing.call(behaviour.scaleBy, 1 / STEP),
    0: () => drawing.call(behaviour.transform, zoomIdentity),
  };
  by["="] = by["+"];
  if (controls) {
    controls.hidden = false;
    for (const button of controls.querySelectorAll("button")) {
      button.addEventListener("click", () => by[button.dataset.by]());
    }
  }
  svg.addEventListener("keydown", (event) => {
    if (!(event.key in by) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    by[event.key]();
  });
  by[0]();
  return { to: (x, y) => drawing.call(behaviour.translateTo, x, y) };
}
