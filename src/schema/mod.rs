//! The shape of a definition, format 1, as a table, and the one walk that
//! checks a document against it.
//!
//! What a field may hold stands here; what fields say about each other stands
//! in `instrument`; what each field means, its default and an example, in
//! `reference`. The flagship instrument is the complete example.

use crate::domain::{range, words, wrong};
use crate::json::{Node, Value};
use crate::limits::{CHOICES, COMPILED, DIMENSIONS, ENTRIES, EXPRESSION, ID, ITEMS, MAGNITUDE, TEXT, TITLE, WEIGHT};
use crate::problem::{Problems, did_you_mean, join, nth, quoted, suggest};

/// The format this version reads.
pub(crate) const FORMAT: u32 = 1;

/// What a value may be.
#[cfg_attr(feature = "author", derive(PartialEq))]
pub(crate) enum Shape {
    /// Words of at most so many characters.
    Text(usize),
    /// A letter, then letters, digits and `_`.
    Id,
    /// Identifiers, at most two joined by `.`.
    Name,
    /// Small letters, digits and `-`.
    InstrumentId,
    /// `major.minor`.
    Version,
    /// Eight hexadecimal digits.
    Fingerprint,
    /// A web or mail address.
    Address,
    /// A number between two bounds.
    Number(f64, f64),
    /// A whole number between 0 and a bound.
    Whole(f64),
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A whole number, or an identifier.
    ChoiceValue,
    /// Two numbers; the flag: the first below the second.
    Two(bool),
    /// At most so many values of a shape.
    List(usize, &'static Shape),
    /// Fields.
    Object(&'static [Field]),
    /// Exactly one of these fields.
    One(&'static [Field]),
    /// An identifier, or an object.
    IdOr(&'static Shape),
    /// `true` or `false`.
    #[cfg(feature = "wide")]
    Truth,
    /// An object in the shape of the definition, of which more is not said here.
    #[cfg(feature = "wide")]
    Translation,
    /// A picture as a `data:` address.
    #[cfg(feature = "wide")]
    Image,
}

/// A field of an object: name, whether it must be there, shape.
pub(crate) type Field = (&'static str, bool, Shape);

use crate::text::listed;
use Shape::{
    Address, ChoiceValue, Fingerprint, Id, IdOr, InstrumentId, List, Name, Number, Object, One, Text, Two, Version,
    Whole, Word,
};

const YES: bool = true;
const NO: bool = false;
const FORMULA: Shape = Text(EXPRESSION);
const ANY: Shape = Number(-MAGNITUDE, MAGNITUDE);
const SHARE: Shape = Number(0.0, 1.0);
const WOBBLE: Shape = Number(0.0, MAGNITUDE);
const WEIGHTS: Shape = Number(WEIGHT.0, WEIGHT.1);
const EACH: Shape = Word(&["dimension"]);
const SOURCE: Shape = Object(&[("title", YES, Text(TEXT)), ("url", NO, Address)]);
const SOURCES: Shape = List(20, &SOURCE);
const TEXTS: Shape = List(ENTRIES, &Text(TEXT));
const IDS: Shape = List(ITEMS, &Id);
const MISSING: Shape = Object(&[
    ("scored", YES, SHARE),
    ("provisional", NO, SHARE),
    #[cfg(feature = "wide")]
    ("open", NO, Word(&["zero"])),
]);
/// A wrong choice may cost points where the core can take them away.
const COST: f64 = if cfg!(feature = "wide") { -100.0 } else { 0.0 };
const CHOICE: Shape = Object(&[
    ("value", YES, ChoiceValue),
    ("label", YES, Text(TEXT)),
    ("points", NO, Number(COST, 100.0)),
    #[cfg(feature = "wide")]
    ("feedback", NO, Text(TEXT)),
    #[cfg(feature = "wide")]
    ("image", NO, wide::PICTURE),
    #[cfg(feature = "wide")]
    ("fixed", NO, Shape::Truth),
]);
const OPTIONS: Shape = List(CHOICES, &CHOICE);
const KIND: Shape = One(&[
    ("choice", NO, One(&[("set", NO, Id), ("choices", NO, OPTIONS)])),
    (
        "number",
        NO,
        Object(&[
            ("min", YES, ANY),
            ("max", YES, ANY),
            ("step", NO, Number(1e-6, MAGNITUDE)),
            ("unit", NO, Text(TITLE)),
        ]),
    ),
    ("allocation", NO, Object(&[("total", YES, Whole(1e6)), ("set", YES, Id)])),
    ("ranking", NO, Object(&[("set", YES, Id)])),
    ("grid", NO, Object(&[("rows", YES, Id), ("set", YES, Id), ("missing", NO, MISSING)])),
    ("prediction", NO, Object(&[("of", YES, Id)])),
    #[cfg(feature = "wide")]
    ("multiple", NO, wide::MULTIPLE),
    #[cfg(feature = "wide")]
    ("text", NO, Object(&[])),
    #[cfg(feature = "wide")]
    ("note", NO, Object(&[])),
    #[cfg(feature = "wide")]
    ("info", NO, Object(&[])),
]);
const ITEM: Shape = Object(&[
    ("id", YES, Id),
    ("text", YES, Text(TEXT)),
    ("help", NO, Text(TEXT)),
    ("kind", YES, KIND),
    ("points", NO, Object(&[("of", NO, List(CHOICES, &Id)), ("curve", YES, List(CHOICES, &Two(NO)))])),
    ("show_if", NO, FORMULA),
    #[cfg(feature = "wide")]
    ("correct", NO, wide::CORRECT),
    #[cfg(feature = "wide")]
    ("feedback", NO, wide::FEEDBACK),
    #[cfg(feature = "wide")]
    ("hints", NO, List(CHOICES, &Text(TEXT))),
    #[cfg(feature = "wide")]
    ("shuffle", NO, Shape::Truth),
    #[cfg(feature = "wide")]
    ("image", NO, wide::PICTURE),
]);
const PAGE: Shape = Object(&[
    ("title", YES, Text(TITLE)),
    ("text", NO, Text(TEXT)),
    ("items", YES, IDS),
    ("optional", NO, Object(&[("label", YES, Text(TITLE)), ("items", YES, IDS)])),
    ("show_if", NO, FORMULA),
    #[cfg(feature = "wide")]
    ("draw", NO, Whole(1e6)),
    #[cfg(feature = "wide")]
    ("shuffle", NO, Shape::Truth),
]);
const MEMBER: Shape = Object(&[
    ("item", YES, Id),
    ("part", NO, Id),
    ("key", NO, Word(&["+", "-"])),
    ("weight", NO, WEIGHTS),
    #[cfg(feature = "wide")]
    ("weights", NO, List(CHOICES, &Object(&[("role", YES, Id), ("weight", YES, WEIGHTS)]))),
]);
const SCALE: Shape = Object(&[
    ("id", YES, Name),
    ("title", YES, Text(TITLE)),
    ("higher", YES, Text(TITLE)),
    ("parent", NO, Name),
    ("members", YES, List(ITEMS, &MEMBER)),
    ("missing", YES, MISSING),
    ("wobble", NO, WOBBLE),
]);
const COMPOSITE: Shape = Object(&[
    ("id", YES, Id),
    ("title", YES, Text(TITLE)),
    ("each", NO, EACH),
    ("expression", YES, FORMULA),
    ("range", NO, Two(YES)),
    ("wobble", NO, WOBBLE),
    ("display", NO, Word(&["number", "percent"])),
]);
const STATE: Shape = Object(&[
    ("id", YES, Id),
    ("title", YES, Text(TITLE)),
    ("when", YES, FORMULA),
    ("tone", YES, Word(&["pressed", "leaning_pressed", "level", "leaning_reserve", "reserve"])),
    ("text", YES, Text(TEXT)),
]);
const GATE: Shape =
    Object(&[("id", YES, Id), ("each", NO, EACH), ("require", YES, FORMULA), ("text", YES, Text(TITLE))]);
const LEVEL: Shape = Object(&[
    ("id", YES, Id),
    ("title", YES, Text(TITLE)),
    ("from", YES, ANY),
    ("text", YES, Text(TEXT)),
    ("gates", NO, List(CHOICES, &GATE)),
]);
const BAND: Shape = Object(&[
    ("id", YES, Id),
    ("title", YES, Text(TITLE)),
    ("of", YES, Id),
    ("near", NO, WOBBLE),
    ("note", NO, Text(TEXT)),
    #[cfg(feature = "wide")]
    ("next", NO, Shape::Truth),
    ("levels", YES, List(CHOICES, &LEVEL)),
]);
const PICK: Shape = Object(&[
    ("id", YES, Id),
    ("largest", NO, Object(&[("of", YES, Id), ("above", NO, ANY)])),
    ("smallest", NO, Object(&[("of", YES, Id)])),
    ("lowest_item", NO, Object(&[("of", YES, Id), ("in", YES, Id)])),
]);
const VARIANT: Shape = Object(&[("id", YES, Id), ("when", NO, FORMULA), ("text", YES, Text(TEXT))]);
const RULE: Shape = Object(&[
    ("id", YES, Id),
    ("view", NO, Word(&["single", "pair"])),
    ("when", YES, FORMULA),
    ("dimension", NO, IdOr(&Object(&[("pick", YES, Id)]))),
    ("severity", NO, FORMULA),
    ("weight", NO, WEIGHTS),
    ("title", YES, Text(TITLE)),
    ("text", YES, Text(TEXT)),
    ("variants", NO, List(CHOICES, &VARIANT)),
    ("owner", YES, Text(TITLE)),
    ("first_step", YES, Text(TEXT)),
    ("sign", YES, Text(TEXT)),
]);
const EDITION: Shape = Object(&[
    ("version", YES, Version),
    ("fingerprint", YES, Fingerprint),
    ("src", NO, Text(TITLE)),
    #[cfg(feature = "wide")]
    ("migrate", NO, wide::MIGRATION),
]);
/// Findings of `lint` that are meant so; nothing else reads it.
const SILENCED: Shape = Object(&[("rule", YES, Text(TITLE)), ("at", NO, Text(TITLE)), ("reason", YES, Text(TEXT))]);
const SHIFT: Shape = Object(&[
    ("id", YES, Id),
    ("title", YES, Text(TITLE)),
    ("now", YES, Id),
    ("now_title", YES, Text(TITLE)),
    ("next", YES, Id),
    ("next_title", YES, Text(TITLE)),
    ("score", NO, Name),
]);

const POINTS: Shape = Number(0.0, 100.0);
const PAIR: Shape = Object(&[
    ("scales", YES, Object(&[("common", YES, SHARE), ("ask", YES, POINTS), ("clear", YES, POINTS)])),
    (
        "overall",
        NO,
        Object(&[
            ("title", YES, Text(TITLE)),
            ("list", YES, Id),
            ("common", YES, SHARE),
            ("ask", YES, POINTS),
            ("clear", YES, POINTS),
        ]),
    ),
    ("two_steps", YES, POINTS),
    (
        "similarity",
        NO,
        Object(&[
            ("common", YES, SHARE),
            ("turned", NO, List(ENTRIES, &Name)),
            ("close", YES, POINTS),
            ("share", YES, SHARE),
        ]),
    ),
    ("ranking", NO, Id),
    ("shift", NO, Id),
    ("visibility", NO, Object(&[("title", YES, Text(TITLE)), ("list", YES, Id)])),
    ("predictions", NO, Object(&[("near", YES, POINTS), ("far", YES, POINTS)])),
    ("both", NO, IDS),
]);
const CHANGE: Shape = Object(&[
    ("common", YES, SHARE),
    ("limits", YES, List(ENTRIES, &Object(&[("of", YES, Name), ("limit", YES, WOBBLE)]))),
]);
const CELL: Shape = Whole(1e6);
const GROUP: Shape = Object(&[
    ("cell", NO, Object(&[("named", YES, CELL), ("anonymous", YES, CELL)])),
    ("sides", NO, List(CHOICES, &Object(&[("label", YES, Text(TITLE)), ("roles", YES, List(CHOICES, &Id))]))),
    ("compare", NO, List(ENTRIES, &Name)),
    ("concordance", NO, List(CHOICES, &Object(&[("from", YES, SHARE), ("text", YES, Text(TEXT))]))),
]);

#[cfg(feature = "wide")]
mod wide;

/// The whole definition.
pub(crate) static DEFINITION: Shape = Object(&[
    ("$schema", NO, Text(TITLE)),
    ("format", YES, Whole(1e6)),
    ("id", YES, InstrumentId),
    ("version", YES, Version),
    ("title", YES, Text(TITLE)),
    ("language", YES, Text(TITLE)),
    ("license", YES, Text(TITLE)),
    ("compiled", NO, Text(COMPILED)),
    ("silenced", NO, List(ENTRIES, &SILENCED)),
    ("editions", NO, List(ENTRIES, &EDITION)),
    ("source", NO, SOURCES),
    ("intro", NO, TEXTS),
    ("about", NO, TEXTS),
    ("glossary", NO, List(ENTRIES, &Object(&[("term", YES, Text(TITLE)), ("text", YES, Text(TEXT))]))),
    ("dont_know", YES, Text(TITLE)),
    ("roles", NO, List(CHOICES, &Object(&[("id", YES, Id), ("label", YES, Text(TITLE)), ("counterpart", NO, Id)]))),
    ("dimensions", NO, List(DIMENSIONS, &Object(&[("id", YES, Id), ("title", YES, Text(TITLE))]))),
    ("choice_sets", NO, List(ENTRIES, &Object(&[("id", YES, Id), ("choices", YES, OPTIONS)]))),
    ("items", YES, List(ITEMS, &ITEM)),
    ("pages", YES, List(ENTRIES, &PAGE)),
    ("scales", NO, List(ENTRIES, &SCALE)),
    ("composites", NO, List(ENTRIES, &COMPOSITE)),
    ("states", NO, List(CHOICES, &STATE)),
    ("bands", NO, List(ENTRIES, &BAND)),
    ("picks", NO, List(ENTRIES, &PICK)),
    ("lists", NO, List(ENTRIES, &Object(&[("id", YES, Id), ("items", YES, IDS)]))),
    ("tallies", NO, List(ENTRIES, &Object(&[("id", YES, Id), ("list", YES, Id)]))),
    ("notes", NO, List(ENTRIES, &Object(&[("id", YES, Id), ("when", YES, FORMULA), ("text", YES, Text(TEXT))]))),
    ("notes_closing", NO, Text(TEXT)),
    (
        "picture",
        NO,
        Object(&[
            ("across", YES, Id),
            ("up", YES, Id),
            ("across_title", YES, Text(TITLE)),
            ("up_title", YES, Text(TITLE)),
            ("lead", YES, Id),
            ("corridor", YES, Number(0.0, 100.0)),
        ]),
    ),
    (
        "appraisals",
        NO,
        List(
            ENTRIES,
            &Object(&[
                ("id", YES, Id),
                ("title", YES, Text(TITLE)),
                ("ranking", YES, Id),
                ("grid", YES, Id),
                ("score", NO, Name),
            ]),
        ),
    ),
    ("shifts", NO, List(ENTRIES, &SHIFT)),
    (
        "advice",
        NO,
        Object(&[
            ("limit", YES, Whole(100.0)),
            ("per_dimension", NO, Whole(100.0)),
            ("order", NO, Id),
            ("rules", YES, List(ENTRIES, &RULE)),
        ]),
    ),
    ("pair", NO, PAIR),
    ("change", NO, CHANGE),
    #[cfg(feature = "wide")]
    ("quiz", NO, wide::QUIZ),
    #[cfg(feature = "wide")]
    ("translations", NO, List(CHOICES, &Shape::Translation)),
    #[cfg(feature = "wide")]
    ("targets", NO, wide::TARGETS),
    #[cfg(feature = "wide")]
    ("norms", NO, wide::NORMS),
    #[cfg(feature = "wide")]
    ("archetypes", NO, wide::ARCHETYPES),
    ("group", NO, GROUP),
    ("calibration", NO, List(CHOICES, &Object(&[("of", YES, Name), ("item", YES, Id)]))),
    (
        "marks",
        NO,
        List(
            ENTRIES,
            &Object(&[
                ("item", YES, Id),
                ("low", NO, ANY),
                ("high", NO, ANY),
                ("text", YES, Text(TEXT)),
                ("source", YES, SOURCES),
            ]),
        ),
    ),
]);

/// Checks a node against a shape; every problem is noted.
pub(crate) fn walk(node: &Node, shape: &Shape, path: &str, problems: &mut Problems) {
    match (shape, &node.value) {
        (_, Value::Text(text)) if text_fits(text, shape, path, problems) => {}
        (_, Value::Number(x)) if number_fits(*x, shape, path, problems) => {}
        #[cfg(feature = "wide")]
        (Shape::Truth, Value::Bool(_)) | (Shape::Translation, Value::Object(_)) => {}
        (Two(ascending), Value::List(pair)) => {
            for (n, end) in pair.iter().enumerate() {
                walk(end, &ANY, &nth(path, n), problems);
            }
            match pair.as_slice() {
                [low, high] if !ascending || low.number() < high.number() => {}
                [_, _] => {
                    problems.error("empty-range", path, &["the first number is not below the second"], "swap them");
                }
                _ => problems.error("wrong-length", path, &["expected two numbers"], "write them as [low, high]"),
            }
        }
        (List(max, shape), Value::List(nodes)) => {
            if nodes.len() > *max {
                problems.error("too-many", path, &["more than ", &max.to_string(), " entries"], "split the instrument");
                return;
            }
            for (n, node) in nodes.iter().enumerate() {
                walk(node, shape, &nth(path, n), problems);
            }
        }
        (IdOr(shape), Value::Object(_)) => walk(node, shape, path, problems),
        (Object(fields), Value::Object(given)) => object(given, fields, path, problems),
        (One(fields), Value::Object(given)) => {
            object(given, fields, path, problems);
            if given.len() != 1 {
                // The first ones say what is meant.
                let more = if fields.len() > 3 { Some("…") } else { None };
                let names = listed(&mut fields.iter().take(3).map(|(name, ..)| *name).chain(more));
                let help = "name one of them, and only one";
                problems.error("bad-kind", path, &["expected exactly one of ", &names], help);
            }
        }
        _ => {
            let expected = match shape {
                Number(..) | Whole(_) => "a number",
                List(..) | Two(_) => "a list",
                Object(_) | One(_) => "an object",
                ChoiceValue => "a whole number or a word",
                #[cfg(feature = "wide")]
                Shape::Truth => "true or false",
                #[cfg(feature = "wide")]
                Shape::Translation => "an object",
                _ => "a text",
            };
            wrong(expected, node, path, problems);
        }
    }
}

fn object(given: &[(String, Node)], fields: &[Field], path: &str, problems: &mut Problems) {
    for (key, node) in given {
        if let Some((_, _, shape)) = fields.iter().find(|(name, ..)| name == key) {
            walk(node, shape, &join(path, key), problems);
            continue;
        }
        let near = did_you_mean(key, &mut fields.iter().map(|(name, ..)| *name));
        let help = suggest(near, "remove it: it would have no effect");
        problems.error("unknown-field", &join(path, key), &["unknown field ", &quoted(key)], &help);
    }
    for (name, required, _) in fields {
        if *required && !given.iter().any(|(key, _)| key == name) {
            problems.error("missing-field", path, &["the field ", &quoted(name), " is missing"], "add it");
        }
    }
}

/// Checks a text; false when the shape is not one of texts.
fn text_fits(text: &str, shape: &Shape, path: &str, problems: &mut Problems) -> bool {
    match shape {
        Text(max) => words(text, *max, path, problems),
        Name => identifier(text, true, path, problems),
        Id | IdOr(_) | ChoiceValue => {
            identifier(text, false, path, problems);
            if text == "dk" {
                problems.error("reserved-word", path, &["`dk` stands for \"don't know\""], "choose another word");
            }
        }
        InstrumentId => {
            let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if !text.bytes().all(fine) || !text.starts_with(|c: char| c.is_ascii_lowercase()) || text.len() > ID {
                let help = "use small letters and digits, words joined by -, at most 64 in all";
                problems.error(
                    "bad-identifier",
                    path,
                    &[&quoted(text), " is not an identifier of an instrument"],
                    help,
                );
            }
        }
        Version => {
            let number = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
            if !text.split_once('.').is_some_and(|(major, minor)| number(major) && number(minor)) {
                let help = "write it as \"1.0\": major and minor number";
                problems.error("bad-version", path, &[&quoted(text), " is not a version"], help);
            }
        }
        Fingerprint => {
            let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            if text.len() != 8 || !text.bytes().all(digit) {
                let help = "copy it from the reply to `check` of that edition: eight digits 0-9 or a-f";
                problems.error("bad-fingerprint", path, &[&quoted(text), " is not a fingerprint"], help);
            }
        }
        Address => {
            // Anything else could run or fetch when clicked.
            let known = ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme));
            if !known || text.len() > TEXT || text.bytes().any(|b| b <= b' ' || b == b'\\') {
                let help = "use an address that starts with https://, http:// or mailto: and holds no space";
                problems.error("bad-address", path, &["not an address that may be linked"], help);
            }
        }
        #[cfg(feature = "wide")]
        Shape::Image => wide::image(text, path, problems),
        Word(known) => {
            if !known.contains(&text) {
                let help = suggest(did_you_mean(text, &mut known.iter().copied()), "use one of these words");
                let list = listed(&mut known.iter().copied());
                problems.error("unknown-word", path, &[&quoted(text), " is not one of ", &list], &help);
            }
        }
        _ => return false,
    }
    true
}

/// Checks a number; false when the shape is not one of numbers.
fn number_fits(x: f64, shape: &Shape, path: &str, problems: &mut Problems) -> bool {
    let (min, max) = match shape {
        Number(min, max) => (*min, *max),
        Whole(max) => (0.0, *max),
        ChoiceValue => (-1e6, 1e6),
        _ => return false,
    };
    range(x, (min, max), !matches!(shape, Number(..)), path, problems);
    true
}

fn identifier(text: &str, dotted: bool, path: &str, problems: &mut Problems) {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    let dots = text.bytes().filter(|b| *b == b'.').count();
    if text.len() > ID || dots > usize::from(dotted) || !text.split('.').all(part) {
        let help = "use a letter, then letters, digits and _, at most 64 in all";
        problems.error("bad-identifier", path, &[&quoted(text), " is not an identifier"], help);
    }
}
