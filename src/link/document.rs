//! The answers document that a token stands for.

use crate::instrument::{Instrument, Kind};
use crate::json::Node;
use crate::number::brief;
use crate::response::{Answer, Response};

/// The answers document of a response as JSON: complete answers only, by item
/// and choice value, in the order of the definition.
pub(crate) fn document(instrument: &Instrument, response: &Response) -> String {
    let text = |field: &str| instrument.words.get(field).text();
    // Identifiers hold nothing that JSON would have to escape.
    let mut json = Json(String::new());
    json.open('{');
    json.field("instrument", text("id"));
    json.field("version", text("version"));
    if let Some(role) = response.role {
        json.field("role", instrument.word("roles", role, "id"));
    }
    if instrument.is_drawn() {
        json.key("seed");
        json.0.push_str(&response.seed.to_string());
    }
    json.key("answers");
    json.open('{');
    for (n, item) in instrument.items.iter().enumerate() {
        let answer = response.answer(n);
        if *answer != Answer::Skipped {
            json.key(instrument.word("items", n, "id"));
            json.answer(instrument, &item.kind, answer);
        }
    }
    json.0.push_str("}}");
    json.0
}

/// A JSON text in the making.
struct Json(String);

impl Json {
    fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// A comma, unless something was just opened.
    fn next(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    fn word(&mut self, word: &str) {
        for piece in ["\"", word, "\""] {
            self.0.push_str(piece);
        }
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.word(key);
        self.0.push(':');
    }

    fn field(&mut self, key: &str, word: &str) {
        self.key(key);
        self.word(word);
    }

    fn choice(&mut self, choice: Option<&Node>) {
        match choice.map(|choice| choice.get("value")) {
            Some(value) if value.number().is_some() => self.0.push_str(&brief(value.number().unwrap_or_default())),
            value => self.word(value.map_or("", Node::text)),
        }
    }

    fn answer(&mut self, instrument: &Instrument, kind: &Kind, answer: &Answer) {
        match (answer, kind) {
            (Answer::Choice(n), Kind::Choice(options)) => self.choice(instrument.choices(options).get(*n)),
            (Answer::Number(x), _) => self.0.push_str(&brief(*x)),
            (Answer::Allocation(shares), Kind::Allocation { parts, .. }) => {
                self.open('{');
                for (n, share) in shares.iter().enumerate() {
                    self.key(&instrument.value(parts, n));
                    self.0.push_str(&brief(*share));
                }
                self.0.push('}');
            }
            (Answer::Ranking(order), Kind::Ranking(options)) => {
                self.open('[');
                for n in order {
                    self.next();
                    self.word(&instrument.value(options, *n));
                }
                self.0.push(']');
            }
            (Answer::Grid(cells), Kind::Grid { rows, choices, .. }) => {
                self.open('{');
                for (n, cell) in cells.iter().enumerate() {
                    if *cell != Answer::Skipped {
                        self.key(&instrument.value(rows, n));
                        match cell {
                            Answer::Choice(c) => self.choice(instrument.choices(choices).get(*c)),
                            _ => self.word("dk"),
                        }
                    }
                }
                self.0.push('}');
            }
            (Answer::Wide(given), Kind::Wide(kind)) => self.0.push_str(&given.written(instrument, kind)),
            _ => self.word("dk"),
        }
    }
}
