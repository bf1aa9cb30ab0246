/** An assessment in a page. Events bubble and cross shadow roots. */
export class TautLine extends HTMLElement {
  /** The definition as an object or JSON text; overrides `src` and a data block among the children. */
  definition: unknown;
  /** The answers document; setting one replaces the answers once the core accepts it. Undefined before the first screen. */
  get answers(): Answers | undefined;
  set answers(answers: Answers | undefined);
  /** Where the person is. */
  readonly phase: "idle" | "loading" | "answering" | "done" | "error";
  /** Address of a definition. */
  src: string;
  /** Language of buttons and hints; without it that of the page around, else English. */
  lang: string;
  /** `auto` follows the page or the system. */
  theme: string;
  /** The role that is chosen at the start; unknown ones are ignored. */
  respondent: string;
  /** A result link, or a text that holds one: the widget opens in that result. */
  result: string;
  /** Keeps answers apart from those of another widget with the same definition. */
  storageKey: string;
  /** Address of a benchmark file. */
  benchmark: string;
  /** Opens a result link or an invitation, as `result` does. */
  open(link: string): void;
  /** Shows the result of the answers so far. */
  finish(): void;
  /** Erases all answers without asking. */
  reset(): void;
  addEventListener<K extends keyof TautLineEvents>(type: K, listener: (event: TautLineEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface TautLineEvents {
  /** The core has accepted the definition. */
  "taut-ready": CustomEvent<{ id: string; version: string; title: string; fingerprint: string }>;
  /** An item was answered, or its answer taken back. */
  "taut-answer": CustomEvent<{ item: string }>;
  /** A result is on screen: scores unrounded, null where undefined, and the answers they rest on. */
  "taut-complete": CustomEvent<Result & { answers: Answers }>;
  /** What could not be loaded, was refused or stopped. */
  "taut-error": CustomEvent<{ problems: Problem[] }>;
}

export interface Answers { instrument: string; version: string; role?: string; active_seconds?: number; answers: Record<string, unknown> }
export interface Score {
  id: string; title: string; status: "scored" | "provisional" | "not_scored";
  value: number | null; low: number | null; high: number | null; band: [number, number] | null;
}
export interface Result {
  instrument: { id: string; version: string; title: string; fingerprint: string };
  role: string | null; scales: Score[]; metrics: Score[];
  bands: { id: string; status: Score["status"]; value: number | null; level: string | null }[];
  advice: string[];
}
export interface Problem { code: string; severity: "error" | "warning"; at: string; line: number; column: number; message: string; help: string }

declare global {
  interface HTMLElementTagNameMap { "taut-line": TautLine }
  interface HTMLElementEventMap extends TautLineEvents {}
}
