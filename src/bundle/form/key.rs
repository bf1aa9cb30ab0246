//! How to score by hand. The points of choices and curves are the core's, which is asked what each answer counts.

use super::condition::{BY_HAND, in_words};
use super::correct::rule;
use super::say;
use crate::api::Assessment;
use crate::bundle::sheet::{Sheet, list, mark, number, word, words};
use crate::data::Data;
use crate::markup::{Markup, element, text};
use crate::number::{at_least, brief, count};
use crate::problem::Problem;
use serde_json::{Map, Value, json};

/// The sheet for whoever scores.
///
/// # Errors
/// A definition that the core refuses.
pub(crate) fn key(sheet: &Sheet<'_>) -> Result<Vec<Markup>, Vec<Problem>> {
    let core = Core::of(sheet)?;
    let mut key = vec![say("h1", "", &format!("Scoring: {}", word(sheet.root, "title")))];
    key.push(say("p", "", "For each scale, write down the points of every answer, add them up, and divide by the number of questions answered; where weights are given, multiply the points by the weight and divide by the sum of the weights of what was answered. Scores run from 0 to 100."));
    key.push(say("p", "", "\u{201c}?\u{201d} and empty boxes are no answers: they count neither in the sum nor in the number. Questions marked \u{21c5} are reversed; their points are turned round already. Questions that did not apply are no part of the scale."));
    key.push(words("div", "scales", list(sheet.root, "scales").iter().map(|scale| core.scale(scale)).collect()));
    key.extend(core.figures());
    key.extend(core.levels());
    key.extend(core.states());
    Ok(key)
}

/// The core, which knows the points, and the definition, which knows the words.
struct Core<'s> {
    sheet: &'s Sheet<'s>,
    assessment: Assessment,
}

impl<'s> Core<'s> {
    fn of(sheet: &'s Sheet<'s>) -> Result<Self, Vec<Problem>> {
        let mut definition = sheet.root.clone();
        if let Some(fields) = definition.as_object_mut() {
            fields.remove("compiled");
        }
        // What an answer counts does not hang on whether the question applies.
        for name in ["items", "pages"] {
            for entry in definition.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten() {
                entry.as_object_mut().map(|fields| fields.remove("show_if"));
            }
        }
        let assessment = Assessment::load(definition.to_string().as_bytes());
        if *assessment.check().get("refused") != Data::Null {
            return Err(assessment.problems().to_vec());
        }
        Ok(Core { sheet, assessment })
    }

    /// Why a score is what it is with these answers.
    fn explain(&self, id: &str, answers: &Map<String, Value>) -> Data<'_> {
        let root = self.sheet.root;
        let document = json!({ "instrument": word(root, "id"), "version": word(root, "version"), "answers": answers });
        let reply = self.assessment.explain(document.to_string().as_bytes(), id);
        reply.get("ok").get("value").clone()
    }

    /// The members of a scale and of those that belong to it, as the core lists them.
    fn members(&self, scale: &Value) -> Vec<&'s Value> {
        let belongs = |mut at: &'s Value| {
            loop {
                match word(at, "parent") {
                    _ if word(at, "id") == word(scale, "id") => return true,
                    "" => return false,
                    parent => at = self.sheet.find("scales", parent),
                }
            }
        };
        list(self.sheet.root, "scales")
            .iter()
            .filter(|scale| belongs(scale))
            .flat_map(|scale| list(scale, "members"))
            .collect()
    }

    fn scale(&self, scale: &Value) -> Markup {
        let id = word(scale, "id");
        let members = self.members(scale);
        let plain = self.explain(id, &Map::new());
        let rows = plain.get("members").list();
        let weight = |n: usize| rows.get(n).and_then(|row| row.get("weight").number()).unwrap_or(1.0);
        let weighted = (0..members.len()).any(|n| !crate::number::equal(weight(n), 1.0));
        let most = members.iter().map(|member| self.choices(member).len()).max().unwrap_or(0);
        let points = self.points(id, &members, most);
        let mut head = vec![say("th", "", "Question")];
        head.push(element("th", &[("colspan", &most.max(1).to_string())], vec![text("Box: points")]));
        head.extend(weighted.then(|| say("th", "", "Weight")));
        head.push(say("th", "blank", "Points"));
        let mut body = Vec::new();
        for (n, member) in members.iter().enumerate() {
            let row = rows.get(n).unwrap_or(&Data::Null);
            let mut cells = vec![self.question(member, row.get("key").text() == "-")];
            cells.extend(match points.get(n) {
                Some(counted) if !counted.is_empty() => self.table(member, counted, most),
                _ => vec![element("td", &[("colspan", &most.max(1).to_string())], vec![text(&self.line(member, row))])],
            });
            cells.extend(weighted.then(|| say("td", "", &format!("\u{d7} {}", brief(weight(n))))));
            cells.push(element("td", &[("class", "blank")], vec![]));
            body.push(element(
                "tr",
                &[("data-member", word(member, "item")), ("data-part", word(member, "part"))],
                cells,
            ));
        }
        let table = element(
            "table",
            &[],
            vec![element("thead", &[], vec![element("tr", &[], head)]), element("tbody", &[], body)],
        );
        let higher = format!("More points: {}.", word(scale, "higher"));
        let mut parts = vec![say("h3", "", word(scale, "title")), say("p", "soft", &higher), table];
        parts.push(sum(scale, members.len(), weighted));
        let quiz = self.sheet.root.get("quiz").filter(|quiz| word(quiz, "scale") == id);
        let pass = quiz.and_then(|quiz| quiz.get("pass"));
        parts.extend(pass.map(|pass| say("p", "pass", &format!("Passed from {}.", number(Some(pass))))));
        element("article", &[("data-scale", id)], parts)
    }

    /// The choices of the item or of the row of a grid behind a member.
    fn choices(&self, member: &Value) -> &'s [Value] {
        match Sheet::kind(self.sheet.find("items", word(member, "item"))) {
            ("choice", kind) => self.sheet.choices(kind),
            ("grid", kind) if !word(member, "part").is_empty() => self.sheet.choices(kind),
            _ => &[],
        }
    }

    /// By member and choice: the points in the direction of the scale; none where it has no choices.
    fn points(&self, id: &str, members: &[&Value], most: usize) -> Vec<Vec<f64>> {
        let mut points = vec![Vec::new(); members.len()];
        for c in 0..most {
            let mut answers = Map::new();
            for member in members {
                let Some(value) = self.choices(member).get(c).and_then(|choice| choice.get("value")) else { continue };
                let (item, part) = (word(member, "item"), word(member, "part"));
                if part.is_empty() {
                    answers.insert(item.into(), value.clone());
                } else if let Some(rows) = answers.entry(item).or_insert_with(|| json!({})).as_object_mut() {
                    rows.insert(part.into(), value.clone());
                }
            }
            let explained = self.explain(id, &answers);
            for (counted, row) in points.iter_mut().zip(explained.get("members").list()) {
                counted.extend(row.get("keyed").number());
            }
        }
        points
    }

    /// The number of the question, and of a grid the row.
    fn question(&self, member: &Value, reversed: bool) -> Markup {
        let id = word(member, "item");
        let (_, kind) = Sheet::kind(self.sheet.find("items", id));
        let row = self.sheet.rows(kind).iter().find(|row| word(row, "value") == word(member, "part"));
        let mut cell =
            vec![say("b", "", &self.sheet.ordinal(id).to_string()), text(if reversed { " \u{21c5}" } else { "" })];
        cell.extend(row.map(|row| text(&format!(" {}", word(row, "label")))));
        words("th", if reversed { "reversed" } else { "" }, cell)
    }

    /// A cell for each choice.
    fn table(&self, member: &Value, counted: &[f64], most: usize) -> Vec<Markup> {
        let choices = self.choices(member);
        let mut cells: Vec<_> = choices
            .iter()
            .zip(counted)
            .enumerate()
            .map(|(n, (choice, points))| {
                element(
                    "td",
                    &[("data-points", &brief(*points))],
                    vec![say("b", "", &mark(choice, n)), text(": "), text(&brief(*points))],
                )
            })
            .collect();
        if most > cells.len() {
            cells.push(element("td", &[("colspan", &(most - cells.len()).to_string())], vec![]));
        }
        cells
    }

    /// Points of a number: straight lines between corners.
    fn line(&self, member: &Value, row: &Data<'_>) -> String {
        let item = self.sheet.find("items", word(member, "item"));
        if let Some(rule) = rule(self.sheet, item) {
            let turned = if row.get("key").text() == "-" { ". Turned round: 100 less these points" } else { "" };
            return format!("{rule}{turned}");
        }
        let (name, kind) = Sheet::kind(item);
        let unit = word(kind, "unit");
        let curve = row.get("curve").list();
        let corner =
            |pair: &Data<'_>| (pair.list().first().and_then(Data::number), pair.list().get(1).and_then(Data::number));
        let mut corners: Vec<(f64, f64)> = curve.iter().filter_map(|pair| corner(pair).0.zip(corner(pair).1)).collect();
        let bounds = |name: &str| kind.get(name).and_then(Value::as_f64).unwrap_or_default();
        if corners.is_empty() {
            corners = vec![(bounds("min"), 0.0), (bounds("max"), 100.0)];
        }
        if row.get("key").text() == "-" {
            for (_, points) in &mut corners {
                *points = 100.0 - *points;
            }
        }
        let last = corners.len().saturating_sub(1);
        let said: Vec<_> = corners
            .iter()
            .enumerate()
            .map(|(n, (x, points))| {
                let end = match n {
                    0 => " or less",
                    n if n == last => " or more",
                    _ => "",
                };
                format!("{}{}{unit}{end}: {}", brief(*x), if unit.is_empty() { "" } else { " " }, brief(*points))
            })
            .collect();
        let of = list(item.get("points").unwrap_or(&Value::Null), "of");
        let labels: Vec<_> = self
            .sheet
            .choices(kind)
            .iter()
            .filter(|choice| of.contains(choice.get("value").unwrap_or(&Value::Null)))
            .map(|choice| format!("\u{201c}{}\u{201d}", word(choice, "label")))
            .collect();
        let added = if name == "allocation" { format!("Add up {}. ", labels.join(" and ")) } else { String::new() };
        format!("{added}{}; in between in proportion", said.join("; "))
    }

    /// What is computed from the scales.
    fn figures(&self) -> Vec<Markup> {
        let dimensions = list(self.sheet.root, "dimensions");
        let first = dimensions.first().map_or("", |dimension| word(dimension, "id"));
        let mut rows = Vec::new();
        for composite in list(self.sheet.root, "composites") {
            let (id, each) = (word(composite, "id"), composite.get("each").is_some());
            let explained = self.explain(&if each { format!("{id}.{first}") } else { id.into() }, &Map::new());
            let Some(formula) = formula(explained.get("trace"), false) else { continue };
            // one line for all dimensions, in the words of none of them
            let formula = if each { in_words(self.sheet, word(composite, "expression")) } else { formula };
            rows.push(element(
                "tr",
                &[("data-figure", id)],
                vec![
                    say("th", "", word(composite, "title")),
                    say("td", "", &formula),
                    element("td", &[("class", "blank")], vec![]),
                ],
            ));
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let how = format!(
            "Where no dimension is named, for each of: {}. Geometric mean of three: multiply them and take the cube root.",
            titles(dimensions),
        );
        vec![
            say("h2", "", "Figures from the scales"),
            say("p", "soft", &how),
            element("table", &[], vec![element("tbody", &[], rows)]),
        ]
    }

    fn levels(&self) -> Vec<Markup> {
        let mut levels = Vec::new();
        for band in list(self.sheet.root, "bands") {
            let of = self.explain(word(band, "of"), &Map::new()).get("title").text().to_owned();
            levels.push(say("h2", "", &format!("{}, by \u{201c}{of}\u{201d}", word(band, "title"))));
            let row = |(n, level): (usize, &Value)| {
                let gates: Vec<_> = list(level, "gates").iter().map(|gate| word(gate, "text")).collect();
                let gates = if gates.is_empty() {
                    String::new()
                } else {
                    format!(" Not while anywhere: {}.", gates.join("; "))
                };
                element(
                    "tr",
                    &[],
                    vec![
                        element("th", &[], vec![text(&format!("{}. {}", n + 1, word(level, "title")))]),
                        say("td", "level", &format!("from {}", number(level.get("from")))),
                        words("td", "", vec![text(word(level, "text")), text(&gates)]),
                    ],
                )
            };
            let rows = list(band, "levels").iter().enumerate().map(row).collect();
            levels.push(element("table", &[], vec![element("tbody", &[], rows)]));
            levels.extend(band.get("near").map(|near| {
                say(
                    "p",
                    "soft",
                    &format!("Within {} of such an end a result lies between two levels.", number(Some(near))),
                )
            }));
        }
        levels
    }

    fn states(&self) -> Vec<Markup> {
        let states = list(self.sheet.root, "states");
        if states.is_empty() {
            return Vec::new();
        }
        let row = |state: &Value| {
            let when = in_words(self.sheet, word(state, "when"));
            element(
                "tr",
                &[],
                vec![say("th", "", word(state, "title")), say("td", "", &when), say("td", "", word(state, "text"))],
            )
        };
        vec![
            say("h2", "", "State"),
            say(
                "p",
                "soft",
                &format!("For each of: {}. The first that holds.", titles(list(self.sheet.root, "dimensions"))),
            ),
            element("table", &[], vec![element("tbody", &[], states.iter().map(row).collect())]),
        ]
    }
}

/// The line on which the score is worked out.
fn sum(scale: &Value, of: usize, weighted: bool) -> Markup {
    let missing = scale.get("missing");
    let share = |name: &str| missing.and_then(|missing| missing.get(name)).and_then(Value::as_f64);
    let least = |share: f64| (1..=of).find(|n| at_least(count(*n) / count(of), share)).unwrap_or(of);
    let scored = least(share("scored").unwrap_or(1.0));
    let mut needs = format!("A score needs {scored} of {of} answers");
    if let Some(provisional) = share("provisional").map(least).filter(|n| *n < scored) {
        needs = format!("{needs}; from {provisional} on it is provisional");
    }
    needs.push('.');
    let open = missing.is_some_and(|missing| word(missing, "open") == "zero");
    let divided = match (weighted, open) {
        (true, false) => "weights of the answered",
        (false, false) => "answered",
        (true, true) => "weights of all",
        (false, true) => "all",
    };
    if open {
        let rule = "A question that is left open has 0 points; a score is never below 0.";
        needs = if share("scored").is_some_and(|share| share > 0.0) { format!("{needs} {rule}") } else { rule.into() };
    }
    let blank = || words("i", "short", vec![]);
    let sum = vec![
        text("Sum "),
        blank(),
        text(" \u{f7} "),
        text(divided),
        text(" "),
        blank(),
        text(" = "),
        say("b", "", "score"),
        text(" "),
        blank(),
        say("span", "soft", &needs),
    ];
    element("p", &[("class", "sum"), ("data-scored", &scored.to_string())], sum)
}

fn titles(entries: &[Value]) -> String {
    entries.iter().map(|entry| word(entry, "title")).collect::<Vec<_>>().join(", ")
}

/// A formula in words; none if it holds what nobody works out by hand.
fn formula(trace: &Data<'_>, inner: bool) -> Option<String> {
    let label = trace.get("label").text();
    let args: Option<Vec<_>> =
        trace.get("args").list().iter().map(|arg| formula(arg, trace.get("kind").text() == "operator")).collect();
    let args = args?;
    match (trace.get("kind").text(), args.as_slice()) {
        ("number", _) => Some(label.into()),
        ("name", _) => {
            let title = trace.get("title").text();
            (!title.is_empty()).then(|| format!("\u{201c}{title}\u{201d}"))
        }
        ("operator", [one]) => Some(format!("\u{2212}{one}")),
        ("operator", [one, two]) => {
            let sign = match label {
                "-" => "\u{2212}",
                "*" => "\u{d7}",
                "/" => "\u{f7}",
                other => other,
            };
            let said = format!("{one} {sign} {two}");
            Some(if inner { format!("({said})") } else { said })
        }
        ("call", args) => {
            let (_, said) = BY_HAND.iter().find(|(name, _)| *name == label)?;
            Some(format!("{said} ({})", args.join(", ")))
        }
        _ => None,
    }
}
