// Which items apply, and how many of them have an answer. Only an instrument
// with conditions asks the core about it; else a click costs one addition.

/** @import { Answer, Item, Page } from "./types.js" */
/** @import { Flow } from "./flow.js" */

export class Applicability {
  #flow;
  #conditional;
  /** Ids that apply as the core says; a conditional item waits for it. @type {Set<string>} */ #applicable = new Set();
  #answered = 0;
  #of = 0;

  /** @param {Flow} flow */
  constructor(flow) {
    this.#flow = flow;
    this.#conditional = this.#items().some((item) => item.conditional);
  }

  /** @param {Item} item */
  applies(item) {
    const { role } = this.#flow.session;
    if (item.kind === "prediction" && !this.#flow.given.model.roles.find(({ id }) => id === role)?.counterpart) return false;
    return !item.conditional || this.#applicable.has(item.id);
  }

  /** The nearest page in a direction that has something to ask; -1 or the number of pages at the ends. @param {number} from @param {1 | -1} by */
  page(from, by) {
    const { pages } = this.#flow.given.model;
    let at = from + by;
    for (let page = pages[at]; page && !itemsOf(page).some((item) => this.applies(item)); page = pages[at]) at += by;
    return at;
  }

  /** Items that wait for an answer; optional ones never do. */
  open() { return this.#items().filter((item) => this.#counts(item) && this.#flow.session.answer(item.id) === null); }

  /** Counts anew; shown beside the progress. */
  recount() {
    const counted = this.#items().filter((item) => this.#counts(item));
    this.#of = counted.length;
    this.#answered = counted.filter((item) => this.#flow.session.answer(item.id) !== null).length;
    this.#show();
  }

  /** @param {Item} item @param {Answer | null} before @param {Answer | null} after */
  changed(item, before, after) {
    if (this.#counts(item)) this.#answered += Number(after !== null) - Number(before !== null);
    this.#show();
    if (this.#conditional) this.ask();
  }

  /** Asks the core which items apply, if any depends on answers. */
  async ask() {
    const { given: { engine, model }, session } = this.#flow;
    if (!this.#conditional || !engine.ready) return;
    try {
      this.#applicable = new Set((await engine.progress(session.document(model))).applicable);
      this.#flow.arrange();
      this.recount();
    } catch {
      // what applied before still applies; a broken core shows when the result is wanted
    }
  }

  /** @param {Item} item */
  #counts(item) { return !item.optional && this.applies(item); }

  #items() { return this.#flow.given.model.pages.flatMap(itemsOf); }

  #show() { this.#flow.progress.answered(this.#answered, this.#of); }
}

/** @param {Page} page */
const itemsOf = ({ items, optional }) => [...items, ...optional?.items ?? []];
