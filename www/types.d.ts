// Shapes that cross between the core and the page, as `src/api.rs` writes them.
// Numbers are unrounded; null stands for an undefined number.

export type Reply<T> = { ok: { value: T; warnings: Problem[] } } | { refused: { problems: Problem[] } };
export interface Problem { code: string; severity: "error" | "warning"; at: string; line: number; column: number; message: string; help: string }
export interface Identity { id: string; version: string; title: string; fingerprint: string }
export interface Progress { applicable: string[]; answered: number; dont_know: number; of: number; open: string[] }

export type Status = "scored" | "provisional" | "not_scored";
export interface Score {
  id: string; title: string; status: Status; value: number | null; low: number | null; high: number | null;
  band: [number, number] | null; answered: number | null; of: number | null; display: "number" | "percent"; dimension: string | null;
}
export interface Named { id: string; title: string }
export interface Level extends Named { number: number; text: string; from: number }
export interface Finished {
  instrument: Identity;
  role: string | null; role_label: string | null; scales: Score[]; metrics: Score[];
  bands: {
    id: string; status: Status; value: number | null; level: string | null; raw: number | null;
    between: [number, number] | null; range: [number, number] | null; gates: { level: number; id: string; dimensions: string[] }[];
  }[];
  states: { dimension: string; id: string | null }[];
  advice: string[]; triggered: string[]; notes: string[]; counts: { id: string; value: number }[]; report: Report;
}
export interface Report {
  picture: Picture | null; dimensions: DimensionReport[]; bands: BandReport[];
  picks: { id: string; dimension: Named | null; item: { id: string; text: string } | null }[];
  appraisals: Appraisal[]; shifts: Shift[]; advice: Advice[]; notes: { id: string; text: string }[]; notes_closing: string;
  marks: Mark[]; about: string[]; source: Source[]; license: string;
}
export interface Picture {
  across_title: string; up_title: string; corridor: number;
  points: { dimension: string; title: string; across: Score; up: Score; lead: number | null; status: Status }[];
}
export type Tone = "pressed" | "leaning_pressed" | "level" | "leaning_reserve" | "reserve";
export interface DimensionReport extends Named {
  status: Status; scores: Score[]; lead: Score | null; state: { id: string; title: string; text: string; tone: Tone } | null;
}
export interface BandReport extends Named {
  note: string; of: Score; status: Status; value: number | null; raw: number | null; between: [number, number] | null;
  range: [number, number] | null; levels: Level[]; gates: { level: number; id: string; text: string; dimensions: Named[] }[]; next: Next | null;
}
export interface Next { level: number; title: string; found: boolean; changes: { item: string; text: string; from: string | null; to: string; steps: number }[] }
export interface Appraisal extends Named {
  score: Score | null; top: string | null;
  rows: { id: string; label: string; rank: number | null; weight: number | null; grade: string | null; points: number | null; opportunity: number | null }[];
}
export interface Shift extends Named {
  score: Score | null; now_title: string; next_title: string; rows: { id: string; label: string; now: number | null; next: number | null }[];
}
export interface Advice extends Named {
  text: string; owner: string; first_step: string; sign: string; dimension: Named | null; variant: string | null;
  severity: number; weight: number; priority: number;
  because: { kind: "item" | "score"; id: string; text: string; answer: string | null; value: number | null }[];
}
export interface Mark { item: string; text: string; item_text: string; answer: string | null; low: number | null; high: number | null; source: { title: string; url: string | null }[] }
export interface Source { title: string; url: string | null }

/** A number of a group, or why it is not shown; never 0 or null for that. */
export type Figure<T = number> = T | { hidden: "too_few" | "difference" | "anonymous" | "undefined" };
export interface GroupRequest { anonymous?: boolean; cell?: number; sides?: [string[], string[]]; published?: number }
export interface Group {
  status: "shown" | "too_few" | "too_soon"; anonymous: boolean; cell: number; n: number; doubled: number; refused: number;
  all: Figures | null; roles: { id: string; label: string; n: number; figures: Figure<Figures> }[];
  sides: { scale: string; n: [number, number]; hedges_g: Figure }[] | null;
  units: { scale: string; units: number; icc1: Figure; icc2: Figure }[] | null;
}
/** Of all sheets or one role: points 0 to 100, `ad` in steps of 25, items sorted by it. */
export interface Figures {
  items: {
    id: string; text: string; reversed: boolean; part: string | null; n: number; dont_know: number;
    ad: Figure; spread: Figure<boolean>; mean: Figure; sd: Figure; min: Figure; max: Figure;
  }[];
  scales: (Named & {
    dimension: string | null; n: number; mean_ad: Figure; r_star_wg: Figure; r_star_wg_items: number;
    mean: Figure; sd: Figure; min: Figure; max: Figure;
  })[];
  bands: (Named & { of: string; n: number; mean: Figure; min: Figure; max: Figure; levels: (Named & { n: Figure })[] })[];
  rankings: { id: string; text: string; n: number; kendall_w: Figure; ranks: { id: string; label: string; mean_rank: Figure }[] }[];
}

export interface Explanation extends Named {
  kind: "scale" | "composite" | "band"; score: Score; missing: { scored: number; provisional: number } | null;
  members: {
    item: string; text: string; state: "answered" | "dont_know" | "not_answered" | "hidden"; answer: string | null; points: number | null;
    key: "+" | "-"; keyed: number | null; weight: number; curve: [number, number][] | null;
  }[];
  sum: number | null; weight: number | null; trace: Trace | null;
  levels: { number: number; id: string; title: string; from: number; reached: boolean; gates: { id: string; text: string; passed: boolean; trace: Trace }[] }[];
}
export interface Trace {
  label: string; title: string | null; kind: "number" | "name" | "call" | "operator"; value: number | null;
  truth: "yes" | "no" | "unknown" | null; decided: boolean; args: Trace[];
}

/** What the page keeps of a definition; the core alone decides whether it is sound. */
export interface Choice { value: string | number; label: string }
export type Kind = "choice" | "number" | "allocation" | "ranking" | "grid" | "prediction";
export interface Item {
  id: string; text: string; help?: string; kind: Kind; choices: Choice[]; rows: Choice[]; min: number; max: number; step: number;
  unit: string; total: number; of?: string; show_if?: string; optional: boolean; page: number; ordinal: number;
}
/** `label` is that of the switch before the optional items, if there are any. */
export interface Page { title: string; text?: string; label?: string; items: Item[] }
export interface Model {
  id: string; version: string; title: string; language: string; intro: string[]; dont_know: string; glossary: { term: string; text: string }[];
  roles: { id: string; label: string; counterpart?: string }[]; items: Map<string, Item>; pages: Page[]; asked: Item[]; shape: string; compiled?: string;
}
/** What an item holds: an answer, or an entry that is not finished, such as some parts of an allocation or what was typed for a number. */
export type Value = string | number | (string | number)[] | { [part: string]: string | number };
export interface Place { role: string | null; screen: Screen; page: number; seconds: number; open: number[] }
export type Screen = "intro" | "page" | "review" | "result";
export type Wording = typeof import("./texts/en.json");
/** The wording of everything but the result. */
export type Texts = Omit<Wording["flow"], "causes" | "core"> & { causes: ByCause; core: ByCause & { failed: string } };
interface ByCause { [cause: string]: string }
export interface AnswersDocument {
  instrument: string; version?: string; fingerprint?: string; role?: string | undefined; active_seconds?: number; answers: { [item: string]: Value };
}

