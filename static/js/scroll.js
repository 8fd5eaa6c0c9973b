// Follows the end only for a reader who is there; anyone else gets a pill that says how much is new.
import { byId } from "./page.js";

const NEAR_PX = 80;
const PIECES = "[data-message-id], [data-tool-call-id]";

let log;
let pill;
let following = true;
let known = 0;
let fresh = 0;

export function startScrolling() {
  log = byId("log");
  pill = document.querySelector("[data-newest]");
  toEnd();
  known = count();
  log.addEventListener("scroll", () => {
    following = isNear();
    if (following) clear();
  }, { passive: true });
  document.addEventListener("live:after", () => {
    if (following) toEnd();
    else if (count() > known) show(fresh + count() - known);
    known = count();
  });
  pill?.addEventListener("click", () => {
    clear();
    toEnd();
    byId("message")?.focus({ preventScroll: true });
  });
  document.body.addEventListener("message-sent", () => {
    following = true;
    toEnd();
  });
  new ResizeObserver(() => { if (following) toEnd(); }).observe(log);
  new ResizeObserver(() => { if (following) toEnd(); }).observe(log.firstElementChild);
}

const isNear = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
const count = () => log.querySelectorAll(PIECES).length;

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

function show(number) {
  fresh = number;
  pill.textContent = `${number} new`;
  pill.hidden = false;
}

function clear() {
  fresh = 0;
  if (pill) pill.hidden = true;
}
