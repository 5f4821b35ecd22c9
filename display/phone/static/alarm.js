/** Calls the holder's attention: a chime, a shake, a title that changes, a screen that stays on. */

import { at, say } from "./elements.js";
import { recall, remember } from "./storage.js";

const SHAKES_MS = [400, 200, 400, 200, 400];
const CHIMES_S = [0, 2.5, 5];
const TONES = [[880, 0], [660, 0.45]];
const FLASH_MS = 1000;

let sound = null;
let flashing = null;
let awake = null;

/** A browser makes no sound before it was touched; the first touch anywhere turns ours on unless it was turned off. */
export function prepareSound(changed) {
  document.addEventListener("click", (touch) => {
    const isButton = at("sound").contains(touch.target);
    const isWanted = isButton ? !isSoundOn() : recall("sound") !== "off";
    if (isButton) {
      remember("sound", isWanted ? "on" : "off");
    }
    if (isWanted !== isSoundOn()) {
      turnSound(isWanted);
      changed();
      if (isButton && isWanted) {
        chime([0]);
      }
    }
  });
}

export function showSound(texts, isOffered) {
  at("sounds").hidden = !isOffered || !Context();
  say("sound", isSoundOn() ? texts.sound.on : texts.sound.off);
  at("sound").setAttribute("aria-pressed", String(isSoundOn()));
  say("sound-about", isSoundOn() ? `${texts.sound.test} ${texts.sound.mute}` : texts.sound.test);
}

export function alarm() {
  if (navigator.vibrate) {
    navigator.vibrate(SHAKES_MS);
  }
  chime(CHIMES_S);
}

/** The title changes back and forth while another page is looked at. */
export function flashTitle(isCalled, attention) {
  clearInterval(flashing);
  const title = document.title;
  let isOdd = false;
  flashing = isCalled && document.hidden
    ? setInterval(() => { isOdd = !isOdd; document.title = isOdd ? attention : title; }, FLASH_MS)
    : null;
}

/** Keeps the screen on while `isWanted`, where the browser can. It lets go by itself when the page is hidden. */
export async function keepAwake(isWanted) {
  if (!isWanted) {
    const held = awake;
    awake = null;
    await (held && held.release());
  } else if (navigator.wakeLock && !document.hidden && (!awake || awake.released)) {
    awake = await navigator.wakeLock.request("screen").catch(() => null);
  }
}

function isSoundOn() {
  return sound !== null && sound.state !== "closed" && !sound.isMuted;
}

function turnSound(isWanted) {
  if (!sound && Context()) {
    sound = new (Context())();
  }
  if (sound) {
    sound.isMuted = !isWanted;
    sound.resume();
  }
}

function chime(moments_s) {
  if (!isSoundOn()) {
    return;
  }
  sound.resume();
  for (const moment_s of moments_s) {
    for (const [pitch_hz, after_s] of TONES) {
      tone(pitch_hz, sound.currentTime + moment_s + after_s);
    }
  }
}

/** A struck bell: loud at once, then fading. */
function tone(pitch_hz, at_s) {
  const voice = sound.createOscillator();
  const loudness = sound.createGain();
  voice.frequency.value = pitch_hz;
  loudness.gain.setValueAtTime(0.0001, at_s);
  loudness.gain.exponentialRampToValueAtTime(0.5, at_s + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at_s + 1.2);
  voice.connect(loudness);
  loudness.connect(sound.destination);
  voice.start(at_s);
  voice.stop(at_s + 1.3);
}

function Context() {
  return window.AudioContext || window.webkitAudioContext;
}
