//! What a result is held against: `TargetReport`, `NormReport` and `Archetypes` of
//! the types.

use super::{Composer, quiz};
use crate::data::{Data, object};
use crate::instrument::Scored;
use crate::number::{at_least, by_key, count, curve, order_key, sum};
use crate::scoring::{Outcome, View};

impl<'d: 'r, 'r> Composer<'d, 'r> {
    /// The report with what only some definitions have.
    pub(super) fn wider(&self, report: Data<'d>, outcome: &Outcome) -> Data<'d> {
        let standing = &self.instrument.standing;
        let mut report = report;
        if self.instrument.quiz.is_some() {
            report = report.with("quiz", quiz::report(self.instrument, self.response, outcome));
        }
        if !standing.targets.is_empty() {
            report = report.with("targets", self.targets());
        }
        if !standing.norms.is_empty() {
            report = report.with("norms", self.norms());
        }
        if !standing.archetypes.is_empty() {
            report = report.with("archetypes", self.archetypes());
        }
        report
    }

    fn value(&self, of: Scored) -> Option<f64> {
        self.view.scored(of).map(|number| number.value)
    }

    /// The targets of everybody and of this role: a gap above 0 is beyond the target.
    fn targets(&self) -> Data<'d> {
        let mut targets = Vec::new();
        for (n, target) in self.instrument.standing.targets.iter().enumerate() {
            if target.role.is_some() && target.role != self.response.role {
                continue;
            }
            let value = self.value(target.of);
            targets.push(object! {
                "of" => self.scored(Some(&target.of)),
                "at" => target.at,
                "gap" => value.map(|value| value - target.at),
                "reached" => value.map_or(Data::Null, |value| Data::Bool(at_least(value, target.at))),
                "text" => self.instrument.part("targets", n, "text"),
            });
        }
        Data::List(targets)
    }

    /// Norm values by straight lines between the rows of a table, those of its ends
    /// outside it.
    fn norms(&self) -> Data<'d> {
        let norms = &self.instrument.standing.norms;
        Data::each(norms.len(), &mut |n| {
            let Some(norm) = norms.get(n) else { return Data::Null };
            object! {
                self.instrument.entry("norms", n), ["group", "n", "unit", "source"],
                "of" => self.scored(Some(&norm.of)),
                "value" => self.value(norm.of).map(|value| curve(&norm.table, value)),
            }
        })
    }

    /// The archetypes, the nearest first; of equally near ones in the order of the
    /// definition. How far one is: the root of the mean of squared differences, in
    /// points. Unknown unless every score of the profile is known.
    fn archetypes(&self) -> Data<'d> {
        let (standing, words) = (&self.instrument.standing, self.instrument.words.get("archetypes"));
        let values = profile(&self.view);
        let distance = |n: usize| Some(distance(values.as_deref()?, standing.archetypes.get(n)?));
        let all: Vec<usize> = (0..standing.archetypes.len()).collect();
        let (mut entries, mut compared) = (Vec::new(), Vec::new());
        for n in by_key(&all, &|n| distance(n).map_or(0.0, order_key)) {
            entries.push(object! {
                words.get("list").entry(n), ["id", "title", "text", "at"],
                "distance" => distance(n),
            });
        }
        for of in &standing.compared {
            compared.push(self.scored(Some(of)));
        }
        object! { words, ["title"], "known" => values.is_some(), "of" => compared, "list" => entries }
    }
}

/// The scores that archetypes are compared with; none unless every one is known.
fn profile(view: &View<'_>) -> Option<Vec<f64>> {
    let compared = view.instrument.standing.compared.iter();
    compared.map(|of| view.scored(*of).map(|number| number.value)).collect()
}

/// The nearest archetype, of equally near ones the first; none where it is unknown.
#[cfg(feature = "author")]
pub(crate) fn nearest(view: &View<'_>) -> Option<usize> {
    let (values, archetypes) = (profile(view)?, &view.instrument.standing.archetypes);
    let all: Vec<usize> = (0..archetypes.len()).collect();
    let far = |n: usize| archetypes.get(n).map_or(0.0, |at| order_key(distance(&values, at)));
    by_key(&all, &far).first().copied()
}

fn distance(values: &[f64], at: &[f64]) -> f64 {
    let squares: Vec<f64> = values.iter().zip(at).map(|(value, at)| (value - at) * (value - at)).collect();
    (sum(&squares) / count(squares.len().max(1))).sqrt()
}
