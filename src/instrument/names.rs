//! What has a name, and which names an expression may use.

use super::{From, Item, Kind, Options, Scored, own, value};
use crate::expression::{self, Argument, Expression, Fault, Found, Name, PAIR_FACTS, Scope, Type};
use crate::json::{Index, Node, Value};
use crate::limits;
use crate::problem::{Problems, did_you_mean, nth, quoted, suggest};
use crate::text::joined;

/// Everything of a definition that has a name.
pub(super) struct Names<'d> {
    pub(super) root: &'d Node,
    pub(super) items: Vec<Item>,
    /// Items by identifier.
    pub(super) index: Index<'d>,
    /// Items that have been refused: known, but not looked into.
    pub(super) broken: Vec<bool>,
    /// By item its place in the order they are asked; none for those on no page.
    pub(super) places: Vec<Option<usize>>,
    pub(super) lists: Vec<Vec<usize>>,
    /// Composites with the copies for each dimension: identifier, entry, dimension.
    pub(super) composites: Vec<(String, usize, Option<usize>)>,
    /// Nodes of all expressions so far.
    pub(super) nodes: usize,
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Decides whether something is shown, at this position of the pages.
    Show(usize),
    /// Reads scores.
    Scores,
    /// Reads scores and the rules of advice before it.
    Advice,
    /// Reads the pair view.
    Pair,
}

/// The lists whose entries have identifiers; those of the first share the names
/// that expressions read.
const READABLE: [&str; 5] = ["items", "scales", "composites", "bands", "lists"];
const APART: [&str; 8] = ["roles", "dimensions", "choice_sets", "states", "picks", "tallies", "notes", "rules"];

impl<'d> Names<'d> {
    /// Collects every identifier and refuses those that occur twice.
    pub(super) fn collect(root: &'d Node, problems: &mut Problems) -> Self {
        let index = Index::of(root.get("items"));
        let mut readable: Vec<(&str, String)> = Vec::new();
        for list in READABLE {
            entries(root.get(list), &joined(&["/", list]), &mut readable);
        }
        for (id, path) in &readable {
            let reserved =
                ["this", "each", "pair", "role", "seconds", "fired_before", "and", "or", "not", "true", "false"];
            if reserved.contains(id) {
                problems.error(
                    "reserved-word",
                    path,
                    &[&quoted(id), " has a meaning in expressions"],
                    "choose another identifier",
                );
            }
        }
        unique(&readable, problems);
        for list in APART {
            let mut ids = Vec::new();
            match list {
                "rules" => entries(root.get("advice").get(list), "/advice/rules", &mut ids),
                _ => entries(root.get(list), &joined(&["/", list]), &mut ids),
            }
            unique(&ids, problems);
        }
        let mut composites = Vec::new();
        for (n, node) in root.get("composites").list().iter().enumerate() {
            let id = node.get("id").text();
            if node.get("each").is_null() {
                composites.push((id.into(), n, None));
                continue;
            }
            if root.get("dimensions").list().is_empty() {
                let path = nth("/composites", n);
                let help = "define `dimensions`, or leave `each` out";
                problems.error("no-dimensions", &path, &["`each` without dimensions"], help);
            }
            for (d, dimension) in root.get("dimensions").list().iter().enumerate() {
                composites.push((joined(&[id, ".", dimension.get("id").text()]), n, Some(d)));
            }
        }
        if composites.len() > limits::ENTRIES {
            let message =
                ["more than ", &limits::ENTRIES.to_string(), " composites, with one for each dimension counted"];
            problems.error("too-many", "/composites", &message, "split the instrument");
            composites.clear();
        }
        // `lead.demand` may be a scale, the copy of a composite, or a part of an
        // item, but only one of them.
        for (n, scale) in root.get("scales").list().iter().enumerate() {
            let id = scale.get("id").text();
            let item = id.split_once('.').is_some_and(|(item, _)| index.position(item).is_some());
            if item || composites.iter().any(|(composite, _, dimension)| composite == id && dimension.is_some()) {
                let help = "give each its own identifier: answers and scores are kept by it";
                problems.error(
                    "repeated-identifier",
                    &nth("/scales", n),
                    &[&quoted(id), " is also called otherwise"],
                    help,
                );
            }
        }
        Names {
            root,
            items: Vec::new(),
            index,
            broken: Vec::new(),
            places: Vec::new(),
            lists: Vec::new(),
            composites,
            nodes: 0,
        }
    }

    pub(super) fn dimensions(&self) -> usize {
        self.root.get("dimensions").list().len()
    }

    pub(super) fn id(&self, list: &str, n: usize) -> &'d str {
        self.root.get(list).entry(n).get("id").text()
    }

    pub(super) fn is_broken(&self, item: usize) -> bool {
        self.broken.get(item).copied().unwrap_or(true)
    }

    /// Choices, parts, options or rows as they are written.
    pub(super) fn choices(&self, options: &Options) -> &'d [Node] {
        let holder = match options.from {
            From::Item(n) => own(self.root.get("items").entry(n)),
            From::Set(n) => self.root.get("choice_sets").entry(n),
        };
        holder.get("choices").list()
    }

    /// Whether each of them has a number as its value.
    fn all_numbers(&self, options: &Options) -> bool {
        self.choices(options).iter().all(|choice| choice.get("value").number().is_some())
    }

    /// Whether two sets of options have the same values, in any order.
    pub(super) fn same(&self, a: &Options, b: &Options) -> bool {
        let (a, b) = (self.choices(a), self.choices(b));
        a.len() == b.len() && a.iter().all(|x| b.iter().any(|y| value(x) == value(y)))
    }

    /// The entry of a list that a node names; none for an absent node, and with
    /// a problem for a name that leads nowhere.
    pub(super) fn refer(&self, list: &str, node: &Node, path: &str, problems: &mut Problems) -> Option<usize> {
        let id = node.text();
        let holder = if list == "rules" { self.root.get("advice") } else { self.root };
        let entries = holder.get(list);
        let found = if list == "items" { self.index.position(id) } else { entries.position(id) };
        // A malformed name has been reported already; suggestions are dear.
        if found.is_none() && !id.is_empty() && !problems.is_full() && !problems.any_in(path) {
            let mut known = entries.list().iter().map(|entry| entry.get("id").text());
            let help = suggest(did_you_mean(id, &mut known), "define it, or correct the reference");
            problems.error("unknown-reference", path, &["nothing in `", list, "` is called ", &quoted(id)], &help);
        }
        found.filter(|_| !id.is_empty())
    }

    /// The composite a node names.
    pub(super) fn composite(&self, node: &Node, path: &str, problems: &mut Problems) -> Option<usize> {
        let id = node.text();
        let found = self.composites.iter().position(|(known, ..)| known == id);
        if found.is_none() && !id.is_empty() && !problems.any_in(path) {
            let help = suggest(
                did_you_mean(id, &mut self.composites.iter().map(|(known, ..)| known.as_str())),
                "define it, or correct the reference",
            );
            problems.error("unknown-reference", path, &["there is no composite ", &quoted(id)], &help);
        }
        found
    }

    /// The scale or the composite that a node names.
    pub(super) fn scored(&self, node: &Node, path: &str, problems: &mut Problems) -> Option<Scored> {
        let id = node.text();
        // A malformed name has been reported already.
        if id.is_empty() || problems.any_in(path) {
            return None;
        }
        let scale = self.root.get("scales").position(id).map(Scored::Scale);
        let composite = || self.composites.iter().position(|(known, ..)| known == id).map(Scored::Composite);
        let found = scale.or_else(composite);
        if found.is_none() {
            let help = "name a scale or a composite";
            problems.error("unknown-reference", path, &["there is no score ", &quoted(id)], help);
        }
        found
    }

    /// The scale `dimension.name` or the composite `name.dimension`.
    pub(super) fn of_dimension(&self, name: &str, dimension: usize) -> Option<Scored> {
        let dimension = self.id("dimensions", dimension);
        let scale = self.root.get("scales").position(&joined(&[dimension, ".", name]));
        let id = joined(&[name, ".", dimension]);
        scale
            .map(Scored::Scale)
            .or_else(|| self.composites.iter().position(|(known, ..)| *known == id).map(Scored::Composite))
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
        // What is absent or malformed has been reported already.
        if source.is_empty() || problems.is_full() || problems.any_in(path) {
            return None;
        }
        let here = Here { names: self, place, dimension };
        let checked = expression::parse(source).and_then(|syntax| expression::check(&syntax, want, &here));
        match checked {
            Ok((expression, nodes)) => {
                self.nodes += nodes;
                if self.nodes > limits::ALL_NODES {
                    let help = "shorten lists used in expressions, or name shared parts as composites";
                    problems.error("expression-too-large", path, &["all expressions together are too large"], help);
                    return None;
                }
                Some(expression)
            }
            Err(fault) => {
                problems.error_in(fault.code, path, fault.at, &fault.message, &fault.help);
                None
            }
        }
    }
}

fn entries<'d>(list: &'d Node, path: &str, into: &mut Vec<(&'d str, String)>) {
    for (n, entry) in list.list().iter().enumerate() {
        into.push((entry.get("id").text(), nth(path, n)));
    }
}

fn unique(entries: &[(&str, String)], problems: &mut Problems) {
    let mut sorted: Vec<&(&str, String)> = Vec::new();
    for entry in entries.iter().filter(|(id, _)| !id.is_empty()) {
        let (id, path) = entry;
        match sorted.binary_search_by(|(other, _)| other.cmp(id)) {
            Err(at) => sorted.insert(at, entry),
            Ok(at) => {
                let first = sorted.get(at).map_or("", |(_, path)| path.as_str());
                let help = "give each its own identifier: answers and scores are kept by it";
                problems.error("repeated-identifier", path, &[&quoted(id), " is already defined at ", first], help);
            }
        }
    }
}

struct Here<'r> {
    names: &'r Names<'r>,
    place: Place,
    dimension: Option<usize>,
}

#[cold]
#[inline(never)]
fn fault(code: &'static str, at: usize, message: &[&str], help: &str) -> Fault {
    Fault::new(code, at, message.concat(), help)
}

impl Here<'_> {
    fn unknown(&self, name: &str, at: usize) -> Fault {
        let names = self.names;
        let mut known: Vec<&str> = vec!["role", "seconds", "fired_before"];
        for list in READABLE {
            known.extend(names.root.get(list).list().iter().map(|entry| entry.get("id").text()));
        }
        known.extend(names.composites.iter().map(|(id, ..)| id.as_str()));
        known.extend(PAIR_FACTS.iter().map(|(id, ..)| *id));
        let help = suggest(
            did_you_mean(name, &mut known.into_iter()),
            "names are those of items, scales, composites, bands and lists",
        );
        fault("unknown-name", at, &["unknown name ", &quoted(name)], &help)
    }

    fn known_item(&self, id: &str) -> Option<(usize, &Item)> {
        let n = self.names.index.position(id)?;
        Some((n, self.names.items.get(n)?))
    }

    fn item(&self, id: &str, at: usize) -> Result<(usize, &Item), Fault> {
        self.known_item(id).ok_or_else(|| self.unknown(id, at))
    }

    /// Whether a name may be read at this place.
    fn may(&self, name: Name) -> bool {
        match (self.place, name) {
            (Place::Show(position), Name::Item(n) | Name::Part(n, _) | Name::ChoiceIs(n, _)) => {
                self.names.places.get(n).copied().flatten().is_some_and(|place| place < position)
            }
            (Place::Show(_), name) => matches!(name, Name::RoleIs(_)),
            (Place::Pair, name) => matches!(name, Name::Pair(_)),
            (_, Name::Pair(_)) | (Place::Scores, Name::FiredBefore) => false,
            _ => true,
        }
    }

    fn not_here(&self, at: usize) -> Fault {
        let help = match self.place {
            Place::Show(_) => "what shows an item may read `role` and answers asked before it",
            Place::Pair => "rules of the pair view read the names that begin with `pair.`",
            _ => "`fired_before` belongs to advice, `pair.` names to rules of the pair view",
        };
        fault("not-available-here", at, &["this name cannot be read here"], help)
    }

    /// The raw number of a whole item, or of its parts.
    fn raw(&self, n: usize, item: &Item, at: usize) -> Result<Found, Fault> {
        let label = self.names.id("items", n);
        let help = match &item.kind {
            Kind::Number { .. } => return Ok(Found::Number(Name::Item(n))),
            Kind::Choice(options) if self.names.all_numbers(options) => return Ok(Found::Number(Name::Item(n))),
            Kind::Allocation { parts, .. } => {
                return Ok(Found::Many((0..parts.len()).map(|part| Name::Part(n, part)).collect()));
            }
            Kind::Choice(_) => "its choices are words: compare it, as in `M4 == 'cost'`",
            Kind::Wide(wide) if wide.options().is_some() => return Ok(Found::Number(Name::Item(n))),
            Kind::Wide(_) => "words cannot be computed with",
            Kind::Ranking(_) => "name an option, as in `P1.speed`, for its rank",
            Kind::Grid { .. } => "name a row, as in `P2.speed`",
        };
        Err(fault("expression-type", at, &[&quoted(label), " is not one number"], help))
    }

    /// A part, an option's rank or a row: `item.part`.
    fn part(&self, name: &str, at: usize) -> Result<(Name, bool), Fault> {
        let Some((id, part)) = name.split_once('.') else { return Err(self.unknown(name, at)) };
        let Some((n, item)) = self.known_item(id) else { return Err(self.unknown(name, at)) };
        let several = if let Kind::Wide(wide) = &item.kind { wide.options() } else { None };
        let (options, graded) = match &item.kind {
            _ if self.names.is_broken(n) => return Ok((Name::Item(n), false)),
            Kind::Wide(_) => (several.ok_or_else(|| self.unknown(name, at))?, false),
            Kind::Allocation { parts, .. } => (parts, false),
            Kind::Ranking(options) => (options, false),
            Kind::Grid { rows, choices, .. } if self.names.all_numbers(choices) => (rows, choices.all_points()),
            _ => {
                let help = "allocations, rankings and grids of numbers have parts";
                return Err(fault("expression-type", at, &["an item without such parts"], help));
            }
        };
        let written = self.names.choices(options);
        match written.iter().position(|choice| value(choice) == part) {
            Some(p) => Ok((Name::Part(n, p), graded)),
            None => {
                let near = did_you_mean(part, &mut written.iter().map(|choice| choice.get("value").text()));
                let help = suggest(near, "see the parts of the item");
                Err(fault("unknown-name", at, &[&quoted(id), " has no part ", &quoted(part)], &help))
            }
        }
    }

    fn list(&self, list: &[usize], at: usize) -> Result<Found, Fault> {
        let mut many = Vec::new();
        for n in list {
            let Some(item) = self.names.items.get(*n) else { continue };
            match self.raw(*n, item, at)? {
                Found::Number(name) => many.push(name),
                _ => {
                    let message = [&*quoted(self.names.id("items", *n)), " in this list is not one number"];
                    return Err(fault("expression-type", at, &message, "lists read as numbers hold such items only"));
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
                return Err(fault("not-available-here", at, &["no dimension is in view here"], help));
            };
            let found = names.of_dimension(inner, dimension).ok_or_else(|| self.unknown(inner, at))?;
            return Ok(Found::Number(found.name()));
        }
        if let Some(inner) = name.strip_prefix("each.") {
            let mut many = Vec::new();
            for dimension in 0..names.dimensions() {
                many.push(names.of_dimension(inner, dimension).ok_or_else(|| self.unknown(inner, at))?.name());
            }
            return Ok(Found::Many(many));
        }
        if let Some((_, fact, truth)) = PAIR_FACTS.iter().find(|(known, ..)| *known == name) {
            let found = Name::Pair(*fact);
            return Ok(if *truth { Found::Truth(found) } else { Found::Number(found) });
        }
        match name {
            "seconds" => return Ok(Found::Number(Name::Seconds)),
            "fired_before" => return Ok(Found::Number(Name::FiredBefore)),
            _ => {}
        }
        // Suggestions for a name are dear, and most names that are no item are something else.
        if let Some((n, item)) = self.known_item(name) {
            return self.raw(n, item, at);
        }
        let composite = || names.composites.iter().position(|(id, ..)| id == name);
        if let Some(n) = names.root.get("scales").position(name) {
            return Ok(Found::Number(Name::Scale(n)));
        }
        if let Some(n) = composite() {
            return Ok(Found::Number(Name::Composite(n)));
        }
        if let Some(n) = names.root.get("bands").position(name) {
            return Ok(Found::Number(Name::Band(n)));
        }
        if let Some(list) = names.root.get("lists").position(name).and_then(|n| names.lists.get(n)) {
            return self.list(list, at);
        }
        self.part(name, at).map(|(found, _)| Found::Number(found))
    }

    fn points(&self, argument: &Argument<'_>) -> Result<Name, Fault> {
        let Argument { name, at } = *argument;
        if name.split_once('.').is_some() {
            if let (Name::Part(n, p), true) = self.part(name, at)? {
                return Ok(Name::PartPoints(n, p));
            }
        } else {
            let (n, item) = self.item(name, at)?;
            if item.has_points() || self.names.is_broken(n) {
                return Ok(Name::Points(n));
            }
        }
        let help = "choices of numbers, numbers, rows of a grid and allocations with a curve have points";
        Err(fault("no-points", at, &[&quoted(name), " has no points"], help))
    }
}

impl Scope for Here<'_> {
    fn name(&self, name: &str, at: usize) -> Result<Found, Fault> {
        let found = self.find(name, at)?;
        let fine = match &found {
            Found::Number(name) | Found::Truth(name) => self.may(*name),
            Found::Many(many) => many.iter().all(|name| self.may(*name)),
        };
        if fine { Ok(found) } else { Err(self.not_here(at)) }
    }

    fn lookup(&self, function: &str, arguments: &[Argument<'_>], at: usize) -> Result<Name, Fault> {
        let name = match (function, arguments) {
            ("points", [one]) => self.points(one)?,
            ("dont_know", [list]) => {
                let found = self.names.root.get("lists").position(list.name);
                Name::DontKnow(found.ok_or_else(|| self.unknown(list.name, list.at))?)
            }
            ("distance" | "rank_weighted", [first, second]) => {
                let ((a, first), (b, second)) = (self.item(first.name, first.at)?, self.item(second.name, second.at)?);
                let distance = function == "distance";
                let fits = match (&first.kind, &second.kind) {
                    _ if self.names.is_broken(a) || self.names.is_broken(b) => true,
                    (Kind::Allocation { parts: x, .. }, Kind::Allocation { parts: y, .. }) => {
                        distance && self.names.same(x, y)
                    }
                    (Kind::Ranking(x), Kind::Grid { rows: y, choices, .. }) => {
                        !distance && choices.all_points() && self.names.same(x, y)
                    }
                    _ => false,
                };
                if !fits {
                    let help = "`distance` takes two allocations of the same parts, `rank_weighted` a ranking and a grid of its options";
                    return Err(fault("expression-type", at, &["these items do not belong together"], help));
                }
                if distance { Name::Distance(a, b) } else { Name::RankWeighted(a, b) }
            }
            _ => {
                let help =
                    "points(item), distance(allocation, allocation), rank_weighted(ranking, grid), dont_know(list)";
                return Err(fault("expression-type", at, &["a wrong number of arguments"], help));
            }
        };
        if self.may(name) { Ok(name) } else { Err(self.not_here(at)) }
    }

    fn is(&self, name: &str, word: &str, at: usize) -> Result<Name, Fault> {
        let (known, found): (Vec<String>, _) = if name == "role" {
            let roles = self.names.root.get("roles").list();
            let found = self.names.root.get("roles").position(word).map(Name::RoleIs);
            (roles.iter().map(|role| role.get("id").text().into()).collect(), found)
        } else {
            let (n, item) = self.item(name, at)?;
            let Kind::Choice(options) = &item.kind else {
                return Err(fault("expression-type", at, &["not an item of one choice"], "compare parts as numbers"));
            };
            let written = self.names.choices(options);
            let is = |choice: &Node| matches!(&choice.get("value").value, Value::Text(text) if text == word);
            (written.iter().map(value).collect(), written.iter().position(is).map(|choice| Name::ChoiceIs(n, choice)))
        };
        match found {
            Some(found) if self.may(found) => Ok(found),
            Some(_) => Err(self.not_here(at)),
            None => {
                let help = suggest(did_you_mean(word, &mut known.iter().map(String::as_str)), "see the choices");
                Err(fault("unknown-name", at, &[&quoted(name), " is never ", &quoted(word)], &help))
            }
        }
    }
}
