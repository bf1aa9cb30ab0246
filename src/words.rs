//! Answers and scores in the words of the instrument.

use crate::data::Data;
use crate::expression::Name;
use crate::instrument::{Instrument, Kind, Options};
use crate::number::brief;
use crate::response::{Answer, Response};
use crate::text::{joined, listed};

/// The answer to an item, or to a grid's row, in words; none when not answered.
pub(crate) fn answer(instrument: &Instrument, response: &Response, item: usize, part: Option<usize>) -> Option<String> {
    let kind = &instrument.items.get(item)?.kind;
    let mut pieces: Vec<String> = Vec::new();
    match (response.answer(item), kind) {
        (Answer::Skipped, _) => return None,
        (Answer::Grid(cells), Kind::Grid { rows, choices, .. }) => {
            for (row, cell) in cells.iter().enumerate() {
                let Some(words) = single(instrument, cell, choices) else { continue };
                match part {
                    None => pieces.push(joined(&[instrument.label(rows, row), ": ", &words])),
                    Some(wanted) if wanted == row => return Some(words),
                    Some(_) => {}
                }
            }
            if pieces.is_empty() {
                return None;
            }
        }
        (Answer::Number(x), Kind::Number { .. }) => {
            let unit = instrument.entry("items", item).get("kind").get("number").get("unit").text();
            let space = if unit.is_empty() { "" } else { " " };
            return Some(joined(&[&brief(*x), space, unit]));
        }
        (Answer::Allocation(shares), Kind::Allocation { parts, .. }) => {
            for (n, share) in shares.iter().enumerate() {
                pieces.push(joined(&[instrument.label(parts, n), " ", &brief(*share)]));
            }
        }
        (Answer::Ranking(order), Kind::Ranking(options)) => {
            for (n, option) in order.iter().enumerate() {
                pieces.push(joined(&[&(n + 1).to_string(), ". ", instrument.label(options, *option)]));
            }
        }
        (Answer::Wide(given), Kind::Wide(kind)) => return Some(given.words(instrument, kind)),
        (single_answer, Kind::Choice(options)) => return single(instrument, single_answer, options),
        _ => return Some(instrument.words.get("dont_know").text().into()),
    }
    Some(listed(&mut pieces.iter().map(String::as_str)))
}

fn single(instrument: &Instrument, answer: &Answer, options: &Options) -> Option<String> {
    match answer {
        Answer::DontKnow => Some(instrument.words.get("dont_know").text().into()),
        Answer::Choice(n) => Some(instrument.label(options, *n).into()),
        _ => None,
    }
}

/// The text of an item, with the label of a part where one is meant.
pub(crate) fn item(instrument: &Instrument, item: usize, part: Option<usize>) -> Data<'_> {
    let text = instrument.entry("items", item).get("text");
    match instrument.parts(item).zip(part) {
        Some((options, part)) => Data::Owned(joined(&[text.text(), " ", instrument.label(options, part)])),
        None => Data::part(text),
    }
}

/// The same in quotation marks.
pub(crate) fn quoted(instrument: &Instrument, item: usize, part: Option<usize>) -> String {
    joined(&["\u{201c}", self::item(instrument, item, part).text(), "\u{201d}"])
}

/// The title of a composite, with its dimension where it belongs to one.
pub(crate) fn composite(instrument: &Instrument, n: usize) -> Data<'_> {
    let Some(composite) = instrument.composites.get(n) else { return Data::Null };
    let title = instrument.entry("composites", composite.entry).get("title");
    match composite.dimension {
        Some(d) => Data::Owned(joined(&[instrument.word("dimensions", d, "title"), ": ", title.text()])),
        None => Data::part(title),
    }
}

/// How a name is written, and what it stands for.
pub(crate) fn name(instrument: &Instrument, name: Name) -> (String, Data<'_>) {
    (instrument.written(name), title(instrument, name))
}

/// What a name stands for.
pub(crate) fn title(instrument: &Instrument, name: Name) -> Data<'_> {
    match name {
        Name::Scale(n) => instrument.part("scales", n, "title"),
        Name::Composite(n) => composite(instrument, n),
        Name::Band(n) => instrument.part("bands", n, "title"),
        Name::Item(n) | Name::Points(n) | Name::ChoiceIs(n, _) => item(instrument, n, None),
        Name::Part(n, p) | Name::PartPoints(n, p) => item(instrument, n, Some(p)),
        _ => Data::Null,
    }
}
