//! Definitions: valid ones are accepted in silence, each invalid one is refused
//! with the code its file name begins with, and with the lines beside it.
//!
//! To add one, write `tests/definitions/invalid/CODE--what.json` and run
//! `cargo xtask bless`; read the new `.txt` before committing it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tautline::api::Assessment;
use tautline::{Problem, Severity, limits};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    files.sort();
    files
}

/// Refused definitions: those that every gate knows, and those of a wider language.
fn invalid() -> Vec<PathBuf> {
    [files("tests/definitions/invalid", "json"), files("tests/wide/invalid", "json")].concat()
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

fn line(problem: &Problem) -> String {
    let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
    let Problem { at, line, column, code, message, help, .. } = problem;
    format!("{line}:{column} {at} {severity}[{code}] {message} | {help}\n")
}

/// The codes with which a definition is refused.
fn codes(definition: &[u8]) -> Vec<&'static str> {
    let assessment = Assessment::load(definition);
    assessment.problems().iter().filter(|p| p.severity == Severity::Error).map(|p| p.code).collect()
}

#[test]
fn valid_definitions_are_accepted_in_silence() {
    let files = files("tests/definitions/valid", "json");
    assert!(files.len() >= 2);
    for file in files {
        let assessment = Assessment::load(&fs::read(&file).unwrap());
        assert_eq!(assessment.problems(), [], "{}", file.display());
    }
    assert_eq!(support::flagship().problems(), []);
}

#[test]
fn invalid_definitions_are_refused_with_code_place_and_help() {
    let files = invalid();
    assert!(files.len() >= 90);
    for file in files {
        let assessment = Assessment::load(&fs::read(&file).unwrap());
        let problems = assessment.problems();
        let name = name(&file);
        let code = name.split("--").next().unwrap();
        assert!(problems.iter().any(|p| p.code == code && p.severity == Severity::Error), "{name}: {problems:?}");
        for problem in problems {
            assert!(problem.line > 0 && problem.column > 0, "{name}: no place: {problem:?}");
            assert!(!problem.help.is_empty() && !problem.message.ends_with('.'), "{name}: {problem:?}");
        }
        let lines: String = problems.iter().map(line).collect();
        let expected = file.with_extension("txt");
        if std::env::var_os("TAUTLINE_BLESS").is_some() {
            fs::write(&expected, &lines).unwrap();
        }
        assert_eq!(lines, fs::read_to_string(&expected).unwrap_or_default(), "{name}; see `cargo xtask bless`");
    }
}

/// Problem codes written in the sources: the first argument of `error`,
/// `error_in`, `fault` and `Fault::new`, and those of the reader of JSON.
fn codes_in_sources() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Answers, benchmarks, links and summaries have their own codes and their own tests.
            let elsewhere = [
                "response.rs",
                "api.rs",
                "src/benchmark/",
                "/cli/",
                "/cohort/",
                "/link/",
                "wide/answers.rs",
                "/author/",
                "/bundle/",
                "/translation/",
                "migration.rs",
            ];
            if elsewhere.iter().any(|part| path.to_string_lossy().contains(part)) {
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for call in ["error(", "error_in(", "fault(", "Fault::new(", "refuse(", "=> ("] {
                for after in source.split(call).skip(1) {
                    let code = after.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
                    codes.extend(code.filter(|c| c.len() > 5 && c.contains('-') && !c.contains(' ')).map(String::from));
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_has_a_fixture() {
    let fixtures: BTreeSet<String> =
        invalid().iter().map(|file| name(file).split("--").next().unwrap().to_owned()).collect();
    // These are tried at their limits below, or are no errors.
    let elsewhere = ["too-large", "not-utf8", "too-many", "text-too-long", "item-not-asked", "not-compiled"];
    let codes = codes_in_sources();
    assert!(codes.len() > 35, "{codes:?}");
    for code in codes {
        assert!(fixtures.contains(&code) || elsewhere.contains(&code.as_str()), "no fixture for {code}");
    }
}

#[test]
fn an_item_on_no_page_is_a_warning() {
    let mut definition = minimal();
    definition["pages"][0]["items"] = json!(["A1"]);
    let assessment = Assessment::load(definition.to_string().as_bytes());
    let found: Vec<_> = assessment.problems().iter().map(|p| (p.code, p.severity, p.at.as_str())).collect();
    assert_eq!(found, [("item-not-asked", Severity::Warning, "/items/1")]);
}

fn minimal() -> Value {
    let file = &files("tests/definitions/valid", "json").into_iter().find(|f| name(f) == "minimal").unwrap();
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

/// A definition with `n` of something; the bound is accepted, one more is not.
#[track_caller]
fn bounded(limit: usize, code: &str, build: impl Fn(&mut Value, usize)) {
    let with = |n: usize| {
        let mut definition = minimal();
        build(&mut definition, n);
        definition.to_string()
    };
    assert_eq!(codes(with(limit).as_bytes()), [] as [&str; 0], "{limit}");
    assert!(codes(with(limit + 1).as_bytes()).contains(&code), "{}", limit + 1);
}

#[test]
fn limits_hold_to_the_last_one() {
    let items = |definition: &mut Value, n: usize| {
        let ids: Vec<String> = (0..n).map(|i| format!("I{i}")).collect();
        definition["items"] =
            ids.iter().map(|id| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}})).collect();
        definition["pages"][0]["items"] = json!(ids);
        definition["scales"][0]["members"] = json!([{"item": "I0"}]);
    };
    bounded(limits::ITEMS, "too-many", items);
    bounded(limits::CHOICES, "too-many", |d, n| {
        d["choice_sets"][0]["choices"] = (0..n).map(|i| json!({"value": i, "label": "x"})).collect();
    });
    // Copies for each dimension count, so that a short file cannot ask for long work.
    bounded(limits::ENTRIES / 2, "too-many", |d, n| {
        d["dimensions"] = json!([{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]);
        let chain = |i: usize| if i + 1 < n { format!("this.c{}", i + 1) } else { "1".into() };
        let composite =
            |i: usize| json!({"id": format!("c{i}"), "title": "x", "each": "dimension", "expression": chain(i)});
        d["composites"] = (0..n).map(composite).collect();
    });
    bounded(limits::DIMENSIONS, "too-many", |d, n| {
        d["dimensions"] = (0..n).map(|i| json!({"id": format!("d{i}"), "title": "x"})).collect();
    });
    bounded(limits::TEXT, "text-too-long", |d, n| d["items"][0]["text"] = json!("é".repeat(n)));
    bounded(limits::TITLE, "text-too-long", |d, n| d["title"] = json!("é".repeat(n)));
    bounded(limits::ID, "bad-identifier", |d, n| {
        let id = "a".repeat(n);
        d["items"][0]["id"] = json!(id);
        d["pages"][0]["items"][0] = json!(id);
        d["scales"][0]["members"][0]["item"] = json!(id);
    });
    bounded(limits::EXPRESSION, "text-too-long", |d, n| {
        d["composites"] = json!([{"id": "c", "title": "c", "expression": format!("{:>n$}", "sum")}]);
    });
    bounded(limits::EXPRESSION_DEPTH - 1, "expression-too-large", |d, n| {
        let source = ["(".repeat(n), "sum".into(), ")".repeat(n)].concat();
        d["composites"] = json!([{"id": "c", "title": "c", "expression": source}]);
    });
    bounded(limits::DEFINITION_BYTES, "too-large", |d, n| {
        let length = d.to_string().len();
        // Spaces outside the value count as bytes and mean nothing.
        d["intro"] = json!(["x"]);
        let now = d.to_string().len();
        let texts = (n - now) / (limits::TEXT + 3) - 1;
        d["intro"] = json!(vec!["x".repeat(limits::TEXT); texts.min(limits::ENTRIES)]);
        let mut about = vec!["x".repeat(limits::TEXT); texts.saturating_sub(limits::ENTRIES)];
        about.extend(["x".into(), "x".into()]);
        d["about"] = json!(about);
        let rest = n - d.to_string().len();
        let last = about.len() - 2;
        about[last].push_str(&"x".repeat(rest / 2));
        about[last + 1].push_str(&"x".repeat(rest - rest / 2));
        d["about"] = json!(about);
        assert!(d.to_string().len() == n && length < n);
    });
}

/// A ladder of scales, each above the one before: what stands at the foot counts in all.
#[test]
fn members_of_all_scales_are_bounded() {
    let items = limits::MEMBERS / limits::ENTRIES;
    let with = |items: usize| {
        let mut definition = minimal();
        let ids: Vec<String> = (0..items).map(|n| format!("I{n}")).collect();
        definition["items"] =
            ids.iter().map(|id| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}})).collect();
        definition["pages"][0]["items"] = json!(ids);
        let members: Value = ids.iter().map(|id| json!({"item": id})).collect();
        let scale = |n: usize| {
            let mut scale =
                json!({"id": format!("s{n}"), "title": "S", "higher": "h", "members": [], "missing": {"scored": 1}});
            if n == 0 {
                scale["members"] = members.clone();
            }
            if n + 1 < limits::ENTRIES {
                scale["parent"] = json!(format!("s{}", n + 1));
            }
            scale
        };
        definition["scales"] = (0..limits::ENTRIES).map(scale).collect();
        codes(definition.to_string().as_bytes())
    };
    assert_eq!(with(items), [] as [&str; 0]);
    assert_eq!(with(items + 1)[0], "too-many");
}

#[test]
fn warnings_leave_room_for_errors() {
    let mut definition = minimal();
    for n in 0..=limits::PROBLEMS {
        let item = json!({"id": format!("never{n}"), "text": "?", "kind": {"choice": {"set": "five"}}});
        definition["items"].as_array_mut().unwrap().push(item);
    }
    definition["scales"][0]["members"][0]["item"] = json!("A3");
    assert_eq!(codes(definition.to_string().as_bytes()), ["unknown-reference"]);
}

#[test]
fn objects_of_very_many_fields_are_refused_at_once() {
    let with = |n: usize| {
        let fields: Vec<String> = (0..n).map(|n| format!("\"f{n}\": 0")).collect();
        codes(format!("{{{}}}", fields.join(",")).as_bytes())
    };
    assert_eq!(with(limits::FIELDS)[0], "unknown-field");
    assert_eq!(with(limits::FIELDS + 1), ["too-many"]);
}

#[test]
fn lists_in_expressions_are_bounded_after_they_are_spread_out() {
    let mut definition = minimal();
    let ids: Vec<String> = (0..400).map(|i| format!("I{i}")).collect();
    definition["items"] =
        ids.iter().map(|id| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}})).collect();
    definition["pages"][0]["items"] = json!(ids);
    definition["scales"][0]["members"] = json!([{"item": "I0"}]);
    definition["lists"] = json!([{"id": "all", "items": ids}]);
    definition["composites"] = json!([{"id": "c", "title": "c", "expression": "sum(all) + sum(all)"}]);
    assert_eq!(codes(definition.to_string().as_bytes()), [] as [&str; 0]);
    definition["composites"][0]["expression"] = json!("sum(all) + sum(all) + sum(all)");
    assert_eq!(codes(definition.to_string().as_bytes()), ["expression-too-large"]);
}

#[test]
fn files_that_are_no_definitions_are_refused_at_once() {
    let deep = "[".repeat(100_000);
    let large = " ".repeat(10_000_000);
    for (bytes, code) in [
        (deep.as_bytes(), "json-depth"),
        (large.as_bytes(), "too-large"),
        (b"\xff\xfe".as_slice(), "not-utf8"),
        (b"".as_slice(), "json-syntax"),
        (b"null".as_slice(), "wrong-type"),
        (b"[]".as_slice(), "wrong-type"),
    ] {
        assert_eq!(codes(bytes), [code]);
    }
}
