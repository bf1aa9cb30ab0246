//! The result in words: `Report` of the types, in the order it is read.
//! Numbers, identifiers and the words of the definition; layout is the page's.

#[cfg(feature = "wide")]
mod quiz;
#[cfg(feature = "wide")]
mod standing;

#[cfg(feature = "author")]
pub(crate) use quiz::passed;
#[cfg(feature = "author")]
pub(crate) use standing::nearest;

use crate::advice::Fired;
use crate::data::{Data, object};
use crate::expression::{Facts, Name};
use crate::instrument::{Instrument, Kind, Scored};
use crate::json::Node;
use crate::next::next;
use crate::number::{brief, count, order_key};
use crate::pick::Picked;
use crate::response::{Answer, Response};
use crate::scoring::{Outcome, Placement, Status, View, composite_view, row_weights, scale_view};
use crate::text::filled;
#[cfg(feature = "wide")]
use crate::text::joined;
use crate::words;

/// Composes the report of one response.
pub(crate) fn compose<'d>(
    instrument: &'d Instrument,
    response: &Response,
    outcome: &Outcome,
    picks: &[Picked],
    fired: &[Fired],
) -> Data<'d> {
    let c = Composer::new(instrument, response, outcome, picks);
    let words = &instrument.words;
    let mut advice = Vec::new();
    for fired in fired.iter().filter(|fired| fired.taken) {
        advice.push(c.advice(fired));
    }
    let mut notes = Vec::new();
    for n in &outcome.notes {
        notes.push(object! { instrument.entry("notes", *n), ["id", "text"], });
    }
    let report = object! {
        words, ["notes_closing", "license"],
        "picture" => c.picture(),
        "dimensions" => Data::each(instrument.dimensions(), &mut |d| c.dimension(d)),
        "bands" => Data::each(instrument.bands.len(), &mut |n| c.band(n)),
        "picks" => Data::each(picks.len(), &mut |n| c.pick(n)),
        "appraisals" => Data::each(instrument.appraisals.len(), &mut |n| c.appraisal(n)),
        "shifts" => Data::each(instrument.shifts.len(), &mut |n| c.shift(n)),
        "advice" => advice,
        "notes" => notes,
        "marks" => Data::each(instrument.marks.len(), &mut |n| c.mark(n)),
        "about" => list(words.get("about")),
        "source" => list(words.get("source")),
    };
    #[cfg(feature = "wide")]
    let report = c.wider(report, outcome);
    report
}

/// Puts parts of a response into words.
pub(crate) struct Composer<'d, 'r> {
    instrument: &'d Instrument,
    response: &'r Response,
    outcome: &'r Outcome,
    picks: &'r [Picked],
    view: View<'r>,
}

/// A list of the definition, empty where it is left out.
fn list(node: &Node) -> Data<'_> {
    if node.is_null() { Data::List(Vec::new()) } else { Data::part(node) }
}

impl<'d: 'r, 'r> Composer<'d, 'r> {
    /// For one response and what follows from it.
    pub(crate) fn new(
        instrument: &'d Instrument,
        response: &'r Response,
        outcome: &'r Outcome,
        picks: &'r [Picked],
    ) -> Self {
        let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
        Composer { instrument, response, outcome, picks, view }
    }

    fn scored(&self, scored: Option<&Scored>) -> Data<'d> {
        match scored {
            Some(Scored::Scale(n)) => self.scale(*n),
            Some(Scored::Composite(n)) => self.composite(Some(*n)),
            None => Data::Null,
        }
    }

    fn scale(&self, n: usize) -> Data<'d> {
        self.outcome.scales.get(n).map_or(Data::Null, |score| scale_view(self.instrument, n, score))
    }

    fn composite(&self, n: Option<usize>) -> Data<'d> {
        n.map_or(Data::Null, |n| composite_view(self.instrument, n, self.view.composite(n)))
    }

    /// The weakest status of the scales of a dimension.
    fn status(&self, d: usize) -> Status {
        let mut status = Status::Scored;
        for (scale, score) in self.instrument.scales.iter().zip(&self.outcome.scales) {
            if scale.dimension == Some(d) {
                status = status.min(score.status);
            }
        }
        status
    }

    /// `Picture` of the types; null where the definition draws none.
    pub(crate) fn picture(&self) -> Data<'d> {
        let Some(picture) = &self.instrument.picture else { return Data::Null };
        let words = self.instrument.words.get("picture");
        let mut points = Vec::new();
        for d in 0..self.instrument.dimensions() {
            let lead = picture.lead.get(d).and_then(|lead| self.view.scored(*lead)).map(|x| x.value);
            points.push(object! {
                "dimension" => self.instrument.dimension_id(Some(d)),
                "title" => self.instrument.part("dimensions", d, "title"),
                "across" => self.scored(picture.across.get(d)),
                "up" => self.scored(picture.up.get(d)),
                "lead" => lead,
                "status" => self.status(d).word(),
            });
        }
        object! { words, ["across_title", "up_title", "corridor"], "points" => points }
    }

    /// `DimensionReport` of the types.
    pub(crate) fn dimension(&self, d: usize) -> Data<'d> {
        let instrument = self.instrument;
        let mut scores = Vec::new();
        for (n, scale) in instrument.scales.iter().enumerate() {
            if scale.dimension == Some(d) {
                scores.push(self.scale(n));
            }
        }
        let lead = instrument.picture.as_ref().and_then(|picture| picture.lead.get(d));
        let state = self.outcome.states.get(d).copied().flatten().map(|n| instrument.entry("states", n));
        object! {
            instrument.entry("dimensions", d), ["id", "title"],
            "status" => self.status(d).word(),
            "scores" => scores,
            "lead" => self.scored(lead),
            "state" => state.map_or(Data::Null, |state| object! { state, ["id", "title", "text", "tone"], }),
        }
    }

    /// What would move a band, unless its definition leaves that out; of a quiz it would be the right answers.
    fn next(&self, n: usize) -> Data<'d> {
        #[cfg(feature = "wide")]
        if self.instrument.quiz.is_some() || self.instrument.leaves_next_out(n) {
            return Data::Null;
        }
        next(self.instrument, self.response, self.outcome, n)
    }

    fn band(&self, n: usize) -> Data<'d> {
        let words = self.instrument.entry("bands", n);
        let Some(band) = self.instrument.bands.get(n) else { return Data::Null };
        let placed = self.outcome.derived.bands.get(n).and_then(|placed| placed.as_ref());
        let mut levels = Vec::new();
        for (l, level) in words.get("levels").list().iter().enumerate() {
            levels.push(object! { level, ["id", "title", "text", "from"], "number" => l + 1 });
        }
        let mut gates = Vec::new();
        for failure in placed.map(|placed| placed.failures.as_slice()).unwrap_or_default() {
            let gate = words.get("levels").entry(failure.level).get("gates").entry(failure.gate);
            let mut dimensions = Vec::new();
            for d in &failure.dimensions {
                dimensions.push(self.instrument.dimension(Some(*d)));
            }
            gates.push(object! { gate, ["id", "text"], "level" => failure.level + 1, "dimensions" => dimensions });
        }
        object! {
            words, ["id", "title", "note"],
            "of" => self.composite(Some(band.of)),
            "status" => Status::of(self.view.composite(band.of)).word(),
            "value" => placed.map(|p| count(p.level + 1)),
            "raw" => placed.map(|p| count(p.raw + 1)),
            "between" => placed.map_or(Data::Null, Placement::between),
            "range" => placed.map_or(Data::Null, Placement::range),
            "levels" => levels,
            "gates" => gates,
            "next" => self.next(n),
        }
    }

    fn pick(&self, n: usize) -> Data<'d> {
        let (mut dimension, mut item) = (Data::Null, Data::Null);
        match self.picks.get(n) {
            Some(Picked::Dimension(d)) => dimension = self.instrument.dimension(Some(*d)),
            Some(Picked::Item(i)) => item = object! { self.instrument.entry("items", *i), ["id", "text"], },
            _ => {}
        }
        object! {
            "id" => self.instrument.part("picks", n, "id"),
            "dimension" => dimension,
            "item" => item,
        }
    }

    fn appraisal(&self, n: usize) -> Data<'d> {
        let (instrument, response) = (self.instrument, self.response);
        let Some(pair) = instrument.appraisals.get(n) else { return Data::Null };
        let (Some(Kind::Ranking(options)), Some(Kind::Grid { rows, .. })) = (
            instrument.items.get(pair.first).map(|item| &item.kind),
            instrument.items.get(pair.second).map(|item| &item.kind),
        ) else {
            return Data::Null;
        };
        let weights = row_weights(instrument, response, pair.first, pair.second).unwrap_or_default();
        let mut views = Vec::new();
        // The largest opportunity; of equal ones the better rank.
        let mut top: Option<(f64, usize, usize)> = None;
        for (row, node) in instrument.choices(rows).iter().enumerate() {
            let option = instrument.same_option(rows, row, options);
            let rank = match response.answer(pair.first) {
                Answer::Ranking(order) => order.iter().position(|ranked| Some(*ranked) == option),
                _ => None,
            };
            let points = response.points(instrument, pair.second, Some(row));
            let weight = weights.get(row).copied();
            let opportunity = weight.zip(points).map(|(weight, points)| weight * (100.0 - points));
            if let (Some(x), Some(rank)) = (opportunity.map(order_key), rank) {
                let better = top.is_none_or(|(most, best, _)| x > most || (x >= most && rank < best));
                if x > 0.0 && better {
                    top = Some((x, rank, row));
                }
            }
            views.push(object! {
                "id" => node.get("value"),
                "label" => node.get("label"),
                "rank" => rank.map(|rank| count(rank + 1)),
                "weight" => weight,
                "grade" => words::answer(instrument, response, pair.second, Some(row)),
                "points" => points,
                "opportunity" => opportunity,
            });
        }
        object! {
            instrument.entry("appraisals", n), ["id", "title"],
            "score" => self.composite(pair.score),
            "rows" => views,
            "top" => top.map(|(_, _, row)| instrument.value(rows, row)),
        }
    }

    fn shift(&self, n: usize) -> Data<'d> {
        let (instrument, response) = (self.instrument, self.response);
        let Some(pair) = instrument.shifts.get(n) else { return Data::Null };
        let (Some(Kind::Allocation { parts, .. }), Some(Kind::Allocation { parts: others, .. })) = (
            instrument.items.get(pair.first).map(|item| &item.kind),
            instrument.items.get(pair.second).map(|item| &item.kind),
        ) else {
            return Data::Null;
        };
        let mut rows = Vec::new();
        for (part, node) in instrument.choices(parts).iter().enumerate() {
            let next = instrument.same_option(parts, part, others);
            rows.push(object! {
                "id" => node.get("value"),
                "label" => node.get("label"),
                "now" => response.raw(instrument, pair.first, Some(part)),
                "next" => next.and_then(|part| response.raw(instrument, pair.second, Some(part))),
            });
        }
        object! {
            instrument.entry("shifts", n), ["id", "title", "now_title", "next_title"],
            "score" => self.composite(pair.score),
            "rows" => rows,
        }
    }

    /// `Advice` of the types.
    pub(crate) fn advice(&self, fired: &Fired) -> Data<'d> {
        let words = self.instrument.words.get("advice").get("rules").entry(fired.rule);
        let variant = fired.variant.map(|v| words.get("variants").entry(v));
        let mut text = self.fill(words.get("text").text(), fired);
        if let Some(variant) = variant {
            text.push(' ');
            text.push_str(&self.fill(variant.get("text").text(), fired));
        }
        let weight = self.instrument.rules.get(fired.rule).map(|rule| rule.weight);
        let mut because = Vec::new();
        for name in &fired.because {
            because.push(self.reason(*name));
        }
        object! {
            words, ["id", "title", "owner"],
            "text" => text,
            "first_step" => self.fill(words.get("first_step").text(), fired),
            "sign" => self.fill(words.get("sign").text(), fired),
            "dimension" => self.instrument.dimension(fired.dimension),
            "variant" => variant.map_or(Data::Null, |variant| Data::of(variant, "id")),
            "severity" => fired.severity,
            "weight" => weight,
            "priority" => fired.priority,
            "because" => because,
        }
    }

    /// Replaces `{dimension}` and the names of picks by their titles.
    fn fill(&self, text: &str, fired: &Fired) -> String {
        let instrument = self.instrument;
        filled(text, &mut |name| {
            #[cfg(feature = "wide")]
            if name.starts_with("answer:") {
                // Filled in at the end, as everywhere.
                return joined(&["{", name, "}"]);
            }
            let picked = instrument.words.get("picks").position(name).and_then(|p| self.picks.get(p));
            let dimension = match picked {
                Some(Picked::Dimension(d)) => Some(*d),
                _ => fired.dimension.filter(|_| name == "dimension"),
            };
            match (dimension, picked) {
                (Some(d), _) => instrument.word("dimensions", d, "title").into(),
                (None, Some(Picked::Item(item))) => words::quoted(instrument, *item, None),
                _ => String::new(),
            }
        })
    }

    /// An answer or a score that made a recommendation apply.
    fn reason(&self, name: Name) -> Data<'d> {
        let (instrument, response) = (self.instrument, self.response);
        let item = match name {
            Name::Item(n) | Name::Points(n) | Name::ChoiceIs(n, _) => Some((n, None)),
            Name::Part(n, p) | Name::PartPoints(n, p) => Some((n, Some(p))),
            _ => None,
        };
        let (kind, id, answer, value) = match (item, name) {
            (Some((n, part)), _) => {
                let raw = response.raw(instrument, n, part);
                let graded = matches!(instrument.items.get(n).map(|i| &i.kind), Some(Kind::Grid { .. }));
                let answer = match raw {
                    Some(x) if part.is_some() && !graded => Some(brief(x)),
                    _ => words::answer(instrument, response, n, part),
                };
                ("item", instrument.part("items", n, "id"), answer, raw)
            }
            (None, name) => {
                let id = match name {
                    Name::Scale(n) => instrument.part("scales", n, "id"),
                    Name::Composite(n) => Data::Owned(instrument.composite_id(n)),
                    Name::Band(n) => instrument.part("bands", n, "id"),
                    _ => Data::Null,
                };
                ("score", id, None, self.view.number(name).map(|x| x.value))
            }
        };
        object! {
            "kind" => kind,
            "id" => id,
            "text" => match item {
                Some((n, part)) => words::item(instrument, n, part),
                None => words::title(instrument, name),
            },
            "answer" => answer,
            "value" => value,
        }
    }

    fn mark(&self, n: usize) -> Data<'d> {
        let words = self.instrument.entry("marks", n);
        let item = self.instrument.marks.get(n).copied().unwrap_or(0);
        object! {
            words, ["item", "text", "low", "high", "source"],
            "item_text" => words::item(self.instrument, item, None),
            "answer" => words::answer(self.instrument, self.response, item, None),
        }
    }
}
