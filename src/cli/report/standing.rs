//! What only some definitions have: a quiz, archetypes, targets, norms.

use super::block::{Block, Column, Kind, Table};
use super::words::{NO_VALUE, Page, number, whole, whole_or_dash};
use tautline::Data;

/// A quiz with every answer, for those who want to learn from it.
pub(crate) fn quiz(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let quiz = page.report.get("quiz");
    if *quiz == Data::Null {
        return;
    }
    let score = quiz.get("score");
    blocks.push(Block::Section(score.get("title").text().into()));
    let of = format!("of {} marks", marks(quiz.get("of")));
    let percent = format!("{} of 100", number(score));
    blocks.push(Block::Figure { value: marks(quiz.get("marks")), of, text: percent });
    let needed = whole_or_dash(quiz.get("pass"));
    match quiz.get("passed") {
        Data::Bool(true) => blocks.push(Block::Lede(format!("Passed: {needed} of 100 were needed."))),
        Data::Bool(false) => blocks.push(Block::Lede(format!("Not passed: {needed} of 100 are needed."))),
        _ => {}
    }
    blocks.extend(paragraph(quiz.get("text").text()));
    blocks.extend(quiz.get("items").list().iter().map(item));
}

fn item(item: &Data<'_>) -> Block {
    let (state, tone) = match item.get("state").text() {
        "right" => ("right", "tone-level"),
        "partly" => ("partly right", "tone-leaning-pressed"),
        "wrong" => ("not right", "tone-pressed"),
        _ => ("not answered", "tone-none"),
    };
    let tag = match item.get("marks").number() {
        Some(_) => format!("{state}, {} of {}", marks(item.get("marks")), marks(item.get("of"))),
        None => format!("{state}, 0 of {}", marks(item.get("of"))),
    };
    let mut terms = Vec::new();
    for (name, field) in [("Your answer", "answer"), ("Right", "right")] {
        let words = item.get(field).text();
        if !words.is_empty() && (field == "answer" || state != "right") {
            terms.push((name, words.into()));
        }
    }
    let mut group = vec![Block::Heading { text: item.get("text").text().into(), tag, tone }, Block::Terms(terms)];
    group.extend(item.get("feedback").list().iter().filter_map(|words| paragraph(words.text())));
    Block::Group(Kind::Commitment, group)
}

/// The nearest profile, and how far the others are.
pub(crate) fn archetypes(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let archetypes = page.report.get("archetypes");
    let list = archetypes.get("list").list();
    let Some(nearest) = list.first() else { return };
    blocks.push(Block::Section(archetypes.get("title").text().into()));
    if *archetypes.get("known") != Data::Bool(true) {
        return blocks.push(Block::Paragraph(format!("{}.", super::words::capital(NO_VALUE))));
    }
    blocks.push(Block::Lede(nearest.get("title").text().into()));
    blocks.extend(paragraph(nearest.get("text").text()));
    let columns = vec![Column::words("Profile"), Column::numbers("Distance")];
    let rows = list.iter().map(|one| vec![one.get("title").text().into(), whole_or_dash(one.get("distance"))]);
    let caption = "From the nearest to the furthest, in points".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.collect(), marked: Some(0) }));
}

/// Scores beside what is aimed at.
pub(crate) fn targets(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let targets = page.report.get("targets").list();
    if targets.is_empty() {
        return;
    }
    blocks.push(Block::Section("Targets".into()));
    let columns = ["Target", "Today", "Difference"].map(Column::numbers);
    let columns = std::iter::once(Column::words("Score")).chain(columns).collect();
    let rows = targets.iter().map(|target| {
        let of = target.get("of");
        let gap = target
            .get("gap")
            .number()
            .map_or(NO_VALUE.into(), |gap| if gap > 0.0 { format!("+{}", whole(gap)) } else { whole(gap) });
        vec![of.get("title").text().into(), whole_or_dash(target.get("at")), number(of), gap]
    });
    let caption = "What is aimed at".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.collect(), marked: None }));
    blocks.extend(targets.iter().filter_map(|target| paragraph(target.get("text").text())));
}

/// What scores mean among others.
pub(crate) fn norms(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let norms = page.report.get("norms").list();
    if norms.is_empty() {
        return;
    }
    blocks.push(Block::Section("Beside others".into()));
    let columns = vec![
        Column::words("Score"),
        Column::numbers("Value"),
        Column::numbers("Norm value"),
        Column::words("Unit"),
        Column::words("Group"),
    ];
    let rows = norms.iter().map(|norm| {
        let n = norm.get("n").number().map_or(String::new(), |n| format!(", n = {n}"));
        vec![
            norm.get("of").get("title").text().into(),
            number(norm.get("of")),
            whole_or_dash(norm.get("value")),
            norm.get("unit").text().into(),
            format!("{}{n}", norm.get("group").text()),
        ]
    });
    let caption = "From published tables".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.collect(), marked: None }));
    let sources = norms.iter().flat_map(|norm| norm.get("source").list());
    let mut named: Vec<&str> = Vec::new();
    for one in sources {
        if !named.contains(&one.get("title").text()) {
            named.push(one.get("title").text());
            blocks.push(super::compose::source("Source: ", one));
        }
    }
}

fn paragraph(words: &str) -> Option<Block> {
    (!words.is_empty()).then(|| Block::Paragraph(words.into()))
}

/// Marks with two decimals at most.
fn marks(data: &Data<'_>) -> String {
    data.number().map_or("\u{2013}".into(), |x| ((x * 100.0 + 1e-9).round() / 100.0).to_string())
}
