// Who used a button that went with its part of the page is not thrown back to the page's beginning.
import { byId, isCoarse } from "./page.js";

let held = null;
let part = "";

/** After all others that listen: some put the caret back themselves. */
export function startKeepingFocus() {
  document.addEventListener("live:before", (event) => {
    if (event.detail.type === "tail") return; // takes no button
    held = document.activeElement;
    part = held?.closest("[data-tool-call-id], #shelf")?.id ?? "";
  });
  document.addEventListener("live:after", (event) => {
    if (event.detail.type === "tail" || !held || (held.checkVisibility() && !held.disabled) || ![held, document.body].includes(document.activeElement)) return;
    const near = byId(part);
    if (near) near.tabIndex = -1;
    else if (isCoarse()) return; // a field in focus brings up the keyboard
    (near ?? byId("message"))?.focus({ preventScroll: true });
  });
  // a chip is disabled at once, which takes the focus away before it goes
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("[data-suggestion]") && !isCoarse()) byId("message")?.focus({ preventScroll: true });
  });
}
