//! How hard a text is to read, and how long the whole takes.

use super::context::Context;
use super::findings::Findings;
use super::language;
use crate::instrument::{Item, Kind};
use crate::json::Node;
use crate::number::{brief, count};
use crate::problem::{join, nth};

/// LIX from which a single item, and all of them together, are very hard to read.
const HARD: (f64, f64) = (75.0, 60.0);
/// Words from which on the measure says something of one item, and of all.
const ENOUGH: (usize, usize) = (12, 100);
/// Words read in a minute: English in silence (M. Brysbaert, "How many words do we
/// read per minute?", Journal of Memory and Language 109, 2019); the mean of 17
/// languages read aloud, which is slower (S. Trauzettel-Klosinski, K. Dietz,
/// "Standardized assessment of reading performance", IOVS 53, 2012).
const SPEED: (f64, f64) = (238.0, 184.0);
/// Minutes from which on an assessment is long.
const LONG: f64 = 20.0;

/// Letters, words and sentences of texts.
#[derive(Clone, Copy, Default)]
struct Counts {
    words: usize,
    /// Words of more than six letters.
    long: usize,
    sentences: usize,
}

impl Counts {
    fn add(&mut self, text: &str) {
        let words = language::words(text);
        let ends = text.split_inclusive(['.', '!', '?', ':', ';']).filter(|part| part.contains(char::is_alphanumeric));
        self.words += words.len();
        self.long += words.iter().filter(|word| word.chars().count() > 6).count();
        self.sentences += ends.count();
    }

    /// LIX: words in a sentence, plus the percentage of words of more than six
    /// letters (C.-H. Björnsson, "Läsbarhet", 1968). 20 is very easy, 60 very hard.
    fn lix(self) -> f64 {
        if self.sentences == 0 {
            0.0
        } else {
            count(self.words) / count(self.sentences) + 100.0 * count(self.long) / count(self.words)
        }
    }
}

/// Whether words are parted by spaces, so that they can be counted.
fn is_counted(context: &Context<'_>) -> bool {
    let tag = context.root.get("language").text();
    !["ja", "zh", "th", "lo", "km", "my"].contains(&tag.split(['-', '_']).next().unwrap_or_default())
}

pub(super) fn hard(context: &Context<'_>, found: &mut Findings) {
    if context.language.is_none() {
        return;
    }
    let mut all = Counts::default();
    let help = "shorten the sentences, or use shorter words";
    for n in 0..context.instrument.items.len() {
        let mut one = Counts::default();
        one.add(context.text(n));
        all.add(context.text(n));
        if one.words >= ENOUGH.0 && one.lix() >= HARD.0 {
            let message = ["this item is very hard to read: LIX ", &*brief(one.lix().floor())];
            found.add(&join(&nth("/items", n), "text"), &message, help);
        }
    }
    if all.words >= ENOUGH.1 && all.lix() >= HARD.1 {
        found.add("/items", &["the items are very hard to read: LIX ", &brief(all.lix().floor())], help);
    }
}

pub(super) fn long(context: &Context<'_>, found: &mut Findings) {
    if !is_counted(context) {
        return;
    }
    let speed = if context.root.get("language").text().starts_with("en") { SPEED.0 } else { SPEED.1 };
    let mut seconds = 0.0;
    for item in &context.instrument.items {
        seconds += answering(item);
    }
    let minutes = count(read(context)) / speed + seconds / 60.0;
    if minutes >= LONG {
        let message = ["answering takes about ", &*brief(minutes.floor()), " minutes"];
        found.add("/items", &message, "leave out what changes no score, or offer a part of it at a time");
    }
}

/// Words that are read until everything is answered; choices of a set once.
fn read(context: &Context<'_>) -> usize {
    let mut all = Counts::default();
    let mut add = |node: &Node, fields: &[&str]| fields.iter().for_each(|field| all.add(node.get(field).text()));
    for page in context.root.get("pages").list() {
        add(page, &["title", "text"]);
    }
    for item in context.root.get("items").list() {
        add(item, &["text", "help"]);
        item.get("kind").inner().get("choices").list().iter().for_each(|choice| add(choice, &["label"]));
    }
    for set in context.root.get("choice_sets").list() {
        set.get("choices").list().iter().for_each(|choice| add(choice, &["label"]));
    }
    all.words
}

/// Seconds for choosing an answer, beside reading: our own estimates.
fn answering(item: &Item) -> f64 {
    match &item.kind {
        Kind::Choice(_) => 4.0,
        Kind::Number { .. } => 8.0,
        Kind::Allocation { parts, .. } => 6.0 * count(parts.len()),
        Kind::Ranking(options) => 4.0 * count(options.len()),
        Kind::Grid { rows, .. } => 4.0 * count(rows.len()),
        Kind::Wide(wide) => {
            wide.options().map_or(if item.is_asked() { 12.0 } else { 0.0 }, |all| 2.0 * count(all.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lix_by_hand() {
        let mut counts = Counts::default();
        counts.add("We plan ahead. Organizations without planning departments improvise!");
        // 8 words, 2 sentences, 4 long words of 5 and more: organizations, without, planning, departments, improvise.
        assert_eq!((counts.words, counts.sentences, counts.long), (8, 2, 5));
        assert_eq!(counts.lix().to_bits(), 66.5_f64.to_bits());
    }
}
