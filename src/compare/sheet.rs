//! One of the two: what is known of each side alone.

use crate::advice::{Fired, select};
use crate::data::{Data, object};
use crate::instrument::Instrument;
use crate::pick::{Picked, picks};
use crate::report::Composer;
use crate::response::Response;
use crate::scoring::{Outcome, Status, View, scale_view, score};

/// A response with all that follows from it.
pub(super) struct Sheet<'r> {
    response: &'r Response,
    pub(super) outcome: Outcome,
    picks: Vec<Picked>,
    pub(super) fired: Vec<Fired>,
}

impl<'r> Sheet<'r> {
    /// Scores a response.
    pub(super) fn of(instrument: &Instrument, response: &'r Response) -> Self {
        let outcome = score(instrument, response);
        let view = View { instrument, response, derived: &outcome.derived, fired_before: 0 };
        let picks = picks(&view);
        let fired = select(instrument, response, &outcome.derived, &picks);
        Sheet { response, outcome, picks, fired }
    }

    /// What puts it into words.
    pub(super) fn composer<'d>(&self, instrument: &'d Instrument) -> Composer<'d, '_>
    where
        'd: 'r,
    {
        Composer::new(instrument, self.response, &self.outcome, &self.picks)
    }

    /// `Person` of the types.
    pub(super) fn person<'d>(&self, instrument: &'d Instrument) -> Data<'d>
    where
        'd: 'r,
    {
        let composer = self.composer(instrument);
        let role = |key: &str| self.response.role.map_or(Data::Null, |role| instrument.part("roles", role, key));
        let scales = &self.outcome.scales;
        let status = scales.iter().fold(Status::Scored, |status, score| status.min(score.status));
        let scale = &mut |n: usize| scales.get(n).map_or(Data::Null, |score| scale_view(instrument, n, score));
        object! {
            "role" => role("id"),
            "role_label" => role("label"),
            "status" => status.word(),
            "scales" => Data::each(scales.len(), scale),
            "picture" => composer.picture(),
            "dimensions" => Data::each(instrument.dimensions(), &mut |d| composer.dimension(d)),
        }
    }
}
