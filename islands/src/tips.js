// One small label for all drawings: what a mark is, as soon as it is pointed at or focused.
// Screen readers have the same words as the mark's own name, so that the label is hidden from them.
const APART = 10;
let label;

function made() {
  label = document.createElement("div");
  label.className = "tip";
  label.setAttribute("aria-hidden", "true");
  label.hidden = true;
  document.body.append(label);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", hide, { passive: true, capture: true });
}

export function hide() {
  if (label) label.hidden = true;
}

export function show(mark, words) {
  if (!label) made();
  label.textContent = words;
  label.hidden = false;
  const at = mark.getBoundingClientRect();
  const own = label.getBoundingClientRect();
  const left = at.left + at.width / 2 - own.width / 2;
  const above = at.top - own.height - APART;
  label.style.left = `${Math.max(4, Math.min(left, document.documentElement.clientWidth - own.width - 4))}px`;
  label.style.top = `${above > 4 ? above : at.bottom + APART}px`;
}

// The browser's own, slow label is taken away where ours comes at once.
export function tips(marks) {
  for (const mark of marks) {
    const title = mark.querySelector("title");
    const words = title?.textContent || mark.getAttribute("aria-label");
    if (!words) continue;
    mark.setAttribute("aria-label", words);
    title?.remove();
    for (const name of ["pointerenter", "focus"]) mark.addEventListener(name, () => show(mark, words));
    for (const name of ["pointerleave", "blur"]) mark.addEventListener(name, hide);
  }
}
