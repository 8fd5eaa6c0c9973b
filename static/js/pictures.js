// Pictures of slots across a swap: what was shown stays shown, and only what is new develops.

const DEVELOP_MS = 400;
const PICTURES = "[data-slot-item] :is(.print__picture, .box__preview):not([data-volatile])"; // without what fades away

const slotOf = (image) => image.closest("[data-slot-item]").dataset.slotItem;

/** What stands in the slots before a swap. */
export function picturesNow() {
  return new Map([...document.querySelectorAll(PICTURES)].map((image) => [slotOf(image), image]));
}

/** After it: the same file keeps its element, another one fades in over the one before. */
export function keepPictures(before) {
  for (const image of document.querySelectorAll(PICTURES)) {
    const old = before.get(slotOf(image));
    if (old === image) continue;
    if (old?.getAttribute("src") === image.getAttribute("src")) {
      old.className = image.className;
      const below = old.previousElementSibling; // what it still fades in over
      image.replaceWith(...(below?.hasAttribute("data-volatile") ? [below, old] : [old]));
    } else {
      develop(image, old);
    }
  }
}

function develop(image, old) {
  const isQuiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const shown = () => {
    const fade = image.animate([{ opacity: 0 }, { opacity: 1 }], { duration: isQuiet ? 0 : DEVELOP_MS });
    fade.finished.catch(() => {}).finally(() => old?.remove());
  };
  if (old) {
    old.dataset.volatile = "";
    old.setAttribute("aria-hidden", "true");
    image.before(old);
  }
  image.decode().then(shown, () => old?.remove());
}
