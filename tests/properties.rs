//! Properties of the arithmetic, on the flagship and on arbitrary input.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use support::{FLAGSHIP, accepted, flagship};
use tautline::api::Assessment;

const MINIMAL: &str = include_str!("definitions/valid/minimal.json");
static CORE: LazyLock<Assessment> = LazyLock::new(flagship);
static WRITTEN: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(FLAGSHIP).unwrap());

const PRACTICE: [&str; 3] = ["demand.practice", "focus.practice", "change.practice"];

/// The five-step items that enter a scale, with the scale and whether reversed.
fn members() -> Vec<(String, String, bool)> {
    let mut members = Vec::new();
    for scale in WRITTEN["scales"].as_array().unwrap() {
        for member in scale["members"].as_array().unwrap() {
            let item = member["item"].as_str().unwrap();
            if !["DT1", "DT2", "FT1"].contains(&item) {
                members.push((item.into(), scale["id"].as_str().unwrap().into(), member["key"] == "-"));
            }
        }
    }
    assert_eq!(members.len(), 24);
    members
}

/// An answer to a five-step item; `None` is left out.
fn step() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![6 => (1..=5).prop_map(|n| Some(json!(n))), 1 => Just(Some(json!("dk"))), 1 => Just(None)]
}

fn share() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![4 => (0..=100).prop_map(|n| Some(json!(n))), 1 => Just(None)]
}

/// Any sheet: 24 five-step answers, two percentages, an allocation or none.
fn sheet() -> impl Strategy<Value = Value> {
    (proptest::collection::vec(step(), 24), share(), share(), proptest::option::of((0..=100_i32, 0..=100_i32)))
        .prop_map(|(steps, new, local, split)| {
            let mut answers = Map::new();
            for ((item, ..), answer) in members().into_iter().zip(steps) {
                answers.extend(answer.map(|answer| (item, answer)));
            }
            answers.extend(new.map(|x| ("DT1".into(), x)));
            answers.extend(local.map(|x| ("DT2".into(), x)));
            if let Some((a, b)) = split {
                let (a, b) = (a.min(b), a.max(b));
                let parts = json!({"keep": a, "requests": b - a, "process": 100 - b, "new": 0, "foundations": 0});
                answers.insert("FT1".into(), parts);
            }
            json!({"answers": answers})
        })
}

fn finish(sheet: &Value) -> Value {
    accepted(CORE.finish(sheet.to_string().as_bytes()))
}

/// Scores alone: without the report and its search for the next level.
fn score(sheet: &Value) -> Value {
    accepted(CORE.score(sheet.to_string().as_bytes()))
}

fn find<'a>(result: &'a Value, list: &str, id: &str) -> &'a Value {
    result[list].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap()
}

fn metric(result: &Value, id: &str) -> Option<f64> {
    find(result, "metrics", id)["value"].as_f64()
}

fn stage(result: &Value) -> Option<f64> {
    find(result, "bands", "stage")["value"].as_f64()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn scores_lie_within_their_bounds(sheet in sheet()) {
        let result = score(&sheet);
        for score in result["scales"].as_array().unwrap().iter().chain(result["metrics"].as_array().unwrap()) {
            if let Some(value) = score["value"].as_f64() {
                let (low, high) = (score["low"].as_f64().unwrap(), score["high"].as_f64().unwrap());
                prop_assert!(low <= value && value <= high, "{score}");
                if let Some(band) = score["band"].as_array() {
                    prop_assert!(band[0].as_f64().unwrap() <= value && value <= band[1].as_f64().unwrap(), "{score}");
                }
            } else {
                prop_assert_eq!(&score["status"], "not_scored");
            }
        }
        for scale in result["scales"].as_array().unwrap() {
            prop_assert!(scale["low"].as_f64().unwrap() >= 0.0 && scale["high"].as_f64().unwrap() <= 100.0);
        }
    }

    #[test]
    fn index_and_balance_follow_their_rules(sheet in sheet()) {
        let result = score(&sheet);
        let Some(index) = metric(&result, "index") else { return Ok(()) };
        prop_assert!((5.0..=100.0).contains(&index));
        let floored: Vec<f64> = PRACTICE.iter().map(|id| find(&result, "scales", id)["value"].as_f64().unwrap().max(5.0)).collect();
        prop_assert!(index <= floored.iter().sum::<f64>() / 3.0 + 1e-9);
        let equal = floored.iter().all(|x| (x - floored[0]).abs() < 1e-9);
        prop_assert_eq!((metric(&result, "balance").unwrap() - 1.0).abs() < 1e-9, equal);
        // Someone with an index always gets something to do, and never too much.
        let advice = result["advice"].as_array().unwrap();
        prop_assert!(!advice.is_empty() && advice.len() <= 5);
    }

    #[test]
    fn at_most_two_recommendations_per_dimension(sheet in sheet()) {
        let result = finish(&sheet);
        for dimension in ["demand", "focus", "change"] {
            let same = result["report"]["advice"].as_array().unwrap().iter().filter(|a| a["dimension"]["id"] == dimension);
            prop_assert!(same.count() <= 2);
        }
    }

    #[test]
    fn a_lead_has_exactly_one_state(sheet in sheet()) {
        let result = score(&sheet);
        for state in result["states"].as_array().unwrap() {
            let lead = metric(&result, &format!("lead.{}", state["dimension"].as_str().unwrap()));
            prop_assert_eq!(lead.is_some(), state["id"].is_string());
        }
    }

    #[test]
    fn more_practice_never_lowers_index_or_stage(sheet in sheet(), which in 0..24_usize) {
        let (item, scale, reversed) = members()[which].clone();
        let Some(now) = sheet["answers"][&item].as_i64() else { return Ok(()) };
        let more = if reversed { now - 1 } else { now + 1 };
        if !scale.ends_with("practice") || !(1..=5).contains(&more) {
            return Ok(());
        }
        let mut raised = sheet.clone();
        raised["answers"][&item] = json!(more);
        let (before, after) = (score(&sheet), score(&raised));
        prop_assert!(metric(&after, "index") >= metric(&before, "index"));
        prop_assert!(stage(&after) >= stage(&before));
        for dimension in ["demand", "focus", "change"] {
            let id = format!("lead.{dimension}");
            prop_assert!(metric(&after, &id) <= metric(&before, &id));
        }
    }

    #[test]
    fn answering_the_rest_stays_within_the_old_bounds(sheet in sheet(), fill in proptest::collection::vec(1..=5_i32, 24)) {
        let before = score(&sheet);
        let mut completed = sheet.clone();
        for ((item, ..), answer) in members().into_iter().zip(fill) {
            if !completed["answers"][&item].is_i64() {
                completed["answers"][&item] = json!(answer);
            }
        }
        let after = score(&completed);
        for (a, b) in before["scales"].as_array().unwrap().iter().zip(after["scales"].as_array().unwrap()) {
            if let Some(value) = b["value"].as_f64() {
                prop_assert!(a["low"].as_f64().unwrap() <= value + 1e-9 && value <= a["high"].as_f64().unwrap() + 1e-9, "{a} {b}");
            }
        }
        if let (Some(low), Some(index)) = (find(&before, "metrics", "index")["low"].as_f64(), metric(&after, "index")) {
            let high = find(&before, "metrics", "index")["high"].as_f64().unwrap();
            prop_assert!(low <= index + 1e-9 && index <= high + 1e-9);
        }
    }

    #[test]
    fn order_in_the_files_changes_no_bit(sheet in sheet(), seed in any::<u64>()) {
        let mut definition = WRITTEN.clone();
        for scale in definition["scales"].as_array_mut().unwrap() {
            let members = scale["members"].as_array_mut().unwrap();
            let n = members.len();
            members.rotate_left(usize::try_from(seed % 5).unwrap() % n);
            members.swap(0, n - 1);
        }
        let mut reversed: Vec<(String, Value)> = sheet["answers"].as_object().unwrap().clone().into_iter().collect();
        reversed.reverse();
        let turned = json!({"answers": Value::Object(reversed.into_iter().collect())});
        let other = Assessment::load(definition.to_string().as_bytes());
        let (a, b) = (score(&sheet), accepted(other.score(turned.to_string().as_bytes())));
        for list in ["scales", "metrics", "bands", "states"] {
            prop_assert_eq!(&a[list], &b[list]);
        }
    }

    #[test]
    fn reversing_key_and_answer_changes_no_score(sheet in sheet(), which in 0..24_usize) {
        let (item, ..) = members()[which].clone();
        let mut definition = WRITTEN.clone();
        for scale in definition["scales"].as_array_mut().unwrap() {
            for member in scale["members"].as_array_mut().unwrap() {
                if member["item"] == json!(item) {
                    member["key"] = json!(if member["key"] == "-" { "+" } else { "-" });
                }
            }
        }
        let mut turned = sheet.clone();
        if let Some(now) = turned["answers"][&item].as_i64() {
            turned["answers"][&item] = json!(6 - now);
        }
        let other = Assessment::load(definition.to_string().as_bytes());
        let (a, b) = (score(&sheet), accepted(other.score(turned.to_string().as_bytes())));
        prop_assert_eq!(&a["scales"], &b["scales"]);
    }

    #[test]
    fn the_way_to_the_next_level_reaches_it(sheet in sheet()) {
        let result = finish(&sheet);
        let next = &result["report"]["bands"][0]["next"];
        if next["found"] != true {
            return Ok(());
        }
        let mut changed = sheet.clone();
        for change in next["changes"].as_array().unwrap() {
            changed["answers"][change["item"].as_str().unwrap()] = json!(value_of(change));
        }
        prop_assert!(stage(&score(&changed)) >= next["level"].as_f64());
        // One step less on any of its answers does not reach it.
        for change in next["changes"].as_array().unwrap() {
            let item = change["item"].as_str().unwrap();
            let mut fewer = changed.clone();
            let (from, to) = (sheet["answers"][item].as_i64().unwrap(), changed["answers"][item].as_i64().unwrap());
            fewer["answers"][item] = json!(to - (to - from).signum());
            prop_assert!(stage(&score(&fewer)) < next["level"].as_f64());
        }
    }

    #[test]
    fn dont_know_scores_like_no_answer(sheet in sheet()) {
        let mut without = sheet.clone();
        without["answers"].as_object_mut().unwrap().retain(|_, answer| answer != "dk");
        let (a, b) = (score(&sheet), score(&without));
        for list in ["scales", "metrics", "bands", "states"] {
            prop_assert_eq!(&a[list], &b[list]);
        }
    }

    #[test]
    fn what_is_explained_is_what_was_scored(sheet in sheet(), which in any::<prop::sample::Index>()) {
        let result = score(&sheet);
        let scores: Vec<&Value> = ["scales", "metrics"].iter().flat_map(|list| result[list].as_array().unwrap()).collect();
        let scored = which.get(&scores);
        let id = scored["id"].as_str().unwrap();
        let explained = accepted(CORE.explain(sheet.to_string().as_bytes(), id));
        prop_assert_eq!(&explained["score"], *scored);
        if explained["kind"] == "composite" {
            let (low, high) = match id { "strain" | "mean" | "range" => (0.0, 100.0), _ => (f64::MIN, f64::MAX) };
            let traced = explained["trace"]["value"].as_f64().map(|x| x.clamp(low, high));
            prop_assert!((traced.unwrap_or(-1.0) - scored["value"].as_f64().unwrap_or(-1.0)).abs() < 1e-9, "{explained}");
        }
    }

    #[test]
    fn numbers_are_read_to_the_last_bit(mantissa in 0..1_000_000_000_000_000_u64, places in 6..16_u32, negative: bool) {
        // The low end of a mark comes back as it was read.
        let digits = format!("{mantissa:016}");
        let (whole, rest) = digits.split_at(16 - usize::try_from(places).unwrap());
        let whole = if whole.trim_start_matches('0').is_empty() { "0" } else { whole.trim_start_matches('0') };
        let sign = if negative { "-" } else { "" };
        let text = if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") };
        let expected: f64 = text.parse().unwrap();
        if expected.abs() > tautline::limits::MAGNITUDE {
            return Ok(());
        }
        let definition = MINIMAL.trim_end().trim_end_matches('}');
        let mark = format!(r#"{definition}, "marks": [{{"item": "A1", "low": {text}, "text": "x", "source": [{{"title": "x"}}]}}]}}"#);
        let core = Assessment::load(mark.as_bytes());
        let read = accepted(core.finish(br#"{"answers": {}}"#))["report"]["marks"][0]["low"].as_f64().unwrap();
        prop_assert_eq!(read.to_bits(), (expected + 0.0).to_bits(), "{}", text);
    }

    #[test]
    fn a_slip_in_a_document_is_seen_as_elsewhere(sheet in sheet(), at in any::<prop::sample::Index>(), byte in "[\\[\\]{}:,\"a0. -]") {
        // One character of a good document replaced, left out or doubled.
        let text = sheet.to_string();
        let n = at.index(text.len());
        let (before, rest) = text.split_at(n);
        let after = rest.get(1..).unwrap();
        for slip in [[before, &byte, after].concat(), [before, after].concat(), [before, &byte, rest].concat()] {
            agrees(&slip)?;
        }
    }

    #[test]
    fn arbitrary_bytes_are_refused_in_peace(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Assessment::load(&bytes).check();
        let _ = CORE.finish(&bytes);
    }

    #[test]
    fn the_reader_accepts_what_json_is(text in "[\\[\\]{}:,\"\\\\a-c0-9.eE+ntrufalse -]{0,24}") {
        agrees(&text)?;
    }
}

/// Within our bounds the reader and an independent one agree on what is JSON.
fn agrees(text: &str) -> Result<(), TestCaseError> {
    let theirs = serde_json::from_str::<Value>(text);
    let ours = serde_json::to_value(CORE.score(text.as_bytes())).unwrap();
    let code = ours["refused"]["problems"][0]["code"].as_str().unwrap_or_default().to_owned();
    let bounded = ["json-number", "json-repeated-key", "json-depth"].contains(&code.as_str());
    prop_assert!(bounded || theirs.is_ok() == (code != "json-syntax"), "{text}: {theirs:?} {code}");
    Ok(())
}

/// The value of the choice that a plan names in words.
fn value_of(change: &Value) -> i64 {
    let item = WRITTEN["items"].as_array().unwrap().iter().find(|item| item["id"] == change["item"]).unwrap();
    let kind = &item["kind"]["choice"];
    let set = WRITTEN["choice_sets"].as_array().unwrap().iter().find(|set| set["id"] == kind["set"]);
    let choices = kind.get("choices").or_else(|| set.map(|set| &set["choices"])).unwrap();
    choices.as_array().unwrap().iter().find(|choice| choice["label"] == change["to"]).unwrap()["value"]
        .as_i64()
        .unwrap()
}
