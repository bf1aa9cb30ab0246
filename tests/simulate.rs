//! Simulated respondents: small definitions whose outcome can be worked out by hand, and every
//! sample at the gate of answers.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use support::{accepted, close, flagship, refused};
use tautline::Data;
use tautline::api::Assessment;
use tautline::author;

const KINDS: [&str; 7] = ["mixed", "random", "yes", "no", "middle", "careless", "knowing"];

/// Two agreements of five choices, the second reversed in `both`; a band over `both`.
fn small() -> Value {
    let choices: Vec<Value> = (1..=5).map(|n| json!({"value": n, "label": format!("Step {n}")})).collect();
    let missing = json!({"scored": 1, "provisional": 1});
    let scale = |id: &str, members: Value| json!({"id": id, "title": id, "higher": "more", "members": members, "missing": missing});
    json!({
        "format": 1, "id": "small", "version": "1.0", "title": "Small", "language": "en", "license": "CC0-1.0",
        "dont_know": "Don't know",
        "choice_sets": [{"id": "five", "choices": choices}],
        "items": [
            {"id": "A", "text": "I like it.", "kind": {"choice": {"set": "five"}}},
            {"id": "B", "text": "I dread it.", "kind": {"choice": {"set": "five"}}},
        ],
        "pages": [{"title": "Only", "items": ["A", "B"]}],
        "scales": [
            scale("forward", json!([{"item": "A"}])),
            scale("reversed", json!([{"item": "B", "key": "-"}])),
            scale("both", json!([{"item": "A"}, {"item": "B", "key": "-"}])),
        ],
        "composites": [{"id": "whole", "title": "Whole", "expression": "both", "range": [0, 100]}],
        "bands": [{"id": "stage", "title": "Stage", "of": "whole", "levels": [
            {"id": "low", "title": "Low", "from": 0, "text": "Low."},
            {"id": "high", "title": "High", "from": 50, "text": "High."},
        ]}],
        "advice": {"limit": 1, "rules": [
            {"id": "R1", "when": "forward > 75", "severity": "50", "weight": 1, "title": "First", "text": "t", "owner": "o", "first_step": "f", "sign": "s"},
            {"id": "R2", "when": "both >= 50", "severity": "20", "weight": 1, "title": "Second", "text": "t", "owner": "o", "first_step": "f", "sign": "s"},
        ]},
    })
}

fn load(definition: &Value) -> Assessment {
    let assessment = Assessment::load(definition.to_string().as_bytes());
    assert_eq!(assessment.problems(), []);
    assessment
}

#[track_caller]
fn simulated(assessment: &Assessment, kind: &str, n: usize, seed: u32) -> Value {
    accepted(assessment.simulate(kind, n, seed))
}

fn row<'v>(list: &'v Value, id: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap()
}

fn whole(value: &Value) -> u64 {
    let x = value.as_f64().unwrap();
    (0..=10_000).find(|n| f64::from(u32::try_from(*n).unwrap()).to_bits() == x.to_bits()).unwrap()
}

#[test]
fn who_agrees_or_denies_throughout_gets_what_can_be_worked_out() {
    let assessment = load(&small());
    for (kind, forward, reversed) in [("yes", 100.0, 0.0), ("no", 0.0, 100.0), ("middle", 50.0, 50.0)] {
        let found = simulated(&assessment, kind, 7, 3);
        for (id, value) in [("forward", forward), ("reversed", reversed), ("both", 50.0)] {
            let scale = row(&found["scales"], id);
            for field in ["min", "p10", "p25", "p50", "p75", "p90", "max", "mean"] {
                close(&scale[field], &json!(value), &format!("{kind} {id} {field}"));
            }
            assert_eq!((whole(&scale["scored"]), whole(&scale["provisional"]), whole(&scale["none"])), (7, 0, 0));
            close(&scale["sd"], &json!(0), id);
            let bins: Vec<u64> = scale["histogram"].as_array().unwrap().iter().map(whole).collect();
            let full = if value < 50.0 {
                0
            } else if value > 50.0 {
                19
            } else {
                10
            };
            assert_eq!(bins.len(), 20);
            assert_eq!((bins[full], bins.iter().sum::<u64>()), (7, 7), "{kind} {id}");
        }
        let levels = &found["bands"][0]["levels"];
        assert_eq!((whole(&row(levels, "low")["n"]), whole(&row(levels, "high")["n"])), (0, 7), "{kind}");
    }
}

#[test]
fn advice_that_nobody_and_everybody_gets_is_named() {
    let assessment = load(&small());
    let ids = |list: &Value| -> Vec<String> {
        let entry = |entry: &Value| format!("{} {}", entry["kind"].as_str().unwrap(), entry["id"].as_str().unwrap());
        list.as_array().unwrap().iter().map(entry).collect()
    };
    // Both rules apply to who agrees; one is shown, and the first one is more urgent.
    let yes = simulated(&assessment, "yes", 5, 1);
    assert_eq!(ids(&yes["never"]), ["level low", "advice R2"]);
    assert_eq!(ids(&yes["always"]), ["level high", "advice R1"]);
    let second = row(&yes["advice"], "R2");
    assert_eq!((whole(&second["n"]), whole(&second["triggered"])), (0, 5));
    let no = simulated(&assessment, "no", 5, 1);
    assert_eq!(
        (ids(&no["never"]), ids(&no["always"])),
        (vec!["level low".into(), "advice R1".into()], vec!["level high".into(), "advice R2".into()])
    );
    let random = simulated(&assessment, "random", 500, 1);
    assert_eq!((ids(&random["never"]), ids(&random["always"])), (vec![], vec![]));
}

#[test]
fn any_answer_is_as_likely_as_another() {
    let assessment = load(&small());
    let found = simulated(&assessment, "random", 10_000, 1);
    let scale = row(&found["scales"], "forward");
    // 93 % answer; each of five choices then has 1,860 of 10,000, give or take four standard deviations of 39.
    let bins: Vec<u64> = scale["histogram"].as_array().unwrap().iter().map(whole).collect();
    for bin in [0, 5, 10, 15, 19] {
        assert!((1_704..=2_016).contains(&bins[bin]), "{bins:?}");
    }
    assert_eq!(bins.iter().sum::<u64>() + whole(&scale["none"]), 10_000);
    assert!((598..=802).contains(&whole(&scale["none"])), "{}", scale["none"]);
    let answers = |seed| -> Value {
        serde_json::from_str(accepted(assessment.random("random", seed)).as_str().unwrap()).unwrap()
    };
    let unknown = (0..1_000).filter(|seed| answers(*seed)["answers"]["A"] == "dk").count();
    assert!((22..=78).contains(&unknown), "{unknown}");
}

#[test]
fn mixed_groups_use_the_whole_scale_and_answer_alike_what_belongs_together() {
    let mut definition = small();
    definition["scales"].as_array_mut().unwrap().truncate(0);
    definition["scales"] = json!([{"id": "both", "title": "Both", "higher": "more", "missing": {"scored": 1, "provisional": 1},
        "members": [{"item": "A"}, {"item": "B", "key": "-"}]}]);
    definition["advice"]["rules"] = json!([definition["advice"]["rules"][1]]);
    let assessment = load(&definition);
    let found = simulated(&assessment, "mixed", 2_000, 1);
    let scale = row(&found["scales"], "both");
    let number = |field: &str| scale[field].as_f64().unwrap();
    assert!((47.0..53.0).contains(&number("mean")), "{}", number("mean"));
    // Two answers that had nothing to do with each other would have a deviation of 25.
    assert!((28.0..34.0).contains(&number("sd")), "{}", number("sd"));
    assert!(number("min") <= 0.0 && number("max") >= 100.0);
}

#[test]
fn the_same_arguments_give_the_same_and_runs_can_be_joined() {
    let assessment = flagship();
    let all = simulated(&assessment, "mixed", 60, 7);
    assert_eq!(simulated(&assessment, "mixed", 60, 7), all);
    assert_ne!(simulated(&assessment, "mixed", 60, 8), all);
    let parts = [simulated(&assessment, "mixed", 20, 7), simulated(&assessment, "mixed", 40, 27)];
    for (n, scale) in all["scales"].as_array().unwrap().iter().enumerate() {
        for bin in 0..20 {
            let [a, b] = parts.each_ref().map(|part| whole(&part["scales"][n]["histogram"][bin]));
            assert_eq!(whole(&scale["histogram"][bin]), a + b);
        }
    }
    // The seed after the last one is the first.
    let last = simulated(&assessment, "random", 2, u32::MAX);
    let [a, b] = [u32::MAX, 0].map(|seed| simulated(&assessment, "random", 1, seed));
    let mean = |value: &Value| row(&value["scales"], "demand.tension")["mean"].as_f64();
    let expected = match (mean(&a), mean(&b)) {
        (Some(a), Some(b)) => Some(f64::midpoint(a, b)),
        (a, b) => a.or(b),
    };
    close(&json!(mean(&last)), &json!(expected), "mean");
}

/// The definitions of a folder that the gate accepts.
fn definitions(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

#[test]
fn every_respondent_of_every_sample_passes_the_gate_of_answers() {
    let mut seen = 0;
    for folder in ["www/instruments", "www/instruments/samples", "www/instruments/templates", "tests/wide"] {
        for path in definitions(folder) {
            let assessment = Assessment::load(&fs::read(&path).unwrap());
            for kind in KINDS {
                for seed in 0..12 {
                    let place = format!("{} {kind} {seed}", path.display());
                    let text = accepted(assessment.random(kind, seed));
                    let document = text.as_str().unwrap();
                    let progress = support::json(assessment.progress(document.as_bytes()));
                    assert!(progress.get("refused").is_none(), "{place}: {progress}");
                    assert_eq!(progress["ok"]["warnings"], json!([]), "{place}");
                    check_answers(document, &progress["ok"]["value"], kind, &place);
                    seen += 1;
                }
            }
            let found = simulated(&assessment, "mixed", 30, 1);
            for list in ["scales", "metrics"] {
                for score in found[list].as_array().unwrap() {
                    assert_eq!(whole(&score["scored"]) + whole(&score["provisional"]) + whole(&score["none"]), 30);
                }
            }
        }
    }
    assert!(seen > 1_000, "{seen}");
}

/// Only what applies is answered, and all of it by those who leave nothing open.
fn check_answers(document: &str, progress: &Value, kind: &str, place: &str) {
    let document: Value = serde_json::from_str(document).unwrap();
    let applicable = progress["applicable"].as_array().unwrap();
    for id in document["answers"].as_object().unwrap().keys() {
        assert!(applicable.iter().any(|known| known == id), "{place}: {id}");
    }
    if !["random", "mixed"].contains(&kind) {
        assert_eq!(progress["open"], json!([]), "{place}");
        assert_eq!(whole(&progress["dont_know"]), 0, "{place}");
    }
}

#[test]
fn what_does_not_apply_is_not_answered() {
    let mut definition = small();
    definition["items"][1]["show_if"] = json!("A >= 4");
    let assessment = load(&definition);
    let mut shown = 0;
    for seed in 0..200 {
        let document: Value =
            serde_json::from_str(accepted(assessment.random("random", seed)).as_str().unwrap()).unwrap();
        let agrees = document["answers"]["A"].as_f64().is_some_and(|x| x >= 4.0);
        assert!(agrees || document["answers"].get("B").is_none(), "{document}");
        shown += usize::from(document["answers"].get("B").is_some());
    }
    assert!((50..=110).contains(&shown), "{shown}");
    for (kind, answered) in [("yes", true), ("no", false)] {
        let document: Value = serde_json::from_str(accepted(assessment.random(kind, 1)).as_str().unwrap()).unwrap();
        assert_eq!(document["answers"].get("B").is_some(), answered, "{kind}");
    }
}

#[test]
fn who_knows_is_right_as_often_as_the_level_says() {
    let bytes = include_bytes!("wide/quiz.json");
    let assessment = Assessment::load(bytes);
    let knowing = simulated(&assessment, "knowing", 2_000, 1);
    let guessing = simulated(&assessment, "random", 2_000, 1);
    let scale = |found: &Value| found["scales"][0].clone();
    // From no answer that is known to all of them, evenly: some have full marks.
    close(&scale(&knowing)["max"], &json!(100), "max");
    assert!(scale(&knowing)["mean"].as_f64() > scale(&guessing)["mean"].as_f64().map(|mean| mean + 20.0));
    let quiz = &knowing["quiz"];
    assert_eq!(whole(&quiz["passed"]) + whole(&quiz["failed"]) + whole(&quiz["none"]), 2_000);
    assert!(whole(&quiz["passed"]) > whole(&guessing["quiz"]["passed"]));
}

#[test]
fn the_nearest_profiles_are_counted() {
    let assessment = Assessment::load(include_bytes!("../www/instruments/samples/working-styles.json"));
    let found = simulated(&assessment, "mixed", 400, 1);
    let list = found["archetypes"]["list"].as_array().unwrap();
    let counted: u64 = list.iter().map(|entry| whole(&entry["n"])).sum();
    assert_eq!(counted + whole(&found["archetypes"]["none"]), 400);
    // The one that stands first in a report is the one that is counted.
    let one = simulated(&assessment, "yes", 1, 5);
    let document = accepted(assessment.random("yes", 5));
    let report = accepted(assessment.finish(document.as_str().unwrap().as_bytes()))["report"]["archetypes"].clone();
    let nearest = one["archetypes"]["list"].as_array().unwrap().iter().find(|entry| whole(&entry["n"]) == 1).unwrap();
    assert_eq!(nearest["id"], report["list"][0]["id"]);
}

#[test]
fn drawn_pools_differ_between_respondents() {
    let assessment = Assessment::load(include_bytes!("wide/pool.json"));
    let asked = |seed| {
        let document: Value = serde_json::from_str(accepted(assessment.random("yes", seed)).as_str().unwrap()).unwrap();
        document["answers"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let first = asked(0);
    assert!((1..20).any(|seed| asked(seed) != first));
}

#[test]
fn what_cannot_be_simulated_is_refused() {
    let assessment = load(&small());
    let codes = |reply: Data<'_>| -> Vec<String> {
        refused(reply).iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(assessment.simulate("mixt", 1, 1)), ["unknown-manner"]);
    assert_eq!(codes(assessment.random("", 1)), ["unknown-manner"]);
    for n in [0, 10_001] {
        assert_eq!(codes(assessment.simulate("mixed", n, 1)), ["bad-count"]);
    }
    assert_eq!(codes(Assessment::load(b"{").simulate("mixed", 1, 1)).len(), 1);
    let listed = support::json(author::manners());
    let listed: Vec<_> = listed.as_array().unwrap().iter().map(|manner| manner["id"].as_str().unwrap()).collect();
    assert_eq!(listed, KINDS);
}
