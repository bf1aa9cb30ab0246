//! Which names an expression may use, and what they stand for.

use super::{Item, Kind, List, Scored};
use crate::definition::ChoiceValue;
use crate::expression::{self, Argument, Expression, Found, Name, PAIR_FACTS, Scope, Type};
use crate::limits;
use crate::problem::{Problems, did_you_mean, quoted, suggest};

type Fault = crate::expression::Fault;

/// Everything of a definition that has a name, by index.
#[derive(Default)]
pub(super) struct Registry {
    pub(super) roles: Vec<String>,
    pub(super) dimensions: Vec<String>,
    pub(super) items: Vec<Item>,
    /// Items whose kind has been refused: known, but not looked into.
    pub(super) broken: Vec<bool>,
    /// Where each item stands on the pages.
    pub(super) positions: Vec<Option<usize>>,
    pub(super) lists: Vec<List>,
    pub(super) scales: Vec<String>,
    pub(super) composites: Vec<String>,
    pub(super) bands: Vec<String>,
    /// Nodes of all expressions so far.
    pub(super) nodes: usize,
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Decides whether something at this position of the pages is shown.
    Show(usize),
    /// Reads scores.
    Scores,
    /// Reads scores and the rules of advice before it.
    Advice,
    /// Reads the pair view.
    Pair,
}

impl Registry {
    pub(super) fn item(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    pub(super) fn scale(&self, id: &str) -> Option<usize> {
        self.scales.iter().position(|scale| scale == id)
    }

    pub(super) fn composite(&self, id: &str) -> Option<usize> {
        self.composites.iter().position(|composite| composite == id)
    }

    /// The scale `dimension.name` or the composite `name.dimension`.
    pub(super) fn of_dimension(&self, name: &str, dimension: usize) -> Option<Scored> {
        let dimension = self.dimensions.get(dimension)?;
        let scale = self.scale(&[dimension, ".", name].concat()).map(Scored::Scale);
        scale.or_else(|| self.composite(&[name, ".", dimension].concat()).map(Scored::Composite))
    }

    /// Parses and checks an expression; a fault becomes a problem at `path`.
    pub(super) fn expression(
        &mut self,
        source: &str,
        want: Type,
        place: Place,
        dimension: Option<usize>,
        path: &str,
        problems: &mut Problems,
    ) -> Option<Expression> {
        // An empty source has been refused already.
        if source.is_empty() {
            return None;
        }
        let here = Here { names: self, place, dimension };
        let checked = expression::parse(source).and_then(|syntax| expression::check(&syntax, want, &here));
        match checked {
            Ok(expression) => {
                self.nodes += expression.nodes;
                if self.nodes > limits::ALL_NODES {
                    let help = "shorten lists used in expressions, or name shared parts as composites";
                    problems.error("expression-too-large", path, "all expressions together are too large".into(), help);
                    return None;
                }
                Some(expression)
            }
            Err(fault) => {
                problems.error_in(fault.code, path, fault.at, fault.message, &fault.help);
                None
            }
        }
    }
}

struct Here<'r> {
    names: &'r Registry,
    place: Place,
    dimension: Option<usize>,
}

impl Here<'_> {
    fn unknown(&self, name: &str, at: usize) -> Fault {
        let names = self.names;
        let candidates = names
            .items
            .iter()
            .map(|item| item.id.as_str())
            .chain(names.scales.iter().map(String::as_str))
            .chain(names.composites.iter().map(String::as_str))
            .chain(names.bands.iter().map(String::as_str))
            .chain(names.lists.iter().map(|list| list.id.as_str()))
            .chain(["role", "seconds", "fired_before"])
            .chain(PAIR_FACTS.iter().map(|(known, ..)| *known));
        let help = suggest(did_you_mean(name, candidates), "names are those of items, scales, composites, bands and lists");
        Fault::new("unknown-name", at, ["unknown name ", &quoted(name)].concat(), help)
    }

    fn scored(&self, scored: Scored) -> Found {
        let names = self.names;
        match scored {
            Scored::Scale(n) => Found::Number(Name::Scale(n), names.scales.get(n).cloned().unwrap_or_default()),
            Scored::Composite(n) => Found::Number(Name::Composite(n), names.composites.get(n).cloned().unwrap_or_default()),
        }
    }

    /// Refuses what may not be read at this place.
    fn allow(&self, found: Found, at: usize) -> Result<Found, Fault> {
        let item_before = |name: &Name| match (self.place, name) {
            (Place::Show(position), Name::Item(n) | Name::Part(n, _) | Name::ChoiceIs(n, _)) => {
                self.names.positions.get(*n).copied().flatten().is_some_and(|p| p < position)
            }
            (Place::Show(_), Name::RoleIs(_)) => true,
            (Place::Show(_), _) => false,
            (Place::Pair, name) => matches!(name, Name::Pair(_) | Name::PairTruth(_)),
            (_, Name::Pair(_) | Name::PairTruth(_)) => false,
            (Place::Scores, Name::FiredBefore) => false,
            _ => true,
        };
        let fine = match &found {
            Found::Number(name, _) | Found::Truth(name, _) => item_before(name),
            Found::Many(many) => many.iter().all(|(name, _)| item_before(name)),
        };
        if fine {
            return Ok(found);
        }
        let help = match self.place {
            Place::Show(_) => "what shows an item may read `role` and answers asked before it",
            Place::Pair => "rules of the pair view read the names that begin with `pair.`",
            _ => "`fired_before` belongs to advice, `pair.` names to rules of the pair view",
        };
        Err(Fault::new("not-available-here", at, "this name cannot be read here", help))
    }

    /// The raw number of a whole item.
    fn item_number(&self, n: usize, item: &Item, at: usize) -> Result<Found, Fault> {
        let label = item.id.clone();
        let broken = self.names.broken.get(n).copied().unwrap_or(true);
        let help = match &item.kind {
            _ if broken => return Ok(Found::Number(Name::Item(n), label)),
            Kind::Number { .. } => return Ok(Found::Number(Name::Item(n), label)),
            Kind::Choice { choices } if choices.iter().all(|c| c.number().is_some()) => {
                return Ok(Found::Number(Name::Item(n), label));
            }
            Kind::Allocation { parts, .. } => {
                let part = |(p, part): (usize, &super::Choice)| (Name::Part(n, p), [&label, ".", &part.id()].concat());
                return Ok(Found::Many(parts.iter().enumerate().map(part).collect()));
            }
            Kind::Choice { .. } => "its choices are words: compare it, as in `M4 == 'cost'`",
            Kind::Ranking { .. } => "name an option, as in `P1.speed`, for its rank",
            Kind::Grid { .. } => "name a row, as in `P2.speed`",
        };
        Err(Fault::new("expression-type", at, [&quoted(&label), " is not one number"].concat(), help))
    }

    fn part(&self, item: &str, part: &str, at: usize) -> Option<Result<Found, Fault>> {
        let n = self.names.item(item)?;
        let label = [item, ".", part].concat();
        let parts = match &self.names.items.get(n)?.kind {
            _ if self.names.broken.get(n).copied().unwrap_or(true) => return Some(Ok(Found::Number(Name::Item(n), label))),
            Kind::Allocation { parts, .. } => parts,
            Kind::Ranking { options } => options,
            Kind::Grid { rows, choices, .. } if choices.iter().all(|c| c.number().is_some()) => rows,
            _ => {
                let help = "allocations, rankings and grids of numbers have parts";
                return Some(Err(Fault::new("expression-type", at, "an item without such parts", help)));
            }
        };
        Some(match parts.iter().position(|p| p.id() == part) {
            Some(p) => Ok(Found::Number(Name::Part(n, p), label)),
            None => {
                let ids: Vec<String> = parts.iter().map(super::Choice::id).collect();
                let help = suggest(did_you_mean(part, ids.iter().map(String::as_str)), "see the parts of the item");
                Err(Fault::new("unknown-name", at, [&quoted(item), " has no part ", &quoted(part)].concat(), help))
            }
        })
    }

    fn list(&self, list: &List, at: usize) -> Result<Found, Fault> {
        let mut many = Vec::new();
        for n in &list.items {
            let Some(item) = self.names.items.get(*n) else { continue };
            match self.item_number(*n, item, at)? {
                Found::Number(name, label) => many.push((name, label)),
                _ => {
                    let message = [&quoted(&item.id), " in this list is not one number"].concat();
                    return Err(Fault::new("expression-type", at, message, "lists read as numbers hold such items only"));
                }
            }
        }
        Ok(Found::Many(many))
    }

    fn find(&self, name: &str, at: usize) -> Result<Found, Fault> {
        let names = self.names;
        if let Some(inner) = name.strip_prefix("this.") {
            let Some(dimension) = self.dimension else {
                let help = "`this` is a dimension where `each` is given, in states and in gates";
                return Err(Fault::new("not-available-here", at, "no dimension is in view here", help));
            };
            let found = names.of_dimension(inner, dimension);
            return found.map(|s| self.scored(s)).ok_or_else(|| self.unknown(inner, at));
        }
        if let Some(inner) = name.strip_prefix("each.") {
            let mut many = Vec::new();
            for dimension in 0..names.dimensions.len() {
                match names.of_dimension(inner, dimension).map(|s| self.scored(s)) {
                    Some(Found::Number(name, label)) => many.push((name, label)),
                    _ => return Err(self.unknown(inner, at)),
                }
            }
            return Ok(Found::Many(many));
        }
        if let Some((label, fact, truth)) = PAIR_FACTS.iter().find(|(known, ..)| *known == name) {
            let label = (*label).into();
            let found = if *truth { Found::Truth(Name::PairTruth(*fact), label) } else { Found::Number(Name::Pair(*fact), label) };
            return Ok(found);
        }
        match name {
            "seconds" => return Ok(Found::Number(Name::Seconds, name.into())),
            "fired_before" => return Ok(Found::Number(Name::FiredBefore, name.into())),
            _ => {}
        }
        if let Some((n, item)) = names.item(name).and_then(|n| Some((n, names.items.get(n)?))) {
            return self.item_number(n, item, at);
        }
        let scored = names.scale(name).map(Scored::Scale).or_else(|| names.composite(name).map(Scored::Composite));
        if let Some(scored) = scored {
            return Ok(self.scored(scored));
        }
        if let Some(n) = names.bands.iter().position(|band| band == name) {
            return Ok(Found::Number(Name::Band(n), name.into()));
        }
        if let Some(list) = names.lists.iter().find(|list| list.id == name) {
            return self.list(list, at);
        }
        let part = name.split_once('.').and_then(|(item, part)| self.part(item, part, at));
        part.unwrap_or_else(|| Err(self.unknown(name, at)))
    }
}

impl Scope for Here<'_> {
    fn name(&self, name: &str, at: usize) -> Result<Found, Fault> {
        self.allow(self.find(name, at)?, at)
    }

    fn lookup(&self, function: &str, arguments: &[Argument<'_>], at: usize) -> Result<Name, Fault> {
        let names = self.names;
        let item = |argument: &Argument<'_>| {
            let found = names.item(argument.name).and_then(|n| Some((n, names.items.get(n)?)));
            found.ok_or_else(|| self.unknown(argument.name, argument.at))
        };
        let name = match (function, arguments) {
            ("points", [one]) => self.points(one)?,
            ("distance", [first, second]) => {
                let ((a, first), (b, second)) = (item(first)?, item(second)?);
                match (&first.kind, &second.kind) {
                    (Kind::Allocation { parts: x, .. }, Kind::Allocation { parts: y, .. }) if same_ids(x, y) => Name::Distance(a, b),
                    _ => return Err(Fault::new("expression-type", at, "not two allocations of the same parts", "name two such items")),
                }
            }
            ("rank_weighted", [first, second]) => {
                let ((a, first), (b, second)) = (item(first)?, item(second)?);
                match (&first.kind, &second.kind) {
                    (Kind::Ranking { options }, Kind::Grid { rows, choices, .. })
                        if same_ids(options, rows) && choices.iter().all(|c| c.points.is_some()) =>
                    {
                        Name::RankWeighted(a, b)
                    }
                    _ => {
                        let help = "name a ranking and a grid whose rows are its options";
                        return Err(Fault::new("expression-type", at, "not a ranking and its grid", help));
                    }
                }
            }
            ("dont_know", [list]) => {
                let found = names.lists.iter().position(|known| known.id == list.name);
                Name::DontKnow(found.ok_or_else(|| self.unknown(list.name, list.at))?)
            }
            _ => {
                let help = "points(item), distance(allocation, allocation), rank_weighted(ranking, grid), dont_know(list)";
                return Err(Fault::new("expression-type", at, "a wrong number of arguments", help));
            }
        };
        self.allow(Found::Number(name, String::new()), at)?;
        Ok(name)
    }

    fn is(&self, name: &str, word: &str, at: usize) -> Result<Name, Fault> {
        let names = self.names;
        let missing = |ids: &[String]| {
            let help = suggest(did_you_mean(word, ids.iter().map(String::as_str)), "see the choices");
            Fault::new("unknown-name", at, [&quoted(name), " is never ", &quoted(word)].concat(), help)
        };
        let found = if name == "role" {
            Name::RoleIs(names.roles.iter().position(|role| role == word).ok_or_else(|| missing(&names.roles))?)
        } else {
            let found = names.item(name).and_then(|n| Some((n, names.items.get(n)?)));
            let (n, item) = found.ok_or_else(|| self.unknown(name, at))?;
            let Kind::Choice { choices } = &item.kind else {
                return Err(Fault::new("expression-type", at, "not an item of one choice", "compare parts as numbers"));
            };
            let ids: Vec<String> = choices.iter().map(super::Choice::id).collect();
            let choice = choices.iter().position(|c| c.value == ChoiceValue::Word(word.into()));
            Name::ChoiceIs(n, choice.ok_or_else(|| missing(&ids))?)
        };
        self.allow(Found::Truth(found, String::new()), at)?;
        Ok(found)
    }
}

impl Here<'_> {
    fn points(&self, argument: &Argument<'_>) -> Result<Name, Fault> {
        let (id, part) = argument.name.split_once('.').map_or((argument.name, None), |(id, part)| (id, Some(part)));
        let n = self.names.item(id).ok_or_else(|| self.unknown(argument.name, argument.at))?;
        let broken = self.names.broken.get(n).copied().unwrap_or(true);
        let Some(item) = self.names.items.get(n) else { return Err(self.unknown(id, argument.at)) };
        if broken {
            return Ok(Name::Points(n));
        }
        match part {
            None if item.has_points() => Ok(Name::Points(n)),
            Some(part) => match (self.part(id, part, argument.at), &item.kind) {
                (Some(Ok(Found::Number(Name::Part(n, p), _))), Kind::Grid { .. }) => Ok(Name::PartPoints(n, p)),
                (Some(Err(fault)), _) => Err(fault),
                _ => Err(no_points(argument)),
            },
            None => Err(no_points(argument)),
        }
    }
}

fn no_points(argument: &Argument<'_>) -> Fault {
    let help = "choices of numbers, numbers, rows of a grid and allocations with a curve have points";
    Fault::new("no-points", argument.at, [&quoted(argument.name), " has no points"].concat(), help)
}

/// Whether two sets of options are the same, in any order.
pub(super) fn same_ids(a: &[super::Choice], b: &[super::Choice]) -> bool {
    a.len() == b.len() && a.iter().all(|x| b.iter().any(|y| x.value == y.value))
}
