//! Definitions of any size: statements in scales of five, of more where there would be too
//! many scales, each with its advice.

/// Scales, pages and rules at most.
const MOST: usize = 500;

/// A definition of so many statements; `text` words each of them.
pub(crate) fn definition(items: usize, text: &dyn Fn(usize) -> String) -> String {
    // Statements of a scale, and of a page.
    let size = items.div_ceil(MOST).max(5);
    let scales = items.div_ceil(size);
    let few = |scale: usize| size * scale..items.min(size * (scale + 1));
    let of = |scale: usize, entry: &dyn Fn(usize) -> String| few(scale).map(entry).collect::<Vec<String>>().join(", ");
    let item = |n| format!(r#"{{"id": "A{n}", "text": "{}", "kind": {{"choice": {{"set": "four"}}}}}}"#, text(n));
    let page = |s| format!(r#"{{"title": "Page {s}", "items": [{}]}}"#, of(s, &|n| format!(r#""A{n}""#)));
    let member = |n| format!(r#"{{"item": "A{n}", "key": "{}"}}"#, if n % 2 == 0 { "+" } else { "-" });
    let scale = |s| {
        let members = of(s, &member);
        format!(
            r#"{{"id": "s{s}", "title": "S", "higher": "more", "members": [{members}], "missing": {{"scored": 1}}}}"#
        )
    };
    let rule = |s| {
        format!(
            r#"{{"id": "R{s}", "when": "s{s} > 60 and A{} >= 3", "severity": "s{s}", "title": "T", "text": "Do it.", "owner": "O", "first_step": "F", "sign": "S"}}"#,
            size * s
        )
    };
    let choice = |n| format!(r#"{{"value": {n}, "label": "Choice {n}"}}"#);
    format!(
        r#"{{"format": 1, "id": "large", "version": "1.0", "title": "T", "language": "en", "license": "CC0", "dont_know": "?",
"choice_sets": [{{"id": "four", "choices": [{}]}}],
"items": [{}],
"pages": [{}],
"scales": [{}],
"advice": {{"limit": 5, "rules": [{}]}}}}"#,
        list(4, &choice),
        list(items, &item),
        list(scales, &page),
        list(scales, &scale),
        list(scales, &rule),
    )
}

fn list(n: usize, entry: &dyn Fn(usize) -> String) -> String {
    (0..n).map(entry).collect::<Vec<String>>().join(",\n")
}

/// A sentence of a stem of four words and seven of 400 others.
pub(crate) fn sentence(n: usize) -> String {
    let word = |k: usize| {
        // Scattered, and the same on every machine.
        let mixed = (n * 8 + k + 1).wrapping_mul(0x9e37_79b9);
        let at = (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca6b) >> 7;
        let part = |of: &[&str], at: usize| of.get(at % of.len()).copied().unwrap_or_default().to_owned();
        part(&["pla", "wor", "mee", "cha", "tea", "sup", "lea", "del", "rev", "bud"], at)
            + &part(&["n", "ks", "ting", "nge"], at / 10)
            + &part(&["", "er", "s", "ing", "al", "ly", "ment", "ion", "able", "ful"], at / 40)
    };
    let words: Vec<String> = (0..7).map(word).collect();
    format!("In our team the {}.", words.join(" "))
}
