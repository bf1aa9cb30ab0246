//! The first gate: definition in, instrument or every problem out.

use super::names::{Names, Place};
use super::{
    Band, Composite, Instrument, Level, Member, Missing, Scale, Step, compiled, fingerprint, items, parts, wide,
};
use crate::expression::{Expression, Name, Type};
use crate::json::{self, Node};
use crate::limits;
use crate::problem::{Problem, Problems, join, nth, quoted};
use crate::schema;

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
        schema::walk(&root, &schema::DEFINITION, "", &mut problems);
        let format = root.get("format").number();
        if format.is_some_and(|x| x.to_bits() != f64::from(schema::FORMAT).to_bits()) {
            let help = "this version reads format 1; use the version of Tautline the file was made for";
            problems.error("unknown-format", "/format", &["an unknown format of definition"], help);
        }
        let resolved = resolve(&root, &mut problems);
        let mut instrument = Instrument { words: root, ..resolved };
        if !problems.any_error() {
            instrument.fingerprint = fingerprint::fingerprint(&instrument);
            instrument.is_as_compiled(&mut problems);
        }
        let refused = problems.any_error();
        let mut list = problems.into_list();
        json::locate(&mut list, &instrument.words, bytes);
        if refused { Err(list) } else { Ok((instrument, list)) }
    }

    /// Warns of a compiled form that stands in the definition and is another.
    fn is_as_compiled(&self, problems: &mut Problems) {
        let found = self.words.get(compiled::FIELD);
        if !found.is_null() && found.text() != self.compiled() {
            let help = "compile it once more; until then it takes longer to load";
            let path = join("", compiled::FIELD);
            problems.warning("not-compiled", &path, &["the compiled form is not that of this definition"], help);
        }
    }
}

/// Resolves what is well formed, so that one run finds every problem.
fn resolve(root: &Node, problems: &mut Problems) -> Instrument {
    let mut names = Names::collect(root, problems);
    items::resolve(&mut names, problems);
    names.lists = lists(&names, problems);
    let sequence = pages(&mut names, problems);
    let scales = scales(&mut names, problems);
    let before = names.nodes;
    let composites = composites(&mut names, problems);
    let nodes = names.nodes - before;
    let bands = bands(&mut names, problems);
    let order = order(&composites, &bands, problems);
    let mut instrument = Instrument {
        sequence,
        scales,
        composites: composites.into_iter().flatten().collect(),
        nodes,
        bands,
        order,
        per_dimension: usize::MAX,
        ..Instrument::default()
    };
    parts::resolve(&mut names, &mut instrument, problems);
    instrument.quiz = wide::quiz(&names, problems);
    #[cfg(feature = "wide")]
    {
        instrument.standing = wide::Standing::resolve(&names, problems);
        instrument.drawn = wide::Drawn::resolve(&names, problems);
        wide::editions(&names, problems);
        instrument.piped = wide::pipes(&names, problems);
    }
    instrument.items = names.items;
    instrument.lists = names.lists;
    instrument
}

fn lists(names: &Names<'_>, problems: &mut Problems) -> Vec<Vec<usize>> {
    let mut lists = Vec::new();
    for (n, list) in names.root.get("lists").list().iter().enumerate() {
        lists.push(references(list.get("items"), names, &join(&nth("/lists", n), "items"), problems));
    }
    lists
}

/// Resolves a list of items, each named once.
fn references(list: &Node, names: &Names<'_>, path: &str, problems: &mut Problems) -> Vec<usize> {
    let (mut items, mut seen) = (Vec::new(), vec![false; names.items.len()]);
    for (n, node) in list.list().iter().enumerate() {
        let at = nth(path, n);
        let Some(item) = names.refer("items", node, &at, problems) else { continue };
        if seen.get(item) == Some(&true) {
            problems.error("repeated-value", &at, &[&quoted(node.text()), " occurs twice"], "name it once");
        } else {
            items.push(item);
            mark(&mut seen, item);
        }
    }
    items
}

fn mark(seen: &mut [bool], n: usize) {
    if let Some(slot) = seen.get_mut(n) {
        *slot = true;
    }
}

/// An item on a page.
struct Asked<'d> {
    item: usize,
    /// The page's condition and its place.
    condition: &'d str,
    path: String,
    /// Where the page begins, before which its condition is settled.
    page: usize,
    /// Where the questions begin among which this one is asked: of a page that is
    /// shuffled or drawn from, its items are not known to come before each other.
    begins: usize,
}

/// Places items on pages and settles what shows them. Returns their order.
fn pages(names: &mut Names<'_>, problems: &mut Problems) -> Vec<usize> {
    let root = names.root;
    names.places = vec![None; names.items.len()];
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for (n, page) in root.get("pages").list().iter().enumerate() {
        let path = nth("/pages", n);
        let first = asked.len();
        for (holder, optional) in [(page, false), (page.get("optional"), true)] {
            let at = if optional { join(&path, "optional") } else { path.clone() };
            for item in references(holder.get("items"), names, &join(&at, "items"), problems) {
                let (Some(place @ None), Some(found)) = (names.places.get_mut(item), names.items.get_mut(item)) else {
                    let id = quoted(names.id("items", item));
                    problems.error("repeated-value", &path, &[&id, " stands on two pages"], "ask each item once");
                    continue;
                };
                *place = Some(asked.len());
                found.optional = optional;
                let begins = if !optional && wide::is_drawn(page) { first } else { asked.len() };
                let condition = page.get("show_if").text();
                asked.push(Asked { item, condition, path: join(&path, "show_if"), page: first, begins });
            }
        }
    }
    for asked in &asked {
        show(asked.item, asked.condition, asked.page, &asked.path, names, problems);
    }
    for (n, item) in root.get("items").list().iter().enumerate() {
        let path = nth("/items", n);
        match names.places.get(n).copied().flatten().and_then(|place| asked.get(place)) {
            Some(asked) => {
                show(n, item.get("show_if").text(), asked.begins, &join(&path, "show_if"), names, problems);
            }
            None if problems.any_in(&path) => {}
            None => {
                let message = [&*quoted(names.id("items", n)), " stands on no page"];
                problems.warning(
                    "item-not-asked",
                    &path,
                    &message,
                    "put it on a page: it is never asked, and never counts",
                );
            }
        }
    }
    asked.into_iter().map(|asked| asked.item).collect()
}

fn show(item: usize, source: &str, position: usize, path: &str, names: &mut Names<'_>, problems: &mut Problems) {
    let shown = names.expression(source, Type::Truth, Place::Show(position), None, path, problems);
    if let Some(item) = names.items.get_mut(item) {
        item.shown.extend(shown);
    }
}

/// A missing rule; without one, every member must be answered.
pub(super) fn missing(node: &Node, path: &str, problems: &mut Problems) -> Missing {
    let scored = node.get("scored").number().unwrap_or(1.0);
    let provisional = node.get("provisional").number().unwrap_or(scored);
    if provisional > scored {
        let help = "`provisional` is the smaller share of the two";
        problems.error("bad-missing-rule", path, &["`provisional` is above `scored`"], help);
    }
    Missing {
        scored,
        provisional,
        #[cfg(feature = "wide")]
        zero: !node.get("open").is_null(),
    }
}

fn scales(names: &mut Names<'_>, problems: &mut Problems) -> Vec<Scale> {
    let written = names.root.get("scales").list();
    let mut own: Vec<Vec<Member>> = Vec::new();
    let mut parents: Vec<Option<usize>> = Vec::new();
    for (n, scale) in written.iter().enumerate() {
        let path = nth("/scales", n);
        let mut members = Vec::new();
        for (m, node) in scale.get("members").list().iter().enumerate() {
            members.extend(items::member(node, names, &nth(&join(&path, "members"), m), problems));
        }
        own.push(members);
        parents.push(names.refer("scales", scale.get("parent"), &join(&path, "parent"), problems));
    }
    let mut all = Vec::new();
    let mut left = limits::MEMBERS;
    // By item and part the last scale that counts it.
    let mut seen = vec![0; names.items.len() * (limits::CHOICES + 1)];
    for (n, scale) in written.iter().enumerate() {
        let path = nth("/scales", n);
        // A scale counts its own members and those of every scale below it.
        let mut members: Vec<Member> = Vec::new();
        for (m, own) in own.iter().enumerate() {
            match climb(m, n, &parents) {
                Some(true) if own.len() > left => {
                    let message = ["all scales together have more than ", &limits::MEMBERS.to_string(), " members"];
                    problems.error("too-many", &path, &message, "those of scales below count too: shorten the ladder");
                    left = 0;
                }
                Some(true) => {
                    left -= own.len();
                    members.extend_from_slice(own);
                }
                Some(false) => {}
                None if m == n => {
                    problems.error(
                        "cycle",
                        &join(&path, "parent"),
                        &["a scale above itself"],
                        "break the circle of parents",
                    );
                }
                None => {}
            }
        }
        if members.is_empty() && !problems.any_in(&path) {
            problems.error("empty-scale", &path, &["a scale without members"], "give it items, or scales below it");
        }
        for member in &members {
            // A part is one of few; the whole of an item stands before them.
            let key = member.item * (limits::CHOICES + 1) + member.part.map_or(0, |part| part + 1);
            let before = seen.get_mut(key).map(|seen| core::mem::replace(seen, n + 1));
            if before == Some(n + 1) {
                let message = [&*quoted(names.id("items", member.item)), " counts twice in one scale"];
                problems.error("repeated-value", &path, &message, "use a weight if it is to count for more");
            }
        }
        let dimension = scale.get("id").text().split_once('.').map(|(dimension, _)| dimension);
        all.push(Scale {
            dimension: dimension.and_then(|id| names.root.get("dimensions").position(id)),
            parent: parents.get(n).copied().flatten(),
            missing: missing(scale.get("missing"), &join(&path, "missing"), problems),
            wobble: scale.get("wobble").number(),
            #[cfg(feature = "wide")]
            negative: members.iter().any(|member| names.items.get(member.item).is_some_and(|item| item.least() < 0.0)),
            members,
        });
    }
    all
}

/// Whether the way up from a scale leads to another; none if it never ends.
fn climb(from: usize, to: usize, parents: &[Option<usize>]) -> Option<bool> {
    let mut at = from;
    let mut found = false;
    for _ in 0..=parents.len() {
        found |= at == to;
        match parents.get(at).copied().flatten() {
            Some(parent) => at = parent,
            None => return Some(found),
        }
    }
    None
}

fn composites(names: &mut Names<'_>, problems: &mut Problems) -> Vec<Option<Composite>> {
    let mut all = Vec::new();
    for n in 0..names.composites.len() {
        let Some((_, entry, dimension)) = names.composites.get(n).cloned() else { continue };
        let node = names.root.get("composites").entry(entry);
        let path = join(&nth("/composites", entry), "expression");
        let source = node.get("expression").text();
        let expression = names.expression(source, Type::Number, Place::Scores, dimension, &path, problems);
        let end = |n: usize, open: f64| node.get("range").entry(n).number().unwrap_or(open);
        all.push(expression.map(|expression| Composite {
            entry,
            dimension,
            expression,
            range: (end(0, f64::NEG_INFINITY), end(1, f64::INFINITY)),
            wobble: node.get("wobble").number(),
        }));
    }
    all
}

fn bands(names: &mut Names<'_>, problems: &mut Problems) -> Vec<Band> {
    let mut all = Vec::new();
    for (n, band) in names.root.get("bands").list().iter().enumerate() {
        let path = nth("/bands", n);
        let of = names.composite(band.get("of"), &join(&path, "of"), problems);
        let mut levels: Vec<Level> = Vec::new();
        for (l, level) in band.get("levels").list().iter().enumerate() {
            let at = nth(&join(&path, "levels"), l);
            let from = level.get("from").number().unwrap_or(0.0);
            let mut gates = Vec::new();
            for (g, gate) in level.get("gates").list().iter().enumerate() {
                let at = join(&nth(&join(&at, "gates"), g), "require");
                gates.push(conditions(gate.get("require").text(), !gate.get("each").is_null(), &at, names, problems));
            }
            if levels.last().is_some_and(|before| before.from >= from) {
                let help = "sort the levels by `from`, each above the one before";
                problems.error("bad-levels", &at, &["the levels are not ascending"], help);
            }
            if l == 0 && !gates.is_empty() {
                let help = "move the gate up: below the first level there is nothing to fall to";
                problems.error("bad-levels", &at, &["a gate on the first level"], help);
            }
            levels.push(Level { from, gates });
        }
        if levels.len() < 2 && !problems.any_in(&path) {
            problems.error("bad-levels", &path, &["fewer than two levels"], "a band divides a range");
        }
        all.push(Band { of: of.unwrap_or(0), near: band.get("near").number().unwrap_or(0.0), levels });
    }
    all
}

/// A condition, or with `each` one for every dimension.
fn conditions(
    source: &str,
    each: bool,
    path: &str,
    names: &mut Names<'_>,
    problems: &mut Problems,
) -> Vec<(Option<usize>, Expression)> {
    let mut conditions = Vec::new();
    if each && names.dimensions() == 0 {
        problems.error(
            "no-dimensions",
            path,
            &["`each` without dimensions"],
            "define `dimensions`, or leave `each` out",
        );
    }
    for n in 0..if each { names.dimensions() } else { 1 } {
        let dimension = each.then_some(n);
        let condition = names.expression(source, Type::Truth, Place::Scores, dimension, path, problems);
        conditions.extend(condition.map(|e| (dimension, e)));
    }
    conditions
}

/// Sorts composites and bands so that each reads only what comes before it.
fn order(composites: &[Option<Composite>], bands: &[Band], problems: &mut Problems) -> Vec<Step> {
    let mut waiting: Vec<(Step, Vec<Step>)> = Vec::new();
    for (n, composite) in composites.iter().enumerate() {
        let names = composite.as_ref().map(|c| c.expression.names()).unwrap_or_default();
        waiting.push((Step::Composite(n), steps(&names)));
    }
    for (n, band) in bands.iter().enumerate() {
        let mut names = vec![Name::Composite(band.of)];
        for (_, e) in band.levels.iter().flat_map(|level| &level.gates).flatten() {
            names.extend(e.names());
        }
        waiting.push((Step::Band(n), steps(&names)));
    }
    // By position: composites first, then bands.
    let position = |step: &Step| match step {
        Step::Composite(n) => *n,
        Step::Band(n) => composites.len() + n,
    };
    let mut settled = vec![false; waiting.len()];
    let mut order: Vec<Step> = Vec::new();
    // Each round settles at least one step, or what is left reads itself.
    loop {
        let before = order.len();
        for (step, reads) in &waiting {
            let known = |step: &Step| settled.get(position(step)).copied().unwrap_or(false);
            if !known(step) && reads.iter().all(known) {
                order.push(*step);
                if let Some(slot) = settled.get_mut(position(step)) {
                    *slot = true;
                }
            }
        }
        if order.len() == before {
            break;
        }
    }
    for (step, _) in waiting.iter().filter(|(step, _)| !order.contains(step)) {
        let path = match step {
            Step::Band(n) => nth("/bands", *n),
            Step::Composite(n) => {
                let entry = composites.get(*n).and_then(|c| c.as_ref()).map_or(0, |c| c.entry);
                join(&nth("/composites", entry), "expression")
            }
        };
        problems.error("cycle", &path, &["this value depends on itself"], "break the circle of references");
    }
    order
}

fn steps(names: &[Name]) -> Vec<Step> {
    let mut steps = Vec::new();
    for name in names {
        match name {
            Name::Composite(n) => steps.push(Step::Composite(*n)),
            Name::Band(n) => steps.push(Step::Band(*n)),
            _ => {}
        }
    }
    steps
}
