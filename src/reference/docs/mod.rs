//! The sentences, by area of a definition.

mod comparing;
mod items;
mod metadata;
mod quizzes;
mod results;
mod scales;

/// What is said of a field: its path, a sentence, what holds without it and an example, both as JSON. No default: `""`.
pub(super) type Doc = (&'static str, &'static str, &'static str, &'static str);

/// A part of the page.
pub(super) struct Area {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) docs: &'static [Doc],
}

/// In the order of the page.
pub(super) const AREAS: &[Area] = &[
    Area {
        id: "metadata",
        title: "The instrument",
        text: "What it is, who answers it, and the words around the questions.",
        docs: metadata::DOCS,
    },
    Area {
        id: "questions",
        title: "Items and pages",
        text: "What is asked, how it is answered, and in which order.",
        docs: items::DOCS,
    },
    Area {
        id: "scores",
        title: "Scores",
        text: "How answers become numbers, and what the numbers are called.",
        docs: scales::DOCS,
    },
    Area {
        id: "quizzes",
        title: "Quizzes, targets, norms",
        text: "What is right and what is said of it, and what a result is held against. What the widget needs to show it is loaded for such definitions alone.",
        docs: quizzes::DOCS,
    },
    Area { id: "results", title: "Results", text: "What a result says beside its numbers.", docs: results::DOCS },
    Area {
        id: "comparing",
        title: "Comparing",
        text: "How the answers of two people, of one person then and now, and of many are put beside each other.",
        docs: comparing::DOCS,
    },
];

/// A field that nothing is said of; a test allows none.
const NOTHING: &Doc = &("", "", "", "null");

/// What is said of the field at a path.
pub(super) fn of(path: &str) -> &'static Doc {
    AREAS.iter().flat_map(|area| area.docs).find(|doc| doc.0 == path).unwrap_or(NOTHING)
}
