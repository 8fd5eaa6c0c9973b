// "image 3" in a text shows the piece: on the shelf where one is open, else large. "Use in message" writes it.
import { insertText } from "./composer.js";
import { openPiece } from "./lightbox.js";
import { around, byId } from "./page.js";
import { chooseOnShelf } from "./rack.js";
import { closeSheet, isShelfShown } from "./shell.js";

const RING_MS = 1500;

let shownKind = "";

export function startReferences() {
  document.addEventListener("click", (event) => {
    const reference = around(event, "[data-ref-kind]");
    const use = around(event, "[data-use]");
    const kind = around(event, "[data-kind-filter]");
    if (reference) find(reference);
    else if (use) useInMessage(use);
    else if (kind) filter(kind.dataset.kindFilter);
  });
  document.addEventListener("live:after", () => {
    markMissing();
    if (shownKind && !document.querySelector(`[data-kind-filter="${shownKind}"][aria-pressed="true"]`)) filter(shownKind);
  });
  markMissing();
}

function tileOf({ refKind, refIndex }) {
  const found = document.querySelectorAll(`[data-piece-kind="${refKind}"][data-piece-index="${refIndex}"]`);
  return [...found].sort((a, b) => b.dataset.version - a.dataset.version)[0];
}

function find(reference) {
  const tile = tileOf(reference.dataset);
  if (!tile) return;
  if (!isShelfShown()) {
    openPiece(tile.dataset.piece);
    return;
  }
  filter("");
  chooseOnShelf(tile.dataset.piece);
  tile.classList.add("is-shown");
  setTimeout(() => tile.classList.remove("is-shown"), RING_MS);
}

function useInMessage(button) {
  byId("lightbox")?.close();
  closeSheet();
  insertText(`@${button.dataset.use.replace("-", "\u2212")}`);
}

function filter(kind) {
  shownKind = document.querySelector(`[data-kind-filter="${kind}"]`) ? kind : "";
  for (const button of document.querySelectorAll("[data-kind-filter]")) {
    button.setAttribute("aria-pressed", String(button.dataset.kindFilter === shownKind));
  }
  for (const tile of document.querySelectorAll("[data-piece]")) {
    tile.classList.toggle("is-filtered", Boolean(shownKind) && tile.dataset.pieceKind !== shownKind);
  }
  document.dispatchEvent(new CustomEvent("shelf:filtered"));
}

/** A reference to a piece that is not there is plain, not a dead button. */
function markMissing() {
  for (const reference of document.querySelectorAll("#log [data-ref-kind]")) {
    const { refKind, refIndex } = reference.dataset;
    const missing = !tileOf(reference.dataset);
    const deleted = missing && document.querySelector(`#log .print--gone[data-kind="${refKind}"][data-index="${refIndex}"], #log .slot--retired [data-index="${refIndex}"]`);
    reference.disabled = missing;
    reference.title = deleted ? "deleted" : "";
    reference.classList.toggle("is-gone", Boolean(deleted));
    reference.classList.toggle("is-plain", missing && !deleted);
  }
}
