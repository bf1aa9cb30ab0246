//! How the names in expressions are written.

use super::{Instrument, Kind, Options, Scored};
use crate::expression::{Name, PAIR_FACTS};
use crate::text::joined;

impl Instrument {
    /// A name as its author could have written it, `this` and `each` replaced.
    pub(crate) fn written(&self, name: Name) -> String {
        let id = |list: &str, n: usize| self.word(list, n, "id");
        let call = |function: &str, arguments: &str| joined(&[function, "(", arguments, ")"]);
        let both = |a: usize, b: usize| joined(&[id("items", a), ",", id("items", b)]);
        let is = |left: &str, word: &str| joined(&[left, " == '", word, "'"]);
        let part = |item: usize, part: usize| {
            let value = self.parts(item).map(|options| self.value(options, part)).unwrap_or_default();
            joined(&[id("items", item), ".", &value])
        };
        match name {
            Name::Item(n) => id("items", n).into(),
            Name::Part(n, p) => part(n, p),
            Name::Points(n) => call("points", id("items", n)),
            Name::PartPoints(n, p) => call("points", &part(n, p)),
            Name::Scale(n) => id("scales", n).into(),
            Name::Composite(n) => self.composite_id(n),
            Name::Band(n) => id("bands", n).into(),
            Name::Distance(a, b) => call("distance", &both(a, b)),
            Name::RankWeighted(a, b) => call("rank_weighted", &both(a, b)),
            Name::DontKnow(n) => call("dont_know", id("lists", n)),
            Name::Seconds => "seconds".into(),
            Name::FiredBefore => "fired_before".into(),
            Name::ChoiceIs(n, choice) => match self.items.get(n).map(|item| &item.kind) {
                Some(Kind::Choice(options)) => is(id("items", n), &self.value(options, choice)),
                _ => String::new(),
            },
            Name::RoleIs(role) => is("role", id("roles", role)),
            Name::Pair(fact) => PAIR_FACTS.iter().find(|(_, known, _)| *known == fact).map_or("", |(id, ..)| id).into(),
        }
    }

    /// The parts of an allocation, the options of a ranking, the rows of a grid.
    pub(crate) fn parts(&self, item: usize) -> Option<&Options> {
        match &self.items.get(item)?.kind {
            Kind::Allocation { parts: options, .. } | Kind::Ranking(options) | Kind::Grid { rows: options, .. } => {
                Some(options)
            }
            Kind::Wide(wide) => wide.options(),
            Kind::Choice(_) | Kind::Number { .. } => None,
        }
    }
}

impl Scored {
    /// The name that reads it.
    pub(super) fn name(self) -> Name {
        match self {
            Scored::Scale(n) => Name::Scale(n),
            Scored::Composite(n) => Name::Composite(n),
        }
    }
}
