//! The report as one static page: no script, no request, one style of its own.

use super::block::{Block, Column, Kind, Line, Table};
use super::compose::compose;
use super::picture;
use super::words::Page;
use tautline::author::markup::{self, Markup, element, text};

const STYLE: &str = include_str!("page.css");

/// The page.
pub(crate) fn write(page: &Page<'_>) -> String {
    let title = page.finished.get("instrument").get("title").text();
    let main = element("main", &[], sections(page, &compose(page)));
    markup::page("en", title, "light dark", STYLE, main)
}

/// Everything from one heading to the next is a section.
fn sections(page: &Page<'_>, blocks: &[Block]) -> Vec<Markup> {
    let is_heading = |block: &Block| matches!(block, Block::Section(_));
    let mut sections = Vec::new();
    for part in blocks.chunk_by(|_, next| !is_heading(next)) {
        let name = if part.first().is_some_and(is_heading) { "section" } else { "header" };
        sections.push(element(name, &[], part.iter().map(|block| set(page, block)).collect()));
    }
    sections
}

fn words(name: &'static str, class: &'static str, words: &str) -> Markup {
    element(name, &[("class", class)], vec![text(words)])
}

fn set(page: &Page<'_>, block: &Block) -> Markup {
    match block {
        Block::Title(title) => words("h1", "", title),
        Block::Byline(parts) => {
            element("p", &[("class", "byline")], parts.iter().map(|part| words("span", "", part)).collect())
        }
        Block::Section(title) => words("h2", "", title),
        Block::Heading { text: title, tag, tone } => heading("h3", title, tag, tone),
        Block::Lede(said) => words("p", "lede", said),
        Block::Paragraph(said) => words("p", "", said),
        Block::Fine(said) => words("p", "fine", said),
        Block::Note(said) => words("p", "note", said),
        Block::Figure { value, of, text: said } => {
            let number = vec![words("strong", "", value), words("span", "fine", &format!(" {of}"))];
            element("div", &[], vec![element("p", &[("class", "figure")], number), words("p", "fine", said)])
        }
        Block::Score { kind, title, value, note, line } => score([kind, title, value, note], line),
        Block::Table(rows) => table(rows),
        Block::Terms(terms) => {
            let pair = |(name, said): &(&'static str, String)| {
                element("div", &[], vec![words("dt", "", name), words("dd", "", said)])
            };
            element("dl", &[], terms.iter().map(pair).collect())
        }
        Block::List(items) => {
            element("ul", &[("class", "fine")], items.iter().map(|item| words("li", "", item)).collect())
        }
        Block::Source { label, title, url } => {
            let title = match url {
                Some(url) => element("a", &[("href", url), ("rel", "noopener noreferrer")], vec![text(title)]),
                None => text(title),
            };
            element("p", &[("class", "fine")], vec![text(label), title])
        }
        Block::Picture => picture::svg(page),
        Block::Group(kind, inner) => group(page, *kind, inner),
    }
}

fn heading(name: &'static str, title: &str, tag: &str, tone: &str) -> Markup {
    let tag = if tag.is_empty() {
        vec![]
    } else {
        vec![text(" "), element("span", &[("class", &format!("tag {tone}"))], vec![text(tag)])]
    };
    element(name, &[], std::iter::once(text(title)).chain(tag).collect())
}

fn group(page: &Page<'_>, kind: Kind, inner: &[Block]) -> Markup {
    let set_all = |blocks: &[Block]| blocks.iter().map(|block| set(page, block)).collect();
    match (kind, inner) {
        (Kind::Cards, _) => element("div", &[("class", "cards")], set_all(inner)),
        (Kind::Card(tone), _) => element("article", &[("class", &format!("card {tone}"))], set_all(inner)),
        (Kind::Computation, [Block::Heading { text, tag, .. }, rest @ ..]) => {
            let summary = element("summary", &[], vec![words("span", "", text), words("b", "", &format!(" {tag}"))]);
            element("details", &[], std::iter::once(summary).chain(rest.iter().map(|block| set(page, block))).collect())
        }
        (Kind::Commitment | Kind::Computation, _) => element("article", &[("class", "item")], set_all(inner)),
    }
}

/// A score with its name, its number and its line.
fn score([kind, title, value, note]: [&String; 4], line: &Line) -> Markup {
    let named = vec![words("b", "", kind), text(" "), words("span", "fine", title)];
    let head = vec![element("span", &[], named), words("strong", "", value)];
    let head = if title.is_empty() { vec![] } else { vec![element("p", &[("class", "named")], head)] };
    let note = if note.is_empty() { vec![] } else { vec![words("p", "fine", note)] };
    let inner = head.into_iter().chain([drawn(line)]).chain(note).collect();
    element("div", &[("class", "score")], inner)
}

fn drawn(line: &Line) -> Markup {
    let percent = |x: f64| format!("{:.2}%", x.clamp(0.0, 100.0));
    let across = |class: &str, from: f64, to: f64, y: [&str; 2]| {
        let (from, to) = (percent(from), percent(to));
        element("line", &[("class", class), ("x1", &from), ("x2", &to), ("y1", y[0]), ("y2", y[1])], vec![])
    };
    let mut parts = vec![across("track", 0.0, 100.0, ["8", "8"])];
    let quarters = [0.0, 25.0, 50.0, 75.0, 100.0];
    let ticks = if line.cuts.is_empty() { quarters.as_slice() } else { line.cuts.as_slice() };
    parts.extend(ticks.iter().map(|tick| across("track", *tick, *tick, ["3", "13"])));
    if let Some((low, high)) = line.band {
        parts.push(across("whisker", low, high, ["8", "8"]));
        parts.extend([low, high].map(|end| across("whisker", end, end, ["4", "12"])));
    }
    if let Some(x) = line.value {
        let class = if line.provisional { "mark provisional" } else { "mark" };
        parts.push(element("circle", &[("class", class), ("cx", &percent(x)), ("cy", "8"), ("r", "4.5")], vec![]));
    }
    element("svg", &[("class", "line"), ("aria-hidden", "true")], parts)
}

fn table(table: &Table) -> Markup {
    let class = |column: &Column| if column.number { "number" } else { "" };
    let head = table
        .columns
        .iter()
        .map(|column| element("th", &[("scope", "col"), ("class", class(column))], vec![text(&column.title)]));
    let rows = table.rows.iter().enumerate().map(|(n, cells)| {
        let cells = cells.iter().zip(&table.columns).enumerate().map(|(n, (cell, column))| match n {
            0 => element("th", &[("scope", "row")], vec![text(cell)]),
            _ => element("td", &[("class", class(column))], vec![text(cell)]),
        });
        let marked = if table.marked == Some(n) { "marked" } else { "" };
        element("tr", &[("class", marked)], cells.collect())
    });
    let caption = if table.caption.is_empty() { vec![] } else { vec![words("caption", "", &table.caption)] };
    let body = [element("thead", &[], vec![element("tr", &[], head.collect())]), element("tbody", &[], rows.collect())];
    element("table", &[], caption.into_iter().chain(body).collect())
}
