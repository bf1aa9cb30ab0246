//! The way to the next level, against every other way there is.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::accepted;
use tautline::api::Assessment;

/// Three choices an item; two scales make the number, one of them with a
/// reversed item; a third is read by a gate alone.
fn definition() -> Value {
    let items = ["A", "B", "C", "D", "T"];
    let scale = |id: &str, members: Value| json!({"id": id, "title": id, "higher": "more", "members": members, "missing": {"scored": 0.5}});
    let gate = json!([{"id": "far", "require": "t - a <= 25", "text": "t is far ahead"}, {"id": "low", "require": "b >= 50", "text": "b is low"}]);
    json!({
        "format": 1, "id": "ways", "version": "1.0", "title": "Ways", "language": "en", "license": "CC0", "dont_know": "?",
        "choice_sets": [{"id": "three", "choices": [{"value": 1, "label": "1"}, {"value": 2, "label": "2"}, {"value": 3, "label": "3"}]}],
        "items": items.map(|id| json!({"id": id, "text": id, "kind": {"choice": {"set": "three"}}})),
        "pages": [{"title": "Page", "items": items}],
        "scales": [
            scale("a", json!([{"item": "A"}, {"item": "B", "key": "-"}])),
            scale("b", json!([{"item": "C"}, {"item": "D"}])),
            scale("t", json!([{"item": "T"}])),
        ],
        "composites": [{"id": "index", "title": "Index", "expression": "geomean(max(a, 5), max(b, 5))"}],
        "bands": [{"id": "stage", "title": "Stage", "of": "index", "levels": [
            {"id": "low", "title": "Low", "from": 0, "text": "x"},
            {"id": "middle", "title": "Middle", "from": 30, "text": "x"},
            {"id": "high", "title": "High", "from": 60, "text": "x", "gates": gate},
        ]}],
    })
}

/// All sheets: each item 1, 2, 3 or, where `gaps`, not answered (0).
fn sheets(gaps: bool) -> Vec<[i64; 5]> {
    let choices: &[i64] = if gaps { &[0, 2] } else { &[1, 2, 3] };
    let mut sheets = vec![[0; 5]];
    for item in 0..5 {
        sheets = sheets
            .iter()
            .flat_map(|sheet| {
                choices.iter().map(move |choice| {
                    let mut sheet = *sheet;
                    sheet[item] = *choice;
                    sheet
                })
            })
            .collect();
    }
    sheets
}

fn finish(core: &Assessment, sheet: [i64; 5]) -> Value {
    let answers: serde_json::Map<String, Value> = ["A", "B", "C", "D", "T"]
        .iter()
        .zip(sheet)
        .filter(|(_, n)| *n > 0)
        .map(|(id, n)| ((*id).into(), json!(n)))
        .collect();
    accepted(core.finish(json!({"answers": answers}).to_string().as_bytes()))
}

fn level(result: &Value) -> Option<f64> {
    result["bands"][0]["value"].as_f64()
}

/// Steps from one sheet to another that answers the same items.
fn steps(from: [i64; 5], to: [i64; 5]) -> Option<i64> {
    let same = from.iter().zip(to).all(|(x, y)| (*x == 0) == (y == 0));
    same.then(|| from.iter().zip(to).map(|(x, y)| (x - y).abs()).sum())
}

/// Holds every plan against the shortest way through the sheets in `all`.
fn check(core: &Assessment, starts: &[[i64; 5]], all: &[([i64; 5], Option<f64>)]) {
    let mut found = 0;
    for start in starts {
        let next = finish(core, *start)["report"]["bands"][0]["next"].clone();
        let Some(wanted) = next["level"].as_f64() else { continue };
        let reaching = all.iter().filter(|(_, level)| *level >= Some(wanted));
        let least = reaching.filter_map(|(sheet, _)| steps(*start, *sheet)).min();
        assert_eq!(next["found"], json!(least.is_some()), "{start:?} {next}");
        let mut end = *start;
        for change in next["changes"].as_array().unwrap() {
            let item = ["A", "B", "C", "D", "T"].iter().position(|id| change["item"] == *id).unwrap();
            assert_eq!(change["from"].as_str().unwrap(), start[item].to_string());
            end[item] = change["to"].as_str().unwrap().parse().unwrap();
        }
        if let Some(least) = least {
            found += 1;
            assert!(level(&finish(core, end)) >= Some(wanted), "{start:?} {next}");
            assert_eq!(steps(*start, end), Some(least), "{start:?} {next}");
            let told: f64 =
                next["changes"].as_array().unwrap().iter().map(|change| change["steps"].as_f64().unwrap()).sum();
            assert_eq!(json!(told), json!(f64::from(i32::try_from(least).unwrap())), "{start:?} {next}");
        }
    }
    assert!(found > 5, "{found}");
}

#[test]
fn no_shorter_way_exists() {
    let core = Assessment::load(definition().to_string().as_bytes());
    let all: Vec<_> = sheets(false).into_iter().map(|sheet| (sheet, level(&finish(&core, sheet)))).collect();
    assert_eq!(all.len(), 243);
    check(&core, &sheets(false), &all);
}

#[test]
fn what_is_not_answered_stays_so() {
    let core = Assessment::load(definition().to_string().as_bytes());
    let mut all = Vec::new();
    for mask in sheets(true) {
        for full in sheets(false) {
            let mut sheet = full;
            sheet.iter_mut().zip(mask).for_each(|(n, asked)| *n *= asked / 2);
            if !all.iter().any(|(known, _)| *known == sheet) {
                all.push((sheet, level(&finish(&core, sheet))));
            }
        }
    }
    check(&core, &sheets(true), &all);
}

/// Items Q1 to Q3 on a page, scales and a composite cut at `from`, answers 3.
fn result_of(scales: &Value, expression: &str, from: f64, gates: &Value, answers: &Value) -> Value {
    let item = |id: &str| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}});
    let levels: Vec<Value> = (1..=5).map(|n| json!({"value": n, "label": n.to_string()})).collect();
    let definition = json!({
        "format": 1, "id": "plans", "version": "1.0", "title": "Plans", "language": "en", "license": "CC0", "dont_know": "?",
        "choice_sets": [{"id": "five", "choices": levels}], "items": [item("Q1"), item("Q2"), item("Q3")],
        "pages": [{"title": "Page", "items": ["Q1", "Q2", "Q3"]}], "scales": scales,
        "composites": [{"id": "c", "title": "C", "expression": expression}],
        "bands": [{"id": "b", "title": "B", "of": "c", "levels": [
            {"id": "low", "title": "Low", "from": 0, "text": "x"},
            {"id": "high", "title": "High", "from": from, "text": "x", "gates": gates}]}],
    });
    let core = Assessment::load(definition.to_string().as_bytes());
    accepted(core.finish(json!({"answers": answers}).to_string().as_bytes()))
}

#[test]
fn a_plan_that_scoring_does_not_confirm_is_not_claimed() {
    let scale = |id: &str, members: Value| json!({"id": id, "title": "S", "higher": "more", "members": members, "missing": {"scored": 0.5}});
    let three = json!({"Q1": 3, "Q2": 3, "Q3": 3});
    let s = scale("s", json!([{"item": "Q1", "key": "-"}, {"item": "Q2"}, {"item": "Q3"}]));
    // The gate reads the answer that the plan would lower.
    let gate = json!([{"id": "g", "require": "Q1 >= 3", "text": "x"}]);
    let next = &result_of(&json!([s]), "s", 60.0, &gate, &three)["report"]["bands"][0]["next"];
    assert_eq!(next["found"], false, "{next}");
    // One answer counts for one scale and against another.
    let both = json!([
        scale("s", json!([{"item": "Q1"}, {"item": "Q2"}])),
        scale("t", json!([{"item": "Q1", "key": "-"}, {"item": "Q3"}]))
    ]);
    let next = &result_of(&both, "mean(s, t)", 75.0, &json!([]), &three)["report"]["bands"][0]["next"];
    assert!(next["found"] == false || next["changes"].as_array().unwrap().len() > 1, "{next}");
}

#[test]
fn scores_do_not_round_out_of_their_range() {
    let members = json!([{"item": "Q1", "weight": 0.7}, {"item": "Q2", "weight": 0.1}]);
    let scale = json!([{"id": "s", "title": "S", "higher": "more", "members": members, "missing": {"scored": 1}}]);
    let result = result_of(&scale, "s", 50.0, &json!([]), &json!({"Q1": 5, "Q2": 5}));
    for field in ["value", "low", "high"] {
        assert_eq!(result["scales"][0][field], 100.0, "{field}");
    }
}
