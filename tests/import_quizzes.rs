//! Quizzes of other tools: that marks are those of the source's rules, what else is
//! carried over, and that hostile files are refused in time.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use support::{accepted, close, refused};
use tautline::api::Assessment;
use tautline::author;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn import(format: &str, name: &str, bytes: &[u8]) -> tautline::Data<'static> {
    author::import(format, &[(name, bytes)], "", "")
}

#[track_caller]
fn fixture(format: &str, name: &str) -> Value {
    accepted(import(format, name, &fs::read(root().join(format).join(name)).unwrap()))
}

/// The files of the package of QTI.
fn harbour() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("qti/harbour");
    let mut files = Vec::new();
    for inner in ["", "items", "tests"] {
        for path in fs::read_dir(folder.join(inner)).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_file() {
                let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
                files.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn package() -> Value {
    let files = harbour();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    accepted(author::import("qti", &files, "", ""))
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn definition(imported: &Value) -> Value {
    serde_json::from_str(imported["definition"].as_str().unwrap()).unwrap()
}

fn item(made: &Value, id: &str) -> Value {
    made["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone()
}

/// Numbers that look drawn, the same in every run (Numerical Recipes' generator).
struct Draw(u32);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(self.0 >> 8).unwrap() % n
    }
}

/// What answers are worth by the rules of a source.
enum Rule<'a> {
    /// One choice.
    One(&'a [(&'a str, f64)]),
    /// The sum of those chosen, no lower than this and no higher than that.
    Sum(&'a [(&'a str, f64)], f64, f64),
    /// All of the right ones and no other, at most so many.
    All(&'a [&'a str], &'a [&'a str], usize),
    /// Words that are typed in.
    Words(&'a [(&'a str, f64)]),
    Number(&'a [(f64, f64)]),
    /// The right order, all of it.
    Order(&'a [&'a str]),
    /// Right pairs and all choices; each right one gives its share, or all of them 1.
    Pairs(&'a [(&'a str, &'a str)], &'a [&'a str], bool),
}

impl Rule<'_> {
    /// An answer and what it is worth.
    fn drawn(&self, draw: &mut Draw) -> (Value, f64) {
        match self {
            Rule::One(choices) => {
                let (value, worth) = choices[draw.below(choices.len())];
                (json!(value), worth)
            }
            Rule::Words(words) => {
                let (value, worth) = words[draw.below(words.len())];
                (json!({ "text": value }), worth)
            }
            Rule::Number(numbers) => {
                let (value, worth) = numbers[draw.below(numbers.len())];
                (json!(value), worth)
            }
            Rule::Sum(choices, low, high) => {
                let chosen: Vec<_> = choices.iter().filter(|_| draw.below(2) == 0).collect();
                let sum: f64 = chosen.iter().map(|(_, worth)| worth).sum();
                (json!(chosen.iter().map(|(value, _)| value).collect::<Vec<_>>()), sum.clamp(*low, *high))
            }
            Rule::All(choices, right, most) => {
                let mut chosen: Vec<_> = choices.iter().filter(|_| draw.below(2) == 0).copied().collect();
                chosen.truncate(*most);
                let whole = chosen == *right;
                (json!(chosen), f64::from(u8::from(whole)))
            }
            Rule::Order(right) => {
                let mut order = right.to_vec();
                if draw.below(2) == 0 {
                    let other = draw.below(order.len());
                    order.swap(0, other);
                }
                let whole = order == *right;
                (json!(order), f64::from(u8::from(whole)))
            }
            Rule::Pairs(right, choices, whole) => {
                let mut answer = json!({});
                let mut n = 0_u8;
                for (row, choice) in *right {
                    let chosen = if draw.below(3) == 0 { choice } else { &choices[draw.below(choices.len())] };
                    if draw.below(4) > 0 {
                        answer[*row] = json!(chosen);
                        n += u8::from(chosen == choice);
                    }
                }
                let of = u8::try_from(right.len()).unwrap();
                let share = if *whole { f64::from(u8::from(n == of)) } else { f64::from(n) / f64::from(of) };
                (answer, share)
            }
        }
    }
}

/// Draws sheets and compares the score with the marks by the source's rules: a question's
/// marks are `times` what its rule says, at most `most`.
fn marked(imported: &Value, questions: &[(&str, f64, f64, Rule<'_>)]) {
    let text = imported["definition"].as_str().unwrap();
    let assessment = Assessment::load(text.as_bytes());
    let made = definition(imported);
    assert_eq!(made["scales"][0]["members"].as_array().unwrap().len(), questions.len());
    let of: f64 = questions.iter().map(|(_, _, most, _)| most).sum();
    let mut draw = Draw(7);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..300 {
        let mut answers = json!({});
        let mut marks = 0.0;
        for (id, times, most, rule) in questions {
            let (answer, worth) = rule.drawn(&mut draw);
            let nothing = answer == json!([]) || answer == json!({});
            if !nothing && draw.below(6) > 0 {
                answers[*id] = answer;
                marks += times * worth;
                right += usize::from(times * worth >= *most);
                wrong += usize::from(worth <= 0.0);
            }
        }
        let document = json!({"instrument": made["id"], "version": "1.0", "answers": answers}).to_string();
        let reply = accepted(assessment.score(document.as_bytes()));
        let expected = (100.0 * marks / of).max(0.0);
        close(&reply["scales"][0]["value"], &json!(expected), &answers.to_string());
    }
    assert!(right > 300 && wrong > 300, "{right} {wrong}");
}

const THIRD: f64 = 1.0 / 3.0;
const TRUE: Rule<'_> = Rule::One(&[("t", 1.0), ("f", 0.0)]);
const FALSE: Rule<'_> = Rule::One(&[("t", 0.0), ("f", 1.0)]);

#[test]
fn marks_of_gift_are_those_of_moodle() {
    let imported = fixture("gift", "pond.gift");
    marked(
        &imported,
        &[
            ("Carp", 1.0, 1.0, Rule::One(&[("c1", 1.0), ("c2", 0.0), ("c3", 0.0), ("c4", -0.25)])),
            ("Half", 1.0, 1.0, Rule::One(&[("c1", 1.0), ("c2", 0.5), ("c3", 0.0)])),
            ("q4", 1.0, 1.0, Rule::Sum(&[("c1", 0.5), ("c2", 0.5), ("c3", -1.0), ("c4", 0.0)], 0.0, 1.0)),
            ("Thirds", 1.0, 1.0, Rule::Sum(&[("c1", THIRD), ("c2", THIRD), ("c3", THIRD), ("c4", -THIRD)], 0.0, 1.0)),
            ("True", 1.0, 1.0, TRUE),
            ("False", 1.0, 1.0, FALSE),
            ("q8", 1.0, 1.0, Rule::Number(&[(4.0, 1.0), (3.0, 0.0), (5.0, 0.0)])),
            (
                "q9",
                1.0,
                1.0,
                Rule::Number(&[(1.3, 0.5), (1.4, 1.0), (1.5, 1.0), (1.6, 1.0), (1.7, 0.5), (2.0, 0.5), (2.1, 0.0)]),
            ),
            ("q10", 1.0, 1.0, Rule::Number(&[(-5.0, 0.0), (-4.0, 1.0), (0.0, 1.0), (4.0, 1.0), (5.0, 0.0)])),
            (
                "Pairs",
                1.0,
                1.0,
                Rule::Pairs(&[("r1", "c1"), ("r2", "c2"), ("r3", "c3")], &["c1", "c2", "c3", "c4"], false),
            ),
            ("q12", 1.0, 1.0, Rule::Words(&[("JACK", 1.0), ("pickerel", 0.5), ("carp", 0.0)])),
            ("q15", 1.0, 1.0, Rule::One(&[("c1", 1.0), ("c2", 0.0), ("c3", 0.0)])),
            ("q16", 1.0, 1.0, Rule::Words(&[("a", 1.0), ("b", 0.0)])),
        ],
    );
    let made = definition(&imported);
    assert_eq!(
        item(&made, "q1"),
        json!({"id": "q1", "text": "Read the rules of the pond {all of them}.", "kind": {"info": {}}})
    );
    assert_eq!(item(&made, "Carp")["text"], "Which of these is a fish?\nChoose with care & patience.");
    let wave = &item(&made, "Carp")["kind"]["choice"]["choices"];
    assert_eq!(wave[3], json!({"value": "c4", "label": "A ~wave~", "points": -25}));
    assert_eq!((&wave[0]["feedback"], &wave[1]["feedback"]), (&json!("Yes."), &json!("A frog\nis none.")));
    assert_eq!(item(&made, "Carp")["feedback"]["wrong"], "Fish have gills.");
    let truths = &item(&made, "True")["kind"]["choice"]["choices"];
    assert_eq!(
        (&truths[0]["feedback"], &truths[1]["feedback"]),
        (&json!("Well done."), &json!("It is not so shallow."))
    );
    assert_eq!(item(&made, "q9")["feedback"], json!({"wrong": "Not at all."}));
    assert_eq!(item(&made, "q12")["text"], "A <pike> is also called _____ in some places.");
    assert_eq!(item(&made, "Essay")["kind"], json!({"note": {}}));
    let pages: Vec<&str> =
        made["pages"].as_array().unwrap().iter().map(|page| page["title"].as_str().unwrap()).collect();
    assert_eq!(pages, ["Part 1", "Fish/Frogs", "Numbers", "Broken"]);
    assert_eq!(
        (&made["quiz"], &made["scales"][0]["missing"]),
        (&json!({"scale": "score"}), &json!({"scored": 0, "open": "zero"}))
    );
}

#[test]
fn marks_of_moodle_xml_are_those_of_moodle() {
    let imported = fixture("moodle", "orchard.xml");
    marked(
        &imported,
        &[
            ("red", 2.0, 2.0, Rule::One(&[("c1", 1.0), ("c2", 0.25), ("c3", -0.5)])),
            (
                "Which_keep",
                3.0,
                3.0,
                Rule::Sum(&[("c1", THIRD), ("c2", THIRD), ("c3", THIRD), ("c4", 0.0), ("c5", -1.0)], 0.0, 1.0),
            ),
            ("tree", 1.0, 1.0, FALSE),
            (
                "kind",
                1.5,
                1.5,
                Rule::Words(&[("Williams", 1.0), ("williams", 0.8), ("5*", 0.6), ("Will", 0.0), ("WILLIAMS", 0.0)]),
            ),
            ("weight", 1.0, 1.0, Rule::Number(&[(0.2, 1.0), (0.25, 1.0), (0.26, 0.5), (0.1, 0.5), (0.31, 0.0)])),
            ("when", 4.0, 4.0, Rule::Pairs(&[("r1", "c1"), ("r2", "c2"), ("r3", "c1")], &["c1", "c2", "c3"], false)),
        ],
    );
    let made = definition(&imported);
    let red = item(&made, "red");
    assert_eq!(red["text"], "Which of them is red?");
    assert_eq!(red["feedback"]["right"], "Right.\nLook closely.");
    assert_eq!(red["feedback"]["partly"], "Look closely.");
    assert_eq!(red["hints"], json!(["Not green."]));
    assert_eq!(red["image"]["alt"], "Three apples");
    let src = "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
    assert_eq!(red["image"]["src"], src);
    assert_eq!(item(&made, "Which_keep")["text"], "Which keep <long>?");
    assert_eq!(item(&made, "kind")["feedback"], json!({"wrong": "No pear."}));
    assert_eq!(made["pages"][1]["title"], "Pears and/or plums");
    assert_eq!(item(&made, "more")["kind"], json!({"note": {}}));
}

#[test]
fn marks_of_qti_are_those_of_its_templates() {
    let imported = package();
    let pairs: &[(&str, &str)] = &[("bow", "front"), ("stern", "back")];
    marked(
        &imported,
        &[
            ("order", 1.0, 1.0, Rule::Order(&["Load", "Sail", "Land"])),
            ("choice", 1.0, 2.0, Rule::One(&[("A", 2.0), ("B", 0.5), ("C", -1.0), ("D", 0.0)])),
            ("several", 1.0, 3.0, Rule::Sum(&[("A", 1.0), ("B", 2.0), ("C", -2.0), ("D", 0.0)], 0.0, 3.0)),
            ("strict", 1.0, 1.0, Rule::All(&["A", "B", "C"], &["A", "C"], 2)),
            ("entry", 1.0, 3.0, Rule::Words(&[("kiel", 3.0), ("Kiel canal", 1.0), ("Sund", 0.0), ("Elbe", 0.0)])),
            ("number", 1.0, 1.0, Rule::Number(&[(12.5, 1.0), (12.4, 0.0), (13.0, 0.0)])),
            ("pairs", 1.0, 1.0, Rule::Pairs(pairs, &["front", "back"], true)),
            ("shares", 3.0, 3.0, Rule::Pairs(pairs, &["front", "back"], false)),
            ("slider", 1.0, 1.0, Rule::Number(&[(40.0, 1.0), (30.0, 0.0), (100.0, 0.0)])),
            ("inline", 1.0, 1.0, Rule::One(&[("l", 0.0), ("r", 1.0)])),
        ],
    );
    let made = definition(&imported);
    assert_eq!(made["title"], "The harbour");
    assert_eq!(made["pages"][0]["items"], json!(["order", "choice", "several", "strict", "entry"]));
    assert_eq!(made["pages"][1]["title"], "Quays");
    let choices = &item(&made, "choice")["kind"]["choice"]["choices"];
    assert_eq!((&choices[0]["feedback"], &choices[2]["feedback"]), (&json!("It is flat."), &json!("It has wheels.")));
    assert_eq!(item(&made, "choice")["feedback"], json!({"right": "Well seen."}));
    assert_eq!(item(&made, "entry")["text"], "Ships go from sea to sea by the _____ canal.");
    assert_eq!(item(&made, "strict")["kind"]["multiple"]["most"], 2);
}

#[test]
fn a_package_is_read_like_its_folder() {
    let files = harbour();
    let whole = zipped(&files);
    let imported = accepted(import("qti", "harbour.zip", &whole));
    let (mut made, mut folder) = (definition(&imported), definition(&package()));
    (made["id"], folder["id"]) = (Value::Null, Value::Null);
    assert_eq!(made, folder);
    assert_eq!(imported["losses"], package()["losses"]);
    for length in 0..whole.len() {
        ends("qti", &whole[..length]);
    }
    let mut draw = Draw(5);
    for _ in 0..300 {
        let mut bytes = whole.clone();
        let at = draw.below(bytes.len());
        bytes[at] = u8::try_from(draw.below(256)).unwrap();
        ends("qti", &bytes);
    }
    let without: Vec<_> = files.iter().filter(|(name, _)| name != "imsmanifest.xml").cloned().collect();
    assert_eq!(refused(import("qti", "a.zip", &zipped(&without)))[0]["code"], "bad-source");
    let paths: Vec<(&str, &[u8])> = without.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let loose = definition(&accepted(author::import("qti", &paths, "", "")));
    assert_eq!(
        loose["pages"],
        json!([{"title": "Part 1", "items": ["choice", "entry", "essay", "inline", "number", "order", "pairs", "several", "shares", "slider", "strict", "text"]}])
    );
}

/// A choice as QTI 2 writes it.
const OLDER: &str = r#"<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="Old">
<responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>B</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>
<simpleChoice identifier="A">One</simpleChoice><simpleChoice identifier="B">Two</simpleChoice></choiceInteraction></itemBody>
<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>"#;

#[test]
fn older_names_are_read_too() {
    let imported = accepted(import("qti", "old.xml", OLDER.as_bytes()));
    assert_eq!(imported["losses"], json!([]));
    let made = definition(&imported);
    assert_eq!(
        (&made["items"][0]["text"], &made["items"][0]["correct"]),
        (&json!("Which?"), &json!({"choices": ["B"]}))
    );
    for length in 0..OLDER.len() {
        assert!(!ends("qti", &OLDER.as_bytes()[..length]), "{length}");
    }
}

#[test]
fn what_is_beyond_the_language_is_said() {
    let older = |from: &str, to: &str| accepted(import("qti", "a.xml", OLDER.replacen(from, to, 1).as_bytes()));
    for (from, to, construct) in [
        ("match_correct", "other", "responseProcessing"),
        ("<correctResponse><value>B</value></correctResponse>", "", "answers"),
        ("<value>B</value>", "<value>B</value><value>D</value>", "answers"),
        ("match_correct", "map_response", "responseProcessing"),
        ("maxChoices=\"1\"", "shuffle=\"true\"", "shuffle"),
        ("<itemBody>", "<templateDeclaration/><itemBody>", "templateDeclaration"),
        ("title=\"Old\"", "adaptive=\"true\"", "adaptive"),
        ("One</simple", "One<math/></simple", "math"),
    ] {
        let imported = older(from, to);
        assert_eq!(imported["losses"][0]["construct"], construct, "{to}");
        assert_eq!(imported["losses"].as_array().unwrap().len(), 1, "{to}");
    }
    let marked = |marks: &str| {
        let question = "<question type='truefalse'><answer fraction='100'><text>true</text></answer><answer><text>false</text></answer>";
        let text = format!("<quiz>{question}<defaultgrade>{marks}</defaultgrade></question></quiz>");
        accepted(import("moodle", "a.xml", text.as_bytes()))
    };
    for marks in ["many", "-1", "2e6", "inf"] {
        assert_eq!(marked(marks)["losses"][0]["construct"], "marks", "{marks}");
        assert!(definition(&marked(marks)).get("quiz").is_none(), "{marks}");
    }
    let mapped = "<mapping lowerBound=\"-9\"><mapEntry mapKey=\"A\" mappedValue=\"-4\"/><mapEntry mapKey=\"B\" mappedValue=\"2\"/></mapping>";
    let several = OLDER
        .replace("<correctResponse><value>B</value></correctResponse>", mapped)
        .replace("match_correct", "map_response")
        .replace("maxChoices=\"1\"", "maxChoices=\"0\"");
    let imported = accepted(import("qti", "a.xml", several.as_bytes()));
    let constructs: Vec<&Value> =
        imported["losses"].as_array().unwrap().iter().map(|loss| &loss["construct"]).collect();
    assert_eq!(constructs, ["lowerBound", "a share of the marks"]);
    let made = definition(&imported);
    assert_eq!(
        (&made["items"][0]["correct"], &made["scales"][0]["members"][0]["weight"]),
        (&json!({"floor": -100}), &json!(2))
    );
}

#[test]
fn right_answers_of_surveyjs_are_a_quiz() {
    let imported = fixture("surveyjs", "quiz.json");
    // One mark a question and a row, and capitals do not count.
    marked(
        &imported,
        &[
            ("hill", 1.0, 1.0, Rule::Number(&[(1.0, 0.0), (3.0, 1.0)])),
            ("rain", 1.0, 1.0, Rule::One(&[("true", 0.0), ("false", 1.0)])),
            ("pack", 1.0, 1.0, Rule::All(&["bread", "map", "anvil"], &["bread", "map"], 2)),
            ("river", 1.0, 1.0, Rule::Words(&[("elbe", 1.0), ("Oder", 0.0)])),
            ("miles", 1.0, 1.0, Rule::Number(&[(7.0, 1.0), (8.0, 0.0)])),
            ("way", 1.0, 1.0, Rule::Order(&["up", "down"])),
            ("marks", 2.0, 2.0, Rule::Pairs(&[("hill_path", "red"), ("lake_path", "blue")], &["red", "blue"], false)),
        ],
    );
}

#[test]
fn weights_of_several_choices_are_added_up() {
    let survey = json!({"elements": [
        {"type": "checkbox", "name": "pack", "choices": [{"value": "a", "score": 1}, {"value": "b", "score": 3}, {"value": "c", "score": 0}]},
        {"type": "checkbox", "name": "less", "choices": [{"value": "a", "score": -1}, {"value": "b", "score": 3}]},
        {"type": "radiogroup", "name": "one", "choices": [{"value": "a", "score": 0}, {"value": "b", "score": 4}], "correctAnswer": "b"},
    ]});
    let imported = accepted(import("surveyjs", "s.json", survey.to_string().as_bytes()));
    let places: Vec<&Value> = imported["losses"].as_array().unwrap().iter().map(|loss| &loss["at"]).collect();
    assert_eq!(places, ["/elements/1", "/elements/2/correctAnswer"]);
    let assessment = Assessment::load(imported["definition"].as_str().unwrap().as_bytes());
    for (chosen, sum) in [(json!(["a"]), 1.0), (json!(["a", "b"]), 4.0), (json!(["c"]), 0.0), (json!(["b", "c"]), 3.0)]
    {
        let document = json!({"instrument": "s", "version": "1.0", "answers": {"pack": chosen, "one": "b"}});
        let reply = accepted(assessment.score(document.to_string().as_bytes()));
        close(&reply["scales"][0]["value"], &json!(100.0 * (sum + 4.0) / 8.0), "score");
    }
}

/// Damaged bytes end with a definition that the gate accepts, or a reason.
#[track_caller]
fn ends(format: &str, bytes: &[u8]) -> bool {
    let reply = support::json(import(format, "a.x", bytes));
    let Some(refused) = reply.get("refused") else {
        let made = reply["ok"]["value"]["definition"].as_str().unwrap();
        let problems = Assessment::load(made.as_bytes());
        assert!(problems.problems().iter().all(|problem| problem.severity != tautline::Severity::Error));
        return true;
    };
    assert!(!refused["problems"].as_array().unwrap().is_empty());
    false
}

#[test]
fn hostile_quizzes_end() {
    let laughs = "<!DOCTYPE quiz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
    let deep = |open: &str, close: &str, n: usize| open.repeat(n) + &close.repeat(n);
    let question = |text: &str| {
        format!(
            "<quiz><question type='essay'><questiontext><text><![CDATA[{text}]]></text></questiontext></question></quiz>"
        )
    };
    for (format, text) in [
        ("moodle", format!("{laughs}<quiz>&b;</quiz>")),
        ("qti", format!("{laughs}{OLDER}")),
        ("moodle", "<quiz/>".to_owned()),
        ("moodle", "<survey/>".to_owned()),
        ("qti", "<qti-assessment-test/>".to_owned()),
        ("qti", "<qti-assessment-item/>".to_owned()),
        ("moodle", deep("<quiz>", "</quiz>", 100_000)),
        ("gift", String::new()),
        ("gift", "// nothing\n\n".to_owned()),
    ] {
        assert!(!ends(format, text.as_bytes()), "{format} {}", text.chars().take(60).collect::<String>());
    }
    let mapped = |a: &str, b: &str| {
        let entries = format!(
            "<mapping><mapEntry mapKey='A' mappedValue='{a}'/><mapEntry mapKey='B' mappedValue='{b}'/></mapping>"
        );
        let item = OLDER.replace("</correctResponse>", &format!("</correctResponse>{entries}"));
        item.replace("match_correct", "map_response").replace("maxChoices=\"1\"", "maxChoices=\"0\"")
    };
    // Signs that no definition may hold.
    let odd = "<quiz><question type='shortanswer'><name><text>\u{202e}</text></name><answer fraction='100'><text>a\u{202e}b</text></answer></question></quiz>";
    assert!(ends("moodle", odd.as_bytes()));
    assert!(ends("gift", "\u{202e} {=\u{7}a\u{202e} ~\u{202e}}".as_bytes()));
    assert!(ends("qti", OLDER.replace("\"A\"", "\"\u{202e}\"").replace("One", "").as_bytes()));
    for (format, text) in [
        ("qti", OLDER.replace("Two", &deep("<p>", "</p>", 100_000))),
        ("qti", OLDER.replace("Two", &"<img/>".repeat(100_000))),
        ("qti", mapped("1e308", "1e308")),
        ("qti", mapped("1e-300", "-1e9")),
        ("qti", mapped("-1", "NaN")),
        ("qti", OLDER.replace("<value>B</value>", &"<value>B</value>".repeat(100_000))),
        ("moodle", question(&"<p>".repeat(300_000))),
        ("moodle", question(&"&amp;".repeat(300_000))),
        ("gift", "a {".to_owned() + &"~".repeat(500_000) + "}\n\nb"),
        ("gift", "a {".to_owned() + &"=a->b".repeat(200_000) + "}\n\nb"),
        ("gift", "a {#".to_owned() + &"=1:1".repeat(200_000) + "}\n\nb"),
        ("gift", "$CATEGORY:a//b/".repeat(100_000) + "\n\nb"),
        ("gift", "$CATEGORY: a\n".repeat(100_000) + "b"),
        ("gift", "\\".repeat(500_000)),
        ("gift", "::".repeat(500_000)),
        ("gift", "a {T".to_owned() + &"#".repeat(500_000) + "}"),
    ] {
        assert!(ends(format, text.as_bytes()), "{format} {}", text.chars().take(60).collect::<String>());
    }
    let many = "a {=b}\n\n".repeat(100_000);
    assert_eq!(refused(import("gift", "a.gift", many.as_bytes()))[0]["code"], "too-many");
}

#[test]
fn a_package_that_unpacks_without_end_is_cut_off() {
    let item = OLDER.replace("Two", &" ".repeat(3_000_000));
    let mut files = vec![("a.xml".to_owned(), item.into_bytes())];
    let references = "<assessmentItemRef href='a.xml'/>".repeat(400);
    files.push(("t.xml".into(), format!("<assessmentTest title='T'>{references}</assessmentTest>").into_bytes()));
    let resource = "<manifest><resources><resource type='imsqti_test_xmlv2p1' href='t.xml'/></resources></manifest>";
    files.push(("imsmanifest.xml".into(), resource.into()));
    let imported = accepted(import("qti", "a.zip", &zipped(&files)));
    // Five times three million bytes fit into 16 MiB.
    assert_eq!(definition(&imported)["items"].as_array().unwrap().len(), 5);
    assert_eq!(imported["losses"].as_array().unwrap().len(), 395);
}

#[test]
fn pictures_have_a_limit() {
    let picture = |n: usize, size: usize, name: &str| {
        let body = "A".repeat(size);
        format!(
            "<question type='description'><name><text>p{n}</text></name><questiontext><text><![CDATA[See <img alt=\"\" src=\"@@PLUGINFILE@@/{name}\">]]></text><file name='{name}' encoding='base64'>{body}</file></questiontext></question>"
        )
    };
    let quiz = |questions: &str| accepted(import("moodle", "q.xml", format!("<quiz>{questions}</quiz>").as_bytes()));
    let seen = |imported: &Value| {
        let items = definition(imported)["items"].clone();
        items.as_array().unwrap().iter().map(|item| item["image"]["alt"].clone()).collect::<Vec<_>>()
    };
    let four: String = (0..4).map(|n| picture(n, 32_000, "a.png")).collect();
    assert_eq!(seen(&quiz(&four)), [json!("a.png"), json!("a.png"), json!("a.png"), Value::Null]);
    for (size, name) in [(33_000, "a.png"), (0, "a.png"), (40, "a.tiff"), (40, "a")] {
        let imported = quiz(&picture(0, size, name));
        assert_eq!(seen(&imported), [Value::Null], "{size} {name}");
        assert_eq!(imported["losses"].as_array().unwrap().len(), 2, "{size} {name}");
    }
}
