// Around the conversation: sidebar, drawer, shelf, theme, menus, dialogs, forms, single-key shortcuts, the tab's title,
// times as the person reads them.
import { around, byId, csrfToken, kept, momentText, sentenceOf, setIcon, timeText } from "./page.js";

const root = document.documentElement;
const wide = matchMedia("(width >= 1280px)");
const covers = matchMedia("(width < 1024px)"); // drawer and shelf lie over the page then
const night = matchMedia("(prefers-color-scheme: dark)");
const DRAWER_SWIPE_PX = 80;

let listAt = 0;
let titleOpen = false;

/** What the list and the title's menu lose when a frame draws them anew. */
function remember(event) {
  if (event.detail.type === "tail") return;
  listAt = byId("conversations").scrollTop;
  titleOpen = Boolean(byId("title-menu")?.open);
}

function putBack() {
  byId("conversations").scrollTop = listAt;
  if (titleOpen && byId("title-menu")) byId("title-menu").open = true;
}

export function startShell() {
  if (kept.get("sidebar") === "folded") root.dataset.sidebar = "folded";
  if (wide.matches && kept.get("shelf")) root.dataset.shelf = kept.get("shelf");
  wide.addEventListener("change", () => {
    if (wide.matches && kept.get("shelf")) root.dataset.shelf = kept.get("shelf");
    else delete root.dataset.shelf;
    cover();
    tell();
  });
  covers.addEventListener("change", cover);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", onTheme);
  document.addEventListener("submit", vouch);
  document.body.addEventListener("htmx:responseError", onRefused);
  document.body.addEventListener("htmx:afterRequest", onDone);
  document.addEventListener("live:before", remember);
  document.addEventListener("live:after", (event) => {
    if (event.detail.type !== "tail") putBack();
    tell();
  });
  night.addEventListener("change", offerTheme);
  startSwipes();
  offerTheme();
  tell();
}

export const isShelfShown = () => Boolean(byId("shelf")?.offsetParent ?? byId("shelf")?.getClientRects().length);

function onClick(event) {
  if (around(event, '.skip[href="#shelf"]') && !isShelfShown()) flip("shelf");
  const toggle = around(event, "[data-toggle]");
  if (toggle) flip(toggle.dataset.toggle);
  const opens = around(event, "[data-dialog]");
  if (opens) openDialog(opens);
  const closes = around(event, "[data-close]");
  if (closes) closes.closest("dialog").close();
  if (event.target instanceof HTMLDialogElement && event.target.classList.contains("dialog")) event.target.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target) || opens) menu.open = false;
  }
}

/** The menu it was opened from is closed by then: focus goes back to what opens the menu. */
function openDialog(button) {
  const dialog = byId(button.dataset.dialog);
  const menu = button.closest("details.menu")?.id;
  dialog.addEventListener("close", () => { if (menu) byId(menu)?.querySelector("summary").focus(); }, { once: true });
  dialog.querySelector("form")?.reset(); // what was typed and not saved last time
  dialog.showModal();
  dialog.querySelector("input[type=text], input:not([type])")?.select(); // typing writes a new name
}

function flip(what) {
  if (what === "drawer") setDrawer(root.dataset.drawer !== "open");
  if (what === "sidebar") {
    const folded = root.dataset.sidebar !== "folded";
    root.dataset.sidebar = folded ? "folded" : "open";
    kept.set("sidebar", folded ? "folded" : "");
  }
  if (what === "shelf") setShelf(!isShelfShown());
  if (what === "scrim") closeTopmost();
  tell();
}

function setDrawer(open) {
  root.dataset.drawer = open ? "open" : "closed";
  cover();
  if (open) document.querySelector(".sidebar__close").focus();
  else document.querySelector(".topbar__drawer")?.focus();
}

function setShelf(open) {
  const hadFocus = byId("shelf").contains(document.activeElement);
  root.dataset.shelf = open ? "open" : "closed";
  cover();
  if (wide.matches) kept.set("shelf", root.dataset.shelf);
  else if (open) byId("shelf").focus();
  if (!open && (hadFocus || covers.matches)) [...document.querySelectorAll('.main [data-toggle="shelf"]')].find((button) => button.checkVisibility())?.focus();
}

/** A sheet over the page goes away before something else is done there. */
export function closeSheet() {
  if (wide.matches || root.dataset.shelf !== "open") return;
  setShelf(false);
  tell();
}

/** What lies below a drawer or a sheet is out of reach, by keyboard too. */
function cover() {
  const main = document.querySelector(".main"); // none where one signs in
  if (main) main.inert = covers.matches && [root.dataset.drawer, root.dataset.shelf].includes("open");
}

/** Buttons and their pressed words follow what is shown; times are said in the person's own zone. */
function tell() {
  const shown = String(isShelfShown());
  for (const button of document.querySelectorAll('.topbar [data-toggle="shelf"]')) button.setAttribute("aria-expanded", shown);
  const folded = root.dataset.sidebar === "folded";
  document.querySelector('[data-toggle="sidebar"]')?.setAttribute("aria-expanded", String(!folded));
  const named = document.querySelector("#conversation-title h1");
  if (named) document.title = `${named.title} · Sogni Web`;
  const count = document.querySelector("[data-shelf-count]");
  if (count) count.textContent = byId("shelf").dataset.count;
  for (const time of document.querySelectorAll("time.who__time:not([data-told])")) {
    const moment = new Date(time.dateTime);
    time.textContent = timeText(moment);
    time.title = momentText(moment);
    time.dataset.told = "";
  }
}

function onKey(event) {
  if (event.key === "Escape") return closeTopmost();
  const inField = event.target.matches?.("input, textarea, select, [contenteditable]");
  if (inField || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const act = {
    n: () => document.querySelector(".new-conversation")?.click(),
    "[": () => flip("sidebar"),
    "]": () => byId("shelf") && flip("shelf"),
    "/": () => byId("message")?.focus(),
    "?": () => byId("keys-dialog")?.showModal(),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

function closeTopmost() {
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (document.querySelector("dialog[open]")) {
    return;
  } else if (root.dataset.drawer === "open") {
    setDrawer(false);
  } else {
    closeSheet();
  }
}

/** The theme changes at once; the account learns of it behind. */
function onTheme(event) {
  const form = event.target.closest("[data-theme-form]");
  if (!form) return;
  event.preventDefault();
  const theme = form.querySelector("button").value;
  root.dataset.theme = theme;
  const body = new URLSearchParams({ theme, csrfmiddlewaretoken: csrfToken() });
  fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
  offerTheme();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = theme === "dark" ? "#0b0e11" : "#eaedef";
}

/** The button offers what is not shown; until someone chooses that is the system's to say. */
function offerTheme() {
  const button = document.querySelector("[data-theme-form] button");
  if (!button) return;
  const isDark = root.dataset.theme === "dark" || (root.dataset.theme === "system" && night.matches);
  button.value = isDark ? "light" : "dark";
  button.title = isDark ? "Light theme" : "Dark theme";
  button.setAttribute("aria-label", button.title);
  setIcon(button.querySelector(".icon"), isDark ? "sun" : "moon");
}

/** A form that came over the socket knows no token; the page it arrived in does. */
function vouch(event) {
  const form = event.target;
  if (form.method !== "post" || form.elements.csrfmiddlewaretoken?.value) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "csrfmiddlewaretoken", value: csrfToken() }));
}

/** A refusal is said where it happened. */
function onRefused(event) {
  const form = event.target.closest("form");
  if (!form || form.id === "composer") return;
  form.querySelector(".form-error")?.remove();
  const line = Object.assign(document.createElement("p"), { className: "form-error", textContent: sentenceOf(event.detail.xhr) });
  line.setAttribute("role", "alert");
  form.append(line);
}

function onDone(event) {
  const form = event.target.closest?.("form[data-closes]");
  if (form && event.detail.xhr.status === 204) form.closest("dialog").close();
}

/** A swipe right anywhere on the log opens the drawer; a button does the same. */
function startSwipes() {
  const log = byId("log");
  let from = null;
  log?.addEventListener("touchstart", (event) => {
    from = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  log?.addEventListener("touchend", (event) => {
    if (!from || matchMedia("(width >= 1024px)").matches) return;
    const to = event.changedTouches[0];
    const along = to.clientX - from.clientX;
    if (along > DRAWER_SWIPE_PX && Math.abs(to.clientY - from.clientY) < along / 2 && !event.target.closest("input, pre, .suggestions")) setDrawer(true);
    from = null;
  }, { passive: true });
}
