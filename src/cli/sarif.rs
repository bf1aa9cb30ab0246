//! Problems as a SARIF 2.1.0 log (OASIS, 2020), which platforms show beside the code.

use crate::input::Source;
use serde_json::{Value, json};
use std::fmt::Write;
use tautline::{Data, author};

/// One run of the linter; what the definition silences is suppressed, with its reason.
pub(crate) fn log(source: &Source, problems: &[Data<'_>], silenced: &[Data<'_>]) -> Value {
    let rules = author::rules();
    let uri = uri(source);
    let result = |problem: &Data<'_>| result(problem, rules.list(), &uri);
    let mut results: Vec<Value> = problems.iter().map(result).collect();
    for entry in silenced {
        let mut silent = result(entry.get("problem"));
        if let Value::Object(fields) = &mut silent {
            let suppression = json!([{"kind": "inSource", "justification": entry.get("reason").text()}]);
            fields.insert("suppressions".into(), suppression);
        }
        results.push(silent);
    }
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "tautline",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.list().iter().map(rule).collect::<Vec<Value>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(rule: &Data<'_>) -> Value {
    let word = |field: &str| rule.get(field).text();
    json!({
        "id": word("code"),
        "shortDescription": {"text": word("why")},
        "help": {"text": format!("Example: {}\n\n{}", word("example"), word("mend"))},
        "defaultConfiguration": {"level": word("severity")},
    })
}

fn result(problem: &Data<'_>, rules: &[Data<'_>], uri: &str) -> Value {
    let word = |field: &str| problem.get(field).text();
    // A problem of the whole input stands at its start.
    let place = |field: &str| whole(problem.get(field).number().unwrap_or(1.0));
    let mut result = json!({
        "ruleId": word("code"),
        "level": word("severity"),
        "message": {"text": format!("{}; {}", word("message"), word("help"))},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri},
                "region": {"startLine": place("line"), "startColumn": place("column")},
            },
            "logicalLocations": [{"fullyQualifiedName": word("at")}],
        }],
    });
    let index = rules.iter().position(|rule| rule.get("code").text() == word("code"));
    if let (Some(index), Value::Object(fields)) = (index, &mut result) {
        fields.insert("ruleIndex".into(), index.into());
    }
    result
}

/// A line or column, counted from 1.
fn whole(x: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a file of 256 KiB")]
    let n = x.clamp(1.0, 1e9) as u32;
    n
}

/// The input as a URI reference; a path relative to where the command runs stays so.
fn uri(source: &Source) -> String {
    let Source::File(path) = source else { return source.name().trim_matches(['<', '>']).into() };
    let path = path.to_string_lossy().replace('\\', "/");
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
