// Copy buttons: code, links, prompts. The button says that it worked.
import { announce } from "./announce.js";
import { around } from "./page.js";

const SAID_MS = 1600;

export function startCopying() {
  document.addEventListener("click", (event) => {
    const code = around(event, "[data-copy-code]");
    const link = around(event, "[data-copy-link]");
    const prompt = around(event, "[data-copy-prompt]");
    if (code) copy(code, code.parentElement.querySelector("pre").textContent);
    else if (link) copy(link, new URL(link.dataset.copyLink, location.href).href);
    else if (prompt) copy(prompt, prompt.dataset.copyPrompt);
  });
}

async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyTheOldWay(text)) return;
  }
  announce("Copied");
  const label = button.querySelector("span") ?? (button.querySelector("svg") ? null : button);
  if (!label || label.dataset.was) return;
  label.dataset.was = label.textContent;
  label.style.minInlineSize = `${label.getBoundingClientRect().width}px`; // its neighbours stay where they are
  label.textContent = "Copied";
  setTimeout(() => {
    label.textContent = label.dataset.was;
    label.style.minInlineSize = "";
    delete label.dataset.was;
  }, SAID_MS);
}

/** The clipboard interface needs a secure origin; a studio on a local network has none. */
function copyTheOldWay(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
