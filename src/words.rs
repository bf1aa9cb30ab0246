//! Answers and scores in the words of the instrument.

use crate::expression::Name;
use crate::instrument::{Choice, Instrument, Kind};
use crate::number::brief;
use crate::response::{Answer, Response};

/// The answer to an item, or to a grid's row, in words; none when not answered.
pub(crate) fn answer(instrument: &Instrument, response: &Response, item: usize, part: Option<usize>) -> Option<String> {
    let found = instrument.items.get(item)?;
    let label = |choices: &[Choice], n: usize| choices.get(n).map(|c| c.label.clone());
    let several = |parts: Vec<String>| Some(parts.join(", "));
    match (response.answer(item), &found.kind, part) {
        (Answer::Skipped, ..) => None,
        (Answer::DontKnow, ..) => Some(instrument.dont_know.clone()),
        (Answer::Choice(n), Kind::Choice { choices }, _) => label(choices, *n),
        (Answer::Number(x), Kind::Number { unit, .. }, _) => {
            let space = if unit.is_empty() { "" } else { " " };
            Some([&brief(*x), space, unit].concat())
        }
        (Answer::Allocation(shares), Kind::Allocation { parts, .. }, _) => {
            several(parts.iter().zip(shares).map(|(part, share)| [&part.label, " ", &brief(*share)].concat()).collect())
        }
        (Answer::Ranking(order), Kind::Ranking { options }, _) => {
            let ranked = order.iter().enumerate().filter_map(|(n, option)| {
                Some([&(n + 1).to_string(), ". ", &options.get(*option)?.label].concat())
            });
            several(ranked.collect())
        }
        (Answer::Grid(cells), Kind::Grid { choices, .. }, Some(row)) => cell(instrument, cells.get(row)?, choices),
        (Answer::Grid(cells), Kind::Grid { rows, choices, .. }, None) => {
            let graded = rows.iter().zip(cells).filter_map(|(row, answer)| {
                Some([&row.label, ": ", &cell(instrument, answer, choices)?].concat())
            });
            several(graded.collect())
        }
        _ => None,
    }
}

fn cell(instrument: &Instrument, answer: &Answer, choices: &[Choice]) -> Option<String> {
    match answer {
        Answer::DontKnow => Some(instrument.dont_know.clone()),
        Answer::Choice(n) => choices.get(*n).map(|c| c.label.clone()),
        _ => None,
    }
}

/// The text of an item, with the row's label where a row is meant.
pub(crate) fn item(instrument: &Instrument, item: usize, part: Option<usize>) -> String {
    let Some(found) = instrument.items.get(item) else { return String::new() };
    let row = match (&found.kind, part) {
        (Kind::Grid { rows: parts, .. } | Kind::Ranking { options: parts } | Kind::Allocation { parts, .. }, Some(p)) => {
            parts.get(p)
        }
        _ => None,
    };
    match row {
        Some(row) => [&found.text, " ", &row.label].concat(),
        None => found.text.clone(),
    }
}

/// The title of a score, with its dimension where it belongs to one.
pub(crate) fn title(instrument: &Instrument, name: Name) -> Option<String> {
    let of = |title: &String, dimension: Option<usize>| match dimension.and_then(|d| instrument.dimensions.get(d)) {
        Some(dimension) => [&dimension.title, ": ", title].concat(),
        None => title.clone(),
    };
    match name {
        Name::Scale(n) => instrument.scales.get(n).map(|s| s.title.clone()),
        Name::Composite(n) => instrument.composites.get(n).map(|c| of(&c.title, c.dimension)),
        Name::Band(n) => instrument.bands.get(n).map(|b| b.title.clone()),
        Name::Item(n) | Name::Points(n) | Name::ChoiceIs(n, _) => Some(item(instrument, n, None)),
        Name::Part(n, p) | Name::PartPoints(n, p) => Some(item(instrument, n, Some(p))),
        _ => None,
    }
}
