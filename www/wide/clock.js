// A limit of time, to be seen; it is said when it gets short and when it is over.

import { el, fill } from "../views/dom.js";
import { remaining } from "./quiz.js";

/** @import { Flow } from "../flow.js" */
/** @import { Spoken } from "../types.js" */

/** Seconds before the end at which it is said. */
const SHORT = 60;

/** A time in minutes, and seconds where it has some. @param {Spoken} texts @param {number} seconds */
export function duration({ tag }, seconds) {
  const whole = Math.round(seconds);
  const say = (/** @type {number} */ n, /** @type {string} */ unit) => new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "long" }).format(n);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return new Intl.ListFormat(tag, { type: "unit" }).format([...minutes ? [say(minutes, "minute")] : [], ...rest || !minutes ? [say(rest, "second")] : []]);
}

/** The clock of a page; when it runs out, the result is shown. @param {Flow} flow */
export function clock(flow) {
  const { model: { wide, quiz }, session, session: { place } } = flow;
  if (!quiz?.time || !wide) return "";
  if (!place.began) {
    place.began = Date.now();
    session.save();
  }
  const { texts } = wide;
  const shown = el("span.clock", { role: "timer" });
  let short = remaining(flow) <= SHORT;
  const tick = () => {
    const seconds = Math.ceil(remaining(flow));
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    shown.textContent = fill(texts.left, { time: `${minutes}:${String(rest).padStart(2, "0")}` });
    if (seconds <= SHORT && !short) flow.say(fill(texts.left, { time: duration(texts, seconds) }));
    short ||= seconds <= SHORT;
    if (seconds > 0) return;
    clearInterval(running);
    if (!place.seen) {
      flow.go("result");
      flow.say(texts.over);
    }
  };
  const running = setInterval(() => {
    if (shown.isConnected) tick();
    else clearInterval(running);
  }, 1000);
  tick();
  return shown;
}
