//! Two editions of a definition.

use super::{accepted, refused};
use crate::api::sided;
use crate::data::Data;
use crate::edition;
use crate::instrument::Instrument;

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
        Ok(((old, _), (new, _))) => accepted(edition::diff(&old, &new), &[]),
        Err(found) => refused(&found),
    }
}
