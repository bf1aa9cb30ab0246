//! Simulated respondents.

use crate::api::{Assessment, problems};
use crate::data::{Data, object};
use crate::link;
use crate::simulate::{self, Crowd, MANNERS};

/// The manners in which respondents are simulated: `[{id, title}]`, what is nearest to
/// real groups first.
pub fn manners() -> Data<'static> {
    Data::List(MANNERS.iter().map(|(_, id, title)| object! { "id" => *id, "title" => *title }).collect())
}

impl Assessment {
    /// What `n` simulated respondents got: `Reply<Simulation>`, with every warning.
    ///
    /// ```text
    /// Simulation      {n, kind, seed, scales, metrics, bands, states, advice, archetypes, quiz, never, always}
    /// scales, metrics [{id, title, scored, provisional, none, min, p10, p25, p50, p75, p90, max, mean, sd, range, histogram}]
    /// bands           [{id, title, none, levels: [{id, title, n}]}]          after the gates
    /// states          [{id, title, none, states: [{id, title, n}]}]          by dimension
    /// advice          [{id, title, n, triggered}]                            given, and applied
    /// archetypes      {none, list: [{id, title, n}]} or null                 the nearest
    /// quiz            {passed, failed, none} or null
    /// never, always   [{kind, of, id, title}]                                level, state, advice, archetype
    /// ```
    ///
    /// `kind` is one of [`manners`], `n` 1 to [`crate::limits::RESPONDENTS`]. The same
    /// arguments give the same reply; respondent `i`, from 0, is the one of the seed
    /// `seed + i`, modulo 2^32. Numbers lie in `range`, from which `histogram` counts
    /// twenty parts of one width, the upper end of each in the next one. Provisional
    /// numbers are among them. Quantiles are of definition 2 of Hyndman and Fan (1996),
    /// `sd` is that of a sample; null where there are too few numbers.
    ///
    /// `unknown-manner` and `bad-count` refuse.
    pub fn simulate(&self, kind: &str, n: usize, seed: u32) -> Data<'_> {
        self.reply(problems(self.problems()), &mut |instrument| simulate::simulate(instrument, kind, n, seed))
    }

    /// The answers of one simulated respondent, as the JSON text of an answers document:
    /// `Reply<string>`. `unknown-manner` refuses.
    pub fn random(&self, kind: &str, seed: u32) -> Data<'_> {
        self.reply(Data::List(Vec::new()), &mut |instrument| {
            let response = Crowd::of(instrument).respondent(simulate::manner(kind)?, seed);
            Ok(Data::Owned(link::document(instrument, &response)))
        })
    }
}
