//! Items: their choices looked up, their points settled.

use super::names::Registry;
use super::{Choice, Curve, Item, Kind};
use crate::definition::{self, ChoiceSet, ChoiceValue, Choices, join, nth};
use crate::problem::{Problems, did_you_mean, quoted, suggest};

impl Item {
    /// Whether each of its answers has points.
    pub(crate) fn has_points(&self) -> bool {
        match &self.kind {
            Kind::Choice { choices } => choices.iter().all(|c| c.points.is_some()),
            Kind::Number { .. } => true,
            Kind::Allocation { .. } => self.curve.is_some(),
            Kind::Ranking { .. } | Kind::Grid { .. } => false,
        }
    }
}

/// Fills in the items of the registry.
pub(super) fn items(definition: &mut definition::Definition, names: &mut Registry, problems: &mut Problems) {
    let sets = &definition.choice_sets;
    let written = core::mem::take(&mut definition.items);
    for (n, item) in written.iter().enumerate() {
        let path = nth("/items", n);
        let kind = kind(&item.kind, sets, &join(&path, "kind"), problems);
        names.broken.push(kind.is_none());
        let mut resolved = Item {
            id: item.id.clone(),
            text: item.text.clone(),
            kind: kind.unwrap_or(Kind::Choice { choices: Vec::new() }),
            curve: None,
            shown: Vec::new(),
            mirrors: None,
            optional: false,
            scored: false,
        };
        resolved.curve = item.points.as_ref().and_then(|points| curve(&resolved.kind, points, &join(&path, "points"), problems));
        names.items.push(resolved);
    }
    // Mirrored items may stand anywhere, so predictions come last.
    for (n, item) in written.iter().enumerate() {
        if let definition::Kind::Prediction { of } = &item.kind {
            prediction(n, of, names, problems);
        }
    }
    definition.items = written;
}

fn prediction(n: usize, of: &str, names: &mut Registry, problems: &mut Problems) {
    let path = join(&join(&nth("/items", n), "kind"), "prediction");
    let target = names.item(of);
    let choices = match target.and_then(|t| names.items.get(t)).map(|item| &item.kind) {
        Some(Kind::Choice { choices } | Kind::Ranking { options: choices }) if target != Some(n) => choices.clone(),
        Some(_) => {
            let help = "predict an item of one choice, or a ranking for its first place";
            problems.error("bad-prediction", &path, "this item cannot be predicted".into(), help);
            return;
        }
        None => {
            unknown("item", of, &mut names.items.iter().map(|item| item.id.as_str()), &join(&path, "of"), problems);
            return;
        }
    };
    if let Some(item) = names.items.get_mut(n) {
        item.kind = Kind::Choice { choices };
        item.mirrors = target;
    }
    if let Some(broken) = names.broken.get_mut(n) {
        *broken = false;
    }
}

/// Reports a reference that leads nowhere.
pub(super) fn unknown(
    what: &str,
    id: &str,
    known: &mut dyn Iterator<Item = &str>,
    path: &str,
    problems: &mut Problems,
) {
    // A malformed identifier has been reported where it stands.
    if id.is_empty() {
        return;
    }
    let help = suggest(did_you_mean(id, known), "define it, or correct the reference");
    problems.error("unknown-reference", path, ["there is no ", what, " ", &quoted(id)].concat(), &help);
}

fn set(id: &str, sets: &[ChoiceSet], path: &str, problems: &mut Problems) -> Option<Vec<Choice>> {
    match sets.iter().find(|set| set.id == id) {
        Some(set) => Some(choices(&set.choices, path, problems)),
        None => {
            unknown("choice set", id, &mut sets.iter().map(|set| set.id.as_str()), path, problems);
            None
        }
    }
}

fn kind(kind: &definition::Kind, sets: &[ChoiceSet], path: &str, problems: &mut Problems) -> Option<Kind> {
    match kind {
        definition::Kind::Broken | definition::Kind::Prediction { .. } => None,
        definition::Kind::Choice(Choices::Own(own)) => {
            Some(Kind::Choice { choices: choices(own, &[path, "/choice/choices"].concat(), problems) })
        }
        definition::Kind::Choice(Choices::Set(id)) => {
            Some(Kind::Choice { choices: set(id, sets, &[path, "/choice/set"].concat(), problems)? })
        }
        definition::Kind::Number { min, max, step, unit } => {
            Some(Kind::Number { min: *min, max: *max, step: *step, unit: unit.clone() })
        }
        definition::Kind::Allocation { total, set: id } => {
            let parts = set(id, sets, &[path, "/allocation/set"].concat(), problems)?;
            Some(Kind::Allocation { total: *total, parts })
        }
        definition::Kind::Ranking { set: id } => {
            Some(Kind::Ranking { options: set(id, sets, &[path, "/ranking/set"].concat(), problems)? })
        }
        definition::Kind::Grid { rows, set: id, missing } => {
            let rows = set(rows, sets, &[path, "/grid/rows"].concat(), problems);
            let choices = set(id, sets, &[path, "/grid/set"].concat(), problems);
            Some(Kind::Grid { rows: rows?, choices: choices?, missing: *missing })
        }
    }
}

/// Choices with their points: as written, else the position of the value
/// between the least and the greatest, else none.
fn choices(written: &[definition::Choice], path: &str, problems: &mut Problems) -> Vec<Choice> {
    let numbers: Vec<f64> = written
        .iter()
        .filter_map(|c| match c.value {
            ChoiceValue::Number(n) => Some(f64::from(n)),
            ChoiceValue::Word(_) => None,
        })
        .collect();
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let explicit = written.iter().filter(|c| c.points.is_some()).count();
    if explicit != 0 && explicit != written.len() {
        let help = "give points to all choices or to none; the others would count as missing";
        problems.error("points-incomplete", path, "only some choices have points".into(), help);
    }
    let points = |choice: &definition::Choice| match choice.value {
        _ if explicit > 0 => choice.points,
        ChoiceValue::Number(n) if numbers.len() == written.len() => {
            Some(100.0 * (f64::from(n) - least) / (most - least))
        }
        _ => None,
    };
    written.iter().map(|c| Choice { value: c.value.clone(), label: c.label.clone(), points: points(c) }).collect()
}

fn curve(kind: &Kind, points: &definition::Points, path: &str, problems: &mut Problems) -> Option<Curve> {
    let parts: &[Choice] = match kind {
        Kind::Number { .. } => &[],
        Kind::Allocation { parts, .. } => parts,
        _ => {
            let help = "give points to the choices instead";
            problems.error("bad-curve", path, "this kind of item takes no curve".into(), help);
            return None;
        }
    };
    if points.of.is_empty() != parts.is_empty() {
        let help = "`of` names the parts of an allocation that are added up, and only those";
        problems.error("bad-curve", path, "`of` does not fit the item".into(), help);
        return None;
    }
    let mut of = Vec::new();
    for (n, id) in points.of.iter().enumerate() {
        match parts.iter().position(|part| part.id() == *id) {
            Some(part) if !of.contains(&part) => of.push(part),
            Some(_) => {
                problems.error("repeated-value", &nth(&join(path, "of"), n), "a part occurs twice".into(), "name it once");
            }
            None => {
                let ids: Vec<String> = parts.iter().map(Choice::id).collect();
                unknown("part", id, &mut ids.iter().map(String::as_str), &nth(&join(path, "of"), n), problems);
            }
        }
    }
    Some(Curve { of, points: points.curve.clone() })
}
