// One polite and one assertive voice: at most every five seconds, the newest word replaces what waits.
import { byId } from "./page.js";

const PAUSE_MS = 5000;
const LOST = {
  offline: "You are offline.",
  out: "You were signed out.",
  gone: "You no longer have access to this conversation.",
};

const voices = { polite: { next: "", busy: false }, assertive: { next: "", busy: false } };
let before;

export function startAnnouncing() {
  before = state();
  document.addEventListener("live:after", (event) => {
    if (event.detail.type === "tail") return;
    const after = state();
    compare(before, after);
    before = after;
  });
  let last = "live";
  document.addEventListener("live:state", (event) => {
    if (event.detail === "live" && last !== "live") announce("Back, and up to date.");
    if (event.detail in LOST) announce(LOST[event.detail], "assertive");
    last = event.detail;
  });
}

export function announce(words, how = "polite") {
  const voice = voices[how];
  voice.next = words;
  if (!voice.busy) speak(how);
}

function speak(how) {
  const voice = voices[how];
  if (!voice.next) {
    voice.busy = false;
    return;
  }
  byId(`status-${how}`).textContent = voice.next;
  voice.next = "";
  voice.busy = true;
  setTimeout(() => speak(how), PAUSE_MS);
}

function state() {
  const runs = [...document.querySelectorAll("[data-run-id]")].map((run) => [run.dataset.runId, run.dataset.runStatus]);
  const slots = [...document.querySelectorAll("[data-tool-call-id] [data-slot]")].map((slot) => [
    `${slot.closest("[data-tool-call-id]").id} ${slot.dataset.slot}`,
    { status: slot.dataset.status, name: nameOf(slot) },
  ]);
  const others = [...document.querySelectorAll("[data-by-other]")].map((message) => [message.id, message.querySelector(".who__name").textContent]);
  return { runs: new Map(runs), slots: new Map(slots), others: new Map(others) };
}

function nameOf(slot) {
  const media = slot.querySelector("[data-media]");
  if (media) return `${media.dataset.kind} ${media.dataset.index.replace("-", "minus ")}`;
  return slot.querySelector(".tab .unseen")?.textContent ?? "One piece";
}

function compare(old, now) {
  for (const [message, name] of now.others) if (!old.others.has(message)) announce(`Message by ${name}`);
  const ready = [];
  for (const [key, slot] of now.slots) {
    const was = old.slots.get(key)?.status;
    if (!was || was === slot.status) continue;
    if (slot.status === "done") ready.push(slot.name);
    if (slot.status === "failed") announce(`${slot.name} was not made.`, "assertive");
  }
  if (ready.length === 1) announce(`${ready[0]} is ready`);
  if (ready.length > 1) announce(`${ready[0]} to ${ready[ready.length - 1]} are ready`);
  for (const [run, status] of now.runs) {
    const was = old.runs.get(run);
    if (was === status) continue;
    if (was === undefined && (status === "queued" || status === "running")) announce("Answer started");
    if (status === "completed") announce(`Answer finished. ${firstSentence(run)}`);
    if (status === "waiting_for_user") announce("Sogni waits for your answer.", "assertive");
    if (status === "failed" || status === "partial_failure") announce(byId(`run-${run}`).textContent.trim(), "assertive");
    if (status === "cancelled") announce(byId(`run-${run}`).textContent.trim());
  }
}

function firstSentence(run) {
  const texts = document.querySelectorAll(`#run-blocks-${CSS.escape(run)} [data-message-text]`);
  const text = texts[texts.length - 1]?.textContent.trim() ?? "";
  return text.split(/(?<=[.!?])\s/)[0].slice(0, 200);
}
