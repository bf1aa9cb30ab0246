//! Groups: the worked examples, what stays hidden, and sums that no order changes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

#[path = "support/links.rs"]
mod links;
mod support;

use links::Vector;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use support::{FLAGSHIP, accepted, close, flagship, refused, sheet_document, worked};
use tautline::api::{Assessment, Cohort};

const ALL_KINDS: &[u8] = include_bytes!("definitions/valid/all-kinds.json");
static CORE: LazyLock<Assessment> = LazyLock::new(flagship);
static SHEETS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
    let worked = worked();
    let sheets = worked["sheets"].as_array().unwrap();
    sheets.iter().map(|sheet| (sheet["name"].as_str().unwrap().to_owned(), sheet.clone())).collect()
});

fn gather(cohort: &mut Cohort, sheet: &Value, identity: Option<&str>, unit: Option<&str>) -> Value {
    accepted(CORE.gather(cohort, sheet_document(sheet).as_bytes(), identity.map(str::as_bytes), unit))
}

fn group(cohort: &Cohort, request: &Value) -> Value {
    accepted(CORE.group(cohort, request.to_string().as_bytes()))
}

fn summary(cohort: &Cohort) -> Value {
    accepted(CORE.summary(cohort))
}

/// The members of a worked group, with their role and unit in it.
fn members(case: &Value) -> Vec<(Value, Option<String>)> {
    let names = case["members"].as_array().unwrap().iter().enumerate();
    let member = |(n, name): (usize, &Value)| {
        let mut sheet = SHEETS[name.as_str().unwrap()].clone();
        if let Some(roles) = case.get("roles") {
            sheet["role"] = roles[n].clone();
        }
        (sheet, case.get("units").map(|units| units[n].as_str().unwrap().to_owned()))
    };
    names.map(member).collect()
}

fn gathered(case: &Value) -> Cohort {
    let mut cohort = Cohort::default();
    for (sheet, unit) in members(case) {
        assert_eq!(gather(&mut cohort, &sheet, sheet["name"].as_str(), unit.as_deref()), "added");
    }
    cohort
}

/// The number of a figure; null where it is hidden.
fn shown(figure: &Value) -> Value {
    if figure["hidden"].is_string() { Value::Null } else { figure.clone() }
}

#[track_caller]
fn figures(given: &Value, expected: &Value, fields: &[(&str, &str)], place: &str) {
    for (mine, theirs) in fields {
        close(&shown(&given[mine]), &expected[theirs], &format!("{place} {mine}"));
    }
}

fn check(name: &str, given: &Value, expected: &Value) {
    close(&given["n"], &expected["n"], name);
    close(&given["cell"], &expected["min_cell"], name);
    if expected["status"] == "too_few" {
        assert_eq!(given["status"], "too_few");
        assert!(given["all"].is_null() && given["roles"] == json!([]) && given["sides"].is_null());
        return;
    }
    assert_eq!(given["status"], "shown");
    let (items, wanted) = (given["all"]["items"].as_array().unwrap(), expected["items"].as_array().unwrap());
    assert_eq!(items.len(), wanted.len());
    for (item, wanted) in items.iter().zip(wanted) {
        assert_eq!(item["id"], wanted["id"], "{name}");
        let place = format!("{name} {}", wanted["id"]);
        let fields = ["n", "dont_know", "mean", "min", "max", "sd", "ad"].map(|field| (field, field));
        figures(item, wanted, &fields, &place);
        assert_eq!(shown(&item["spread"]), wanted["spread"], "{place}");
    }
    let scale = |list: &Value, key: &str, id: &str| {
        list.as_array().unwrap().iter().find(|scale| scale[key] == id).unwrap().clone()
    };
    for (dimension, sides) in expected["scales"].as_object().unwrap() {
        for (side, wanted) in sides.as_object().unwrap() {
            let id = format!("{dimension}.{side}");
            let fields = [
                ("n", "n"),
                ("mean", "mean"),
                ("sd", "sd"),
                ("min", "min"),
                ("max", "max"),
                ("mean_ad", "mean_ad"),
                ("r_star_wg", "r_star_wg"),
                ("r_star_wg_items", "r_star_wg_items"),
            ];
            figures(&scale(&given["all"]["scales"], "id", &id), wanted, &fields, &format!("{name} {id}"));
            let icc = &expected["icc"];
            if icc.is_object() {
                let fields = ["units", "icc1", "icc2"].map(|field| (field, field));
                figures(&scale(&given["units"]["scales"], "scale", &id), &icc[dimension][side], &fields, name);
            } else {
                assert!(given["units"].is_null());
            }
        }
        let g = &scale(&given["sides"]["scales"], "scale", &format!("{dimension}.practice"))["hedges_g"];
        close(&shown(g), &expected["hedges_g"][dimension], name);
    }
    let band = &given["all"]["bands"][0];
    figures(band, &expected["index"], &["n", "mean", "min", "max"].map(|field| (field, field)), name);
    for (level, wanted) in band["levels"].as_array().unwrap().iter().zip(0..5) {
        close(&shown(&level["n"]), &expected["index"]["stages"][wanted], name);
    }
    let ranking = &given["all"]["rankings"][0];
    figures(ranking, &expected["priorities"], &[("n", "n"), ("kendall_w", "kendall_w")], name);
    for rank in ranking["ranks"].as_array().unwrap() {
        close(&shown(&rank["mean_rank"]), &expected["priorities"]["mean_rank"][rank["id"].as_str().unwrap()], name);
    }
}

#[test]
fn every_group_is_shown_as_computed_by_hand() {
    let worked = worked();
    let cases = worked["groups"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let given = group(&gathered(case), &json!({"anonymous": case["anonymous"]}));
        check(case["name"].as_str().unwrap(), &given, &case["expected"]);
    }
}

#[test]
fn an_anonymous_group_shows_no_extreme_and_nothing_too_soon() {
    let case = &worked()["groups"][2];
    let cohort = gathered(case);
    let given = group(&cohort, &json!({"anonymous": true}));
    let text = given["all"].to_string();
    assert!(text.contains(r#""min":{"hidden":"anonymous"}"#) && text.contains(r#""max":{"hidden":"anonymous"}"#));
    assert!(!text.contains(r#""min":{"hidden":"undefined"}"#));
    for level in given["all"]["bands"][0]["levels"].as_array().unwrap() {
        assert_eq!(level["n"], json!({"hidden": "anonymous"}));
    }
    for (published, status) in [(0, "shown"), (1, "shown"), (2, "too_soon"), (6, "shown"), (7, "too_soon")] {
        let given = group(&cohort, &json!({"anonymous": true, "published": published}));
        assert_eq!(given["status"], status, "{published}");
        assert_eq!(given["all"].is_null(), status != "shown");
    }
    assert_eq!(group(&cohort, &json!({"published": 5}))["status"], "shown");
}

#[test]
fn a_cell_can_be_raised_and_not_lowered() {
    let cohort = gathered(&worked()["groups"][0]);
    for (cell, anonymous, expected) in [(0, false, 3), (4, false, 4), (4, true, 5), (9, true, 9)] {
        let given = group(&cohort, &json!({"cell": cell, "anonymous": anonymous}));
        assert_eq!(given["cell"], f64::from(expected));
        assert_eq!(given["status"], if expected == 3 { "shown" } else { "too_few" });
    }
}

/// The flagship with another `group`, or without.
fn with_group(block: Option<Value>) -> Assessment {
    let mut definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let fields = definition.as_object_mut().unwrap();
    fields.remove("group");
    fields.extend(block.map(|block| ("group".to_owned(), block)));
    Assessment::load(definition.to_string().as_bytes())
}

#[test]
fn a_definition_raises_the_cell_and_a_request_raises_it_further() {
    let core = with_group(Some(json!({"cell": {"named": 4, "anonymous": 8}})));
    for (cell, anonymous, expected) in
        [(0, false, 4), (3, false, 4), (5, false, 5), (0, true, 8), (7, true, 8), (9, true, 9)]
    {
        let request = json!({"cell": cell, "anonymous": anonymous}).to_string();
        let given = accepted(core.group(&Cohort::default(), request.as_bytes()));
        assert_eq!(given["cell"], f64::from(expected), "{request}");
    }
}

#[test]
fn sides_are_those_of_the_definition_unless_others_are_named() {
    let cohort = gathered(&worked()["groups"][1]);
    let side = |sides: &Value, name: &str| (sides[name]["label"].clone(), sides[name]["roles"].clone());
    let scales = |sides: &Value| -> Vec<Value> {
        sides["scales"].as_array().unwrap().iter().map(|scale| scale["scale"].clone()).collect()
    };
    let practice = ["demand.practice", "focus.practice", "change.practice"];
    let own = &group(&cohort, &json!({}))["sides"];
    assert_eq!(side(own, "first"), (json!("Business"), json!(["ceo", "business"])));
    assert_eq!(side(own, "second"), (json!("Technology"), json!(["cio", "technology"])));
    assert_eq!(scales(own), practice);
    // Named by a request, sides have no labels, and a role counts once.
    let named = &group(&cohort, &json!({"sides": [["business", "ceo", "ceo"], ["technology", "cio"]]}))["sides"];
    assert_eq!(side(named, "first"), (Value::Null, json!(["business", "ceo"])));
    assert_eq!(named["scales"], own["scales"]);
    assert_eq!(own["least"], 4.0);
    assert_eq!(group(&cohort, &json!({"cell": 6}))["sides"]["least"], 6.0);
    let turned = &group(&cohort, &json!({"sides": [["technology", "cio"], ["business", "ceo"]]}))["sides"];
    assert_eq!(side(turned, "first"), (Value::Null, json!(["technology", "cio"])));
    assert_eq!(scales(turned), practice);
    for (mine, theirs) in turned["scales"].as_array().unwrap().iter().zip(own["scales"].as_array().unwrap()) {
        assert_eq!([&mine["n"][0], &mine["n"][1]], [&theirs["n"][1], &theirs["n"][0]]);
        close(&mine["hedges_g"], &json!(-theirs["hedges_g"].as_f64().unwrap()), "turned");
    }
    // A definition that names none compares nothing, or all scales for a request.
    let core = with_group(None);
    let mut plain = Cohort::default();
    for (sheet, _) in members(&worked()["groups"][1]) {
        accepted(core.gather(&mut plain, sheet_document(&sheet).as_bytes(), None, None));
    }
    assert!(accepted(core.group(&plain, b"{}"))["sides"].is_null());
    assert_eq!(scales(&accepted(core.group(&plain, br#"{"sides": [["ceo"], ["cio"]]}"#))["sides"]).len(), 6);
}

#[test]
fn a_concordance_has_the_word_whose_lower_end_it_reaches() {
    // Kendall's W of the first group is 36/90 by hand: .4.
    let case = &worked()["groups"][0];
    let word = |core: &Assessment, n: usize| {
        let mut cohort = Cohort::default();
        for (sheet, _) in members(case).iter().take(n) {
            accepted(core.gather(&mut cohort, sheet_document(sheet).as_bytes(), None, None));
        }
        let given = accepted(core.group(&cohort, b"{}"));
        let ranking = &given["all"]["rankings"][0];
        (shown(&ranking["kendall_w"]), ranking["concordance"].clone())
    };
    for (words, expected) in [
        (json!([{"from": 0, "text": "Low"}, {"from": 0.4, "text": "High"}]), json!("High")),
        (json!([{"from": 0, "text": "Low"}, {"from": 0.400_001, "text": "High"}]), json!("Low")),
        (
            json!([{"from": 0, "text": "Low"}, {"from": 0.1, "text": "Mid"}, {"from": 0.9, "text": "High"}]),
            json!("Mid"),
        ),
        (json!([]), Value::Null),
    ] {
        let (w, word) = word(&with_group(Some(json!({"concordance": words}))), 3);
        close(&w, &json!(0.4), "W");
        assert_eq!(word, expected);
    }
    assert_eq!(word(&with_group(None), 3).1, Value::Null);
    assert_eq!(word(&CORE, 3).1, "You share a weak order.");
}

#[test]
fn a_text_may_be_of_a_unit() {
    let case = &worked()["groups"][1];
    let mut texts = BTreeMap::<String, String>::new();
    for (sheet, unit) in members(case) {
        *texts.entry(unit.unwrap()).or_default() += &(sheet_document(&sheet) + "\n");
    }
    let mut cohort = Cohort::default();
    for (unit, text) in &texts {
        let counted = counts(&accepted(CORE.gather_text(&mut cohort, text, Some(unit))));
        assert_eq!(counted, [3.0, 0.0, 0.0, 0.0]);
    }
    assert_eq!(summary(&cohort), summary(&gathered(case)));
    for unit in ["", &"x".repeat(201)] {
        let problems = refused(CORE.gather_text(&mut cohort, &texts["A"], Some(unit)));
        assert_eq!(problems[0]["code"], "bad-unit");
    }
    assert_eq!(summary(&cohort), summary(&gathered(case)));
}

#[test]
fn a_role_is_shown_only_where_no_other_can_be_computed() {
    let sheet = |role: Value| {
        let mut sheet = SHEETS["cio"].clone();
        sheet["role"] = role;
        sheet
    };
    let mut cohort = Cohort::default();
    for (role, n) in [(json!("technology"), 4), (json!("business"), 3), (json!("cio"), 1), (Value::Null, 1)] {
        for _ in 0..n {
            gather(&mut cohort, &sheet(role.clone()), None, None);
        }
    }
    let given = group(&cohort, &json!({}));
    let role = |id: &str| given["roles"].as_array().unwrap().iter().find(|role| role["id"] == id).unwrap();
    assert_eq!(role("cio")["figures"], json!({"hidden": "too_few"}));
    assert_eq!(role("ceo")["figures"], json!({"hidden": "too_few"}));
    // Two sheets are left: the smallest role joins them.
    assert_eq!(role("business")["figures"]["scales"][0]["mean"], json!({"hidden": "difference"}));
    assert!(role("technology")["figures"]["scales"][0]["mean"].is_number());
    assert_eq!(role("technology")["n"], 4.0);
}

#[test]
fn the_same_link_counts_once_and_refused_ones_are_counted() {
    let mut cohort = Cohort::default();
    for (identity, expected) in [("a", "added"), ("b", "added"), ("a", "doubled"), ("c", "added")] {
        assert_eq!(gather(&mut cohort, &SHEETS["cio"], Some(identity), None), expected);
    }
    refused(CORE.gather(&mut cohort, b"{}", Some(b"d"), None));
    refused(CORE.gather(&mut cohort, b"not JSON", None, None));
    let given = group(&cohort, &json!({}));
    assert_eq!([&given["n"], &given["doubled"], &given["refused"]], [3.0, 1.0, 2.0]);
}

fn gather_text(cohort: &mut Cohort, text: &str) -> Value {
    accepted(CORE.gather_text(cohort, text, None))
}

/// How many were added, doubled, refused, and of another assessment.
fn counts(gathered: &Value) -> [Value; 4] {
    ["added", "doubled", "refused_total", "foreign"].map(|field| gathered[field].clone())
}

/// The token of a worked sheet.
fn token(sheet: &Value) -> String {
    accepted(CORE.link(sheet_document(sheet).as_bytes())).as_str().unwrap().into()
}

#[test]
fn a_text_gives_the_group_of_its_links_and_documents() {
    let case = &worked()["groups"][0];
    let wanted = gathered(case);
    let sheets = members(case);
    let [a, b, c] = [0, 1, 2].map(|n| token(&sheets[n].0));
    let document = sheet_document(&sheets[2].0);
    let texts = [
        format!("{a}\n{b}\n{c}"),
        format!(
            "Hello all,\r\nmine: <https://a.example/x/#r={a}>, yours https://a.example/x/?r={b}.\r\n\r\n{document}\r\n"
        ),
        format!(
            "https://s.example/?url=https%3A%2F%2Fa.example%2F%23r%3D{b}&amp;data=05%7C1 {a},{c}; organizations 12345678901"
        ),
        // The same address as text and as target, in one word and in the next.
        format!("\u{feff}<a href=\"https://a.example/#r={a}\">https://a.example/#r={a}</a> [{b}] #r={c}\u{200b}"),
    ];
    for text in texts {
        let mut cohort = Cohort::default();
        let gathered = gather_text(&mut cohort, &text);
        assert_eq!(counts(&gathered), [3.0, 0.0, 0.0, 0.0], "{text}");
        assert_eq!(summary(&cohort), summary(&wanted), "{text}");
        assert_eq!(counts(&gather_text(&mut cohort, &text))[..2], [0.0, 3.0], "{text}");
    }
    let mut cohort = Cohort::default();
    let swapped = |n: usize, letter: char| if n == 9 { if letter == 'x' { 'y' } else { 'x' } } else { letter };
    let damaged: String = c.chars().enumerate().map(|(n, letter)| swapped(n, letter)).collect();
    let text = format!(
        "#r={a} {a}\n\n{document}\n#r={c}\n#r={damaged} {damaged}\n{{\"answers\":{{\"DS1\":9}}}}\n#r=1000000000000000aGagpDFP7i0 {b}\n\
         {{\"instrument\":\"another\",\"answers\":{{}}}}\n#r={} {{",
        a.get(..30).unwrap()
    );
    let gathered = gather_text(&mut cohort, &text);
    assert_eq!(counts(&gathered), [3.0, 2.0, 6.0, 2.0]);
    let refused: Vec<_> = gathered["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["line"].as_f64().unwrap(), p["code"].as_str().unwrap()))
        .collect();
    let expected = [
        (5.0, "link-damaged"),
        (5.0, "link-damaged"),
        (6.0, "out-of-range"),
        (7.0, "link-other"),
        (8.0, "other-instrument"),
        (9.0, "link-truncated"),
    ];
    assert_eq!(refused.len(), expected.len());
    for (given, wanted) in refused.iter().zip(expected) {
        assert!(
            given.0.to_bits() == f64::to_bits(wanted.0) && (given.1 == wanted.1 || wanted.0 < 6.5 && wanted.0 > 5.5),
            "{given:?} {wanted:?}"
        );
    }
    let given = group(&cohort, &json!({}));
    assert_eq!([&given["n"], &given["doubled"], &given["refused"]], [3.0, 2.0, 6.0]);
    assert_eq!(given["all"], group(&wanted, &json!({}))["all"]);
    let mut twice = Cohort::counting_doubles();
    assert_eq!(counts(&gather_text(&mut twice, &format!("{a} {a}\n{a}"))), [3.0, 0.0, 0.0, 0.0]);
}

#[test]
fn no_end_of_refusals_is_counted_and_not_listed() {
    let mut cohort = Cohort::default();
    let gathered = gather_text(&mut cohort, &"#r=1000000000x\n".repeat(500));
    assert_eq!(counts(&gathered), [0.0, 0.0, 500.0, 0.0]);
    assert_eq!(gathered["refused"].as_array().unwrap().len(), 200);
    for text in
        ["", "\n\n", ",;", "r=", "#r=%", "%25%25%25", &"x".repeat(100_000), &"1".repeat(9_000), "\u{0}\u{2028}{"]
    {
        assert_eq!(counts(&gather_text(&mut Cohort::default(), text)), [0.0; 4], "{text:?}");
    }
}

#[test]
fn how_often_each_answer_was_given_is_for_those_who_sit_together() {
    let cohort = gathered(&worked()["groups"][1]);
    let given = group(&cohort, &json!({}));
    for item in given["all"]["items"].as_array().unwrap() {
        let answers = item["answers"].as_array().unwrap();
        let all: f64 = answers.iter().map(|answer| answer["n"].as_f64().unwrap()).sum();
        close(&json!(all), &item["n"], "answers");
        let sum: f64 = answers.iter().map(|x| x["n"].as_f64().unwrap() * x["points"].as_f64().unwrap()).sum();
        close(&json!(sum / all), &item["mean"], "mean");
        close(&answers[0]["points"], &item["min"], "least");
        close(&answers[answers.len() - 1]["points"], &item["max"], "greatest");
    }
    for item in group(&cohort, &json!({"anonymous": true}))["all"]["items"].as_array().unwrap() {
        assert_eq!(item["answers"], json!({"hidden": "anonymous"}));
    }
    let few = group(&cohort, &json!({"cell": 9}))["all"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["n"] == 7.0)
        .unwrap()
        .clone();
    assert_eq!(few["answers"], json!({"hidden": "too_few"}));
}

#[test]
fn grids_numbers_and_what_is_undefined() {
    let core = Assessment::load(ALL_KINDS);
    let mut cohort = Cohort::default();
    let empty = accepted(core.group(&cohort, b"{}"));
    assert_eq!(empty["status"], "too_few");
    let sheets = [
        r#"{"answers": {"G1": {"x": 1, "y": 5, "z": "dk"}, "N2": 50}}"#,
        r#"{"answers": {"G1": {"x": 3, "y": 4}, "N2": 100, "D1": {"x": 4, "y": 1, "z": 5}}}"#,
        r#"{"answers": {"G1": {"x": 5, "y": 3, "z": 2}, "N2": 0}}"#,
    ];
    for sheet in sheets {
        accepted(core.gather(&mut cohort, sheet.as_bytes(), None, None));
    }
    let given = accepted(core.group(&cohort, br#"{"cell": 3}"#));
    assert_eq!(given["status"], "shown");
    let row = |id: &str, part: Value| {
        let rows = given["all"]["items"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id && row["part"] == part).unwrap().clone()
    };
    let x = row("G1", json!("x"));
    let values = ["n", "dont_know", "mean", "min", "max", "sd"].map(|field| x[field].as_f64().unwrap());
    assert_eq!(values.map(f64::to_bits), [3.0, 0.0, 50.0, 0.0, 100.0, 50.0].map(f64::to_bits));
    close(&x["ad"], &json!(4.0 / 3.0), "x");
    // Turned round, its least is its greatest.
    let y = row("G1", json!("y"));
    assert_eq!(["mean", "min", "max"].map(|field| y[field].clone()), [25.0, 0.0, 50.0]);
    let z = row("G1", json!("z"));
    assert_eq!((&z["n"], &z["dont_know"], &z["ad"]), (&json!(1.0), &json!(1.0), &json!({"hidden": "too_few"})));
    close(&row("N2", Value::Null)["mean"], &json!(60.0), "a number with a curve");
    assert_eq!(row("D1", Value::Null)["n"], 1.0);
    let scales = given["all"]["scales"].as_array().unwrap();
    let scale = |id: &str| scales.iter().find(|scale| scale["id"] == id).unwrap();
    // None of its items has answers enough, and so nothing is averaged.
    for field in ["mean_ad", "r_star_wg"] {
        assert_eq!(scale("right.part")[field], json!({"hidden": "too_few"}));
    }
    assert_eq!(scale("right.all")["r_star_wg_items"], 2.0);
}

#[test]
fn what_is_asked_of_a_group_is_checked() {
    let codes = |request: &str| -> Vec<String> {
        let problems = refused(CORE.group(&Cohort::default(), request.as_bytes()));
        problems.iter().map(|p| format!("{} {}", p["code"].as_str().unwrap(), p["at"].as_str().unwrap())).collect()
    };
    assert_eq!(codes("[]"), ["wrong-type "]);
    assert_eq!(codes("{"), ["json-syntax "]);
    assert_eq!(codes(r#"{"anonymos": true, "cell": -1}"#), ["unknown-field /anonymos", "out-of-range /cell"]);
    assert_eq!(codes(r#"{"cell": 3.5, "anonymous": 1}"#), ["not-whole /cell", "wrong-type /anonymous"]);
    assert_eq!(codes(r#"{"sides": [["ceo"]]}"#), ["wrong-type /sides"]);
    assert_eq!(codes(r#"{"sides": [["ceo"], ["cfo"]]}"#), ["unknown-role /sides/1/0"]);
    assert_eq!(codes(r#"{"sides": [["ceo"], ["ceo"]]}"#), ["repeated-value /sides"]);
}

#[test]
fn a_group_belongs_to_its_assessment() {
    let other = Assessment::load(ALL_KINDS);
    let mut cohort = gathered(&worked()["groups"][0]);
    let written = summary(&cohort).to_string();
    let code = |problems: Vec<Value>| problems[0]["code"].clone();
    assert_eq!(code(refused(other.merge(&mut Cohort::default(), written.as_bytes()))), "other-instrument");
    assert_eq!(code(refused(other.merge(&mut cohort.clone(), written.as_bytes()))), "other-instrument");
    assert_eq!(code(refused(other.gather(&mut cohort, br#"{"answers":{}}"#, None, None))), "other-instrument");
    assert_eq!(code(refused(other.group(&cohort, b"{}"))), "other-instrument");
    assert_eq!(code(refused(other.summary(&cohort))), "other-instrument");
}

#[test]
fn there_is_room_for_so_many_units() {
    let mut cohort = Cohort::default();
    let mut add = |unit: &str| CORE.gather(&mut cohort, br#"{"answers":{}}"#, None, Some(unit));
    for unit in 0..500 {
        accepted(add(&format!("U{unit}")));
    }
    accepted(add("U0"));
    assert_eq!(refused(add("U500"))[0]["code"], "too-many-sheets");
    assert_eq!(refused(add(""))[0]["code"], "bad-unit");
    assert_eq!(refused(add(&"x".repeat(201)))[0]["code"], "bad-unit");
    let mut one = Cohort::default();
    accepted(CORE.gather(&mut one, br#"{"answers":{}}"#, None, Some("another")));
    assert_eq!(refused(CORE.merge(&mut cohort, summary(&one).to_string().as_bytes()))[0]["code"], "too-many-sheets");
}

/// Every value of a document, with its pointer.
fn leaves(value: &Value, at: &str, list: &mut Vec<String>) {
    match value {
        Value::Array(values) => (0..values.len()).for_each(|n| leaves(&values[n], &format!("{at}/{n}"), list)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| leaves(value, &format!("{at}/{key}"), list)),
        _ => list.push(at.into()),
    }
}

#[test]
fn a_summary_is_read_back_and_a_broken_one_refused() {
    let cohort = gathered(&worked()["groups"][1]);
    let written = summary(&cohort);
    let mut again = Cohort::default();
    accepted(CORE.merge(&mut again, written.to_string().as_bytes()));
    assert_eq!(summary(&again), written);
    let mut places = Vec::new();
    leaves(&written, "", &mut places);
    let mut codes = BTreeMap::<String, usize>::new();
    for place in
        places.iter().step_by(5).filter(|place| !place.starts_with("/instrument/id") && *place != "/instrument/version")
    {
        let mut broken = written.clone();
        let slot = broken.pointer_mut(place).unwrap();
        // One more is within range for most of them, and contradicts the rest.
        *slot = match slot.clone() {
            Value::Null => json!("1"),
            Value::Number(n) => json!(n.as_f64().unwrap() + 0.5),
            Value::String(text) => text.parse::<i128>().map_or(Value::Null, |n| json!((-n - 1).to_string())),
            other => panic!("{other}"),
        };
        let empty_end =
            written.pointer(place).unwrap().is_null() && (place.ends_with("low") || place.ends_with("high"));
        if empty_end {
            continue;
        }
        let mut cohort = Cohort::default();
        let reply = support::json(CORE.merge(&mut cohort, broken.to_string().as_bytes()));
        let code = reply["refused"]["problems"][0]["code"].as_str().unwrap_or_else(|| panic!("{place} was accepted"));
        assert!(["bad-summary", "other-instrument"].contains(&code), "{place} {code}");
        *codes.entry(code.into()).or_default() += 1;
        assert_eq!(group(&cohort, &json!({}))["n"], 0.0);
    }
    assert!(codes["bad-summary"] > 300, "{codes:?}");
}

/// The vectors of links of the flagship that are one word, good and bad.
static LINKS: LazyLock<Vec<Vector>> = LazyLock::new(|| {
    let (_, vectors) = links::vectors().into_iter().find(|(text, _)| *text == FLAGSHIP).unwrap();
    let token = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric()) && text.len() > 20;
    vectors.into_iter().filter(|vector| token(&vector.text)).collect()
});
/// Which of them open, each result once.
static GOOD: LazyLock<BTreeSet<usize>> = LazyLock::new(|| {
    let mut seen = BTreeSet::new();
    let opens = |vector: &Vector| {
        let reply = support::json(CORE.open_link(&vector.text));
        links::check(vector, &reply);
        reply.get("ok").is_some() && seen.insert(vector.text.clone())
    };
    LINKS.iter().map(opens).enumerate().filter_map(|(n, opens)| opens.then_some(n)).collect()
});

/// A sheet in short: role, answers to a few items, a unit, an identity.
type Short = (Option<usize>, Vec<Option<u8>>, Option<u8>, u8);

const ROLES: [&str; 5] = ["cio", "ceo", "technology", "business", "other"];
const STEPS: [&str; 8] = ["DS1", "DS2", "DS3", "DS4", "DS5", "DT3", "FS1", "CT1"];

fn short() -> impl Strategy<Value = Short> {
    let answer = proptest::option::weighted(0.8, 0..=5_u8);
    (
        proptest::option::weighted(0.9, 0..5_usize),
        proptest::collection::vec(answer, 10),
        proptest::option::of(0..4_u8),
        0..40_u8,
    )
}

fn document((role, answers, _, _): &Short) -> String {
    let mut document = json!({"answers": {}});
    if let Some(role) = role {
        document["role"] = json!(ROLES[*role]);
    }
    for (item, answer) in STEPS.iter().zip(answers) {
        if let Some(x) = answer {
            document["answers"][item] = if *x == 0 { json!("dk") } else { json!(x) };
        }
    }
    if let Some(x) = answers[8] {
        document["answers"]["DT1"] = json!(u16::from(x) * 7);
    }
    if let Some(x) = answers[9] {
        let mut order = vec!["cost", "speed", "innovation", "service", "relevance"];
        order.rotate_left(usize::from(x % 5));
        document["answers"]["P1"] = json!(order);
    }
    document.to_string()
}

fn of(sheets: &[Short]) -> Cohort {
    let mut cohort = Cohort::default();
    for sheet in sheets {
        let unit = sheet.2.map(|unit| format!("U{unit}"));
        accepted(CORE.gather(&mut cohort, document(sheet).as_bytes(), None, unit.as_deref()));
    }
    cohort
}

/// All figures of a part, as (kind and id, answers, whether shown).
fn rests(part: &Value) -> BTreeMap<String, (u64, bool)> {
    let mut list = BTreeMap::new();
    for (kind, field) in [("items", "mean"), ("scales", "mean"), ("bands", "mean"), ("rankings", "kendall_w")] {
        for entry in part[kind].as_array().into_iter().flatten() {
            let hidden = entry[field]["hidden"].as_str();
            let shown = !matches!(hidden, Some("too_few" | "difference"));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
            let n = entry["n"].as_f64().unwrap() as u64;
            list.insert(format!("{kind} {}", entry["id"]), (n, shown));
        }
    }
    list
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_order_changes_a_bit(
        (sheets, shuffled) in proptest::collection::vec(short(), 0..24)
            .prop_flat_map(|sheets| (Just(sheets.clone()), Just(sheets).prop_shuffle())),
        anonymous in any::<bool>(),
    ) {
        let (a, b) = (of(&sheets), of(&shuffled));
        prop_assert_eq!(summary(&a).to_string(), summary(&b).to_string());
        let request = json!({"anonymous": anonymous, "sides": [["ceo"], ["cio", "technology"]]});
        prop_assert_eq!(group(&a, &request).to_string(), group(&b, &request).to_string());
    }

    #[test]
    fn a_text_of_links_in_any_order_gives_the_same_bits(
        lines in proptest::collection::vec(0..LINKS.len(), 0..40)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        cut in 0..40_usize, words in any::<bool>(),
    ) {
        let text = |lines: &[usize]| lines.iter().map(|n| LINKS[*n].text.as_str()).collect::<Vec<_>>().join(if words { " and\t" } else { "\n" });
        let (mut a, mut b) = (Cohort::default(), Cohort::default());
        let whole = counts(&gather_text(&mut a, &text(&lines.0)));
        let (first, second) = lines.1.split_at(cut.min(lines.1.len()));
        let parts = [first, second].map(|part| counts(&gather_text(&mut b, &text(part))));
        for (n, count) in whole.iter().enumerate() {
            close(count, &json!(parts[0][n].as_f64().unwrap() + parts[1][n].as_f64().unwrap()), "parts");
        }
        prop_assert_eq!(summary(&a).to_string(), summary(&b).to_string());
        let good: BTreeSet<_> = lines.0.iter().filter(|n| GOOD.contains(*n)).collect();
        prop_assert_eq!(&whole[0], &json!(f64::from(u8::try_from(good.len()).unwrap())));
    }

    #[test]
    fn any_text_is_read_to_its_end(text in "(?s)([{}\\[\\]<>%#&=?r1-9A-Za-z,; \n]|r=|%25|#r=1|\\PC){0,400}") {
        let good = &LINKS[*GOOD.first().unwrap()].text;
        let mut cohort = Cohort::default();
        let gathered = counts(&gather_text(&mut cohort, &format!("{text}\n{good}\n{text}")));
        prop_assert_eq!(&gathered[0], &json!(1.0));
    }

    #[test]
    fn parts_merge_to_the_whole(sheets in proptest::collection::vec(short(), 0..24), cuts in (0..24_usize, 0..24_usize)) {
        let whole = summary(&of(&sheets)).to_string();
        let first = cuts.0.min(cuts.1).min(sheets.len());
        let second = cuts.0.max(cuts.1).min(sheets.len());
        let parts: Vec<String> = [&sheets[..first], &sheets[first..second], &sheets[second..]]
            .iter().map(|part| summary(&of(part)).to_string()).collect();
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut merged = Cohort::default();
            for n in order {
                accepted(CORE.merge(&mut merged, parts[n].as_bytes()));
            }
            prop_assert_eq!(summary(&merged).to_string(), whole.clone());
        }
        let mut right = Cohort::default();
        for n in [1, 2] {
            accepted(CORE.merge(&mut right, parts[n].as_bytes()));
        }
        let mut grouped = Cohort::default();
        for part in [&parts[0], &summary(&right).to_string()] {
            accepted(CORE.merge(&mut grouped, part.as_bytes()));
        }
        prop_assert_eq!(summary(&grouped).to_string(), whole);
    }

    #[test]
    fn the_same_sheet_again_changes_nothing_but_a_count(sheets in proptest::collection::vec(short(), 1..24)) {
        let mut cohort = Cohort::default();
        let mut once = BTreeSet::new();
        for sheet in &sheets {
            // The identity stands for just these answers.
            let identity = document(sheet);
            let reply = accepted(CORE.gather(&mut cohort, identity.as_bytes(), Some(identity.as_bytes()), None));
            prop_assert_eq!(reply, if once.insert(identity) { "added" } else { "doubled" });
        }
        let given = group(&cohort, &json!({}));
        prop_assert_eq!(&given["n"], &json!(f64::from(u8::try_from(once.len()).unwrap())));
        prop_assert_eq!(&given["doubled"], &json!(f64::from(u8::try_from(sheets.len() - once.len()).unwrap())));
    }

    #[test]
    fn figures_are_those_of_the_plain_formulas(sheets in proptest::collection::vec(short(), 3..24)) {
        let given = group(&of(&sheets), &json!({}));
        for (n, item) in STEPS.iter().enumerate() {
            let answers = sheets.iter().filter_map(|sheet| sheet.1[n].filter(|x| *x > 0));
            let points: Vec<f64> = answers.map(|x| f64::from(x - 1) * 25.0).collect();
            let row = given["all"]["items"].as_array().unwrap().iter().find(|row| row["id"] == *item).unwrap();
            prop_assert_eq!(&row["n"], &json!(f64::from(u8::try_from(points.len()).unwrap())));
            if points.len() < 3 {
                continue;
            }
            let count = f64::from(u8::try_from(points.len()).unwrap());
            let mean = points.iter().sum::<f64>() / count;
            let apart: f64 = points.iter().map(|x| (x - mean).abs()).sum();
            let squared: f64 = points.iter().map(|x| (x - mean) * (x - mean)).sum();
            let keyed = if row["reversed"] == true { 100.0 - mean } else { mean };
            close(&row["mean"], &json!(keyed), item);
            close(&row["ad"], &json!(apart / count / 25.0), item);
            close(&row["sd"], &json!((squared / (count - 1.0)).sqrt()), item);
        }
    }

    #[test]
    fn one_sheet_moves_a_mean_by_no_more_than_its_share(
        sheets in proptest::collection::vec(short(), 3..24), more in short(),
    ) {
        let mut cohort = of(&sheets);
        let before = group(&cohort, &json!({}));
        accepted(CORE.gather(&mut cohort, document(&more).as_bytes(), None, None));
        let after = group(&cohort, &json!({}));
        for kind in ["items", "scales"] {
            for old in before["all"][kind].as_array().unwrap() {
                let new = after["all"][kind].as_array().unwrap().iter().find(|new| new["id"] == old["id"]).unwrap();
                if let (Some(old), Some(mean)) = (old["mean"].as_f64(), new["mean"].as_f64()) {
                    prop_assert!((old - mean).abs() <= 100.0 / new["n"].as_f64().unwrap() + 1e-9);
                }
            }
        }
    }

    #[test]
    fn nothing_small_is_shown_or_left_as_a_difference(
        sheets in proptest::collection::vec(short(), 0..30), anonymous in any::<bool>(),
    ) {
        let given = group(&of(&sheets), &json!({"anonymous": anonymous}));
        let cell = if anonymous { 5 } else { 3 };
        if given["status"] != "shown" {
            prop_assert!(sheets.len() < cell && given["all"].is_null() && given["roles"] == json!([]));
            return Ok(());
        }
        let cell = u64::try_from(cell).unwrap();
        let roles: Vec<_> = given["roles"].as_array().unwrap().iter().map(|role| rests(&role["figures"])).collect();
        for (figure, (n, shown)) in rests(&given["all"]) {
            prop_assert_eq!(shown, n >= cell, "{}", figure);
            let beside: Vec<u64> = roles.iter().filter_map(|role| role.get(&figure).filter(|(_, shown)| *shown)).map(|(n, _)| *n).collect();
            prop_assert!(beside.iter().all(|n| *n >= cell), "{}", figure);
            // Whatever shown roles are taken from the whole, a cell is left, or nothing.
            let left = n - beside.iter().sum::<u64>();
            prop_assert!(beside.is_empty() || left == 0 || left >= cell, "{} {:?}", figure, beside);
        }
        if anonymous {
            let text = given.to_string();
            prop_assert!(!text.contains(r#""min":0"#) && !text.contains(r#""max":1"#));
            for part in std::iter::once(&given["all"]).chain(given["roles"].as_array().unwrap().iter().map(|role| &role["figures"])) {
                for entry in ["items", "scales", "bands"].iter().flat_map(|kind| part[kind].as_array().into_iter().flatten()) {
                    prop_assert!(entry["min"]["hidden"].is_string() && entry["max"]["hidden"].is_string());
                }
            }
        }
    }
}
