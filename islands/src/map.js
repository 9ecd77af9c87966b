// The map: it can be moved and brought nearer; discs and names keep their size, so that places that
// lie on one another come apart and more of them have room for their name.
import { roving } from "./keys.js";
import { tips } from "./tips.js";
import { zoomable } from "./zooming.js";

const MOST = 24;
const LETTER = 6.2;
const HALF_LINE = 8;

// Gives every disc its name and shows as many as have room, the largest first.
function named(discs) {
  const taken = [];
  for (const { x, y, radius, words, label } of discs) {
    const box = [x + radius + 1, y - HALF_LINE, x + radius + 5 + LETTER * words.length, y + HALF_LINE];
    const free = taken.every(([a, b, c, d]) => box[2] < a || box[0] > c || box[3] < b || box[1] > d);
    if (free) taken.push(box);
    label.setAttribute("x", x + radius + 3);
    label.setAttribute("y", y + 4);
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
      named(discs);
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
