// Words of what happened elsewhere: six seconds, longer while somebody looks at them.
import { byId } from "./page.js";

const STAYS_MS = 6000;

export function startToasts() {
  const toasts = byId("toasts");
  for (const toast of toasts.querySelectorAll("[data-toast]")) start(toast);
  document.addEventListener("keydown", (event) => {
    const last = toasts.lastElementChild;
    if (event.key === "Escape" && last && !document.querySelector("dialog[open]")) last.remove();
  });
}

function start(toast) {
  byId("status-polite").textContent = toast.querySelector("p").textContent;
  let timer = 0;
  const leave = () => {
    toast.classList.add("is-leaving");
    setTimeout(() => toast.remove(), 150);
  };
  const looks = new Set(); // by pointer, by focus, or both
  const wait = () => {
    clearTimeout(timer);
    if (!looks.size) timer = setTimeout(leave, STAYS_MS);
  };
  for (const [comes, goes] of [["pointerenter", "pointerleave"], ["focusin", "focusout"]]) {
    toast.addEventListener(comes, () => { looks.add(comes); wait(); });
    toast.addEventListener(goes, () => { looks.delete(comes); wait(); });
  }
  wait();
}
