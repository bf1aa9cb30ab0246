//! Two sets of answers side by side: the worked pairs and changes against an
//! independent computation, and what holds for any two sheets.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

#[path = "support/pairs.rs"]
mod examples;
mod support;

use examples::{check_pair, document, row, scales};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use support::{FLAGSHIP, accepted, close, flagship, refused, same, worked};
use tautline::api::Assessment;

static CORE: LazyLock<Assessment> = LazyLock::new(flagship);

/// In the order given, as the examples count.
fn compare(first: &str, second: &str) -> Value {
    accepted(CORE.compare_as_given(first.as_bytes(), second.as_bytes()))
}

#[test]
fn every_pair_is_compared_as_computed_by_hand() {
    let worked = worked();
    let pairs = worked["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 6);
    for pair in pairs {
        let given = compare(&document(pair["first"].as_str().unwrap()), &document(pair["second"].as_str().unwrap()));
        check_pair(pair, &given);
    }
}

#[test]
fn every_change_is_computed_as_by_hand() {
    let worked = worked();
    let changes = worked["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    for change in changes {
        let (name, expected) = (change["name"].as_str().unwrap(), &change["expected"]);
        let [old, new] = ["old", "new"].map(|field| document(change[field].as_str().unwrap()));
        let given = accepted(CORE.change(old.as_bytes(), new.as_bytes()));
        for (dimension, side) in scales() {
            let id = format!("{dimension}.{side}");
            let (scale, wanted) = (row(&given["scales"], &id), &expected["scales"][dimension][side]);
            close(&scale["change"], &wanted["change"], &format!("{name} {id}"));
            same(&scale["common"], &wanted["common"], &format!("{name} {id}"));
            check_movement(scale, &wanted["moved"], &format!("{name} {id}"));
        }
        let index = row(&given["scores"], "index");
        for field in ["old", "new", "change"] {
            close(&index[field], &expected["index"][field], name);
        }
        check_movement(index, &expected["index"]["moved"], name);
    }
}

#[track_caller]
fn check_movement(given: &Value, moved: &Value, place: &str) {
    let wanted = match (moved.as_bool(), given["change"].is_null()) {
        (Some(true), _) => "moved",
        (_, true) => "not_enough",
        _ => "within",
    };
    assert_eq!(given["movement"], wanted, "{place}");
}

#[test]
fn a_change_names_what_moved_and_what_no_longer_applies() {
    let (old, new) = (document("cio"), document("cio_later"));
    let given = accepted(CORE.change(old.as_bytes(), new.as_bytes()));
    let items = given["items"].as_array().unwrap();
    assert!(!items.is_empty());
    for item in items {
        assert!(item["difference"] != 0.0 && item["first_answer"] != item["second_answer"], "{item}");
    }
    let ids = |document: &str, list: &str| -> Vec<Value> {
        accepted(CORE.score(document.as_bytes()))[list].as_array().unwrap().clone()
    };
    let (given_then, apply_now) = (ids(&old, "advice"), ids(&new, "triggered"));
    for (list, applies) in [("gone", false), ("still", true)] {
        let named: Vec<Value> =
            given["advice"][list].as_array().unwrap().iter().map(|rule| rule["id"].clone()).collect();
        let wanted: Vec<Value> = given_then.iter().filter(|id| apply_now.contains(id) == applies).cloned().collect();
        assert_eq!(named, wanted, "{list}");
    }
}

#[test]
fn counterparts_stand_in_the_order_of_the_definition() {
    let (cio, ceo) = (document("cio"), document("ceo"));
    let straight = accepted(CORE.compare(cio.as_bytes(), ceo.as_bytes()));
    let mut turned = accepted(CORE.compare(ceo.as_bytes(), cio.as_bytes()));
    assert_eq!((&straight["swapped"], &turned["swapped"]), (&json!(false), &json!(true)));
    assert_eq!((&turned["first"]["role"], &turned["second"]["role"]), (&json!("cio"), &json!("ceo")));
    turned["swapped"] = json!(false);
    assert_eq!(straight, turned);
    // Other roles stand as they are given.
    let other = cio.replacen("\"cio\"", "\"other\"", 1);
    let given = accepted(CORE.compare(other.as_bytes(), cio.as_bytes()));
    assert_eq!((&given["swapped"], &given["first"]["role"]), (&json!(false), &json!("other")));
}

#[test]
fn both_are_in_one_picture_as_each_is_alone() {
    let given = compare(&document("cio"), &document("ceo"));
    for (side, name) in [("first", "cio"), ("second", "ceo")] {
        let alone = accepted(CORE.finish(document(name).as_bytes()));
        assert_eq!(given[side]["scales"], alone["scales"]);
        assert_eq!(given[side]["picture"], alone["report"]["picture"]);
        assert_eq!(given[side]["dimensions"], alone["report"]["dimensions"]);
        assert_eq!(given[side]["role_label"], alone["role_label"]);
        assert_eq!(given[side]["status"], "scored");
    }
}

#[test]
fn texts_name_what_they_are_about() {
    let given = compare(&document("cio"), &document("ceo"));
    let guesses = row(&given["advice"], "R27");
    let text = guesses["text"].as_str().unwrap();
    assert!(text.contains("You agree more than you think on \u{201c}How does the organization keep sight"), "{text}");
    assert_eq!(guesses["variants"], json!(["false_conflict"]));
    let (first, hit) = (&given["predictions"][0], &given["predictions"][5]);
    assert!(first["text"].as_str().unwrap().starts_with("How does the organization keep sight"));
    assert_eq!((&first["kind"], &hit["kind"]), (&json!("distance"), &json!("hit")));
    assert_eq!(hit["guess"], "Cost effectiveness");
    assert_eq!(hit["own"], "Service levels");
    assert_eq!(hit["actual_answer"], "Speed at creating new value");
    let item = row(&given["items"], "FT4");
    assert_eq!((&item["first_answer"], &item["second_answer"]), (&json!("Agree"), &json!("Disagree")));
    assert_eq!(row(&given["priorities"]["rows"], "speed")["second"], 1.0);
    assert_eq!(row(&given["shift"]["rows"], "keep")["now"], json!({"first": 35.0, "second": 40.0}));
}

#[test]
fn refusals_say_whose_answers_they_concern() {
    let fine = document("cio");
    let places = |first: &str, second: &str| -> Vec<String> {
        let problems = refused(CORE.compare(first.as_bytes(), second.as_bytes()));
        let also = refused(CORE.change(first.as_bytes(), second.as_bytes()));
        assert_eq!(problems, also);
        problems.iter().map(|problem| problem["at"].as_str().unwrap().to_owned()).collect()
    };
    let bad = r#"{"answers": {"DS1": 6}}"#;
    assert_eq!(places(bad, &fine), ["/first/answers/DS1"]);
    assert_eq!(places(&fine, bad), ["/second/answers/DS1"]);
    assert_eq!(places("no", bad), ["/first", "/second/answers/DS1"]);
    assert_eq!(places(&fine, &fine.replace("\"1.0\"", "\"2.0\"")), ["/second/version"]);
}

fn step() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![6 => (1..=5).prop_map(|n| Some(json!(n))), 1 => Just(Some(json!("dk"))), 1 => Just(None)]
}

fn split() -> impl Strategy<Value = Option<Value>> {
    let parts = (0..=100_i32, 0..=100_i32).prop_map(|(a, b)| {
        let (a, b) = (a.min(b), a.max(b));
        json!({"keep": a, "requests": b - a, "process": 100 - b, "new": 0, "foundations": 0})
    });
    proptest::option::of(parts)
}

const STEPS: [&str; 27] = [
    "DT3", "DT4", "DS1", "DS2", "DS3", "DS4", "DS5", "FT2", "FT3", "FT4", "FS1", "FS2", "FS3", "FS4", "FS5", "CT1",
    "CT2", "CT3", "CT4", "CS1", "CS2", "CS3", "CS4", "CS5", "M1", "M2", "M3",
];
const MEASURES: [&str; 5] = ["cost", "speed", "innovation", "service", "relevance"];

/// Any sheet of this role.
fn sheet(role: &'static str) -> impl Strategy<Value = String> {
    let steps = proptest::collection::vec(step(), STEPS.len());
    let ranking = proptest::option::of(Just(MEASURES.to_vec()).prop_shuffle());
    let number = || proptest::option::of(0..=100);
    let guess = proptest::option::of(0..5_usize);
    (steps, number(), number(), split(), split(), ranking, guess).prop_map(
        move |(steps, new, local, now, next, ranking, guess)| {
            let mut answers = Map::new();
            for (item, answer) in STEPS.iter().zip(steps) {
                answers.extend(answer.map(|answer| ((*item).to_owned(), answer)));
            }
            let others = [
                ("DT1", new.map(|x| json!(x))),
                ("DT2", local.map(|x| json!(x))),
                ("FT1", now),
                ("P3", next),
                ("P1", ranking.map(|order| json!(order))),
                ("M4", guess.map(|n| json!(MEASURES[n]))),
            ];
            for (item, answer) in others {
                answers.extend(answer.map(|answer| (item.to_owned(), answer)));
            }
            json!({"role": role, "answers": answers}).to_string()
        },
    )
}

fn side(side: &Value) -> Value {
    json!(if side == "first" { "second" } else { "first" })
}

fn negated(x: &Value) -> Value {
    x.as_f64().map_or(Value::Null, |x| json!(0.0 - x))
}

fn exchange(object: &mut Value, a: &str, b: &str) {
    let (x, y) = (object[a].take(), object[b].take());
    (object[a], object[b]) = (y, x);
}

/// What the comparison must be when the two are given the other way round.
fn swapped(mut given: Value) -> Value {
    exchange(&mut given, "first", "second");
    exchange(&mut given["visibility"], "first", "second");
    for gap in given["gaps"].as_array_mut().unwrap() {
        gap["gap"] = negated(&gap["gap"]);
    }
    given["overall"]["gap"] = negated(&given["overall"]["gap"]);
    for item in given["items"].as_array_mut().unwrap() {
        item["difference"] = negated(&item["difference"]);
        exchange(item, "first", "second");
        exchange(item, "first_answer", "second_answer");
    }
    for row in given["priorities"]["rows"].as_array_mut().unwrap() {
        exchange(row, "first", "second");
    }
    for row in given["shift"]["rows"].as_array_mut().unwrap() {
        exchange(&mut row["now"], "first", "second");
        exchange(&mut row["next"], "first", "second");
    }
    let mut predictions: Vec<Value> = given["predictions"].as_array().unwrap().clone();
    for guess in &mut predictions {
        guess["by"] = side(&guess["by"]);
    }
    predictions.sort_by_key(|guess| [guess["item"].clone(), guess["by"].clone()].map(|text| text.to_string()));
    given["predictions"] = json!(predictions);
    for rule in given["advice"].as_array_mut().unwrap() {
        let mut seen_by: Vec<Value> = rule["seen_by"].as_array().unwrap().iter().map(side).collect();
        seen_by.sort_by_key(Value::to_string);
        rule["seen_by"] = json!(seen_by);
    }
    given
}

/// To the bit, but for the sign of zero.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(x) => json!(x.as_f64().unwrap() + 0.0),
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), plain(value))).collect(),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn swapping_changes_signs_and_nothing_else(a in sheet("cio"), b in sheet("ceo")) {
        prop_assert_eq!(plain(&compare(&b, &a)), plain(&swapped(compare(&a, &b))));
    }

    #[test]
    fn parts_add_up_to_the_distance(a in sheet("cio"), b in sheet("ceo")) {
        let likeness = &compare(&a, &b)["similarity"];
        if let Some(d2) = likeness["d2"].as_f64() {
            let parts = ["elevation", "scatter", "shape"].map(|part| likeness[part].as_f64().unwrap());
            prop_assert!((parts.iter().sum::<f64>() - d2).abs() <= 1e-6, "{likeness}");
            prop_assert!(parts.iter().all(|part| *part >= 0.0), "{likeness}");
        }
    }

    #[test]
    fn a_sheet_is_close_to_itself(a in sheet("cio")) {
        let given = compare(&a, &a);
        for gap in given["gaps"].as_array().unwrap().iter().chain([&given["overall"]]) {
            prop_assert!(gap["gap"].is_null() || gap["gap"] == 0.0, "{gap}");
            prop_assert!(gap["flag"] == "none" || gap["flag"] == "not_enough", "{gap}");
        }
        let likeness = &given["similarity"];
        prop_assert!(likeness["verdict"] == "close" || likeness["common"].as_f64().unwrap() < 17.0, "{likeness}");
        prop_assert!(likeness["d2"].is_null() || likeness["d2"] == 0.0, "{likeness}");
        let rho = &given["priorities"]["rho"];
        prop_assert!(rho.is_null() || *rho == 1.0, "{rho}");
        prop_assert!(given["items"].as_array().unwrap().iter().all(|item| item["difference"] == 0.0));
    }

    #[test]
    fn advice_keeps_its_limits(a in sheet("cio"), b in sheet("ceo")) {
        let given = compare(&a, &b);
        let advice = given["advice"].as_array().unwrap();
        prop_assert!(advice.len() <= 5);
        let pair: Vec<bool> = advice.iter().map(|rule| rule["pair"].as_bool().unwrap()).collect();
        prop_assert!(pair.is_sorted_by(|a, b| a >= b), "{pair:?}");
        for dimension in ["demand", "focus", "change"] {
            let of = advice.iter().filter(|rule| rule["pair"] == false && rule["dimension"]["id"] == dimension);
            prop_assert!(of.count() <= 2);
        }
        for rule in advice.iter().filter(|rule| rule["id"] == "R30") {
            prop_assert_eq!(&rule["seen_by"], &json!(["first", "second"]));
        }
    }

    #[test]
    fn a_change_is_the_gap_between_then_and_now(a in sheet("cio"), b in sheet("cio")) {
        let (gaps, change) = (compare(&a, &b), accepted(CORE.change(a.as_bytes(), b.as_bytes())));
        for (gap, scale) in gaps["gaps"].as_array().unwrap().iter().zip(change["scales"].as_array().unwrap()) {
            prop_assert_eq!(&gap["gap"], &scale["change"]);
        }
    }
}

#[test]
fn an_opened_instrument_compares_like_a_checked_one() {
    let compiled = accepted(CORE.compiled()).as_str().unwrap().to_owned();
    let open = Assessment::open(FLAGSHIP.as_bytes(), compiled.as_bytes());
    let (a, b) = (document("cio"), document("ceo"));
    let (a, b) = (a.as_bytes(), b.as_bytes());
    assert_eq!(accepted(open.compare(a, b)), accepted(CORE.compare(a, b)));
    assert_eq!(accepted(open.change(a, b)), accepted(CORE.change(a, b)));
}

/// Grids, words without points, and what does not apply to one of them.
#[test]
fn every_kind_of_item_is_compared() {
    let core = Assessment::load(include_bytes!("definitions/valid/all-kinds.json"));
    let first = r#"{"role": "one", "answers": {"C1": 2, "C2": "green", "D1": {"x": 1, "y": 2, "z": 7},
        "R1": ["z", "x", "y"], "G1": {"x": 1, "y": 5, "z": 5}, "P1": 4, "P2": "y"}}"#;
    let second = r#"{"role": "two", "answers": {"C1": 5, "C2": "blue", "C3": "dk", "D2": {"x": 1, "y": 2, "z": 7},
        "R1": ["y", "x", "z"], "G1": {"x": 3, "y": 2, "z": 5}}}"#;
    let given = accepted(core.compare(second.as_bytes(), first.as_bytes()));
    assert_eq!(given["swapped"], true);
    let gap = |id: &str| {
        let gap = row(&given["gaps"], id);
        (gap["gap"].as_f64(), gap["flag"].as_str().unwrap(), gap["common"].as_f64(), gap["of"].as_f64())
    };
    // C3 applies to the second only.
    assert_eq!(gap("left.all"), (None, "not_enough", Some(1.0), Some(3.0)));
    assert_eq!(gap("right.all"), (Some(185.0 / 3.0), "clear", Some(3.0), Some(4.0)));
    assert_eq!(gap("right.part"), (Some(0.0), "none", Some(1.0), Some(1.0)));
    let overall = &given["overall"];
    assert_eq!((&overall["gap"], &overall["flag"]), (&json!(46.25), &json!("clear")));
    let items = given["items"].as_array().unwrap().iter();
    let items: Vec<_> = items.map(|item| (&item["id"], &item["part"], &item["difference"])).collect();
    let expected = [
        (&json!("C1"), &Value::Null, &json!(75.0)),
        (&json!("G1"), &json!("y"), &json!(75.0)),
        (&json!("C2"), &Value::Null, &json!(60.0)),
        (&json!("G1"), &json!("x"), &json!(50.0)),
        (&json!("G1"), &json!("z"), &json!(0.0)),
    ];
    assert_eq!(items, expected);
    assert_eq!(
        given["two_steps"],
        json!({"overall": {"count": 3.0, "common": 4.0}, "all": {"count": 4.0, "common": 5.0}})
    );
    assert_eq!((&given["similarity"]["d2"], &given["similarity"]["of"]), (&json!(17350.0), &json!(8.0)));
    assert_eq!((&given["shift"]["now"], &given["shift"]["next"]), (&Value::Null, &Value::Null));
    assert_eq!(given["visibility"]["second"], json!({"dont_know": 1.0, "of": 2.0, "share": 0.5}));
    let guesses = given["predictions"].as_array().unwrap();
    assert_eq!(guesses.len(), 2);
    assert_eq!(
        (&guesses[0]["expected"], &guesses[0]["actual"], &guesses[0]["error"]),
        (&json!(50.0), &json!(75.0), &json!(25.0))
    );
    assert_eq!((&guesses[1]["hit"], &guesses[1]["result"]), (&json!(true), &Value::Null));
    let advice = given["advice"].as_array().unwrap();
    assert_eq!(advice.iter().map(|rule| &rule["id"]).collect::<Vec<_>>(), ["three", "one"]);
    assert_eq!(
        advice[0]["text"],
        "Talk about \u{201c}A level?\u{201d}, \u{201c}Grade. Y\u{201d}, \u{201c}A color?\u{201d}."
    );
    assert_eq!((&advice[1]["seen_by"], &advice[1]["priority"]), (&json!(["first"]), &json!(37.5)));
}

/// A result stays comparable when only the way of comparing changes.
#[test]
fn how_answers_are_compared_decides_no_score() {
    let mut definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let fields = definition.as_object_mut().unwrap();
    assert!(fields.remove("pair").is_some() && fields.remove("change").is_some());
    let other = Assessment::load(definition.to_string().as_bytes());
    assert_eq!(accepted(other.check())["fingerprint"], accepted(CORE.check())["fingerprint"]);
}
