//! The questions, with room for the answers.

use super::condition::in_words;
use super::say;
use crate::bundle::sheet::{Sheet, list, mark, number, word, words};
use crate::markup::{Markup, element, text};
use serde_json::Value;

/// Choices with no more letters than this stand in one row.
const ROW: usize = 160;

/// Lines for words of one's own.
const LINES: usize = 3;

/// The form.
pub(crate) fn form(sheet: &Sheet<'_>) -> Vec<Markup> {
    let root = sheet.root;
    let mut form = vec![say("h1", "", word(root, "title"))];
    form.extend(list(root, "intro").iter().filter_map(Value::as_str).map(|line| say("p", "", line)));
    let how = format!(
        "Mark one box for each question, or write into the blanks. Any question may be left out. \u{201c}?\u{201d} stands for: {}.",
        word(root, "dont_know"),
    );
    form.push(say("p", "soft", &how));
    let glossary = list(root, "glossary");
    if !glossary.is_empty() {
        let term = |entry: &Value| {
            element("li", &[], vec![say("b", "", word(entry, "term")), text(": "), text(word(entry, "text"))])
        };
        form.push(words("ul", "glossary", glossary.iter().map(term).collect()));
    }
    let mut head = vec![say("b", "", "Date"), words("i", "long", vec![])];
    let roles = list(root, "roles");
    if !roles.is_empty() {
        head.push(say("b", "", "Role"));
        head.extend(roles.iter().map(|role| boxed(word(role, "label"))));
    }
    form.push(words("p", "row head", head));
    form.push(words("div", "pages", list(root, "pages").iter().flat_map(|page| part(sheet, page)).collect()));
    form
}

/// A page of the widget.
fn part(sheet: &Sheet<'_>, page: &Value) -> Vec<Markup> {
    let mut part = vec![say("h2", "", word(page, "title"))];
    part.extend(said("p", "soft", word(page, "text")));
    part.extend(condition(sheet, page));
    let asked =
        |of: &Value| list(of, "items").iter().filter_map(Value::as_str).map(|id| item(sheet, id)).collect::<Vec<_>>();
    part.extend(asked(page));
    if let Some(optional) = page.get("optional") {
        part.push(say("p", "optional", &format!("Optional: {}", word(optional, "label"))));
        part.extend(asked(optional));
    }
    part
}

fn said(name: &'static str, class: &'static str, words: &str) -> Option<Markup> {
    (!words.is_empty()).then(|| say(name, class, words))
}

fn condition(sheet: &Sheet<'_>, of: &Value) -> Option<Markup> {
    let only = of.get("show_if").and_then(Value::as_str)?;
    Some(say("p", "only", &format!("Only if {}.", in_words(sheet, only))))
}

fn item(sheet: &Sheet<'_>, id: &str) -> Markup {
    let item = sheet.find("items", id);
    let number = sheet.ordinal(id);
    let number = if number > 0 { vec![say("b", "", &number.to_string()), text(" ")] } else { vec![] };
    let asked = number.into_iter().chain([text(word(item, "text"))]).collect();
    let mut parts = vec![words("p", "ask", asked)];
    parts.extend(said("p", "soft", word(item, "help")));
    parts.extend(picture(item).map(|picture| words("p", "picture", vec![picture])));
    parts.extend(condition(sheet, item));
    parts.extend(answer(sheet, item));
    element("article", &[("data-item", id)], parts)
}

/// Boxes and blanks.
fn answer(sheet: &Sheet<'_>, item: &Value) -> Vec<Markup> {
    let (name, kind) = Sheet::kind(item);
    let choices = sheet.choices(kind);
    match name {
        "choice" => vec![choice_boxes(choices)],
        "number" => {
            let (low, high) = (number(kind.get("min")), number(kind.get("max")));
            vec![words("p", "row", vec![blank(&format!("{low} to {high} {}", word(kind, "unit")), "long"), unsure()])]
        }
        "allocation" => {
            let sum = format!("Sum: {}", number(kind.get("total")));
            vec![blanks(choices), words("p", "row", vec![say("span", "soft", &sum), unsure()])]
        }
        "ranking" => {
            let how = format!("1 for what comes first, {} for what comes last", choices.len());
            vec![blanks(choices), words("p", "row", vec![say("span", "soft", &how), unsure()])]
        }
        "grid" => vec![grid(sheet.rows(kind), choices)],
        "prediction" => prediction(sheet, word(kind, "of")),
        "multiple" => {
            let most = number(kind.get("most"));
            let how = if most.is_empty() { "Mark all that apply.".into() } else { format!("Mark up to {most}.") };
            vec![say("p", "soft", &how), choice_boxes(choices)]
        }
        "text" => vec![words("p", "row", vec![blank("", "line"), unsure()])],
        "note" => (0..LINES).map(|_| words("p", "row", vec![blank("", "line")])).collect(),
        _ => Vec::new(),
    }
}

fn choice_boxes(choices: &[Value]) -> Markup {
    let letters: usize = choices.iter().map(|choice| word(choice, "label").chars().count() + 8).sum();
    let boxes = choices.iter().enumerate().map(|(n, choice)| numbered(choice, n)).chain([unsure()]);
    if letters <= ROW {
        return words("p", "row", boxes.collect());
    }
    words("ul", "column", boxes.map(|one| element("li", &[], vec![one])).collect())
}

/// Somebody else's answer to another question.
fn prediction(sheet: &Sheet<'_>, of: &str) -> Vec<Markup> {
    let item = sheet.find("items", of);
    let (name, kind) = Sheet::kind(item);
    let about = format!("As in question {}: {}", sheet.ordinal(of), word(item, "text"));
    let choices = sheet.choices(kind);
    let boxes = choices.iter().enumerate().map(|(n, choice)| match name {
        "ranking" => boxed(word(choice, "label")),
        _ => boxed(&mark(choice, n)),
    });
    let mut parts = vec![say("p", "soft", &about)];
    let roles: Vec<_> = list(sheet.root, "roles")
        .iter()
        .filter(|role| role.get("counterpart").is_some())
        .map(|role| word(role, "label"))
        .collect();
    if !roles.is_empty() {
        parts.push(say("p", "only", &format!("Only for: {}.", roles.join("; "))));
    }
    parts.push(words("p", "row", boxes.chain([unsure()]).collect()));
    parts
}

fn grid(rows: &[Value], choices: &[Value]) -> Markup {
    let labels = choices.iter().map(|choice| say("th", "", word(choice, "label")));
    let head = [element("td", &[], vec![])].into_iter().chain(labels).chain([say("th", "", "?")]).collect();
    let row = |row: &Value| {
        let boxes = choices.iter().enumerate().map(|(n, choice)| element("td", &[], vec![boxed(&mark(choice, n))]));
        let unsure = element("td", &[], vec![boxed("")]);
        element("tr", &[], [say("th", "", word(row, "label"))].into_iter().chain(boxes).chain([unsure]).collect())
    };
    let body = rows.iter().map(row).collect();
    words("table", "grid", vec![element("thead", &[], vec![element("tr", &[], head)]), element("tbody", &[], body)])
}

/// A blank for each choice.
fn blanks(choices: &[Value]) -> Markup {
    let line = |choice: &Value| element("li", &[], vec![blank(word(choice, "label"), "short")]);
    words("ul", "column", choices.iter().map(line).collect())
}

/// A line to write on, before its words.
fn blank(label: &str, class: &'static str) -> Markup {
    words("span", "entry", vec![words("i", class, vec![]), text(" "), text(label)])
}

/// A box to mark, before its words.
fn boxed(label: &str) -> Markup {
    words("span", "entry", vec![words("i", "box", vec![]), text(label)])
}

fn numbered(choice: &Value, n: usize) -> Markup {
    let mut entry =
        vec![words("i", "box", vec![]), say("b", "", &mark(choice, n)), text(" "), text(word(choice, "label"))];
    entry.extend(picture(choice));
    words("span", "entry", entry)
}

/// The picture of a question or of a choice.
fn picture(of: &Value) -> Option<Markup> {
    let image = of.get("image")?;
    Some(element("img", &[("src", word(image, "src")), ("alt", word(image, "alt"))], vec![]))
}

fn unsure() -> Markup {
    words("span", "entry unsure", vec![words("i", "box", vec![]), text("?")])
}
