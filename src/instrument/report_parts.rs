//! What a report is made of: states, picks, notes, advice and the rest.

use super::names::{Place, Registry, same_ids};
use super::resolve::unknown;
use super::{
    Advice, Appraisal, Choose, Kind, Mark, Note, Pick, Picture, Rule, Scored, Shift, State, Tally, Under, Variant,
};
use crate::definition::{self, Definition, join, nth};
use crate::expression::Type;
use crate::problem::{Problems, quoted};

/// The resolved parts.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) states: Vec<State>,
    pub(super) picks: Vec<Pick>,
    pub(super) tallies: Vec<Tally>,
    pub(super) notes: Vec<Note>,
    pub(super) picture: Option<Picture>,
    pub(super) appraisals: Vec<Appraisal>,
    pub(super) shifts: Vec<Shift>,
    pub(super) advice: Advice,
    pub(super) marks: Vec<Mark>,
}

/// Resolves them all; what is refused is left out.
pub(super) fn build(definition: &mut Definition, names: &mut Registry, problems: &mut Problems) -> Parts {
    let mut builder = Builder { names, problems };
    Parts {
        states: builder.states(&definition.states),
        picks: builder.picks(&definition.picks),
        tallies: builder.tallies(&definition.tallies),
        notes: builder.notes(&definition.notes),
        picture: definition.picture.take().and_then(|p| builder.picture(p)),
        appraisals: builder.appraisals(&definition.appraisals),
        shifts: builder.shifts(&definition.shifts),
        advice: builder.advice(&definition.advice, &definition.picks),
        marks: builder.marks(&mut definition.marks),
    }
}

struct Builder<'b> {
    names: &'b mut Registry,
    problems: &'b mut Problems,
}

impl Builder<'_> {
    fn condition(&mut self, source: &str, place: Place, dimension: Option<usize>, path: &str) -> Option<super::Expression> {
        self.names.expression(source, Type::Truth, place, dimension, path, self.problems)
    }

    fn states(&mut self, written: &[definition::State]) -> Vec<State> {
        let mut states = Vec::new();
        for (n, state) in written.iter().enumerate() {
            let path = join(&nth("/states", n), "when");
            if self.names.dimensions.is_empty() {
                self.problems.error("no-dimensions", &path, "a state without dimensions".into(), "define `dimensions`");
            }
            let when = (0..self.names.dimensions.len())
                .filter_map(|d| self.condition(&state.when, Place::Scores, Some(d), &path))
                .collect();
            states.push(State {
                id: state.id.clone(),
                title: state.title.clone(),
                tone: state.tone,
                text: state.text.clone(),
                when,
            });
        }
        states
    }

    /// The number called `name` in each dimension.
    fn family(&mut self, name: &str, path: &str) -> Vec<Scored> {
        let mut family = Vec::new();
        for d in 0..self.names.dimensions.len() {
            match self.names.of_dimension(name, d) {
                Some(scored) => family.push(scored),
                None => {
                    let known = self.names.scales.iter().chain(&self.names.composites);
                    let ids: Vec<String> = known.filter_map(|id| id.split_once('.')).flat_map(|(a, b)| [a.into(), b.into()]).collect();
                    unknown("score in each dimension called", name, &mut ids.iter().map(String::as_str), path, self.problems);
                    break;
                }
            }
        }
        if self.names.dimensions.is_empty() {
            self.problems.error("no-dimensions", path, "there are no dimensions".into(), "define `dimensions`");
        }
        family
    }

    fn scales_of(&mut self, name: &str, path: &str) -> Vec<usize> {
        let family = self.family(name, path);
        let scales: Vec<usize> =
            family.iter().filter_map(|s| if let Scored::Scale(n) = s { Some(*n) } else { None }).collect();
        if scales.len() < family.len() {
            let message = [&quoted(name), " is not a scale"].concat();
            self.problems.error("unknown-reference", path, message, "name scales, as in `practice` for `demand.practice`");
        }
        scales
    }

    fn picks(&mut self, written: &[definition::Pick]) -> Vec<Pick> {
        let mut picks = Vec::new();
        for (n, pick) in written.iter().enumerate() {
            let path = nth("/picks", n);
            let choose = match &pick.choose {
                definition::Choose::Broken => continue,
                definition::Choose::Largest { of, above } => {
                    Choose::Largest { of: self.family(of, &[&path, "/largest/of"].concat()), above: *above }
                }
                definition::Choose::Smallest { of } => {
                    Choose::Smallest { of: self.family(of, &[&path, "/smallest/of"].concat()) }
                }
                definition::Choose::LowestItem { of, dimension } => {
                    let found = written.iter().take(n).position(|p| {
                        p.id == *dimension && !matches!(p.choose, definition::Choose::LowestItem { .. })
                    });
                    if found.is_none() {
                        let known = &mut written.iter().take(n).map(|p| p.id.as_str());
                        unknown("earlier pick of a dimension", dimension, known, &[&path, "/lowest_item/in"].concat(), self.problems);
                    }
                    let of = self.scales_of(of, &[&path, "/lowest_item/of"].concat());
                    Choose::LowestItem { of, pick: found.unwrap_or(0) }
                }
            };
            picks.push(Pick { id: pick.id.clone(), choose });
        }
        picks
    }

    fn tallies(&mut self, written: &[definition::Tally]) -> Vec<Tally> {
        let mut tallies = Vec::new();
        for (n, tally) in written.iter().enumerate() {
            let list = self.names.lists.iter().position(|list| list.id == tally.list);
            if list.is_none() {
                let known = &mut self.names.lists.iter().map(|list| list.id.as_str());
                unknown("list", &tally.list, known, &join(&nth("/tallies", n), "list"), self.problems);
            }
            tallies.extend(list.map(|list| Tally { id: tally.id.clone(), list }));
        }
        tallies
    }

    fn notes(&mut self, written: &[definition::Note]) -> Vec<Note> {
        let mut notes = Vec::new();
        for (n, note) in written.iter().enumerate() {
            let when = self.condition(&note.when, Place::Scores, None, &join(&nth("/notes", n), "when"));
            notes.extend(when.map(|when| Note { id: note.id.clone(), when, text: note.text.clone() }));
        }
        notes
    }

    fn picture(&mut self, written: definition::Picture) -> Option<Picture> {
        let across = self.scales_of(&written.across, "/picture/across");
        let up = self.scales_of(&written.up, "/picture/up");
        let family = self.family(&written.lead, "/picture/lead");
        let lead: Vec<usize> =
            family.iter().filter_map(|s| if let Scored::Composite(n) = s { Some(*n) } else { None }).collect();
        if lead.len() < family.len() {
            let message = [&quoted(&written.lead), " is not a composite of each dimension"].concat();
            self.problems.error("unknown-reference", "/picture/lead", message, "name a composite with `each`");
            return None;
        }
        Some(Picture {
            across,
            up,
            across_title: written.across_title,
            up_title: written.up_title,
            lead,
            corridor: written.corridor,
        })
    }

    fn item(&mut self, id: &str, path: &str) -> Option<usize> {
        let item = self.names.item(id);
        if item.is_none() {
            unknown("item", id, &mut self.names.items.iter().map(|i| i.id.as_str()), path, self.problems);
        }
        item
    }

    fn composite(&mut self, id: Option<&str>, path: &str) -> Option<usize> {
        let id = id?;
        let composite = self.names.composite(id);
        if composite.is_none() {
            let known = &mut self.names.composites.iter().map(String::as_str);
            unknown("composite", id, known, &join(path, "score"), self.problems);
        }
        composite
    }

    fn kinds(&self, first: usize, second: usize) -> Option<(&Kind, &Kind)> {
        Some((&self.names.items.get(first)?.kind, &self.names.items.get(second)?.kind))
    }

    fn appraisals(&mut self, written: &[definition::Appraisal]) -> Vec<Appraisal> {
        let mut appraisals = Vec::new();
        for (n, appraisal) in written.iter().enumerate() {
            let path = nth("/appraisals", n);
            let ranking = self.item(&appraisal.ranking, &join(&path, "ranking"));
            let grid = self.item(&appraisal.grid, &join(&path, "grid"));
            let score = self.composite(appraisal.score.as_deref(), &path);
            let (Some(ranking), Some(grid)) = (ranking, grid) else { continue };
            let fits = matches!(self.kinds(ranking, grid), Some((Kind::Ranking { options }, Kind::Grid { rows, .. })) if same_ids(options, rows));
            if !fits {
                let help = "name a ranking and a grid whose rows are its options";
                self.problems.error("bad-kind", &path, "not a ranking and its grid".into(), help);
            }
            appraisals.push(Appraisal { id: appraisal.id.clone(), title: appraisal.title.clone(), ranking, grid, score });
        }
        appraisals
    }

    fn shifts(&mut self, written: &[definition::Shift]) -> Vec<Shift> {
        let mut shifts = Vec::new();
        for (n, shift) in written.iter().enumerate() {
            let path = nth("/shifts", n);
            let now = self.item(&shift.now, &join(&path, "now"));
            let next = self.item(&shift.next, &join(&path, "next"));
            let score = self.composite(shift.score.as_deref(), &path);
            let (Some(now), Some(next)) = (now, next) else { continue };
            let fits = matches!(self.kinds(now, next), Some((Kind::Allocation { parts: a, .. }, Kind::Allocation { parts: b, .. })) if same_ids(a, b));
            if !fits {
                let help = "name two allocations of the same parts";
                self.problems.error("bad-kind", &path, "not two allocations of the same parts".into(), help);
            }
            shifts.push(Shift {
                id: shift.id.clone(),
                title: shift.title.clone(),
                now,
                now_title: shift.now_title.clone(),
                next,
                next_title: shift.next_title.clone(),
                score,
            });
        }
        shifts
    }

    fn advice(&mut self, written: &definition::Advice, picks: &[definition::Pick]) -> Advice {
        let order = written.order.as_ref().map(|name| self.family(name, "/advice/order")).unwrap_or_default();
        let rules = written.rules.iter().enumerate().filter_map(|(n, rule)| self.rule(n, rule, picks)).collect();
        Advice { limit: written.limit, per_dimension: written.per_dimension, order, rules }
    }

    fn rule(&mut self, n: usize, rule: &definition::Rule, picks: &[definition::Pick]) -> Option<Rule> {
        let path = nth("/advice/rules", n);
        let place = if rule.pair { Place::Pair } else { Place::Advice };
        let when = self.condition(&rule.when, place, None, &join(&path, "when"));
        let severity_path = join(&path, "severity");
        let severity = rule
            .severity
            .as_ref()
            .and_then(|source| self.names.expression(source, Type::Number, place, None, &severity_path, self.problems));
        if rule.severity.is_none() && !rule.pair {
            let help = "give it a severity from 0 to 100: recommendations are ordered by it";
            self.problems.error("missing-field", &path, "a rule without a severity".into(), help);
        }
        let under = self.under(&rule.under, picks, &join(&path, "dimension"));
        let mut variants = Vec::new();
        for (v, variant) in rule.variants.iter().enumerate() {
            let at = nth(&join(&path, "variants"), v);
            let when = variant.when.as_ref().map(|source| self.condition(source, place, None, &join(&at, "when")));
            self.placeholders(&variant.text, rule, picks, &join(&at, "text"));
            variants.push(Variant { id: variant.id.clone(), when: when.flatten(), text: variant.text.clone() });
        }
        for (key, text) in [("text", &rule.text), ("first_step", &rule.first_step), ("sign", &rule.sign)] {
            self.placeholders(text, rule, picks, &join(&path, key));
        }
        Some(Rule {
            id: rule.id.clone(),
            pair: rule.pair,
            when: when?,
            under,
            severity,
            weight: rule.weight,
            title: rule.title.clone(),
            text: rule.text.clone(),
            variants,
            owner: rule.owner.clone(),
            first_step: rule.first_step.clone(),
            sign: rule.sign.clone(),
        })
    }

    fn under(&mut self, under: &definition::Under, picks: &[definition::Pick], path: &str) -> Under {
        match under {
            definition::Under::Nothing => Under::Nothing,
            definition::Under::Dimension(id) => {
                let found = self.names.dimensions.iter().position(|d| d == id);
                if found.is_none() {
                    unknown("dimension", id, &mut self.names.dimensions.iter().map(String::as_str), path, self.problems);
                }
                found.map_or(Under::Nothing, Under::Dimension)
            }
            definition::Under::Pick(id) => {
                let dimension = |p: &definition::Pick| !matches!(p.choose, definition::Choose::LowestItem { .. });
                let found = picks.iter().position(|p| p.id == *id && dimension(p));
                if found.is_none() {
                    let known = &mut picks.iter().filter(|p| dimension(p)).map(|p| p.id.as_str());
                    unknown("pick of a dimension", id, known, &join(path, "pick"), self.problems);
                }
                found.map_or(Under::Nothing, Under::Pick)
            }
        }
    }

    /// Each `{name}` of a text must be filled by something.
    fn placeholders(&mut self, text: &str, rule: &definition::Rule, picks: &[definition::Pick], path: &str) {
        for part in text.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            let known = match name {
                "dimension" => !matches!(rule.under, definition::Under::Nothing),
                "items" => rule.pair,
                _ => picks.iter().any(|pick| pick.id == name),
            };
            if !known {
                let message = ["nothing fills ", &quoted(name)].concat();
                let help = "name a pick, or `dimension` where the rule has one, or `items` in a rule of the pair view";
                self.problems.error("unknown-placeholder", path, message, help);
            }
        }
    }

    fn marks(&mut self, written: &mut Vec<definition::Mark>) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (n, mark) in core::mem::take(written).into_iter().enumerate() {
            if let Some(item) = self.item(&mark.item, &join(&nth("/marks", n), "item")) {
                marks.push(Mark { item, low: mark.low, high: mark.high, text: mark.text, source: mark.source });
            }
        }
        marks
    }
}
