//! Surveys of SurveyJS: the JSON that its form library shows.
//!
//! | construct | becomes |
//! | --- | --- |
//! | pages, panels, `elements` | pages; a panel's questions stand on its page |
//! | `radiogroup` `dropdown` `buttongroup` `rating` `boolean` | a choice |
//! | `matrix` | a grid |
//! | `checkbox` `tagbox` | several choices |
//! | `ranking` | a ranking |
//! | `text` of a number or a range, `slider` | a number, where it has both ends |
//! | other `text` of words, `comment` | words where there is a `correctAnswer`, else a note |
//! | `html` | a text to read |
//! | `correctAnswer` | what is right, with a scale of its own, which is a quiz |
//! | `visibleIf` of pages, panels, questions | `show_if`, where the condition can be expressed |
//! | `calculatedValues`, `expression` | composites, where they are arithmetic |
//! | weights of choices | points and scales, see `weights` |
//!
//! Everything else is a loss, property by property. A condition that reads an
//! answer that is not given hides here what SurveyJS may show.

mod correct;
mod question;
mod weights;

use super::choices::Choice;
use super::draft::{Composite, Draft, Member, Page, Scale};
use super::pipes::Braces;
use super::report::{Report, at};
use super::source::{single, stem, word};
use super::worth::{Placed, Worth};
use super::{File, Wishes, translate};
use crate::json::{self, Node};
use crate::limits;
use crate::problem::{Problem, nth, quoted};
use crate::text::joined;
use std::collections::BTreeSet;
use weights::Convention;

/// Reads a survey.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let (name, bytes) = single(files)?;
    let root = json::parse(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes), limits::SOURCE_BYTES)?;
    let convention = weights::convention(&root, wishes.weights);
    convention.said(wishes.weights, report);
    let mut survey = Survey {
        draft: Draft { name: stem(name).into(), markup: true, braces: Braces::SurveyJs, ..Draft::default() },
        report,
        language: wishes.language.into(),
        others: BTreeSet::new(),
        convention,
        groups: Vec::new(),
        right: Vec::new(),
    };
    survey.whole(&root);
    Ok(survey.draft)
}

/// A survey that is being read.
struct Survey<'r> {
    draft: Draft,
    report: &'r mut Report,
    /// Which of several languages is taken, `""` for the default.
    language: String,
    /// The languages that are left out.
    others: BTreeSet<String>,
    convention: Convention,
    /// Kinds of scores with what the questions add to them.
    groups: Vec<(String, Vec<Worth>)>,
    /// The questions with a right answer.
    right: Vec<Member>,
}

impl Survey<'_> {
    fn whole(&mut self, root: &Node) {
        let locale = root.get("locale").text();
        self.draft.language = if self.language.is_empty() { locale.into() } else { self.language.clone() };
        self.draft.title = self.label(root.get("title"), "", "/title");
        let intro = self.text(root.get("description"), "/description");
        self.draft.intro.extend(Some(intro).filter(|intro| !intro.is_empty()));
        let known = ["title", "description", "locale", "pages", "elements", "questions", "calculatedValues"];
        self.rest(root, &known, "");
        for (n, page) in root.get("pages").list().iter().enumerate() {
            self.page(page, &nth("/pages", n));
        }
        for field in ["elements", "questions"] {
            self.elements(root.get(field), &at("", field), "");
        }
        for (n, value) in root.get("calculatedValues").list().iter().enumerate() {
            let path = nth("/calculatedValues", n);
            self.rest(value, &["name", "expression"], &path);
            self.formula(value.get("name").text(), value.get("name").text(), value.get("expression").text(), &path);
        }
        for (kind, worths) in core::mem::take(&mut self.groups) {
            let title = if kind.is_empty() { "Score" } else { kind.as_str() };
            let title = self.draft.label(title, "Score", "", self.report);
            self.draft.score(&kind, &title, &worths);
        }
        if !self.right.is_empty() {
            let id = self.draft.names.quietly("correct_answers", "correct_answers");
            self.draft.quiz.clone_from(&id);
            let members = core::mem::take(&mut self.right);
            self.draft.scales.push(Scale { id, title: "Correct answers".into(), members });
        }
        if !self.others.is_empty() {
            let list = self.others.iter().map(|language| quoted(language)).collect::<Vec<_>>().join(", ");
            let sentence = joined(&["a definition is in one language; left out: ", &list]);
            self.report.lost("", "other languages", &sentence, "one language; import again with another");
        }
    }

    fn page(&mut self, page: &Node, path: &str) {
        let (title, text) = (self.words(page.get("title")), self.words(page.get("description")));
        let title = self.draft.told_title(&title, &at(path, "title"), self.report);
        let text = self.draft.told_above(&text, &at(path, "description"), self.report);
        self.draft.pages.push(Page { title, text, items: Vec::new() });
        self.rest(page, &["name", "title", "description", "elements", "questions", "visibleIf"], path);
        let shown = self.condition(page, path);
        for field in ["elements", "questions"] {
            self.elements(page.get(field), &at(path, field), &shown);
        }
    }

    /// Questions and panels, shown if `shown` holds.
    fn elements(&mut self, list: &Node, path: &str, shown: &str) {
        for (n, element) in list.list().iter().enumerate() {
            if self.draft.is_full() {
                return;
            }
            let path = nth(path, n);
            let shown = translate::both(shown, &self.condition(element, &path));
            if element.get("type").text() == "panel" {
                self.rest(element, &["type", "name", "elements", "visibleIf"], &path);
                self.elements(element.get("elements"), &at(&path, "elements"), &shown);
            } else {
                self.question(element, &path, shown);
            }
        }
    }

    fn condition(&mut self, element: &Node, path: &str) -> String {
        match element.get("visibleIf").text() {
            "" => String::new(),
            source => translate::condition(source, true, &self.draft, &at(path, "visibleIf"), self.report),
        }
    }

    /// A calculated value as a composite.
    fn formula(&mut self, name: &str, title: &str, source: &str, path: &str) {
        match translate::formula(source, true, &self.draft) {
            Ok(expression) => {
                let id = self.draft.names.take(name, "value", path, self.report);
                let title = self.draft.label(title, &id, path, self.report);
                self.draft.computed.insert(name.into(), id.clone());
                self.draft.composites.push(Composite { id, title, expression, ..Composite::default() });
            }
            Err(reason) => {
                let sentence = joined(&["the formula ", &quoted(source), " cannot be expressed: ", &reason]);
                self.report.lost(path, "a formula", &sentence, "nothing");
            }
        }
    }

    /// Lists the properties that are not carried over.
    fn rest(&mut self, node: &Node, known: &[&str], path: &str) {
        for (key, _) in node.fields().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let (sentence, instead) = match key.as_str() {
                "isRequired" => ("answers are never forced here", "what is missing is said in the result"),
                "hasOther" | "showOtherItem" => ("a choice has no free text", "the other choices"),
                _ => ("a definition has no such property", "nothing"),
            };
            self.report.lost(&at(path, key), key, sentence, instead);
        }
    }

    /// Words of a property: a text, or one text per language.
    fn words(&mut self, node: &Node) -> String {
        let fields = node.fields();
        if fields.is_empty() {
            return word(node);
        }
        let wanted = |name: &str| fields.iter().find(|(key, _)| key == name);
        let found = wanted(&self.language).or_else(|| wanted("default")).or_else(|| fields.first());
        let chosen = found.map_or("", |(key, _)| key.as_str());
        let others = fields.iter().map(|(key, _)| key).filter(|key| *key != chosen);
        self.others.extend(others.take(limits::ENTRIES).map(|key| super::report::clip(key, limits::ID)));
        found.map_or(String::new(), |(_, node)| word(node))
    }

    fn text(&mut self, node: &Node, path: &str) -> String {
        let words = self.words(node);
        self.draft.text(&words, path, self.report)
    }

    /// Words of the question that comes next.
    fn told(&mut self, node: &Node, path: &str) -> String {
        let words = self.words(node);
        self.draft.told(&words, path, self.report)
    }

    fn label(&mut self, node: &Node, otherwise: &str, path: &str) -> String {
        let words = self.words(node);
        self.draft.label(&words, otherwise, path, self.report)
    }

    /// What choices are worth by the convention: points for them, and their share
    /// of a score for the item or each of its rows.
    fn weigh(
        &mut self,
        name: &str,
        raw: &[Node],
        choices: &mut [Choice],
        placed: Placed,
        path: &str,
    ) -> Option<(f64, f64)> {
        let worths = self.convention.worths(raw)?;
        let Some(worths) = worths.into_iter().collect::<Option<Vec<f64>>>() else {
            let construct = joined(&["weights of ", &quoted(name)]);
            self.report.lost(path, &construct, "not every choice has a weight", "the question is asked and not scored");
            return None;
        };
        let ends = placed(choices, &worths);
        if ends.is_none() {
            let sentence = "the weights are all the same, or beyond the limits";
            self.report.lost(
                path,
                &joined(&["weights of ", &quoted(name)]),
                sentence,
                "the question is asked and not scored",
            );
        }
        ends
    }

    fn add(&mut self, name: &str, worth: Worth) {
        let kind = self.convention.kind(name);
        match self.groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, worths)) => worths.push(worth),
            None => self.groups.push((kind, vec![worth])),
        }
    }
}
