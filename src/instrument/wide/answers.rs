//! Answers: read at the gate, written down, put into links and words.

use super::super::{Instrument, value};
use super::{Given, Key, Wide};
use crate::json::{Node, Value};
use crate::limits;
use crate::number::{brief, count};
use crate::problem::{Problems, did_you_mean, join, nth, quoted, suggest};
use crate::text::{joined, listed};

impl Wide {
    /// The answer of an answers document; none where nothing is answered, or what is
    /// wrong has been noted.
    pub(crate) fn read(&self, instrument: &Instrument, node: &Node, path: &str, p: &mut Problems) -> Option<Given> {
        match self {
            Wide::Multiple { most, .. } => self.set(instrument, *most, node, path, p),
            Wide::Text | Wide::Note => words(node, path, p),
            Wide::Info => {
                p.error("unknown-item", path, &["this item asks nothing"], "remove it: there is nothing to answer");
                None
            }
        }
    }

    fn set(&self, instrument: &Instrument, most: usize, node: &Node, path: &str, p: &mut Problems) -> Option<Given> {
        let Value::List(entries) = &node.value else {
            let message = ["expected a list, found ", node.value.kind()];
            p.error("wrong-type", path, &message, "list the values of the choices");
            return None;
        };
        let choices = instrument.choices(self.options()?);
        let ids: Vec<String> = choices.iter().map(value).collect();
        let mut set = Vec::new();
        for (n, entry) in entries.iter().enumerate().take(limits::CHOICES + 1) {
            let at = nth(path, n);
            let given = entry.called();
            match ids.iter().position(|id| *id == given) {
                None => {
                    let near = did_you_mean(&given, &mut ids.iter().map(String::as_str));
                    let all = joined(&["the choices are ", &listed(&mut ids.iter().map(String::as_str))]);
                    let message = [&*quoted(&given), " is not a choice of this item"];
                    p.error("unknown-choice", &at, &message, &suggest(near, &all));
                }
                Some(choice) if set.contains(&choice) => {
                    p.error("choice-repeat", &at, &[&quoted(&given), " is chosen twice"], "name each choice once");
                }
                Some(choice) => {
                    let at = set.iter().filter(|other| **other < choice).count();
                    set.insert(at, choice);
                }
            }
        }
        if set.len() > most {
            let message = ["more than ", &*brief(count(most)), " choices"];
            p.error("too-many-chosen", path, &message, "take back some of them");
        }
        (!set.is_empty()).then_some(Given::Set(set))
    }

    /// In how many ways it can be answered, as far as a link tells them apart; none
    /// where a link holds nothing of it.
    pub(crate) fn ways(&self, key: Option<&Key>) -> Option<u128> {
        match (self, key) {
            (Wide::Multiple { choices, .. }, _) => 1_u128.checked_shl(u32::try_from(choices.len()).ok()?),
            (Wide::Text, Some(Key::Texts { texts, .. })) => Some(1 + wide(texts.len())),
            _ => None,
        }
    }

    /// The answer behind its place among them.
    pub(crate) fn answer(&self, key: Option<&Key>, code: u128) -> Option<Given> {
        match (self, key) {
            (Wide::Multiple { choices, most, .. }, _) => {
                let set: Vec<usize> = (0..choices.len()).filter(|n| code >> *n & 1 == 1).collect();
                (1..=*most).contains(&set.len()).then_some(Given::Set(set))
            }
            (_, Some(Key::Texts { texts, .. })) => {
                let accepted = code.checked_sub(1).and_then(|n| texts.get(usize::try_from(n).ok()?));
                Some(accepted.map_or(Given::Other, |accepted| Given::Text(accepted.answer.clone())))
            }
            _ => None,
        }
    }
}

/// Words, as `{"text": …}`, so that none is taken for "don't know"; those that a link
/// did not hold are `{"unmatched": true}`.
fn words(node: &Node, path: &str, p: &mut Problems) -> Option<Given> {
    match node.fields() {
        [(key, Node { value: Value::Text(text), .. })] if key == "text" => {
            if text.chars().count() > limits::TEXT {
                let message = ["a text of more than ", &*brief(count(limits::TEXT)), " characters"];
                p.error("text-too-long", &join(path, "text"), &message, "shorten it");
            }
            (!text.chars().all(char::is_whitespace)).then(|| Given::Text(text.clone()))
        }
        [(key, Node { value: Value::Bool(true), .. })] if key == "unmatched" => Some(Given::Other),
        _ => {
            let message = ["expected the words of an answer, found ", node.value.kind()];
            p.error("wrong-type", path, &message, "write them as {\"text\": \"…\"}");
            None
        }
    }
}

impl Given {
    /// Its place among the ways to answer.
    pub(crate) fn code(&self, key: Option<&Key>) -> u128 {
        match (self, key) {
            (Given::Set(set), _) => set.iter().fold(0, |code, n| code | 1 << *n),
            (Given::Text(_), Some(key)) => key.accepted(self).map_or(0, |n| wide(n) + 1),
            _ => 0,
        }
    }

    /// Of one choice 1 if it is among those chosen, else 0; of the item how many are.
    pub(crate) fn raw(&self, part: Option<usize>) -> Option<f64> {
        let Given::Set(set) = self else { return None };
        Some(part.map_or(count(set.len()), |choice| count(usize::from(set.contains(&choice)))))
    }

    /// As people read it.
    pub(crate) fn words(&self, instrument: &Instrument, kind: &Wide) -> String {
        match (self, kind.options()) {
            (Given::Set(set), Some(options)) => listed(&mut set.iter().map(|n| instrument.label(options, *n))),
            (Given::Text(words), _) => words.clone(),
            _ => "…".into(),
        }
    }

    /// As JSON.
    pub(crate) fn written(&self, instrument: &Instrument, kind: &Wide) -> String {
        match (self, kind.options()) {
            (Given::Set(set), Some(options)) => {
                let entry = |n: &usize| match instrument.number(options, *n) {
                    Some(x) => brief(x),
                    None => string(&instrument.value(options, *n)),
                };
                let mut list = String::from("[");
                for (n, choice) in set.iter().enumerate() {
                    list.push_str(if n == 0 { "" } else { "," });
                    list.push_str(&entry(choice));
                }
                list.push(']');
                list
            }
            (Given::Text(words), _) => joined(&["{\"text\":", &string(words), "}"]),
            _ => "{\"unmatched\":true}".into(),
        }
    }
}

/// A text as JSON (RFC 8259, section 7).
fn string(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\u{0}'..='\u{1f}' => {
                json.push_str("\\u00");
                json.extend([u32::from(c) >> 4, u32::from(c) & 15].into_iter().filter_map(|n| char::from_digit(n, 16)));
            }
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

fn wide(n: usize) -> u128 {
    u128::try_from(n).unwrap_or_default()
}
