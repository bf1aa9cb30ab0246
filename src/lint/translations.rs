//! Translations that stand in the definition.

use super::context::Context;
use super::findings::Findings;
use crate::number::{brief, count};
use crate::problem::{nth, quoted};
use crate::translation::{FIELD, PIPE, Translated, translate};

/// Each translation with its place.
fn each(context: &Context<'_>, say: &mut dyn FnMut(&str, &str, Translated)) {
    for (n, translation) in context.root.get(FIELD).list().iter().enumerate() {
        let language = translation.get("language").text();
        say(&nth("/translations", n), language, translate(context.root, translation, language));
    }
}

pub(super) fn missing(context: &Context<'_>, found: &mut Findings) {
    each(context, &mut |at, language, translated| {
        let Some(first) = translated.missing.first() else { return };
        let number = brief(count(translated.missing.len()));
        let message =
            [&*number, " texts have no translation into ", &quoted(language), ", the first of them ", &quoted(first)];
        let help = "translate them: readers see the original; `tautline translate` lists them all";
        found.add(at, &message, help);
    });
}

pub(super) fn unchanged(context: &Context<'_>, found: &mut Findings) {
    each(context, &mut |at, _, translated| {
        for place in translated.same {
            let help = "translate it, or leave it out if it reads so in both languages";
            found.add(&[at, &place].concat(), &["this text reads like the original"], help);
        }
    });
}

pub(super) fn strange(context: &Context<'_>, found: &mut Findings) {
    problems(context, false, found);
}

pub(super) fn pipes(context: &Context<'_>, found: &mut Findings) {
    problems(context, true, found);
}

fn problems(context: &Context<'_>, pipes: bool, found: &mut Findings) {
    each(context, &mut |at, _, translated| {
        for problem in translated.strange.into_list().iter().filter(|problem| (problem.code == PIPE) == pipes) {
            found.add(&[at, &problem.at].concat(), &[&problem.message], &problem.help);
        }
    });
}
