//! Questionnaires of other tools: what is carried over, what is said to be lost, that
//! scores equal the published rules, and that hostile files are refused in time.
//!
//! `tests/import/FORMAT/NAME` is a file or a folder; `NAME.losses.txt` beside it
//! lists, by hand, the place and the construct of each loss.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use support::{accepted, close, refused};
use tautline::api::Assessment;
use tautline::{author, limits};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

type Files = Vec<(String, Vec<u8>)>;

/// The files of a source, in the order of their paths.
fn files(source: &Path) -> Files {
    if source.is_file() {
        return vec![(source.file_name().unwrap().to_str().unwrap().into(), fs::read(source).unwrap())];
    }
    let mut found = Files::new();
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(source).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn import(format: &str, files: &[(String, Vec<u8>)], weights: &str, language: &str) -> tautline::Data<'static> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    author::import(format, &files, weights, language)
}

/// A fixture as it is imported.
#[track_caller]
fn fixture(format: &str, name: &str) -> Value {
    accepted(import(format, &files(&root().join(format).join(name)), "", ""))
}

fn text(format: &str, name: &str, text: &str) -> Value {
    accepted(import(format, &[(name.into(), text.into())], "", ""))
}

fn definition(imported: &Value) -> Value {
    serde_json::from_str(imported["definition"].as_str().unwrap()).unwrap()
}

fn entry<'v>(list: &'v Value, id: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap_or_else(|| panic!("no {id} in {list}"))
}

/// What is said at a place.
fn says(list: &Value, at: &str, words: &str) -> bool {
    let sentence = |entry: &Value| entry["at"] == at && entry["sentence"].as_str().unwrap().contains(words);
    list.as_array().unwrap().iter().any(sentence)
}

/// The reply to answers.
#[track_caller]
fn score(imported: &Value, answers: &Value) -> Value {
    let id = definition(imported)["id"].clone();
    let document = json!({"instrument": id, "version": "1.0", "answers": answers}).to_string();
    accepted(Assessment::load(imported["definition"].as_str().unwrap().as_bytes()).score(document.as_bytes()))
}

fn value(reply: &Value, id: &str) -> Value {
    let lists = ["scales", "metrics"].map(|list| reply[list].as_array().unwrap().clone()).concat();
    let found = lists.iter().find(|score| score["id"] == id);
    found.unwrap_or_else(|| panic!("no score {id}"))["value"].clone()
}

/// Numbers that look drawn, the same in every run (Numerical Recipes' generator).
struct Draw(u32);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(self.0 >> 8).unwrap() % n
    }
}

#[test]
fn every_loss_of_a_fixture_is_listed() {
    let mut seen = 0;
    for format in fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()) {
        let name = format.file_name().unwrap().to_str().unwrap().to_owned();
        for source in fs::read_dir(&format).unwrap().map(|entry| entry.unwrap().path()) {
            if source.to_str().unwrap().ends_with(".losses.txt") {
                continue;
            }
            let list = fs::read_to_string(source.with_extension("losses.txt")).unwrap();
            let imported = accepted(import(&name, &files(&source), "", ""));
            let losses = imported["losses"].as_array().unwrap();
            let line =
                |loss: &Value| format!("{} | {}\n", loss["at"].as_str().unwrap(), loss["construct"].as_str().unwrap());
            assert_eq!(losses.iter().map(line).collect::<String>(), list, "{}", source.display());
            for loss in losses {
                assert!(
                    !loss["sentence"].as_str().unwrap().is_empty() && !loss["instead"].as_str().unwrap().is_empty()
                );
            }
            assert!(imported["definition"].as_str().unwrap().ends_with("}\n"));
            seen += 1;
        }
    }
    assert_eq!(seen, 13);
}

#[test]
fn a_table_is_a_question_a_row() {
    let imported = fixture("csv", "team.csv");
    let made = definition(&imported);
    let ids: Vec<&str> = made["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["T1", "T2", "q3", "T4", "T5", "T6"]);
    assert_eq!(made["id"], "team");
    assert_eq!(made["items"][0]["text"], "We plan; then we work");
    assert_eq!(made["items"][0]["help"], "A line of help");
    assert_eq!(made["items"][0]["kind"], made["items"][1]["kind"]);
    let four = [(1, "Never"), (2, "Rarely"), (3, "Often"), (4, "Always")];
    let four: Vec<Value> = four.iter().map(|(value, label)| json!({"value": value, "label": label})).collect();
    assert_eq!(made["choice_sets"][0]["choices"], json!(four));
    assert_eq!(made["items"][2]["kind"], json!({"number": {"min": 0, "max": 20, "unit": "times a month"}}));
    assert_eq!(
        made["items"][3]["kind"]["choice"]["choices"],
        json!([{"value": "red", "label": "Red", "points": 0}, {"value": "green", "label": "Green", "points": 100}])
    );
    assert_eq!(made["pages"][0], json!({"title": "Work", "items": ["T1", "T2", "q3"]}));
    assert_eq!(made["pages"][1], json!({"title": "Taste", "items": ["T4", "T5", "T6"]}));
    assert_eq!(
        entry(&made["scales"], "Order")["members"],
        json!([{"item": "T1", "weight": 2.5}, {"item": "T2", "key": "-"}, {"item": "q3"}])
    );
    assert!(says(&imported["assumptions"], "", "`;`"));
    // T1 at 3 of 1..4 with 2.5, T2 at 2 turned, q3 at 5 of 0..20.
    let reply = score(&imported, &json!({"T1": 3, "T2": 2, "q3": 5, "T4": "green"}));
    close(&value(&reply, "Order"), &json!((2.5 * 200.0 / 3.0 + 200.0 / 3.0 + 25.0) / 4.5), "Order");
    close(&value(&reply, "All"), &json!((2.5 * 200.0 / 3.0 + 100.0) / 3.5), "All");
}

#[test]
fn a_table_may_have_any_delimiter_and_encoding() {
    let plain = "text,choices,scale\nÄpfel?,nö|jä,s\n\"Birnen, süß?\",,s\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(plain.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = plain.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (bytes, assumed) in [
        (plain.as_bytes().to_vec(), false),
        (["\u{feff}".as_bytes(), plain.as_bytes()].concat(), false),
        (plain.replace(',', "\t").replace("Birnen\t", "Birnen,").into_bytes(), true),
        (utf16(u16::to_le_bytes, [0xff, 0xfe]), false),
        (utf16(u16::to_be_bytes, [0xfe, 0xff]), false),
        (windows, true),
    ] {
        let imported = accepted(import("csv", &[("fruit.csv".into(), bytes)], "", "de"));
        let made = definition(&imported);
        assert_eq!(made["items"][0]["text"], "Äpfel?");
        assert_eq!(made["items"][1]["text"], "Birnen, süß?");
        assert_eq!(made["choice_sets"][0]["choices"][1]["label"], "jä");
        assert_eq!((made["language"].as_str(), made["dont_know"].as_str()), (Some("de"), Some("Weiß nicht")));
        let said =
            says(&imported["assumptions"], "", "tabulator") || says(&imported["assumptions"], "fruit.csv", "1252");
        assert_eq!(said, assumed);
    }
}

/// A workbook with the rows of its first sheet.
fn workbook(rows: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in [
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{space}/spreadsheetml/2006/main' xmlns:r='{space}/officeDocument/2006/relationships'>\
                 <sheets><sheet name='Fruit' sheetId='1' r:id='rId2'/><sheet name='Notes' sheetId='2' r:id='rId1'/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId1' Target='worksheets/sheet2.xml'/>\
             <Relationship Id='rId2' Target='worksheets/sheet1.xml'/></Relationships>"
                .to_owned(),
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Text</t></si><si><r><t>no|</t></r><r><t>yes</t></r><rPh sb='0'><t>ka</t></rPh></si></sst>"
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ] {
        zip.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_table_may_be_a_workbook() {
    let rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><t>choices</t></is></c>\
                <c r='D1' t='str'><v>scale</v></c><c r='E1' t='str'><v>weight</v></c></row>\
                <row r='3'><c r='A3' t='inlineStr'><is><t>Apples?</t></is></c><c r='C3' t='s'><v>1</v></c>\
                <c r='D3' t='str'><v>s</v></c><c r='E3'><v>0.30000000000000004</v></c><c r='CA3'><v>7</v></c></row>\
                <row r='4'><c r='A4' t='inlineStr'><is><t>Pears?</t></is></c><c r='B4'><v>5</v></c><c r='D4' t='str'><v>s</v></c></row>";
    let imported = accepted(import("csv", &[("fruit.xlsx".into(), workbook(rows))], "", ""));
    let made = definition(&imported);
    assert_eq!((made["title"].as_str(), made["items"][0]["text"].as_str()), (Some("fruit"), Some("Apples?")));
    assert_eq!(made["choice_sets"][0]["choices"][1], json!({"value": 2, "label": "yes"}));
    assert_eq!(made["scales"][0]["members"], json!([{"item": "q1", "weight": 0.3}, {"item": "q2"}]));
    let places: Vec<&Value> = imported["losses"].as_array().unwrap().iter().map(|loss| &loss["at"]).collect();
    assert_eq!(places, ["/Notes", "/3", "/4/2"]);

    let bomb = workbook(&" ".repeat(limits::SOURCE_TREE));
    assert!(bomb.len() < 100_000);
    let row = "<row><c t='inlineStr'><is><t>text</t></is></c></row>";
    for (bytes, code) in
        [(bomb, "bad-source"), (workbook(&row.repeat(limits::ITEMS + 3)), "too-many"), (workbook(""), "bad-source")]
    {
        assert_eq!(refused(import("csv", &[("a.xlsx".into(), bytes)], "", ""))[0]["code"], code);
    }
    let whole = workbook(rows);
    for length in 0..whole.len() {
        ends("csv", &vec![("a.xlsx".into(), whole[..length].to_vec())]);
    }
    let mut draw = Draw(5);
    for _ in 0..400 {
        let mut bytes = whole.clone();
        let at = draw.below(bytes.len());
        bytes[at] = u8::try_from(draw.below(256)).unwrap();
        ends("csv", &vec![("a.xlsx".into(), bytes)]);
    }
}

#[test]
fn maturity_categories_are_dimensions() {
    let imported = fixture("pemm", "steps.yaml");
    let made = definition(&imported);
    assert_eq!(
        (made["title"].as_str(), made["language"].as_str()),
        (Some("How far a kitchen has come"), Some("de-AT"))
    );
    assert_eq!(made["intro"], json!(["Worum es geht\nEin kurzer Text & mehr, mit Verweis."]));
    assert_eq!(
        made["dimensions"],
        json!([{"id": "people", "title": "Menschen"}, {"id": "tools", "title": "Werkzeug"}])
    );
    assert_eq!(made["pages"][0], json!({"title": "Menschen", "text": "Wer kocht.", "items": ["people_1", "people_2"]}));
    assert_eq!(
        entry(&made["items"], "tools_1")["kind"]["choice"]["choices"][1],
        json!({"value": 2, "label": "Gekauft: nach Bedarf"})
    );
    let reply = score(&imported, &json!({"people_1": 3, "people_2": 2, "tools_1": 1}));
    close(&value(&reply, "people.maturity"), &json!(75), "people");
    // The mean of the values 3 and 2.
    close(&value(&reply, "level.people"), &json!(2.5), "level of people");
    close(&value(&reply, "level.tools"), &json!(1), "level of tools");
}

/// The effects of tests/import/axes/garden.js, written down once more.
const EFFECTS: [(&str, [f64; 5]); 3] = [
    ("order", [10.0, -10.0, 0.0, 5.0, 0.0]),
    ("shade", [0.0, 0.0, 15.0, -5.0, 0.0]),
    ("work", [-5.0, 2.5, -1.0, 10.0, 0.0]),
];

#[test]
fn scores_of_axes_are_the_published_ones() {
    let imported = fixture("axes", "garden.js");
    let ids = ["q1", "q2", "q3", "q4", "q6"];
    let mut draw = Draw(8);
    for _ in 0..300 {
        let answers: Vec<i32> = ids.iter().map(|_| i32::try_from(draw.below(5)).unwrap() - 2).collect();
        let document: Value = ids.iter().zip(&answers).map(|(id, answer)| ((*id).to_owned(), json!(answer))).collect();
        let reply = score(&imported, &document);
        for (axis, effects) in EFFECTS {
            // As published: 100 (max + s) / (2 max), multipliers -1, -0.5, 0, 0.5, 1.
            let max: f64 = effects.iter().map(|effect| effect.abs()).sum();
            let s: f64 = effects.iter().zip(&answers).map(|(effect, answer)| effect * f64::from(*answer) / 2.0).sum();
            close(&value(&reply, axis), &json!(100.0 * (max + s) / (2.0 * max)), &format!("{axis} {answers:?}"));
        }
    }
    let made = definition(&imported);
    assert_eq!(entry(&made["items"], "q2")["text"], "It's fine when weeds grow.");
    assert_eq!(
        entry(&made["scales"], "shade")["members"],
        json!([{"item": "q3", "weight": 15}, {"item": "q4", "key": "-", "weight": 5}])
    );
    // The same in JSON.
    let list = r#"[{"question": "One?", "effect": {"a": 1}}, {"question": "Two?", "effect": {"a": -3}}]"#;
    let reply = score(&text("axes", "q.json", list), &json!({"q1": 2, "q2": 2}));
    close(&value(&reply, "a"), &json!(25), "a");
}

/// What the choices of tests/import/surveyjs are worth, by item or row.
type Worths<'a> = [(&'a str, &'a str, &'a [(&'a str, f64)])];

/// Draws sheets and compares score and sum with what adding up gives.
fn add_up(imported: &Value, worths: &Worths<'_>, scale: &str, sum: &str) {
    let lowest: f64 = worths.iter().map(|(.., of)| of.iter().map(|(_, x)| *x).fold(f64::INFINITY, f64::min)).sum();
    let highest: f64 = worths.iter().map(|(.., of)| of.iter().map(|(_, x)| *x).fold(f64::NEG_INFINITY, f64::max)).sum();
    let mut draw = Draw(3);
    for _ in 0..100 {
        let mut answers = json!({});
        let mut added = 0.0;
        for (item, row, choices) in worths {
            let (word, worth) = choices[draw.below(choices.len())];
            let answer = word.parse::<i64>().map_or(json!(word), |n| json!(n));
            if row.is_empty() {
                answers[*item] = answer;
            } else {
                answers[*item][*row] = answer;
            }
            added += worth;
        }
        let reply = score(imported, &answers);
        close(&value(&reply, scale), &json!(100.0 * (added - lowest) / (highest - lowest)), scale);
        if !sum.is_empty() {
            close(&value(&reply, sum), &json!(added), sum);
        }
    }
}

#[test]
fn weights_of_surveyjs_as_a_property() {
    let imported = fixture("surveyjs", "score.json");
    let made = definition(&imported);
    assert_eq!((made["title"].as_str(), made["intro"][0].as_str()), (Some("A day"), Some("About a day.")));
    assert_eq!(entry(&made["items"], "hours")["kind"], json!({"number": {"min": 0, "max": 24}}));
    assert_eq!(entry(&made["items"], "times")["show_if"], "(meal == 2) and (sleep != 'badly' and hours > 3)");
    assert_eq!(entry(&made["items"], "again")["show_if"], "meal == 2");
    assert_eq!(
        entry(&made["items"], "again")["kind"]["choice"]["choices"][0],
        json!({"value": "true", "label": "Yes"})
    );
    assert_eq!(entry(&made["composites"], "rest")["expression"], "24 - hours * (2 - 1)");
    assert_eq!(entry(&made["composites"], "half")["expression"], "mean(rest, hours) / 2");
    assert!(says(&imported["assumptions"], "", "`score` or `weight`"));
    assert!(says(&imported["losses"], "", "`de`, `fr`"));
    let seen: &Worths<'_> =
        &[("sleep", "", &[("so_so", 0.5), ("well", 3.0), ("badly", -2.0)]), ("meal", "", &[("1", 0.0), ("2", 4.0)])];
    // Without hours the matrix is hidden, and counts for nothing.
    add_up(&imported, seen, "score", "");
    let reply = score(
        &imported,
        &json!({"sleep": "well", "meal": 2, "hours": 8, "times": {"noon": "yes", "late_evening": "no"}}),
    );
    // 3 + 4 + 1 + 0 between -2 and 9; 24 - 8, and half the mean of 16 and 8.
    close(&value(&reply, "score"), &json!(1000.0 / 11.0), "score");
    close(&value(&reply, "rest"), &json!(16), "rest");
    close(&value(&reply, "half"), &json!(6), "half");
    let german = accepted(import("surveyjs", &files(&root().join("surveyjs/score.json")), "none", "de"));
    let made = definition(&german);
    assert_eq!((made["title"].as_str(), made["language"].as_str()), (Some("Ein Tag"), Some("de")));
    assert!(made.get("scales").is_none());
}

#[test]
fn weights_of_surveyjs_as_a_suffix() {
    let imported = fixture("surveyjs", "suffix.json");
    assert!(says(&imported["assumptions"], "", "last hyphen"));
    assert!(says(&imported["assumptions"], "/elements/0", "`q1_risk`"));
    let risk: &Worths<'_> = &[
        ("q1_risk", "", &[("never_0", 0.0), ("at_times_1", 1.0), ("often_4", 4.0)]),
        ("q3_risk", "", &[("with_others_1", 1.0), ("alone_2", 2.0)]),
    ];
    add_up(&imported, risk, "risk", "risk_sum");
    add_up(&imported, &[("q2_care", "", &[("no_1", 1.0), ("yes_3", 3.0)])], "care", "care_sum");
}

#[test]
fn weights_of_surveyjs_as_values() {
    let imported = fixture("surveyjs", "value.json");
    let made = definition(&imported);
    assert!(says(&imported["assumptions"], "", "values of choices"));
    assert_eq!(entry(&made["items"], "far")["kind"], json!({"number": {"min": 0, "max": 100, "step": 5}}));
    let calm = &entry(&made["items"], "calm")["kind"]["choice"]["choices"];
    assert_eq!(
        (&calm[0], &calm[1]),
        (&json!({"value": 1, "label": "1 (not at all)"}), &json!({"value": 2, "label": "2"}))
    );
    let columns: &[(&str, f64)] = &[("1", 1.0), ("2", 2.0), ("3", 3.0)];
    let all: &Worths<'_> = &[
        ("calm", "", &[("1", 1.0), ("4", 4.0), ("7", 7.0)]),
        ("steps", "", &[("c_0_5", 0.5), ("c_2", 2.0), ("c_10", 10.0)]),
        ("rows", "a", columns),
        ("rows", "b", columns),
    ];
    add_up(&imported, all, "score", "score_sum");
}

#[test]
fn names_that_cannot_be_kept_are_said() {
    let names = ["a", "a", "and", "dk", "1st", "über uns", "", "score", "role", &"x".repeat(90), "a_2", "e.f"];
    let item = |name: &&str| json!({"type": "rating", "name": name, "title": "?"});
    let survey = json!({"locale": "e\nn", "elements": names.iter().map(item).collect::<Vec<_>>()});
    let imported = text("surveyjs", "Ein Name (2).json", &survey.to_string());
    let made = definition(&imported);
    let ids: Vec<&str> = made["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    let long = "x".repeat(56);
    assert_eq!(
        ids,
        ["a", "a_2", "and_2", "dk_2", "q_1st", "ber_uns", "q", "score", "role_2", long.as_str(), "a_2_2", "e_f"]
    );
    assert_eq!((made["id"].as_str(), made["language"].as_str()), (Some("ein-name-2"), Some("en")));
    assert_eq!((&made["scales"][0]["id"], &made["composites"][0]["id"]), (&json!("score_2"), &json!("score_2_sum")));
    for (n, id) in [(1, "`a_2`"), (2, "`and_2`"), (5, "`ber_uns`"), (11, "`e_f`")] {
        assert!(says(&imported["assumptions"], &format!("/elements/{n}"), id), "{id}");
    }
}

#[test]
fn conditions_are_translated_or_lost() {
    let before = json!([
        {"type": "radiogroup", "name": "w", "choices": ["a b", "c"]},
        {"type": "rating", "name": "n"},
        {"type": "boolean", "name": "b"},
        {"type": "text", "inputType": "number", "name": "x y", "min": 0, "max": 9},
        {"type": "matrix", "name": "m", "rows": ["r", "s"], "columns": [1, 2]},
        {"type": "matrix", "name": "t", "rows": ["r", "s"], "columns": ["yes", "no"]},
    ]);
    for (source, expected) in [
        ("{w} = 'a b'", "w == 'a_b'"),
        ("'c' <> {w}", "w != 'c'"),
        ("{n} = '3'", "n == 3"),
        ("2 < {n}", "n > 2"),
        ("{n} + 1 >= {x y} * 2", "n + 1 >= x_y * 2"),
        ("({n} - 1) * 2 > -({n})", "(n - 1) * 2 > -(n)"),
        ("{b}", "b == 'true'"),
        ("{b} = false", "b == 'false'"),
        ("!{b} or {w} notempty and {n} empty", "not (b == 'true') or (w == 'a_b' or w == 'c') and not known(n)"),
        ("({b} or {n} > 1) and {m.r} == 2", "(b == 'true' or n > 1) and m.r == 2"),
        ("avg({n}, {x y}) > 4", "mean(n, x_y) > 4"),
        ("{w} = 'd'", ""),
        ("{w} > 'c'", ""),
        ("{w} empty", ""),
        ("{n} = 'many'", ""),
        ("{t.r} = 'yes'", ""),
        ("{m} = 1", ""),
        ("{later} = 1", ""),
        ("{n} anyof [1, 2]", ""),
        ("today() > {n}", ""),
        ("{n} > 99999999999", ""),
        ("{n} = 1 and", ""),
    ] {
        let mut elements = before.as_array().unwrap().clone();
        elements.push(json!({"type": "boolean", "name": "q", "visibleIf": source}));
        elements.push(json!({"type": "boolean", "name": "later"}));
        let survey = json!({ "elements": elements }).to_string();
        let imported = accepted(import("surveyjs", &[("c.json".into(), survey.into())], "none", ""));
        let made = definition(&imported);
        assert_eq!(entry(&made["items"], "q")["show_if"].as_str().unwrap_or(""), expected, "{source}");
        let lost = says(&imported["losses"], "/elements/6/visibleIf", "cannot be expressed");
        assert_eq!(lost, expected.is_empty(), "{source}");
    }
}

/// The practices of tests/import/samm/pond: name, and the function they are in.
const PRACTICES: [(&str, &str); 3] = [("Fish", "Water"), ("Plants", "Water"), ("Paths", "Land")];

#[test]
fn scores_of_samm_are_the_published_ones() {
    let imported = fixture("samm", "pond");
    let made = definition(&imported);
    let ids: Vec<&str> = made["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids[..6], ["Fish_1_A", "Fish_1_B", "Fish_2_A", "Fish_2_B", "Fish_3_A", "Fish_3_B"]);
    assert_eq!((ids.len(), ids[18]), (19, "Paths_3_B_extra"));
    assert_eq!(made["items"][0]["help"], "You look daily\nYou write it down");
    assert_eq!(made["pages"][2]["text"], "About paths.");
    // Level 2 has the answers of set Y, the others those of set Z in the order it gives.
    let (y, z) = ([0.0, 0.25, 0.5, 1.0], [0.0, 0.5, 1.0]);
    let mut draw = Draw(1);
    for _ in 0..200 {
        let mut answers = json!({});
        let mut worth = |id: String| {
            let values: &[f64] = if id.contains("_2_") { &y } else { &z };
            let n = draw.below(values.len());
            answers[id] = json!(n);
            values[n]
        };
        let mut practices = Vec::new();
        for (name, _) in PRACTICES {
            let mut levels = 0.0;
            for level in 1..=3 {
                let a = worth(format!("{name}_{level}_A"));
                let mut b = worth(format!("{name}_{level}_B"));
                if (name, level) == ("Paths", 3) {
                    b = f64::midpoint(b, worth("Paths_3_B_extra".into()));
                }
                levels += f64::midpoint(a, b);
            }
            practices.push(levels);
        }
        let reply = score(&imported, &answers);
        for ((name, _), expected) in PRACTICES.iter().zip(&practices) {
            close(&value(&reply, name), &json!(expected), name);
        }
        let water = f64::midpoint(practices[0], practices[1]);
        close(&value(&reply, "Water"), &json!(water), "Water");
        close(&value(&reply, "Land"), &json!(practices[2]), "Land");
        close(&value(&reply, "overall"), &json!(f64::midpoint(water, practices[2])), "overall");
    }
}

#[test]
fn assessments_of_limesurvey() {
    let imported = fixture("limesurvey", "harbour.lss");
    let made = definition(&imported);
    assert_eq!((made["title"].as_str(), made["intro"][0].as_str()), (Some("The harbour"), Some("Welcome & hello.")));
    assert_eq!(made["pages"][0], json!({"title": "Boats", "text": "About boats.", "items": ["BOAT", "LEN", "WHY"]}));
    assert_eq!(entry(&made["items"], "LEN")["kind"], json!({"number": {"min": 1, "max": 40, "unit": "m"}}));
    let filled = "BOAT == 'A2' or (BOAT == 'A1' or BOAT == 'A2' or BOAT == 'A3')";
    assert_eq!(entry(&made["items"], "LEN")["show_if"], filled);
    assert_eq!(entry(&made["items"], "RATE")["show_if"], "LEN > 2");
    assert_eq!(entry(&made["items"], "WHY")["kind"], json!({"note": {}}));
    let gear = json!([{"value": "R", "label": "Rope"}, {"value": "N", "label": "Net"}]);
    assert_eq!(entry(&made["items"], "GEAR")["kind"], json!({"multiple": {"choices": gear}}));
    assert_eq!(entry(&made["items"], "BYE"), &json!({"id": "BYE", "text": "Sail safely.", "kind": {"info": {}}}));
    let boat: &Worths<'_> = &[("BOAT", "", &[("A1", 0.0), ("A2", 3.0), ("A3", 5.0)])];
    add_up(&imported, boat, "Boats", "Boats_sum");
    let values: &[(&str, f64)] = &[("A1", 2.0), ("A2", -1.0)];
    let all: &Worths<'_> = &[boat[0], ("QUAY", "SQ1", values), ("QUAY", "SQ2", values)];
    add_up(&imported, all, "total", "total_sum");
    for (answers, level) in [
        (json!({"BOAT": "A3", "QUAY": {"SQ1": "A1", "SQ2": "A2"}}), 2),
        (json!({"BOAT": "A2", "QUAY": {"SQ1": "A1", "SQ2": "A2"}}), 1),
        (json!({"BOAT": "A1", "QUAY": {"SQ1": "A2", "SQ2": "A2"}}), 1),
    ] {
        close(&score(&imported, &answers)["bands"][0]["value"], &json!(level), &answers.to_string());
    }
    let old = definition(&fixture("limesurvey", "old.lss"));
    assert_eq!(entry(&old["items"], "b")["show_if"], "a == 'Y'");
    assert_eq!(old["choice_sets"][0]["choices"][1], json!({"value": "c_2", "label": "Second"}));
    let german = accepted(import("limesurvey", &files(&root().join("limesurvey/harbour.lss")), "", "de"));
    assert_eq!(definition(&german)["items"][0]["text"], "Haben Sie ein Boot?");
}

#[test]
fn what_is_not_of_its_format_is_refused() {
    let one = |text: &str| vec![("a.x".to_owned(), text.as_bytes().to_vec())];
    let bomb = (1..12).fold(String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"), |text, n| {
        text + &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(", "))
    });
    let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><document>&b;</document>";
    let rows = "A question?,no|yes\n".repeat(limits::ITEMS + 1);
    let huge = r#"{"elements": [{"type": "text", "inputType": "number", "name": "n", "min": 0, "max": 1e20}]}"#;
    // Comparing so many with each other would take minutes.
    let attributes = |name: &str| (0..200_000).map(|n| format!("{name}{n}=''")).collect::<Vec<_>>().join(" ");
    for (format, files, code) in [
        ("word", one("text\n"), "unknown-import"),
        ("csv", Files::new(), "bad-source"),
        ("csv", [one("text\na\n"), one("text\na\n")].concat(), "bad-source"),
        ("csv", one(""), "bad-source"),
        ("csv", one("id,question\nA,B\n"), "bad-source"),
        ("csv", one("text\n\n"), "nothing-imported"),
        ("csv", one(&["text,choices\n", rows.as_str()].concat()), "too-many"),
        ("csv", one(&"x".repeat(limits::SOURCE_BYTES + 1)), "too-large"),
        ("samm", vec![one("id: a\n").remove(0); limits::SOURCE_FILES + 1], "too-many"),
        ("samm", one("id: a\ntype: Question\n"), "nothing-imported"),
        ("pemm", one(&bomb), "bad-source"),
        ("pemm", one("a: [\n"), "bad-source"),
        ("pemm", one(&"[".repeat(200_000)), "bad-source"),
        ("pemm", one(&"{? ".repeat(200_000)), "bad-source"),
        ("pemm", vec![("a".into(), vec![b'a', 0xff])], "not-utf8"),
        ("axes", one("questions = load()"), "bad-source"),
        ("axes", one(&"[".repeat(200_000)), "bad-source"),
        ("axes", one("[]"), "nothing-imported"),
        ("surveyjs", one("{"), "json-syntax"),
        ("surveyjs", one(&"[".repeat(200_000)), "json-depth"),
        ("surveyjs", one("{\"pages\": 3}"), "nothing-imported"),
        ("surveyjs", one(huge), "nothing-imported"),
        ("limesurvey", one(&format!("<document {}/>", attributes("a"))), "bad-source"),
        ("limesurvey", one(&format!("<document {}/>", attributes("xmlns:a"))), "bad-source"),
        ("surveyjs", vec![("a".into(), vec![b'"', 0xff, b'"'])], "not-utf8"),
        ("limesurvey", one(laughs), "bad-source"),
        ("limesurvey", one("<document>"), "bad-source"),
        ("limesurvey", one("<survey/>"), "bad-source"),
        ("limesurvey", one("<document/>"), "nothing-imported"),
        ("limesurvey", one(&"<a>".repeat(100_000)), "bad-source"),
        ("limesurvey", vec![("a".into(), vec![b'<', 0xff])], "not-utf8"),
    ] {
        let problems = refused(import(format, &files, "", ""));
        assert_eq!(problems[0]["code"], code, "{format} {}", problems[0]);
    }
    assert_eq!(refused(import("csv", &one("text\na\n"), "best", ""))[0]["code"], "unknown-import");
}

/// Every fixture, with its format.
fn fixtures() -> Vec<(String, Files)> {
    let mut fixtures = Vec::new();
    for format in fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()) {
        let sources = fs::read_dir(&format).unwrap().map(|entry| entry.unwrap().path());
        for source in sources.filter(|source| source.extension().is_none_or(|ending| ending != "txt")) {
            fixtures.push((format.file_name().unwrap().to_str().unwrap().to_owned(), files(&source)));
        }
    }
    fixtures.sort();
    fixtures
}

/// Damaged files are accepted with a definition that the gate accepts, or refused with a reason.
#[track_caller]
fn ends(format: &str, files: &Files) -> bool {
    let reply = support::json(import(format, files, "", ""));
    let Some(refused) = reply.get("refused") else {
        let made = reply["ok"]["value"]["definition"].as_str().unwrap();
        assert!(Assessment::load(made.as_bytes()).problems().iter().all(|p| p.severity != tautline::Severity::Error));
        return true;
    };
    assert!(!refused["problems"].as_array().unwrap().is_empty());
    false
}

#[test]
fn files_cut_anywhere_end() {
    for (format, files) in fixtures() {
        let mut accepted = 0;
        // Of a folder the longest file is cut.
        let cut = (0..files.len()).max_by_key(|n| files[*n].1.len()).unwrap();
        for length in 0..files[cut].1.len() {
            let mut files = files.clone();
            files[cut].1.truncate(length);
            accepted += usize::from(ends(&format, &files));
        }
        // JSON and XML are whole without the last line feed only; the others may end in several places.
        let whole = ["surveyjs", "limesurvey", "moodle"].contains(&format.as_str());
        assert!(if whole { accepted == 1 } else { accepted > 1 }, "{format}: {accepted}");
    }
}

#[test]
fn damaged_files_end() {
    let mut draw = Draw(2026);
    for (format, files) in fixtures() {
        let mut accepted = 0;
        for _ in 0..400 {
            let mut files = files.clone();
            let one = draw.below(files.len());
            let bytes = &mut files[one].1;
            for _ in 0..=draw.below(3) {
                let (at, to) = (draw.below(bytes.len()), draw.below(bytes.len()));
                let piece = bytes[at.min(to)..at.max(to).min(at.min(to) + 40)].to_vec();
                match draw.below(4) {
                    0 => bytes[at] = u8::try_from(draw.below(256)).unwrap(),
                    1 => bytes.splice(at..at, piece).for_each(drop),
                    2 => bytes.splice(at..(at + 5).min(bytes.len()), []).for_each(drop),
                    _ => bytes[at] = b"{}[]<>&*:-'\"|;,\n0"[draw.below(17)],
                }
            }
            accepted += usize::from(ends(&format, &files));
        }
        // Any text is GIFT.
        let most = if format == "gift" { 400 } else { 399 };
        assert!((1..=most).contains(&accepted), "{format}: {accepted}");
    }
}
