// The page's scripts, each with one purpose. Everything they add works on top of plain links and forms.
import { startAnnouncing } from "./announce.js";
import { startComposer } from "./composer.js";
import { startCopying } from "./copy.js";
import { startCountdowns } from "./eta.js";
import { startKeepingFocus } from "./focus.js";
import { startLightbox } from "./lightbox.js";
import { startLive } from "./live.js";
import { startPlayers } from "./player.js";
import { startQueue } from "./queue.js";
import { startRack } from "./rack.js";
import { startReferences } from "./references.js";
import { startRetries } from "./retry.js";
import { startRevealing } from "./reveal.js";
import { startScrolling } from "./scroll.js";
import { startShell } from "./shell.js";
import { startToasts } from "./toast.js";
import { startUploads } from "./uploads.js";

startShell();
startToasts();
startCopying();
startPlayers();
startRevealing();
if (document.getElementById("log")) {
  startScrolling();
  startReferences();
  startRack();
  startLightbox();
  startCountdowns();
  startAnnouncing();
  startUploads();
  startComposer();
  startQueue();
  startRetries();
  startKeepingFocus();
  startLive();
}
