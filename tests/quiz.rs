//! Quizzes: what answers are worth, what is reported of them, and that links and
//! compiled forms keep both. The expected numbers are computed by hand.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::{accepted, refused};
use tautline::Severity;
use tautline::api::Assessment;

const QUIZ: &str = include_str!("wide/quiz.json");

fn quiz() -> Assessment {
    let assessment = Assessment::load(QUIZ.as_bytes());
    assert_eq!(assessment.problems(), []);
    assessment
}

fn sheet(answers: &Value) -> Vec<u8> {
    json!({"instrument": "all-of-a-quiz", "answers": answers}).to_string().into_bytes()
}

/// All that is right.
fn right() -> Value {
    json!({
        "one": "oslo",
        "risky": "no",
        "several": [5, 2, 3],
        "strict": ["c", "a"],
        "word": {"text": " PARIS "},
        "size": 9.8,
        "order": ["sow", "water", "wait", "reap"],
        "match": {"fr": "paris", "it": "rome"},
        "look": "r",
        "remark": {"text": "A \"quoted\" remark,\nin two lines. \u{1F600}"}
    })
}

/// Right answers with some of them changed; null takes one out.
fn with(changes: &Value) -> Value {
    let mut answers = right();
    for (id, answer) in changes.as_object().unwrap() {
        answers[id] = answer.clone();
    }
    answers
}

fn result(answers: &Value) -> Value {
    accepted(quiz().finish(&sheet(answers)))
}

/// What became of an item.
fn item<'r>(result: &'r Value, id: &str) -> &'r Value {
    let items = result["report"]["quiz"]["items"].as_array().unwrap();
    items.iter().find(|item| item["id"] == id).unwrap()
}

#[test]
fn everything_right_has_every_mark() {
    let result = result(&right());
    let quiz = &result["report"]["quiz"];
    assert_eq!(result["scales"][0]["value"], json!(100.0));
    assert_eq!((&quiz["marks"], &quiz["of"]), (&json!(13.0), &json!(13.0)));
    assert_eq!((&quiz["passed"], &quiz["text"]), (&json!(true), &json!("You have passed.")));
    assert!(quiz["items"].as_array().unwrap().iter().all(|item| item["state"] == "right"));
}

#[test]
fn each_answer_is_worth_what_the_key_says() {
    // By item: the answer, the state, the marks.
    for (id, answer, state, marks) in [
        ("one", json!("rome"), "wrong", json!(0.0)),
        ("one", json!("dk"), "open", Value::Null),
        ("risky", json!("yes"), "wrong", json!(-0.5)),
        // Two of three right: 200/3 points of 3 marks.
        ("several", json!([2, 3]), "partly", json!(2.0)),
        // Two right, one wrong: a third of 3 marks.
        ("several", json!([2, 3, 4]), "partly", json!(1.0)),
        ("several", json!([4]), "wrong", json!(0.0)),
        ("strict", json!(["a"]), "wrong", json!(0.0)),
        ("word", json!({"text": "lutetia"}), "partly", json!(0.4)),
        ("word", json!({"text": "Lyon"}), "wrong", json!(0.0)),
        ("word", json!({"text": " \t"}), "open", Value::Null),
        ("word", json!({"text": "dk"}), "wrong", json!(0.0)),
        ("size", json!(9.79), "right", json!(1.0)),
        ("size", json!(9.83), "right", json!(1.0)),
        ("size", json!(9.84), "partly", json!(0.25)),
        ("size", json!(9.29), "wrong", json!(0.0)),
        // Two of four in their place, 2 marks.
        ("order", json!(["water", "sow", "wait", "reap"]), "partly", json!(1.0)),
        ("match", json!({"fr": "paris", "it": "oslo"}), "partly", json!(1.0)),
        ("match", json!({"fr": "paris"}), "partly", json!(1.0)),
        ("match", json!({"fr": "dk"}), "open", Value::Null),
        ("look", json!("b"), "wrong", json!(0.0)),
    ] {
        let result = result(&with(&json!({ id: answer })));
        let found = item(&result, id);
        assert_eq!(found["state"], state, "{id} {answer}");
        let near = match (&found["marks"], &marks) {
            (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-12,
            (a, b) => a == b,
        };
        assert!(near, "{id} {answer}: {} instead of {marks}", found["marks"]);
    }
}

#[test]
fn what_is_open_has_no_marks_and_stays_open() {
    let result = result(&json!({"one": "oslo", "order": ["reap", "water", "wait", "sow"]}));
    let quiz = &result["report"]["quiz"];
    // `look` is not shown, so 12 marks are left: 1 and half of 2 of them.
    assert_eq!((&quiz["marks"], &quiz["of"]), (&json!(2.0), &json!(12.0)));
    let scale = &result["scales"][0];
    assert!((scale["value"].as_f64().unwrap() - 100.0 * 2.0 / 12.0).abs() < 1e-12);
    assert_eq!((&scale["answered"], &scale["of"], &scale["status"]), (&json!(2.0), &json!(8.0), &json!("scored")));
    // What is open may still be right, or cost half a mark.
    assert_eq!(scale["low"], json!(0.0));
    assert!((scale["high"].as_f64().unwrap() - 100.0 * 11.0 / 12.0).abs() < 1e-12);
    assert_eq!((&quiz["passed"], &quiz["text"]), (&json!(false), &json!("Not this time.")));
}

#[test]
fn nothing_answered_is_zero_and_marks_taken_away_lead_no_lower() {
    let nothing = result(&json!({}));
    assert_eq!(nothing["scales"][0]["value"], json!(0.0));
    let minus = result(&json!({"risky": "yes"}));
    assert_eq!((&minus["scales"][0]["value"], &minus["report"]["quiz"]["marks"]), (&json!(0.0), &json!(0.0)));
}

#[test]
fn a_quiz_of_nothing_has_no_score() {
    let mut definition: Value = serde_json::from_str(QUIZ).unwrap();
    definition["scales"][0]["members"] = json!([{"item": "look"}]);
    let assessment = Assessment::load(definition.to_string().as_bytes());
    let result = accepted(assessment.finish(&sheet(&json!({}))));
    assert_eq!((&result["scales"][0]["value"], &result["report"]["quiz"]["passed"]), (&Value::Null, &Value::Null));
}

#[test]
fn it_says_what_was_right_and_what_the_author_says_of_it() {
    let found = result(&with(&json!({
        "risky": "yes", "several": [3], "word": {"text": "Lutetia"}, "one": "paris", "match": {"fr": "rome"},
    })));
    for (id, answer, right, feedback) in [
        ("one", "Paris", "Oslo", json!(["No."])),
        ("risky", "True", "False", json!(["Look at a ship on the horizon."])),
        ("several", "three", "two, three, five", json!(["Three is.", "Not all of it."])),
        ("word", "Lutetia", "Paris", json!(["That was long ago."])),
        ("size", "9.8 m/s2", "9.81 m/s2", json!([])),
        ("order", "1. Sow, 2. Water, 3. Wait, 4. Reap", "Sow, Water, Wait, Reap", json!([])),
        ("match", "France: Rome", "France: Paris, Italy: Rome", json!([])),
    ] {
        let item = item(&found, id);
        assert_eq!(
            (&item["answer"], &item["right"], &item["feedback"]),
            (&json!(answer), &json!(right), &feedback),
            "{id}"
        );
    }
}

#[test]
fn progress_counts_what_can_be_answered() {
    let progress = accepted(quiz().progress(&sheet(&json!({"several": [2]}))));
    // Neither the information nor the remark; `look` is not shown to who chose one.
    assert_eq!((&progress["of"], &progress["answered"]), (&json!(8.0), &json!(1.0)));
    assert!(progress["applicable"].as_array().unwrap().contains(&json!("remark")));
    assert!(!progress["applicable"].as_array().unwrap().contains(&json!("look")));
    let progress = accepted(quiz().progress(&sheet(&json!({"several": [2, 4]}))));
    assert!(progress["applicable"].as_array().unwrap().contains(&json!("look")));
}

#[test]
fn a_link_keeps_the_score_and_none_of_the_words() {
    let assessment = quiz();
    for (answers, word) in [
        (right(), json!({"text": "Paris"})),
        (with(&json!({"word": {"text": "LUTETIA"}})), json!({"text": "Lutetia"})),
        (with(&json!({"word": {"text": "somewhere else"}, "several": [4]})), json!({"unmatched": true})),
        (with(&json!({"word": "dk"})), json!("dk")),
    ] {
        let token = accepted(assessment.link(&sheet(&answers)));
        let document = accepted(assessment.open_link(token.as_str().unwrap()));
        let opened: Value = serde_json::from_str(document.as_str().unwrap()).unwrap();
        assert_eq!(opened["answers"]["word"], word);
        assert_eq!(opened["answers"].get("remark"), None);
        let score = |answers: &[u8]| accepted(assessment.score(answers))["scales"].clone();
        assert_eq!(score(document.as_str().unwrap().as_bytes()), score(&sheet(&answers)));
        assert_eq!(accepted(assessment.link(document.as_str().unwrap().as_bytes())), token);
    }
}

#[test]
fn the_compiled_form_gives_the_same_and_says_that_it_needs_more() {
    let assessment = quiz();
    let compiled = accepted(assessment.compiled());
    assert!(compiled.as_str().unwrap().starts_with('+'));
    let opened = Assessment::open(QUIZ.as_bytes(), compiled.as_str().unwrap().as_bytes());
    for answers in [right(), with(&json!({"word": {"text": "Lutetia"}, "several": [2, 4], "risky": "yes"}))] {
        assert_eq!(
            accepted(opened.finish(&sheet(&answers))).to_string(),
            accepted(assessment.finish(&sheet(&answers))).to_string()
        );
    }
    // As a module that knows none of it reads it: as nothing of its own.
    let without = Assessment::open(QUIZ.as_bytes(), &compiled.as_str().unwrap().as_bytes()[1..]);
    assert_eq!(without.problems().first().map(|p| p.code), Some("not-compiled"));
}

#[test]
fn what_decides_a_score_is_in_the_fingerprint() {
    let mark = |definition: &Value| {
        let assessment = Assessment::load(definition.to_string().as_bytes());
        assert!(assessment.problems().iter().all(|p| p.severity == Severity::Warning), "{:?}", assessment.problems());
        accepted(assessment.check())["fingerprint"].clone()
    };
    let written: Value = serde_json::from_str(QUIZ).unwrap();
    let changed = |pointer: &str, value: Value| {
        let mut definition = written.clone();
        *definition.pointer_mut(pointer).unwrap() = value;
        mark(&definition)
    };
    let first = mark(&written);
    for (pointer, value) in [
        ("/items/1/correct/choices", json!(["rome"])),
        ("/items/3/correct/choices", json!([2, 3])),
        ("/items/4/correct/whole", json!(false)),
        ("/items/5/correct/texts/0/text", json!("Lyon")),
        ("/items/5/correct/texts/1/points", json!(41)),
        ("/items/6/correct/numbers/0/within", json!(0.03)),
        ("/items/7/correct/order", json!(["water", "sow", "wait", "reap"])),
        ("/items/8/correct/pairs/0/choice", json!("oslo")),
        ("/scales/0/missing", json!({"scored": 0})),
        ("/quiz/pass", json!(61)),
    ] {
        assert_ne!(changed(pointer, value), first, "{pointer}");
    }
    for (pointer, value) in [
        ("/items/1/feedback/right", json!("Indeed.")),
        ("/items/5/correct/texts/0/text", json!("PARIS")),
        ("/quiz/attempts", json!(3)),
        ("/items/0/text", json!("Read that first.")),
    ] {
        assert_eq!(changed(pointer, value), first, "{pointer}");
    }
}

#[test]
fn answers_that_cannot_be_are_refused_with_their_place() {
    for (id, answer, code, at) in [
        ("several", json!([2, 7]), "unknown-choice", "/answers/several/1"),
        ("several", json!([2, 2]), "choice-repeat", "/answers/several/1"),
        ("several", json!(2), "wrong-type", "/answers/several"),
        ("strict", json!(["a", "b", "c"]), "too-many-chosen", "/answers/strict"),
        ("word", json!("Paris"), "wrong-type", "/answers/word"),
        ("word", json!({"text": "a".repeat(4001)}), "text-too-long", "/answers/word/text"),
        ("remark", json!({"words": "x"}), "wrong-type", "/answers/remark"),
        ("intro", json!({"text": "x"}), "unknown-item", "/answers/intro"),
    ] {
        let problems = refused(quiz().score(&sheet(&json!({ id: answer }))));
        let found: Vec<_> = problems.iter().map(|p| (p["code"].as_str().unwrap(), p["at"].as_str().unwrap())).collect();
        assert_eq!(found, [(code, at)], "{id}");
        assert!(!problems[0]["help"].as_str().unwrap().is_empty());
    }
}
