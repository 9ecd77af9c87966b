"use strict";
let shown = "";
// The pages are complete without this file; it only makes some of them handier.

// A mark that is pointed at lights up all marks of its event, and its card.
function lit(card, on) {
  for (const one of document.querySelectorAll(`[data-card="${CSS.escape(card)}"]`)) {
    one.classList.toggle("lit", on);
  }
  const own = document.getElementById(`e-${card}`);
  if (own) own.classList.toggle("lit", on);
}

for (const mark of document.querySelectorAll(".mk[data-card]")) {
  for (const [name, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
    mark.addEventListener(name, () => lit(mark.dataset.card, on || mark.dataset.card === shown));
  }
}
// The event that the address names stays lit in the text.
function follow() {
  const named = /^#e-(.+)$/.exec(location.hash);
  if (shown) lit(shown, false);
  shown = named ? decodeURIComponent(named[1]) : "";
  if (shown) lit(shown, true);
}
addEventListener("hashchange", follow);
follow();

for (const card of document.querySelectorAll(".card")) {
  const id = card.id.slice(2);
  card.addEventListener("mouseenter", () => lit(id, true));
  card.addEventListener("mouseleave", () => lit(id, id === shown));
}

// The slash key leads to the search field.
document.addEventListener("keydown", (event) => {
  const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.getElementById("find");
    if (field) { event.preventDefault(); field.focus(); }
  }
});

// A list of choices takes effect at once.
for (const list of document.querySelectorAll("form.filters select")) {
  list.addEventListener("change", () => list.form.requestSubmit());
}

// Reading takes seconds: say so, and keep a second click from reading twice.
const adding = document.querySelector("form.add");
if (adding) {
  adding.addEventListener("submit", () => {
    const button = adding.querySelector("button");
    button.textContent += " …";
    setTimeout(() => { button.disabled = true; }, 0);
  });
}

// A drawing wider than the window begins at its last days, a map in the middle of what is on it;
// the lanes of a track keep their names in sight.
for (const box of document.querySelectorAll(".wide")) {
  const drawing = box.querySelector("svg.track, svg.months, svg.world");
  if (!drawing || box.scrollWidth <= box.clientWidth) continue;
  const names = drawing.querySelectorAll(".lane-name, #plot path"); // the marks end at the names
  box.addEventListener("scroll", () => {
    const moved = (box.scrollLeft * drawing.viewBox.baseVal.width) / drawing.clientWidth;
    for (const name of names) name.style.transform = `translateX(${moved}px)`;
  }, { passive: true });
  const places = drawing.matches(".world") ? [...drawing.querySelectorAll("a[data-x]")].map((a) => +a.dataset.x).sort((a, b) => a - b) : [];
  const middle = places[places.length >> 1] / drawing.viewBox.baseVal.width;
  box.scrollLeft = places.length ? middle * box.scrollWidth - box.clientWidth / 2 : box.scrollWidth;
}
