//! Filling a [`Report`] from an outcome.

use super::{
    AdviceView, AppraisalRow, AppraisalView, BandView, DimensionView, GateView, LevelView, MarkView, NoteView, PickView,
    Picture, Point, Reason, Report, ShiftRow, ShiftView, Source, StateView, Titled,
};
use crate::advice::{Fired, Selection};
use crate::expression::Name;
use crate::instrument::{self, Appraisal, Instrument, Kind, Shift};
use crate::next::next;
use crate::number::order_key;
use crate::pick::Picked;
use crate::response::{Answer, Response};
use crate::scoring::{Outcome, Score, Status, View, composite_score, row_weights, scale_view};
use crate::words;

/// Composes the report of one response.
pub(crate) fn compose(
    instrument: &Instrument,
    response: &Response,
    outcome: &Outcome,
    picks: &[Picked],
    selection: &Selection,
) -> Report {
    let c = Composer { instrument, response, outcome, picks };
    Report {
        picture: c.picture(),
        dimensions: (0..instrument.dimensions.len()).filter_map(|d| c.dimension(d)).collect(),
        bands: (0..instrument.bands.len()).filter_map(|n| c.band(n)).collect(),
        picks: c.picks(),
        appraisals: instrument.appraisals.iter().filter_map(|a| c.appraisal(a)).collect(),
        shifts: instrument.shifts.iter().filter_map(|s| c.shift(s)).collect(),
        advice: selection.taken.iter().filter_map(|t| c.advice(selection.fired.get(*t)?)).collect(),
        notes: outcome.notes.iter().filter_map(|n| c.note(*n)).collect(),
        notes_closing: instrument.notes_closing.clone(),
        marks: instrument.marks.iter().map(|mark| c.mark(mark)).collect(),
        about: instrument.about.clone(),
        source: instrument.source.iter().map(source).collect(),
        license: instrument.license.clone(),
    }
}

struct Composer<'c> {
    instrument: &'c Instrument,
    response: &'c Response,
    outcome: &'c Outcome,
    picks: &'c [Picked],
}

fn source(source: &instrument::Source) -> Source {
    Source { title: source.title.clone(), url: source.url.clone() }
}

fn weaker(a: Status, b: Status) -> Status {
    match (a, b) {
        (Status::NotScored, _) | (_, Status::NotScored) => Status::NotScored,
        (Status::Provisional, _) | (_, Status::Provisional) => Status::Provisional,
        _ => Status::Scored,
    }
}

impl Composer<'_> {
    fn scale(&self, n: usize) -> Option<Score> {
        Some(scale_view(self.instrument, self.instrument.scales.get(n)?, self.outcome.scales.get(n)?))
    }

    fn composite(&self, n: usize) -> Option<Score> {
        let number = self.outcome.derived.composites.get(n).copied().flatten();
        Some(composite_score(self.instrument, self.instrument.composites.get(n)?, number))
    }

    fn titled(&self, dimension: usize) -> Option<Titled> {
        let found = self.instrument.dimensions.get(dimension)?;
        Some(Titled { id: found.id.clone(), title: found.title.clone() })
    }

    fn picture(&self) -> Option<Picture> {
        let picture = self.instrument.picture.as_ref()?;
        let point = |d: usize| {
            let (across, up) = (self.scale(*picture.across.get(d)?)?, self.scale(*picture.up.get(d)?)?);
            let titled = self.titled(d)?;
            Some(Point {
                dimension: titled.id,
                title: titled.title,
                lead: self.composite(*picture.lead.get(d)?)?.value,
                status: weaker(across.status, up.status),
                across,
                up,
            })
        };
        Some(Picture {
            across_title: picture.across_title.clone(),
            up_title: picture.up_title.clone(),
            corridor: picture.corridor,
            points: (0..self.instrument.dimensions.len()).filter_map(point).collect(),
        })
    }

    fn dimension(&self, d: usize) -> Option<DimensionView> {
        let titled = self.titled(d)?;
        let mine = |(n, scale): (usize, &instrument::Scale)| (scale.dimension == Some(d)).then(|| self.scale(n)).flatten();
        let scores: Vec<Score> = self.instrument.scales.iter().enumerate().filter_map(mine).collect();
        let lead = self.instrument.picture.as_ref().and_then(|picture| self.composite(*picture.lead.get(d)?));
        let state = self.outcome.states.get(d).copied().flatten().and_then(|n| self.instrument.states.get(n));
        Some(DimensionView {
            id: titled.id,
            title: titled.title,
            status: scores.iter().fold(Status::Scored, |status, score| weaker(status, score.status)),
            scores,
            lead,
            state: state.map(|state| StateView {
                id: state.id.clone(),
                title: state.title.clone(),
                text: state.text.clone(),
                tone: state.tone,
            }),
        })
    }

    fn band(&self, n: usize) -> Option<BandView> {
        let band = self.instrument.bands.get(n)?;
        let of = self.composite(band.of)?;
        let placed = self.outcome.derived.bands.get(n)?.as_ref();
        let level = |(n, level): (usize, &instrument::Level)| LevelView {
            number: n + 1,
            id: level.id.clone(),
            title: level.title.clone(),
            text: level.text.clone(),
            from: level.from,
        };
        let gate = |failure: &crate::scoring::Failure| {
            let gate = band.levels.get(failure.level)?.gates.get(failure.gate)?;
            let dimensions = failure.dimensions.iter().filter_map(|d| self.titled(*d)).collect();
            Some(GateView { level: failure.level + 1, id: gate.id.clone(), text: gate.text.clone(), dimensions })
        };
        Some(BandView {
            id: band.id.clone(),
            title: band.title.clone(),
            note: band.note.clone(),
            status: of.status,
            of,
            value: placed.map(|p| p.level + 1),
            raw: placed.map(|p| p.raw + 1),
            between: placed.and_then(|p| p.between).map(|lower| (lower + 1, lower + 2)),
            range: placed.map(|p| (p.range.0 + 1, p.range.1 + 1)),
            levels: band.levels.iter().enumerate().map(level).collect(),
            gates: placed.map(|p| p.failures.iter().filter_map(gate).collect()).unwrap_or_default(),
            next: next(self.instrument, self.response, self.outcome, n),
        })
    }

    fn picks(&self) -> Vec<PickView> {
        let view = |(pick, picked): (&instrument::Pick, &Picked)| PickView {
            id: pick.id.clone(),
            dimension: if let Picked::Dimension(d) = picked { self.titled(*d) } else { None },
            item: match picked {
                Picked::Item(n) => {
                    self.instrument.items.get(*n).map(|i| Titled { id: i.id.clone(), title: i.text.clone() })
                }
                _ => None,
            },
        };
        self.instrument.picks.iter().zip(self.picks).map(view).collect()
    }

    fn appraisal(&self, appraisal: &Appraisal) -> Option<AppraisalView> {
        let (instrument, response) = (self.instrument, self.response);
        let Kind::Grid { rows, .. } = &instrument.items.get(appraisal.grid)?.kind else { return None };
        let Kind::Ranking { options } = &instrument.items.get(appraisal.ranking)?.kind else { return None };
        let weights = row_weights(instrument, response, appraisal.ranking, appraisal.grid);
        let mut views: Vec<AppraisalRow> = Vec::new();
        for (n, row) in rows.iter().enumerate() {
            let option = options.iter().position(|option| option.value == row.value);
            let rank = option.and_then(|o| match response.answer(appraisal.ranking) {
                Answer::Ranking(order) => Some(order.iter().position(|x| *x == o)? + 1),
                _ => None,
            });
            let weight = weights.as_ref().and_then(|w| w.get(n).copied());
            let points = response.points(instrument, appraisal.grid, Some(n));
            views.push(AppraisalRow {
                id: row.id(),
                label: row.label.clone(),
                rank,
                weight,
                grade: words::answer(instrument, response, appraisal.grid, Some(n)),
                points,
                opportunity: weight.zip(points).map(|(weight, points)| weight * (100.0 - points)),
            });
        }
        // The largest opportunity; of equal ones the better rank.
        let mut top: Option<&AppraisalRow> = None;
        for row in views.iter().filter(|row| row.opportunity.is_some_and(|x| order_key(x) > 0.0)) {
            let key = |row: &AppraisalRow| (row.opportunity.map_or(0.0, order_key), row.rank.unwrap_or(usize::MAX));
            if top.is_none_or(|best| key(row).0 > key(best).0 || (key(row).0 >= key(best).0 && key(row).1 < key(best).1)) {
                top = Some(row);
            }
        }
        Some(AppraisalView {
            id: appraisal.id.clone(),
            title: appraisal.title.clone(),
            score: appraisal.score.and_then(|n| self.composite(n)),
            top: top.map(|row| row.id.clone()),
            rows: views,
        })
    }

    fn shift(&self, shift: &Shift) -> Option<ShiftView> {
        let parts = |item: usize| match &self.instrument.items.get(item)?.kind {
            Kind::Allocation { parts, .. } => Some(parts),
            _ => None,
        };
        let (now, next) = (parts(shift.now)?, parts(shift.next)?);
        let row = |(n, part): (usize, &instrument::Choice)| {
            let other = next.iter().position(|other| other.value == part.value);
            ShiftRow {
                id: part.id(),
                label: part.label.clone(),
                now: self.response.raw(self.instrument, shift.now, Some(n)),
                next: other.and_then(|other| self.response.raw(self.instrument, shift.next, Some(other))),
            }
        };
        Some(ShiftView {
            id: shift.id.clone(),
            title: shift.title.clone(),
            score: shift.score.and_then(|n| self.composite(n)),
            now_title: shift.now_title.clone(),
            next_title: shift.next_title.clone(),
            rows: now.iter().enumerate().map(row).collect(),
        })
    }

    fn advice(&self, fired: &Fired) -> Option<AdviceView> {
        let rule = self.instrument.advice.rules.get(fired.rule)?;
        let variant = fired.variant.and_then(|v| rule.variants.get(v));
        let mut text = self.fill(&rule.text, fired);
        if let Some(variant) = variant {
            text.push(' ');
            text.push_str(&self.fill(&variant.text, fired));
        }
        Some(AdviceView {
            id: rule.id.clone(),
            title: rule.title.clone(),
            text,
            owner: rule.owner.clone(),
            first_step: self.fill(&rule.first_step, fired),
            sign: self.fill(&rule.sign, fired),
            dimension: fired.dimension.and_then(|d| self.titled(d)),
            variant: variant.map(|v| v.id.clone()),
            severity: fired.severity,
            weight: rule.weight,
            priority: fired.priority,
            because: fired.because.iter().filter_map(|name| self.reason(*name)).collect(),
        })
    }

    /// Replaces `{dimension}` and `{pick}` by their titles.
    fn fill(&self, text: &str, fired: &Fired) -> String {
        let mut filled = String::new();
        for (n, part) in text.split('{').enumerate() {
            let Some((name, rest)) = part.split_once('}').filter(|_| n > 0) else {
                filled.push_str(part);
                continue;
            };
            let picked = self.instrument.picks.iter().position(|pick| pick.id == name).and_then(|p| self.picks.get(p));
            let title = match (name, picked) {
                ("dimension", _) => fired.dimension.and_then(|d| self.titled(d)).map(|t| t.title),
                (_, Some(Picked::Dimension(d))) => self.titled(*d).map(|t| t.title),
                (_, Some(Picked::Item(item))) => Some(["\u{201c}", &words::item(self.instrument, *item, None), "\u{201d}"].concat()),
                _ => None,
            };
            filled.push_str(title.as_deref().unwrap_or_default());
            filled.push_str(rest);
        }
        filled
    }

    fn reason(&self, name: Name) -> Option<Reason> {
        let (instrument, response) = (self.instrument, self.response);
        let item = match name {
            Name::Item(n) | Name::Points(n) | Name::ChoiceIs(n, _) => Some((n, None)),
            Name::Part(n, p) | Name::PartPoints(n, p) => Some((n, Some(p))),
            _ => None,
        };
        if let Some((n, part)) = item {
            let found = instrument.items.get(n)?;
            let share = |x: f64| crate::number::brief(x);
            let answer = match found.kind {
                Kind::Allocation { .. } | Kind::Ranking { .. } if part.is_some() => response.raw(instrument, n, part).map(share),
                _ => words::answer(instrument, response, n, part),
            };
            let text = words::item(instrument, n, part);
            return Some(Reason { kind: "item", id: found.id.clone(), text, answer, value: response.raw(instrument, n, part) });
        }
        let view = View { instrument, response, derived: &self.outcome.derived, fired_before: 0 };
        let id = match name {
            Name::Scale(n) => &instrument.scales.get(n)?.id,
            Name::Composite(n) => &instrument.composites.get(n)?.id,
            Name::Band(n) => &instrument.bands.get(n)?.id,
            _ => return None,
        };
        let value = crate::expression::Facts::number(&view, name).map(|x| x.value);
        Some(Reason { kind: "score", id: id.clone(), text: words::title(instrument, name)?, answer: None, value })
    }

    fn note(&self, n: usize) -> Option<NoteView> {
        let note = self.instrument.notes.get(n)?;
        Some(NoteView { id: note.id.clone(), text: note.text.clone() })
    }

    fn mark(&self, mark: &instrument::Mark) -> MarkView {
        MarkView {
            item: self.instrument.items.get(mark.item).map(|item| item.id.clone()).unwrap_or_default(),
            text: mark.text.clone(),
            item_text: words::item(self.instrument, mark.item, None),
            answer: words::answer(self.instrument, self.response, mark.item, None),
            low: mark.low,
            high: mark.high,
            source: mark.source.iter().map(source).collect(),
        }
    }
}
