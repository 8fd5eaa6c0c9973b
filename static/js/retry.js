// A slot, or an answer, is asked for again when nothing else runs here: until then its button says why it waits.
import { byId } from "./page.js";

export function startRetries() {
  document.addEventListener("live:after", (event) => { if (event.detail.type !== "tail") tell(); });
  tell();
}

function tell() {
  const isBusy = Boolean(byId("stop"));
  for (const button of document.querySelectorAll('#log form[action$="/retry"] button')) {
    button.disabled = isBusy;
    button.title = isBusy ? "Something is running here. Retry when it is done." : "";
  }
}
