//! What a report is made of: states, picks, notes, advice and the rest.

use super::names::{Names, Place};
use super::{Instrument, Kind, Pair, Pick, Picture, Rule, Scored, Under, group, together};
use crate::expression::Type;
use crate::json::Node;
use crate::problem::{Problems, join, nth, quoted};
use crate::text::joined;

/// Resolves them all into the instrument.
pub(super) fn resolve(names: &mut Names<'_>, instrument: &mut Instrument, problems: &mut Problems) {
    let root = names.root;
    for (n, role) in root.get("roles").list().iter().enumerate() {
        let counterpart =
            names.refer("roles", role.get("counterpart"), &join(&nth("/roles", n), "counterpart"), problems);
        instrument.counterparts.push(counterpart);
    }
    for (n, state) in root.get("states").list().iter().enumerate() {
        let path = join(&nth("/states", n), "when");
        let mut when = Vec::new();
        for d in 0..names.dimensions() {
            when.extend(names.expression(
                state.get("when").text(),
                Type::Truth,
                Place::Scores,
                Some(d),
                &path,
                problems,
            ));
        }
        if names.dimensions() == 0 {
            problems.error("no-dimensions", &path, &["a state without dimensions"], "define `dimensions`");
        }
        instrument.states.push(when);
    }
    for (n, pick) in root.get("picks").list().iter().enumerate() {
        instrument.picks.extend(self::pick(n, pick, names, problems));
    }
    for (n, tally) in root.get("tallies").list().iter().enumerate() {
        instrument.tallies.extend(names.refer(
            "lists",
            tally.get("list"),
            &join(&nth("/tallies", n), "list"),
            problems,
        ));
    }
    for (n, note) in root.get("notes").list().iter().enumerate() {
        let path = join(&nth("/notes", n), "when");
        let when = names.expression(note.get("when").text(), Type::Truth, Place::Scores, None, &path, problems);
        instrument.notes.extend(when);
    }
    let picture = root.get("picture");
    if !picture.is_null() {
        let mut family = |key: &str, scale: bool| {
            let found = family(picture.get(key), names, &join("/picture", key), problems);
            if found.iter().any(|scored| matches!(scored, Scored::Scale(_)) != scale) {
                let help = "`across` and `up` are scales of each dimension, `lead` is a composite with `each`";
                problems.error("unknown-reference", &join("/picture", key), &["not this kind of score"], help);
            }
            found
        };
        instrument.picture =
            Some(Picture { across: family("across", true), up: family("up", true), lead: family("lead", false) });
    }
    pairs("appraisals", "ranking", "grid", names, &mut instrument.appraisals, problems);
    pairs("shifts", "now", "next", names, &mut instrument.shifts, problems);
    for (n, mark) in root.get("marks").list().iter().enumerate() {
        let path = nth("/marks", n);
        instrument.marks.extend(names.refer("items", mark.get("item"), &join(&path, "item"), problems));
        if mark.get("source").list().is_empty() && !problems.any_in(&path) {
            let help = "name where the figure comes from";
            problems.error("mark-without-source", &path, &["a reference mark without a source"], help);
        }
    }
    advice(root.get("advice"), names, instrument, problems);
    together::resolve(names, instrument, problems);
    instrument.group = group::resolve(names, problems);
}

/// The number called so in each dimension.
fn family(node: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Vec<Scored> {
    let mut family = Vec::new();
    if node.is_null() {
        return family;
    }
    for d in 0..names.dimensions() {
        family.extend(names.of_dimension(node.text(), d));
    }
    if family.len() < names.dimensions() || family.is_empty() {
        let help = "name what every dimension has, as `practice` for `demand.practice` or `lead` for `lead.demand`";
        problems.error("unknown-reference", path, &["not every dimension has a score ", &quoted(node.text())], help);
        family.clear();
    }
    family
}

fn pick(n: usize, node: &Node, names: &Names<'_>, problems: &mut Problems) -> Option<Pick> {
    let path = nth("/picks", n);
    let ways = ["largest", "smallest", "lowest_item"];
    let mut given = ways.iter().filter(|way| !node.get(way).is_null());
    let (Some(way), None) = (given.next(), given.next()) else {
        if !problems.any_in(&path) {
            let help = "name exactly one of largest, smallest, lowest_item";
            problems.error("bad-kind", &path, &["a pick is made in exactly one way"], help);
        }
        return None;
    };
    let inner = node.get(way);
    let at = join(&path, way);
    let of = family(inner.get("of"), names, &join(&at, "of"), problems);
    if *way != "lowest_item" {
        return Some(Pick::Dimension { of, smallest: *way == "smallest", above: inner.get("above").number() });
    }
    if of.iter().any(|scored| matches!(scored, Scored::Composite(_))) {
        problems.error(
            "unknown-reference",
            &join(&at, "of"),
            &["items belong to scales"],
            "name a scale of each dimension",
        );
    }
    let pick = names.refer("picks", inner.get("in"), &join(&at, "in"), problems)?;
    let earlier = names.root.get("picks").entry(pick);
    if pick >= n || !earlier.get("lowest_item").is_null() {
        problems.error(
            "unknown-reference",
            &join(&at, "in"),
            &["not an earlier pick of a dimension"],
            "move that pick up",
        );
    }
    Some(Pick::LowestItem { of, pick })
}

/// Pairs of items that fit each other.
fn pairs(list: &str, first: &str, second: &str, names: &Names<'_>, into: &mut Vec<Pair>, problems: &mut Problems) {
    for (n, node) in names.root.get(list).list().iter().enumerate() {
        let path = nth(&joined(&["/", list]), n);
        let a = names.refer("items", node.get(first), &join(&path, first), problems);
        let b = names.refer("items", node.get(second), &join(&path, second), problems);
        let score = names.composite(node.get("score"), &join(&path, "score"), problems);
        let (Some(a), Some(b)) = (a, b) else { continue };
        let fits = match (names.items.get(a).map(|i| &i.kind), names.items.get(b).map(|i| &i.kind)) {
            _ if names.is_broken(a) || names.is_broken(b) => true,
            (Some(Kind::Ranking(x)), Some(Kind::Grid { rows: y, .. })) => list == "appraisals" && names.same(x, y),
            (Some(Kind::Allocation { parts: x, .. }), Some(Kind::Allocation { parts: y, .. })) => {
                list == "shifts" && names.same(x, y)
            }
            _ => false,
        };
        if !fits {
            let help = "an appraisal is a ranking and a grid whose rows are its options, a shift two allocations of the same parts";
            problems.error("bad-pair", &path, &["these items do not belong together"], help);
        }
        into.push(Pair { first: a, second: b, score });
    }
}

fn advice(node: &Node, names: &mut Names<'_>, instrument: &mut Instrument, problems: &mut Problems) {
    let whole = |key: &str| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the schema allows 0..=100")]
        let n = node.get(key).number().map(|x| x as usize);
        n
    };
    instrument.limit = whole("limit").unwrap_or(0);
    instrument.per_dimension = whole("per_dimension").unwrap_or(usize::MAX);
    instrument.tie = family(node.get("order"), names, "/advice/order", problems);
    for (n, rule) in node.get("rules").list().iter().enumerate() {
        let path = nth("/advice/rules", n);
        instrument.rules.extend(self::rule(rule, &path, names, problems));
    }
}

fn rule(rule: &Node, path: &str, names: &mut Names<'_>, problems: &mut Problems) -> Option<Rule> {
    let pair = rule.get("view").text() == "pair";
    let place = if pair { Place::Pair } else { Place::Advice };
    let when = names.expression(rule.get("when").text(), Type::Truth, place, None, &join(path, "when"), problems);
    let severity =
        names.expression(rule.get("severity").text(), Type::Number, place, None, &join(path, "severity"), problems);
    if rule.get("severity").is_null() && !pair {
        let help = "give it a severity from 0 to 100: recommendations are ordered by it";
        problems.error("missing-field", path, &["a rule without a severity"], help);
    }
    let dimension = rule.get("dimension");
    let at = join(path, "dimension");
    let under = match dimension.field("pick") {
        Some(node) => {
            let pick = names.refer("picks", node, &join(&at, "pick"), problems);
            if pick.is_some_and(|p| !names.root.get("picks").entry(p).get("lowest_item").is_null()) {
                problems.error("unknown-reference", &at, &["this pick is an item"], "name a pick of a dimension");
            }
            pick.map(Under::Pick)
        }
        None => names.refer("dimensions", dimension, &at, problems).map(Under::Dimension),
    };
    let mut variants = Vec::new();
    for (v, variant) in rule.get("variants").list().iter().enumerate() {
        let at = nth(&join(path, "variants"), v);
        let source = variant.get("when").text();
        variants.push(names.expression(source, Type::Truth, place, None, &join(&at, "when"), problems));
        placeholders(variant.get("text"), rule, names, &join(&at, "text"), problems);
    }
    if rule.get("title").text().bytes().any(|b| b == b'{') {
        let path = join(path, "title");
        problems.error("unknown-placeholder", &path, &["nothing is filled into titles"], "put it into the text");
    }
    for key in ["text", "first_step", "sign"] {
        placeholders(rule.get(key), rule, names, &join(path, key), problems);
    }
    Some(Rule {
        pair,
        when: when?,
        under: under.unwrap_or(Under::Nothing),
        severity,
        weight: rule.get("weight").number().unwrap_or(1.0),
        variants,
    })
}

/// Each `{name}` of a text must be filled by something.
fn placeholders(text: &Node, rule: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) {
    let pair = rule.get("view").text() == "pair";
    for part in text.text().split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        let known = match name {
            "dimension" => !rule.get("dimension").is_null(),
            "items" => pair,
            // An answer, of which `wide` says whether it can stand here.
            _ if cfg!(feature = "wide") && name.starts_with("answer:") => true,
            // Two people have two picks.
            _ => !pair && names.root.get("picks").position(name).is_some(),
        };
        if !known {
            let help =
                "name a pick, or `dimension` where the rule has one; in a rule of the pair view `items`, and no pick";
            problems.error("unknown-placeholder", path, &["nothing fills ", &quoted(name)], help);
        }
    }
}
