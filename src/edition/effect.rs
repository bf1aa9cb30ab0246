//! What a change can alter, by what it changes.

use super::meaning::{self, Order};
use super::{Effect, Two};
use crate::expression::{Expression, Name};
use crate::instrument::Instrument;
use crate::json::Node;

/// Of an entry that is new.
pub(super) fn added(two: Two<'_>, list: &str, n: usize) -> Effect {
    match list {
        "items" | "roles" | "composites" | "bands" => Effect::Links,
        "scales" => above(two, two.new, n).max(Effect::Links),
        // The first state that holds applies.
        "states" => Effect::Scores,
        "dimensions" => ripple(two, &|source| source.contains("each.")).max(spread(two, Effect::Links)),
        "pages" => page(two, two.new.entry("pages", n)),
        "choice_sets" | "glossary" | "source" | "marks" => Effect::Words,
        _ => Effect::Results,
    }
}

/// Of an entry that is gone.
pub(super) fn removed(two: Two<'_>, list: &str, m: usize) -> Effect {
    match list {
        "items" | "roles" => Effect::Links,
        "scales" | "composites" | "bands" | "states" => Effect::Scores,
        "dimensions" => spread(two, Effect::Scores),
        "pages" => page(two, two.old.entry("pages", m)),
        "choice_sets" | "glossary" | "source" | "marks" => Effect::Words,
        _ => Effect::Results,
    }
}

/// Of another order of a list.
pub(super) fn moved(two: Two<'_>, list: &str) -> Effect {
    match list {
        "states" => Effect::Scores,
        "items" | "roles" | "scales" | "composites" | "bands" => Effect::Links,
        "dimensions" => spread(two, Effect::Links),
        // Of equal recommendations the first is shown, and a pick may read the one before.
        "advice.rules" | "picks" => Effect::Results,
        _ => Effect::Words,
    }
}

/// Of a field that differs, where its meaning decides and not the names of what is in it.
pub(super) fn changed(two: Two<'_>, list: &str, places: (usize, usize), field: &str) -> Option<Effect> {
    let (m, n) = places;
    Some(match (list, field) {
        ("roles", "counterpart") | ("scales" | "composites", "wobble") | ("bands", "near") => Effect::Links,
        ("choice_sets", "choices") => set(two, two.old.word("choice_sets", m, "id")),
        ("items", "kind") => item(two, places),
        ("items", "points" | "correct") => by(two, places, &meaning::points),
        ("items", "show_if") => by(two, places, &meaning::shown),
        // Who is asked what is drawn anew.
        ("pages", "draw") => Effect::Scores,
        ("pages", "items" | "optional" | "show_if") => {
            page(two, two.old.entry("pages", m)).max(page(two, two.new.entry("pages", n)))
        }
        ("scales", "members") => by(two, places, &members),
        ("scales", "missing") => by(two, places, &missing),
        ("scales", "parent") => above(two, two.old, m).max(above(two, two.new, n)).max(Effect::Results),
        ("composites", "expression" | "each") => by(two, places, &copies),
        ("composites", "range") => by(two, places, &range),
        ("bands", "next") => Effect::Results,
        ("bands", "of") => by(two, places, &divided),
        ("bands", "levels") => return Some(by(two, places, &levels)).filter(|effect| *effect > Effect::Words),
        ("states", "when") => by(two, places, &state),
        ("lists", "items") => members_of_list(two, places),
        _ => return None,
    })
}

/// What decides something, as text, of the thing at a place.
type Meaning<'m> = &'m dyn Fn(&Instrument, usize, Order) -> String;

/// The effect of a difference in meaning: on scores, on their fingerprint alone, or on neither.
fn by(two: Two<'_>, (m, n): (usize, usize), meaning: Meaning<'_>) -> Effect {
    let differs = |order| meaning(two.old, m, order) != meaning(two.new, n, order);
    match () {
        () if differs(Order::Any) => Effect::Scores,
        () if differs(Order::AsWritten) => Effect::Links,
        () => Effect::Words,
    }
}

fn item(two: Two<'_>, places: (usize, usize)) -> Effect {
    by(two, places, &meaning::answers).max(by(two, places, &meaning::points))
}

/// The items of both editions, by their places.
fn common(two: Two<'_>) -> Vec<(usize, usize)> {
    let place = |n: usize| two.old.words.get("items").position(two.new.word("items", n, "id"));
    (0..two.new.items.len()).filter_map(|n| Some((place(n)?, n))).collect()
}

/// A choice set alters what the items that use it mean.
fn set(two: Two<'_>, id: &str) -> Effect {
    let uses = |instrument: &Instrument, n: usize| {
        let kind = instrument.entry("items", n).get("kind").fields().first();
        kind.is_some_and(|(_, kind)| ["set", "rows"].iter().any(|field| kind.get(field).text() == id))
    };
    let users = common(two).into_iter().filter(|(m, n)| uses(two.old, *m) || uses(two.new, *n));
    users.map(|places| item(two, places)).max().unwrap_or(Effect::Words)
}

/// The condition of a page is one of its items.
fn page(two: Two<'_>, page: &Node) -> Effect {
    let on = |id: &str| {
        [page, page.get("optional")]
            .iter()
            .any(|holder| holder.get("items").list().iter().any(|node| node.text() == id))
    };
    let items = common(two).into_iter().filter(|(_, n)| on(two.new.word("items", *n, "id")));
    items.map(|places| by(two, places, &meaning::shown)).max().unwrap_or(Effect::Words)
}

fn members(instrument: &Instrument, n: usize, order: Order) -> String {
    instrument.scales.get(n).map(|scale| meaning::members(instrument, scale, order)).unwrap_or_default()
}

/// The members of a scale count in those above it: the first of these that both editions have tells.
fn above(two: Two<'_>, instrument: &Instrument, mut at: usize) -> Effect {
    let place = |instrument: &Instrument, id: &str| instrument.words.get("scales").position(id);
    while let Some(parent) = instrument.scales.get(at).and_then(|scale| scale.parent) {
        at = parent;
        let id = instrument.word("scales", at, "id");
        if let (Some(m), Some(n)) = (place(two.old, id), place(two.new, id)) {
            return by(two, (m, n), &members);
        }
    }
    Effect::Words
}

fn missing(instrument: &Instrument, n: usize, _: Order) -> String {
    format!("{:?}", instrument.scales.get(n).map(|scale| scale.missing))
}

/// The copies of a composite, one per dimension where it has `each`.
fn copies(instrument: &Instrument, entry: usize, order: Order) -> String {
    let copies = instrument.composites.iter().enumerate().filter(|(_, composite)| composite.entry == entry);
    let each = copies.map(|(n, composite)| {
        [instrument.composite_id(n), meaning::expression(instrument, &composite.expression, order)].join(" ")
    });
    order.joined(each.collect())
}

fn range(instrument: &Instrument, entry: usize, _: Order) -> String {
    format!("{:?}", instrument.composites.iter().find(|found| found.entry == entry).map(|found| found.range))
}

fn divided(instrument: &Instrument, n: usize, _: Order) -> String {
    instrument.bands.get(n).map(|band| instrument.composite_id(band.of)).unwrap_or_default()
}

fn levels(instrument: &Instrument, n: usize, order: Order) -> String {
    instrument.bands.get(n).map(|band| meaning::levels(instrument, band, order)).unwrap_or_default()
}

fn state(instrument: &Instrument, n: usize, order: Order) -> String {
    let conditions = instrument.states.get(n).map(Vec::as_slice).unwrap_or_default();
    order.joined(conditions.iter().map(|when| meaning::expression(instrument, when, order)).collect())
}

/// A list stands for its members in expressions, and is counted by `dont_know`.
fn members_of_list(two: Two<'_>, (m, n): (usize, usize)) -> Effect {
    let id = two.new.word("lists", n, "id");
    let items = |instrument: &Instrument, n: usize, _: Order| {
        let items = instrument.lists.get(n).into_iter().flatten();
        Order::Any.joined(items.map(|item| instrument.word("items", *item, "id").to_owned()).collect())
    };
    let counted = computed(two.new).iter().any(|(_, found)| found.names().contains(&Name::DontKnow(n)));
    let count = if counted { by(two, (m, n), &items) } else { Effect::Results };
    let names = |source: &str| source.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == id);
    ripple(two, &names).max(count)
}

/// Every expression behind a score, a level or a state, with its source.
fn computed(instrument: &Instrument) -> Vec<(&str, &Expression)> {
    let mut all: Vec<(&str, &Expression)> = Vec::new();
    let composites = instrument.composites.iter();
    all.extend(composites.map(|found| (instrument.word("composites", found.entry, "expression"), &found.expression)));
    for (n, band) in instrument.bands.iter().enumerate() {
        for (l, level) in band.levels.iter().enumerate() {
            let gates = instrument.entry("bands", n).get("levels").entry(l).get("gates");
            for (g, conditions) in level.gates.iter().enumerate() {
                let source = gates.entry(g).get("require").text();
                all.extend(conditions.iter().map(|(_, condition)| (source, condition)));
            }
        }
    }
    for (n, state) in instrument.states.iter().enumerate() {
        all.extend(state.iter().map(|when| (instrument.word("states", n, "when"), when)));
    }
    all
}

/// What a change alters through sources that mention it and have stayed as they are.
fn ripple(two: Two<'_>, mentions: &dyn Fn(&str) -> bool) -> Effect {
    let read = |instrument: &Instrument, order| -> Vec<(String, String)> {
        let sources = computed(instrument).into_iter().filter(|(source, _)| mentions(source));
        sources.map(|(source, found)| (source.to_owned(), meaning::expression(instrument, found, order))).collect()
    };
    let differs = |order| {
        let (old, new) = (read(two.old, order), read(two.new, order));
        old.iter().any(|(source, meant)| {
            let mut others = new.iter().filter(|(other, _)| other == source).peekable();
            others.peek().is_some() && others.all(|(_, other)| other != meant)
        })
    };
    match () {
        () if differs(Order::Any) => Effect::Scores,
        () if differs(Order::AsWritten) => Effect::Links,
        () => Effect::Results,
    }
}

/// What dimensions alter: the effect, if something is there once per dimension.
fn spread(two: Two<'_>, effect: Effect) -> Effect {
    let per_dimension = |instrument: &Instrument| {
        let gates =
            || instrument.bands.iter().flat_map(|band| &band.levels).flat_map(|level| level.gates.iter().flatten());
        !instrument.states.is_empty()
            || instrument.composites.iter().any(|composite| composite.dimension.is_some())
            || gates().any(|(dimension, _)| dimension.is_some())
    };
    if per_dimension(two.old) || per_dimension(two.new) { effect } else { Effect::Results }
}
