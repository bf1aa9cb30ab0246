//! Every bound of the product, one constant each, with its reason.
//!
//! A bound is checked before the work it limits is done. Each refusal names
//! the bound, so that an author learns it from the message.

/// Bytes of a definition file: as many items as an instrument may have, with some
/// hundred each. What is read leaves wasm memory grown for good. The core of every reader
/// reads [`SMALL_BYTES`]; larger ones have the wider core.
pub const DEFINITION_BYTES: usize = if cfg!(feature = "wide") { 2 * 1024 * 1024 } else { SMALL_BYTES };
/// Bytes of a definition that every reader's core reads, its compiled form included.
pub const SMALL_BYTES: usize = 256 * 1024;
/// Items up to which every reader's core reads a definition: it takes time in proportion
/// to their square, which is short for so many.
pub const SMALL_ITEMS: usize = 500;
/// Bytes of an answers document: some fifty for each item.
pub const ANSWERS_BYTES: usize = 256 * 1024;
/// Bytes of a text that is searched for a result link: a wrapped one has some hundreds.
pub const LINK_TEXT: usize = 8 * 1024;
/// Characters of a result link's token; longer ones do not survive messengers.
pub const LINK: usize = 2_000;
/// Nesting of JSON: recursion must end long before the stack does.
pub const JSON_DEPTH: usize = 32;
/// Decimal digits of a number: up to here every decimal has one exact reading
/// that needs no table, so all machines read the same bits.
pub const NUMBER_DIGITS: usize = 15;
/// Fields of one object of JSON: an answer for each item, and some to spare.
#[cfg(feature = "wide")]
pub const FIELDS: usize = 6_000;
/// Items of an instrument.
pub const ITEMS: usize = 5_000;
/// Members of all scales together, those of the scales below counted in each above:
/// a ladder of scales could repeat each of them hundreds of times.
pub const MEMBERS: usize = 50_000;
/// Dimensions of an instrument.
pub const DIMENSIONS: usize = 64;
/// Choices, parts or options of one set.
pub const CHOICES: usize = 32;
/// Entries of any other list in a definition.
pub const ENTRIES: usize = 500;
/// Characters of a text.
pub const TEXT: usize = 4_000;
/// Characters of a picture: some 24 kB.
pub const IMAGE: usize = 32 * 1024;
/// Characters of a title or label.
pub const TITLE: usize = 200;
/// Characters of a compiled form.
pub const COMPILED: usize = 512 * 1024;
/// Characters of an identifier.
pub const ID: usize = 64;
/// Characters of one expression.
pub const EXPRESSION: usize = 1_000;
/// Nodes of one expression after lists are spread out.
pub const EXPRESSION_NODES: usize = 1_000;
/// Nesting of one expression.
pub const EXPRESSION_DEPTH: usize = 32;
/// Nodes of all expressions of a definition together.
pub const ALL_NODES: usize = 20_000;
/// Largest absolute value of a bound, a cut-off or a constant.
pub const MAGNITUDE: f64 = 1e9;
/// Smallest and largest weight of a member or of advice.
pub const WEIGHT: (f64, f64) = (1e-6, 1e6);
/// Problems listed at most; a definition with more of them is not read further.
pub const PROBLEMS: usize = 200;
/// Work of one search for the next level, about fifty parts of expressions each:
/// some tens of milliseconds.
pub const SEARCH: usize = 60_000;
/// Members of a scale that such a search moves, the first ones: each step looks at all of them.
pub const LEVER: usize = 500;
/// Items that a text names at most: more are no sentence.
pub const ITEMS_NAMED: usize = 3;
/// Longest time spent on an assessment, in seconds: a year.
pub const SECONDS: f64 = 31_536_000.0;
/// Sheets of a cohort: up to here its exact sums fit 128 bits.
pub const SHEETS: usize = 1_000_000_000;
/// Fewest answers a figure rests on in a group that opens its sheets together: of
/// two each would know the other's.
pub const NAMED_CELL: usize = 3;
/// The same where nobody is to know who answered what: a few who tell each other
/// theirs must not be left with one.
pub const ANONYMOUS_CELL: usize = 5;
/// Different values of one item that a cohort tells apart; a choice has far
/// fewer, and beyond it a number is kept more coarsely.
pub const DISTINCT: usize = 1024;
/// Pairs of values of a score and an item that a cohort tells apart: five choices
/// against scores an eighth of a point apart.
pub const PAIRS: usize = 4096;
/// Members of a scale whose products are kept for its reliability: their number
/// grows with the square, and so does the work of adding a sheet.
pub const MATRIX: usize = 64;
/// Units of a cohort, each with a sum per scale.
pub const UNITS: usize = 500;
/// Bytes of the summary of a cohort.
pub const SUMMARY_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of a benchmark file: the largest instrument's needs a quarter of it.
pub const BENCHMARK_BYTES: usize = 256 * 1024;
/// Bytes of a questionnaire of another tool, all its files together.
pub const SOURCE_BYTES: usize = 4 * 1024 * 1024;
/// Files of such a questionnaire: the largest known model has some hundreds.
pub const SOURCE_FILES: usize = 2_000;
/// Bytes and nodes of a tree that aliases of YAML or nodes of XML make: a few
/// bytes can stand for very many.
pub const SOURCE_TREE: usize = 16 * 1024 * 1024;
/// Bytes of a kit after unpacking: that of this version has an eighth of it.
pub const KIT_BYTES: usize = 32 * 1024 * 1024;
/// Losses of an import that are listed, and as many assumptions.
pub const LOSSES: usize = 2_000;
/// Respondents of one simulation: a minute of work for the largest instruments.
pub const RESPONDENTS: usize = 10_000;
