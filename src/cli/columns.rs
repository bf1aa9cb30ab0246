//! Scores as CSV (RFC 4180): a header, and a row for each sheet.
//!
//! Columns are the role, then scales, composites and bands by their ids, a band
//! as the id of its level. Numbers are not rounded; what is undefined is empty.

use serde_json::json;
use std::fmt::Write;
use tautline::Data;
use tautline::api::Assessment;

/// The names of the columns, asked of a sheet without answers.
pub(crate) fn head(assessment: &Assessment) -> String {
    let reply = assessment.check();
    let identity = reply.get("ok").get("value");
    let document = json!({ "instrument": identity.get("id"), "version": identity.get("version"), "answers": {} });
    let reply = assessment.score(document.to_string().as_bytes());
    let value = reply.get("ok").get("value");
    let ids = SCORES.iter().flat_map(|list| value.get(list).list()).map(|score| score.get("id").text().into());
    line([String::from("role")].into_iter().chain(ids))
}

/// Lists of a reply whose entries have a column each.
const SCORES: [&str; 3] = ["scales", "metrics", "bands"];

/// The row of the value of an accepted `score` reply.
pub(crate) fn row(value: &Data<'_>) -> String {
    let mut cells = vec![cell(value.get("role").text())];
    for list in ["scales", "metrics"] {
        cells.extend(value.get(list).list().iter().map(|score| number(score.get("value"))));
    }
    cells.extend(value.get("bands").list().iter().map(|band| cell(band.get("level").text())));
    line(cells.into_iter())
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// The shortest figures that are read as the same number.
fn number(value: &Data<'_>) -> String {
    let mut text = String::new();
    if let Some(x) = value.number() {
        let _ = write!(text, "{x}");
    }
    text
}

/// Words, quoted where they need it; what a spreadsheet would compute has an apostrophe before it.
fn cell(words: &str) -> String {
    let guard = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if words.contains(['"', ',', '\n', '\r']) {
        return format!("\"{guard}{}\"", words.replace('"', "\"\""));
    }
    format!("{guard}{words}")
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn words_stay_words() {
        for (words, expected) in [
            ("a", "a"),
            ("a,b", "\"a,b\""),
            ("say \"a\"", "\"say \"\"a\"\"\""),
            ("=1+1", "'=1+1"),
            ("-1,2", "\"'-1,2\""),
            ("@SUM", "'@SUM"),
            ("+1", "'+1"),
            ("", ""),
        ] {
            assert_eq!(cell(words), expected);
        }
    }
}
