// Before and after, one over the other, with a line between that a pointer or the arrow keys move.

const BIG_STEP = 10;

/** Both pictures in one frame. `before` and `after`: tiles of the shelf; called so where one came from the other. */
export function comparison(before, after, ratio) {
  const isFamily = after.dataset.sources.split(" ").includes(before.dataset.piece);
  const frame = document.createElement("div");
  frame.className = "compare";
  frame.style.setProperty("--ratio", ratio);
  const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, step: 1, value: 50, className: "compare__range", dir: "ltr" });
  range.setAttribute("aria-label", `${after.dataset.name} over ${before.dataset.name}`);
  const tell = () => {
    frame.style.setProperty("--at", `${range.value}%`);
    range.setAttribute("aria-valuetext", `${range.value} % ${before.dataset.name}`);
  };
  range.addEventListener("input", tell);
  range.addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (way || event.key === "Home" || event.key === "End") event.stopPropagation();
    if (!way || !event.shiftKey) return;
    event.preventDefault();
    range.value = Number(range.value) + way * BIG_STEP;
    tell();
  });
  frame.append(picture(after, "compare__after"), picture(before, "compare__before"), line(), range, corner(before, isFamily ? "before" : "", "start"), corner(after, isFamily ? "after" : "", "end"));
  tell();
  return frame;
}

function picture(tile, name) {
  return Object.assign(new Image(), { src: tile.dataset.href, alt: tile.dataset.prompt || tile.dataset.name, className: name, draggable: false });
}

function line() {
  return Object.assign(document.createElement("span"), { className: "compare__line" });
}

function corner(tile, word, side) {
  const tab = Object.assign(document.createElement("span"), { className: `tab tab--${side}` });
  tab.setAttribute("aria-hidden", "true");
  tab.append(tile.dataset.name, Object.assign(document.createElement("small"), { textContent: word }));
  return tab;
}
