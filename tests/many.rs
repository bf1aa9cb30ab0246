//! Many links: from a hundred on they are counted by their codes, and the sums are
//! the same to the last digit as those of the answers read one by one.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::{Map, Value, json};
use support::{FLAGSHIP, accepted};
use tautline::api::{Assessment, Cohort};

const SHEETS: usize = 1_400;

/// G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003).
struct Dice(u32);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        usize::try_from(self.0).unwrap() % n
    }

    fn shuffled(&mut self, values: &[Value]) -> Vec<Value> {
        let mut left = values.to_vec();
        (0..values.len()).map(|_| left.swap_remove(self.below(left.len()))).collect()
    }

    /// An answer, null for none.
    fn answer(&mut self, definition: &Value, item: &Value) -> Value {
        let (kind, detail) = item["kind"].as_object().unwrap().iter().next().unwrap();
        let values = |name: &str| -> Vec<Value> {
            let sets = definition["choice_sets"].as_array().unwrap();
            let set = sets.iter().find(|set| set["id"] == detail[name]).unwrap_or(detail);
            set["choices"].as_array().unwrap().iter().map(|choice| choice["value"].clone()).collect()
        };
        match (self.below(20), kind.as_str()) {
            (0, _) => Value::Null,
            (1, _) => json!("dk"),
            (_, "number") => {
                let [min, max] = ["min", "max"].map(|end| detail[end].as_f64().unwrap());
                let step = detail["step"].as_f64().unwrap_or(1.0);
                let steps = (0..1000).take_while(|n| min + f64::from(*n) * step <= max + step / 2.0).count();
                let x = min + step * f64::from(u32::try_from(self.below(steps)).unwrap());
                json!((x * 1e6).round() / 1e6)
            }
            (_, "ranking") => Value::Array(self.shuffled(&values("set"))),
            (_, "allocation") => {
                let (values, mut left) = (values("set"), usize::try_from(detail["total"].as_u64().unwrap()).unwrap());
                let mut shares = Map::new();
                for value in values.iter().skip(1) {
                    let share = self.below(left + 1);
                    left -= share;
                    shares.insert(value.as_str().unwrap().into(), json!(share));
                }
                shares.insert(values.first().unwrap().as_str().unwrap().into(), json!(left));
                Value::Object(shares)
            }
            (_, "grid") => {
                let mut cells = Map::new();
                for row in values("rows") {
                    let choices = values("set");
                    cells.insert(
                        row.as_str().unwrap().into(),
                        choices.get(self.below(choices.len() + 1)).cloned().unwrap_or(json!("dk")),
                    );
                }
                Value::Object(cells)
            }
            (_, "prediction") => {
                let items = definition["items"].as_array().unwrap();
                let of = items.iter().find(|item| item["id"] == detail["of"]).unwrap();
                let (_, detail) = of["kind"].as_object().unwrap().iter().next().unwrap();
                let sets = definition["choice_sets"].as_array().unwrap();
                let set = sets.iter().find(|set| set["id"] == detail["set"]).unwrap_or(detail);
                let choices = set["choices"].as_array().unwrap();
                choices.get(self.below(choices.len())).unwrap()["value"].clone()
            }
            _ => {
                let values = values("set");
                values.get(self.below(values.len())).unwrap().clone()
            }
        }
    }

    fn sheet(&mut self, definition: &Value) -> Value {
        let none = Vec::new();
        let roles = definition["roles"].as_array().unwrap_or(&none);
        let role = roles.get(self.below(roles.len() + 1));
        let mut answers = Map::new();
        for item in definition["items"].as_array().unwrap() {
            let guess = item["kind"].get("prediction").is_some();
            let answer = self.answer(definition, item);
            let may = !guess || role.is_some_and(|role| role.get("counterpart").is_some());
            if may && !answer.is_null() {
                answers.insert(item["id"].as_str().unwrap().into(), answer);
            }
        }
        let mut sheet = json!({ "instrument": definition["id"], "version": definition["version"], "answers": answers });
        if let (Some(role), Some(fields)) = (role, sheet.as_object_mut()) {
            fields.insert("role".into(), role["id"].clone());
        }
        sheet
    }
}

/// What the tables of a counter must cope with: rows of a grid and thirds in one scale, an
/// item in two scales, weights, many members, a number in fine steps, an allocation of
/// which one part counts, a band that no gate holds.
fn mixed() -> Value {
    let choices = |values: &[&str]| -> Vec<Value> {
        values.iter().map(|value| json!({ "value": value, "label": value })).collect()
    };
    let steps =
        |n: usize| -> Vec<Value> { (1..=n).map(|n| json!({ "value": n, "label": format!("{n} of many") })).collect() };
    let mut items = vec![
        json!({ "id": "G", "text": "A grid", "kind": { "grid": { "rows": "rows", "set": "four", "missing": { "scored": 0.5, "provisional": 0.5 } } } }),
        json!({ "id": "N", "text": "A number", "kind": { "number": { "min": -1, "max": 3, "step": 0.1 } }, "points": { "curve": [[-1, 0], [0.7, 33], [3, 100]] } }),
        json!({ "id": "A", "text": "Shares", "kind": { "allocation": { "total": 20, "set": "rows" } }, "points": { "of": ["b"], "curve": [[0, 100], [7, 45], [20, 0]] } }),
    ];
    items.extend((1..=12).map(
        |n| json!({ "id": format!("Q{n}"), "text": format!("Question {n}"), "kind": { "choice": { "set": "four" } } }),
    ));
    items.push(json!({ "id": "Z", "text": "All in all", "kind": { "choice": { "set": "four" } } }));
    let ids: Vec<Value> = items.iter().map(|item| item["id"].clone()).collect();
    let all =
        (1..=12).map(|n| json!({ "item": format!("Q{n}"), "weight": n, "key": if n % 3 == 0 { "-" } else { "+" } }));
    let missing = json!({ "scored": 0.8, "provisional": 0.4 });
    json!({
        "format": 1, "id": "mixed", "version": "1.0", "title": "Mixed", "language": "en", "license": "CC0-1.0", "dont_know": "?",
        "roles": [{ "id": "one", "label": "One" }, { "id": "two", "label": "Two" }],
        "choice_sets": [{ "id": "rows", "choices": choices(&["a", "b", "c"]) }, { "id": "four", "choices": steps(4) }],
        "items": items, "pages": [{ "title": "One", "items": ids }],
        "scales": [
            { "id": "grid", "title": "Grid", "higher": "more", "missing": missing, "members": [{ "item": "G", "part": "a" }, { "item": "G", "part": "b", "key": "-" }, { "item": "G", "part": "c", "weight": 3 }, { "item": "N" }, { "item": "A" }] },
            { "id": "weighed", "title": "Weighed", "higher": "more", "missing": missing, "members": all.collect::<Vec<_>>() },
            { "id": "two", "title": "Two", "higher": "more", "missing": missing, "members": [{ "item": "Q1" }, { "item": "Q2" }] },
        ],
        "composites": [{ "id": "both", "title": "Both", "expression": "mean(grid, weighed) - 0.5 * two", "range": [-50, 100] }],
        "calibration": [{ "of": "both", "item": "Z" }, { "of": "both", "item": "A" }, { "of": "both", "item": "Q5" }],
        "bands": [{ "id": "level", "title": "Level", "of": "both", "levels": [
            { "id": "low", "title": "Low", "from": -50, "text": "Low." },
            { "id": "high", "title": "High", "from": 20, "text": "High.", "gates": [{ "id": "grid_low", "require": "grid >= 30", "text": "the grid is below 30" }] },
        ] }],
    })
}

#[test]
fn counted_links_give_the_sums_of_the_answers_behind_them() {
    for (definition, seed) in [(serde_json::from_str(FLAGSHIP).unwrap(), 7), (mixed(), 11)] {
        let core = Assessment::load(definition.to_string().as_bytes());
        assert!(core.problems().is_empty(), "{:?}", core.problems());
        let mut dice = Dice(seed);
        let (mut one_by_one, mut lines) = (Cohort::default(), Vec::new());
        for n in 0..SHEETS {
            let sheet = dice.sheet(&definition).to_string();
            assert_eq!(accepted(core.gather(&mut one_by_one, sheet.as_bytes(), None, None)), "added");
            let token = accepted(core.link(sheet.as_bytes())).as_str().unwrap().to_owned();
            lines.push(match n % 4 {
                0 => format!("https://a.example/check#r={token}\n"),
                1 => format!("{token}\r\n"),
                2 => format!("see https://a.example/?x=y#r={token}, and answer\n"),
                _ => format!("  #r={token}\n"),
            });
        }
        let text = lines.concat();
        let mut many = Cohort::default();
        let gathered = accepted(core.gather_text(&mut many, &text, None));
        let sums = |cohort: &Cohort| accepted(core.summary(cohort));
        // Two random sheets alike would be a token of few answers; there is none here.
        assert_eq!(
            [&gathered["added"], &gathered["doubled"], &gathered["refused_total"]],
            [&json!(1400.0), &json!(0.0), &json!(0.0)]
        );
        assert_eq!(sums(&many).to_string(), sums(&one_by_one).to_string());

        // Once more in parts, backwards: nothing is new but what counts doubles.
        let mut lines: Vec<&str> = text.lines().collect();
        lines.reverse();
        for part in lines.chunks(333) {
            let gathered = accepted(core.gather_text(&mut many, &part.join("\n"), None));
            assert_eq!(gathered["added"], 0.0);
        }
        assert_eq!(sums(&many)["doubled"], 1400.0);
        let mut twice = Cohort::counting_doubles();
        for _ in 0..2 {
            assert_eq!(accepted(core.gather_text(&mut twice, &text, None))["added"], 1400.0);
        }
        // Those of a unit are added one by one, however many came before.
        let some: String = text.lines().take(400).flat_map(|line| [line, "\n"]).collect();
        let (mut unit, mut mixed) = (Cohort::default(), Cohort::counting_doubles());
        for (cohort, text, of) in [(&mut unit, &some, Some("A")), (&mut mixed, &text, None)] {
            accepted(core.gather_text(cohort, text, of));
        }
        accepted(core.gather_text(&mut mixed, &some, Some("A")));
        accepted(core.merge(&mut unit, sums(&one_by_one).to_string().as_bytes()));
        assert_eq!(sums(&mixed).to_string(), sums(&unit).to_string());
        let again = sums(&one_by_one).to_string();
        accepted(core.merge(&mut one_by_one, again.as_bytes()));
        assert_eq!(sums(&twice).to_string(), sums(&one_by_one).to_string());
    }
}

#[test]
fn no_damaged_link_is_counted() {
    let definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let core = support::flagship();
    let mut dice = Dice(5);
    let mut cohort = Cohort::default();
    let mut token = String::new();
    for _ in 0..1_100 {
        token = accepted(core.link(dice.sheet(&definition).to_string().as_bytes())).as_str().unwrap().to_owned();
        assert_eq!(accepted(core.gather_text(&mut cohort, &format!("#r={token}"), None))["added"], 1.0);
    }
    for n in 0..token.len() {
        let (before, after) = token.split_at(n);
        for letter in ['0', 'A', 'z', 'l'] {
            let changed = format!("https://a.example/#r={before}{letter}{}", after.get(1..).unwrap());
            let gathered = accepted(core.gather_text(&mut cohort, &changed, None));
            assert_eq!(gathered["added"], 0.0, "{changed}");
            assert!(gathered["doubled"] == 1.0 || gathered["refused_total"] == 1.0, "{changed}");
        }
        for text in [format!("#r={before}"), format!("#r={token}{before}1"), format!("bar={token}")] {
            assert_eq!(accepted(core.gather_text(&mut cohort, &text, None))["added"], 0.0, "{text}");
        }
    }
}
