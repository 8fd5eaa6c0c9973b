// The shelf: rows of one height, how far a piece is, the chosen piece and what it came from, arrow keys.
import { around, byId } from "./page.js";

const GAP = 10;
const TARGET_SHARE = 0.405;
const HIGHEST = 160;
const LOWEST = 64;
const SOUND_RATIO = 2.4;
const SOUND_PX = 72;

let chosen = "";
let picked = "";
let sized;
let below = 0;

export function startRack() {
  const watch = new ResizeObserver(layOut);
  const again = () => {
    if (sized !== rack()) {
      watch.disconnect();
      sized = rack();
      if (sized) watch.observe(sized);
      layOut();
      if (sized && below) sized.scrollTop = sized.scrollHeight - below;
    }
    tellCorners();
    choose(picked);
  };
  document.addEventListener("live:before", () => {
    below = sized?.scrollTop ? sized.scrollHeight - sized.scrollTop : 0; // what is new comes above
  });
  document.addEventListener("live:after", (event) => { if (event.detail.type !== "tail") again(); });
  document.addEventListener("shelf:filtered", () => {
    layOut();
    choose(picked);
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible")) pickFrom(event); });
  document.addEventListener("click", pickFrom); // not when it is pressed: the panel grows, and may come under the finger
  document.addEventListener("keydown", onKey);
  again();
}

const rack = () => document.querySelector("[data-rack]");
const tiles = () => [...document.querySelectorAll("[data-rack] [data-piece]:not(.is-filtered)")];
const tileOf = (uuid) => document.querySelector(`[data-rack] [data-piece="${uuid}"]`);

const isSound = (tile) => tile.dataset.pieceKind === "audio";

/** Width over height: of the file where it is known; a waveform takes what it needs to be read. */
function ratioOf(tile) {
  if (isSound(tile)) return SOUND_RATIO;
  const [width, height] = tile.dataset.pixels.split(" × ").map(Number);
  return width && height ? Math.min(3.2, Math.max(0.4, width / height)) : 1;
}

/** Rows fill the width at one height each; a short row keeps the height of the one before it. */
function layOut() {
  const box = rack();
  if (!box?.clientWidth) return;
  const style = getComputedStyle(box);
  const width = box.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
  const target = Math.min(HIGHEST, width * TARGET_SHARE);
  const heightOf = (tiles) => (width - GAP * (tiles.length - 1)) / tiles.reduce((sum, tile) => sum + ratioOf(tile), 0);
  let row = [];
  let before = target * 0.75;
  const set = (height) => {
    const isAlone = row.length === 1 && isSound(row[0]);
    for (const tile of row) {
      tile.style.inlineSize = isAlone ? "100%" : `${Math.floor(ratioOf(tile) * height * 100) / 100 - 0.02}px`;
      tile.style.blockSize = `${isAlone ? SOUND_PX : height}px`;
    }
    row = [];
  };
  const setShort = () => set(Math.min(heightOf(row), Math.max(before, target * 0.75)));
  for (const tile of tiles()) {
    if (row.length && heightOf([...row, tile]) < LOWEST) setShort();
    row.push(tile);
    const height = heightOf(row);
    if (height > target) continue;
    before = height;
    set(height);
  }
  if (row.length) setShort();
}

/** A piece that is being made says on the shelf what its slot says: its percent, or its place in line. */
function tellCorners() {
  for (const corner of document.querySelectorAll("[data-tile-corner]")) {
    const slot = document.querySelector(`[data-slot-item="${corner.closest("[data-piece]").dataset.piece}"]`);
    corner.textContent = slot?.dataset.slotCorner ?? "";
    const preview = slot?.querySelector(".box__preview");
    const mat = corner.parentElement.querySelector(".tile__mat");
    if (preview && mat && mat.firstElementChild?.src !== preview.src) mat.replaceChildren(Object.assign(new Image(), { src: preview.src, alt: "" }));
  }
}

function pickFrom(event) {
  const tile = around(event, "[data-rack] .tile__open")?.closest("[data-piece]");
  if (tile) pick(tile.dataset.piece);
}

function pick(uuid) {
  picked = uuid;
  choose(uuid);
}

/** Show a piece in the panel; where none was picked, or it is filtered away, the newest that is ready. */
function choose(uuid) {
  const panel = document.querySelector("[data-chosen]");
  if (!panel) return;
  const tile = tiles().find((one) => one.dataset.piece === uuid) ?? document.querySelector("[data-rack] .tile--ready:not(.is-filtered)");
  panel.hidden = !tile;
  if (!tile) return;
  chosen = tile.dataset.piece;
  for (const other of document.querySelectorAll("[data-rack] [data-piece]")) {
    other.classList.toggle("is-chosen", other === tile);
    const link = other.querySelector("a");
    if (link) link.tabIndex = other === tile ? 0 : -1;
  }
  const sources = tile.dataset.sources.split(" ").map(tileOf).filter(Boolean);
  panel.querySelector("[data-chosen-name]").textContent = tile.dataset.name;
  panel.querySelector("[data-chosen-word]").textContent = sources.length ? "came from" : tile.dataset.pieceIndex < 0 ? "was attached" : "was made from words";
  panel.querySelector("[data-chosen-details]").dataset.lightbox = chosen;
  const use = panel.querySelector("[data-use]");
  if (use) use.dataset.use = `${tile.dataset.pieceKind} ${tile.dataset.pieceIndex}`;
  panel.querySelector("[data-chosen-download]").href = `${tile.dataset.href}?download=1`;
  panel.querySelector("[data-copy-link]").dataset.copyLink = tile.dataset.href;
  drawFamily(panel.querySelector("[data-family]"), tile, sources);
}

function drawFamily(place, tile, sources) {
  if (place.dataset.of === chosen && place.childElementCount === sources.length + 1) return;
  place.dataset.of = chosen;
  place.hidden = !sources.length;
  place.classList.toggle("family--joined", sources.length === 2 || sources.length === 3);
  place.style.setProperty("--sources", sources.length);
  place.replaceChildren(...[...sources, tile].map((one) => relative(one, one === tile)));
}

function relative(tile, isChosen) {
  const link = document.createElement("button");
  link.type = "button";
  link.className = isChosen ? "relative is-chosen" : "relative";
  link.dataset.lightbox = tile.dataset.piece;
  const picture = tile.querySelector("img")?.cloneNode() ?? document.createElement("span");
  picture.className = tile.dataset.pieceKind === "audio" ? "relative__print relative__print--sound" : "relative__print";
  link.title = tile.dataset.name.replace("-", "\u2212");
  link.append(picture, link.title);
  return link;
}

/** One Tab stop; arrows go along a row and to the nearest piece of the next. */
function onKey(event) {
  const link = around(event, "[data-rack] .tile__open");
  if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = tiles().map((tile) => tile.querySelector(".tile__open")).filter(Boolean);
  const place = links.indexOf(link);
  const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: links.length - 1 }[event.key];
  const to = next === undefined ? across(links, link, { ArrowDown: 1, ArrowUp: -1 }[event.key]) : links[next];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function across(links, from, way) {
  if (!way) return null;
  const here = from.getBoundingClientRect();
  const distance = (link) => {
    const box = link.getBoundingClientRect();
    const down = (box.top - here.top) * way;
    return down > 4 ? down * 10 + Math.abs(box.left + box.width / 2 - here.left - here.width / 2) : Infinity;
  };
  const nearest = links.reduce((best, link) => (distance(link) < distance(best) ? link : best), from);
  return nearest === from ? null : nearest;
}

/** Choose a piece from elsewhere: a reference in a text. */
export function chooseOnShelf(uuid) {
  pick(uuid);
  byId(`piece-${uuid}`)?.scrollIntoView({ block: "nearest" });
}
