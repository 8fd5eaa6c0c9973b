// The socket: applies frames in order, shows the live end of a text, and keeps the line.
import { byId } from "./page.js";
import { keepPictures, picturesNow } from "./pictures.js";

const BACK_OFF_MS = [300, 1000, 2000, 4000, 5000];
const SILENCE_MS = 40_000;
const BAR_AFTER_MS = 2000;
const BAR_STAYS_MS = 1000;
const COME_BACK = 4012;
const FOR_GOOD = 4403;
const OWN_PAGE = "/usage/"; // open to everyone who is signed in

const WORDS = {
  reconnecting: ["Reconnecting.", "The studio keeps working without you."],
  offline: ["You are offline.", "What you write is kept here and sent later."],
  gone: ["You no longer have access to this conversation.", "The person who owns it can give it back."],
  out: ["You were signed out.", "Your draft is kept."],
};

let log;
let socket = null;
let tries = 0;
let timer = 0;
let barTimer = 0;
let heardAt = 0;
let over = false;
let early = null;

export function startLive() {
  log = byId("log");
  connect();
  setInterval(watchSilence, 5000);
  addEventListener("online", comeBack);
  addEventListener("offline", () => { if (!over) show("offline"); });
  addEventListener("pageshow", (event) => { if (event.persisted) comeBack(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) comeBack(); });
  document.querySelector("[data-connection-retry]")?.addEventListener("click", () => {
    if (over) location.reload(); // leads to the sign-in page, and back
    drop();
    connect();
  });
}

function connect() {
  clearTimeout(timer);
  if (over || socket) return;
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const { conversationId, lastSeq } = log.dataset;
  const mine = new WebSocket(`${scheme}://${location.host}/ws/c/${conversationId}/?after=${lastSeq}`);
  socket = mine;
  heardAt = Date.now();
  mine.addEventListener("open", () => { if (mine === socket) opened(); });
  mine.addEventListener("message", (event) => { if (mine === socket) receive(JSON.parse(event.data)); });
  mine.addEventListener("close", (event) => { if (mine === socket) closed(event.code); });
}

function opened() {
  heardAt = Date.now();
  show("live");
}

/** Let go of the socket without waiting for its goodbye. */
function drop() {
  const old = socket;
  socket = null;
  old?.close();
}

function closed(code) {
  socket = null;
  if (code === FOR_GOOD) {
    over = true;
    endControls();
    whyOver().then(show);
    return;
  }
  show(navigator.onLine ? "reconnecting" : "offline");
  const wait = code === COME_BACK && tries === 0 ? 0 : BACK_OFF_MS[Math.min(tries, BACK_OFF_MS.length - 1)];
  tries += 1;
  timer = setTimeout(connect, wait * (0.8 + Math.random() * 0.2));
}

/** Nothing can be sent or changed from here any more: what would ask for it goes. */
function endControls() {
  for (const one of document.querySelectorAll("#dock, #suggestions, #dialogs, #log form, #log [data-example], [data-use]")) one.remove();
  const menu = byId("title-menu");
  menu?.replaceWith(menu.querySelector("h1"));
}

/** A door that is closed for good is the same for who lost access and for who is not signed in any more. */
async function whyOver() {
  const answer = await fetch(OWN_PAGE, { method: "HEAD", redirect: "manual" }).catch(() => null);
  return answer?.type === "opaqueredirect" ? "out" : "gone";
}

/** The line may be back, or half dead after a sleep: ask at once. */
function comeBack() {
  if (over) return;
  if (socket?.readyState === WebSocket.OPEN && Date.now() - heardAt < SILENCE_MS / 2) {
    if (log.dataset.connection !== "live") show("live");
    return;
  }
  tries = 0;
  drop();
  connect();
}

function watchSilence() {
  if (socket && Date.now() - heardAt > SILENCE_MS) {
    drop();
    show("reconnecting");
    connect();
  }
}

function receive(frame) {
  heardAt = Date.now();
  tries = 0;
  if (frame.type === "tail") showTail(frame);
  else if (frame.type !== "beat") apply(frame);
  else if (frame.content) apply({ type: "beat", content: frame.content }); // what no entry tells of
}

/** Swap a frame's fragments in and move the cursor; what listens learns of it before and after. */
function apply(frame) {
  if (frame.seq !== undefined && frame.seq <= Number(log.dataset.lastSeq)) return;
  document.dispatchEvent(new CustomEvent("live:before", { detail: frame }));
  const widths = barWidths();
  const pictures = picturesNow();
  window.htmx.swap(document.body, frame.content, { swapStyle: "none" });
  moveBars(widths);
  keepPictures(pictures);
  if (frame.seq !== undefined) log.dataset.lastSeq = frame.seq;
  document.dispatchEvent(new CustomEvent("live:after", { detail: frame }));
  if (early) showTail(early); // a change of its own: what listens keeps one at a time
}

function barWidths() {
  const bars = document.querySelectorAll("[data-bar]");
  return new Map([...bars].map((bar) => [bar.dataset.bar, shownWidth(bar)]));
}

const shownWidth = (bar) => Number(bar.querySelector("rect").getAttribute("width"));

/** A redrawn bar goes on from where it stood, and never backwards. */
function moveBars(widths) {
  for (const bar of document.querySelectorAll("[data-bar]")) {
    const before = widths.get(bar.dataset.bar);
    const now = shownWidth(bar);
    if (before === undefined || before === now) continue;
    const fill = bar.querySelector("rect");
    fill.setAttribute("width", before);
    fill.getBoundingClientRect();
    if (now > before) fill.setAttribute("width", now);
  }
}

/** All text since the checkpoint the page shows; one for another checkpoint says nothing here.
    One that comes before its message has a place waits for it. */
function showTail({ message, after, text }) {
  const shown = byId(`message-text-${message}`);
  const tail = byId(`tail-${message}`);
  early = shown ? null : { message, after, text };
  if (!tail || Number(shown.dataset.length) !== after) return;
  const old = tail.textContent;
  if (text && old.startsWith(text)) return; // none at all: what was shown is taken back
  document.dispatchEvent(new CustomEvent("live:before", { detail: { type: "tail" } }));
  if (tail.firstChild && text.startsWith(old)) tail.firstChild.appendData(text.slice(old.length));
  else tail.textContent = text;
  document.dispatchEvent(new CustomEvent("live:after", { detail: { type: "tail" } }));
}

function show(state) {
  const isLive = state === "live";
  log.dataset.connection = isLive ? "live" : state === "reconnecting" ? state : "offline";
  document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
  const bar = byId("connection");
  if (!bar) return;
  if (!isLive) {
    const [strong, rest] = WORDS[state];
    const words = bar.querySelector("[data-connection-words]");
    words.replaceChildren(Object.assign(document.createElement("strong"), { textContent: strong }), ` ${rest}`);
    const retry = bar.querySelector("[data-connection-retry]");
    retry.hidden = state === "gone";
    retry.textContent = state === "out" ? "Sign in" : "Try now";
  }
  clearTimeout(barTimer);
  if (over) bar.hidden = false;
  else barTimer = setTimeout(() => { bar.hidden = isLive; }, isLive ? BAR_STAYS_MS : BAR_AFTER_MS);
}
