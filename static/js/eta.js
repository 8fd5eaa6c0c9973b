// Counts down what the service last said; at zero it is "any moment", never negative. Says when a job has gone silent.
import { spanText } from "./page.js";

const SILENT_S = 120;

export function startCountdowns() {
  setInterval(tick, 1000);
}

function tick() {
  const now = Date.now();
  for (const slot of document.querySelectorAll("[data-slot][data-eta]")) {
    const words = slot.querySelector("[data-eta-words]");
    if (words) words.textContent = etaWords(words.dataset.etaWords, (Date.parse(slot.dataset.eta) - now) / 1000);
  }
  for (const slot of document.querySelectorAll('[data-slot][data-heard][data-status="running"]')) {
    const silent = (now - Date.parse(slot.dataset.heard)) / 1000;
    slot.classList.toggle("is-silent", silent > SILENT_S);
    if (silent > SILENT_S) {
      slot.querySelector("[data-slot-words]").textContent = `No news for ${spanText(silent)}`;
      const eta = slot.querySelector("[data-eta-words]");
      if (eta) eta.textContent = "";
    }
  }
}

function etaWords(kind, left) {
  if (kind === "starts in") return left >= 1 ? `starts in about ${spanText(left)}` : "starts any moment";
  return left >= 1 ? `, about ${spanText(left)} left` : ", any moment";
}
