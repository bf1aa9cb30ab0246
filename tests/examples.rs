//! The worked examples of the flagship instrument, against an independent
//! computation: every number to 1e-9, every text, order and null exactly.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::Value;
use std::sync::LazyLock;
use support::{accepted, close, flagship, refused, sheet_document, worked};
use tautline::api::Assessment;

static CORE: LazyLock<Assessment> = LazyLock::new(flagship);

fn by_id<'a>(list: &'a Value, id: &str) -> &'a Value {
    let found = list.as_array().unwrap().iter().find(|entry| entry["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

/// Scores alone: without the report and its search for the next level.
fn score(sheet: &Value) -> Value {
    accepted(CORE.score(sheet_document(sheet).as_bytes()))
}

fn finish(sheet: &Value) -> Value {
    accepted(CORE.finish(sheet_document(sheet).as_bytes()))
}

#[test]
fn every_sheet_is_scored_as_computed_by_hand() {
    let worked = worked();
    let sheets = worked["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 24);
    for sheet in sheets {
        support::check_sheet(sheet, &finish(sheet));
    }
}

#[test]
fn recommendations_carry_what_was_computed_by_hand() {
    for sheet in worked()["sheets"].as_array().unwrap() {
        let name = sheet["name"].as_str().unwrap();
        let result = finish(sheet);
        let expected = sheet["expected"]["recommendations"].as_array().unwrap();
        let advice = result["report"]["advice"].as_array().unwrap();
        assert_eq!(advice.len(), expected.len(), "{name}");
        for (given, expected) in advice.iter().zip(expected) {
            let place = format!("{name} {}", expected["rule"]);
            assert_eq!(given["id"], expected["rule"], "{place}");
            assert_eq!(given["dimension"]["id"], expected["dimension"], "{place}");
            for field in ["severity", "weight", "priority"] {
                close(&given[field], &expected[field], &place);
            }
            if let Some(variant) = expected.get("variant") {
                assert_eq!(given["variant"], *variant, "{place}");
            }
            let picks = &result["report"]["picks"];
            let dimension = |id: &str| by_id(picks, id)["dimension"]["id"].clone();
            if let Some(item) = expected.get("item") {
                assert_eq!(by_id(picks, "lowest_practice")["item"]["id"], *item, "{place}");
            }
            if let Some(weakest) = expected.get("weakest") {
                assert_eq!(dimension("weakest"), *weakest, "{place}");
                assert_eq!(dimension("strongest"), expected["strongest"], "{place}");
            }
            if let Some(lend_to) = expected.get("lend_to") {
                assert_eq!(dimension("hot_spot"), *lend_to, "{place}");
            }
            assert!(!given["text"].as_str().unwrap().contains('{'), "{place}");
        }
    }
}

#[test]
fn curves_give_the_points_computed_by_hand() {
    for curve in worked()["curves"].as_array().unwrap() {
        let item = curve["item"].as_str().unwrap();
        let scale = if item == "FT1" { "focus.tension" } else { "demand.tension" };
        for pair in curve["points"].as_array().unwrap() {
            let x = pair[0].as_u64().unwrap();
            let answer = if item == "FT1" {
                format!(
                    r#"{{"keep":{},"requests":{},"process":{},"new":0,"foundations":0}}"#,
                    x / 2,
                    x - x / 2,
                    100 - x
                )
            } else {
                x.to_string()
            };
            let answers = format!(r#"{{"answers":{{"{item}":{answer}}}}}"#);
            let explained = accepted(CORE.explain(answers.as_bytes(), scale));
            let member = explained["members"].as_array().unwrap().iter().find(|member| member["item"] == item);
            close(&member.unwrap()["points"], &pair[1], &format!("{item} {x}"));
        }
    }
}

#[test]
fn answers_outside_their_domain_are_refused_with_the_item() {
    let worked = worked();
    let cases = worked["refused"].as_array().unwrap();
    assert_eq!(cases.len(), 15);
    for case in cases {
        let document = serde_json::json!({ "answers": case["answers"] }).to_string();
        let problems = refused(CORE.finish(document.as_bytes()));
        let item = case["answers"].as_object().unwrap().keys().next().unwrap();
        let place = format!("/answers/{item}");
        assert!(
            problems.iter().all(|p| p["at"].as_str().unwrap().starts_with(&place)),
            "{}: {problems:?}",
            case["name"]
        );
    }
}

#[test]
fn a_missing_answer_and_dont_know_give_the_same_scores() {
    for sheet in worked()["sheets"].as_array().unwrap() {
        let mut other = sheet.clone();
        for answer in other["answers"].as_object_mut().unwrap().values_mut() {
            if answer == "dk" {
                *answer = Value::Null;
            }
        }
        let (a, b) = (score(sheet), score(&other));
        for field in ["scales", "metrics", "bands", "states", "advice"] {
            assert_eq!(a[field], b[field], "{} {field}", sheet["name"]);
        }
    }
}

#[test]
fn what_is_explained_is_what_was_scored() {
    for sheet in worked()["sheets"].as_array().unwrap() {
        let document = sheet_document(sheet);
        let result = score(sheet);
        let scores = result["scales"].as_array().unwrap().iter().chain(result["metrics"].as_array().unwrap());
        for score in scores {
            let id = score["id"].as_str().unwrap();
            let explained = accepted(CORE.explain(document.as_bytes(), id));
            assert_eq!(explained["score"], *score, "{} {id}", sheet["name"]);
            if explained["kind"] == "composite" {
                close(&score["value"], &explained["trace"]["value"], id);
            } else if !score["value"].is_null() {
                let members = explained["members"].as_array().unwrap();
                let counted = |m: &Value| Some(m["keyed"].as_f64()? * m["weight"].as_f64()?);
                let keyed: f64 = members.iter().filter_map(counted).sum();
                close(&score["value"], &serde_json::json!(keyed / explained["weight"].as_f64().unwrap()), id);
            }
        }
    }
}
