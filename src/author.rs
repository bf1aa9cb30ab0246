//! The facade for those who write definitions: what no reader of a result needs.
//!
//! The same rules as for [`crate::api`]: bytes in, data out, a refusal is a reply.

use crate::api::{problems, sided};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::lint::{self, RULES};
use crate::problem::Problem;
use crate::{edition, reference};

/// The instrument in short, with everything that is to be said of its quality:
/// `Reply<Checked>`. Warnings are those of the gate and findings of rules, in the
/// order of the file; notes among them are no faults. A definition that the gate
/// refuses is not looked into further.
pub fn check(definition: &[u8]) -> Data<'static> {
    let (instrument, warnings) = match Instrument::compile(definition) {
        Ok(compiled) => compiled,
        Err(refused) => return object! { "refused" => object! { "problems" => problems(&refused) } },
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
    object! { "ok" => object! { "value" => value, "warnings" => problems(&checked.problems) } }
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

/// The shape of a definition as JSON Schema (draft 7), on one line.
///
/// It refuses nothing that the first gate accepts. What only the gate knows it leaves open: where names lead, whether
/// expressions can be computed, whether numbers fit each other.
pub fn schema() -> String {
    reference::json_schema()
}

/// Every field of a definition and the language of expressions, for a page of reference:
/// `{areas, language}`.
///
/// ```text
/// areas     [{id, title, text, fields}]
/// fields    [{path, required, text, type, limits, default, example, also}]    texts; default and example as JSON, "" for none
/// language  {operators, truth, names, functions, pair}
/// operators [{signs, text}]                    from what binds loosest
/// truth     [{a, b, and, or}]                  yes, no, unknown
/// names     [{form, text}]
/// functions [{name, takes, value, unknown, example}]
/// pair      [{name, type, text}]               what rules for two people read
/// ```
///
/// `also` is the other place of a field that belongs to an object of two places.
pub fn reference() -> Data<'static> {
    reference::reference()
}

/// What changed between two editions of a definition, and what that does to old results: `Reply<Diff>`.
///
/// ```text
/// Diff      {old, new, changes, scores, links, answers, findings}
/// old, new  {id, version, title, fingerprint}
/// changes   [{list, id, field, what, effect, was, now}]
/// scores    [{kind, id, status, because, reworded}]
/// links     {open, text, add}
/// answers   {read, text}
/// findings  [{severity, id, text, help}]
/// ```
///
/// `what` is `added`, `removed`, `moved` or `changed`. `effect` is the most a change can do: `words`, wording and layout
/// alone; `results`, what is said of the same scores; `links`, the fingerprint and no score; `scores`. `was` and `now`
/// are the values of the field, texts as they are, others as JSON, `""` for none.
///
/// `status` is `comparable` if the same answers to the items of both editions give the same bits, and `changed`
/// otherwise, with reasons; `added` and `removed` for scores of one edition. `reworded` names items behind a score
/// that read otherwise: whether they still ask the same, only a person can tell.
///
/// `open` says how links of the old edition open on the page of the new one: `directly`, `by_edition` at the address
/// that `editions` gives, `named` and not opened, or `no`. `add` is the entry of `editions` that is missing, or `""`.
///
/// Refusals say which definition they concern: problems of the old one are at `/first` and what follows, of the new
/// one at `/second`; lines count within the file.
pub fn diff(old: &[u8], new: &[u8]) -> Data<'static> {
    match sided(Instrument::compile(old), Instrument::compile(new)) {
        Ok(((old, _), (new, _))) => {
            let warnings: Vec<Data> = Vec::new();
            object! { "ok" => object! { "value" => edition::diff(&old, &new), "warnings" => warnings } }
        }
        Err(found) => object! { "refused" => object! { "problems" => problems(&found) } },
    }
}
