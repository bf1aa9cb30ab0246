// What a learning system keeps of one person and this package. No call throws, whatever the system does; how the
// calls go is to be asked.

/** @import { Found } from "./find.js" */

/** What a system need not have. */
const OPTIONAL = ["min", "max"];
/** What a status is before anything was done. */
const UNTOUCHED = ["", "unknown", "not attempted"];

export class Record {
  #version;
  #api;
  #open = false;
  #since = 0;
  /** Whether something was not taken since the last commit. */ #failed = false;

  /** @param {Found} found */
  constructor({ version, api }) {
    this.#version = version;
    this.#api = api;
  }

  /** Begins a session; returns whether there is one. */
  open() {
    this.#since = performance.now();
    this.#failed = false;
    this.#open = true;
    this.#open = this.#taken("open", "");
    if (UNTOUCHED.includes(this.get("status"))) this.set("status", "incomplete");
    // otherwise what is kept goes with the session
    this.set("exit", "suspend");
    return this.#open;
  }

  /** @param {string} name @returns {string} empty if there is nothing */
  get(name) { return String(this.#call("get", this.#version.names[name]) ?? ""); }

  /** @param {string} name ignored if the version has no such value @param {string | number} value */
  set(name, value) {
    const known = this.#version.names[name];
    if (known && !this.#taken("set", known, String(value)) && !OPTIONAL.includes(name)) this.#failed = true;
  }

  /** Has all of it stored, with the time of this session so far; returns whether the system took everything since the last time. */
  commit() {
    this.set("time", this.#version.duration((performance.now() - this.#since) / 1000));
    const taken = this.#taken("commit", "") && !this.#failed;
    this.#failed = false;
    return taken;
  }

  /** Ends the session; a second time does nothing. */
  close() {
    this.commit();
    this.#taken("close", "");
    this.#open = false;
  }

  /** Whether a call was made and the system says that it was done. @param {"open" | "set" | "commit" | "close"} name @param {...string} given */
  #taken(name, ...given) { return String(this.#call(name, ...given)) === "true"; }

  /** @param {"open" | "get" | "set" | "commit" | "close"} name @param {...(string | undefined)} given */
  #call(name, ...given) {
    if (!this.#open) return undefined;
    try {
      return this.#api[this.#version.calls[name]]?.(.../** @type {string[]} */ (given));
    } catch {
      return undefined;
    }
  }
}
