//! The static gate: constructs that a page with a strict policy forbids do not occur in shipped scripts.

use crate::shell::{Outcome, at, files, root};
use std::fs;

/// Never allowed, not even in a comment: the count of each is 0.
const FORBIDDEN: [&str; 12] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "setAttribute('on",
    "setAttribute('style'",
    "setAttribute(\"on",
    "setAttribute(\"style\"",
    "srcdoc",
    "document.currentScript",
];

/// Prints every find in www (the generated glue included) and dist; true if there is none.
pub fn holds() -> Outcome<bool> {
    let mut clean = true;
    let mut scripts = 0;
    for folder in ["www", "dist"] {
        for file in files(&root().join(folder)) {
            if !file.extension().is_some_and(|extension| extension == "js" || extension == "mjs") {
                continue;
            }
            scripts += 1;
            let text = at(fs::read_to_string(&file), format_args!("read {}", file.display()))?;
            let shown = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
            for (number, line) in text.lines().enumerate() {
                for word in found(line) {
                    println!("{shown}:{}: `{word}` is not allowed in shipped scripts", number + 1);
                    clean = false;
                }
            }
        }
    }
    println!("static gate: {scripts} scripts read");
    Ok(clean && scripts > 0)
}

fn found(line: &str) -> Vec<&'static str> {
    let occurs = |word: &&str| {
        let name_before = |place: usize| {
            let before = line.get(..place).and_then(|text| text.chars().next_back());
            before.is_some_and(|before| before.is_alphanumeric() || before == '_')
        };
        // `retrieval(` is not `eval(`.
        line.match_indices(*word).any(|(place, _)| *word != "eval(" || !name_before(place))
    };
    FORBIDDEN.iter().filter(|word| occurs(word)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn finds_what_is_forbidden_and_nothing_like_it() {
        assert_eq!(found("a.innerHTML = b; eval(c)"), ["innerHTML", "eval("]);
        assert_eq!(found("x.setAttribute('onclick', y)"), ["setAttribute('on"]);
        assert_eq!(found("x.setAttribute(\"style\", y)"), ["setAttribute(\"style\""]);
        assert_eq!(found("retrieval(a); _eval(b); window.eval(c)"), ["eval("]);
        assert!(found("retrieval(a); x.setAttribute('role', 'img'); x.textContent = y").is_empty());
    }
}
