//! The quality of an instrument.

use super::{accepted, refused};
use crate::api::problems;
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::lint::{self, RULES};
use crate::problem::Problem;

/// The instrument in short, with everything that is to be said of its quality:
/// `Reply<Checked>`. Warnings are those of the gate and findings of rules, in the
/// order of the file; notes among them are no faults. A definition that the gate
/// refuses is not looked into further.
pub fn check(definition: &[u8]) -> Data<'static> {
    let (instrument, warnings) = match Instrument::compile(definition) {
        Ok(compiled) => compiled,
        Err(found) => return refused(&found),
    };
    let checked = lint::check(&instrument, warnings, definition);
    let word = |field: &str| instrument.words.get(field).text().to_owned();
    let value = object! {
        "id" => word("id"),
        "version" => word("version"),
        "title" => word("title"),
        "fingerprint" => instrument.mark(),
        "silenced" => silenced(&checked.silenced),
    };
    accepted(value, &checked.problems)
}

/// Findings that the definition silences, each with its reason.
fn silenced(findings: &[(Problem, String)]) -> Vec<Data<'static>> {
    let mut list = Vec::new();
    for (problem, reason) in findings {
        let problem = problems(core::slice::from_ref(problem));
        list.push(
            object! { "problem" => problem.list().first().cloned().unwrap_or(Data::Null), "reason" => reason.clone() },
        );
    }
    list
}

/// The documentation of the rules of [`check`]: a list of `LintRule`.
pub fn rules() -> Data<'static> {
    let mut list = Vec::new();
    for rule in RULES {
        list.push(object! {
            "code" => rule.code,
            "severity" => rule.severity.word(),
            "why" => rule.why,
            "example" => rule.example,
            "mend" => rule.mend,
        });
    }
    Data::List(list)
}
