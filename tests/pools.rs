//! Pools: what a seed draws, in which order, and that a link repeats it. The orders are
//! those of `tests/vectors/draw.py`.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::{accepted, refused};
use tautline::api::Assessment;

const POOL: &str = include_str!("wide/pool.json");

fn pool() -> Assessment {
    let assessment = Assessment::load(POOL.as_bytes());
    assert_eq!(assessment.problems(), []);
    assessment
}

fn sheet(seed: u32, answers: &Value) -> Vec<u8> {
    json!({"instrument": "a-pool", "seed": seed, "answers": answers}).to_string().into_bytes()
}

fn asked(assessment: &Assessment, seed: u32, answers: &Value) -> Vec<String> {
    let progress = accepted(assessment.progress(&sheet(seed, answers)));
    progress["applicable"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().into()).collect()
}

#[test]
fn a_seed_draws_what_the_other_program_draws() {
    let assessment = pool();
    for (seed, expected) in [
        (0, ["first", "E", "C", "D"]),
        (1, ["first", "C", "D", "E"]),
        (2, ["first", "C", "D", "A"]),
        (7, ["first", "E", "B", "A"]),
    ] {
        assert_eq!(asked(&assessment, seed, &json!({"first": "red"})), expected, "{seed}");
    }
    // What is drawn and hidden leaves its place empty.
    assert_eq!(asked(&assessment, 0, &json!({"first": "blue"})), ["first", "C", "D"]);
}

#[test]
fn every_item_is_drawn_equally_often() {
    let assessment = pool();
    let mut times = [0_u32; 5];
    for seed in 0..2000 {
        for id in asked(&assessment, seed, &json!({"first": "red"})).iter().skip(1) {
            times[usize::from(id.as_bytes()[0] - b'A')] += 1;
        }
    }
    // 1200 each; four standard deviations of a binomial are 88.
    assert!(times.iter().all(|n| n.abs_diff(1200) < 88), "{times:?}");
}

#[test]
fn what_is_not_drawn_is_neither_asked_nor_scored() {
    let assessment = pool();
    let answers = json!({"first": "red", "E": "red", "C": "green", "D": "none", "A": "red"});
    let result = accepted(assessment.score(&sheet(0, &answers)));
    // Of first, E, C and D three are right; A was not drawn.
    let scale = &result["scales"][0];
    assert_eq!((&scale["value"], &scale["of"]), (&json!(75.0), &json!(4.0)));
}

#[test]
fn choices_are_shuffled_and_the_fixed_one_stays() {
    let assessment = pool();
    let order = |seed| {
        let progress = accepted(assessment.progress(&sheet(seed, &json!({}))));
        assert_eq!(progress["orders"].as_array().unwrap().len(), 1);
        assert_eq!(progress["orders"][0]["item"], "first");
        progress["orders"][0]["choices"].clone()
    };
    // python3 tests/vectors/draw.py SEED 'first red' 'first green' 'first blue'
    assert_eq!(order(0), json!(["blue", "green", "red", "none"]));
    assert_eq!(order(2), json!(["blue", "red", "green", "none"]));
}

#[test]
fn a_link_repeats_the_draw() {
    let assessment = pool();
    for seed in [0, 7, 1_234_567_890, u32::MAX] {
        let mut answers = json!({"first": "red"});
        for id in asked(&assessment, seed, &answers).iter().skip(1) {
            answers[id] = json!("blue");
        }
        let token = accepted(assessment.link(&sheet(seed, &answers)));
        let document = accepted(assessment.open_link(token.as_str().unwrap()));
        let opened: Value = serde_json::from_str(document.as_str().unwrap()).unwrap();
        assert_eq!((&opened["seed"], &opened["answers"]), (&json!(seed), &answers));
        let score = |answers: &[u8]| accepted(assessment.score(answers))["scales"].clone();
        assert_eq!(score(document.as_str().unwrap().as_bytes()), score(&sheet(seed, &answers)));
    }
}

#[test]
fn the_compiled_form_draws_alike() {
    let assessment = pool();
    let compiled = accepted(assessment.compiled());
    let opened = Assessment::open(POOL.as_bytes(), compiled.as_str().unwrap().as_bytes());
    for seed in 0..20 {
        let document = sheet(seed, &json!({"first": "red", "C": "blue"}));
        assert_eq!(accepted(opened.progress(&document)), accepted(assessment.progress(&document)));
        assert_eq!(accepted(opened.finish(&document)), accepted(assessment.finish(&document)));
    }
}

#[test]
fn a_seed_is_a_whole_number_of_32_bits() {
    for (seed, code) in [(json!(-1), "out-of-range"), (json!(1.5), "not-whole"), (json!("x"), "wrong-type")] {
        let document = json!({"seed": seed, "answers": {}}).to_string();
        let problems = refused(pool().score(document.as_bytes()));
        assert_eq!((&problems[0]["code"], &problems[0]["at"]), (&json!(code), &json!("/seed")));
    }
}

#[test]
fn who_is_drawn_or_shuffled_with_others_cannot_wait_for_them() {
    let mut definition: Value = serde_json::from_str(POOL).unwrap();
    definition["items"][5]["show_if"] = json!("A == 'red'");
    let assessment = Assessment::load(definition.to_string().as_bytes());
    let found: Vec<_> = assessment.problems().iter().map(|p| (p.code, p.at.as_str())).collect();
    assert_eq!(found, [("not-available-here", "/items/5/show_if")]);
}
