// Shapes that cross between the core and the page, as `src/api.rs` writes them.
// Numbers are unrounded; null stands for an undefined number.

export type Reply<T> = { ok: { value: T; warnings: Problem[] } } | { refused: { problems: Problem[] } };
export interface Problem { code: string; severity: "error" | "warning" | "note"; at: string; line: number; column: number; message: string; help: string }
export interface Identity { id: string; version: string; title: string; fingerprint: string }
/** `author::check`: what `silenced` in the definition takes out of the warnings, each with its reason. */
export interface Checked extends Identity { silenced: { problem: Problem; reason: string }[] }
/** `author::rules`: why a rule exists, a fragment in which it is found, what to do. */
export interface LintRule { code: string; severity: "warning" | "note"; why: string; example: string; mend: string }
/** `orders`: of each item whose choices are shuffled, where a definition draws or shuffles. */
export interface Progress {
  applicable: string[]; answered: number; dont_know: number; of: number; open: string[];
  orders?: { item: string; choices: (string | number)[] }[];
  /** The answers that stand in later texts, in words; null for none. */
  pipes?: { item: string; words: string | null }[];
}

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
  /** Only where the definition has such. */
  quiz?: QuizReport; targets?: TargetReport[]; norms?: NormReport[]; archetypes?: Archetypes;
}
/** Marks are the weights of the scale's members; those of an item can be negative, of the whole they are not. */
export interface QuizReport {
  score: Score; marks: number; of: number; pass: number | null; passed: boolean | null; text: string | null; items: QuizItem[];
}
export interface QuizItem {
  id: string; text: string; state: "right" | "partly" | "wrong" | "open"; marks: number | null; of: number;
  answer: string | null; right: string | null; feedback: string[];
}
/** A gap above 0 is beyond the target. */
export interface TargetReport { of: Score; at: number; gap: number | null; reached: boolean | null; text: string | null }
export interface NormReport {
  of: Score; group: string; n: number; unit: "percentile" | "t" | "z" | "sten" | "stanine" | "iq"; source: Source[]; value: number | null;
}
/** The nearest first; `distance` in points, null unless `known`. */
export interface Archetypes {
  title: string; known: boolean; of: Score[]; list: (Named & { text: string; at: number[]; distance: number | null })[];
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

declare module "./taut-line.js" {
  /** The properties that mirror an attribute: the empty string where it is absent, and it makes it absent. */
  interface TautLine {
    /** Address of another definition. */
    src: string;
    /** `auto`: the colours of the page, if it declares a `color-scheme`, else those of the system; `light`, `dark`: these. */
    theme: string;
    /** Id of the role that is chosen at first, while nothing is answered; an unknown one is ignored. */
    respondent: string;
    /** A link, any text that holds one, or the token of a result: it is opened when it is set. */
    result: string;
    /** Keeps the answers apart from those of another widget with the same definition. */
    storageKey: string;
    /** Address of a benchmark file. */
    benchmark: string;
  }
}

/** A number of a group, or why it is not shown; never 0 or null for that. */
export type Figure<T = number> = T | { hidden: "too_few" | "difference" | "anonymous" | "too_many" | "undefined" };
export interface GroupRequest { anonymous?: boolean; cell?: number; sides?: [string[], string[]]; published?: number }
export interface Group {
  status: "shown" | "too_few" | "too_soon"; anonymous: boolean; cell: number; n: number; doubled: number; refused: number;
  all: Figures | null; roles: { id: string; label: string; n: number; figures: Figure<Figures> }[];
  /** The first side less the second, in standard deviations; each needs `least` scores. */
  sides: { least: number; first: GroupSide; second: GroupSide; scales: { scale: string; n: [number, number]; hedges_g: Figure }[] } | null;
  /** By unit, of which `least` need as many scores as the cell. */
  units: { least: number; scales: { scale: string; units: number; icc1: Figure; icc2: Figure }[] } | null;
}
/** Roles that are compared; the label is that of the definition, if they are its own. */
export interface GroupSide { label: string | null; roles: string[] }
/** What a person says of a benchmark: `date` as YYYY-MM-DD, `minimum` at least 20. */
export interface BenchmarkLabel { source: string; date: string; minimum: number }
/** How the scores of a group lie: a file that may be published. Points 0 to 100, rounded to hundredths. */
export interface Benchmark extends BenchmarkLabel {
  benchmark: 1; instrument: { id: string; version: string; fingerprint: string; scoring: number }; n: number; scales: (Quantiles & { id: string })[];
}
export interface Quantiles { n: number; p10: Figure; p25: Figure; p50: Figure; p75: Figure; p90: Figure }
/** A result beside a benchmark: one entry per scale. `edge`: give or take its wobble, the score could be on either side of an end of the middle half. */
export interface Placed extends BenchmarkLabel { n: number; scales: (Quantiles & { score: Score; place: PlaceWord })[] }
export type PlaceWord = "within" | "below" | "above" | "edge" | "no_score" | "no_band";
/**
 * How an instrument has done in a group, for those who look after it: nothing below `least` sheets, no figure that rests on fewer.
 * `n` of a scale counts sheets that answer all of it; alpha with its 95 % interval, `item_total` and `alpha_if_deleted` rest on
 * them, each item with the weight it has in the score. `sd` and `sem` are in points of the score. `too_many` items have no figures.
 */
export interface Calibration {
  status: "shown" | "too_few"; least: number; n: number;
  scales: (Named & {
    dimension: string | null; n: number; alpha: Figure; low: Figure; high: Figure; sd: Figure; sem: Figure;
    /** In the order of the scale. Points count in its direction; a share is of those who answered or do not know. */
    items: {
      id: string; text: string; part: string | null; reversed: boolean; n: number; dont_know: number;
      mean: Figure; dont_know_share: Figure; item_total: Figure; alpha_if_deleted: Figure;
    }[];
  })[] | null;
  /** Spearman's rho of a composite and an item that should agree. */
  agreements: { of: string; title: string; dimension: string | null; item: string; text: string; n: number; rho: Figure }[] | null;
  units: Group["units"];
}
/** What a text brought into a group; `refused` has the first of what could not be read, each with its line in the text. */
export interface Gathered { added: number; doubled: number; refused: Problem[]; refused_total: number; /** Of another assessment or edition, among the refused. */ foreign: number }
/** Of all sheets or one role: points 0 to 100, `ad` in steps of 25, items sorted by it. */
export interface Figures {
  items: {
    id: string; text: string; reversed: boolean; part: string | null; n: number; dont_know: number;
    ad: Figure; spread: Figure<boolean>; mean: Figure; sd: Figure; min: Figure; max: Figure;
    /** How often each value was given, the least points first; undefined where there are very many. */
    answers: Figure<{ points: number; n: number }[]>;
  }[];
  scales: (Named & {
    dimension: string | null; n: number; mean_ad: Figure; r_star_wg: Figure; r_star_wg_items: number;
    mean: Figure; sd: Figure; min: Figure; max: Figure;
  })[];
  bands: (Named & { of: string; n: number; mean: Figure; min: Figure; max: Figure; levels: (Named & { n: Figure })[] })[];
  /** `concordance`: the word of the definition for W; null where there is none, or no W. */
  rankings: { id: string; text: string; n: number; kendall_w: Figure; concordance: string | null; ranks: { id: string; label: string; mean_rank: Figure }[] }[];
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
export interface Choice { value: string | number; label: string; image?: { src: string; alt: string } }
export type Kind = "choice" | "number" | "allocation" | "ranking" | "grid" | "prediction" | "multiple" | "text" | "note" | "info";
export interface Item {
  id: string; text: string; help?: string; kind: Kind; choices: Choice[]; rows: Choice[]; min: number; max: number; step: number;
  unit: string; total: number; of?: string; show_if?: string; optional: boolean; page: number; ordinal: number;
  /** Whether it need not be answered. */
  free?: boolean;
  /** How many may be chosen, of several. */
  most?: number;
  hints?: string[]; image?: { src: string; alt: string };
}
/** `label` is that of the switch before the optional items, if there are any. */
export interface Page { title: string; text?: string; label?: string; items: Item[] }
export interface Model {
  id: string; version: string; title: string; language: string; intro: string[]; dont_know: string; glossary: { term: string; text: string }[];
  roles: { id: string; label: string; counterpart?: string }[]; dimensions?: Named[]; items: Map<string, Item>; pages: Page[]; asked: Item[]; shape: string; compiled?: string; advice?: {};
  /** Whether the core has to be asked after each answer, whatever depends on it. */
  live?: boolean;
  quiz?: { scale: string; pass?: number; show?: "each" | "end"; attempts?: number; time?: { seconds: number; more?: number[] } };
  /** What only a definition of the wider language has, by `wide/model.js`: by page, whether its items are drawn; the items of a quiz; whether roles have weights. */
  wide?: { texts: import("./wide.js").WideTexts; drawn: boolean; pools: boolean[]; piped: import("./wide/pipes.js").Written | undefined; languages: string[]; quizzed: Set<string>; weighed: boolean };
  editions?: { version: string; fingerprint: string; src?: string }[];
}
/** What an item holds: an answer, or an entry that is not finished, such as some parts of an allocation or what was typed for a number. */
export type Value = string | number | (string | number)[] | { [part: string]: string | number } | { text: string };
/**
 * `seed`: of what is drawn; undefined where nothing is. Of a quiz: which answers were checked, when it was begun in milliseconds,
 * how many times longer it may take, whether its result was seen, how often it was taken.
 */
export interface Place {
  seed?: number | undefined; checked?: string[]; began?: number; longer?: number; seen?: boolean; taken?: number;
  role: string | null; screen: Screen; page: number; seconds: number; open: number[]; invited: boolean;
}
export type Screen = "intro" | "page" | "review" | "result";
/** What a store holds under a key, by item; where the person is has no item. */
export type Records = [id: string, record: any][];
/** Whether a record of a store can be read. */
export type Fits = (id: string, record: any) => unknown;
/** What is said in one language, by its name; each object knows the language as Intl does. */
export type Catalogue<T> = T extends string ? T : { [Name in keyof T]: Catalogue<T[Name]> } & Spoken;
export type Spoken = { readonly tag: string };
export type Wording = Catalogue<typeof import("./texts/en.json")>;
/** The wording of everything but the result. */
export type Texts = Omit<Wording["flow"], "causes" | "core"> & { causes: ByCause; core: ByCause & { failed: string } };
interface ByCause { [cause: string]: string }
export interface AnswersDocument {
  instrument: string; version?: string; fingerprint?: string; role?: string | undefined; seed?: number | undefined; active_seconds?: number; answers: { [item: string]: Value };
}


/**
 * Two people's answers side by side: the reply of `compare`. Every gap and difference is second minus first, in points 0..100.
 * The core puts the person first whose role comes first in the definition where the two roles are counterparts, else as given.
 */
export interface Comparison {
  instrument: Identity;
  /** Whether the answers given first are `second` here. */
  swapped: boolean;
  first: Person; second: Person;
  /** One per scale, in the order of the definition. */
  gaps: Gap[];
  /** Over a list of items of the definition, each of them once; null where it names none. */
  overall: Gap | null;
  /** The scored items both answered, the largest difference first; equal ones in the order of the definition. */
  items: ItemPair[];
  /** How many of the common items are two answer steps apart: of those that `overall` counts (null without it), and of all. */
  two_steps: { overall: Part | null; all: Part };
  similarity: Similarity | null;
  priorities: SharedPriorities | null;
  /** How far the two divide alike what `Shift` divides; null where the definition names none. */
  shift: SharedShift | null;
  /** What each answered "don't know" of a list of the definition; skipped items count in `of` only. */
  visibility: { title: string; first: Share; second: Share } | null;
  /** In the order of the items, the first person's before the second's; those without the answers they need are left out. */
  predictions: PredictionResult[];
  /** Those that read the pair first, then those of both persons merged; at most the limit of the definition. */
  advice: SharedAdvice[];
}
export type Side = "first" | "second";
/** One person of two: what draws both in one picture. */
export interface Person {
  role: string | null; role_label: string | null;
  /** The weakest status of all scales. */
  status: Status;
  scales: Score[]; picture: Picture | null; dimensions: DimensionReport[];
}
/** `not_enough`: too few common items, and no gap; `ask`: worth asking. */
export type GapFlag = "none" | "ask" | "clear" | "not_enough";
export interface Gap {
  /** Of a scale; null for the overall gap. */
  id: string | null; title: string; dimension: string | null;
  /** -100..100: the mean over common items in the direction of the scale, not the difference of two scores; null when `not_enough`. */
  gap: number | null; flag: GapFlag;
  /** Items that both answered, of those that apply to both. */
  common: number; of: number;
}
export interface Part { count: number; common: number }
export interface ItemPair {
  id: string;
  /** The row of a grid. */
  part: string | null; text: string; dimension: string | null;
  /** Points 0..100 in the direction of the item's scale, and their difference. */
  first: number; second: number; difference: number; two_steps: boolean;
  /** The answers in words. */
  first_answer: string; second_answer: string;
}
/** `level`: one rates nearly everything higher; `pattern`: they see different strengths. */
export type Verdict = "close" | "level" | "pattern" | "mixed" | "not_enough";
export interface Similarity {
  verdict: Verdict;
  /** Common items, of those that apply to both. */
  common: number; of: number;
  /** -1..1, double-entry intraclass correlation; null when all values are equal. */
  icc_de: number | null;
  /** Squared distance of the two profiles, and the three parts that add up to it. */
  d2: number | null; elevation: number | null; scatter: number | null; shape: number | null;
  /** The parts as shares 0..1 of `d2`; null when it is 0. */
  elevation_share: number | null; scatter_share: number | null; shape_share: number | null;
}
export interface SharedPriorities {
  item: string; text: string;
  /** -1..1, Spearman's rank correlation; null unless both ranked. */
  rho: number | null; same_first: boolean | null;
  /** In the order of the definition; ranks count from 1, 1 the most important. */
  rows: { id: string; label: string; first: number | null; second: number | null }[];
}
export interface SharedShift extends Named {
  now_title: string; next_title: string;
  /** How much would have to move between the parts to make one's answer the other's, in the unit of the answer; null unless both answered. */
  now: number | null; next: number | null;
  rows: { id: string; label: string; now: { first: number | null; second: number | null }; next: { first: number | null; second: number | null } }[];
}
/** `share` is 0..1; null when nothing applies. */
export interface Share { dont_know: number; of: number; share: number | null }
/** What `by` guessed of the other's answer: as a distance in points 0..100 where answers have points, else as a hit or not. */
export interface PredictionResult {
  /** The guess, the item it is about, and that item's text. */
  item: string; of: string; text: string; by: Side; kind: "distance" | "hit";
  /** In words: the guess, the answer of who guessed, the answer that was guessed. */
  guess: string; own: string | null; actual_answer: string;
  /** For a distance: between own answer and guess, between the two answers, between guess and answer. */
  expected: number | null; actual: number | null; error: number | null;
  result: "none" | "false_conflict" | "false_consensus" | null;
  hit: boolean | null;
}
export interface SharedAdvice extends Named {
  /** With its variants and with every placeholder filled. */
  text: string; owner: string; first_step: string; sign: string; dimension: Named | null; variants: string[];
  /** Whether it reads the pair. Such a one has no priority and is seen by both. */
  pair: boolean; seen_by: Side[];
  /** The mean of both persons' priorities, 0 for a person to whom it does not apply. */
  priority: number | null;
}

/** Two sets of answers of one person: the reply of `change`. Every change is new minus old; `within`: no more than the usual wobble. */
export interface Change {
  instrument: Identity;
  old: Person; new: Person;
  /** One per scale: the mean change of common items in points; null when `not_enough`. */
  scales: ScaleChange[];
  /** One per composite with a limit: the difference of the two values; null and `not_enough` unless both exist. */
  scores: ScoreChange[];
  /** The scored items answered both times whose points differ, as in `Comparison`: `first` is old, `second` is new. */
  items: ItemPair[];
  /** The recommendations given with the old answers, by whether they still apply to the new. */
  advice: { gone: AdviceTitle[]; still: AdviceTitle[] };
}
export type Movement = "moved" | "within" | "not_enough";
export interface ScaleChange extends Named {
  dimension: string | null; change: number | null;
  /** Above it a change counts as `moved`; null where the definition sets none: then nothing is ever `moved`. */
  limit: number | null; movement: Movement; common: number; of: number;
}
export interface ScoreChange extends Named {
  dimension: string | null; display: "number" | "percent"; old: number | null; new: number | null; change: number | null;
  limit: number; movement: Movement;
}
export interface AdviceTitle extends Named { dimension: Named | null }

// The studio, as `src/author/` writes it.

/** `author::formats`: the formats of other tools. `ends` and `end` begin with a dot. */
export interface Formats {
  imports: { id: string; title: string; ends: string[]; several: boolean }[];
  exports: { id: string; title: string; end: string }[];
}
/** A file: its name, `/` between folders, and what is in it. */
export type Made = [name: string, bytes: Uint8Array];
/** What is not carried over: where it stands in the source, what it is, why, and what stands instead. */
export interface Loss { at: string; construct: string; sentence: string; instead: string }
/** `author::import`: JSON text of a definition that the gate accepts. `assumptions` are to be confirmed by the author. */
export interface Imported { definition: string; losses: Loss[]; assumptions: { at: string; sentence: string }[] }
/** `author::export`: one file, or those of a package, its manifest first. */
export interface Exported { files: { name: string; text: string }[]; losses: Loss[] }
/** `author::diff`: two editions. Texts of values are as they are, other values JSON, `""` for none. */
export interface Diff {
  old: Identity; new: Identity;
  changes: {
    list: string; id: string; field: string; what: "added" | "removed" | "moved" | "changed";
    /** The most it can do. */
    effect: "words" | "results" | "links" | "scores"; was: string; now: string;
  }[];
  scores: {
    kind: string; id: string; status: "comparable" | "changed" | "added" | "removed"; because: string[];
    /** Items behind it that read otherwise. */
    reworded: string[];
  }[];
  /** `add`: the entry of `editions` that is missing, or `""`. */
  links: { open: "directly" | "by_edition" | "named" | "no"; text: string; add: string };
  answers: { read: boolean; text: string };
  findings: { severity: "error" | "warning" | "note"; id: string; text: string; help: string }[];
}
/** What simulated respondents got. Respondent i, from 0, has the seed `seed + i` modulo 2^32. */
export interface Simulation {
  n: number; kind: string; seed: number;
  scales: Distribution[]; metrics: Distribution[];
  /** After the gates. */
  bands: (Named & { none: number; levels: Counted[] })[];
  /** By dimension. */
  states: (Named & { none: number; states: Counted[] })[];
  /** `n`: how often it was given; `triggered`: how often it applied. */
  advice: (Counted & { triggered: number })[];
  /** The nearest; `none`: not all their scores are known. */
  archetypes: { none: number; list: Counted[] } | null;
  quiz: { passed: number; failed: number; none: number } | null;
  never: Extreme[]; always: Extreme[];
}
export interface Counted extends Named { n: number }
/** What nobody got, or everybody; `of`: the band, or the dimension of a state. */
export interface Extreme extends Named { kind: "level" | "state" | "advice" | "archetype"; of: string | null }
/** Of one scale or composite; provisional values are among those described. */
export interface Distribution extends Named {
  scored: number; provisional: number; none: number;
  min: number | null; p10: number | null; p25: number | null; p50: number | null; p75: number | null; p90: number | null; max: number | null;
  mean: number | null; sd: number | null;
  /** What a value can be, the outermost values where that is open; null without any. `histogram` counts its twentieths. */
  range: [number, number] | null; histogram: number[];
}
