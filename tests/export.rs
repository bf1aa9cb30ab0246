//! Definitions in other formats: what is written, what is said to be lost, and that no
//! text of a definition becomes a part of the format.
//!
//! `tests/export/small.FORMAT` is what `small.json` becomes, written by hand; in
//! `small.losses` stand the places of what is lost.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::{accepted, refused};
use tautline::api::Assessment;
use tautline::author;

const FORMATS: [&str; 5] = ["canonical", "surveyjs", "gift", "qti3", "csv"];
const SMALL: &str = include_str!("export/small.json");
const VALID: [&str; 12] = [
    support::FLAGSHIP,
    SMALL,
    include_str!("definitions/valid/all-kinds.json"),
    include_str!("definitions/valid/minimal.json"),
    include_str!("wide/profile.json"),
    include_str!("wide/quiz.json"),
    include_str!("../www/instruments/samples/blog-quiz.json"),
    include_str!("../www/instruments/samples/data-maturity.json"),
    include_str!("../www/instruments/samples/everyday-character.json"),
    include_str!("../www/instruments/samples/safety-training.json"),
    include_str!("../www/instruments/samples/team-health.json"),
    include_str!("../www/instruments/samples/working-styles.json"),
];

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export").join(path)
}

#[track_caller]
fn export(format: &str, definition: &str) -> Value {
    accepted(author::export(format, definition.as_bytes()))
}

/// The one file of a format.
#[track_caller]
fn text(format: &str, definition: &str) -> String {
    let files = export(format, definition)["files"].as_array().unwrap().clone();
    assert_eq!(files.len(), 1);
    files[0]["text"].as_str().unwrap().into()
}

/// The file of an item in a package.
fn item(definition: &str, id: &str) -> String {
    let files = export("qti3", definition)["files"].as_array().unwrap().clone();
    let file = files.iter().find(|file| file["name"] == format!("items/{id}.xml")).unwrap();
    file["text"].as_str().unwrap().into()
}

fn places(format: &str, definition: &str) -> Vec<String> {
    let losses = export(format, definition)["losses"].as_array().unwrap().clone();
    losses.iter().map(|loss| loss["at"].as_str().unwrap().into()).collect()
}

#[test]
fn a_small_definition_in_each_format() {
    for format in ["canonical", "surveyjs", "gift", "csv"] {
        let expected = fs::read_to_string(at(&format!("small.{format}"))).unwrap();
        assert_eq!(text(format, SMALL), expected, "{format}");
    }
    let package = export("qti3", SMALL);
    let names: Vec<_> =
        package["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    let items = ["items/A.xml", "items/B.xml", "items/C.xml", "items/D.xml"];
    assert_eq!(names, [&["imsmanifest.xml", "assessment-test.xml"][..], &items].concat());
    for file in package["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        assert_eq!(file["text"], fs::read_to_string(at("small.qti3").join(name)).unwrap(), "{name}");
    }
}

#[test]
fn what_is_lost_is_listed() {
    let listed = fs::read_to_string(at("small.losses")).unwrap();
    for format in FORMATS {
        let of = |line: &str| line.strip_prefix(&format!("{format} ")).map(String::from);
        let expected: Vec<String> = listed.lines().filter_map(of).collect();
        assert_eq!(places(format, SMALL), expected, "{format}");
    }
}

#[test]
fn every_loss_has_a_place_and_words() {
    let mut found = 0;
    for definition in VALID {
        let tree: Value = serde_json::from_str(definition).unwrap();
        for format in FORMATS {
            for loss in export(format, definition)["losses"].as_array().unwrap() {
                found += 1;
                assert!(tree.pointer(loss["at"].as_str().unwrap()).is_some(), "{format}: {loss}");
                for field in ["construct", "sentence", "instead"] {
                    assert!(!loss[field].as_str().unwrap().is_empty(), "{format}: {loss}");
                }
            }
        }
    }
    assert!(found > 200, "{found}");
}

/// The same values, whether a number is written 1 or 1.0.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(_), Value::Number(_)) => a.as_f64().map(f64::to_bits) == b.as_f64().map(f64::to_bits),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[test]
fn the_canonical_form_is_the_same_definition_once_and_for_all() {
    for definition in VALID {
        let canonical = text("canonical", definition);
        assert_eq!(text("canonical", &canonical), canonical);
        assert!(canonical.ends_with("}\n") && export("canonical", definition)["losses"] == json!([]));
        let identity = |text: &str| accepted(Assessment::load(text.as_bytes()).check());
        assert_eq!(identity(&canonical), identity(definition));
        let tree = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
        assert!(same(&tree(&canonical), &tree(definition)));
        let mut compiled = tree(definition);
        compiled["compiled"] = accepted(Assessment::load(definition.as_bytes()).compiled());
        assert_eq!(text("canonical", &compiled.to_string()), canonical);
    }
}

#[test]
fn other_formats_and_other_files_are_refused() {
    let code =
        |format: &str, definition: &str| refused(author::export(format, definition.as_bytes()))[0]["code"].clone();
    assert_eq!(code("docx", SMALL), "unknown-export");
    assert_eq!(code("gift", "{"), "json-syntax");
    assert_eq!(code("gift", &SMALL.replace("More?", "\\u0001")), "control-character");
}

/// What means something in one of the formats.
const HOSTILE: &str = "<script>alert('1')</script> ]]> &amp; \"a\" \\n ~%50% =b #c {d} e:f -> g | // ::h:: *";

/// Where people's words stand.
fn words(node: &mut Value, to: &mut dyn FnMut(&mut String)) {
    match node {
        Value::Array(nodes) => nodes.iter_mut().for_each(|node| words(node, to)),
        Value::Object(fields) => {
            for (key, node) in fields.iter_mut() {
                match (key.as_str(), node) {
                    ("text" | "label" | "help" | "title" | "alt" | "feedback" | "unit", Value::String(text)) => {
                        to(text);
                    }
                    (_, node) => words(node, to),
                }
            }
        }
        _ => {}
    }
}

/// The words of questions; those of results may hold names of what fills them.
fn asked(tree: &mut Value, to: &mut dyn FnMut(&mut String)) {
    for part in ["items", "choice_sets", "pages", "scales"] {
        if let Some(node) = tree.get_mut(part) {
            words(node, to);
        }
    }
}

/// A definition all of whose words are hostile, each in its own way.
fn hostile(definition: &str) -> String {
    let mut tree: Value = serde_json::from_str(definition).unwrap();
    let mut n = 0;
    asked(&mut tree, &mut |text| {
        n += 1;
        *text = format!("{HOSTILE} {n}");
    });
    tree.to_string()
}

#[test]
fn every_file_of_a_package_is_well_formed_and_holds_the_words_as_they_are() {
    for definition in VALID.map(hostile).iter().map(String::as_str).chain(VALID) {
        let package = export("qti3", definition);
        for file in package["files"].as_array().unwrap() {
            let text = file["text"].as_str().unwrap();
            let document = roxmltree::Document::parse(text).unwrap();
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"), "{text}");
        }
        let tree: Value = serde_json::from_str(definition).unwrap();
        for asked in tree["items"].as_array().unwrap().iter().filter(|asked| asked["kind"]["prediction"].is_null()) {
            let text = item(definition, asked["id"].as_str().unwrap());
            let document = roxmltree::Document::parse(&text).unwrap();
            let first = document
                .descendants()
                .find(|node| node.has_tag_name(("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "p")));
            assert_eq!(first.unwrap().text(), asked["text"].as_str());
        }
    }
}

#[test]
fn identifiers_of_a_package_are_one_thing_each() {
    for definition in VALID {
        for file in export("qti3", definition)["files"].as_array().unwrap() {
            let text = file["text"].as_str().unwrap();
            let document = roxmltree::Document::parse(text).unwrap();
            let within = |node: &roxmltree::Node<'_, '_>| node.tag_name().name().ends_with("-choice");
            let ids: Vec<_> =
                document.descendants().filter(within).filter_map(|node| node.attribute("identifier")).collect();
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{text}");
            let keys = document.descendants().filter_map(|node| node.attribute("map-key"));
            for key in keys.filter(|_| !ids.is_empty()).flat_map(|key| key.split(' ')) {
                assert!(ids.contains(&key), "{key} in {text}");
            }
        }
    }
}

/// What a reader of GIFT sees: signs that mean something as they are, those behind `\` as `.`.
fn meant(gift: &str) -> String {
    let mut meant = String::new();
    let mut signs = gift.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
                meant.push('.');
            }
            sign => meant.push(sign),
        }
    }
    meant
}

#[test]
fn no_words_become_a_part_of_gift() {
    for definition in VALID {
        let shape = |gift: &str| -> Vec<String> {
            // The path of a category is words only.
            let lines =
                meant(gift).lines().filter(|line| !line.starts_with("$CATEGORY")).map(String::from).collect::<Vec<_>>();
            let signs = |line: &String| line.chars().filter(|c| "{}=~#".contains(*c)).collect();
            lines.iter().map(signs).filter(|signs: &String| !signs.is_empty()).collect()
        };
        let mut plain: Value = serde_json::from_str(definition).unwrap();
        let mut n = 0;
        asked(&mut plain, &mut |text| {
            n += 1;
            *text = format!("x {n}");
        });
        assert_eq!(shape(&text("gift", &hostile(definition))), shape(&text("gift", &plain.to_string())));
    }
}

#[test]
fn a_table_has_its_columns_whatever_the_words_are() {
    let hostile = VALID.map(hostile);
    for definition in hostile.iter().map(String::as_str).chain(VALID) {
        let table = text("csv", definition);
        let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(rows.iter().all(|row| row.len() == 14));
        let tree: Value = serde_json::from_str(definition).unwrap();
        for row in &rows {
            let asked = tree["items"].as_array().unwrap().iter().find(|asked| asked["id"] == row[0]).unwrap();
            assert_eq!(&row[1], asked["text"].as_str().unwrap());
        }
    }
}

#[test]
fn the_import_reads_a_table_back() {
    for definition in VALID {
        let table = text("csv", definition);
        let files = [("table.csv", table.as_bytes())];
        let imported = accepted(author::import("csv", &files, "", "en"));
        assert_eq!(imported["losses"], json!([]), "{table}");
        let again = imported["definition"].as_str().unwrap();
        let tree: Value = serde_json::from_str(again).unwrap();
        assert_eq!(tree["items"].as_array().unwrap().len(), table.lines().count() - 1);
        assert_eq!(text("csv", again), table);
    }
}

#[test]
fn the_import_reads_points_of_a_survey_back() {
    let survey = text("surveyjs", VALID[4]);
    let files = [("survey.json", survey.as_bytes())];
    let imported = accepted(author::import("surveyjs", &files, "score", "en"));
    let back: Value = serde_json::from_str(imported["definition"].as_str().unwrap()).unwrap();
    let document = json!({ "instrument": back["id"], "version": "1.0", "answers": { "X1": 4, "X2": 1, "Y1": 0 } });
    let assessment = Assessment::load(imported["definition"].as_str().unwrap().as_bytes());
    let score = accepted(assessment.score(document.to_string().as_bytes()))["scales"][0]["value"].as_f64().unwrap();
    // The mean of 100, 25 and 0.
    assert!((score - 125.0 / 3.0).abs() < 1e-9, "{score}");
}

#[test]
fn what_is_left_to_chance_is_left_to_it_in_a_package() {
    let mut tree: Value = serde_json::from_str(SMALL).unwrap();
    tree["pages"][0]["draw"] = 2.into();
    tree["items"][1]["shuffle"] = true.into();
    tree["items"][1]["kind"]["choice"]["choices"][1]["fixed"] = true.into();
    tree["items"][2].as_object_mut().unwrap().remove("show_if");
    let definition = tree.to_string();
    let package = export("qti3", &definition);
    let test = package["files"][1]["text"].as_str().unwrap();
    assert!(test.contains("<qti-selection select=\"2\"/>\n      <qti-ordering shuffle=\"true\"/>"), "{test}");
    assert!(!test.contains("MAXSCORE") && !test.contains("mastery-value"));
    let drawn = item(&definition, "B");
    assert!(drawn.contains("shuffle=\"true\"") && drawn.contains("identifier=\"f\" fixed=\"true\""), "{drawn}");
    for (format, place) in [
        ("gift", "/pages/0/draw"),
        ("gift", "/items/1/shuffle"),
        ("surveyjs", "/items/1/kind/choice/choices/1/fixed"),
        ("qti3", "/pages/0/draw"),
    ] {
        assert!(places(format, &definition).contains(&place.into()), "{format} {place}");
    }
}

#[test]
fn words_in_a_table_are_no_formulas() {
    let mut tree: Value = serde_json::from_str(SMALL).unwrap();
    tree["items"][1]["text"] = "=HYPERLINK(\"https://example.org\",\"a\")".into();
    let definition = tree.to_string();
    assert!(text("csv", &definition).contains("\r\nB,\"'=HYPERLINK(\"\"https://example.org\"\",\"\"a\"\")\","));
    assert!(places("csv", &definition).contains(&"/items/1".into()));
}

#[test]
fn conditions_speak_the_language_of_surveyjs() {
    for (condition, expected) in [
        ("A == 1", Some("{A} = 1")),
        ("A != 1", Some("({A} notempty and {A} <> 1)")),
        ("not (A < 1 or B == 't')", Some("({A} >= 1 and ({B} notempty and {B} <> 't'))")),
        ("known(A) or not known(A)", Some("({A} notempty or {A} empty)")),
        ("A + 1 > 2 * A", Some("({A} + 1) > (2 * {A})")),
        ("max(A, 0) == 1", None),
    ] {
        let mut tree: Value = serde_json::from_str(SMALL).unwrap();
        tree["items"][2]["show_if"] = condition.into();
        let definition = tree.to_string();
        let survey: Value = serde_json::from_str(&text("surveyjs", &definition)).unwrap();
        assert_eq!(survey["pages"][0]["elements"][2].get("visibleIf").and_then(Value::as_str), expected, "{condition}");
        assert_eq!(places("surveyjs", &definition).contains(&"/items/2/show_if".into()), expected.is_none());
    }
}

#[test]
fn kinds_of_a_quiz_in_gift() {
    let quiz = text("gift", VALID[5]);
    for expected in [
        "::intro::[plain]Read this first.\n\n",
        "{\n\t~Paris#No.\n\t~Rome#No.\n\t=Oslo#Yes.\n}",
        "{\n\t~%-50%True#Look at a ship on the horizon.\n\t=False\n}",
        "{\n\t~%33.33333%two\n\t~%33.33333%three#Three is.\n\t~%-33.33333%four\n\t~%33.33333%five\n}",
        "{\n\t=%100%Paris\n\t=%40%Lutetia#That was long ago.\n}",
        "{#\n\t=%100%9.81:0.02\n\t=%25%9.8:0.5\n}",
        "{\n\t=1 -> Sow\n\t=2 -> Water\n\t=3 -> Wait\n\t=4 -> Reap\n}",
        "{\n\t=France -> Paris\n\t=Italy -> Rome\n}",
    ] {
        assert!(quiz.contains(expected), "{expected}");
    }
}

#[test]
fn kinds_of_a_quiz_in_a_package() {
    let quiz = |id: &str| item(VALID[5], id).split_whitespace().collect::<Vec<_>>().join(" ");
    for (id, expected) in [
        ("several", "<qti-mapping default-value=\"0\" lower-bound=\"0\" upper-bound=\"1\">"),
        ("several", "<qti-map-entry map-key=\"c-4\" mapped-value=\"-0.333333333333333\"/>"),
        ("several", "max-choices=\"4\""),
        ("strict", "max-choices=\"2\""),
        ("strict", "match_correct.xml"),
        ("risky", "<qti-map-entry map-key=\"yes\" mapped-value=\"-0.5\"/>"),
        ("word", "<qti-map-entry map-key=\"Lutetia\" mapped-value=\"0.4\" case-sensitive=\"false\"/>"),
        ("order", "cardinality=\"ordered\" base-type=\"identifier\""),
        ("order", "<qti-value>sow</qti-value> <qti-value>water</qti-value> <qti-value>wait</qti-value>"),
        ("match", "<qti-map-entry map-key=\"row-it column-rome\" mapped-value=\"0.5\"/>"),
        ("look", "alt=\"A red square\"/>"),
    ] {
        assert!(quiz(id).contains(expected), "{id}: {expected}");
    }
    let survey = item(VALID[2], "N2");
    assert!(
        survey
            .contains("<qti-slider-interaction response-identifier=\"RESPONSE\" lower-bound=\"0\" upper-bound=\"100\"")
    );
    assert!(item(VALID[2], "N1").contains("<qti-text-entry-interaction"));
}

/// Every place in a tree.
fn everywhere(node: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.into());
    match node {
        Value::Array(nodes) => {
            nodes.iter().enumerate().for_each(|(n, node)| everywhere(node, &format!("{at}/{n}"), into));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, node)| everywhere(node, &format!("{at}/{key}"), into)),
        _ => {}
    }
}

#[test]
fn what_is_near_a_definition_is_written_or_refused() {
    let (mut written, mut refused) = (0, 0);
    for definition in [VALID[2], VALID[5]] {
        let tree: Value = serde_json::from_str(definition).unwrap();
        let mut places = Vec::new();
        everywhere(&tree, "", &mut places);
        for place in places {
            for value in [json!(""), json!(HOSTILE), json!("a"), json!(-7.5), json!([])] {
                let mut near = tree.clone();
                *near.pointer_mut(&place).unwrap() = value;
                let near = near.to_string();
                for format in FORMATS {
                    let reply = serde_json::to_value(author::export(format, near.as_bytes())).unwrap();
                    if reply.get("ok").is_some() {
                        written += 1;
                    } else {
                        refused += 1;
                    }
                    if reply.get("ok").is_none() {
                        break;
                    }
                }
            }
        }
    }
    assert!(written > 1_000 && refused > 1_000, "{written} {refused}");
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tautline")).args(arguments).current_dir(at("")).output().unwrap()
}

/// A file that is gone at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Scratch(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{}-{name}", std::process::id())))
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

#[test]
fn the_command_line_says_what_is_lost() {
    let report = Scratch::new("losses.json");
    let gift = run(&["export", "gift", "small.json", "--report", report.name()]);
    assert_eq!(gift.status.code(), Some(2));
    assert_eq!(gift.stdout, fs::read(at("small.gift")).unwrap());
    let said = String::from_utf8(gift.stderr).unwrap();
    assert!(said.contains("lost: /items/2/show_if show_if: this format asks the same of everyone; instead: nothing\n"));
    let losses: Value = serde_json::from_slice(&fs::read(&report.0).unwrap()).unwrap();
    assert_eq!(losses["losses"].as_array().unwrap().len(), said.lines().count());
    let canonical = run(&["export", "canonical", "small.json"]);
    assert_eq!((canonical.status.code(), canonical.stderr.len()), (Some(0), 0));
    assert_eq!(run(&["export", "gift", "small.losses"]).status.code(), Some(1));
    assert_eq!(run(&["export", "gift", "nowhere.json"]).status.code(), Some(2));
}

#[test]
fn scores_are_a_table_with_a_row_for_each_sheet() {
    let sheets = Scratch::new("sheets.jsonl");
    let sheet = |answers: &str| format!("{{\"instrument\":\"small\",\"version\":\"1.0\",\"answers\":{answers}}}\n");
    let lines =
        [sheet("{\"A\":1,\"B\":\"t\",\"C\":0.5}"), sheet("{\"B\":\"x\"}"), sheet("{\"A\":1,\"C\":0.4}"), sheet("{}")];
    fs::write(&sheets.0, lines.concat()).unwrap();
    let scored = run(&["score", "--jsonl", "--format", "csv", "small.json", sheets.name()]);
    assert_eq!(scored.status.code(), Some(1));
    // Weights 1 and 2; what is open has no points.
    let expected = "role,s\r\n,100\r\n,66.66666666666667\r\n,0\r\n";
    assert_eq!(String::from_utf8(scored.stdout).unwrap(), expected);
    assert!(String::from_utf8(scored.stderr).unwrap().starts_with("line 2:1:"));
}

#[test]
fn scores_of_one_sheet_are_a_row_too() {
    let sheet = Scratch::new("sheet.json");
    let answers = json!({ "instrument": "a-profile", "version": "1.0", "role": "b", "answers": { "X1": 4, "X2": 0 } });
    fs::write(&sheet.0, answers.to_string()).unwrap();
    let scored = run(&["score", "--format", "csv", "../wide/profile.json", sheet.name()]);
    // The first counts three times for this role.
    assert_eq!(String::from_utf8(scored.stdout).unwrap(), "role,x,y\r\nb,75,\r\n");
}

#[test]
fn a_package_is_an_archive() {
    let file = Scratch::new("small.zip");
    assert_eq!(run(&["export", "qti3", "small.json", "-o", file.name()]).status.code(), Some(2));
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(&file.0).unwrap())).unwrap();
    assert_eq!(archive.len(), 6);
    let manifest = std::io::read_to_string(archive.by_name("imsmanifest.xml").unwrap()).unwrap();
    assert_eq!(manifest, fs::read_to_string(at("small.qti3/imsmanifest.xml")).unwrap());
}

#[test]
fn the_form_on_paper_stands_alone() {
    let form = run(&["export", "form", "../wide/quiz.json"]);
    assert_eq!(form.status.code(), Some(0));
    let page = String::from_utf8(form.stdout).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("Mark all that apply."));
    let advised = run(&["export", "form", "bt-synchronization"]);
    assert_eq!(advised.status.code(), Some(2));
    assert!(String::from_utf8(advised.stderr).unwrap().contains("lost: /advice advice: "));
}
