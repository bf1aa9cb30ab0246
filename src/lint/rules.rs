//! The rules, each with its reason, an example and the way out.

use super::Rule;
use super::context::Context;
use super::findings::Findings;
use super::{bands, conditions, images, points, quiz, reading, scales, similar, translations, used, wording};
use crate::problem::Severity::{Note, Warning};

/// Every rule, in the order in which they look.
pub(crate) static RULES: &[Rule] = &[
    Rule {
        code: "duplicate-wording",
        severity: Warning,
        why: "Two items with the same words ask the same twice, or are told apart by nobody.",
        example: r#"{"id": "A1", "text": "We plan ahead.", ...}, {"id": "A2", "text": "We plan ahead!", ...}"#,
        mend: "Ask it once, or say in the text what is different. Guesses are left out, and so is the same text with \
               another kind of answer.",
        find: similar::same,
    },
    Rule {
        code: "similar-wording",
        severity: Note,
        why: "Items with almost the same words are answered alike because they sound alike, and make a scale look more \
              reliable than it is.",
        example: r#"{"text": "We settle our plans for the year in spring."}, {"text": "We settle our plans for a year in spring."}"#,
        mend: "Keep one of the two, or make plain what is different. Words that many items share, such as the stem of a \
               battery, do not count; nor do texts of fewer than 5 different words and the two items of a shift or an \
               appraisal.",
        find: similar::near,
    },
    Rule {
        code: "double-barrelled",
        severity: Note,
        why: "Who agrees with one half and not with the other has no answer to give.",
        example: r#"{"text": "My manager is fair and competent.", "kind": {"choice": {"set": "five"}}}"#,
        mend: "Ask the two in items of their own, or leave one out. Found in graded choices by word lists for English, \
               German, French and Spanish, and in no other language: in statements any \"and\" but of spans (\"between \
               this and that\") and of clauses (\"what we do and what we leave\"), in questions only \"your pay and \
               your hours\".",
        find: wording::double_barrelled,
    },
    Rule {
        code: "negated-wording",
        severity: Note,
        why: "To disagree with a statement that denies is to deny twice: some read over the \"not\" and mark the wrong end.",
        example: r#"{"text": "We do not plan ahead.", "kind": {"choice": {"set": "five"}}}"#,
        mend: "Say it without the negation and turn the key round. Found in the main clause of graded statements by word \
               lists for English, German, French and Spanish, and in no other language.",
        find: wording::negated,
    },
    Rule {
        code: "double-negative",
        severity: Warning,
        why: "A text that denies twice has to be worked out before it can be answered.",
        example: r#"{"text": "Nobody here does not know the plan.", "kind": {"choice": {"set": "five"}}}"#,
        mend: "Say it without negations. Found in graded choices; languages as for `negated-wording`.",
        find: wording::denied_twice,
    },
    Rule {
        code: "hard-to-read",
        severity: Note,
        why: "Whoever has to read an item twice answers what is left of it.",
        example: r#"{"text": "Organizational transformation initiatives demonstrate measurable interdependencies with departmental responsibilities although contradictory prioritization obstructs it."}"#,
        mend: "Shorten sentences and words. Measured by LIX, the words in a sentence plus the percentage of words of more \
               than six letters (C.-H. Björnsson, 1968): 40 is middling, 60 very hard. Said of all items together from \
               60 and 100 words on, of a single one from 75 and 12 words on. In English, German, French and Spanish.",
        find: reading::hard,
    },
    Rule {
        code: "long-assessment",
        severity: Note,
        why: "Long assessments are broken off, and late answers are worse than early ones.",
        example: r#""items": [ ... 300 of them ... ]"#,
        mend: "Leave out what changes no score. Said from 20 minutes on: every text of pages, items and choices read once, \
               238 words a minute in English (M. Brysbaert, 2019), 184 elsewhere (S. Trauzettel-Klosinski and K. Dietz, \
               2012), and for answering 4 seconds a choice, option or row, 8 a number, 6 a part of an allocation, which \
               are estimates of our own. Not for languages that write words without spaces.",
        find: reading::long,
    },
    Rule {
        code: "few-items",
        severity: Note,
        why: "What one item misses the others make good; with one or two there are no others.",
        example: r#"{"id": "trust", "members": [{"item": "A1"}, {"item": "A2"}], ...}"#,
        mend: "Give the scale three members or more, or read it as what it is. Members of the scales below count.",
        find: scales::few,
    },
    Rule {
        code: "yes-sayer",
        severity: Note,
        why: "Some people tend to agree whatever is said; where all statements are worded alike, that is what is scored.",
        example: r#"{"members": [{"item": "A1"}, {"item": "A2"}, {"item": "A3"}], ...}"#,
        mend: "Word some statements the other way round and key them -. Said where at least three statements of a scale \
               share a choice set, and taking the highest choice everywhere scores above 75 or below 25.",
        find: scales::lean,
    },
    Rule {
        code: "sign-outlier",
        severity: Note,
        why: "A key turned by mistake takes from the scale what the item should add, and no score shows it.",
        example: r#"{"members": [{"item": "A1"}, {"item": "A2"}, {"item": "A3"}, {"item": "A4", "key": "-"}], ...}"#,
        mend: "Read the item once more against the title of the scale. Said of one member among four or more statements \
               with the same choice set.",
        find: scales::alone,
    },
    Rule {
        code: "equal-points",
        severity: Note,
        why: "A choice between two options that count the same is work for the respondent and nothing for the score.",
        example: r#"{"choices": [{"value": "a", "points": 0}, {"value": "b", "points": 50}, {"value": "c", "points": 50}, {"value": "d", "points": 100}]}"#,
        mend: "Give them different points, or make them one. Right and wrong, two kinds of points in all, is no such case.",
        find: points::equal,
    },
    Rule {
        code: "unread-points",
        severity: Warning,
        why: "Points that no scale and no expression reads were meant for something.",
        example: r#"{"id": "A1", "kind": {"choice": {"choices": [{"value": "a", "points": 0}, ...]}}, ...}, in no scale"#,
        mend: "Let the item enter a scale, or remove the points.",
        find: points::unread,
    },
    Rule {
        code: "never-used",
        severity: Warning,
        why: "A choice set, list or pick that nothing names is a leftover, or the name that should stand elsewhere.",
        example: r#""choice_sets": [{"id": "ticks", ...}], and no item with {"set": "ticks"}"#,
        mend: "Remove it, or use it. Scales, composites and tallies are results, and so used.",
        find: used::unused,
    },
    Rule {
        code: "item-without-effect",
        severity: Note,
        why: "An answer that changes no score, condition, comparison or advice is time asked for nothing.",
        example: r#"{"id": "A9", "text": "How many sites have you?", ...}, which nothing else names"#,
        mend: "Leave the item out, unless the answer itself is what you want.",
        find: used::without_effect,
    },
    Rule {
        code: "item-not-asked",
        severity: Warning,
        why: "An item on no page is never asked, and never counts.",
        example: r#""items": [{"id": "A1", ...}, {"id": "A2", ...}], "pages": [{"items": ["A1"], ...}]"#,
        mend: "Put it on a page, or remove it.",
        find: elsewhere,
    },
    Rule {
        code: "empty-page",
        severity: Warning,
        why: "A page without items asks for a click and nothing else.",
        example: r#""pages": [{"title": "Welcome", "items": []}, ...]"#,
        mend: "Give it items, or put its text into that of the next page.",
        find: used::empty_pages,
    },
    Rule {
        code: "never-true",
        severity: Warning,
        why: "An item, page, state, gate, note, advice or variant whose condition no answers make true is dead.",
        example: r#"{"id": "R1", "when": "index > 60 and index < 40", ...}"#,
        mend: "Correct the condition, or remove what it decides. What is said is certain: conditions about one choice or \
               the role are tried with every answer, all others calculated with the ranges of scales, composites and \
               items. Conditions that contradict each other in other ways are not found.",
        find: conditions::never_true,
    },
    Rule {
        code: "always-true",
        severity: Warning,
        why: "What is said to everyone says nothing about anyone.",
        example: r#"{"id": "R1", "when": "index >= 0", ...}"#,
        mend: "Correct the condition, or leave it out where it may be left out. Said where no answers make the condition \
               false; where it is unknown it still does not hold.",
        find: conditions::always_true,
    },
    Rule {
        code: "level-unreachable",
        severity: Warning,
        why: "A level outside the range of its composite is described and never reached.",
        example: r#"{"of": "mean", "levels": [{"from": 0, ...}, {"from": 120, ...}], ...}, where `mean` is at most 100"#,
        mend: "Move the level into the range, or remove it. Levels cannot overlap: each ends where the next begins.",
        find: bands::unreachable,
    },
    Rule {
        code: "level-gap",
        severity: Warning,
        why: "Numbers below the first level are placed on it all the same, so its lower end is not what it says.",
        example: r#"{"of": "mean", "levels": [{"from": 20, ...}, {"from": 60, ...}], ...}, where `mean` begins at 0"#,
        mend: "Let the first level begin where the numbers do.",
        find: bands::gap,
    },
    Rule {
        code: "level-narrow",
        severity: Note,
        why: "A level narrower than the wobble of its number is left by chance alone.",
        example: r#"{"of": "mean", "levels": [{"from": 0, ...}, {"from": 40, ...}, {"from": 43, ...}], ...}, with a wobble of 6"#,
        mend: "Join it with its neighbour.",
        find: bands::narrow,
    },
    Rule {
        code: "right-longest",
        severity: Note,
        why: "Who knows nothing of the matter takes the longest choice, and is right.",
        example: r#"{"choices": [{"label": "Paris"}, {"label": "Rome"}, {"label": "Oslo, since it was founded"}], ...}, in most questions"#,
        mend: "Make the wrong choices as precise as the right one. Found where in more than 60 % of 5 or more questions \
               of at least 3 choices the one right choice is longer than every other.",
        find: quiz::longest,
    },
    Rule {
        code: "right-place",
        severity: Note,
        why: "The right answers stand in one place, and people notice.",
        example: r#""correct": {"choices": ["b"]}, in most questions"#,
        mend: "Put them in other places, or `shuffle` the choices. Found where in more than 60 % of 5 or more questions \
               of at least 3 choices the one right choice has the same place.",
        find: quiz::same_place,
    },
    Rule {
        code: "image-alt",
        severity: Warning,
        why: "Who does not see the picture hears the name of a file, or the label once more, and not what it shows.",
        example: r#"{"label": "A circle", "image": {"src": "data:image/png;base64,...", "alt": "circle.png"}}"#,
        mend: "Say what the picture shows that the words beside it do not. Colours and contrast within pictures are not looked at; a definition has no others.",
        find: images::alt,
    },
    Rule {
        code: "image-large",
        severity: Note,
        why: "Pictures are part of the definition, and nobody sees a question before all of it is there.",
        example: r#"{"image": {"src": "data:image/png;base64,...", "alt": "..."}}, of 20 kB"#,
        mend: "Make it smaller, or draw it as SVG. Said from 16 kB on; more than 24 kB are refused.",
        find: images::large,
    },
    Rule {
        code: "image-animated",
        severity: Warning,
        why: "What moves beside a text keeps some from reading it, and here it cannot be stopped.",
        example: r#"{"image": {"src": "data:image/gif;base64,...", "alt": "..."}}, of several frames"#,
        mend: "Show a still. Found in GIF, PNG, WebP and SVG.",
        find: images::moving,
    },
    Rule {
        code: "translation-missing",
        severity: Warning,
        why: "Readers of that language meet texts of another one.",
        example: r#""translations": [{"language": "de", "title": "Wie gut halten Pläne?"}]"#,
        mend: "Translate the rest: `tautline translate --template` prints all there is.",
        find: translations::missing,
    },
    Rule {
        code: "translation-unchanged",
        severity: Note,
        why: "A text that reads like the original has often been left over.",
        example: r#""translations": [{"language": "de", "items": [{"id": "A1", "text": "We plan ahead."}]}]"#,
        mend: "Translate it, or leave it out. Texts of fewer than 4 letters do not count.",
        find: translations::unchanged,
    },
    Rule {
        code: "translation-unknown",
        severity: Warning,
        why: "What belongs to no text of the definition is shown to nobody: an item or a choice is gone, or is called \
              otherwise.",
        example: r#""translations": [{"language": "de", "items": [{"id": "gone", "text": "Wir planen."}]}]"#,
        mend: "Remove it, or correct the identifier or the value.",
        find: translations::strange,
    },
    Rule {
        code: "translation-pipe",
        severity: Warning,
        why: "A translation that leaves an answer out, or names another one, says something else.",
        example: r#""translations": [{"language": "de", "items": [{"id": "A2", "text": "Wie geht es Ihnen?"}]}], of "How are you, {answer:name}?""#,
        mend: "Name the answers that the original names, each as {answer:ITEM}; words behind | are translated.",
        find: translations::pipes,
    },
    UNKNOWN_RULE,
    SILENCES_NOTHING,
];

/// Found where findings are silenced.
pub(super) const UNKNOWN_RULE: Rule = Rule {
    code: "unknown-rule",
    severity: Warning,
    why: "An entry of `silenced` that names no rule has no effect.",
    example: r#""silenced": [{"rule": "few_items", "reason": "two are enough here"}]"#,
    mend: "Correct the name, or remove the entry.",
    find: elsewhere,
};

/// The same.
pub(super) const SILENCES_NOTHING: Rule = Rule {
    code: "silences-nothing",
    severity: Note,
    why: "An entry of `silenced` that silences nothing will hide what is found there one day.",
    example: r#""silenced": [{"rule": "few-items", "at": "trust", "reason": "..."}], where `trust` has three members"#,
    mend: "Remove the entry, or correct its place: an identifier, or a JSON pointer such as `/scales/0`.",
    find: elsewhere,
};

/// Found by the gate, or when the rest is done.
fn elsewhere(_: &Context<'_>, _: &mut Findings) {}
