// Small things every module needs.

export const SIGNED_OUT = "You were signed out. Sign in to go on; your draft is kept.";

export const byId = (id) => document.getElementById(id);

/** The nearest element around an event's target that matches, or null. */
export const around = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/** Point an icon at another symbol of the sprite. */
export function setIcon(svg, name) {
  const sprite = document.querySelector('meta[name="icons"]').content;
  svg.querySelector("use").setAttribute("href", `${sprite}#${name}`);
}

export const csrfToken = () => document.querySelector('input[name="csrfmiddlewaretoken"]')?.value ?? "";

/** The sentence of a refusal, or one that fits what went wrong. */
export function sentenceOf(request) {
  try {
    const { reason, sentence } = JSON.parse(request.responseText);
    if (reason || sentence) return reason || sentence;
  } catch { /* no JSON: the status has to do */ }
  if (request.status === 403) return SIGNED_OUT;
  if (request.status === 429) return "That is a lot at once. Try again in a moment.";
  if (request.status >= 500) return "This did not work, and it is our fault. Nothing was lost. Try again.";
  return "This did not work. Load the page again.";
}

/** True where a finger does the pointing. */
export const isCoarse = () => matchMedia("(pointer: coarse)").matches;

/** A value kept on this device; private windows may refuse, which changes nothing else. */
export const kept = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch { /* nothing is kept then */ }
  },
};

/** 4.1 MB, 812 kB; in the unit that suits `whole`, where it is a part of it. */
export function sizeText(bytes, whole = bytes) {
  if (whole < 1e3) return `${bytes} B`;
  if (whole < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  if (whole < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** 14 s, 2 min, 1 h 5 min. */
export function spanText(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** 2:48. */
export function clockText(seconds) {
  const whole = Math.floor(seconds || 0);
  const rest = `${String(whole % 60).padStart(2, "0")}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

/** The hour of a day as everywhere on the page: 0 to 23, in the person's own zone. */
const HOURS = { hourCycle: "h23" };
export const timeText = (moment) => moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", ...HOURS });
export const momentText = (moment) => moment.toLocaleString([], { dateStyle: "medium", timeStyle: "short", ...HOURS });
