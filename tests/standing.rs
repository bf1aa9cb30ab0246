//! Weights by role, targets, norms and archetypes. The expected numbers are computed
//! by hand.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::accepted;
use tautline::api::{Assessment, Cohort};

const PROFILE: &str = include_str!("wide/profile.json");

fn profile() -> Assessment {
    let assessment = Assessment::load(PROFILE.as_bytes());
    assert_eq!(assessment.problems(), []);
    assessment
}

fn sheet(role: Option<&str>, answers: &Value) -> Vec<u8> {
    json!({"instrument": "a-profile", "role": role, "answers": answers}).to_string().into_bytes()
}

fn report(role: Option<&str>, answers: &Value) -> Value {
    accepted(profile().finish(&sheet(role, answers)))["report"].clone()
}

fn answers() -> Value {
    json!({"X1": 4, "X2": 2, "Y1": 1})
}

#[track_caller]
fn near(found: &Value, expected: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
}

#[test]
fn a_role_can_weigh_an_item_otherwise() {
    for (role, expected) in [(None, 75.0), (Some("a"), 75.0), (Some("b"), 87.5)] {
        let result = accepted(profile().score(&sheet(role, &answers())));
        near(&result["scales"][0]["value"], expected);
    }
    let explained = accepted(profile().explain(&sheet(Some("b"), &answers()), "x"));
    let weights: Vec<_> = explained["members"].as_array().unwrap().iter().map(|m| m["weight"].as_f64()).collect();
    assert_eq!(weights, [Some(3.0), Some(1.0)]);
    near(&explained["weight"], 4.0);
}

#[test]
fn a_group_is_added_up_by_the_weights_of_each() {
    let assessment = profile();
    let mut cohort = Cohort::default();
    let mut links = String::new();
    for (role, answers) in [("a", answers()), ("b", answers()), ("a", json!({"X1": 0, "X2": 4, "Y1": 0}))] {
        links += accepted(assessment.link(&sheet(Some(role), &answers))).as_str().unwrap();
        links.push('\n');
    }
    accepted(assessment.gather_text(&mut cohort, &links, None));
    let group = accepted(assessment.group(&cohort, b"{}"));
    // 75, 87.5 and 50.
    near(&group["all"]["scales"][0]["mean"], 212.5 / 3.0);
}

#[test]
fn targets_are_those_of_everybody_and_of_the_role() {
    let of = |role| {
        let targets = report(role, &answers())["targets"].as_array().unwrap().clone();
        let short = |t: &Value| (t["of"]["id"].clone(), t["at"].as_f64(), t["gap"].as_f64(), t["reached"].as_bool());
        targets.iter().map(short).collect::<Vec<_>>()
    };
    let row = |id: &str, at, gap, reached| (json!(id), Some(at), Some(gap), Some(reached));
    assert_eq!(of(Some("a")), [row("x", 80.0, -5.0, false), row("y", 25.0, 0.0, true)]);
    assert_eq!(of(Some("b")), [row("x", 80.0, 7.5, true), row("x", 90.0, -2.5, false), row("y", 25.0, 0.0, true)]);
    let open = report(None, &json!({"Y1": 1}))["targets"][0].clone();
    assert_eq!(
        (&open["gap"], &open["reached"], &open["text"]),
        (&Value::Null, &Value::Null, &json!("What the year needs."))
    );
}

#[test]
fn norms_are_read_from_their_tables() {
    let found = report(Some("a"), &answers());
    let norms = &found["norms"];
    // Halfway from 40 to 99; below the first row its value.
    near(&norms[0]["value"], 69.5);
    near(&norms[1]["value"], 10.0);
    assert_eq!((&norms[0]["unit"], &norms[0]["group"]), (&json!("percentile"), &json!("People who were asked")));
    near(&report(Some("b"), &answers())["norms"][0]["value"], 84.25);
    assert_eq!(report(None, &json!({"X1": 4}))["norms"][0]["value"], Value::Null);
}

#[test]
fn the_nearest_archetype_comes_first() {
    let of = |role, answers: &Value| {
        let list = report(role, answers)["archetypes"]["list"].as_array().unwrap().clone();
        list.iter().map(|a| (a["id"].as_str().unwrap().to_owned(), a["distance"].as_f64())).collect::<Vec<_>>()
    };
    // 75 and 25; the two others are equally far, and stay in their order.
    let alike = of(Some("a"), &answers());
    assert_eq!(alike.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["planner", "soloist", "middle"]);
    assert_eq!(alike.iter().map(|(_, distance)| *distance).collect::<Vec<_>>(), [Some(0.0), Some(25.0), Some(25.0)]);
    // 87.5 and 25.
    let other = of(Some("b"), &answers());
    for ((id, distance), (expected, square)) in
        other.iter().zip([("planner", 78.125_f64), ("soloist", 390.625), ("middle", 1015.625)])
    {
        assert_eq!(id, expected);
        assert!((distance.unwrap() - square.sqrt()).abs() < 1e-9);
    }
    let unknown = report(None, &json!({"X1": 4, "X2": 2}))["archetypes"].clone();
    assert_eq!(unknown["known"], json!(false));
    assert_eq!(of(None, &json!({})).first().unwrap(), &("soloist".to_owned(), None));
}

#[test]
fn the_compiled_form_keeps_all_of_it() {
    let assessment = profile();
    let compiled = accepted(assessment.compiled());
    let opened = Assessment::open(PROFILE.as_bytes(), compiled.as_str().unwrap().as_bytes());
    for role in [None, Some("a"), Some("b")] {
        let document = sheet(role, &answers());
        assert_eq!(accepted(opened.finish(&document)), accepted(assessment.finish(&document)));
    }
}
