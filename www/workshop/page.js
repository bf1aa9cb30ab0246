// The page as a whole: which screen is on, and that the count is always to be seen.

import { spoken } from "../language.js";
import { fill, button, count, el } from "../views/dom.js";
import { notice } from "../views/notice.js";
import { betweenView } from "./between.js";
import { collected, takeRelay } from "./relay.js";
import { revealView } from "./reveal.js";
import { eraseSeats, newSeat, seatView } from "./seat.js";
import { startView } from "./start.js";
import { twice } from "./twice.js";

/** @import { AnswersDocument, Model } from "../types.js" */
/** @import { Shared } from "../together.js" */
/** @import { GroupTexts } from "../group.js" */
/** @import { Work } from "../group/work.js" */
/** @import { WorkshopTexts } from "../workshop.js" */
/** @import { Room } from "./room.js" */
/**
 * @typedef {object} Given
 * @property {WorkshopTexts} texts
 * @property {GroupTexts} groupTexts
 * @property {any} definition as it was written, and compiled
 * @property {Model} model
 * @property {Shared["core"]} core for links
 * @property {number} length of a token
 * @property {Work} work for the group
 * @property {Room} room
 * @property {string} home where results are opened, "" where that is not known
 */
/** @typedef {ReturnType<typeof openShop>} Shop */

/** Fewest people of whom a group is shown; the core has the last word. */
export const CELL = 3;

/** @param {Given} given */
export const workshopPage = (given) => openShop(given).element;

/** @param {Given} given */
function openShop(given) {
  const { texts, groupTexts, definition, model, core, room } = given;
  const said = { dir: "auto", lang: model.language };
  const tally = el("p.tally", { role: "status" });
  const tools = el("div.tools");
  const lasting = el("div");
  const passing = el("div");
  const screen = el("div", { part: "screen" });
  const status = el("p.unseen", { role: "status" });
  const element = el("div.taut.workshop", spoken(texts),
    el("div.bar", el("p.running", said, model.title), tally, tools), lasting, passing, screen, status);

  /** Says how many have answered, and whether a reload would lose it. */
  function show() {
    const { n, seats, skipped } = room;
    const answered = seats === null ? (n ? count(texts.count.some, n) : texts.count.none) : fill(texts.count.of, { n, of: seats });
    const now = skipped ? `${answered}, ${count(texts.count.skipped, skipped)}` : answered;
    // only what changes is read out
    if (tally.textContent !== now) tally.textContent = now;
    lasting.replaceChildren(...(room.kept ? [] : [notice("notice warning", texts.kept.not_kept)]));
  }

  /** Puts a view on the screen and moves the focus to its heading. @param {HTMLElement} view @param {...HTMLElement} beside tools in the bar */
  function draw(view, ...beside) {
    passing.replaceChildren();
    screen.replaceChildren(view);
    tools.replaceChildren(...beside);
    show();
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (view.querySelector("[tabindex]"))?.focus({ preventScroll: true });
  }

  /** A notice until the next screen. @param {string} sentence @param {{why?: string, warning?: boolean}} [more] */
  function tell(sentence, { why = "", warning = false } = {}) {
    passing.replaceChildren(notice(warning ? "notice warning" : "notice", sentence, [button(texts.close, () => passing.replaceChildren())], why));
  }

  /** Erases what was saved in every seat but the one that is taken. */
  const sweep = () => eraseSeats(model, room.seat).catch(() => tell(texts.kept.not_erased, { warning: true }));

  /** @param {AnswersDocument} answers */
  function finish(answers) {
    try {
      room.add(core.link(answers));
    } catch {
      return draw(el("div", el("h1", { tabindex: -1 }, texts.seat.failed), el("div.actions", button(texts.seat.retry, () => finish(answers), { class: "main" }))));
    }
    shop.between("thanks");
    sweep();
  }

  /** What a link or a text brings in. @param {string} text @returns {boolean} whether it was taken over */
  function take(text, refused = texts.lead.refused) {
    const found = collected(core, text);
    if ("refused" in found) {
      const why = groupTexts.collect.codes[/** @type {"link-other"} */ (found.refused)] ?? texts.lead.none;
      tell(refused, { why: `${why} ${texts.lead.ask}`, warning: true });
      return false;
    }
    const had = room.n;
    const fresh = room.join(found.tokens);
    // who answers now is left alone
    if (!screen.querySelector(".seat")) shop.between();
    show();
    if (had) tell(fresh ? count(texts.lead.joined, fresh) : texts.lead.same);
    return true;
  }

  function arrive() {
    const link = takeRelay();
    if (link) take(link, texts.lead.refused_link);
    return Boolean(link);
  }

  const shop = {
    ...given, said, element, draw, show, tell, take,

    start() { draw(startView(shop)); },

    /** Between two people: nothing of an answer is on the screen. @param {"thanks" | "left" | ""} [after] */
    between(after = "") { draw(betweenView(shop, after)); },

    /** Seats the next person, or the one who has begun. @param {boolean} [afresh] */
    sit(afresh = room.seat === null) {
      if (afresh) {
        room.change({ seat: newSeat() });
        sweep();
      }
      const seat = String(room.seat);
      const title = fill(texts.seat.title, { n: room.next });
      draw(el("div.seat", el("h1.unseen", { tabindex: -1 }, title), seatView(definition, seat, finish)),
        el("span.soft", title), twice(texts.seat.leave, texts.seat.sure, () => shop.leave()));
    },

    /** The person at the questions leaves without answers. */
    leave() {
      room.skip();
      shop.between("left");
      sweep();
    },

    reveal() { draw(revealView(shop)); },

    end() {
      room.end();
      shop.start();
      tell(texts.lead.ended);
      sweep();
    },

    /** Says what has no place on the screen. @param {string} sentence */
    say(sentence) {
      status.textContent = "";
      // a changed text is only heard if the region was seen empty before
      requestAnimationFrame(() => { status.textContent = sentence; });
    },
  };

  if (room.way || room.n) shop.between();
  else shop.start();
  // a person who has begun here meets it again; what others have begun and left is erased
  sweep();
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("beforeunload", (event) => { if (!room.kept && room.n) event.preventDefault(); });
  return shop;
}
