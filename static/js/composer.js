// The text field: grows, keeps a draft on this device, sends, and says why it cannot.
import { byId, isCoarse, kept, sentenceOf } from "./page.js";
import { readyCount, uploadingCount } from "./uploads.js";

const MOST_LINES_PX = 224;
const SAVED = "Saved on this device";

let form;
let text;
let draftKey;
let sending = "";
let went = null; // the key and content of the message that goes, or went last
let unsure = null; // the same, when no answer came: it may have arrived
let sendsLater = false;
let isLive = true;
let counted = false;

export function startComposer() {
  document.addEventListener("live:after", () => {
    follow();
    refresh();
  });
  // before anything measures the page: a new Send that is disabled later would be seen fading out
  document.body.addEventListener("htmx:oobAfterSwap", (event) => { if (event.target.id === "composer-actions") refresh(); });
  document.addEventListener("live:state", onLine);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === ".") byId("stop")?.click();
  });
  document.addEventListener("click", useExample);
  bind();
  if (form && !isCoarse() && document.activeElement === document.body) text.focus({ preventScroll: true });
}

/** The form goes and comes back with the right to write. */
function follow() {
  if (byId("composer") !== form) bind();
}

function bind() {
  form = byId("composer");
  if (!form) return;
  text = byId("message");
  draftKey = form.dataset.draft; // a person's own: others may sign in on this device
  if (!text.value) text.value = kept.get(draftKey) ?? "";
  text.addEventListener("input", () => {
    kept.set(draftKey, text.value);
    if (!isLive && !sendsLater) note(text.value ? SAVED : "");
    refresh();
  });
  text.addEventListener("keydown", onKey);
  form.addEventListener("htmx:confirm", holdBack);
  form.addEventListener("htmx:beforeRequest", onSending);
  form.addEventListener("message-sent", onSent);
  form.addEventListener("htmx:sendError", (event) => {
    if (event.target === form) unsure = went;
    say("Not sent. Send again");
  });
  form.addEventListener("htmx:responseError", (event) => {
    if (event.target === form && event.detail.xhr.status >= 500) unsure = went;
    say(sentenceOf(event.detail.xhr));
  });
  form.addEventListener("uploads:changed", onFiles);
  if (sendsLater) tellWait();
  refresh();
}

/** Put words at the caret, with spaces around them. */
export function insertText(words) {
  const field = byId("message");
  if (!field) return;
  const before = field.value.slice(0, field.selectionStart);
  const gap = before && !/\s$/.test(before) ? " " : "";
  field.setRangeText(`${gap}${words} `, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  const wantsSend = event.key === "Enter" && !event.shiftKey && (event.ctrlKey || event.metaKey || !isCoarse());
  if (wantsSend) {
    event.preventDefault();
    const send = byId("send");
    if (!send.disabled) form.requestSubmit(send);
  } else if (event.key === "ArrowUp" && !text.value) {
    const edit = document.querySelector("#queue details.queue__edit");
    if (!edit) return;
    event.preventDefault();
    edit.open = true;
  }
}

/** While files are still going up the message waits for them. */
function holdBack(event) {
  if (event.target !== form) return;
  const waiting = uploadingCount();
  if (waiting || !(isLive || navigator.onLine)) {
    event.preventDefault();
    sendsLater = true;
    say("");
    tellWait();
  } else if (!hasSomething()) {
    event.preventDefault();
  } else {
    // the form may have been drawn anew since, with another key
    if (unsure) form.elements.client_key.value = unsure.content === content() ? unsure.key : freshKey();
    unsure = null;
    say("");
  }
}

/** The words and files of the message, to tell it from another one. */
const content = () => JSON.stringify([text.value.trim(), ...[...form.querySelectorAll('input[name="upload"]')].map((file) => file.value)]);

/** The server takes one message for each key. `randomUUID` is only there where the address is secure. */
const freshKey = () => crypto.getRandomValues(new Uint8Array(16)).reduce((key, byte) => key + byte.toString(16).padStart(2, "0"), "");

function tellWait() {
  const waiting = uploadingCount();
  note(!waiting ? "Sends when you are back online" : waiting === 1 ? "Sends when 1 file is in" : `Sends when ${waiting} files are in`);
}

/** A message that waits for its files does not go without one of them unless it is sent again. */
function onFiles(event) {
  if (sendsLater && event.detail.isLess) {
    sendsLater = false;
    note("");
    say("Not sent, a file was missing. Send again");
  } else if (sendsLater) tellWait();
  refresh();
}

/** What is sent without a line waits on this device and goes when the line is back. */
function onLine(event) {
  isLive = event.detail === "live";
  follow();
  if (form && !sendsLater) note(isLive || !text.value ? "" : SAVED);
  refresh();
}

function onSending(event) {
  if (event.target !== form) return;
  sending = text.value;
  went = { key: form.elements.client_key.value, content: content() };
  form.dispatchEvent(new CustomEvent("uploads:sending"));
}

/** What was typed while it went stays for the next one. */
function onSent(event) {
  form.elements.client_key.value = event.detail.client_key;
  if (text.value.startsWith(sending)) text.value = text.value.slice(sending.length).trimStart();
  kept.set(draftKey, text.value);
  form.dispatchEvent(new CustomEvent("uploads:sent"));
  say("");
  note("");
  refresh();
}

function useExample(event) {
  const example = event.target.closest?.("[data-example]");
  if (!example || !form) return;
  text.value = example.dataset.example;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
  if ("exampleAttach" in example.dataset) form.querySelector('input[name="files"]').click();
}

const hasSomething = () => text.value.trim() !== "" || readyCount() > 0 || uploadingCount() > 0;

function refresh() {
  if (!form) return;
  grow();
  const send = byId("send");
  const over = count();
  if (send) {
    const reason = over > 0 ? `Cut ${inFigures(over)} characters first` : hasSomething() ? "" : "Write something or attach a file first";
    send.disabled = reason !== "";
    send.title = reason || (byId("stop") ? "Send, it runs next" : "Send");
  }
  if (sendsLater && isLive && uploadingCount() === 0) {
    sendsLater = false;
    note("");
    if (send && !send.disabled) form.requestSubmit(send);
  }
}

/** How many characters are too many. Nothing is cut off what somebody pasted: they see the number and choose. */
function count() {
  const most = Number(text.dataset.most);
  const isNear = text.value.length > most * 0.9;
  const over = isNear ? [...text.value.trim()].length - most : 0;
  if (isNear) note(over > 0 ? `${inFigures(over)} characters too many` : `${inFigures(most + over)} of ${inFigures(most)} characters`);
  else if (counted) note("");
  counted = isNear;
  byId("composer-note").classList.toggle("composer-line--refused", over > 0);
  return over;
}

const inFigures = (number) => number.toLocaleString(document.documentElement.lang);

function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.blockSize = "auto";
  text.style.blockSize = `${Math.min(text.scrollHeight, MOST_LINES_PX)}px`;
}

function note(words) {
  byId("composer-note").textContent = words;
}

function say(words) {
  byId("composer-refusal").textContent = words;
}
