//! JSON of `SurveyJS`.
//!
//! Points stand as a property `score` of the choices, which the import reads;
//! `correctAnswer` is what the definition calls right. Roles are asked on a page
//! of their own, so that conditions can read them.

mod condition;
mod element;

use super::losses::{Losses, NOTHING};
use super::question::{Page, Question, pages, unasked};
use super::tree::{list, number, object, text as words, truth};
use crate::instrument::Instrument;
use crate::json::Node;
use crate::written;

/// Fields in the making.
type Fields = Vec<(&'static str, Node)>;

/// The text.
pub(super) fn text(instrument: &Instrument, losses: &mut Losses) -> String {
    let root = &instrument.words;
    losses.parts(root, &["language", "roles", "intro", "quiz"]);
    for at in unasked(instrument) {
        losses.lost(&at, "item", "no page asks it", NOTHING);
    }
    let mut survey: Fields = vec![("title", root.get("title").clone())];
    let intro = root.get("intro").list();
    if !intro.is_empty() {
        let lines: Vec<&str> = intro.iter().map(Node::text).collect();
        survey.push(("description", words(&lines.join("\n\n"))));
    }
    survey.push(("locale", root.get("language").clone()));
    quiz(root, &mut survey, losses);
    let asked = pages(instrument).enumerate().map(|(n, asked)| page(instrument, n, &asked, losses));
    survey.push(("pages", list(roles(root).into_iter().chain(asked))));
    written::json(&object(survey))
}

/// Of the rules of a quiz `SurveyJS` has the time.
fn quiz(root: &Node, survey: &mut Fields, losses: &mut Losses) {
    let quiz = root.get("quiz");
    losses.fields(quiz, "/quiz", &["scale", "pass", "passed", "failed", "show", "attempts"]);
    let time = quiz.get("time");
    losses.fields(time, "/quiz/time", &["more"]);
    if let Some(seconds) = time.get("seconds").number() {
        survey.push(("timeLimit", number(seconds.ceil())));
        survey.push(("showTimer", truth(true)));
    }
}

/// The page that asks for the role; none where there are no roles.
fn roles(root: &Node) -> Option<Node> {
    let roles = root.get("roles").list();
    let choice = |role: &Node| object([("value", role.get("id").clone()), ("text", role.get("label").clone())]);
    (!roles.is_empty()).then(|| {
        let question = object([
            ("type", words("radiogroup")),
            ("name", words("role")),
            ("choices", list(roles.iter().map(choice))),
        ]);
        object([("name", words("page0")), ("elements", list([question]))])
    })
}

fn page(instrument: &Instrument, n: usize, page: &Page<'_>, losses: &mut Losses) -> Node {
    let mut fields: Fields =
        vec![("name", words(&format!("page{}", n + 1))), ("title", page.node.get("title").clone())];
    if !page.node.get("text").is_null() {
        fields.push(("description", page.node.get("text").clone()));
    }
    losses.fields(page.node, &page.at, &["draw", "shuffle"]);
    condition::add(instrument, page.node, &page.at, &mut fields, losses);
    let mut elements = elements(&page.questions, losses);
    if !page.optional.is_empty() {
        let inside = self::elements(&page.optional, losses);
        elements.push(object([
            ("type", words("panel")),
            ("name", words(&format!("page{}_optional", n + 1))),
            ("title", page.node.get("optional").get("label").clone()),
            ("state", words("collapsed")),
            ("elements", list(inside)),
        ]));
    }
    fields.push(("elements", list(elements)));
    object(fields)
}

fn elements(questions: &[Question<'_>], losses: &mut Losses) -> Vec<Node> {
    let mut elements = Vec::new();
    for question in questions {
        let image = question.node.get("image");
        if !image.is_null() {
            elements.push(object([
                ("type", words("image")),
                ("name", words(&format!("{}_image", question.id()))),
                ("imageLink", image.get("src").clone()),
                ("altText", image.get("alt").clone()),
            ]));
        }
        elements.push(element::element(question, losses));
    }
    elements
}
