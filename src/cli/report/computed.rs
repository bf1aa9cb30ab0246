//! How every score was computed, with the actual answers and numbers.

use super::block::{Block, Column, Kind, Table};
use super::words::{NO_VALUE, Page, number, whole, whole_or_dash};
use tautline::Data;

/// A computation for each scale and each composite.
pub(crate) fn compose(page: &Page<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Section("How this was computed".into()));
    let lead = "Every number with the answers it comes from. Calculated with unrounded numbers, shown rounded.";
    blocks.push(Block::Paragraph(lead.into()));
    for score in page.finished.get("scales").list().iter().chain(page.finished.get("metrics").list()) {
        let reply = page.explain(score.get("id").text());
        let explained = reply.get("ok").get("value");
        let mut parts = vec![Block::Heading { text: title(page, score), tag: number(score), tone: "" }];
        if explained.get("kind").text() == "scale" {
            scale(score, explained, &mut parts);
        } else {
            parts.push(Block::Paragraph(in_words(explained.get("trace"))));
        }
        blocks.push(Block::Group(Kind::Computation, parts));
    }
}

/// The title of a score, with its dimension where one is said.
fn title(page: &Page<'_>, score: &Data<'_>) -> String {
    let own = score.get("title").text();
    let dimension = page.list("dimensions").iter().find(|one| one.get("id") == score.get("dimension"));
    dimension.map_or(own.into(), |one| format!("{}: {own}", one.get("title").text()))
}

fn scale(score: &Data<'_>, explained: &Data<'_>, parts: &mut Vec<Block>) {
    let columns =
        [Column::words("Question"), Column::words("Answer"), Column::numbers("Points"), Column::numbers("Counts as")];
    let rows = explained.get("members").list().iter().map(|member| {
        let answer = match member.get("state").text() {
            "dont_know" => "don't know",
            "not_answered" => "not answered",
            "hidden" => "not asked",
            _ => member.get("answer").text(),
        };
        let reversed = if member.get("key").text() == "-" { " (reversed)" } else { "" };
        let counts = whole_or_dash(member.get("keyed"));
        vec![member.get("text").text().into(), answer.into(), whole_or_dash(member.get("points")), counts + reversed]
    });
    let rows = rows.collect();
    parts.push(Block::Table(Table { caption: String::new(), columns: columns.into(), rows, marked: None }));
    let ends = score.get("low").number().zip(score.get("high").number());
    let words = match (explained.get("sum").number(), explained.get("weight").number(), score.get("value").number()) {
        (Some(sum), Some(weight), Some(value)) => {
            format!("{} divided by the weight {weight} gives {}.", whole(sum), whole(value))
        }
        _ => "Too few answers for a value.".into(),
    };
    parts.push(Block::Fine(words));
    if let (Some((low, high)), "provisional") = (ends, score.get("status").text()) {
        let (low, high) = (whole(low), whole(high));
        parts.push(Block::Fine(format!("Depending on the missing answers it could lie between {low} and {high}.")));
    }
}

/// A computation as a line: every part with its value.
fn in_words(trace: &Data<'_>) -> String {
    let value = match (trace.get("value").number(), trace.get("truth").text()) {
        (Some(x), _) => brief(x),
        (None, "") => NO_VALUE.into(),
        (None, truth) => truth.into(),
    };
    let args: Vec<String> = trace.get("args").list().iter().map(in_words).collect();
    let label = trace.get("label").text();
    let name = if trace.get("title").text().is_empty() { label } else { trace.get("title").text() };
    match (trace.get("kind").text(), args.as_slice()) {
        ("number", _) => label.into(),
        ("operator", [one]) => format!("({label} {one})"),
        ("operator", [one, other]) => format!("({one} {label} {other} = {value})"),
        (_, []) => format!("{name} [{value}]"),
        (_, args) => format!("{name}({}) = {value}", args.join(", ")),
    }
}

/// Whole, but shares between -1 and 1 as hundredths of a percent would vanish.
fn brief(x: f64) -> String {
    if x != 0.0 && x.abs() < 1.0 { format!("{} %", whole(x * 100.0)) } else { whole(x) }
}
