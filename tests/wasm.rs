//! The real wasm class in a real browser: the worked examples, refusals, and
//! what a reply may hold.
#![cfg(target_family = "wasm")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

#[path = "support/links.rs"]
mod links;
#[path = "support/pairs.rs"]
mod pairs;
mod support;

use js_sys::{Array, JSON, Reflect, Uint8Array};
use serde_json::Value;
use support::{FLAGSHIP, check_sheet, close, same, score_bits, sheet_document, worked};
use tautline::wasm::{self, Assessment, Bench, Group, Together, compile};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A reply as JavaScript would write it down; `undefined` would vanish from an
/// object, so it is looked for first.
fn json(reply: &JsValue) -> Value {
    assert_defined(reply);
    serde_json::from_str(&String::from(JSON::stringify(reply).unwrap())).unwrap()
}

fn assert_defined(value: &JsValue) {
    assert!(!value.is_undefined());
    if value.is_object() {
        for key in Reflect::own_keys(value).unwrap().iter() {
            assert_defined(&Reflect::get(value, &key).unwrap());
        }
    }
}

/// The compiled form, from the door that makes it.
fn compiled(definition: &str) -> String {
    json(&compile(definition.as_bytes()))["ok"]["value"].as_str().unwrap().into()
}

fn flagship() -> Assessment {
    Assessment::new(FLAGSHIP.as_bytes(), compiled(FLAGSHIP).as_bytes())
}

fn together(definition: &str) -> Together {
    Together::new(definition.as_bytes(), compiled(definition).as_bytes())
}

#[wasm_bindgen_test]
fn every_sheet_is_scored_as_computed_by_hand() {
    let assessment = flagship();
    let worked = worked();
    let sheets = worked["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 24);
    for sheet in sheets {
        let reply = json(&assessment.finish(sheet_document(sheet).as_bytes()));
        check_sheet(sheet, &reply["ok"]["value"]);
    }
}

#[wasm_bindgen_test]
fn every_link_vector_has_its_outcome() {
    for (definition, vectors) in links::vectors() {
        let assessment = together(definition);
        for vector in vectors {
            links::check(&vector, &json(&assessment.open_link(vector.text.as_bytes())));
        }
    }
}

#[wasm_bindgen_test]
fn links_are_the_ones_made_natively() {
    let assessment = together(FLAGSHIP);
    let name = "../../www/instruments/bt-synchronization.json";
    let (_, vectors) = links::vectors().into_iter().find(|(text, _)| *text == links::definition(name)).unwrap();
    for vector in vectors.iter().filter(|vector| vector.outcome == "ok") {
        let made = json(&assessment.link(vector.answers.to_string().as_bytes()));
        assert!(vector.text.contains(made["ok"]["value"].as_str().unwrap()), "line {}", vector.line);
    }
}

#[wasm_bindgen_test]
fn every_pair_is_compared_as_computed_by_hand() {
    let core = together(FLAGSHIP);
    let worked = worked();
    let mut compared = 0;
    for pair in worked["pairs"].as_array().unwrap() {
        let [first, second] = ["first", "second"].map(|side| pairs::document(pair[side].as_str().unwrap()));
        let given = json(&core.compare(first.as_bytes(), second.as_bytes()))["ok"]["value"].clone();
        // A page gives the two in the order of their roles; one example does not.
        if given["swapped"] == false {
            pairs::check_pair(pair, &given);
            compared += 1;
        }
    }
    assert_eq!(compared, 5);
}

#[wasm_bindgen_test]
fn a_worked_group_is_gathered_from_links_and_documents() {
    let (worked, assessment) = (worked(), together(FLAGSHIP));
    let case = &worked["groups"][0];
    let sheets = worked["sheets"].as_array().unwrap();
    let mut lines: Vec<String> = Vec::new();
    for (n, name) in case["members"].as_array().unwrap().iter().enumerate() {
        let document = sheet_document(sheets.iter().find(|sheet| sheet["name"] == *name).unwrap());
        let token = json(&assessment.link(document.as_bytes()))["ok"]["value"].as_str().unwrap().to_owned();
        lines.push(if n == 1 { document } else { format!("mine: https://a.example/#r={token}.") });
    }
    let open = || Group::new(FLAGSHIP.as_bytes(), compiled(FLAGSHIP).as_bytes());
    let mut group = open();
    assert_eq!(json(&group.group(b"{}"))["ok"]["value"]["status"], "too_few");
    assert_eq!(json(&group.calibration())["ok"]["value"]["status"], "too_few");
    let gathered = json(&group.gather(lines.join("\n").as_bytes(), b"A"));
    same(&gathered["ok"]["value"]["added"], &3.into(), "added");
    same(&json(&group.gather(lines[0].as_bytes(), b""))["ok"]["value"]["doubled"], &1.into(), "doubled");
    let shown = json(&group.group(b"{}"));
    assert_eq!(shown["ok"]["value"]["units"]["scales"][0]["units"], 1.0);
    let items = shown["ok"]["value"]["all"]["items"].as_array().unwrap();
    for (item, wanted) in items.iter().zip(case["expected"]["items"].as_array().unwrap()) {
        assert_eq!(item["id"], wanted["id"]);
        for field in ["n", "dont_know", "mean", "ad"] {
            let hidden = item[field]["hidden"].is_string();
            close(if hidden { &Value::Null } else { &item[field] }, &wanted[field], field);
        }
    }
    let mut other = open();
    let written = json(&group.summary())["ok"]["value"].to_string();
    assert!(json(&other.merge(written.as_bytes()))["ok"]["value"].is_null());
    assert_eq!(json(&other.group(b"{}")), shown);
    assert!(json(&other.merge(b"{}"))["refused"].is_object());
    // the same answers once more are those of somebody else
    group.count_doubles();
    for n in 1..=2 {
        same(&json(&group.gather(lines[0].as_bytes(), b""))["ok"]["value"]["added"], &1.into(), "added");
        same(&json(&group.group(b"{}"))["ok"]["value"]["n"], &n.into(), "n");
    }
}

#[wasm_bindgen_test]
fn scores_have_the_bits_they_have_natively() {
    let assessment = flagship();
    let mut lines = String::new();
    for sheet in worked()["sheets"].as_array().unwrap() {
        let reply = json(&assessment.finish(sheet_document(sheet).as_bytes()));
        lines.push_str(&score_bits(sheet, &reply["ok"]["value"]));
    }
    for (given, expected) in lines.lines().zip(include_str!("golden/bits.txt").lines()) {
        assert_eq!(given, expected);
    }
    assert_eq!(lines.len(), include_str!("golden/bits.txt").len());
}

#[wasm_bindgen_test]
fn curves_give_the_points_computed_by_hand() {
    let assessment = flagship();
    for curve in worked()["curves"].as_array().unwrap() {
        let item = curve["item"].as_str().unwrap();
        for pair in curve["points"].as_array().unwrap() {
            let x = pair[0].as_u64().unwrap();
            let shares = serde_json::json!({"keep": x / 2, "requests": x - x / 2, "process": 100 - x, "new": 0, "foundations": 0});
            let answer = if item == "FT1" { shares } else { x.into() };
            let scale = if item == "FT1" { "focus.tension" } else { "demand.tension" };
            let document = serde_json::json!({"answers": {item: answer}}).to_string();
            let reply = json(&assessment.explain(document.as_bytes(), scale.as_bytes()));
            let members = reply["ok"]["value"]["members"].as_array().unwrap();
            let member = members.iter().find(|member| member["item"] == item).unwrap();
            close(&member["points"], &pair[1], item);
        }
    }
}

#[wasm_bindgen_test]
fn answers_outside_their_domain_are_refused_with_the_item() {
    let assessment = flagship();
    for case in worked()["refused"].as_array().unwrap() {
        let document = serde_json::json!({"answers": case["answers"]}).to_string();
        let item = case["answers"].as_object().unwrap().keys().next().unwrap();
        for reply in [
            assessment.finish(document.as_bytes()),
            assessment.progress(document.as_bytes()),
            assessment.explain(document.as_bytes(), b"index"),
        ] {
            let reply = json(&reply);
            let problems = reply["refused"]["problems"].as_array().unwrap();
            assert!(!problems.is_empty(), "{}", case["name"]);
            for problem in problems {
                assert!(problem["at"].as_str().unwrap().starts_with(&["/answers/", item].concat()), "{problem}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn a_refused_definition_is_explained_by_one_door_and_kept_out_by_the_other() {
    let bad = br#"{"format": 1, "titel": "x"}"#;
    assert!(json(&compile(bad))["refused"]["problems"].as_array().unwrap().len() > 5);
    let assessment = Assessment::new(bad, b"");
    let first = json(&assessment.check());
    assert_eq!(first["refused"]["problems"][0]["code"], "not-compiled");
    for reply in [assessment.progress(b"{}"), assessment.finish(b"{}"), assessment.explain(b"{}", b"index")] {
        assert_eq!(json(&reply), first);
    }
}

#[wasm_bindgen_test]
fn the_instrument_is_described_in_short() {
    let reply = json(&flagship().check());
    let overview = &reply["ok"]["value"];
    assert_eq!(overview["id"], "bt-synchronization");
    assert_eq!(overview["version"], "1.0");
    assert_eq!(overview["fingerprint"].as_str().unwrap().len(), 8);
}

#[wasm_bindgen_test]
fn predictions_are_for_roles_with_a_counterpart() {
    let assessment = flagship();
    for (role, expected) in [("cio", 35), ("other", 31)] {
        let reply = json(
            &assessment
                .progress(serde_json::json!({"role": role, "answers": {"DT1": 5, "DS1": "dk"}}).to_string().as_bytes()),
        );
        let progress = &reply["ok"]["value"];
        assert_eq!(progress["applicable"].as_array().unwrap().len(), expected, "{role}");
        same(&progress["answered"], &1.into(), role);
        same(&progress["dont_know"], &1.into(), role);
        same(&progress["of"], &31.into(), role);
        assert_eq!(progress["open"].as_array().unwrap().len(), 29);
    }
}

#[wasm_bindgen_test]
fn authors_check_import_and_export() {
    let bad = json(&wasm::check(br#"{"format": 1}"#));
    assert!(bad["refused"]["problems"].as_array().unwrap().len() > 5);
    let title = "\u{e9}t\u{e9}";
    let file = Uint8Array::from(format!("text;choices\n{title};no|yes\n").as_bytes());
    let files = Array::of1(&Array::of2(&"t.csv".into(), &file));
    let imported = json(&wasm::import_files("csv", files.into(), "", ""));
    let definition = imported["ok"]["value"]["definition"].as_str().unwrap();
    assert!(definition.contains(title));
    assert_eq!(wasm::guess("t.csv", b"").as_deref(), Some("csv"));
    let exported = json(&wasm::export_to("gift", definition.as_bytes()));
    assert!(exported["ok"]["value"]["files"][0]["text"].as_str().unwrap().contains(title));
    assert_eq!(json(&wasm::import_files("csv", JsValue::NULL, "", ""))["refused"]["problems"][0]["code"], "bad-source");
    assert_eq!(
        json(&wasm::diff(definition.as_bytes(), definition.as_bytes()))["ok"]["value"]["links"]["open"],
        "directly"
    );
    assert!(json(&wasm::published(FLAGSHIP.as_bytes()))["ok"]["value"].as_str().unwrap().contains(&compiled(FLAGSHIP)));
    assert!(wasm::schema().contains("json-schema.org/draft-07"));
    assert!(json(&wasm::rules())[0]["why"].is_string() && json(&wasm::formats())["imports"][0]["ends"][0].is_string());
}

/// Names and bytes as a page hands them over.
fn files(files: &[(&str, &str)]) -> JsValue {
    let file = |(name, text): &(&str, &str)| Array::of2(&(*name).into(), &Uint8Array::from(text.as_bytes()));
    files.iter().map(file).collect::<Array>().into()
}

#[wasm_bindgen_test]
fn authors_get_the_files_of_a_bundle() {
    let kit = wasm::packed(files(&[
        ("whole.wasm", "core"),
        ("loader.js", "load()"),
        ("single.js", "single(`@whole@`)"),
        ("single.css", ""),
        ("parts/index.css", ""),
        ("parts/texts/en.json", "{}"),
        ("parts/texts/en-together.json", "{}"),
        ("parts/texts/en-embed.json", r#"{"needs_scripts": "{title} needs scripts"}"#),
    ]));
    let reply = wasm::bundle(&kit, FLAGSHIP.as_bytes(), br#"{"what": "single"}"#);
    let (ok, at) = ("ok".into(), |of: &JsValue, key: &JsValue| Reflect::get(of, key).unwrap());
    let made = at(&at(&reply, &ok), &"value".into());
    assert_eq!(Array::from(&made).length(), 1);
    let file = at(&made, &0.into());
    assert_eq!(at(&file, &0.into()), JsValue::from("bt-synchronization.html"));
    let page: Uint8Array = at(&file, &1.into()).dyn_into().unwrap();
    let page = String::from_utf8(page.to_vec()).unwrap();
    assert!(page.contains("<script type=\"module\">load()</script>") && page.contains("Check needs scripts"));
    let refused = json(&wasm::bundle(b"", FLAGSHIP.as_bytes(), b"{}"));
    assert_eq!(refused["refused"]["problems"][0]["code"], "bad-kit");
    let form = json(&wasm::form(FLAGSHIP.as_bytes()));
    assert!(form["ok"]["value"].as_str().unwrap().starts_with("<!doctype html>"));
}

#[wasm_bindgen_test]
fn a_bench_scores_what_the_widget_scores() {
    let (bench, assessment) = (Bench::new(FLAGSHIP.as_bytes()), flagship());
    let document = sheet_document(&worked()["sheets"][0]);
    let document = document.as_bytes();
    assert_eq!(json(&bench.check()), json(&assessment.check()));
    assert_eq!(json(&bench.progress(document)), json(&assessment.progress(document)));
    assert_eq!(json(&bench.finish(document))["ok"], json(&assessment.finish(document))["ok"]);
    assert_eq!(json(&bench.explain(document, "index")), json(&assessment.explain(document, b"index")));
}

#[wasm_bindgen_test]
fn simulated_respondents_pass_the_gate_and_are_counted() {
    let bench = Bench::new(FLAGSHIP.as_bytes());
    let manners = json(&wasm::manners());
    let manners: Vec<_> = manners.as_array().unwrap().iter().map(|manner| manner["id"].as_str().unwrap()).collect();
    assert!(manners.len() > 5 && manners.contains(&"careless"));
    for manner in manners {
        let answers = json(&bench.random(manner, u32::MAX));
        let document = answers["ok"]["value"].as_str().unwrap();
        assert_eq!(json(&bench.progress(document.as_bytes()))["ok"]["warnings"], serde_json::json!([]));
        let found = &json(&wasm::simulate(FLAGSHIP.as_bytes(), manner, 3, u32::MAX))["ok"]["value"];
        same(&found["seed"], &u32::MAX.into(), manner);
        let bars = found["scales"][0]["histogram"].as_array().unwrap().iter().map(|bar| bar.as_f64().unwrap());
        let none = found["scales"][0]["none"].as_f64().unwrap();
        close(&(bars.sum::<f64>() + none).into(), &3.into(), manner);
    }
}
