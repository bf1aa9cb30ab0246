// What only some host pages ask of the element, loaded when it is asked for:
// answers, a result or a respondent that it brings, an end, a life in another
// document. Nobody at the widget did it, so neither focus nor page moves.

import { emitError } from "../emit.js";
import { answersOf } from "./export.js";

/** @import { AnswersDocument, Screen } from "../types.js" */
/** @import { TautlineError } from "../engine.js" */
/** @import { Flow } from "../flow.js" */

/** Milliseconds after which a storage that does not answer holds nothing up. */
const SILENCE = 1000;

/** What each widget has been asked for, one after the other; first, what was saved is taken over. @type {WeakMap<Flow, Promise<any>>} */
const queues = new WeakMap();

/** Does what has been asked for, in this order, unless the widget has ended: then it stays asked for. @param {Flow} flow @param {[deed: string, given?: any][]} asked */
export function act(flow, asked) {
  if (!flow.shell.element.isConnected) return;
  let done = queues.get(flow) ?? Promise.race([flow.session.load(), new Promise((resolve) => setTimeout(resolve, SILENCE))]);
  for (const [deed, given] of asked.splice(0)) {
    done = done.then(() => deeds[/** @type {keyof typeof deeds} */ (deed)](flow, given)).catch((raised) => {
      const { cause = "stopped", problems = [] } = /** @type {Partial<TautlineError>} */ (raised);
      emitError(flow.host, problems, cause, flow.texts.core[cause] ?? flow.texts.core.failed);
    });
  }
  queues.set(flow, done);
}

/** Draws a screen of the person's own answers where it is. @param {Flow} flow @param {Screen} screen */
function show(flow, screen) {
  flow.viewed = undefined;
  Object.assign(flow.session.place, { screen });
  flow.session.save();
  flow.tell("screen");
  flow.show(true);
}

const deeds = {
  /** Replaces the answers, unless the core refuses them. @param {Flow} flow @param {AnswersDocument} given */
  async answers(flow, given) {
    const answers = answersOf(structuredClone(given));
    await flow.engine.progress(answers);
    flow.session.replace(answers);
    show(flow, "review");
    await flow.ask();
  },

  /** @param {Flow} flow */
  finish(flow) { show(flow, "result"); },

  /** @param {Flow} flow */
  reset(flow) {
    flow.session.erase();
    show(flow, "intro");
    deeds.respondent(flow, flow.host.getAttribute("respondent"));
  },

  /** Seats a person who has neither chosen a role nor begun. @param {Flow} flow @param {string | null} role */
  respondent(flow, role) {
    const { session, session: { place }, model } = flow;
    if (place.role || place.screen !== "intro" || session.begun() || !model.roles.some(({ id }) => id === role)) return;
    place.role = role;
    flow.show(true);
  },

  /** Opens a link: an address or a text that holds it, or a token alone; nothing closes it again. @param {Flow} flow @param {string | null} given */
  async result(flow, given) {
    if (!given) return flow.viewed && show(flow, flow.session.place.screen);
    const { view } = flow;
    flow.view = (answers) => {
      Object.assign(flow, { view, viewed: answers });
      flow.tell("screen");
      flow.show(true);
    };
    await flow.together("openLink", /\bfor=\w+/.exec(given)?.[0] ?? given);
    flow.view = view;
  },
};

/** Copies of sheets, by the window that they are for. @type {WeakMap<Window, Map<CSSStyleSheet, CSSStyleSheet>>} */
const copies = new WeakMap();

/**
 * Lets a root wear sheets in the document that it has come to, since a sheet belongs to one and an adopted root has none.
 * @param {ShadowRoot} root @param {CSSStyleSheet[]} worn
 */
export function adopt(root, worn) {
  const view = /** @type {(Window & typeof globalThis) | null} */ (root.ownerDocument.defaultView);
  // the document of a template: nothing is drawn there
  if (!view) return;
  const known = copies.get(view) ?? new Map();
  copies.set(view, known);
  /** @param {CSSStyleSheet} sheet */
  const copy = (sheet) => {
    if (!known.has(sheet)) {
      const made = new view.CSSStyleSheet();
      made.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join(""));
      known.set(sheet, made);
    }
    return known.get(sheet);
  };
  const { set } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(ShadowRoot.prototype, "adoptedStyleSheets"));
  const wear = () => set?.call(root, worn.map(copy));
  Object.defineProperty(root, "adoptedStyleSheets", {
    configurable: true,
    get: () => new Proxy(worn, {
      set(list, place, value) {
        const done = Reflect.set(list, place, value);
        wear();
        return done;
      },
    }),
    set(list) {
      worn = [...list];
      wear();
    },
  });
  wear();
}
