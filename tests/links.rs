//! Result links: the vectors, every small change, and round trips.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

#[path = "support/links.rs"]
mod links;
mod support;

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Map, Value, json};
use std::process::Command;
use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::Duration;
use support::{FLAGSHIP, accepted, flagship, refused, sheet_document, worked};
use tautline::api::{Assessment, Cohort};

const DIGITS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

static CORE: LazyLock<Assessment> = LazyLock::new(flagship);
static THIRTY: LazyLock<Assessment> =
    LazyLock::new(|| Assessment::load(links::definition("link/thirty.json").as_bytes()));

fn token(assessment: &Assessment, answers: &str) -> String {
    accepted(assessment.link(answers.as_bytes())).as_str().unwrap().to_owned()
}

fn open(assessment: &Assessment, text: &str) -> Value {
    serde_json::from_str(accepted(assessment.open_link(text)).as_str().unwrap()).unwrap()
}

fn sheets() -> Vec<(Value, String)> {
    let worked = worked();
    let sheets = worked["sheets"].as_array().unwrap();
    sheets.iter().map(|sheet| (sheet.clone(), token(&CORE, &sheet_document(sheet)))).collect()
}

#[test]
fn every_vector_has_its_outcome() {
    for (definition, vectors) in links::vectors() {
        let assessment = Assessment::load(definition.as_bytes());
        for vector in vectors {
            links::check(&vector, &support::json(assessment.open_link(&vector.text)));
        }
    }
}

#[test]
fn a_reader_in_another_language_agrees() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/link.py");
    let ran = Command::new("python3").arg(file).output().unwrap();
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(include_str!("vectors/link.py").lines().count() <= 150);
}

#[test]
fn every_worked_sheet_comes_back_with_its_scores() {
    for (sheet, token) in sheets() {
        let back = open(&CORE, &token);
        let scores = |answers: &str| {
            let mut scores = accepted(CORE.score(answers.as_bytes()));
            // The time in use is in no link, and only a note reads it.
            scores["notes"] = Value::Null;
            scores
        };
        assert_eq!(scores(&back.to_string()), scores(&sheet_document(&sheet)), "{}", sheet["name"]);
        assert!(token.chars().all(|c| DIGITS.contains(c)), "{token}");
    }
}

/// All of them, on the tokens of all worked sheets.
#[test]
fn every_changed_letter_neighbour_swap_and_cut_is_refused() {
    let refuses = |letters: &[char]| assert_eq!(refused(CORE.open_link(&String::from_iter(letters))).len(), 1);
    for (_, token) in sheets() {
        let token: Vec<char> = token.chars().collect();
        for at in 0..token.len() {
            let mut changed = token.clone();
            for letter in ('0'..='9').chain('A'..='Z').chain('a'..='z').filter(|letter| *letter != token[at]) {
                changed[at] = letter;
                refuses(&changed);
            }
            refuses(&token[..at]);
            changed.remove(at);
            refuses(&changed);
            let mut swapped = token.clone();
            if at > 0 && token[at - 1] != token[at] {
                swapped.swap(at - 1, at);
                refuses(&swapped);
            }
        }
    }
}

#[test]
fn a_cut_link_says_that_a_part_is_missing() {
    for (_, token) in sheets() {
        for length in 10..token.len() {
            let problems = refused(
                CORE.open_link(&format!("https://example.org/#r={}", token.chars().take(length).collect::<String>())),
            );
            assert_eq!(problems[0]["code"], "link-truncated", "{length}");
        }
    }
}

#[test]
fn an_edition_that_is_known_is_named_with_both_numbers() {
    let first = Assessment::load(links::definition("link/kinds.json").as_bytes());
    let second = Assessment::load(links::definition("link/second.json").as_bytes());
    let problems = refused(second.open_link(&token(&first, r#"{"answers": {"C": 3}}"#)));
    let message = problems[0]["message"].as_str().unwrap();
    assert_eq!(problems[0]["code"], "link-edition");
    assert!(message.contains("`1.0`") && message.contains("`2.0`"), "{message}");
}

/// Letters over the entropy of the answers: version, fingerprint, role and checks.
const OVERHEAD: usize = 13;

#[test]
fn a_token_is_short() {
    let thirty: Map<String, Value> = (1..=30).map(|n| (format!("A{n}"), json!(1 + n % 5))).collect();
    let thirty = token(&THIRTY, &json!({ "answers": thirty }).to_string());
    // 7^30 answers are 85 bits, 15 letters of 5.93 bits.
    assert_eq!(thirty.len(), 27);
    assert!(thirty.len() <= 15 + OVERHEAD);
    for (_, token) in sheets() {
        assert_eq!(token.len(), 40);
        assert!("https://example.org/check.html#r=".len() + token.len() < 75);
    }
}

#[test]
fn answers_too_many_for_a_link_are_refused_and_the_file_is_named() {
    let parts: Vec<Value> = (0..32).map(|n| json!({"value": format!("p{n}"), "label": "Part"})).collect();
    let definition = json!({
        "format": 1, "id": "wide", "version": "1.0", "title": "Wide", "language": "en", "license": "CC0-1.0",
        "dont_know": "?", "choice_sets": [{"id": "parts", "choices": parts}],
        "items": [{"id": "A", "text": "Divide", "kind": {"allocation": {"total": 1_000_000, "set": "parts"}}}],
        "pages": [{"title": "One", "items": ["A"]}],
    });
    let assessment = Assessment::load(definition.to_string().as_bytes());
    for reply in [assessment.link(br#"{"answers": {}}"#), assessment.open_link("#r=1000000000000")] {
        let problems = refused(reply);
        assert_eq!(problems[0]["code"], "link-too-long");
        assert!(problems[0]["help"].as_str().unwrap().contains("file"));
    }
}

/// The longest text, full of what may be a token, on definitions with the longest tokens and with longer ones.
#[test]
fn no_text_keeps_the_reader_busy() {
    let ids: Vec<String> = (0..500).map(|n| format!("A{n}")).collect();
    let options: Vec<Value> = (0..32).map(|n| json!({"value": format!("o{n}"), "label": "Option"})).collect();
    let text = (0..620).map(|n| format!("r={n:010}")).collect::<Vec<_>>().join(" ");
    let kinds = [json!({"number": {"min": 0, "max": 10_000_000}}), json!({"ranking": {"set": "options"}})];
    for (kind, code) in kinds.iter().zip(["link-truncated", "link-too-long"]) {
        let item = |id| json!({"id": id, "text": "An item", "kind": kind});
        let definition = json!({
            "format": 1, "id": "long", "version": "1.0", "title": "Long", "language": "en", "license": "CC0-1.0",
            "dont_know": "?", "choice_sets": [{"id": "options", "choices": options}],
            "items": ids.iter().map(item).collect::<Vec<_>>(), "pages": [{"title": "One", "items": ids}],
        });
        let assessment = Assessment::load(definition.to_string().as_bytes());
        let text = text.clone();
        let (answer, wait) = mpsc::channel();
        thread::spawn(move || {
            let problems = refused(assessment.open_link(&text));
            let pasted = accepted(assessment.gather_text(&mut Cohort::default(), &text, None));
            answer.send((problems[0]["code"].clone(), pasted["refused_total"].clone())).unwrap();
        });
        assert_eq!(wait.recv_timeout(Duration::from_secs(5)).unwrap(), (json!(code), json!(620.0)));
    }
}

/// An answer to an item of the flagship, `null` where there is none.
fn answer(item: &Value) -> BoxedStrategy<Value> {
    let measures = ["cost", "speed", "innovation", "service", "relevance"];
    let (kind, _) = item["kind"].as_object().unwrap().iter().next().unwrap();
    let id = item["id"].as_str().unwrap();
    let given = match kind.as_str() {
        "number" => (0..=100).prop_map(Value::from).boxed(),
        "allocation" => subsequence((0..104).collect::<Vec<i32>>(), 4)
            .prop_map(|bars| {
                let ends: Vec<i32> = [-1].into_iter().chain(bars).chain([104]).collect();
                let names = ["keep", "requests", "process", "new", "foundations"];
                let shares = names.iter().zip(ends.windows(2));
                Value::Object(shares.map(|(name, pair)| ((*name).into(), json!(pair[1] - pair[0] - 1))).collect())
            })
            .boxed(),
        "ranking" => Just(measures.to_vec()).prop_shuffle().prop_map(|order| json!(order)).boxed(),
        "grid" => proptest::collection::vec(0..=6, 5)
            .prop_map(move |cells| {
                let cell = |n| if n == 6 { json!("dk") } else { json!(n) };
                measures.iter().zip(cells).filter(|(_, n)| *n > 0).map(|(id, n)| ((*id).to_owned(), cell(n))).collect()
            })
            .prop_map(|cells: Map<String, Value>| if cells.is_empty() { Value::Null } else { Value::Object(cells) })
            .boxed(),
        _ if id == "M4" => proptest::sample::select(measures.to_vec()).prop_map(Value::from).boxed(),
        _ => (1..=5).prop_map(Value::from).boxed(),
    };
    let missing = if kind == "grid" { Value::Null } else { json!("dk") };
    prop_oneof![8 => given, 1 => Just(missing), 1 => Just(Value::Null)].boxed()
}

fn sheet() -> impl Strategy<Value = Value> {
    let flagship: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let items = flagship["items"].as_array().unwrap().clone();
    let answers: Vec<_> = items
        .iter()
        .map(|item| {
            answer(item).prop_map({
                let id = item["id"].as_str().unwrap().to_owned();
                move |answer| (id.clone(), answer)
            })
        })
        .collect();
    (proptest::sample::select(vec!["cio", "ceo"]), answers).prop_map(|(role, answers)| {
        let answers: Map<String, Value> = answers.into_iter().filter(|(_, answer)| !answer.is_null()).collect();
        json!({ "instrument": "bt-synchronization", "version": "1.0", "role": role, "answers": answers })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_goes_in_comes_out(sheet in sheet()) {
        prop_assert_eq!(open(&CORE, &token(&CORE, &sheet.to_string())), sheet);
    }

    #[test]
    fn no_text_stops_the_reader(text in ".{0,200}", letters in "[0-9A-Za-z]{10,90}") {
        for text in [text, format!("#r={letters}")] {
            refused(CORE.open_link(&text));
        }
    }
}
