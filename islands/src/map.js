// The map: it can be moved and brought nearer; discs and names keep their size, so that places that
// lie on one another come apart and more of them have room for their name.
import { roving } from "./keys.js";
import { tips } from "./tips.js";
import { zoomable } from "./zooming.js";

const MOST = 24;
const LETTER = 6.2;
const HALF_LINE = 8;

const overlap = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const together = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius;

// Gives every disc its name and shows as many as have room, the largest first: to the right or to
// the left, within the drawing, on no other name and on no disc but those that lie with its own.
function named(discs, width, height) {
  const taken = [];
  const rooms = discs.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  for (const disc of discs) {
    const { x, y, radius, words, label } = disc;
    const length = LETTER * words.length + 2;
    const seen = x >= 0 && y >= 0 && x <= width && y <= height;
    const free = [1, -1].find((side) => {
      const begin = x + side * (radius + 3);
      const room = side > 0 ? [begin - 2, y - HALF_LINE, begin + length, y + HALF_LINE] : [begin - length, y - HALF_LINE, begin + 2, y + HALF_LINE];
      if (seen && (room[0] < 0 || room[1] < 0 || room[2] > width || room[3] > height)) return false;
      if (taken.some((other) => overlap(room, other))) return false;
      if (rooms.some((other, k) => overlap(room, other) && !together(discs[k], disc))) return false;
      taken.push(room);
      return true;
    });
    label.setAttribute("x", x + (free || 1) * (radius + 3));
    label.setAttribute("y", y + 4);
    label.classList.toggle("left", free === -1);
    label.classList.toggle("crowded", !free);
  }
}

export function map(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const view = svg.querySelector(".view");
  const layer = svg.querySelector(".names");
  const marks = [...svg.querySelectorAll("a[data-x]")];
  layer.replaceChildren();
  const discs = marks.map((mark) => {
    const label = document.createElementNS(svg.namespaceURI, "text");
    label.setAttribute("class", "place-name");
    label.textContent = mark.dataset.name;
    layer.append(label);
    const circle = mark.querySelector("circle");
    return { mark, label, circle, x: 0, y: 0, radius: +circle.getAttribute("r"), words: mark.dataset.name };
  });

  const moved = zoomable(svg, {
    box: [[0, 0], [width, height]],
    most: MOST,
    draw(transform) {
      view.setAttribute("transform", transform);
      for (const disc of discs) {
        disc.x = transform.applyX(+disc.mark.dataset.x);
        disc.y = transform.applyY(+disc.mark.dataset.y);
        disc.circle.setAttribute("cx", disc.x);
        disc.circle.setAttribute("cy", disc.y);
      }
      named(discs, width, height);
    },
  });
  roving(marks, (mark) => ({ x: +mark.dataset.x, y: 0 }));
  for (const disc of discs) {
    disc.mark.addEventListener("focus", () => {
      if (disc.x < 0 || disc.y < 0 || disc.x > width || disc.y > height) moved.to(+disc.mark.dataset.x, +disc.mark.dataset.y);
    });
  }
  tips(marks);
}
