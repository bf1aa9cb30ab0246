//! What only some definitions have: quizzes, most of all.

use super::Shape::{ChoiceValue, Id, Image, List, Number, Object, Text, Truth, Whole, Word};
use super::{ANY, NO, OPTIONS, POINTS, Shape, WOBBLE, YES};
use crate::limits::{CHOICES, ENTRIES, IMAGE, ITEMS, SECONDS, TEXT, TITLE};
use crate::problem::Problems;

/// A picture, and what it shows in words.
pub(super) const PICTURE: Shape = Object(&[("src", YES, Image), ("alt", YES, Text(TITLE))]);
/// Several choices.
pub(super) const MULTIPLE: Shape = Object(&[("set", NO, Id), ("choices", NO, OPTIONS), ("most", NO, Whole(32.0))]);
/// What is right, in the way that fits the kind of item.
pub(super) const CORRECT: Shape = Object(&[
    ("choices", NO, List(CHOICES, &ChoiceValue)),
    (
        "texts",
        NO,
        List(CHOICES, &Object(&[("text", YES, Text(TITLE)), ("points", NO, POINTS), ("feedback", NO, Text(TEXT))])),
    ),
    ("case", NO, Truth),
    (
        "numbers",
        NO,
        List(
            CHOICES,
            &Object(&[
                ("value", YES, ANY),
                ("within", NO, WOBBLE),
                ("points", NO, POINTS),
                ("feedback", NO, Text(TEXT)),
            ]),
        ),
    ),
    ("order", NO, List(CHOICES, &Id)),
    ("pairs", NO, List(CHOICES, &Object(&[("row", YES, Id), ("choice", YES, ChoiceValue)]))),
    ("whole", NO, Truth),
    ("floor", NO, Number(-100.0, 0.0)),
]);
/// What is said of an answer.
pub(super) const FEEDBACK: Shape =
    Object(&[("right", NO, Text(TEXT)), ("partly", NO, Text(TEXT)), ("wrong", NO, Text(TEXT))]);
/// What makes a scale a quiz.
pub(super) const QUIZ: Shape = Object(&[
    ("scale", YES, super::Name),
    ("pass", NO, POINTS),
    ("passed", NO, Text(TEXT)),
    ("failed", NO, Text(TEXT)),
    ("show", NO, Word(&["each", "end"])),
    ("attempts", NO, Whole(100.0)),
    ("time", NO, Object(&[("seconds", YES, Number(1.0, SECONDS)), ("more", NO, List(CHOICES, &Number(1.0, 10.0)))])),
]);

/// How answers of an earlier edition are carried over.
pub(super) const MIGRATION: Shape = List(
    ITEMS,
    &Object(&[
        ("from", YES, Id),
        ("to", NO, Id),
        ("values", NO, List(CHOICES, &Object(&[("from", YES, ChoiceValue), ("to", NO, ChoiceValue)]))),
        ("parts", NO, List(CHOICES, &Object(&[("from", YES, Id), ("to", NO, Id)]))),
    ]),
);
/// What is aimed at.
pub(super) const TARGETS: Shape =
    List(ENTRIES, &Object(&[("of", YES, super::Name), ("at", YES, ANY), ("role", NO, Id), ("text", NO, Text(TEXT))]));
/// What a score means among others, by a table.
pub(super) const NORMS: Shape = List(
    ENTRIES,
    &Object(&[
        ("of", YES, super::Name),
        ("group", YES, Text(TITLE)),
        ("n", NO, Whole(1e9)),
        ("unit", YES, Word(&["percentile", "t", "z", "sten", "stanine", "iq"])),
        ("table", YES, List(ENTRIES, &Shape::Two(NO))),
        ("source", YES, super::SOURCES),
    ]),
);
/// Typical profiles, each a number for every score in `of`.
pub(super) const ARCHETYPES: Shape = Object(&[
    ("title", YES, Text(TITLE)),
    ("of", YES, List(ENTRIES, &super::Name)),
    (
        "list",
        YES,
        List(
            ENTRIES,
            &Object(&[
                ("id", YES, Id),
                ("title", YES, Text(TITLE)),
                ("text", YES, Text(TEXT)),
                ("at", YES, List(ENTRIES, &ANY)),
            ]),
        ),
    ),
]);

/// Notes an address that is no picture within the definition itself: anything else
/// would have to be fetched.
pub(super) fn image(text: &str, path: &str, problems: &mut Problems) {
    let kinds = ["png", "jpeg", "gif", "webp", "svg+xml"];
    let base64 = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/' | b'=');
    let body =
        kinds.iter().find_map(|kind| text.strip_prefix("data:image/")?.strip_prefix(kind)?.strip_prefix(";base64,"));
    if text.len() > IMAGE {
        let message = ["a picture of more than ", &*IMAGE.to_string(), " characters"];
        problems.error("text-too-long", path, &message, "make it smaller: readers load it with the questions");
    } else if !body.is_some_and(|body| !body.is_empty() && body.bytes().all(base64)) {
        let help =
            "write it as data:image/png;base64,… (or jpeg, gif, webp, svg+xml): nothing is loaded from elsewhere";
        problems.error("bad-image", path, &["not a picture within the definition"], help);
    }
}
