//! `tautline check`: how it ends, and what it writes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the fixtures: the program runs there.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint")
}

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn check(arguments: &[&str]) -> Ran {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tautline")).arg("check").args(arguments).current_dir(folder()).output();
    let output = output.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

const WARNS: &str = "empty-page--a-page-of-words.json";
const NOTES: &str = "few-items--two.json";
const SILENT: &str = "silences-nothing--not-by-pointer-name-or-everywhere.json";

#[test]
fn warnings_refuse_where_that_is_asked_for_and_notes_never_do() {
    for (file, strict, code) in
        [(WARNS, false, 0), (WARNS, true, 1), (NOTES, false, 0), (NOTES, true, 0), (SILENT, true, 0)]
    {
        let arguments: &[&str] = if strict { &["--strict", file] } else { &[file] };
        let ran = check(arguments);
        assert_eq!(ran.code, Some(code), "{file} {strict}: {}{}", ran.out, ran.err);
    }
    let some = fs::read_dir(folder().join("../definitions/invalid")).unwrap().map(|entry| entry.unwrap().path());
    let some = some.filter(|path| path.extension().is_some_and(|end| end == "json")).min().unwrap();
    assert_eq!(check(&[some.to_str().unwrap()]).code, Some(1), "{}", some.display());
}

#[test]
fn a_line_each_and_one_of_help() {
    let ran = check(&[WARNS]);
    let expected = format!(
        "{WARNS}:12:5: warning[empty-page] a page without items\n  help: give it items, or put its text before others\n"
    );
    assert_eq!((ran.out, ran.err), (expected, String::new()));
    let ran = check(&[SILENT]);
    assert_eq!((ran.out, ran.err), (String::new(), format!("{SILENT}: no problems, 3 silenced\n")));
}

#[test]
fn json_is_a_list_of_what_is_not_silenced() {
    let list: Value = serde_json::from_str(&check(&["--format", "json", NOTES]).out).unwrap();
    let places: Vec<(&str, &str)> =
        list.as_array().unwrap().iter().map(|p| (p["severity"].as_str().unwrap(), p["at"].as_str().unwrap())).collect();
    assert_eq!(places, [("note", "/scales/0/members"), ("note", "/scales/1/members")]);
    assert_eq!(check(&["--format", "json", SILENT]).out, "[]\n");
}

fn sarif(file: &str) -> Value {
    serde_json::from_str(&check(&["--format", "sarif", file]).out).unwrap()
}

#[test]
fn sarif_holds_rules_results_and_places() {
    let log = sarif(WARNS);
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"].as_array().unwrap().len(), 1);
    let run = &log["runs"][0];
    assert_eq!((&run["tool"]["driver"]["name"], &run["columnKind"]), (&json!("tautline"), &json!("unicodeCodePoints")));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.len() > 20);
    for rule in rules {
        for text in [&rule["id"], &rule["shortDescription"]["text"], &rule["help"]["text"]] {
            assert!(!text.as_str().unwrap().is_empty(), "{rule}");
        }
        assert!(["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    let index = usize::try_from(results[0]["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], "empty-page");
    let mut result = results[0].clone();
    result.as_object_mut().unwrap().remove("ruleIndex");
    let expected = json!({
        "ruleId": "empty-page",
        "level": "warning",
        "message": {"text": "a page without items; give it items, or put its text before others"},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": WARNS},
                "region": {"startLine": 12, "startColumn": 5},
            },
            "logicalLocations": [{"fullyQualifiedName": "/pages/0"}],
        }],
    });
    assert_eq!(result, expected);
}

#[test]
fn sarif_suppresses_what_is_silenced_and_says_why() {
    let log = sarif(SILENT);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        assert_eq!(result["suppressions"], json!([{"kind": "inSource", "justification": "It is meant so."}]));
    }
    let open = sarif(NOTES);
    assert!(open["runs"][0]["results"].as_array().unwrap().iter().all(|result| result.get("suppressions").is_none()));
}

#[test]
fn sarif_names_a_path_as_an_address() {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check {}", std::process::id()));
    fs::create_dir_all(&here).unwrap();
    let file = here.join("a ü.json");
    fs::write(&file, "{").unwrap();
    let log = sarif(file.to_str().unwrap());
    fs::remove_dir_all(&here).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("json-syntax"), &json!("error")));
    assert!(result.get("ruleIndex").is_none());
    let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.starts_with("file:///") && uri.ends_with("/a%20%C3%BC.json") && uri.contains("/check%20"), "{uri}");
}

#[test]
fn rules_are_explained() {
    let one = check(&["--explain", "yes-sayer"]);
    assert_eq!(one.code, Some(0), "{}", one.err);
    assert!(one.out.starts_with("yes-sayer (note)\n  ") && one.out.contains("\n  Example: "), "{}", one.out);
    let all = check(&["--rules"]);
    assert_eq!(all.code, Some(0));
    assert!(all.out.contains(&one.out), "{}", all.out);
    let none = check(&["--explain", "yes-sayr"]);
    assert_eq!((none.code, none.out.as_str()), (Some(2), ""));
    assert!(none.err.contains("there is no rule yes-sayr"), "{}", none.err);
    assert_eq!(check(&[]).code, Some(2));
}
