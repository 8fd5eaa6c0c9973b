// Films and sounds: one plays at a time, scrolling away pauses. Listens at the document, so swapped pieces work at once.
import { around, clockText, setIcon } from "./page.js";

const STEP_S = 5;
const LOADING_AFTER_MS = 300;

const frameOf = (media) => media.closest("[data-player]");
const mediaOf = (figure) => figure.querySelector("video, audio");
const wanted = new WeakMap(); // where a piece goes that is not loaded yet
const placeOf = (media) => wanted.get(media) ?? media.currentTime;

const away = new IntersectionObserver((entries) => {
  for (const entry of entries) if (!entry.isIntersecting) mediaOf(entry.target).pause();
});

export function startPlayers() {
  for (const name of ["play", "pause", "ended", "timeupdate", "loadedmetadata", "volumechange", "waiting", "playing", "error"]) {
    document.addEventListener(name, onMedia, true);
  }
  document.addEventListener("click", onClick);
  document.addEventListener("input", onScrub);
  document.addEventListener("keydown", onKey);
}

function onMedia(event) {
  const media = event.target;
  if (!(media instanceof HTMLMediaElement)) return;
  const figure = frameOf(media);
  if (!figure) return;
  if (event.type === "loadedmetadata" && wanted.has(media)) {
    media.currentTime = wanted.get(media);
    wanted.delete(media);
  }
  if (event.type === "play") alone(media);
  if (event.type === "pause" || event.type === "ended") away.unobserve(figure);
  if (event.type === "waiting") wait(figure, media);
  if (event.type === "playing" || event.type === "pause") figure.classList.remove("is-loading");
  if (event.type === "error") {
    figure.querySelector("[data-failed]").hidden = false;
    figure.classList.remove("is-loading");
  }
  draw(figure, media);
}

function alone(media) {
  for (const other of document.querySelectorAll("video, audio")) if (other !== media) other.pause();
  away.observe(frameOf(media)); // a sound has no box of its own: its frame says whether it is in view
}

function wait(figure, media) {
  setTimeout(() => {
    if (!media.paused && media.readyState < 3) figure.classList.add("is-loading");
  }, LOADING_AFTER_MS);
}

function draw(figure, media) {
  const play = figure.querySelector("[data-play]");
  const name = play.getAttribute("aria-label").replace(/^\w+ /, "");
  const state = media.ended ? "Replay" : media.paused ? "Play" : "Pause";
  setIcon(play.querySelector(".icon"), { Replay: "redo", Play: "play", Pause: "pause" }[state]);
  play.setAttribute("aria-label", `${state} ${name}`);
  const scrub = figure.querySelector("[data-scrub]");
  const length = lengthOf(figure, media);
  if (length) scrub.max = length;
  if (!scrub.matches(":active")) scrub.value = placeOf(media);
  drawTime(figure, placeOf(media), length);
  const mute = figure.querySelector("[data-mute]");
  if (mute) {
    mute.setAttribute("aria-pressed", String(media.muted));
    setIcon(mute.querySelector(".icon"), media.muted ? "muted" : "sound");
  }
}

const lengthOf = (figure, media) => (Number.isFinite(media.duration) ? media.duration : Number(figure.querySelector("[data-scrub]").max));

function drawTime(figure, now, length) {
  const share = length ? Math.min(100, (now / length) * 100) : 0;
  figure.style.setProperty("--played", `${share}%`);
  figure.style.setProperty("--unplayed", `${100 - share}%`);
  const scrub = figure.querySelector("[data-scrub]");
  scrub.style.setProperty("--played", `${share}%`);
  scrub.setAttribute("aria-valuetext", `${clockText(now)} of ${clockText(length)}`);
  const shown = figure.querySelector("[data-now]");
  if (shown) shown.textContent = clockText(now);
  const left = figure.querySelector("[data-now-left]");
  if (left) {
    left.hidden = now === 0;
    left.textContent = clockText(now);
  }
}

function toggle(media) {
  if (media.paused) media.play().catch(() => {});
  else media.pause();
}

function onClick(event) {
  const figure = around(event, "[data-player]");
  if (!figure) return;
  const media = mediaOf(figure);
  if (around(event, "[data-play]") || event.target === media) toggle(media);
  else if (around(event, "[data-mute]")) media.muted = !media.muted;
  else if (around(event, "[data-full]")) full(media);
}

function full(media) {
  if (media.requestFullscreen) media.requestFullscreen().catch(() => {});
  else media.webkitEnterFullscreen?.();
}

function onScrub(event) {
  const scrub = around(event, "[data-scrub]");
  if (!scrub) return;
  const figure = scrub.closest("[data-player]");
  seek(figure, mediaOf(figure), Number(scrub.value));
}

/** Go to a place; what nobody has played yet is loaded first. */
function seek(figure, media, seconds) {
  const to = Math.max(0, Math.min(lengthOf(figure, media), seconds));
  if (media.readyState) {
    media.currentTime = to;
  } else {
    const isAsked = wanted.has(media);
    wanted.set(media, to);
    if (!isAsked) {
      media.preload = "metadata";
      media.load();
    }
  }
  draw(figure, media);
}

function onKey(event) {
  const figure = around(event, "[data-player]");
  if (!figure || event.ctrlKey || event.metaKey || event.altKey) return;
  const media = mediaOf(figure);
  const onButton = around(event, "button");
  if (event.key === " " && !onButton) toggle(media);
  else if (event.key === "m") media.muted = !media.muted;
  else if (event.key === "f" && media.tagName === "VIDEO") full(media);
  else if (event.key === "ArrowRight") seek(figure, media, placeOf(media) + STEP_S);
  else if (event.key === "ArrowLeft") seek(figure, media, placeOf(media) - STEP_S);
  else return;
  event.preventDefault();
}
