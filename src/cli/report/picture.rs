//! The picture: pressure across, practice up, and the corridor between.

use super::words::{Page, band, mid, tone, whole};
use std::fmt::Write;
use tautline::Data;
use tautline::author::markup::{Markup, element, text};

/// The square of the picture in its own units.
const LEFT: f64 = 34.0;
const TOP: f64 = 24.0;
const SIZE: f64 = 290.0;
/// Marks closer than this are set side by side.
const APART: f64 = 15.0;
/// One outline per dimension, so that marks differ without colour.
const OUTLINES: [&str; 6] = [
    "M-.95 0A.95 .95 0 1 1 .95 0A.95 .95 0 1 1 -.95 0Z",
    "M-.85 -.85H.85V.85H-.85Z",
    "M0 -1.2L1.2 0L0 1.2L-1.2 0Z",
    "M0 -1.1L1.1 .85H-1.1Z",
    "M0 1.1L1.1 -.85H-1.1Z",
    "M-.4 -1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z",
];

/// A dimension that can be drawn.
struct Point<'a> {
    n: usize,
    x: f64,
    y: f64,
    data: &'a Data<'a>,
}

fn points<'a>(page: &Page<'a>) -> Vec<Point<'a>> {
    let all = page.report.get("picture").get("points").list().iter().enumerate();
    let value = |data: &Data<'_>, side: &str| data.get(side).get("value").number();
    all.filter_map(|(n, data)| Some(Point { n, x: value(data, "across")?, y: value(data, "up")?, data })).collect()
}

fn px(x: f64) -> f64 {
    LEFT + x.clamp(0.0, 100.0) / 100.0 * SIZE
}

fn py(y: f64) -> f64 {
    TOP + SIZE - y.clamp(0.0, 100.0) / 100.0 * SIZE
}

/// The picture as inline SVG.
pub(crate) fn svg(page: &Page<'_>) -> Markup {
    let (across, up) = page.axes();
    let corridor = page.report.get("picture").get("corridor").number().unwrap_or(0.0);
    let points = points(page);
    let words = format!(
        "Chart: {across} from left to right, {} from bottom to top, both from 0 to 100. In the diagonal corridor the two differ by no more than {}.",
        mid(up),
        whole(corridor)
    );
    let said = points.iter().map(|point| {
        let (title, lead) = (point.data.get("title").text(), page.difference(point.data.get("lead")));
        format!(" {title}: {} {}, {} {}; {lead}.", mid(across), whole(point.x), mid(up), whole(point.y))
    });
    let mut parts = vec![
        element("title", &[], vec![text(&format!("{across} and {}", mid(up)))]),
        element("desc", &[], vec![text(&said.fold(words, |all, one| all + &one))]),
        element("polygon", &[("class", "corridor"), ("points", &outline(corridor))], vec![]),
    ];
    axes(across, up, &mut parts);
    for (places, side, words) in [
        ([(98.0, 4.0), (98.0, 40.0)], "end", format!("{} ahead", mid(across))),
        ([(2.0, 94.0), (2.0, 60.0)], "start", format!("{} ahead", mid(up))),
        ([(93.0, 95.0), (33.0, 32.0)], "end", "in step".into()),
    ] {
        // The second place where a point stands on the first.
        let crowded = |(x, y): (f64, f64)| points.iter().any(|p| (p.x - x).abs() < 36.0 && (p.y - y).abs() < 18.0);
        let [first, second] = places;
        let (x, y) = if crowded(first) { second } else { first };
        parts.push(label("region", px(x), py(y), side, &words));
    }
    for point in &points {
        wobble(point, &mut parts);
    }
    marks(page, &points, &mut parts);
    element("svg", &[("class", "chart"), ("viewBox", "0 0 336 352"), ("role", "img")], parts)
}

fn outline(corridor: f64) -> String {
    let far = 100.0 - corridor;
    let ends = [(0.0, 0.0), (corridor, 0.0), (100.0, far), (100.0, 100.0), (far, 100.0), (0.0, corridor)];
    ends.map(|(x, y)| format!("{:.1},{:.1}", px(x), py(y))).join(" ")
}

fn label(class: &str, x: f64, y: f64, anchor: &str, words: &str) -> Markup {
    let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
    element("text", &[("class", class), ("x", &x), ("y", &y), ("text-anchor", anchor)], vec![text(words)])
}

fn stroke(class: &str, d: &str) -> Markup {
    element("path", &[("class", class), ("d", d)], vec![])
}

fn axes(across: &str, up: &str, parts: &mut Vec<Markup>) {
    parts.push(stroke("axis", &format!("M{LEFT} {TOP}v{SIZE}h{SIZE}")));
    for value in [0.0, 50.0, 100.0] {
        let (x, y, n) = (px(value), py(value), whole(value));
        parts.push(stroke("axis", &format!("M{x} {}v4M{LEFT} {y}h-4", py(0.0))));
        parts.push(label("tick", x, py(0.0) + 17.0, "middle", &n));
        parts.push(label("tick", LEFT - 8.0, y + 4.0, "end", if value > 0.0 { &n } else { "" }));
    }
    parts.push(label("title", 0.0, 10.0, "start", &format!("{up} \u{2191}")));
    parts.push(label("title", px(100.0), 349.0, "end", &format!("{across} \u{2192}")));
}

/// The typical wobble as a cross of thin lines.
fn wobble(point: &Point<'_>, parts: &mut Vec<Markup>) {
    let (x, y) = (px(point.x), py(point.y));
    if let Some((low, high)) = band(point.data.get("across")) {
        parts.push(stroke("wobble", &format!("M{:.1} {y:.1}H{:.1}", px(low), px(high))));
    }
    if let Some((low, high)) = band(point.data.get("up")) {
        parts.push(stroke("wobble", &format!("M{x:.1} {:.1}V{:.1}", py(low), py(high))));
    }
}

/// The marks with their titles; those that would cover others are moved aside
/// and tied to their place by a line.
fn marks(page: &Page<'_>, points: &[Point<'_>], parts: &mut Vec<Markup>) {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut labels: Vec<(f64, f64)> = Vec::new();
    for point in points {
        let (x, y) = (px(point.x), py(point.y));
        let (mut at, step) = ((x, y), if point.x > 70.0 { -APART } else { APART });
        while taken.iter().any(|(a, b)| (a - at.0).abs() < APART && (b - at.1).abs() < APART) {
            at = (at.0, at.1 + step.abs() * if point.y > 50.0 { 1.0 } else { -1.0 });
        }
        taken.push(at);
        if (at.1 - y).abs() > 1.0 {
            parts.push(stroke("leader", &format!("M{x:.1} {y:.1}L{:.1} {:.1}", at.0, at.1)));
        }
        let tone = page.list("dimensions").get(point.n).map_or("", |one| tone(one.get("state")));
        let look = if point.data.get("status").text() == "provisional" { " provisional" } else { "" };
        let moved = format!("translate({:.1} {:.1}) scale(6.5)", at.0, at.1);
        let class = format!("mark {tone}{look}");
        let shape = OUTLINES.get(point.n % OUTLINES.len()).copied().unwrap_or_default();
        let attributes =
            [("class", class.as_str()), ("d", shape), ("transform", &moved), ("vector-effect", "non-scaling-stroke")];
        parts.push(element("path", &attributes, vec![]));
        let mut line = at.1 + 4.0;
        while labels.iter().any(|(a, b)| (a - at.0).abs() < 90.0 && (b - line).abs() < 13.0) {
            line += 13.0;
        }
        labels.push((at.0, line));
        let (beside, anchor) = if step < 0.0 { (at.0 - 12.0, "end") } else { (at.0 + 12.0, "start") };
        parts.push(label("label", beside, line, anchor, &short(point.data.get("title").text())));
    }
}

/// Short enough for the picture; the table has it in full.
fn short(title: &str) -> String {
    if title.chars().count() <= 18 {
        return title.into();
    }
    title.chars().take(17).chain(['\u{2026}']).collect()
}

/// The picture in characters: dots for the corridor, a letter per dimension.
pub(crate) fn characters(page: &Page<'_>, out: &mut String) {
    let corridor = page.report.get("picture").get("corridor").number().unwrap_or(0.0);
    let (across, up) = page.axes();
    let points = points(page);
    let _ = writeln!(out, "      {up}");
    for row in (0..=20_u8).rev() {
        let y = f64::from(row) * 5.0;
        let side = if row % 10 == 0 { format!("{y:>5} |") } else { "      |".into() };
        let cells = (0..=50_u8).map(|column| cell(&points, f64::from(column) * 2.0, y, corridor));
        out.push_str(side.chars().chain(cells).collect::<String>().trim_end());
        out.push('\n');
    }
    let _ = writeln!(out, "      +{}\n       0{:>25}{:>26}  {across}\n", "-".repeat(51), 50, 100);
    for point in &points {
        let score = |side: &str| whole(point.data.get(side).get("value").number().unwrap_or(0.0));
        let title = point.data.get("title").text();
        let _ = writeln!(out, "      {} {title}: {} across, {} up", letter(point.n), score("across"), score("up"));
    }
    out.push('\n');
}

fn cell(points: &[Point<'_>], x: f64, y: f64, corridor: f64) -> char {
    let covers = |value: f64, at: f64, half: f64| value >= at - half && value < at + half;
    let mut here = points.iter().filter(|point| covers(point.x, x, 1.0) && covers(point.y, y, 2.5));
    match (here.next(), here.next()) {
        (Some(_), Some(_)) => '*',
        (Some(point), None) => letter(point.n),
        _ if (x - y).abs() <= corridor => '.',
        _ => ' ',
    }
}

fn letter(n: usize) -> char {
    u32::try_from(n).ok().and_then(|n| char::from_u32(n + 65)).filter(char::is_ascii_uppercase).unwrap_or('#')
}
