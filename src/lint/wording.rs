//! Items that ask two things at once, or deny what is asked.

use super::context::Context;
use super::findings::Findings;
use super::language::Language;
use crate::problem::{join, nth, quoted};

/// What the word lists of the language find in an item.
type Look = fn(&Language, &[String]) -> Option<String>;

/// Looks into the items that `of` names; none where the language has no lists.
fn each(context: &Context<'_>, of: &dyn Fn(usize) -> bool, look: Look, found: &mut dyn FnMut(&str, &str)) {
    let Some(language) = context.language else { return };
    for (n, words) in context.words.iter().enumerate().filter(|(n, _)| of(*n)) {
        if let Some(word) = look(language, words) {
            found(&join(&nth("/items", n), "text"), &quoted(&word));
        }
    }
}

pub(super) fn double_barrelled(context: &Context<'_>, found: &mut Findings) {
    let help = "ask each of the two in an item of its own, or leave one out";
    let mut add =
        |at: &str, word: &str| found.add(at, &["this item may ask two things at once, joined by ", word], help);
    each(context, &|n| context.is_statement(n), joined, &mut add);
    let question = |n| context.graded(n).is_some() && !context.is_statement(n);
    each(context, &question, owned, &mut add);
}

/// The word that joins two things in a statement.
fn joined(language: &Language, words: &[String]) -> Option<String> {
    let is = |list: &[&str], word: Option<&String>| word.is_some_and(|word| list.contains(&word.as_str()));
    for (n, word) in words.iter().enumerate().filter(|(_, word)| is(language.joins, Some(word))) {
        let spanned = words.iter().take(n).any(|before| is(language.spans, Some(before)));
        let (before, after) = (n.checked_sub(1).and_then(|n| words.get(n)), words.get(n + 1));
        if !spanned && before.is_some() && after.is_some() && before != after && !is(language.bound, after) {
            return Some(word.clone());
        }
    }
    None
}

/// The same in a question, which lists much that is one thing: two things that have owners.
fn owned(language: &Language, words: &[String]) -> Option<String> {
    let joins = words.windows(2).find(|pair| match pair {
        [join, owner] => language.joins.contains(&join.as_str()) && language.owners.contains(&owner.as_str()),
        _ => false,
    });
    let both = words.iter().filter(|word| language.owners.contains(&word.as_str())).count() > 1;
    joins.filter(|_| both).and_then(|pair| pair.first().cloned())
}

pub(super) fn negated(context: &Context<'_>, found: &mut Findings) {
    let statement = |n| context.is_statement(n) && denials(context, n) < 2;
    each(context, &statement, denied, &mut |at, word| {
        let help = "say it without the negation and turn its key round";
        found.add(at, &["this statement denies (", word, "): to disagree with it is to deny twice"], help);
    });
}

/// The word that denies the main clause.
fn denied(language: &Language, words: &[String]) -> Option<String> {
    let below = |word: &String| language.subordinate.contains(&word.as_str());
    let main = words.iter().enumerate().take_while(|(n, word)| *n == 0 || !below(word));
    main.map(|(_, word)| word).find(|word| language.denies(word)).cloned()
}

fn denials(context: &Context<'_>, n: usize) -> usize {
    context.language.zip(context.words.get(n)).map_or(0, |(language, words)| language.denials(words))
}

pub(super) fn denied_twice(context: &Context<'_>, found: &mut Findings) {
    let twice = |n| context.graded(n).is_some() && denials(context, n) > 1;
    for n in (0..context.words.len()).filter(|n| twice(*n)) {
        let help = "say it without negations";
        found.add(&join(&nth("/items", n), "text"), &["this item denies twice"], help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::language;

    fn found(look: Look, tag: &str, text: &str) -> Option<String> {
        language::of(tag).and_then(|language| look(language, &language::words(text)))
    }

    #[test]
    fn two_things_are_seen() {
        for (tag, text, word) in [
            ("en", "My manager is fair and competent.", Some("and")),
            ("en", "It is settled what we do and what we leave.", None),
            ("en", "The step between planning and doing is short.", None),
            ("en", "It gets more and more.", None),
            ("de", "Meine Vorgesetzte ist gerecht und kompetent.", Some("und")),
            ("fr", "Mon chef est juste et compétent.", Some("et")),
            ("es", "Mi jefa es justa y competente.", Some("y")),
        ] {
            assert_eq!(found(joined, tag, text).as_deref(), word, "{text}");
        }
        assert_eq!(found(owned, "en", "How good are your pay and your hours?").as_deref(), Some("and"));
        assert_eq!(found(owned, "en", "How often do the buyers and the sellers meet?"), None);
    }

    #[test]
    fn denials_below_are_left_alone() {
        for (tag, text, word) in [
            ("en", "I do not plan ahead.", Some("not")),
            ("en", "When I am ill I don't rest.", Some("don't")),
            ("en", "We meet needs that nobody has named.", None),
            ("de", "Ich plane nicht voraus.", Some("nicht")),
            ("fr", "Je ne planifie pas.", Some("ne")),
            ("es", "No planifico.", Some("no")),
        ] {
            assert_eq!(found(denied, tag, text).as_deref(), word, "{text}");
        }
    }
}
