//! The first gate: definition in, instrument or every problem out.

use super::names::{Place, Registry};
use super::resolve::{self, unknown};
use super::{Band, Composite, Gate, Instrument, Level, List, Member, Role, Scale, Step, fingerprint, report_parts};
use crate::definition::{self, Definition, join, nth};
use crate::expression::{Name, Type};
use crate::json;
use crate::limits;
use crate::problem::{Problem, Problems, quoted};

impl Instrument {
    /// Reads, checks and resolves a definition of format 1.
    ///
    /// Returns the instrument with warnings.
    ///
    /// # Errors
    /// Every problem found, at most [`limits::PROBLEMS`], each with its code,
    /// JSON pointer, line and column. A text that is not JSON gives one problem.
    pub fn compile(bytes: &[u8]) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let root = json::parse(bytes, limits::DEFINITION_BYTES)?;
        let mut problems = Problems::default();
        let definition = definition::parse(&root, &mut problems);
        let instrument = build(definition, &mut problems);
        let refused = problems.any_error();
        let mut list = problems.into_list();
        json::locate(&mut list, &root, bytes);
        match instrument {
            Some(instrument) if !refused => Ok((instrument, list)),
            _ => Err(list),
        }
    }
}

fn build(mut definition: Definition, problems: &mut Problems) -> Option<Instrument> {
    let mut names = register(&definition, problems);
    resolve::items(&mut definition, &mut names, problems);
    lists(&definition, &mut names, problems);
    pages(&definition, &mut names, problems);
    let scales = scales(&definition, &mut names, problems);
    let composites = composites(&definition, &mut names, problems);
    let bands = bands(&definition, &mut names, problems);
    let order = order(&composites, &bands, &definition, problems);
    let parts = report_parts::build(&mut definition, &mut names, problems);
    let roles = roles(&definition, problems);
    if problems.any_error() {
        return None;
    }
    let mut instrument = Instrument {
        id: definition.id,
        version: definition.version,
        title: definition.title,
        license: definition.license,
        source: definition.source,
        about: definition.about,
        dont_know: definition.dont_know,
        fingerprint: 0,
        roles,
        dimensions: definition.dimensions,
        sequence: sequence(&names.positions),
        items: names.items,
        lists: names.lists,
        scales,
        composites: composites.into_iter().flatten().collect(),
        bands: bands.into_iter().flatten().collect(),
        order,
        states: parts.states,
        picks: parts.picks,
        tallies: parts.tallies,
        notes: parts.notes,
        notes_closing: definition.notes_closing,
        picture: parts.picture,
        appraisals: parts.appraisals,
        shifts: parts.shifts,
        advice: parts.advice,
        marks: parts.marks,
    };
    instrument.fingerprint = fingerprint::fingerprint(&instrument);
    Some(instrument)
}

/// Collects every identifier and refuses those that occur twice.
fn register(definition: &Definition, problems: &mut Problems) -> Registry {
    let mut names = Registry::default();
    let mut readable: Vec<(&str, String)> = Vec::new();
    let mut note = |id, path: String| readable.push((id, path));
    for (n, item) in definition.items.iter().enumerate() {
        note(&item.id, nth("/items", n));
    }
    for (n, scale) in definition.scales.iter().enumerate() {
        note(&scale.id, nth("/scales", n));
        names.scales.push(scale.id.clone());
    }
    names.dimensions = definition.dimensions.iter().map(|d| d.id.clone()).collect();
    for (n, composite) in definition.composites.iter().enumerate() {
        note(&composite.id, nth("/composites", n));
        if composite.each {
            let ids = names.dimensions.iter().map(|d| [&composite.id, ".", d].concat());
            names.composites.extend(ids);
        } else {
            names.composites.push(composite.id.clone());
        }
    }
    for (n, band) in definition.bands.iter().enumerate() {
        note(&band.id, nth("/bands", n));
        names.bands.push(band.id.clone());
    }
    for (n, list) in definition.lists.iter().enumerate() {
        note(&list.id, nth("/lists", n));
    }
    for (id, path) in &readable {
        let reserved = ["this", "each", "pair", "role", "seconds", "fired_before", "and", "or", "not", "true", "false"];
        if reserved.contains(id) {
            let message = [&quoted(id), " has a meaning in expressions"].concat();
            problems.error("reserved-word", path, message, "choose another identifier");
        }
    }
    unique(&readable, problems);
    names.roles = definition.roles.iter().map(|r| r.id.clone()).collect();
    let apart: [(&str, Vec<&str>); 8] = [
        ("/roles", definition.roles.iter().map(|x| x.id.as_str()).collect()),
        ("/dimensions", definition.dimensions.iter().map(|x| x.id.as_str()).collect()),
        ("/choice_sets", definition.choice_sets.iter().map(|x| x.id.as_str()).collect()),
        ("/states", definition.states.iter().map(|x| x.id.as_str()).collect()),
        ("/picks", definition.picks.iter().map(|x| x.id.as_str()).collect()),
        ("/tallies", definition.tallies.iter().map(|x| x.id.as_str()).collect()),
        ("/notes", definition.notes.iter().map(|x| x.id.as_str()).collect()),
        ("/advice/rules", definition.advice.rules.iter().map(|x| x.id.as_str()).collect()),
    ];
    for (path, ids) in apart {
        let entries: Vec<(&str, String)> = ids.into_iter().enumerate().map(|(n, id)| (id, nth(path, n))).collect();
        unique(&entries, problems);
    }
    names
}

fn unique(entries: &[(&str, String)], problems: &mut Problems) {
    for (n, (id, path)) in entries.iter().enumerate() {
        let before = entries.iter().take(n).find(|(other, _)| other == id && !id.is_empty());
        if let Some((_, first)) = before {
            let message = [&quoted(id), " is already defined at ", first].concat();
            problems.error("repeated-identifier", path, message, "give each its own identifier: answers and scores are kept by it");
        }
    }
}

fn roles(definition: &Definition, problems: &mut Problems) -> Vec<Role> {
    let position = |id: &str| definition.roles.iter().position(|role| role.id == id);
    let mut roles = Vec::new();
    for (n, role) in definition.roles.iter().enumerate() {
        let counterpart = role.counterpart.as_deref().and_then(position);
        if let (Some(id), None) = (&role.counterpart, counterpart) {
            let known = &mut definition.roles.iter().map(|r| r.id.as_str());
            unknown("role", id, known, &join(&nth("/roles", n), "counterpart"), problems);
        }
        roles.push(Role { id: role.id.clone(), label: role.label.clone(), counterpart });
    }
    roles
}

fn lists(definition: &Definition, names: &mut Registry, problems: &mut Problems) {
    for (n, list) in definition.lists.iter().enumerate() {
        let path = join(&nth("/lists", n), "items");
        let items = references(&list.items, names, &path, problems);
        names.lists.push(List { id: list.id.clone(), items });
    }
}

/// Resolves a list of items, each named once.
fn references(ids: &[String], names: &Registry, path: &str, problems: &mut Problems) -> Vec<usize> {
    let mut items = Vec::new();
    for (n, id) in ids.iter().enumerate() {
        match names.item(id) {
            Some(item) if items.contains(&item) => {
                problems.error("repeated-value", &nth(path, n), [&quoted(id), " occurs twice"].concat(), "name it once");
            }
            Some(item) => items.push(item),
            None => unknown("item", id, &mut names.items.iter().map(|i| i.id.as_str()), &nth(path, n), problems),
        }
    }
    items
}

/// Places items on pages and settles what shows them.
fn pages(definition: &Definition, names: &mut Registry, problems: &mut Problems) {
    names.positions = vec![None; names.items.len()];
    let mut position = 0;
    let mut conditions: Vec<(usize, &str, String, usize)> = Vec::new();
    for (n, page) in definition.pages.iter().enumerate() {
        let path = nth("/pages", n);
        let first = position;
        for (ids, optional) in [(&page.items, false), (&page.optional, true)] {
            let place = if optional { "optional/items" } else { "items" };
            for item in references(ids, names, &[&path, "/", place].concat(), problems) {
                if names.positions.get(item).copied().flatten().is_some() {
                    let id = names.items.get(item).map(|i| quoted(&i.id)).unwrap_or_default();
                    let message = [&id, " stands on two pages"].concat();
                    problems.error("repeated-value", &path, message, "ask each item once");
                }
                if let Some(slot) = names.positions.get_mut(item) {
                    *slot = Some(position);
                }
                if let Some(item) = names.items.get_mut(item) {
                    item.optional = optional;
                }
                if let Some(source) = &page.show_if {
                    conditions.push((item, source, join(&path, "show_if"), first));
                }
                position += 1;
            }
        }
    }
    for (n, item) in definition.items.iter().enumerate() {
        let path = nth("/items", n);
        match (names.positions.get(n).copied().flatten(), &item.show_if) {
            (None, _) => {
                let message = [&quoted(&item.id), " stands on no page"].concat();
                problems.warning("item-not-asked", &path, message, "put it on a page: it is never asked, and never counts");
            }
            (Some(position), Some(source)) => conditions.push((n, source, join(&path, "show_if"), position)),
            _ => {}
        }
    }
    for (item, source, path, position) in conditions {
        let shown = names.expression(source, Type::Truth, Place::Show(position), None, &path, problems);
        if let (Some(shown), Some(item)) = (shown, names.items.get_mut(item)) {
            item.shown.push(shown);
        }
    }
}

/// The items in the order of the pages.
fn sequence(positions: &[Option<usize>]) -> Vec<usize> {
    let mut placed: Vec<(usize, usize)> = positions.iter().enumerate().filter_map(|(n, p)| Some(((*p)?, n))).collect();
    placed.sort_unstable();
    placed.into_iter().map(|(_, n)| n).collect()
}

fn scales(definition: &Definition, names: &mut Registry, problems: &mut Problems) -> Vec<Scale> {
    let parents: Vec<Option<usize>> =
        definition.scales.iter().map(|scale| scale.parent.as_ref().and_then(|id| names.scale(id))).collect();
    let mut own: Vec<Vec<Member>> = Vec::new();
    for (n, scale) in definition.scales.iter().enumerate() {
        let path = nth("/scales", n);
        let mut found = Vec::new();
        for (m, written) in scale.members.iter().enumerate() {
            let at = nth(&join(&path, "members"), m);
            found.extend(member(written, names, &at, problems));
        }
        if let (Some(id), None) = (&scale.parent, parents.get(n).copied().flatten()) {
            unknown("scale", id, &mut names.scales.iter().map(String::as_str), &join(&path, "parent"), problems);
        }
        own.push(found);
    }
    let mut all = Vec::new();
    for (n, scale) in definition.scales.iter().enumerate() {
        let path = nth("/scales", n);
        if let Some(message) = ancestors(n, &parents) {
            problems.error("cycle", &join(&path, "parent"), message, "a scale cannot be above itself");
            continue;
        }
        // A scale counts its own members and those of every scale below it.
        let below = |m: usize| {
            let mut up = Some(m);
            while let Some(at) = up {
                if at == n {
                    return true;
                }
                up = parents.get(at).copied().flatten();
            }
            false
        };
        let members: Vec<Member> = if ancestors(0, &parents).is_some() {
            Vec::new()
        } else {
            let with = |(m, members): (usize, &Vec<Member>)| if below(m) { members.clone() } else { Vec::new() };
            own.iter().enumerate().flat_map(with).collect()
        };
        if members.is_empty() {
            problems.error("empty-scale", &path, "a scale without members".into(), "give it items, or scales below it");
        }
        for (m, member) in members.iter().enumerate() {
            if members.iter().take(m).any(|other| (other.item, other.part) == (member.item, member.part)) {
                let message = "an item counts twice in one scale".into();
                problems.error("repeated-value", &path, message, "use a weight if it is to count for more");
            }
        }
        let dimension = scale.id.split_once('.').and_then(|(d, _)| names.dimensions.iter().position(|x| x == d));
        all.push(Scale {
            id: scale.id.clone(),
            title: scale.title.clone(),
            higher: scale.higher.clone(),
            dimension,
            parent: parents.get(n).copied().flatten(),
            members,
            missing: scale.missing,
            wobble: scale.wobble,
        });
    }
    all
}

/// A message when the way up from a scale does not end.
fn ancestors(start: usize, parents: &[Option<usize>]) -> Option<String> {
    let mut at = start;
    for _ in 0..=parents.len() {
        match parents.get(at).copied().flatten() {
            Some(parent) => at = parent,
            None => return None,
        }
    }
    Some("the parents of scales form a circle".into())
}

fn member(written: &definition::Member, names: &mut Registry, path: &str, problems: &mut Problems) -> Option<Member> {
    use super::Kind;
    let Some(n) = names.item(&written.item) else {
        unknown("item", &written.item, &mut names.items.iter().map(|i| i.id.as_str()), &join(path, "item"), problems);
        return None;
    };
    let broken = names.broken.get(n).copied().unwrap_or(true);
    let item = names.items.get_mut(n)?;
    item.scored = true;
    let made = |part| Some(Member { item: n, part, reversed: written.reversed, weight: written.weight });
    if broken {
        return made(None);
    }
    if item.mirrors.is_some() {
        let help = "a guess about somebody else's answer is compared, not scored";
        problems.error("no-points", path, "a prediction cannot enter a scale".into(), help);
        return None;
    }
    match (&item.kind, &written.part) {
        (Kind::Grid { rows, choices, .. }, Some(part)) if choices.iter().all(|c| c.points.is_some()) => {
            let row = rows.iter().position(|row| row.id() == *part);
            if row.is_none() {
                let ids: Vec<String> = rows.iter().map(super::Choice::id).collect();
                unknown("row", part, &mut ids.iter().map(String::as_str), &join(path, "part"), problems);
            }
            made(Some(row?))
        }
        (_, None) if item.has_points() => made(None),
        (_, Some(_)) => {
            problems.error("no-points", path, "only rows of a grid can be named as `part`".into(), "leave `part` out");
            None
        }
        _ => {
            let message = [&quoted(&item.id), " has no points"].concat();
            let help = "give its choices points, name a row of a grid, or give an allocation a curve: it would be asked but never scored";
            problems.error("no-points", path, message, help);
            None
        }
    }
}

fn composites(definition: &Definition, names: &mut Registry, problems: &mut Problems) -> Vec<Option<Composite>> {
    let mut all = Vec::new();
    for (n, written) in definition.composites.iter().enumerate() {
        let path = join(&nth("/composites", n), "expression");
        for (dimension, id) in dimensions(written.each, &written.id, names) {
            let expression =
                names.expression(&written.expression, Type::Number, Place::Scores, dimension, &path, problems);
            all.push(expression.map(|expression| Composite {
                id,
                title: written.title.clone(),
                dimension,
                expression,
                range: written.range,
                wobble: written.wobble,
                percent: written.percent,
            }));
        }
    }
    all
}

/// The dimension and identifier of each copy of a thing that may stand for all.
fn dimensions(each: bool, id: &str, names: &Registry) -> Vec<(Option<usize>, String)> {
    if !each {
        return vec![(None, id.into())];
    }
    names.dimensions.iter().enumerate().map(|(d, name)| (Some(d), [id, ".", name].concat())).collect()
}

fn bands(definition: &Definition, names: &mut Registry, problems: &mut Problems) -> Vec<Option<Band>> {
    let mut all = Vec::new();
    for (n, written) in definition.bands.iter().enumerate() {
        let path = nth("/bands", n);
        let of = names.composite(&written.of);
        if of.is_none() {
            unknown("composite", &written.of, &mut names.composites.iter().map(String::as_str), &join(&path, "of"), problems);
        }
        if written.levels.len() < 2 {
            problems.error("bad-levels", &path, "fewer than two levels".into(), "a band divides a range");
        }
        let mut levels = Vec::new();
        for (l, level) in written.levels.iter().enumerate() {
            let at = nth(&join(&path, "levels"), l);
            if l == 0 && !level.gates.is_empty() {
                let help = "move the gate up: below the first level there is nothing to fall to";
                problems.error("bad-levels", &at, "a gate on the first level".into(), help);
            }
            let mut gates = Vec::new();
            for (g, gate) in level.gates.iter().enumerate() {
                let at = join(&nth(&join(&at, "gates"), g), "require");
                let mut require = Vec::new();
                for (dimension, _) in dimensions(gate.each, &gate.id, names) {
                    let e = names.expression(&gate.require, Type::Truth, Place::Scores, dimension, &at, problems);
                    require.extend(e.map(|e| (dimension, e)));
                }
                gates.push(Gate { id: gate.id.clone(), text: gate.text.clone(), require });
            }
            levels.push(Level {
                id: level.id.clone(),
                title: level.title.clone(),
                from: level.from,
                text: level.text.clone(),
                gates,
            });
        }
        all.push(of.map(|of| Band {
            id: written.id.clone(),
            title: written.title.clone(),
            of,
            near: written.near,
            note: written.note.clone(),
            levels,
        }));
    }
    all
}

/// Sorts composites and bands so that each reads only what comes before it.
fn order(
    composites: &[Option<Composite>],
    bands: &[Option<Band>],
    definition: &Definition,
    problems: &mut Problems,
) -> Vec<Step> {
    let reads = |step: Step| -> Vec<Step> {
        let mut names: Vec<Name> = Vec::new();
        match step {
            Step::Composite(n) => names.extend(composites.get(n).iter().flat_map(|c| c.iter().flat_map(|c| c.expression.names()))),
            Step::Band(n) => {
                for band in bands.get(n).into_iter().flatten() {
                    names.push(Name::Composite(band.of));
                    let gates = band.levels.iter().flat_map(|level| &level.gates).flat_map(|gate| &gate.require);
                    names.extend(gates.flat_map(|(_, e)| e.names()));
                }
            }
        }
        let step = |name| match name {
            Name::Composite(n) => Some(Step::Composite(n)),
            Name::Band(n) => Some(Step::Band(n)),
            _ => None,
        };
        names.into_iter().filter_map(step).collect()
    };
    let mut waiting: Vec<Step> = (0..composites.len()).map(Step::Composite).collect();
    waiting.extend((0..bands.len()).map(Step::Band));
    let mut order: Vec<Step> = Vec::new();
    // Each round settles at least one step, or what is left reads itself.
    while !waiting.is_empty() {
        let (ready, rest): (Vec<Step>, Vec<Step>) =
            waiting.iter().partition(|step| reads(**step).iter().all(|read| order.contains(read)));
        if ready.is_empty() {
            let circle = |step: &&Step| reads(**step).iter().any(|read| rest.contains(read));
            for step in rest.iter().filter(circle) {
                cycle(*step, definition, problems);
            }
            break;
        }
        order.extend(ready);
        waiting = rest;
    }
    order
}

fn cycle(step: Step, definition: &Definition, problems: &mut Problems) {
    let path = match step {
        Step::Band(n) => nth("/bands", n),
        Step::Composite(n) => {
            let mut left = n;
            let copies = |each| if each { definition.dimensions.len() } else { 1 };
            let position = definition.composites.iter().position(|c| {
                let mine = copies(c.each);
                if left < mine {
                    return true;
                }
                left -= mine;
                false
            });
            join(&nth("/composites", position.unwrap_or(0)), "expression")
        }
    };
    problems.error("cycle", &path, "this value depends on itself".into(), "break the circle of references");
}
