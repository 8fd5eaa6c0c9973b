// A waiting message that is edited: Enter saves, Escape lets go, and a change of the line leaves the words alone.
import { around, byId, isCoarse } from "./page.js";

let open = null;
let reopened = null; // by the page and not by a person: the caret stays where it is

export function startQueue() {
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("keydown", onKey);
  document.addEventListener("live:before", () => { open = openEdit(); });
  document.addEventListener("live:after", restore);
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.closest("#queue")) byId("message")?.focus({ preventScroll: true });
    event.target.closest(".queue__edit")?.removeAttribute("open");
  });
  for (const refusal of ["htmx:responseError", "htmx:sendError"]) {
    document.body.addEventListener(refusal, (event) => event.target.closest(".queue__edit")?.setAttribute("open", ""));
  }
}

/** What is being written, by the row it stands in. */
function openEdit() {
  const field = document.querySelector("#queue details[open] textarea");
  if (!field) return null;
  const { value, selectionStart, selectionEnd } = field;
  return { row: field.closest("[data-queued]").id, field, value, selectionStart, selectionEnd, hadFocus: document.activeElement === field };
}

/** The line was drawn anew around it, or the message has begun its turn. */
function restore() {
  const before = open;
  open = null;
  if (!before || before.field.isConnected) return;
  const edit = byId(before.row)?.querySelector("details");
  if (edit) {
    edit.open = true;
    reopened = edit;
    const field = edit.querySelector("textarea");
    field.value = before.value;
    if (!before.hadFocus) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(before.selectionStart, before.selectionEnd);
  } else if (before.hadFocus) {
    byId("message")?.focus({ preventScroll: true });
  }
}

function onToggle(event) {
  if (!event.target.matches(".queue__edit[open]")) return;
  const field = event.target.querySelector("textarea");
  const isRestored = event.target === reopened;
  reopened = null;
  if (isRestored || document.activeElement === field) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

function onKey(event) {
  const field = around(event, "#queue textarea");
  if (!field || event.isComposing) return;
  const edit = field.closest("details");
  if (event.key === "Escape") {
    edit.open = false;
    edit.querySelector("summary").focus();
  } else if (event.key === "Enter" && !event.shiftKey && (event.ctrlKey || event.metaKey || !isCoarse())) {
    event.preventDefault();
    field.form.requestSubmit();
  }
}
