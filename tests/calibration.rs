//! How an instrument has done: against exact fractions, in every order and split, hidden where few answered.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};
use support::{accepted, close, flagship, refused};
use tautline::api::{Assessment, Cohort};

/// D. E. Knuth's linear congruential generator (MMIX), the upper 31 bits.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % n
    }

    /// Answers of somebody whose practice and pressure are about so high; some do not know.
    fn sheet(&mut self) -> Value {
        let (practice, pressure) = (self.below(5), self.below(5));
        let mut answers = json!({});
        for id in [
            "DT3", "DT4", "DS1", "DS2", "DS3", "DS4", "DS5", "FT2", "FT3", "FT4", "FS1", "FS2", "FS3", "FS4", "FS5",
            "CT1", "CT2", "CT3", "CT4", "CS1", "CS2", "CS3", "CS4", "CS5", "G1",
        ] {
            let level = if id.contains('T') { pressure } else { practice };
            let reversed = ["DT4", "DS4", "FT4", "FS5", "CT4", "CS5"].contains(&id);
            let step = (level + self.below(3)).saturating_sub(1).min(4);
            let step = if reversed { 4 - step } else { step };
            answers[id] = match self.below(40) {
                0 => json!("dk"),
                1 => Value::Null,
                _ => json!(step + 1),
            };
        }
        for id in ["DT1", "DT2"] {
            answers[id] = json!(self.below(101));
        }
        let (keep, requests) = (self.below(60), self.below(41));
        let rest = 100 - keep - requests;
        answers["FT1"] = json!({"keep": keep, "requests": requests, "process": rest, "new": 0, "foundations": 0});
        answers
    }
}

fn sheets(n: usize) -> Vec<Value> {
    let mut draw = Draw(20_261_125);
    (0..n).map(|_| draw.sheet()).collect()
}

fn of(core: &Assessment, sheets: &[Value]) -> Cohort {
    let mut cohort = Cohort::default();
    for answers in sheets {
        accepted(core.gather(&mut cohort, json!({"answers": answers}).to_string().as_bytes(), None, None));
    }
    cohort
}

fn calibration(core: &Assessment, cohort: &Cohort) -> Value {
    accepted(core.calibration(cohort))
}

/// What the oracle makes of the same answers.
fn expected(sheets: &[Value]) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/calibration.py");
    let mut ran = Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines: String = sheets.iter().map(|sheet| sheet.to_string() + "\n").collect();
    ran.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = ran.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn same(given: &Value, wanted: &Value, fields: &[&str], place: &str) {
    for field in fields {
        close(&given[field], &wanted[field], &format!("{place} {field}"));
    }
}

#[test]
fn every_figure_is_that_of_exact_fractions() {
    let core = flagship();
    for n in [40, 300] {
        let sheets = sheets(n);
        let (given, wanted) = (calibration(&core, &of(&core, &sheets)), expected(&sheets));
        assert_eq!((&given["status"], &given["units"]), (&json!("shown"), &Value::Null));
        let scales = given["scales"].as_array().unwrap();
        assert_eq!(scales.len(), wanted["scales"].as_object().unwrap().len());
        for scale in scales {
            let id = scale["id"].as_str().unwrap();
            let wanted = &wanted["scales"][id];
            same(scale, wanted, &["n", "alpha", "sd", "sem", "low", "high"], id);
            let items = scale["items"].as_array().unwrap();
            assert_eq!(items.len(), wanted["items"].as_array().unwrap().len());
            for (item, wanted) in items.iter().zip(wanted["items"].as_array().unwrap()) {
                assert_eq!((&item["id"], &item["reversed"]), (&wanted["id"], &wanted["reversed"]), "{id}");
                let fields = ["n", "dont_know", "mean", "dont_know_share", "item_total", "alpha_if_deleted"];
                same(item, wanted, &fields, &format!("{id} {}", item["id"]));
            }
        }
        let agreement = &given["agreements"][0];
        assert_eq!([&agreement["of"], &agreement["item"]], ["index", "G1"]);
        same(agreement, &wanted["agreement"], &["n", "rho"], "agreement");
        assert!(agreement["rho"].as_f64() > Some(0.5) && (n == 40 || agreement["n"].as_f64() < given["n"].as_f64()));
    }
}

#[test]
fn no_order_and_no_split_changes_a_bit() {
    let core = flagship();
    let mut sheets = sheets(200);
    let whole = of(&core, &sheets);
    let wanted = calibration(&core, &whole).to_string();
    let sums = |cohort: &Cohort| accepted(core.summary(cohort)).to_string();
    let mut draw = Draw(7);
    for n in (1..sheets.len()).rev() {
        sheets.swap(n, usize::try_from(draw.below(u32::try_from(n).unwrap() + 1)).unwrap());
    }
    let shuffled = of(&core, &sheets);
    assert_eq!((sums(&shuffled), calibration(&core, &shuffled).to_string()), (sums(&whole), wanted.clone()));
    let parts = [&sheets[..3], &sheets[3..110], &sheets[110..]].map(|part| sums(&of(&core, part)));
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let mut merged = Cohort::default();
        for n in order {
            accepted(core.merge(&mut merged, parts[n].as_bytes()));
        }
        assert_eq!((sums(&merged), calibration(&core, &merged).to_string()), (sums(&whole), wanted.clone()));
    }
}

#[test]
fn nothing_below_twenty_is_shown() {
    let core = flagship();
    let mut sheets = sheets(20);
    let few = calibration(&core, &of(&core, &sheets[..19]));
    let nothing =
        json!({"status": "too_few", "least": 20.0, "n": 19.0, "scales": null, "agreements": null, "units": null});
    assert_eq!(few, nothing);
    for sheet in &mut sheets {
        for id in ["CS1", "CS2", "CS3", "CS4", "CS5", "G1"] {
            sheet[id] = json!(2);
        }
    }
    sheets[3]["CS2"] = json!("dk");
    sheets[4]["G1"] = Value::Null;
    let given = calibration(&core, &of(&core, &sheets));
    assert_eq!(given["status"], "shown");
    let scale = given["scales"].as_array().unwrap().iter().find(|scale| scale["id"] == "change.practice").unwrap();
    let hidden = json!({"hidden": "too_few"});
    assert_eq!(scale["n"], 19.0);
    for field in ["alpha", "low", "high", "sd", "sem"] {
        assert_eq!(scale[field], hidden, "{field}");
    }
    let item = &scale["items"][1];
    assert_eq!([&item["mean"], &item["item_total"], &item["alpha_if_deleted"]], [&hidden; 3]);
    assert_eq!([&item["n"], &item["dont_know"], &item["dont_know_share"]], [19.0, 1.0, 0.05]);
    assert_eq!([&scale["items"][0]["mean"], &scale["items"][0]["dont_know_share"]], [25.0, 0.0]);
    assert_eq!([&given["agreements"][0]["n"], &given["agreements"][0]["rho"]], [&json!(19.0), &hidden]);
    // All answer the same: there is nothing that could go together.
    sheets[3]["CS2"] = json!(2);
    sheets[4]["G1"] = json!(2);
    let given = calibration(&core, &of(&core, &sheets));
    let scale = given["scales"].as_array().unwrap().iter().find(|scale| scale["id"] == "change.practice").unwrap();
    let undefined = json!({"hidden": "undefined"});
    assert_eq!([&scale["n"], &scale["sd"]], [20.0, 0.0]);
    assert_eq!([&scale["alpha"], &scale["low"], &scale["sem"], &scale["items"][0]["item_total"]], [&undefined; 4]);
    assert_eq!(given["agreements"][0]["rho"], undefined);
}

#[test]
fn units_count_from_twenty_scores_on() {
    let core = flagship();
    let sheets = sheets(21);
    let by_unit = |cohort: &mut Cohort, n: usize| {
        for (m, answers) in sheets.iter().take(n).enumerate() {
            let document = json!({"answers": answers}).to_string();
            accepted(core.gather(cohort, document.as_bytes(), None, Some(["A", "B", "C"][m % 3])));
        }
        calibration(&core, cohort)["units"].clone()
    };
    let mut cohort = Cohort::default();
    let units = by_unit(&mut cohort, 21);
    assert_eq!(units, accepted(core.group(&cohort, b"{}"))["units"]);
    assert!(units["scales"][1]["icc1"].is_number());
    // Enough sheets, of which too few have a unit.
    let units = by_unit(&mut of(&core, &sheets), 19);
    assert!(units["scales"].as_array().unwrap().iter().all(|scale| scale["icc1"] == json!({"hidden": "too_few"})));
}

/// A scale of so many items of five choices, the first of which counts for more.
fn long(items: usize, weight: u32) -> Assessment {
    let id = |n: usize| format!("I{n}");
    let choices: Vec<Value> = (0..5).map(|n| json!({"value": n, "label": format!("l{n}")})).collect();
    let definition = json!({
        "format": 1, "id": "t", "version": "1.0", "title": "T", "language": "en", "license": "MIT", "dont_know": "?",
        "items": (0..items).map(|n| json!({"id": id(n), "text": "x", "kind": {"choice": {"choices": choices}}})).collect::<Vec<_>>(),
        "pages": [{"title": "P", "items": (0..items).map(id).collect::<Vec<_>>()}],
        "scales": [{"id": "s", "title": "S", "higher": "more", "missing": {"scored": 1},
            "members": (0..items).map(|n| json!({"item": id(n), "weight": if n == 0 { weight } else { 1 }})).collect::<Vec<_>>()}],
    });
    Assessment::load(definition.to_string().as_bytes())
}

fn answered(rows: &[Vec<u32>]) -> Vec<Value> {
    let sheet = |row: &Vec<u32>| row.iter().enumerate().map(|(n, x)| (format!("I{n}"), json!(x))).collect();
    rows.iter().map(sheet).collect()
}

#[test]
fn a_scale_of_very_many_items_says_why_it_has_no_figures() {
    let mut draw = Draw(1);
    for (items, kept) in [(64, true), (65, false)] {
        let core = long(items, 1);
        let rows: Vec<Vec<u32>> = (0..20).map(|_| (0..items).map(|_| draw.below(5)).collect()).collect();
        let cohort = of(&core, &answered(&rows));
        let given = calibration(&core, &cohort);
        let scale = &given["scales"][0];
        assert_eq!(scale["alpha"].is_number(), kept);
        assert!(kept || scale["alpha"] == json!({"hidden": "too_many"}));
        assert!(scale["items"][64 - 1]["mean"].is_number());
        let mut again = Cohort::default();
        accepted(core.merge(&mut again, accepted(core.summary(&cohort)).to_string().as_bytes()));
        assert_eq!(calibration(&core, &again), given);
    }
}

#[test]
fn members_count_with_the_weight_they_have_in_the_score() {
    let core = long(3, 2);
    let mut draw = Draw(2);
    let rows: Vec<Vec<u32>> = (0..30)
        .map(|_| {
            let level = draw.below(3);
            (0..3).map(|_| level + draw.below(3)).collect()
        })
        .collect();
    let given = calibration(&core, &of(&core, &answered(&rows)));
    // By hand, from the scores: (2 a + b + c) / 4.
    let weighted: Vec<[f64; 3]> = rows
        .iter()
        .map(|row| [(0, 50.0), (1, 25.0), (2, 25.0)].map(|(n, most)| most * f64::from(row[n]) / 4.0))
        .collect();
    let variance = |xs: Vec<f64>| {
        let mean = xs.iter().sum::<f64>() / 30.0;
        xs.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 29.0
    };
    let total = variance(weighted.iter().map(|row| row.iter().sum()).collect());
    let each: f64 = (0..3).map(|n| variance(weighted.iter().map(|row| row[n]).collect())).sum();
    let alpha = 1.5 * (1.0 - each / total);
    close(&given["scales"][0]["alpha"], &json!(alpha), "alpha");
    close(&given["scales"][0]["sd"], &json!(total.sqrt()), "sd");
    close(&given["scales"][0]["sem"], &json!((total * (1.0 - alpha)).sqrt()), "sem");
}

#[test]
fn sums_that_contradict_each_other_are_refused() {
    let core = flagship();
    // Without a gap the sums of a scale and those of its items are of the same sheets.
    let mut sheets = sheets(40);
    for answer in sheets.iter_mut().flat_map(|sheet| sheet.as_object_mut().unwrap().values_mut()) {
        if answer.is_null() || answer == "dk" {
            *answer = json!(3);
        }
    }
    let written = accepted(core.summary(&of(&core, &sheets)));
    let scale = "/calibration/scales/1";
    let pairs = "/calibration/pairs/0";
    let breaks: [(String, &dyn Fn(i128) -> i128); 9] = [
        (format!("{scale}/sums/0"), &|x| x + 1),
        (format!("{scale}/products/0"), &|x| x + 1),
        (format!("{scale}/products/1"), &|x| x + (x >> 1)),
        (format!("{scale}/products/1"), &|x| x >> 2),
        (format!("{scale}/products/2"), &|x| x - 1),
        (format!("{scale}/products/14"), &|_| i128::MAX),
        (format!("{scale}/products/14"), &|_| i128::MIN),
        (format!("{pairs}/values/0"), &|_| 4_999_999),
        (format!("{pairs}/values/1"), &|_| 100_000_001),
    ];
    for (place, change) in breaks {
        let mut broken = written.clone();
        let slot = broken.pointer_mut(&place).unwrap();
        *slot = json!(change(slot.as_str().unwrap().parse().unwrap()).to_string());
        let reply = support::json(core.merge(&mut Cohort::default(), broken.to_string().as_bytes()));
        assert_eq!(reply["refused"]["problems"][0]["code"], "bad-summary", "{place}");
    }
    for (place, value) in [
        (format!("{scale}/n"), json!(41)),
        (format!("{scale}/n"), json!(0)),
        (format!("{pairs}/values/2"), json!(0)),
        (format!("{pairs}/values/2"), json!(41)),
        (format!("{pairs}/shift"), json!(64)),
        (format!("{pairs}/of"), json!("mean")),
        (format!("{pairs}/item"), json!("DS1")),
        (format!("{scale}/id"), json!("focus.practice")),
        (format!("{scale}/products"), json!([])),
        ("/calibration/pairs".into(), json!([])),
        ("/calibration".into(), Value::Null),
    ] {
        let mut broken = written.clone();
        *broken.pointer_mut(&place).unwrap() = value;
        let problems = refused(core.merge(&mut Cohort::default(), broken.to_string().as_bytes()));
        assert_eq!(problems[0]["code"], "bad-summary", "{place}");
    }
}
