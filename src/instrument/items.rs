//! Items: their choices looked up, their points settled.

use super::compile::missing;
use super::names::Names;
use super::{From, Item, Kind, Member, Options, value, wide};
use crate::json::Node;
use crate::problem::{Problems, join, nth, quoted};
use crate::text::joined;

/// Fills in the items; those that cannot be resolved are marked as broken.
pub(super) fn resolve(names: &mut Names<'_>, problems: &mut Problems) {
    let root = names.root;
    for (n, set) in root.get("choice_sets").list().iter().enumerate() {
        choices(set.get("choices").list(), &join(&nth("/choice_sets", n), "choices"), problems);
    }
    for (n, node) in root.get("items").list().iter().enumerate() {
        let path = nth("/items", n);
        let kind = if problems.any_in(&path) {
            None
        } else {
            kind(n, node.get("kind"), names, &join(&path, "kind"), problems)
        };
        let mut item = Item::default();
        let mut refused = kind.is_none();
        if let Some(kind) = kind {
            item.kind = kind;
            if !node.get("points").is_null() {
                curve(&mut item, node.get("points"), names, &join(&path, "points"), problems);
            }
            let correct = node.get("correct");
            if !correct.is_null() {
                let path = join(&path, "correct");
                wide::correct(&mut item, correct, names, &path, problems);
                refused = problems.any_in(&path);
            }
        }
        names.broken.push(refused);
        names.items.push(item);
    }
    // Mirrored items may stand anywhere, so predictions come last.
    for (n, node) in root.get("items").list().iter().enumerate() {
        let of = node.get("kind").get("prediction").get("of");
        if !of.is_null() {
            prediction(n, of, names, problems);
        }
    }
}

fn prediction(n: usize, of: &Node, names: &mut Names<'_>, problems: &mut Problems) {
    let path = joined(&[&*nth("/items", n), "/kind/prediction/of"]);
    let Some(target) = names.refer("items", of, &path, problems) else { return };
    let options = match names.items.get(target).map(|item| &item.kind) {
        Some(Kind::Choice(options) | Kind::Ranking(options)) if target != n => options.clone(),
        _ if names.is_broken(target) && target != n => return,
        _ => {
            let help = "predict an item of one choice, or a ranking for its first place";
            problems.error("bad-prediction", &path, &["this item cannot be predicted"], help);
            return;
        }
    };
    if let (Some(item), Some(broken)) = (names.items.get_mut(n), names.broken.get_mut(n)) {
        item.kind = Kind::Choice(options);
        item.mirrors = Some(target);
        *broken = false;
    }
}

fn set(node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Option<Options> {
    let n = names.refer("choice_sets", node, path, problems)?;
    Some(options(From::Set(n), names.root.get("choice_sets").entry(n).get("choices").list()))
}

/// Options that are named in answers: parts, ranks and rows.
fn parts(node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Option<Options> {
    let options = set(node, names, path, problems)?;
    if names.choices(&options).iter().any(|choice| choice.get("value").number().is_some()) {
        let help = "give the choices of this set words as values";
        problems.error("numbers-as-parts", path, &["parts, options and rows are named by words"], help);
    }
    Some(options)
}

fn kind(n: usize, node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Option<Kind> {
    let (tag, inner) = node.fields().first()?;
    let at = |key: &str| joined(&[path, "/", tag, "/", key]);
    Some(match tag.as_str() {
        "choice" if !inner.get("choices").is_null() => {
            let written = inner.get("choices").list();
            choices(written, &at("choices"), problems);
            Kind::Choice(options(From::Item(n), written))
        }
        "choice" => Kind::Choice(set(inner.get("set"), names, &at("set"), problems)?),
        "number" => {
            let (min, max) = (inner.get("min").number()?, inner.get("max").number()?);
            if min >= max {
                problems.error("empty-range", path, &["`min` is not below `max`"], "swap them");
            }
            Kind::Number { min, max, step: inner.get("step").number().unwrap_or(1.0) }
        }
        "allocation" => {
            let total = inner.get("total").number()?;
            if total < 1.0 {
                problems.error("out-of-range", &at("total"), &["a total below 1"], "there must be something to divide");
            }
            Kind::Allocation { total, parts: parts(inner.get("set"), names, &at("set"), problems)? }
        }
        "ranking" => Kind::Ranking(parts(inner.get("set"), names, &at("set"), problems)?),
        "grid" => {
            let rows = parts(inner.get("rows"), names, &at("rows"), problems);
            let choices = set(inner.get("set"), names, &at("set"), problems);
            let missing = missing(inner.get("missing"), &at("missing"), problems);
            Kind::Grid { rows: rows?, choices: choices?, missing }
        }
        _ => return wide::kind(n, node, names, path, problems),
    })
}

/// Checks choices as they are written.
pub(super) fn choices(written: &[Node], path: &str, problems: &mut Problems) {
    if written.len() < 2 {
        let help = "give at least two: with fewer there is nothing to choose";
        problems.error("too-few-choices", path, &["fewer than two choices"], help);
    }
    for (n, choice) in written.iter().enumerate() {
        if written.iter().take(n).any(|other| value(other) == value(choice)) {
            let help = "give each choice its own value: answers are stored by it";
            problems.error("repeated-value", &nth(path, n), &["a choice value occurs twice"], help);
        }
    }
    let explicit = written.iter().filter(|choice| !choice.get("points").is_null()).count();
    if explicit != 0 && explicit != written.len() {
        let help = "give points to all choices or to none; the others would count as missing";
        problems.error("points-incomplete", path, &["only some choices have points"], help);
    }
}

/// Choices with their points: as written, else the position of the value
/// between the least and the greatest, else none.
fn options(from: From, written: &[Node]) -> Options {
    let mut placed = true;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for choice in written {
        let number = choice.get("value").number();
        placed &= number.is_some();
        least = least.min(number.unwrap_or(least));
        most = most.max(number.unwrap_or(most));
    }
    placed &= least < most;
    let mut points = Vec::new();
    for choice in written {
        let position = choice.get("value").number().filter(|_| placed).map(|x| 100.0 * (x - least) / (most - least));
        points.push(choice.get("points").number().or(position));
    }
    Options { from, points }
}

fn curve(item: &mut Item, node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) {
    let of = node.get("of");
    let mut fault = |message: &str, help: &str| problems.error("bad-curve", path, &[message], help);
    let parts: &[Node] = match &item.kind {
        Kind::Number { .. } => &[],
        Kind::Allocation { parts, .. } => names.choices(parts),
        _ => return fault("this kind of item takes no curve", "give points to the choices instead"),
    };
    if of.list().is_empty() != parts.is_empty() {
        return fault(
            "`of` does not fit the item",
            "`of` names the parts of an allocation that are added up, and only those",
        );
    }
    for part in of.list() {
        match parts.iter().position(|known| value(known) == part.text()) {
            Some(n) if !item.of.contains(&n) => item.of.push(n),
            Some(_) => fault("a part occurs twice in `of`", "name it once"),
            None => fault("`of` names a part the item does not have", "name parts of the item"),
        }
    }
    for point in node.get("curve").list() {
        let (Some(x), Some(y)) = (point.entry(0).number(), point.entry(1).number()) else { continue };
        if item.curve.last().is_some_and(|(before, _)| *before >= x) {
            fault("the points of a curve are not ascending", "sort them by their first number");
        }
        if !(0.0..=100.0).contains(&y) {
            fault("points outside 0 to 100", "points run from 0 to 100");
        }
        item.curve.push((x, y));
    }
    if item.curve.len() < 2 {
        fault("a curve of fewer than two points", "give its two ends at least");
    }
}

/// A member of a scale; its item is marked as scored.
pub(super) fn member(node: &Node, names: &mut Names<'_>, path: &str, problems: &mut Problems) -> Option<Member> {
    let n = names.refer("items", node.get("item"), &join(path, "item"), problems)?;
    let broken = names.is_broken(n);
    #[cfg(feature = "wide")]
    let by_role = wide::weights(node.get("weights"), names, &join(path, "weights"), problems);
    let part = node.get("part").text();
    let item = names.items.get_mut(n)?;
    item.scored = true;
    let mut member = Member {
        item: n,
        part: None,
        reversed: node.get("key").text() == "-",
        weight: node.get("weight").number().unwrap_or(1.0),
        #[cfg(feature = "wide")]
        by_role,
    };
    if broken || problems.any_in(path) {
        return Some(member);
    }
    if item.mirrors.is_some() {
        let help = "a guess about somebody else's answer is compared, not scored";
        problems.error("no-points", path, &["a prediction cannot enter a scale"], help);
        return None;
    }
    let help = if matches!(item.kind, Kind::Wide(_)) {
        "say what is `correct`: it would be asked but never scored"
    } else {
        "give choices points, name a row of a grid as `part`, or give an allocation a curve: it would be asked but never scored"
    };
    let fine = match &item.kind {
        Kind::Grid { rows, choices, .. } if (choices.all_points() || item.key.is_some()) && !part.is_empty() => {
            let rows = rows.clone();
            member.part = names.choices(&rows).iter().position(|row| value(row) == part);
            member.part.is_some()
        }
        _ => part.is_empty() && item.has_points(),
    };
    if !fine {
        let message = [&*quoted(node.get("item").text()), " has no points for this"];
        problems.error("no-points", path, &message, help);
        return None;
    }
    Some(member)
}
