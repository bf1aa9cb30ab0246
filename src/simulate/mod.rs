//! Simulated respondents: how scores, levels and advice would lie, before anybody is asked.
//!
//! ```text
//! manner, seed --[respondent]--> Response --[scoring, advice]--> tally --[view]--> Simulation
//! ```
//!
//! A respondent follows from the instrument, a manner and a seed alone: of a run with
//! the seed s the respondent i has the seed s + i, counted from 0 and modulo 2^32, so a
//! run of 2,000 is two runs of 1,000 one after the other. Answers are made, never
//! observed: what they show is what an instrument can say, not what people are like.

mod chance;
mod respondent;
mod tally;
mod view;
mod ways;

use crate::data::Data;
use crate::instrument::Instrument;
use crate::limits;
use crate::problem::{Problem, did_you_mean, quoted, refusal, suggest};
use crate::text::joined;
pub(crate) use respondent::Crowd;

/// How somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Any answer is as likely as another.
    Random,
    /// Always the last choice and the greatest number.
    Yes,
    /// Always the first choice and the least number.
    No,
    /// Always the middle; of two middles now one, now the other.
    Middle,
    /// One place in the list through a block of 5 to 12 items, then another.
    Careless,
    /// Around a level of one's own.
    Mixed,
    /// What has the most points as often as one knows it, else any answer.
    Knowing,
}

/// The manners, each with its name and what it is.
pub(crate) const MANNERS: [(Manner, &str, &str); 7] = [
    (Manner::Mixed, "mixed", "Each with a level of their own, answers scattered around it, as in real groups"),
    (Manner::Random, "random", "Any answer as likely as another"),
    (Manner::Yes, "yes", "Agrees with everything: the last choice, the greatest number"),
    (Manner::No, "no", "Agrees with nothing: the first choice, the least number"),
    (Manner::Middle, "middle", "The middle of everything"),
    (Manner::Careless, "careless", "The same place in the list for several questions in a row"),
    (Manner::Knowing, "knowing", "Right as often as each knows it, from never to always, else guessing"),
];

/// A manner by its name.
///
/// # Errors
/// `unknown-manner`.
pub(crate) fn manner(name: &str) -> Result<Manner, Vec<Problem>> {
    let found = MANNERS.iter().find(|(_, known, _)| *known == name);
    found.map(|(manner, ..)| *manner).ok_or_else(|| {
        let near = did_you_mean(name, &mut MANNERS.iter().map(|(_, known, _)| *known));
        let help = suggest(near, "use mixed, random, yes, no, middle, careless or knowing");
        refusal("unknown-manner", &["nobody answers in the manner ", &quoted(name)], &help)
    })
}

/// Simulates `n` respondents: `Simulation` of the types.
///
/// # Errors
/// `unknown-manner`; `bad-count`: none, or more than [`limits::RESPONDENTS`].
pub(crate) fn simulate<'d>(
    instrument: &'d Instrument,
    name: &str,
    n: usize,
    seed: u32,
) -> Result<Data<'d>, Vec<Problem>> {
    let manner = manner(name)?;
    if !(1..=limits::RESPONDENTS).contains(&n) {
        let message = ["cannot simulate ", &*n.to_string(), " respondents"];
        let help = joined(&["use 1 to ", &limits::RESPONDENTS.to_string()]);
        return Err(refusal("bad-count", &message, &help));
    }
    let crowd = Crowd::of(instrument);
    let mut tally = tally::Tally::of(instrument);
    for seed in seeds(seed).take(n) {
        tally.add(&crowd.respondent(manner, seed));
    }
    Ok(view::view(&tally, manner, seed))
}

/// The seeds of a run, one a respondent.
fn seeds(seed: u32) -> impl Iterator<Item = u32> {
    core::iter::successors(Some(seed), |seed| Some(seed.wrapping_add(1)))
}
