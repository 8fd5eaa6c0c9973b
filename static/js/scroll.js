// Follows the end only for a reader who is there; anyone else gets a pill that says how much is new.
import { around, byId } from "./page.js";

const NEAR_PX = 80;
const ABOVE_PX = 72;
const PIECES = "[data-message-id], [data-tool-call-id]";

let log;
let following = true;
let known = 0;
let fresh = 0;

export function startScrolling() {
  log = byId("log");
  toEnd();
  known = count();
  reach();
  log.addEventListener("scroll", () => {
    following = isNear();
    if (following) clear();
  }, { passive: true });
  document.addEventListener("live:after", () => {
    if (following) toEnd();
    else if (count() > known) show(fresh + count() - known);
    known = count();
    reach();
  });
  document.addEventListener("click", (event) => {
    if (!around(event, "[data-newest]")) return;
    clear();
    toEnd();
    byId("message")?.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", onKey);
  document.body.addEventListener("message-sent", () => {
    following = true;
    toEnd();
  });
  new ResizeObserver(() => { if (following) toEnd(); }).observe(log);
  new ResizeObserver(() => { if (following) toEnd(); }).observe(log.firstElementChild);
}

/** An empty log has nothing to scroll, so Tab does not stop there. */
function reach() {
  log.tabIndex = known ? 0 : -1;
}

const pillNow = () => document.querySelector("[data-newest]");
const isNear = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
const count = () => log.querySelectorAll(PIECES).length;

/** Alt with an arrow goes from request to request; End, outside fields, to the newest. */
function onKey(event) {
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey) return;
  const way = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const isEnd = event.key === "End" && !event.altKey && !event.shiftKey && !event.target.matches("input, textarea, .tile__open");
  if (way) toRequest(way);
  else if (isEnd) toEnd();
  else return;
  event.preventDefault();
}

function toRequest(way) {
  const requests = [...log.querySelectorAll(".message--user .request")];
  const top = log.getBoundingClientRect().top + ABOVE_PX;
  const away = (request) => (request.getBoundingClientRect().top - top) * way;
  const next = requests.filter((request) => away(request) > 2).sort((a, b) => away(a) - away(b))[0];
  if (!next) return;
  following = false;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  log.scrollTop += next.getBoundingClientRect().top - top;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

function show(number) {
  fresh = number;
  const pill = pillNow();
  if (!pill) return;
  pill.textContent = `${number} new`;
  pill.hidden = false;
}

function clear() {
  fresh = 0;
  const pill = pillNow();
  if (pill) pill.hidden = true;
}
