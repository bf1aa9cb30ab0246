//! Survey structures of LimeSurvey (`.lss`).
//!
//! | type | becomes |
//! | --- | --- |
//! | `L` `!` `O` lists, `5` `Y` `G` | a choice; the comment of `O` is a loss |
//! | `F` `H` `A` `B` `C` `E` arrays | a grid |
//! | `N` | a number, where its attributes bound it |
//! | `M` `P` | several choices; the comments of `P` are a loss |
//! | `S` `T` `U` | a note |
//! | `X` | a text to read |
//! | `R` | a ranking |
//! | any other | a loss |
//!
//! Groups are pages, relevance is `show_if`. Where assessments are on, assessment
//! values add up per group and in total (see `assessment`). Listed as losses
//! besides: mandatory answers, "other", attributes, other tables of the survey.
//! Columns by which LimeSurvey keeps house (order, sides, themes) are not listed.

mod assessment;
mod question;
mod tables;

use super::choices::{Choice, Value};
use super::draft::{Draft, Page};
use super::pipes::Braces;
use super::report::{Report, at};
use super::source::{single, stem};
use super::worth::Worth;
use super::{File, Wishes, translate};
use crate::problem::{Problem, quoted};
use crate::text::joined;
use std::collections::BTreeMap;
use tables::{Row, Tables};

/// The tables that are read, and those that only describe the file.
const TABLES: [&str; 14] = [
    "surveys",
    "surveys_languagesettings",
    "groups",
    "group_l10ns",
    "questions",
    "question_l10ns",
    "subquestions",
    "answers",
    "answer_l10ns",
    "question_attributes",
    "assessments",
    "languages",
    "themes",
    "themes_inherited",
];

/// Reads a survey.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let tables = Tables::read(file)?;
    let settings = tables.rows("surveys").first().cloned().unwrap_or_default();
    let language = if wishes.language.is_empty() { settings.get("language") } else { wishes.language };
    let draft = Draft {
        name: stem(file.0).into(),
        language: language.into(),
        markup: true,
        braces: Braces::LimeSurvey,
        ..Draft::default()
    };
    let index = Index::of(&tables, language);
    let mut survey = Survey { tables: &tables, index, language, draft, report, groups: Vec::new() };
    survey.heading();
    survey.questions();
    if settings.get("assessments") == "Y" {
        survey.assess();
    } else if !tables.rows("assessments").is_empty() {
        survey.report.lost("/assessments", "assessments", "they are switched off in the survey", "no scores");
    }
    Ok(survey.draft)
}

/// Rows by the question, the group or the answer they belong to, in their order.
struct Index<'t> {
    questions: BTreeMap<&'t str, Vec<&'t Row>>,
    subquestions: BTreeMap<&'t str, Vec<&'t Row>>,
    answers: BTreeMap<&'t str, Vec<&'t Row>>,
    attributes: BTreeMap<&'t str, Vec<&'t Row>>,
    /// Table and identifier to the row in the language that is taken.
    translations: BTreeMap<(&'static str, &'t str), &'t Row>,
}

impl<'t> Index<'t> {
    fn of(tables: &'t Tables, language: &str) -> Self {
        let by = |table: &str, key: &str, order: &str| {
            let mut map: BTreeMap<&'t str, Vec<&'t Row>> = BTreeMap::new();
            for row in tables.rows(table).iter().filter(|row| in_language(row, language)) {
                let key = row.0.get(key).map_or("", String::as_str);
                map.entry(key).or_default().push(row);
            }
            let place = |row: &Row| row.number(order).unwrap_or(f64::MAX);
            for rows in map.values_mut() {
                rows.sort_by(|a, b| place(a).total_cmp(&place(b)));
            }
            map
        };
        let mut translations = BTreeMap::new();
        for (table, key) in [("group_l10ns", "gid"), ("question_l10ns", "qid"), ("answer_l10ns", "aid")] {
            for row in tables.rows(table).iter().filter(|row| in_language(row, language)) {
                translations.insert((table, row.0.get(key).map_or("", String::as_str)), row);
            }
        }
        Index {
            questions: by("questions", "gid", "question_order"),
            subquestions: by("subquestions", "parent_qid", "question_order"),
            answers: by("answers", "qid", "sortorder"),
            attributes: by("question_attributes", "qid", "attribute"),
            translations,
        }
    }
}

/// Whether a row belongs to a language, or to all.
fn in_language(row: &Row, language: &str) -> bool {
    ["", language].contains(&row.get("language"))
}

struct Survey<'t, 'r> {
    tables: &'t Tables,
    index: Index<'t>,
    language: &'t str,
    draft: Draft,
    report: &'r mut Report,
    /// What the questions of each group add to its score, by group identifier.
    groups: Vec<(&'t str, Vec<Worth>)>,
}

impl<'t> Survey<'t, '_> {
    fn heading(&mut self) {
        for table in self.tables.names().filter(|name| !TABLES.contains(name)) {
            self.report.lost(&at("", table), table, "a definition has nothing like it", "nothing");
        }
        let languages = self.tables.rows("surveys_languagesettings");
        let others = languages.iter().map(|row| row.get("surveyls_language")).filter(|name| *name != self.language);
        let others = others.map(quoted).collect::<Vec<_>>().join(", ");
        if !others.is_empty() {
            let sentence = joined(&["a definition is in one language; left out: ", &others]);
            self.report.lost("", "other languages", &sentence, "one language; import again with another");
        }
        let Some(row) = languages.iter().find(|row| row.get("surveyls_language") == self.language) else { return };
        let path = "/surveys_languagesettings";
        self.draft.title = self.draft.label(row.get("surveyls_title"), "", path, self.report);
        for column in ["surveyls_description", "surveyls_welcometext"] {
            let text = self.draft.text(row.get(column), &at(path, column), self.report);
            self.draft.intro.extend(Some(text).filter(|text| !text.is_empty()));
        }
        if !row.get("surveyls_endtext").is_empty() {
            self.report.lost(&at(path, "surveyls_endtext"), "end text", "a result has no such text", "nothing");
        }
    }

    fn questions(&mut self) {
        let mut groups: Vec<&Row> =
            self.tables.rows("groups").iter().filter(|row| in_language(row, self.language)).collect();
        let place = |row: &Row| row.number("group_order").unwrap_or(f64::MAX);
        groups.sort_by(|a, b| place(a).total_cmp(&place(b)));
        for group in groups {
            let gid = group.get("gid");
            let path = at("/groups", gid);
            let words = self.translated("group_l10ns", gid, group);
            let title = self.draft.told_title(words.get("group_name"), &path, self.report);
            let text = self.draft.told_above(words.get("description"), &path, self.report);
            self.draft.pages.push(Page { title, text, items: Vec::new() });
            let shown = self.condition(group.get("grelevance"), &at(&path, "grelevance"));
            for question in self.index.questions.get(gid).cloned().unwrap_or_default() {
                // Before version 4 subquestions stand among the questions.
                if ["", "0"].contains(&question.get("parent_qid")) && !self.draft.is_full() {
                    self.question(question, gid, &shown);
                }
            }
        }
    }

    /// The row with the words of another in the language that is taken.
    fn translated(&self, table: &'static str, id: &'t str, row: &'t Row) -> &'t Row {
        self.index.translations.get(&(table, id)).copied().unwrap_or(row)
    }

    fn condition(&mut self, source: &str, path: &str) -> String {
        match source.trim() {
            "" | "1" => String::new(),
            source => translate::condition(source, false, &self.draft, path, self.report),
        }
    }
}

/// The value of a row of a grid, which is a word.
fn part(choice: &Choice) -> String {
    if let Value::Word(word) = &choice.value { word.clone() } else { String::new() }
}
