//! One question of a survey.

use super::super::choices::choices;
use super::super::draft::{Correct, Item, Kind, Member};
use super::super::report::at;
use super::super::source::word;
use super::super::worth::{Worth, place, shares};
use super::super::written::figure;
use super::Survey;
use super::weights::value;
use crate::json::{Node, Value};
use crate::limits::{CHOICES, MAGNITUDE};
use crate::number::{count, equal};
use crate::problem::{nth, quoted};
use crate::text::joined;

/// The inputs of `text` that take words.
const WORDS: [&str; 6] = ["", "text", "email", "url", "tel", "password"];

/// The properties that every question may have.
const COMMON: [&str; 6] = ["type", "name", "title", "description", "visibleIf", "correctAnswer"];

impl Survey<'_> {
    /// Reads a question; what it cannot become is a loss.
    pub(super) fn question(&mut self, node: &Node, path: &str, shown: String) {
        let name = node.get("name").text().to_owned();
        let made = match node.get("type").text() {
            "radiogroup" | "dropdown" | "buttongroup" => self.choice(node, &name, path),
            "rating" => self.rating(node, &name, path),
            "boolean" => self.boolean(node, &name, path),
            "matrix" => self.matrix(node, &name, path),
            "ranking" => self.ranking(node, path),
            "text" if WORDS.contains(&node.get("inputType").text()) => Some((self.field(node, path), None)),
            "comment" => Some((self.field(node, path), None)),
            "text" | "slider" => self.number(node, path),
            "expression" => {
                self.rest(node, &["type", "name", "title", "expression"], path);
                let title = self.words(node.get("title"));
                let title = if title.is_empty() { name.clone() } else { title };
                return self.formula(&name, &title, node.get("expression").text(), path);
            }
            "checkbox" | "tagbox" => self.multiple(node, &name, path),
            "html" => {
                self.rest(node, &["type", "name", "visibleIf", "html"], path);
                Some((Kind::Info, None))
            }
            kind => {
                let construct = if kind.is_empty() { "an element" } else { kind };
                let sentence = joined(&["there is no such question: ", &quoted(&name)]);
                return self.report.lost(path, construct, &sentence, "it is left out");
            }
        };
        let Some((kind, ends)) = made else { return };
        let (kind, correct, marks) =
            self.correct(kind, node.get("correctAnswer"), ends.is_some(), &at(path, "correctAnswer"));
        let field = if kind == Kind::Info { "html" } else { "title" };
        let title = self.told(node.get(field), &at(path, field));
        let text = if title.is_empty() { self.draft.text(&name, path, self.report) } else { title };
        let help = self.told(node.get("description"), &at(path, "description"));
        let id = self.draft.names.take(&name, "q", path, self.report);
        let text = if text.is_empty() { id.clone() } else { text };
        if let Some((least, most)) = ends {
            let rows = match &kind {
                Kind::Grid { rows, .. } => rows.iter().map(|row| word_of(&row.value)).collect(),
                _ => vec![String::new()],
            };
            for part in rows {
                self.add(&name, Worth { item: id.clone(), part, least, most });
            }
        }
        if correct != Correct::Unsaid {
            self.right.push(Member { item: id.clone(), part: String::new(), reversed: false, weight: marks });
        }
        self.draft.ask(Item { id, source: name, text, help, kind, show_if: shown, correct, ..Item::default() });
    }

    /// Value and label of each entry; entries are values, or objects with more.
    fn entries(&mut self, list: &Node, path: &str) -> Vec<(String, String)> {
        let mut raw = Vec::new();
        for (n, entry) in list.list().iter().enumerate() {
            let here = nth(path, n);
            self.rest(entry, &["value", "text", "score", "weight"], &here);
            let label = self.text(entry.get("text"), &here);
            let label = if label.is_empty() { self.draft.text(&value(entry), &here, self.report) } else { label };
            raw.push((value(entry), label));
        }
        raw
    }

    fn choice(&mut self, node: &Node, name: &str, path: &str) -> Made {
        self.rest(node, &with(&["choices"]), path);
        let here = at(path, "choices");
        let raw = self.entries(node.get("choices"), &here);
        let mut choices = choices(&raw, false, &here, self.report)?;
        let ends = self.weigh(name, node.get("choices").list(), &mut choices, place, path);
        Some((Kind::Choice(choices), ends))
    }

    /// Several choices; what they are worth is added up.
    fn multiple(&mut self, node: &Node, name: &str, path: &str) -> Made {
        self.rest(node, &with(&["choices", "maxSelectedChoices"]), path);
        let here = at(path, "choices");
        let raw = self.entries(node.get("choices"), &here);
        let mut choices = choices(&raw, false, &here, self.report)?;
        let ends = self.weigh(name, node.get("choices").list(), &mut choices, shares, path);
        let most = node.get("maxSelectedChoices").number();
        let most = most.and_then(|most| (1..choices.len()).find(|n| equal(count(*n), most)));
        Some((Kind::Multiple(choices, most), ends))
    }

    /// Words: scored where it is said which are right.
    fn field(&mut self, node: &Node, path: &str) -> Kind {
        self.rest(node, &with(&["inputType"]), path);
        if node.get("correctAnswer").is_null() { Kind::Note } else { Kind::Text }
    }

    fn rating(&mut self, node: &Node, name: &str, path: &str) -> Made {
        let ends = ["minRateDescription", "maxRateDescription"];
        self.rest(node, &with(&["rateMin", "rateMax", "rateStep", "rateCount", "rateValues", ends[0], ends[1]]), path);
        let written = node.get("rateValues").list();
        let given: Vec<Node> = if written.is_empty() { steps(node) } else { written.to_vec() };
        let mut raw = Vec::new();
        for (n, entry) in given.iter().enumerate() {
            self.rest(entry, &["value", "text", "score", "weight"], &nth(&at(path, "rateValues"), n));
            let end = if n == 0 {
                ends[0]
            } else if n + 1 == given.len() {
                ends[1]
            } else {
                ""
            };
            let shown = self.text(entry.get("text"), path);
            let shown = if shown.is_empty() { value(entry) } else { shown };
            let description = self.text(node.get(end), &at(path, end));
            let label = if description.is_empty() { shown } else { joined(&[&shown, " (", &description, ")"]) };
            raw.push((value(entry), label));
        }
        let mut choices = choices(&raw, false, path, self.report)?;
        let ends = self.weigh(name, &given, &mut choices, place, path);
        Some((Kind::Choice(choices), ends))
    }

    fn boolean(&mut self, node: &Node, name: &str, path: &str) -> Made {
        self.rest(node, &with(&["labelTrue", "labelFalse", "valueTrue", "valueFalse"]), path);
        let mut raw = Vec::new();
        for (label, value, otherwise, truth) in
            [("labelTrue", "valueTrue", "Yes", "true"), ("labelFalse", "valueFalse", "No", "false")]
        {
            let value = word(node.get(value));
            let label = self.label(node.get(label), otherwise, &at(path, label));
            raw.push((if value.is_empty() { truth.into() } else { value }, label));
        }
        let mut choices = choices(&raw, false, path, self.report)?;
        let values: Vec<Node> = raw.into_iter().map(|(value, _)| Node { value: Value::Text(value), at: 0 }).collect();
        let ends = self.weigh(name, &values, &mut choices, place, path);
        Some((Kind::Choice(choices), ends))
    }

    fn matrix(&mut self, node: &Node, name: &str, path: &str) -> Made {
        self.rest(node, &with(&["columns", "rows"]), path);
        let (in_rows, in_columns) = (at(path, "rows"), at(path, "columns"));
        let rows = self.entries(node.get("rows"), &in_rows);
        let columns = self.entries(node.get("columns"), &in_columns);
        let rows = choices(&rows, true, &in_rows, self.report)?;
        let mut columns = choices(&columns, false, &in_columns, self.report)?;
        let ends = self.weigh(name, node.get("columns").list(), &mut columns, place, path);
        Some((Kind::Grid { rows, choices: columns }, ends))
    }

    fn ranking(&mut self, node: &Node, path: &str) -> Made {
        self.rest(node, &with(&["choices"]), path);
        let here = at(path, "choices");
        let raw = self.entries(node.get("choices"), &here);
        Some((Kind::Ranking(choices(&raw, true, &here, self.report)?), None))
    }

    fn number(&mut self, node: &Node, path: &str) -> Made {
        let slider = node.get("type").text() == "slider";
        let input = node.get("inputType").text();
        let ranged = slider || input == "range";
        if !ranged && input != "number" {
            self.report.lost(path, input, "there is no such input", "the question is left out");
            return None;
        }
        self.rest(node, &with(&["inputType", "min", "max", "step"]), path);
        let end = |field: &str, otherwise: f64| {
            node.get(field).number().filter(|x| x.abs() <= MAGNITUDE).or(ranged.then_some(otherwise))
        };
        match end("min", 0.0).zip(end("max", 100.0)).filter(|(min, max)| min < max) {
            Some((min, max)) => {
                let step = node.get("step").number().filter(|step| *step >= 1e-6);
                Some((Kind::Number { min, max, step, unit: String::new() }, None))
            }
            None => {
                self.report.lost(path, "number", "a number needs `min` below `max`", "the question is left out");
                None
            }
        }
    }
}

/// A kind, and the ends of what it adds to a score.
type Made = Option<(Kind, Option<(f64, f64)>)>;

fn with<'k>(own: &[&'k str]) -> Vec<&'k str> {
    COMMON.iter().chain(own).copied().collect()
}

fn word_of(value: &super::super::choices::Value) -> String {
    match value {
        super::super::choices::Value::Word(word) => word.clone(),
        super::super::choices::Value::Whole(x) => figure(*x),
    }
}

/// The values of a rating that are not written out, 1 to 5 if nothing is said; at
/// most one more than a set of choices may have.
fn steps(node: &Node) -> Vec<Node> {
    let number = |field: &str| node.get(field).number();
    let (min, step) = (number("rateMin").unwrap_or(1.0), number("rateStep").unwrap_or(1.0));
    let most = number("rateCount").map_or(5.0, |n| min + (n - 1.0) * step);
    let max = number("rateMax").unwrap_or(most);
    let values = (0..=CHOICES).map(|n| min + count(n) * step).take_while(|x| *x <= max);
    values.map(|x| Node { value: Value::Number(x), at: 0 }).collect()
}
