//! Why a score is what it is: the chain from answers to number, in the shape
//! `Explanation` of the types.

use crate::data::{Data, object};
use crate::expression::{Name, Truth, trace, truth};
use crate::instrument::{Band, Instrument, Scale};
use crate::response::{Response, State};
use crate::scoring::{Outcome, View, composite_view, keyed, level_of, scale_view};
use crate::words;

/// Explains the scale, composite or band called `id`; none where there is none.
pub(crate) fn explain<'d>(
    instrument: &'d Instrument,
    response: &Response,
    outcome: &Outcome,
    id: &str,
) -> Option<Data<'d>> {
    let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
    let mut fields = Fields::default();
    if let Some(n) = instrument.words.get("scales").position(id) {
        let score = outcome.scales.get(n)?;
        scale(instrument, response, n, instrument.scales.get(n)?, &mut fields);
        fields.score = scale_view(instrument, n, score);
        fields.sum = Some(score.sum);
        fields.weight = Some(score.weight);
    } else if let Some(n) = (0..instrument.composites.len()).find(|n| instrument.composite_id(*n) == id) {
        let root = &instrument.composites.get(n)?.expression.root;
        fields.kind = "composite";
        fields.title = words::composite(instrument, n);
        fields.score = composite_view(instrument, n, view.composite(n));
        fields.trace = trace(root, &view, &|name| words::name(instrument, name), true);
    } else {
        let n = instrument.words.get("bands").position(id)?;
        let band = instrument.bands.get(n)?;
        fields.kind = "band";
        fields.title = words::title(instrument, Name::Band(n));
        fields.score = composite_view(instrument, band.of, view.composite(band.of));
        fields.levels = levels(instrument, band, n, &view);
    }
    Some(object! {
        "id" => String::from(id),
        "title" => fields.title,
        "kind" => fields.kind,
        "higher" => fields.higher,
        "parent" => fields.parent,
        "score" => fields.score,
        "missing" => fields.missing,
        "members" => fields.members,
        "sum" => fields.sum,
        "weight" => fields.weight,
        "trace" => fields.trace,
        "levels" => fields.levels,
    })
}

/// What differs between scales, composites and bands.
struct Fields<'d> {
    kind: &'static str,
    title: Data<'d>,
    higher: Data<'d>,
    parent: Data<'d>,
    score: Data<'d>,
    missing: Data<'d>,
    members: Vec<Data<'d>>,
    sum: Option<f64>,
    weight: Option<f64>,
    trace: Data<'d>,
    levels: Vec<Data<'d>>,
}

impl Default for Fields<'_> {
    fn default() -> Self {
        Fields {
            kind: "scale",
            title: Data::Null,
            higher: Data::Null,
            parent: Data::Null,
            score: Data::Null,
            missing: Data::Null,
            members: Vec::new(),
            sum: None,
            weight: None,
            trace: Data::Null,
            levels: Vec::new(),
        }
    }
}

fn scale<'d>(instrument: &'d Instrument, response: &Response, n: usize, scale: &Scale, fields: &mut Fields<'d>) {
    let words = instrument.entry("scales", n);
    fields.title = Data::of(words, "title");
    fields.higher = Data::of(words, "higher");
    fields.parent = scale.parent.map_or(Data::Null, |parent| instrument.part("scales", parent, "id"));
    fields.missing = object! { "scored" => scale.missing.scored, "provisional" => scale.missing.provisional };
    for member in &scale.members {
        let keyed = keyed(instrument, response, member);
        let state = match response.answer(member.item).state() {
            _ if !response.applies(member.item) => "hidden",
            _ if keyed.is_some() => "answered",
            State::DontKnow => "dont_know",
            _ => "not_answered",
        };
        let curve = instrument.items.get(member.item).map(|item| item.curve.as_slice()).unwrap_or_default();
        let corner = &mut |n: usize| curve.get(n).map_or(Data::Null, |(x, y)| Data::pair(*x, *y));
        fields.members.push(object! {
            "item" => instrument.part("items", member.item, "id"),
            "text" => words::item(instrument, member.item, member.part),
            "state" => state,
            "answer" => words::answer(instrument, response, member.item, member.part),
            "points" => response.points(instrument, member.item, member.part),
            "key" => if member.reversed { "-" } else { "+" },
            "keyed" => keyed,
            "weight" => member.weight_for(response.role),
            "curve" => if curve.is_empty() { Data::Null } else { Data::each(curve.len(), corner) },
        });
    }
}

fn levels<'d>(instrument: &'d Instrument, band: &Band, n: usize, view: &View<'_>) -> Vec<Data<'d>> {
    let raw = view.composite(band.of).map(|x| level_of(band, x.value));
    let written = instrument.entry("bands", n).get("levels");
    let mut levels = Vec::new();
    for (l, level) in band.levels.iter().enumerate() {
        let words = written.entry(l);
        let mut gates = Vec::new();
        for (g, conditions) in level.gates.iter().enumerate() {
            let gate = words.get("gates").entry(g);
            for (dimension, condition) in conditions {
                gates.push(object! {
                    gate, ["id", "text"],
                    "dimension" => instrument.dimension(*dimension),
                    "passed" => truth(&condition.root, view) == Truth::Yes,
                    "trace" => trace(&condition.root, view, &|name| words::name(instrument, name), true),
                });
            }
        }
        levels.push(object! {
            words, ["id", "title", "from"],
            "number" => l + 1,
            "reached" => raw.is_some_and(|raw| raw >= l),
            "gates" => gates,
        });
    }
    levels
}
