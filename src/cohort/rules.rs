//! How a group is to be shown.

use crate::domain::{self, wrong};
use crate::instrument::Instrument;
use crate::json::{self, Node, Value};
use crate::limits;
use crate::number::count;
use crate::problem::{Problem, Problems, did_you_mean, join, nth, quoted, suggest};

/// Fewest answers a figure rests on, unless more are asked for: of people who open
/// their sheets together, and of people nobody knows.
pub(super) const NAMED: usize = 3;
const ANONYMOUS: usize = 5;

const KEYS: [&str; 4] = ["anonymous", "cell", "sides", "published"];

/// How a group is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub(super) anonymous: bool,
    /// Fewest answers a figure rests on.
    pub(super) cell: usize,
    /// Roles that are compared, the first side less the second.
    pub(super) sides: Option<(Vec<usize>, Vec<usize>)>,
    /// Sheets in the result published before.
    pub(super) published: Option<usize>,
}

impl Rules {
    /// Reads a request: `{anonymous?, cell?, sides?: [[ROLE], [ROLE]],
    /// published?}`. The cell is 3, of an anonymous group 5; it can be raised and
    /// not lowered.
    ///
    /// # Errors
    /// Every problem: not JSON, an unknown field or role, a value out of range.
    pub(crate) fn read(instrument: &Instrument, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::ANSWERS_BYTES)?;
        let mut problems = Problems::default();
        let mut rules = Rules { anonymous: false, cell: 0, sides: None, published: None };
        if !matches!(root.value, Value::Object(_)) {
            wrong("an object", &root, "", &mut problems);
        }
        for (key, node) in root.fields() {
            let path = join("", key);
            match key.as_str() {
                _ if node.is_null() => {}
                "anonymous" => match node.value {
                    Value::Bool(anonymous) => rules.anonymous = anonymous,
                    _ => wrong("true or false", node, &path, &mut problems),
                },
                "cell" => rules.cell = number(node, &path, &mut problems),
                "published" => rules.published = Some(number(node, &path, &mut problems)),
                "sides" => rules.sides = sides(instrument, node, &path, &mut problems),
                _ => {
                    let help = suggest(did_you_mean(key, &mut KEYS.into_iter()), "remove it");
                    problems.error("unknown-field", &path, &["unknown field ", &quoted(key)], &help);
                }
            }
        }
        if problems.any_error() {
            let mut list = problems.into_list();
            json::locate(&mut list, &root, bytes);
            return Err(list);
        }
        rules.cell = rules.cell.max(if rules.anonymous { ANONYMOUS } else { NAMED });
        Ok(rules)
    }
}

fn number(node: &Node, path: &str, problems: &mut Problems) -> usize {
    let x = domain::number(node, (0.0, count(limits::SHEETS)), true, path, problems);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within 0..=SHEETS")]
    let n = x.max(0.0).min(count(limits::SHEETS)) as usize;
    n
}

fn sides(
    instrument: &Instrument,
    node: &Node,
    path: &str,
    problems: &mut Problems,
) -> Option<(Vec<usize>, Vec<usize>)> {
    if node.list().len() != 2 {
        wrong("two lists of roles", node, path, problems);
        return None;
    }
    let known = instrument.words.get("roles");
    let mut side = |n: usize| {
        let mut roles = Vec::new();
        for (m, role) in node.entry(n).list().iter().enumerate() {
            match known.position(role.text()) {
                Some(found) => roles.push(found),
                None => {
                    let path = nth(&nth(path, n), m);
                    let mut ids = known.list().iter().map(|role| role.get("id").text());
                    let help = suggest(did_you_mean(role.text(), &mut ids), "use a role of the instrument");
                    problems.error("unknown-role", &path, &["there is no role ", &quoted(role.text())], &help);
                }
            }
        }
        roles.sort_unstable();
        roles.dedup();
        roles
    };
    let (first, second) = (side(0), side(1));
    if first.iter().any(|role| second.contains(role)) {
        problems.error("repeated-value", path, &["a role stands on both sides"], "name it on one side");
    }
    Some((first, second))
}
