// Files: picked, dropped anywhere or pasted; each goes up on its own with its progress, and can be taken back.
import { SIGNED_OUT, around, byId, csrfToken, sentenceOf, setIcon, sizeText } from "./page.js";

const AT_ONCE = 3;
const NAME_END = 10;

let form;
let row;
const waiting = [];
let running = 0;
let depth = 0;
let lastPlace = 0;

export function startUploads() {
  bind();
  for (const news of ["live:after", "live:state"]) {
    document.addEventListener(news, () => { if (byId("composer") !== form) bind(); });
  }
  document.addEventListener("paste", onPaste);
  addEventListener("dragenter", (event) => drag(event, 1));
  addEventListener("dragleave", (event) => drag(event, -1));
  addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    document.body.classList.remove("is-dropping");
    byId("message").focus({ preventScroll: true }); // it was hidden while they hung over it
    take([...event.dataTransfer.files]);
  });
}

/** The form of this moment: it goes and comes back with the right to write. */
function bind() {
  const before = row;
  form = byId("composer");
  if (!form) return;
  row = byId("attachments");
  for (const chip of before?.querySelectorAll("[data-attachment]:not([data-state=ready])") ?? []) row.append(chip);
  const input = form.querySelector('input[name="files"]');
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  form.addEventListener("uploads:sending", () => {
    for (const chip of row.children) chip.toggleAttribute("data-sending", chip.dataset.state === "ready" || isRead(chip));
  });
  form.addEventListener("uploads:sent", () => {
    for (const chip of row.querySelectorAll("[data-sending]")) chip.remove();
  });
  row.addEventListener("click", onRemove);
  next();
}

/** Files are attached; words beside them are pasted too. An office program adds a picture of the words,
    a file manager the names of the files: neither was meant. */
function onPaste(event) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (!form || !files.length) return;
  const words = event.clipboardData.getData("text/plain").trim();
  const isNames = words.split(/[\r\n]+/).every((line) => files.some((file) => line.endsWith(file.name)));
  if (!words || isNames) event.preventDefault();
  else if (event.clipboardData.types.includes("text/html")) return;
  take(files);
}

const count = (state) => (form ? row.querySelectorAll(`[data-state="${state}"]`).length : 0);
export const uploadingCount = () => count("uploading");
export const readyCount = () => count("ready");

const carriesFiles = (event) => form && event.dataTransfer?.types.includes("Files");

function drag(event, step) {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  depth = Math.max(0, depth + step);
  document.body.classList.toggle("is-dropping", depth > 0);
  const number = event.dataTransfer.items.length;
  const files = number === 1 ? "1 file. It waits" : `${number || "the"} files. They wait`;
  form.querySelector("[data-drop-words]").textContent = `Let go to attach ${files} here, nothing is sent yet.`;
}

/** `isLess`: a file that was to be sent is not there any more. */
function changed(isLess = false) {
  form?.dispatchEvent(new CustomEvent("uploads:changed", { detail: { isLess } }));
}

function take(files) {
  for (const file of files) {
    const chip = makeChip(file);
    row.append(chip);
    const reason = tooMuch(file);
    if (reason) fail(chip, file.name, reason);
    else waiting.push({ file, chip, place: nextPlace() });
  }
  next();
  changed();
}

/** Keeps the order of the files when the page is loaded again: they may come in in another one. */
function nextPlace() {
  lastPlace = Math.max(lastPlace + 1, Date.now() * 1000);
  return lastPlace;
}

/** What the limits say against a file before it is sent; the server decides by what is in it. */
function tooMuch(file) {
  const kind = file.type.split("/")[0];
  const most = Number(form.dataset[`${kind}Bytes`]);
  if (uploadingCount() + readyCount() > Number(form.dataset.files)) return `A message takes ${form.dataset.files} files.`;
  if (file.size === 0) return "It is empty.";
  if (!most || file.size <= most) return "";
  return `It is ${sizeText(file.size).replace(".0 ", " ")}; ${{ image: "images", audio: "sound" }[kind] ?? kind} may have up to ${Math.floor(most / 1048576)} MB.`;
}

function makeChip(file) {
  const chip = byId("chip-template").content.firstElementChild.cloneNode(true);
  chip.setAttribute("aria-label", file.name);
  chip.querySelector(".chip-file__name").replaceChildren(Object.assign(document.createElement("span"), { textContent: file.name.slice(0, -NAME_END) }), file.name.slice(-NAME_END));
  chip.querySelector(".chip-file__name").title = file.name;
  chip.querySelector("small").textContent = sizeText(file.size);
  chip.querySelector("button").setAttribute("aria-label", `Remove ${file.name}`);
  if (!file.type.startsWith("audio/")) setIcon(chip.querySelector(".icon"), file.type.startsWith("video/") ? "video" : "image");
  return chip;
}

function next() {
  while (form && running < AT_ONCE && waiting.length) {
    const one = waiting.shift();
    if (!one.chip.isTakenBack) send(one);
  }
}

function send({ file, chip, place }) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("place", place);
  running += 1;
  let isUp = false; // all of it: then only the answer tells what is to be taken back
  request.upload.addEventListener("load", () => { isUp = true; });
  chip.cancelUpload = () => { if (!isUp) request.abort(); };
  request.upload.addEventListener("progress", (event) => {
    const done = event.loaded >= event.total;
    chip.querySelector("small").textContent = done ? "Opening the file" : `${sizeText(event.loaded, event.total).split(" ")[0]} of ${sizeText(event.total)}`;
    chip.querySelector(".chip-file__line rect").setAttribute("width", (event.loaded / event.total) * 100);
  });
  request.addEventListener("load", () => finish(request, file, chip));
  request.addEventListener("error", () => {
    fail(chip, file.name, "The line broke.");
    offerAgain(chip, file);
  });
  request.addEventListener("loadend", () => {
    running -= 1;
    next();
    changed();
  });
  request.open("POST", form.dataset.uploads);
  request.setRequestHeader("X-CSRFToken", csrfToken());
  request.setRequestHeader("Accept", "application/json, text/html");
  request.send(body);
}

function finish(request, file, chip) {
  const isTaken = request.getResponseHeader("Content-Type")?.startsWith("text/html");
  if (isTaken && request.status >= 200 && request.status < 300) {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const ready = page.querySelector("[data-attachment]");
    if (!ready) fail(chip, file.name, SIGNED_OUT); // led to the sign-in page
    else if (chip.isTakenBack) takeBack(ready.querySelector("[data-remove]"));
    else {
      byId(ready.id)?.remove(); // of a composer that came back meanwhile
      chip.replaceWith(document.adoptNode(ready));
    }
    return;
  }
  fail(chip, file.name, refusalOf(request, file));
}

function refusalOf(request, file) {
  if (request.status === 413) return `It is ${sizeText(file.size)}, more than may be attached.`;
  return sentenceOf(request);
}

function fail(chip, name, reason) {
  if (chip.isTakenBack) return;
  chip.dataset.state = "failed";
  setIcon(chip.querySelector(".icon"), "warning");
  chip.querySelector(".chip-file__line").remove();
  chip.querySelector(".chip-file__name").textContent = `${name} was not attached`;
  chip.querySelector("small").textContent = reason.replace(`${name} was not attached.`, "").trim();
  chip.setAttribute("role", "alert");
  changed(true);
  if (chip.contains(document.activeElement)) return;
  row.prepend(chip); // what was refused is seen first, however many files wait
  row.scrollTop = 0;
}

/** Refused for good, and read when the message went without it; what can be tried again stays. */
const isRead = (chip) => chip.dataset.state === "failed" && !chip.querySelector("[data-again]");

function offerAgain(chip, file) {
  const retry = Object.assign(document.createElement("button"), { type: "button", className: "button button--compact", textContent: "Retry" });
  retry.setAttribute("aria-label", `Retry ${file.name}`);
  retry.dataset.again = "";
  retry.addEventListener("click", (event) => {
    event.stopPropagation();
    chip.remove();
    take([file]);
    row.lastElementChild.querySelector("button").focus();
  });
  chip.querySelector("button").before(retry);
}

function onRemove(event) {
  const button = around(event, "button");
  const chip = button?.closest("[data-attachment]");
  if (!chip) return;
  event.preventDefault();
  chip.isTakenBack = true;
  chip.cancelUpload?.();
  if (button.dataset.remove) takeBack(button);
  const near = chip.nextElementSibling ?? chip.previousElementSibling;
  chip.remove();
  (near?.querySelector("button") ?? byId("message")).focus();
  changed(chip.dataset.state !== "failed");
}

function takeBack(button) {
  const headers = { "X-CSRFToken": csrfToken(), "HX-Request": "true" };
  fetch(button.dataset.remove, { method: "POST", headers }).catch(() => {});
}
