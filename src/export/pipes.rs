//! Earlier answers in texts: `SurveyJS` fills in what stands in braces, other formats nothing.

use super::losses::Losses;
use crate::instrument::Instrument;
use crate::json::{Node, Value};
use crate::problem::{join, nth};
use crate::text::{has_pipes, joined, piped};

/// The instrument with texts as a format can say them; none where it has no such text.
pub(super) fn told(instrument: &Instrument, format: &str, losses: &mut Losses) -> Option<Instrument> {
    (!instrument.piped.is_empty()).then(|| {
        let words = Walk { filled: format == "surveyjs", losses }.node(&instrument.words, "");
        Instrument { words, ..instrument.clone() }
    })
}

struct Walk<'w> {
    /// Whether the format fills in answers itself.
    filled: bool,
    losses: &'w mut Losses,
}

impl Walk<'_> {
    fn node(&mut self, node: &Node, path: &str) -> Node {
        let value = match &node.value {
            Value::Text(text) if has_pipes(text) => Value::Text(self.text(text, path)),
            Value::List(nodes) => {
                Value::List(nodes.iter().enumerate().map(|(n, node)| self.node(node, &nth(path, n))).collect())
            }
            Value::Object(fields) => {
                let field = |(key, node): &(String, Node)| (key.clone(), self.node(node, &join(path, key)));
                Value::Object(fields.iter().map(field).collect())
            }
            value => value.clone(),
        };
        Node { value, at: node.at }
    }

    fn text(&mut self, text: &str, path: &str) -> String {
        // Of what a result says the formats have nothing, and say so themselves.
        let is_asked = path.starts_with("/items/") || path.starts_with("/pages/");
        piped(text, &mut |pipe| {
            if !self.filled {
                if is_asked {
                    let instead = "what stands there without an answer";
                    self.losses.lost(path, "an answer in a text", "this format fills nothing in", instead);
                }
                return pipe.fallback().into();
            }
            if is_asked && pipe.otherwise.is_some_and(|words| !words.is_empty()) {
                let sentence = "nothing stands there for an answer that is not given";
                self.losses.lost(path, "words for no answer", sentence, "nothing");
            }
            joined(&["{", pipe.item, "}"])
        })
    }
}
