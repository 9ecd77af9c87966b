// A drawing is one stop of the tab key; arrows go from mark to mark, along a row and between rows.
const SAME_ROW = 6;

export function roving(marks, where) {
  const every = [...marks];
  let here = 0;
  const stop = (k) => every.forEach((mark, i) => mark.setAttribute("tabindex", i === k ? "0" : "-1"));
  if (every.length) stop(0);
  every.forEach((mark, k) => {
    mark.addEventListener("focus", () => { here = k; stop(k); });
    mark.addEventListener("keydown", (event) => {
      const next = step(every.map(where), here, event.key);
      if (next === null) return;
      event.preventDefault();
      every[next].focus();
    });
  });
}

// Which mark an arrow leads to; null for another key, or at the edge.
function step(places, here, key) {
  const from = places[here];
  const ends = { Home: 0, End: places.length - 1 };
  if (key in ends) return ends[key];
  const across = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const down = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!across && !down) return null;
  let best = null;
  let least = Infinity;
  places.forEach((place, k) => {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const fits = across
      ? Math.abs(dy) < SAME_ROW && (Math.sign(dx) === across || (dx === 0 && Math.sign(k - here) === across))
      : Math.abs(dy) >= SAME_ROW && Math.sign(dy) === down;
    const far = across ? Math.abs(dx) : Math.abs(dy) * 1000 + Math.abs(dx);
    if (k !== here && fits && far < least) [best, least] = [k, far];
  });
  return best;
}
