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
  const wait = () => { timer = setTimeout(leave, STAYS_MS); };
  const stay = () => clearTimeout(timer);
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stay);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, wait);
  wait();
}
