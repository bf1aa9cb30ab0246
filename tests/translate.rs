//! Definitions in other languages: texts change and nothing else does; what is missing,
//! unchanged or foreign is named.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::{FLAGSHIP, accepted, refused};
use tautline::api::Assessment;
use tautline::author::{template, translate};

const QUIZ: &str = include_str!("wide/quiz.json");

fn german() -> Value {
    json!({
        "language": "de",
        "title": "Alles, was ein Quiz fragen kann",
        "dont_know": "Weiß ich nicht",
        "choice_sets": [{"id": "cities", "choices": [{"value": "rome", "label": "Rom"}, {"value": "paris", "label": "Paris"}]}],
        "items": [
            {"id": "word", "text": "Die Hauptstadt von Frankreich?"},
            {"id": "several", "text": "Was ist prim?", "kind": {"multiple": {"choices": [{"value": 3, "label": "drei", "feedback": "Drei ist es."}]}}},
            {"id": "one", "feedback": {"right": "Ja."}, "hints": ["Sie liegt im Norden."]}
        ],
        "quiz": {"passed": "Bestanden."}
    })
}

fn translated(translation: &Value) -> Value {
    accepted(translate(QUIZ.as_bytes(), Some(translation.to_string().as_bytes()), "de"))
}

fn definition(value: &Value) -> Value {
    serde_json::from_str(value["definition"].as_str().unwrap()).unwrap()
}

/// 1.0 and 1 are one number.
fn numbers(node: Value) -> Value {
    match node {
        Value::Number(x) => json!(x.as_f64()),
        Value::Array(nodes) => nodes.into_iter().map(numbers).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, node)| (key, numbers(node))).collect(),
        other => other,
    }
}

fn fingerprint(definition: &str) -> Value {
    accepted(Assessment::load(definition.as_bytes()).check())["fingerprint"].clone()
}

#[test]
fn texts_are_replaced_by_name_and_the_rest_stays() {
    let found = translated(&german());
    let (new, old) = (definition(&found), serde_json::from_str::<Value>(QUIZ).unwrap());
    assert_eq!((&new["language"], &new["title"]), (&json!("de"), &json!("Alles, was ein Quiz fragen kann")));
    assert_eq!(new["choice_sets"][0]["choices"][1]["label"], "Rom");
    assert_eq!(new["items"][3]["kind"]["multiple"]["choices"][1]["label"], "drei");
    assert_eq!(new["items"][3]["kind"]["multiple"]["choices"][1]["feedback"], "Drei ist es.");
    assert_eq!(new["items"][1]["hints"], json!(["Sie liegt im Norden."]));
    // Not translated, so as it was.
    assert_eq!(new["items"][1]["text"], old["items"][1]["text"]);
    assert_eq!(found["done"], json!(11.0));
    // Paris is Paris in both.
    assert_eq!(found["same"], json!(["/choice_sets/0/choices/1/label"]));
    assert_eq!(found["strange"], json!([]));
    assert_eq!(fingerprint(found["definition"].as_str().unwrap()), fingerprint(QUIZ));
}

#[test]
fn what_is_missing_and_what_reads_alike_is_named() {
    let mut german = german();
    german["choice_sets"][0]["choices"][0]["label"] = json!("Rome");
    german["items"][2]["text"] = json!(" ");
    let found = translated(&german);
    let missing: Vec<_> = found["missing"].as_array().unwrap().iter().map(|at| at.as_str().unwrap()).collect();
    for at in ["/items/0/text", "/items/1/text", "/choice_sets/0/choices/2/label", "/pages/0/title", "/quiz/failed"] {
        assert!(missing.contains(&at), "{at}: {missing:?}");
    }
    // Answers are compared with these: they are no texts to translate.
    assert!(missing.iter().all(|at| !at.contains("/correct/")), "{missing:?}");
    // Their places are those in the translation.
    assert_eq!(found["same"], json!(["/choice_sets/0/choices/1/label", "/choice_sets/0/choices/0/label"]));
}

#[test]
fn what_the_definition_does_not_have_is_strange_and_changes_nothing() {
    let mut german = german();
    german["items"][0]["correct"] = json!({"texts": [{"text": "Bonn"}]});
    german["items"].as_array_mut().unwrap().push(json!({"id": "gone", "text": "Weg?"}));
    german["items"][1]["points"] = json!({"curve": [[0, 0], [1, 100]]});
    german["items"][2]["feedback"]["right"] = json!(7);
    let found = translated(&german);
    let strange: Vec<_> = found["strange"].as_array().unwrap().iter().map(|p| p["at"].as_str().unwrap()).collect();
    assert_eq!(strange, ["/items/3", "/items/2/feedback/right", "/items/1/points"]);
    assert_eq!(fingerprint(found["definition"].as_str().unwrap()), fingerprint(QUIZ));
}

#[test]
fn a_template_holds_every_text_and_nothing_else() {
    for source in [QUIZ, FLAGSHIP, include_str!("wide/profile.json"), include_str!("definitions/valid/all-kinds.json")]
    {
        let template = accepted(template(source.as_bytes(), "xx"));
        let texts = template.as_str().unwrap();
        let found = accepted(translate(source.as_bytes(), Some(texts.as_bytes()), "xx"));
        assert_eq!((&found["missing"], &found["strange"]), (&json!([]), &json!([])));
        let mut old: Value = serde_json::from_str(source).unwrap();
        old["language"] = json!("xx");
        old.as_object_mut().unwrap().remove("compiled");
        assert!(numbers(definition(&found)) == numbers(old), "{}", source.lines().nth(2).unwrap());
        for word in ["\"show_if\"", "\"points\"", "\"expression\"", "\"correct\"", "\"when\"", "\"weight\""] {
            assert!(!texts.contains(word), "{word}");
        }
    }
}

#[test]
fn translations_can_stand_in_the_definition() {
    let mut source: Value = serde_json::from_str(QUIZ).unwrap();
    source["translations"] = json!([german()]);
    let text = source.to_string();
    let found = accepted(translate(text.as_bytes(), None, "de"));
    assert_eq!(definition(&found), definition(&translated(&german())));
    assert_eq!(fingerprint(&text), fingerprint(QUIZ));
    let problems = refused(translate(text.as_bytes(), None, "fr"));
    assert_eq!(problems[0]["code"], "no-translation");
}

#[test]
fn a_translation_that_breaks_the_definition_is_refused() {
    for (translation, code) in
        [(json!({"title": "x".repeat(201)}), "text-too-long"), (json!({"title": "a\u{202e}b"}), "control-character")]
    {
        let problems = refused(translate(QUIZ.as_bytes(), Some(translation.to_string().as_bytes()), "de"));
        assert_eq!(problems[0]["code"], code);
    }
    assert_eq!(refused(translate(QUIZ.as_bytes(), Some(b"{"), "de"))[0]["code"], "json-syntax");
}

#[test]
fn a_reader_hears_what_an_author_translates() {
    let mut definition: Value = serde_json::from_str(QUIZ).unwrap();
    definition["translations"] = json!([german()]);
    let definition = definition.to_string();
    let compiled = accepted(Assessment::load(definition.as_bytes()).compiled());
    let open = |language: &str| {
        let form = format!("{}{language}", compiled.as_str().unwrap());
        Assessment::open(definition.as_bytes(), form.as_bytes())
    };
    let answers = br#"{"answers": {"one": "paris", "several": [3], "word": {"text": "Paris"}}}"#;
    let spoken = translated(&german());
    let alone = Assessment::load(spoken["definition"].as_str().unwrap().as_bytes());
    let german = accepted(open(" de").finish(answers));
    assert_eq!(german, accepted(alone.finish(answers)));
    assert_eq!(german["instrument"]["title"], "Alles, was ein Quiz fragen kann");
    // One that it does not have, and none at all: its own words.
    let own = accepted(Assessment::load(QUIZ.as_bytes()).finish(answers));
    for language in [" fr", " ", ""] {
        assert_eq!(accepted(open(language).finish(answers)), own, "{language:?}");
    }
}
