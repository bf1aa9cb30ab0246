//! Earlier answers in texts: what is filled in where, what stands there without an answer,
//! and that words of a respondent stay words.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use support::accepted;
use tautline::api::{Assessment, Cohort};
use tautline::author::{check, export, import, translate};

const SOURCE: &str = include_str!("wide/piping.json");

fn assessment() -> Assessment {
    let assessment = Assessment::load(SOURCE.as_bytes());
    assert_eq!(assessment.problems(), []);
    assessment
}

fn definition() -> Value {
    serde_json::from_str(SOURCE).unwrap()
}

fn sheet(answers: &Value) -> Vec<u8> {
    json!({"instrument": "a-conversation", "answers": answers}).to_string().into_bytes()
}

/// Plans hold half the time, there is never time, the goal is half right: a third of all.
fn given() -> Value {
    json!({
        "name": {"text": "Ada"}, "team": "it", "size": 3, "tools": ["p", "b"],
        "plan": 2, "pace": {"early": 1}, "goal": {"text": "peace"},
    })
}

fn finished(answers: &Value) -> Value {
    accepted(assessment().finish(&sheet(answers)))
}

#[test]
fn progress_says_what_is_filled_in() {
    let pipes = |answers: &Value| {
        let progress = accepted(assessment().progress(&sheet(answers)));
        let pipes = progress["pipes"].as_array().unwrap().iter();
        pipes.map(|pipe| (pipe["item"].as_str().unwrap().to_owned(), pipe["words"].clone())).collect::<Vec<_>>()
    };
    let named = |words: [Value; 5]| {
        ["name", "team", "size", "tools", "goal"].map(String::from).into_iter().zip(words).collect::<Vec<_>>()
    };
    let words = ["Ada", "Technology", "3 people", "Paper, A board", "peace"].map(|word| json!(word));
    assert_eq!(pipes(&given()), named(words));
    let unsure = json!({"name": {"text": "  "}, "team": "dk", "tools": []});
    assert_eq!(pipes(&unsure), named([const { Value::Null }; 5]));
    let quiz = include_str!("wide/quiz.json").as_bytes();
    let progress = accepted(Assessment::load(quiz).progress(br#"{"answers": {}}"#));
    assert_eq!(progress.get("pipes"), None);
}

#[test]
fn results_are_filled_wherever_a_text_stands() {
    let result = finished(&given());
    let report = &result["report"];
    let quiz = &report["quiz"]["items"];
    assert_eq!(report["quiz"]["text"], "Next time, Ada.");
    assert_eq!(quiz[0]["text"], "How often do plans of Technology hold?");
    assert_eq!(quiz[1]["text"], "In Technology, how often is there time Early on");
    assert_eq!(quiz[2]["feedback"], json!(["Half of it, Ada."]));
    assert_eq!(report["dimensions"][0]["state"]["text"], "Calm in Technology.");
    assert_eq!(report["bands"][0]["levels"][0]["text"], "Technology is at its start.");
    assert_eq!(report["notes"][0]["text"], "3 people are few.");
    assert_eq!(report["marks"][0]["text"], "Technology elsewhere: two.");
    assert_eq!(report["marks"][0]["item_text"], "How often do plans of Technology hold?");
    assert_eq!(report["targets"][0]["text"], "What Technology needs.");
    let advice = &report["advice"][0];
    assert_eq!(advice["text"], "In The week, ask Ada. All 3 people.");
    assert_eq!((&advice["first_step"], &advice["sign"]), (&json!("Meet Technology."), &json!("Ada answers.")));
    assert_eq!(advice["because"][0]["text"], "How often do plans of Technology hold?");
    let explained = accepted(assessment().explain(&sheet(&given()), "week.hold"));
    assert_eq!(explained["members"][0]["text"], "How often do plans of Technology hold?");
    for value in [result, explained] {
        assert!(!value.to_string().contains("{answer:"));
    }
}

#[test]
fn without_an_answer_the_words_for_that_stand_there() {
    let result = finished(&json!({"plan": 2, "team": "dk", "goal": {"text": "war"}}));
    let report = &result["report"];
    assert_eq!(report["quiz"]["items"][0]["text"], "How often do plans of your team hold?");
    assert_eq!(report["quiz"]["items"][2]["feedback"], json!(["Not \"war\", dear reader."]));
    assert_eq!(report["advice"][0]["text"], "In The week, ask your people.");
    assert_eq!(report["bands"][0]["levels"][1]["text"], "Your team is there.");
    let right = finished(&json!({"goal": {"text": " GROWTH "}}));
    assert_eq!(right["report"]["quiz"]["items"][2]["feedback"], json!(["\"GROWTH\" it is."]));
}

#[test]
fn words_of_a_respondent_stay_words() {
    let hostile = "{answer:team} {dimension}\u{202e}\n<b>";
    let mut answers = given();
    answers["name"] = json!({"text": hostile});
    answers["goal"] = json!({"text": "{answer:team|x}"});
    let report = &finished(&answers)["report"];
    assert_eq!(report["advice"][0]["text"], "In The week, ask {answer:team} {dimension}  <b>. All 3 people.");
    assert_eq!(report["quiz"]["items"][2]["answer"], "{answer:team|x}");
    assert_eq!(
        report["quiz"]["items"][2]["feedback"],
        json!(["Not \"{answer:team|x}\", {answer:team} {dimension}  <b>."])
    );
    answers["name"] = json!({"text": "é".repeat(201)});
    assert_eq!(finished(&answers)["report"]["advice"][0]["sign"], format!("{}… answers.", "é".repeat(200)));
    answers["name"] = json!({"text": "é".repeat(200)});
    assert_eq!(finished(&answers)["report"]["advice"][0]["sign"], format!("{} answers.", "é".repeat(200)));
}

#[test]
fn a_link_holds_no_words_and_says_so() {
    let token = accepted(assessment().link(&sheet(&given())));
    let document = accepted(assessment().open_link(token.as_str().unwrap()));
    let opened = accepted(assessment().finish(document.as_str().unwrap().as_bytes()));
    assert_eq!(opened["report"]["quiz"]["text"], "Next time, you.");
    assert_eq!(opened["report"]["quiz"]["items"][0]["text"], "How often do plans of Technology hold?");
}

#[test]
fn of_two_people_or_many_nobodys_answer_is_filled_in() {
    let mut definition = definition();
    definition["change"] = json!({"common": 0.5, "limits": [{"of": "week.hold", "limit": 5}]});
    definition["pair"] = json!({"scales": {"common": 0.5, "ask": 5, "clear": 10}, "two_steps": 60});
    let definition = definition.to_string();
    let assessment = Assessment::load(definition.as_bytes());
    let (first, second) = (sheet(&given()), sheet(&json!({"team": "sales", "plan": 3})));
    let compared = accepted(assessment.compare(&first, &second)).to_string();
    assert!(compared.contains("How often do plans of your team hold?"), "{compared}");
    let changed = accepted(assessment.change(&first, &second)).to_string();
    let mut cohort = Cohort::default();
    for _ in 0..6 {
        accepted(assessment.gather(&mut cohort, &first, None, None));
    }
    let group = accepted(assessment.group(&cohort, br#"{"anonymous": true}"#)).to_string();
    for reply in [compared, changed, group] {
        assert!(!reply.contains("{answer:") && !reply.contains("plans of Technology"), "{reply}");
    }
}

#[test]
fn the_compiled_form_knows_them_and_the_fingerprint_does_not() {
    let assessment = assessment();
    let compiled = accepted(assessment.compiled());
    let compiled = compiled.as_str().unwrap();
    let opened = Assessment::open(SOURCE.as_bytes(), compiled.as_bytes());
    assert_eq!(accepted(opened.finish(&sheet(&given()))), finished(&given()));
    let mut plain = definition();
    plain["notes"][0]["text"] = json!("{answer:team} are few.");
    let other = accepted(Assessment::load(plain.to_string().as_bytes()).check());
    assert_eq!(accepted(assessment.check())["fingerprint"], other["fingerprint"]);
    // What the flagship's reader knows is enough for a definition without them.
    let minimal: Value = serde_json::from_str(include_str!("definitions/valid/minimal.json")).unwrap();
    for (text, is_wide) in [("Never {mind}.", false), ("Not {answer:A1|that}.", true)] {
        let mut definition = minimal.clone();
        definition["notes"] = json!([{"id": "note", "when": "sum >= 0", "text": text}]);
        let form = accepted(Assessment::load(definition.to_string().as_bytes()).compiled());
        assert_eq!(form.as_str().unwrap().starts_with('+'), is_wide, "{text}");
    }
}

#[test]
fn a_translation_names_the_same_answers() {
    let german = json!({
        "items": [
            {"id": "plan", "text": "Wie oft halten Pläne?", "help": "Alle {answer:size|von Ihnen}; mit {answer:tools|was auch immer}."},
            {"id": "pace", "text": "Wie oft ist Zeit in {answer:team} bei {answer:name}?"}
        ]
    });
    let found = accepted(translate(SOURCE.as_bytes(), Some(german.to_string().as_bytes()), "de"));
    let strange: Vec<_> = found["strange"].as_array().unwrap().iter().map(|p| (&p["code"], &p["at"])).collect();
    let code = json!("translation-pipe");
    assert_eq!(strange, [(&code, &json!("/items/0/text")), (&code, &json!("/items/1/text"))]);
    let own = accepted(translate(SOURCE.as_bytes(), None, "de"));
    let german = Assessment::load(own["definition"].as_str().unwrap().as_bytes());
    let result = accepted(german.finish(&sheet(&json!({"plan": 1}))));
    assert_eq!(result["report"]["quiz"]["items"][0]["text"], "Wie oft halten Pläne von Ihrem Team?");
}

#[test]
fn an_item_that_texts_name_has_an_effect() {
    let reply = support::json(check(SOURCE.as_bytes()));
    let found: Vec<_> = reply["ok"]["warnings"].as_array().unwrap().iter().map(|p| &p["code"]).collect();
    assert!(!found.contains(&&json!("item-without-effect")), "{found:?}");
}

#[test]
fn exports_fill_in_or_say_that_they_do_not() {
    let written = |format: &str| {
        let value = accepted(export(format, SOURCE.as_bytes()));
        let losses: Vec<(String, String)> = (value["losses"].as_array().unwrap().iter())
            .map(|loss| (loss["at"].as_str().unwrap().into(), loss["construct"].as_str().unwrap().into()))
            .filter(|(_, construct): &(String, String)| construct.contains("answer"))
            .collect();
        (value["files"].to_string(), losses)
    };
    let (survey, losses) = written("surveyjs");
    assert!(survey.contains("How often do plans of {team} hold?"), "{survey}");
    assert!(losses.contains(&("/items/5/text".into(), "words for no answer".into())), "{losses:?}");
    // Of the two there only one has words for no answer.
    assert_eq!(losses.iter().filter(|(at, _)| at == "/items/5/help").count(), 1);
    for format in ["gift", "qti3", "csv"] {
        let (text, losses) = written(format);
        assert!(text.contains("How often do plans of your team hold?"), "{format}: {text}");
        assert!(losses.contains(&("/items/5/text".into(), "an answer in a text".into())), "{format}: {losses:?}");
        assert!(!text.contains("{answer:") && !text.contains("\\\\{answer"), "{format}");
    }
    assert!(written("canonical").0.contains("plans of {answer:team|your team} hold?"));
}

#[test]
fn surveyjs_names_answers_in_braces() {
    let survey = json!({
        "title": "S",
        "pages": [
            {"title": "Hello {name}", "elements": [
                {"type": "text", "name": "your name", "title": "Who are you?"},
                {"type": "radiogroup", "name": "team", "title": "Your team, {your name}?", "choices": ["a", "b"]}
            ]},
            {"title": "Of {team}", "description": "For {your name}.", "elements": [
                {"type": "rating", "name": "q", "title": "How is { team }, {your name}? {other} {answer:q}", "description": "{q}"}
            ]}
        ]
    });
    let value = accepted(import("surveyjs", &[("s.json", survey.to_string().as_bytes())], "", ""));
    let definition: Value = serde_json::from_str(value["definition"].as_str().unwrap()).unwrap();
    assert_eq!(definition["pages"][0]["title"], "Hello {name}");
    assert_eq!(definition["items"][1]["text"], "Your team, {your name}?");
    let page = &definition["pages"][1];
    assert_eq!((&page["title"], &page["text"]), (&json!("Of {answer:team}"), &json!("For {answer:your_name}.")));
    assert_eq!(definition["items"][2]["text"], "How is {answer:team}, {answer:your_name}? {other} { answer:q}");
    let lost: Vec<_> = (value["losses"].as_array().unwrap().iter())
        .map(|loss| (loss["at"].as_str().unwrap(), loss["construct"].as_str().unwrap()))
        .collect();
    let element = "/pages/1/elements/0";
    let at = |field: &str| format!("{element}/{field}");
    for (at, construct) in [
        ("/pages/0/title", "{name}"),
        ("/pages/0/elements/1/title", "{your name}"),
        (&*at("title"), "{answer:"),
        (&at("title"), "{other}"),
        (&at("description"), "{q}"),
    ] {
        assert!(lost.contains(&(at, construct)), "{at} {construct}: {lost:?}");
    }
}

#[test]
fn limesurvey_names_answers_by_their_code() {
    let harbour = include_str!("import/limesurvey/harbour.lss").replace(
        "How calm?",
        "Your {BOAT.shown} of {LEN} m, { LEN }: {BOAT}, {WHY.NAOK}, {QUAY.shown}, {if(LEN > 2, 1, 2)}?",
    );
    let value = accepted(import("limesurvey", &[("harbour.lss", harbour.as_bytes())], "", ""));
    let definition: Value = serde_json::from_str(value["definition"].as_str().unwrap()).unwrap();
    let items = definition["items"].as_array().unwrap();
    let calm = items.iter().find(|item| item["id"] == "CALM").unwrap();
    let expected =
        "Your {answer:BOAT} of {answer:LEN} m, { LEN }: {BOAT}, {answer:WHY}, {QUAY.shown}, {if(LEN > 2, 1, 2)}?";
    assert_eq!(calm["text"], expected);
    let lost: Vec<_> = (value["losses"].as_array().unwrap().iter())
        .filter(|loss| loss["at"] == "/questions/CALM")
        .map(|loss| loss["construct"].as_str().unwrap())
        .collect();
    assert_eq!(lost, ["{BOAT}", "{QUAY.shown}", "{if(LEN > 2, 1, 2)}"]);
}

#[test]
fn the_command_line_reports_and_prints_them() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("piping");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("answers.json"), sheet(&given())).unwrap();
    let printed = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tautline"));
        let output = command.current_dir(&folder).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wide/piping.json");
    for format in ["text", "html"] {
        let report = printed(&["report", source, "answers.json", "--format", format]);
        assert!(report.contains("Next time, Ada.") && !report.contains("{answer:"), "{report}");
    }
    let form = printed(&["export", "form", source]);
    assert!(form.contains("How often do plans of your team hold?") && form.contains("with ________."), "{form}");
    assert!(!form.contains("{answer:"));
}
