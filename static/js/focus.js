// Who used a button that went with its part of the page is not thrown back to the page's beginning.
import { byId, isCoarse } from "./page.js";

let held = null;
let tray = "";

/** After all others that listen: some put the caret back themselves. */
export function startKeepingFocus() {
  document.addEventListener("live:before", () => {
    held = document.activeElement;
    tray = held?.closest("[data-tool-call-id]")?.id ?? "";
  });
  document.addEventListener("live:after", () => {
    if (!held || (held.checkVisibility() && !held.disabled) || ![held, document.body].includes(document.activeElement)) return;
    const near = byId(tray);
    if (near) near.tabIndex = -1;
    else if (isCoarse()) return; // a field in focus brings up the keyboard
    (near ?? byId("message"))?.focus({ preventScroll: true });
  });
  // a chip is disabled at once, which takes the focus away before it goes
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("[data-suggestion]") && !isCoarse()) byId("message")?.focus({ preventScroll: true });
  });
}
