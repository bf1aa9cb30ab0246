//! A folder of YAML as OWASP SAMM publishes its model.
//!
//! Each file is one document with an `id` and a `type`; they name each other:
//!
//! ```text
//! Question --activity--> Activity --stream--> Stream --practice--> Practice --function--> Function
//!     \--answerSet--> AnswerSet      \--level--> PracticeLevel --maturityLevel--> MaturityLevel
//! ```
//!
//! The published scoring: an answer is worth its `value`, 0 to 1; at each maturity
//! level a practice has the mean over its streams, and its score is the sum over
//! the levels, 0 to 3; a function has the mean of its practices, the whole that of
//! its functions. Here a practice is a scale whose questions weigh such that each
//! level, and within it each stream, counts the same; its score is a composite,
//! the scale times the number of levels.

use super::choices::{self, Choice};
use super::draft::{Draft, Item, Kind, Page};
use super::report::{Report, at};
use super::source::{stem, word};
use super::written::figure;
use super::{File, Wishes, yaml};
use crate::json::Node;
use crate::number::equal;
use crate::problem::{Problem, nth, quoted};
use std::collections::BTreeMap;

mod score;

/// What questions are joined with, by identifier: where it stands and what it says.
type Documents = BTreeMap<String, (String, Node)>;

/// The fields that are used, by type; `model`, `color`, `logo` and the like are for other tools.
const FIELDS: [(&str, &[&str]); 8] = [
    ("Question", &["id", "type", "activity", "answerSet", "answerset", "text", "order", "quality"]),
    ("AnswerSet", &["id", "type", "values"]),
    ("Activity", &["id", "type", "stream", "level", "title"]),
    ("PracticeLevel", &["id", "type", "practice", "maturityLevel", "maturitylevel"]),
    ("MaturityLevel", &["id", "type", "number"]),
    ("Stream", &["id", "type", "practice", "name", "order", "letter"]),
    ("Practice", &["id", "type", "function", "name", "order", "description", "shortDescription"]),
    ("Function", &["id", "type", "name", "order"]),
];

/// Reads the model.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let mut documents = Documents::new();
    for file in files {
        let path = at("", file.0).replace("~1", "/");
        let node = yaml::tree(*file)?;
        let (id, kind) = (word(node.get("id")), node.get("type").text());
        let Some((_, known)) = FIELDS.iter().find(|(name, _)| *name == kind).filter(|_| !id.is_empty()) else {
            report.lost(
                &path,
                if kind.is_empty() { "a file" } else { kind },
                "not a part of the questionnaire",
                "nothing",
            );
            continue;
        };
        for (key, value) in node.fields().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            if !value.is_null() {
                report.lost(&at(&path, key), key, "a definition has no such field", "nothing");
            }
        }
        if documents.contains_key(&id) {
            report.lost(&path, &quoted(&id), "another file has this `id`", "the first one is used");
            continue;
        }
        documents.insert(id, (path, node));
    }
    let mut model =
        Model { documents: &documents, draft: Draft::default(), practices: Vec::new(), sets: BTreeMap::new() };
    model.draft.name = "samm".into();
    model.draft.title = "Software assurance maturity".into();
    model.draft.language = if wishes.language.is_empty() { "en".into() } else { wishes.language.into() };
    model.questions(report);
    model.score(report);
    Ok(model.draft)
}

/// A question with what it belongs to.
struct Asked<'d> {
    path: &'d str,
    node: &'d Node,
    answers: &'d (String, Node),
    function: &'d str,
    practice: &'d str,
    stream: &'d str,
    level: String,
    /// Order of function, practice, level, stream and question.
    order: [f64; 5],
}

/// A practice with its questions: level, stream and item of each.
struct Practice<'d> {
    function: &'d str,
    id: &'d str,
    asked: Vec<(String, &'d str, String)>,
}

struct Model<'d> {
    documents: &'d Documents,
    draft: Draft,
    practices: Vec<Practice<'d>>,
    /// The choices of each answer set that a question has named so far.
    sets: BTreeMap<&'d str, Option<Vec<Choice>>>,
}

impl<'d> Model<'d> {
    /// The document that a field names, with its identifier.
    fn named(&self, node: &Node, field: &str) -> Option<(&'d str, &'d (String, Node))> {
        let id = word(node.get(field));
        self.documents.get_key_value(&id).map(|(id, document)| (id.as_str(), document))
    }

    /// Follows the names from a question; the first that leads nowhere is an error.
    fn joined(&self, path: &'d str, node: &'d Node) -> Result<Asked<'d>, &'static str> {
        let set = if node.field("answerSet").is_some() { "answerSet" } else { "answerset" };
        let (_, answers) = self.named(node, set).ok_or("answerSet")?;
        let (_, (_, activity)) = self.named(node, "activity").ok_or("activity")?;
        let (stream, (_, of)) = self.named(activity, "stream").ok_or("stream")?;
        let (practice, (_, in_practice)) = self.named(of, "practice").ok_or("practice")?;
        let (function, (_, in_function)) = self.named(in_practice, "function").ok_or("function")?;
        let (level, (_, practice_level)) = self.named(activity, "level").ok_or("level")?;
        let maturity = ["maturityLevel", "maturitylevel"].iter().find_map(|field| self.named(practice_level, field));
        let number = maturity.and_then(|(_, (_, node))| node.get("number").number());
        let level = number.map_or_else(|| level.to_owned(), figure);
        let order = |node: &Node| node.get("order").number().unwrap_or(f64::MAX);
        let order = [order(in_function), order(in_practice), number.unwrap_or(f64::MAX), order(of), order(node)];
        Ok(Asked { path, node, answers, function, practice, stream, level, order })
    }

    fn questions(&mut self, report: &mut Report) {
        let mut asked = Vec::new();
        for (path, node) in self.documents.values().filter(|(_, node)| node.get("type").text() == "Question") {
            match self.joined(path, node) {
                Ok(question) => asked.push(question),
                Err(field) => {
                    report.lost(path, field, "what it names is not in the folder", "the question is left out");
                }
            }
        }
        asked.sort_by(|a, b| {
            let orders = a.order.iter().zip(&b.order).map(|(x, y)| x.total_cmp(y));
            let first = orders.into_iter().find(|order| order.is_ne());
            first.unwrap_or_else(|| (a.practice, a.stream, a.path).cmp(&(b.practice, b.stream, b.path)))
        });
        for question in asked {
            if !self.draft.is_full() {
                self.ask(&question, report);
            }
        }
    }

    fn ask(&mut self, question: &Asked<'d>, report: &mut Report) {
        let text = self.draft.text(question.node.get("text").text(), &at(question.path, "text"), report);
        if text.is_empty() {
            return report.lost(question.path, "Question", "it has no `text`", "nothing");
        }
        let (set, _) = question.answers;
        if !self.sets.contains_key(set.as_str()) {
            let choices = self.answers(question.answers, report);
            self.sets.insert(set, choices);
        }
        let Some(choices) = self.sets.get(set.as_str()).cloned().flatten() else {
            return report.lost(question.path, "Question", "its answers are not read", "nothing");
        };
        let criteria: Vec<&str> = question.node.get("quality").list().iter().map(Node::text).collect();
        let help = self.draft.text(&criteria.join("\n"), &at(question.path, "quality"), report);
        let found = self.practices.iter().position(|known| known.id == question.practice);
        let n = found.unwrap_or(self.practices.len());
        if found.is_none() {
            let (title, text) = (self.title(question.practice, report), self.description(question.practice, report));
            self.draft.pages.push(Page { title, text, items: Vec::new() });
            let Asked { function, practice, .. } = *question;
            self.practices.push(Practice { function, id: practice, asked: Vec::new() });
        }
        let id = self.draft.names.quietly(stem(question.path), "q");
        if let Some(practice) = self.practices.get_mut(n) {
            practice.asked.push((question.level.clone(), question.stream, id.clone()));
        }
        let item = Item { id, text, help, kind: Kind::Choice(choices), ..Item::default() };
        self.draft.ask(item);
    }

    /// The choices of an answer set, with 100 points for a value of 1.
    fn answers(&self, (path, node): &(String, Node), report: &mut Report) -> Option<Vec<Choice>> {
        let mut values: Vec<(usize, &Node)> = node.get("values").list().iter().enumerate().collect();
        let order = |node: &Node| node.get("order").number().unwrap_or(f64::MAX);
        values.sort_by(|(_, a), (_, b)| order(a).total_cmp(&order(b)));
        let mut raw = Vec::new();
        let mut points = Vec::new();
        for (n, value) in values {
            let here = nth(&at(path, "values"), n);
            let Some(x) = value.get("value").number().filter(|x| (0.0..=1.0).contains(x)) else {
                report.lost(&at(&here, "value"), "value", "it is no number from 0 to 1", "the set is left out");
                return None;
            };
            if value.get("weight").number().is_some_and(|weight| !equal(weight, 1.0)) {
                report.lost(&at(&here, "weight"), "weight", "the published scoring does not use it", "nothing");
            }
            let label = self.draft.text(&word(value.get("text")), &at(&here, "text"), report);
            raw.push((raw.len().to_string(), label));
            points.push(100.0 * x);
        }
        let mut choices = choices::choices(&raw, false, path, report)?;
        for (choice, points) in choices.iter_mut().zip(points) {
            choice.points = Some(points);
        }
        Some(choices)
    }

    fn title(&self, id: &str, report: &mut Report) -> String {
        match self.documents.get(id) {
            Some((path, node)) => self.draft.label(&word(node.get("name")), "Untitled", &at(path, "name"), report),
            None => String::new(),
        }
    }

    fn description(&self, id: &str, report: &mut Report) -> String {
        let Some((path, node)) = self.documents.get(id) else { return String::new() };
        let short = node.get("shortDescription").text();
        let text = if short.is_empty() { node.get("description").text() } else { short };
        self.draft.text(text, path, report)
    }
}
