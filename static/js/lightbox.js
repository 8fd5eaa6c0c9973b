// One piece, large, with its details; arrows walk the shelf.
import { comparison } from "./compare.js";
import { around, byId, momentText } from "./page.js";

const FACTS = [["Model", "model"], ["Size", "pixels"], ["Length", "duration"], ["File", "size"], ["Name", "file"], ["Seed", "seed"], ["Cost", "cost"]];
const SWIPE_PX = 60;

let box = null;
let stage;
let current = "";
let opener = null;
let zoom = 0;
const narrow = matchMedia("(width < 900px)");

export function startLightbox() {
  document.addEventListener("click", onClick);
  document.addEventListener("live:after", follow);
  bind();
}

/** The viewer is drawn anew when the reader's rights change; who looks at a piece goes on looking. */
function follow() {
  if (byId("lightbox") === box) return;
  const wasOpen = box.open;
  const from = opener;
  bind();
  if (wasOpen && openPiece(current)) opener = from;
}

function bind() {
  box = byId("lightbox");
  stage = box.querySelector("[data-stage]");
  box.addEventListener("keydown", onKey);
  box.addEventListener("close", () => {
    stage.replaceChildren();
    box.querySelector("[data-strip]").replaceChildren();
    if (document.activeElement === byId("message")) return; // used in the message
    (opener?.isConnected ? opener : document.querySelector(`[data-lightbox="${current}"]`))?.focus({ preventScroll: true });
  });
  stage.addEventListener("dblclick", () => setZoom(zoom ? 0 : 2));
  bindSwipes();
}

export function openPiece(uuid) {
  if (!byId(`piece-${uuid}`)) return false;
  if (!box.open) {
    opener = document.activeElement;
    box.showModal();
    stage.focus({ preventScroll: true });
    drawStrip();
  }
  show(uuid);
  return true;
}

function onClick(event) {
  const link = around(event, "[data-lightbox]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    if (!box.open) setDetails(!narrow.matches || "details" in link.dataset || "chosenDetails" in link.dataset);
    if (openPiece(link.dataset.lightbox)) event.preventDefault();
    return;
  }
  const step = around(event, "[data-step]");
  const zoomed = around(event, "[data-zoom]");
  if (step) go(Number(step.dataset.step));
  else if (zoomed) setZoom(Number(zoomed.dataset.zoom) ? Math.max(0, Math.min(4, zoom + Number(zoomed.dataset.zoom))) : 0);
  else if (around(event, "[data-lightbox-details]")) setDetails(box.classList.contains("is-plain"));
  else if (around(event, "[data-compare]")) compare();
}

function onKey(event) {
  if (event.target.matches("input, textarea")) return;
  if (event.key === "ArrowRight" && !around(event, "[data-player]")) go(1);
  else if (event.key === "ArrowLeft" && !around(event, "[data-player]")) go(-1);
  else if (event.key === "+" || event.key === "=") setZoom(Math.min(4, zoom + 1));
  else if (event.key === "-") setZoom(Math.max(0, zoom - 1));
  else if (event.key === "0") setZoom(0);
  else if (event.key === "i") setDetails(box.classList.contains("is-plain"));
  else if (event.key === "c") compare();
  else return;
  event.preventDefault();
}

function setDetails(shown) {
  box.classList.toggle("is-plain", !shown);
  box.querySelector("[data-lightbox-details]").setAttribute("aria-pressed", String(shown));
}

const pieces = () => [...document.querySelectorAll("[data-rack] [data-piece]:has([data-lightbox])")];

/** What a picture can be held against: the picture it came from, else the nearest other one on the shelf. */
function partnerOf(tile) {
  if (tile.dataset.pieceKind !== "image") return undefined;
  const others = pieces().filter((one) => one !== tile && one.dataset.pieceKind === "image");
  const sources = tile.dataset.sources.split(" ");
  const place = pieces().indexOf(tile);
  return others.find((one) => sources.includes(one.dataset.piece)) ?? others.find((one) => pieces().indexOf(one) > place) ?? others[0];
}

const ratioOf = (tile) => {
  const [width, height] = tile.dataset.pixels.split(" × ").map(Number);
  return width && height ? width / height : 1;
};

function compare() {
  const button = box.querySelector("[data-compare]");
  const tile = byId(`piece-${current}`);
  const on = button.getAttribute("aria-pressed") !== "true" && !button.disabled;
  button.setAttribute("aria-pressed", String(on));
  setZoom(0);
  stage.replaceChildren(on ? comparison(partnerOf(tile), tile, ratioOf(tile)) : pictureOf(tile));
  if (on) stage.querySelector("input").focus({ preventScroll: true });
}

/** The whole shelf in small, below the stage. */
function drawStrip() {
  box.querySelector("[data-strip]").replaceChildren(...pieces().map((tile) => {
    const piece = document.createElement("button");
    piece.type = "button";
    piece.className = `strip__piece${tile.dataset.pieceKind === "audio" ? " strip__piece--sound" : ""}`;
    piece.dataset.lightbox = tile.dataset.piece;
    piece.setAttribute("aria-label", tile.querySelector("a").getAttribute("aria-label"));
    piece.append(tile.querySelector("img").cloneNode(), tile.querySelector(".tab--start").cloneNode(true));
    return piece;
  }));
}

function go(step) {
  const all = pieces();
  const place = all.findIndex((tile) => tile.dataset.piece === current) + step;
  if (all[place]) show(all[place].dataset.piece);
}

function show(uuid) {
  const tile = byId(`piece-${uuid}`);
  const all = pieces();
  const place = all.indexOf(tile);
  current = uuid;
  fill("name", tile.dataset.name);
  fill("version", tile.dataset.version > 1 ? `v${tile.dataset.version}` : "");
  fill("place", `${place + 1} of ${all.length} on this shelf`);
  for (const piece of box.querySelectorAll("[data-strip] > *")) {
    const here = piece.dataset.lightbox === uuid;
    piece.setAttribute("aria-current", String(here));
    if (here) piece.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  const comparing = box.querySelector("[data-compare]");
  comparing.setAttribute("aria-pressed", "false");
  comparing.disabled = !partnerOf(tile);
  comparing.title = comparing.disabled ? "There is no other picture to compare with" : "Compare";
  fill("prompt", tile.dataset.prompt || "No prompt: this was attached.");
  box.querySelector("[data-copy-prompt]").dataset.copyPrompt = tile.dataset.prompt;
  box.querySelector("[data-download]").href = `${tile.dataset.href}?download=1`;
  const link = box.querySelector("[data-copy-link]");
  link.dataset.copyLink = tile.dataset.href;
  const use = box.querySelector("[data-use]");
  if (use) use.dataset.use = `${tile.dataset.pieceKind} ${tile.dataset.pieceIndex}`;
  box.querySelector('[data-step="-1"]').disabled = place <= 0;
  box.querySelector('[data-step="1"]').disabled = place === all.length - 1;
  drawFacts(tile.dataset);
  stage.replaceChildren(pictureOf(tile));
  setZoom(0);
}

function fill(name, words) {
  box.querySelector(`[data-show="${name}"]`).textContent = words;
}

function drawFacts(data) {
  const list = box.querySelector("[data-facts]");
  const facts = FACTS.map(([word, key]) => [word, data[key]]);
  const sources = data.sources.split(" ").map((uuid) => byId(`piece-${uuid}`)?.dataset.name).filter(Boolean);
  facts.unshift(["Made from", sources.join(", ")]);
  facts.unshift(["When", momentText(new Date(data.made))]);
  list.replaceChildren(...facts.filter(([, value]) => value).flatMap(([word, value]) => [
    Object.assign(document.createElement("dt"), { textContent: word }),
    Object.assign(document.createElement("dd"), { textContent: value }),
  ]));
}

/** A picture from its file; a film or a sound as the player it has on the page. */
function pictureOf(tile) {
  const { pieceKind, href, name, prompt } = tile.dataset;
  const player = document.querySelector(`#log [data-media="${current}"][data-player]`);
  if (player) {
    const copy = player.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("hx-preserve");
    copy.removeAttribute("data-media");
    copy.style.setProperty("--ratio", ratioOf(tile));
    return copy;
  }
  const image = document.createElement("img");
  image.alt = prompt || name;
  image.src = pieceKind === "image" ? href : tile.querySelector("img").src;
  image.draggable = false;
  return image;
}

/** 0 fits the stage; each step is half the file's own size more. */
function setZoom(step) {
  const image = stage.querySelector(":scope > img");
  zoom = image ? step : 0;
  stage.classList.toggle("is-zoomed", zoom > 0);
  if (image) image.style.inlineSize = zoom ? `${image.naturalWidth * (0.5 + zoom / 2)}px` : "";
}

function bindSwipes() {
  let from = null;
  stage.addEventListener("pointerdown", (event) => { from = event.pointerType === "touch" ? event.clientX : null; });
  stage.addEventListener("pointerup", (event) => {
    if (from === null || zoom) return;
    const moved = event.clientX - from;
    if (Math.abs(moved) > SWIPE_PX) go(moved < 0 ? 1 : -1);
    from = null;
  });
}
