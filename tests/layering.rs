//! Which module may read which: one crate has no borders but this table.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up: each module and the modules it may read, all of them above it.
const LAYERS: [(&str, &str); 40] = [
    ("limits", ""),
    ("number", ""),
    ("statistics", "number"),
    ("text", ""),
    ("digest", ""),
    ("markup", "digest"),
    ("problem", "limits text"),
    ("json", "limits number problem text"),
    ("data", "json number"),
    ("written", "json"),
    ("import", "data json limits number problem text written"),
    ("domain", "json limits number problem"),
    ("schema", "domain json limits problem text"),
    ("expression", "data limits number problem"),
    ("instrument", "data expression json limits number problem schema text"),
    ("response", "data domain expression instrument json limits number problem text"),
    ("migration", "instrument json problem response"),
    ("link", "instrument json limits number problem response"),
    ("scoring", "data expression instrument number response"),
    ("pick", "instrument number scoring"),
    ("words", "data expression instrument number response text"),
    ("piping", "data instrument problem response text words"),
    ("advice", "expression instrument number pick response scoring"),
    ("next", "data expression instrument limits number response scoring words"),
    ("explain", "data expression instrument response scoring words"),
    ("cohort", "data domain expression instrument json limits link number problem response scoring statistics"),
    ("benchmark", "cohort data domain instrument json limits number problem response scoring"),
    ("report", "advice data expression instrument json next number pick response scoring text words"),
    ("compare", "advice data expression instrument limits number pick report response scoring statistics text words"),
    (
        "api",
        "advice benchmark cohort compare data explain instrument link number pick piping problem report response scoring text",
    ),
    ("bundle", "api data digest domain json limits markup number problem text"),
    ("translation", "json limits problem schema text"),
    ("lint", "expression instrument json limits number problem response scoring text translation"),
    (
        "simulate",
        "advice data expression instrument json limits number pick problem report response scoring text words",
    ),
    ("reference", "data expression limits number schema"),
    ("edition", "data expression instrument json number"),
    ("export", "expression instrument json number problem schema text written"),
    (
        "author",
        "api bundle data edition export import instrument json limits link lint markup migration problem reference simulate text translation written",
    ),
    ("wasm", "api author Data Problem"),
    ("lib", ""),
];

/// Only the browser's door and the command line may touch the world.
const OUTSIDE: [&str; 12] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::time",
    "std::thread",
    "std::process",
    "HashMap",
    "HashSet",
];

/// A source file: the module it belongs to, and its lines without comments and tests.
struct Source {
    path: PathBuf,
    module: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let first = path.strip_prefix(&root).unwrap().components().next().unwrap();
                let module = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().lines();
                let code = code.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                sources.push(Source { path, module, code });
            }
        }
    }
    sources.retain(|source| source.module != "cli" && !source.path.ends_with("tests.rs"));
    assert!(sources.len() > 25, "{}", sources.len());
    sources
}

/// The names that follow `prefix`: one, or those of a group in braces.
fn named(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for after in code.split(prefix).skip(1) {
        let group = after.strip_prefix('{').and_then(|rest| rest.split_once("};"));
        for entry in group.map_or(after, |(group, _)| group).split(',').take(if group.is_some() { 99 } else { 1 }) {
            names.push(entry.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().to_owned());
        }
    }
    names
}

#[test]
fn modules_read_only_what_lies_below_them() {
    let (mut found, mut used) = (0, BTreeSet::new());
    for Source { path, module, code } in sources() {
        let allowed = LAYERS.iter().find(|(name, _)| *name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} has no place in the table"));
        for name in named(&code, "crate::") {
            found += 1;
            let fine = name == module || allowed.split(' ').any(|may| may == name);
            assert!(fine, "{} reads {name}", path.display());
            used.insert((module.clone(), name));
        }
    }
    assert!(found > 60, "{found}");
    for (n, (module, allowed)) in LAYERS.iter().enumerate() {
        for name in allowed.split_whitespace().filter(|name| name.starts_with(char::is_lowercase)) {
            assert!(LAYERS.iter().take(n).any(|(below, _)| *below == name), "{name} does not lie below {module}");
            assert!(
                used.contains(&((*module).into(), name.into())),
                "{module} no longer reads {name}: shorten the table"
            );
        }
    }
}

#[test]
fn only_the_gate_and_what_describes_it_read_the_schema_of_definitions() {
    for Source { path, module, code } in sources() {
        let reads = named(&code, "crate::schema::").len() + code.matches("use crate::schema;").count();
        let may = path.ends_with("instrument/compile.rs")
            || path.ends_with("export/canonical.rs")
            || ["reference", "translation"].contains(&module.as_str());
        assert!(reads == 0 || may, "{} reads the schema", path.display());
    }
}

#[test]
fn the_core_does_not_touch_the_world() {
    for Source { path, module, code } in sources().into_iter().filter(|source| source.module != "wasm") {
        for word in OUTSIDE {
            let door = module == "lib" && word == "wasm_bindgen";
            // Asked for what it holds, and never for the order in which.
            let set = path.ends_with("cohort/seen.rs") && word == "HashSet";
            // Archives are packed and unpacked in memory.
            let archive = path.ends_with("import/archive.rs") || path.ends_with("bundle/archive.rs");
            let memory = archive && word == "std::io";
            assert!(door || set || memory || !code.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn the_command_line_knows_the_facade_only() {
    let mut found = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    for folder in [root.clone(), root.join("report")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let code = if path.is_file() { fs::read_to_string(&path).unwrap() } else { String::new() };
            for name in named(&code, "tautline::") {
                found += 1;
                let known = ["api", "author", "Data", "Problem", "Severity", "limits", "number", "SCORING_VERSION"];
                assert!(known.contains(&name.as_str()), "{} reads {name}", path.display());
            }
        }
    }
    assert!(found > 3, "{found}");
}

/// Every identifier of a definition.
fn identifiers(node: &Value, into: &mut BTreeSet<String>) {
    match node {
        Value::Array(nodes) => nodes.iter().for_each(|node| identifiers(node, into)),
        Value::Object(fields) => {
            into.extend(fields.get("id").and_then(Value::as_str).map(String::from));
            fields.values().for_each(|node| identifiers(node, into));
        }
        _ => {}
    }
}

#[test]
fn no_name_or_cut_off_of_the_flagship_stands_in_the_core() {
    let mut ids = BTreeSet::new();
    identifiers(&serde_json::from_str(support::FLAGSHIP).unwrap(), &mut ids);
    assert!(["bt-synchronization", "DT1", "demand", "focus.practice", "cio"].iter().all(|id| ids.contains(*id)));
    // Words of the format, of the language and of imported formats that the flagship happens to use too.
    for word in [
        "change",
        "false_conflict",
        "false_consensus",
        "lead",
        "leaning_reserve",
        "mean",
        "other",
        "range",
        "reserve",
        "scored",
    ] {
        assert!(ids.remove(word));
    }
    for Source { path, code, .. } in sources() {
        for literal in code.split('"') {
            assert!(!ids.contains(literal), "{} names {literal}", path.display());
        }
        for cut in ["37.5", "62.5", "87.5"] {
            assert!(!code.contains(cut), "{} holds {cut}", path.display());
        }
    }
}
