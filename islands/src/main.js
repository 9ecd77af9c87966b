// The islands: each makes one kind of drawing handier that is whole without it.
import { chart } from "./chart.js";
import { histogram } from "./histogram.js";
import { map } from "./map.js";
import { track } from "./track.js";

const ISLANDS = { "svg.track": track, "svg.world": map, "svg.months": histogram, "svg.chart": chart };

for (const [name, start] of Object.entries(ISLANDS)) {
  for (const svg of document.querySelectorAll(name)) {
    start(svg);
    svg.dataset.island = "on";
  }
}
