//! Benchmarks: quantiles against exact fractions, who is protected, the gate of
//! files, and where a result stands.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::process::Command;
use std::sync::LazyLock;
use support::{accepted, close, flagship, refused, sheet_document, worked};
use tautline::api::{Assessment, Cohort};

const ALL_KINDS: &[u8] = include_bytes!("definitions/valid/all-kinds.json");
const PERCENTS: [&str; 5] = ["p10", "p25", "p50", "p75", "p90"];
static CORE: LazyLock<Assessment> = LazyLock::new(flagship);

fn of<'a>(sheets: impl IntoIterator<Item = &'a Value>) -> Cohort {
    let mut cohort = Cohort::default();
    for answers in sheets {
        let document = json!({"answers": answers}).to_string();
        accepted(CORE.gather(&mut cohort, document.as_bytes(), None, None));
    }
    cohort
}

fn request(minimum: u64) -> String {
    json!({"source": "Members of a circle", "date": "2026-11-25", "minimum": minimum}).to_string()
}

fn made(cohort: &Cohort, minimum: u64) -> Value {
    accepted(CORE.benchmark(cohort, request(minimum).as_bytes()))
}

fn scale<'a>(list: &'a Value, id: &str) -> &'a Value {
    let of = |entry: &Value| entry["id"] == id || entry["score"]["id"] == id;
    list["scales"].as_array().unwrap().iter().find(|entry| of(entry)).unwrap()
}

/// So many sheets with a score of 0 to 100 in one scale, in steps of 5.
fn sheets(n: usize) -> Vec<Value> {
    let sheet = |n: usize| {
        let answer = |item: usize| json!(1 + (n * 7 + item * 3) % 5);
        json!({"CS1": answer(1), "CS2": answer(2), "CS3": answer(3), "CS4": answer(4), "CS5": answer(5)})
    };
    (0..n).map(sheet).collect()
}

#[test]
fn quantiles_are_those_of_exact_fractions_in_every_order_and_grouping() {
    let oracle = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/benchmark.py");
    let ran = Command::new("python3").args([oracle, "60"]).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let (mut shown, mut hidden) = (0, 0);
    for line in String::from_utf8(ran.stdout).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let (sheets, minimum) = (case["sheets"].as_array().unwrap(), case["minimum"].as_u64().unwrap());
        let whole = of(sheets);
        let wanted = case["scales"].as_object().unwrap();
        if wanted.values().all(|scale| scale["p50"].is_null()) {
            assert_eq!(refused(CORE.benchmark(&whole, request(minimum).as_bytes()))[0]["code"], "too-few-sheets");
            continue;
        }
        let file = made(&whole, minimum);
        for (id, wanted) in wanted {
            let given = scale(&file, id);
            close(&given["n"], &wanted["n"], id);
            for percent in PERCENTS {
                let place = format!("{} sheets, {id} {percent}", sheets.len());
                if let Some(text) = wanted[percent].as_str() {
                    let x: f64 = text.parse().unwrap();
                    assert_eq!(given[percent].as_f64().map(f64::to_bits), Some(x.to_bits()), "{place}");
                    shown += 1;
                } else {
                    assert_eq!(given[percent], json!({"hidden": "too_few"}), "{place}");
                    hidden += 1;
                }
            }
        }
        // Turned round, in three parts, each read back from its sums.
        let third = sheets.len() / 3;
        let mut merged = Cohort::default();
        for part in [&sheets[2 * third..], &sheets[..third], &sheets[third..2 * third]] {
            let sums = accepted(CORE.summary(&of(part.iter().rev())));
            accepted(CORE.merge(&mut merged, sums.to_string().as_bytes()));
        }
        assert_eq!(made(&merged, minimum), file);
    }
    assert!(shown > 500 && hidden > 50, "{shown} {hidden}");
}

#[test]
fn nothing_is_shown_of_few_and_no_tenth_of_less_than_fifty() {
    let shown = |n: usize, minimum: u64| -> Option<String> {
        let cohort = of(&sheets(n));
        let reply = support::json(CORE.benchmark(&cohort, request(minimum).as_bytes()));
        let file = reply.get("ok")?["value"].clone();
        close(&file["n"], &json!(n), "n");
        close(&file["minimum"], &json!(minimum), "minimum");
        let band = scale(&file, "change.practice");
        assert_eq!(scale(&file, "demand.tension")["p50"], json!({"hidden": "too_few"}), "no sheet has it");
        Some(PERCENTS.iter().map(|p| if band[p].is_number() { 'x' } else { '-' }).collect())
    };
    assert_eq!(shown(19, 20), None);
    assert_eq!(shown(20, 20).unwrap(), "-xxx-");
    assert_eq!(shown(49, 20).unwrap(), "-xxx-");
    assert_eq!(shown(50, 20).unwrap(), "xxxxx");
    assert_eq!(shown(50, 51), None);
    assert_eq!(shown(60, 51).unwrap(), "xxxxx");
    assert_eq!(shown(0, 20), None);
}

fn codes(problems: &[Value]) -> Vec<String> {
    problems.iter().map(|p| format!("{} {}", p["code"].as_str().unwrap(), p["at"].as_str().unwrap())).collect()
}

#[test]
fn what_a_person_says_of_a_benchmark_is_checked() {
    let cohort = of(&sheets(20));
    let asked = |request: &str| codes(&refused(CORE.benchmark(&cohort, request.as_bytes())));
    let long = "x".repeat(201);
    assert_eq!(asked("{"), ["json-syntax "]);
    assert_eq!(asked("[]"), ["wrong-type ", "missing-field ", "missing-field "]);
    assert_eq!(asked(r#"{"source": "a"}"#), ["missing-field "]);
    assert_eq!(asked(r#"{"source": " ", "date": ""}"#), ["empty-text /source", "empty-text /date"]);
    assert_eq!(
        asked(&format!(r#"{{"source": "{long}", "date": "2026-02-30"}}"#)),
        ["text-too-long /source", "bad-date /date"]
    );
    assert_eq!(asked(r#"{"source": "a\u202eb", "date": "today"}"#), ["control-character /source", "bad-date /date"]);
    assert_eq!(
        asked(r#"{"source": 1, "date": "2026-11-25", "minimum": 19}"#),
        ["wrong-type /source", "out-of-range /minimum"]
    );
    assert_eq!(
        asked(r#"{"source": "a", "date": "2026-11-25", "minimum": 20.5, "minimun": 3}"#),
        ["unknown-field /minimun", "not-whole /minimum"]
    );
}

/// A file as somebody may have written it, with one band.
fn file(band: &Value) -> Value {
    let mut file = made(&of(&sheets(50)), 20);
    file["n"] = json!(134);
    file["scales"] = json!([band]);
    file
}

fn band(id: &str, at: [f64; 5]) -> Value {
    let mut band = json!({"id": id, "n": 130});
    for (percent, x) in PERCENTS.iter().zip(at) {
        band[percent] = json!(x);
    }
    band
}

fn worked_sheet(name: &str) -> (String, Value) {
    let worked = worked();
    let sheet = worked["sheets"].as_array().unwrap().iter().find(|sheet| sheet["name"] == name).unwrap();
    (sheet_document(sheet), sheet["expected"]["scales"].clone())
}

#[test]
fn a_file_that_does_not_fit_is_refused_with_its_reason() {
    let (answers, _) = worked_sheet("cio");
    let good = file(&band("change.practice", [10.0, 20.0, 30.0, 40.0, 50.0]));
    let place = |file: &str| codes(&refused(CORE.place(answers.as_bytes(), file.as_bytes())));
    accepted(CORE.place(answers.as_bytes(), good.to_string().as_bytes()));
    let with = |pointer: &str, value: Value| {
        let mut file = good.clone();
        *file.pointer_mut(pointer).unwrap() = value;
        place(&file.to_string())
    };
    let one = |pointer: &str, value: Value, code: &str, at: &str| {
        assert_eq!(with(pointer, value), [format!("{code} /second{at}")], "{pointer}");
    };
    // Not meant for this assessment: one reason, and nothing else is said.
    assert_eq!(place("<!doctype html>"), ["json-syntax /second"]);
    assert_eq!(place(&" ".repeat(256 * 1024 + 1)), ["too-large /second"]);
    assert_eq!(place("[]"), ["bad-benchmark /second/benchmark"]);
    assert_eq!(place(r#"{"answers": {}}"#), ["bad-benchmark /second/benchmark"]);
    one("/benchmark", json!(2), "bad-benchmark", "/benchmark");
    one("/instrument/id", json!("another"), "other-instrument", "/instrument/id");
    one("/instrument/fingerprint", json!("00000000"), "other-edition", "/instrument");
    one("/instrument/scoring", json!(99), "other-edition", "/instrument");
    let other = Assessment::load(ALL_KINDS);
    let problems = refused(other.place(br#"{"answers":{}}"#, good.to_string().as_bytes()));
    assert_eq!(codes(&problems), ["other-instrument /second/instrument/id"]);
    // Meant for it, and wrong.
    one("/date", json!("2026-13-01"), "bad-date", "/date");
    one("/source", json!(""), "empty-text", "/source");
    one("/minimum", json!(19), "out-of-range", "/minimum");
    one("/n", json!(129), "out-of-range", "/scales/0/n");
    one("/n", json!(130.5), "not-whole", "/n");
    one("/scales", json!({}), "wrong-type", "/scales");
    one("/scales/0", band("change.practise", [0.0; 5]), "unknown-scale", "/scales/0");
    let empty = with("/scales/0", json!({"id": "change.practice", "n": 130}));
    assert_eq!(empty, PERCENTS.map(|p| format!("wrong-type /second/scales/0/{p}")));
    one("/scales/0/id", json!("change.practise"), "unknown-scale", "/scales/0");
    one("/scales/0/p10", json!(-0.01), "out-of-range", "/scales/0/p10");
    one("/scales/0/p90", json!(100.01), "out-of-range", "/scales/0/p90");
    one("/scales/0/p50", json!(19.99), "not-ascending", "/scales/0/p50");
    one("/scales/0/p50", json!("30"), "wrong-type", "/scales/0/p50");
    one("/scales/0/p50", json!({"hidden": "no"}), "wrong-type", "/scales/0/p50");
    let too_few = |p: &str| format!("{} /second/scales/0/{p}", "too-few-answers");
    // Fewer scores than a quantile may rest on, by the rules and by the file's own word.
    assert_eq!(with("/scales/0/n", json!(49)), ["p10", "p90"].map(too_few));
    assert_eq!(with("/scales/0/n", json!(19)), PERCENTS.map(too_few));
    assert_eq!(with("/minimum", json!(131)), PERCENTS.map(too_few));
    let mut twice = good.clone();
    twice["scales"].as_array_mut().unwrap().push(good["scales"][0].clone());
    twice["rank"] = json!(1);
    assert_eq!(place(&twice.to_string()), ["unknown-field /second/rank", "repeated-value /second/scales/1"]);
    let mut rank = good.clone();
    rank["scales"][0]["rank"] = json!(1);
    assert_eq!(place(&rank.to_string()), ["unknown-field /second/scales/0/rank"]);
    // Both inputs are checked, each under its side.
    let both = refused(CORE.place(br#"{"answers": {"DS1": 9}}"#, b"{"));
    assert_eq!(codes(&both), ["unknown-choice /first/answers/DS1", "json-syntax /second"]);
}

#[test]
fn a_score_is_placed_against_the_middle_half() {
    // Worked by hand: 50, with a wobble of 9 from 41 to 59.
    let (answers, scales) = worked_sheet("cio");
    assert_eq!(scales["change"]["practice"]["band"], json!([41.0, 59.0]));
    let place = |from: f64, to: f64| {
        let file = file(&band("change.practice", [0.0, from, from, to, 100.0]));
        let placed = accepted(CORE.place(answers.as_bytes(), file.to_string().as_bytes()));
        scale(&placed, "change.practice")["place"].as_str().unwrap().to_owned()
    };
    let expected = [
        (41.0, 59.0, "within"),
        (0.0, 100.0, "within"),
        (41.01, 70.0, "edge"),
        (20.0, 58.99, "edge"),
        (45.0, 55.0, "edge"),
        (50.0, 50.0, "edge"),
        (59.0, 70.0, "edge"),
        (59.01, 70.0, "below"),
        (10.0, 41.0, "edge"),
        (10.0, 40.99, "above"),
    ];
    for (from, to, word) in expected {
        assert_eq!(place(from, to), word, "{from} to {to}");
    }
    // What is not answered counts as well: from 20 to 60 about a third.
    let (answers, scales) = worked_sheet("dont_know_heavy");
    assert_eq!(scales["demand"]["practice"]["band"], json!([20.0, 60.0]));
    for (from, to, word) in
        [(20.0, 60.0, "within"), (20.01, 60.0, "edge"), (61.0, 70.0, "below"), (10.0, 19.0, "above")]
    {
        let file = file(&band("demand.practice", [0.0, from, from, to, 100.0]));
        let placed = accepted(CORE.place(answers.as_bytes(), file.to_string().as_bytes()));
        assert_eq!(scale(&placed, "demand.practice")["place"], word, "{from} to {to}");
    }
}

#[test]
fn without_a_wobble_an_end_is_within_however_it_is_rounded() {
    let core = Assessment::load(
        br#"{"format": 1, "id": "thirds", "version": "1.0", "title": "Thirds", "language": "en", "license": "none", "source": [],
        "about": [], "intro": [], "dont_know": "-", "roles": [], "dimensions": [],
        "choice_sets": [{"id": "yn", "choices": [{"value": 1, "label": "No"}, {"value": 2, "label": "Yes"}]}],
        "items": [{"id": "A", "text": "A", "kind": {"choice": {"set": "yn"}}}, {"id": "B", "text": "B", "kind": {"choice": {"set": "yn"}}},
        {"id": "C", "text": "C", "kind": {"choice": {"set": "yn"}}}], "pages": [{"title": "P", "items": ["A", "B", "C"]}],
        "scales": [{"id": "s", "title": "S", "higher": "more", "missing": {"scored": 1, "provisional": 1},
        "members": [{"item": "A"}, {"item": "B"}, {"item": "C"}]}]}"#,
    );
    let sheet =
        |n: u8| format!(r#"{{"answers": {{"A": {}, "B": {}, "C": {}}}}}"#, 1 + n.min(1), 1 + n / 2 % 2, 1 + n / 3);
    let mut cohort = Cohort::default();
    for n in [1, 2].repeat(10) {
        accepted(core.gather(&mut cohort, sheet(n).as_bytes(), None, None));
    }
    let file = accepted(core.benchmark(&cohort, request(20).as_bytes()));
    assert_eq!(["p25", "p50", "p75"].map(|p| scale(&file, "s")[p].clone()), [33.33, 50.0, 66.67]);
    let placed =
        |n| scale(&accepted(core.place(sheet(n).as_bytes(), file.to_string().as_bytes())), "s")["place"].clone();
    assert_eq!([0, 1, 2, 3].map(placed), ["below", "within", "within", "above"]);
}

#[test]
fn a_place_is_a_word_with_source_and_n_and_never_a_rank() {
    let (answers, _) = worked_sheet("cio");
    let placed = accepted(CORE.place(answers.as_bytes(), made(&of(&sheets(50)), 20).to_string().as_bytes()));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(keys(&placed), "source date minimum n scales");
    assert_eq!(["source", "date"].map(|field| placed[field].clone()), ["Members of a circle", "2026-11-25"]);
    assert_eq!(placed["n"], 50.0);
    let scales = placed["scales"].as_array().unwrap();
    assert_eq!(scales.len(), 6);
    for scale in scales {
        assert_eq!(keys(scale), "score place n p10 p25 p50 p75 p90");
    }
    assert_eq!(scale(&placed, "demand.tension")["place"], "no_band");
    // Any sheet is placed once the file is read.
    let file = file(&band("change.practice", [10.0, 20.0, 30.0, 40.0, 50.0])).to_string();
    for sheet in worked()["sheets"].as_array().unwrap() {
        let placed = accepted(CORE.place(sheet_document(sheet).as_bytes(), file.as_bytes()));
        for scale in placed["scales"].as_array().unwrap() {
            let (value, has_band) = (&scale["score"]["value"], scale["p50"].is_number());
            assert_eq!(scale["place"] == "no_score", value.is_null());
            assert_eq!(scale["place"] == "no_band", !value.is_null() && !has_band);
        }
    }
}
