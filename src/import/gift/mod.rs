//! Quizzes in GIFT, the text format of Moodle.
//!
//! | construct | becomes |
//! | --- | --- |
//! | `::name:: text {answers}` | a question; with words behind the braces a blank stands between |
//! | `=` and `~` | a choice; without `=` several |
//! | `=` only | words |
//! | `= a -> b` | a grid with pairs |
//! | `{T}` `{FALSE}` | a choice of two |
//! | `{#3:0.1}` `{#3..5}` `{#=3 =%50%4:1}` | a number |
//! | `{}` | a note |
//! | no braces | a text to read |
//! | `%50%` | points |
//! | `#words` | feedback of the answer |
//! | `####words` | feedback, whatever the answer |
//! | `$CATEGORY: path` | a page |
//!
//! Questions are blocks between empty lines. Comments are for authors and not
//! listed. A text is HTML unless `[plain]` or `[markdown]` says otherwise.

mod answers;
mod blocks;

use super::draft::{Draft, Feedback, Item, Kind};
use super::quiz::{BLANK, Quiz};
use super::report::{Report, at};
use super::source::{any_text, single};
use super::{File, Wishes};
use crate::problem::Problem;
use crate::text::{cut, joined};
use blocks::{blocks, hidden, shown};

/// Reads a quiz.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let file = single(files)?;
    let text = any_text(file, report);
    let mut gift = Gift { quiz: Quiz::new(file.0, wishes, report) };
    for (line, block) in blocks(&text) {
        if gift.quiz.draft.is_full() {
            break;
        }
        gift.block(&block, &at("", &line.to_string()));
    }
    Ok(gift.quiz.done())
}

struct Gift<'r> {
    quiz: Quiz<'r>,
}

/// The formats that a text may name.
const FORMATS: [&str; 4] = ["html", "moodle", "plain", "markdown"];

impl Gift<'_> {
    fn block(&mut self, block: &str, path: &str) {
        let mut rest = block.trim();
        while let Some(command) = rest.strip_prefix("$CATEGORY:") {
            let (category, after) = cut(command, b'\n').unwrap_or((command, ""));
            self.quiz.category(category.trim(), path);
            rest = after.trim_start();
        }
        if rest.is_empty() {
            return;
        }
        let hidden = hidden(rest);
        let named = hidden.strip_prefix("::").and_then(|rest| rest.split_once("::"));
        let (name, rest) = named.unwrap_or(("", &hidden));
        self.question(&shown(name.trim()), rest.trim(), path);
    }

    fn question(&mut self, name: &str, text: &str, path: &str) {
        let (format, text) = self.format(text, path);
        let Some((before, after)) = cut(text, b'{') else {
            if text.contains('}') {
                return self.quiz.left_out(path, "}", "no brace is open before it; write `\\}` for the sign");
            }
            let item = Item { text: self.text(text, path), kind: Kind::Info, ..Item::default() };
            return self.quiz.ask(name, item, 0.0, path);
        };
        let Some((answers, tail)) = cut(after, b'}') else {
            return self.quiz.left_out(path, "{", "the answers do not end before an empty line");
        };
        let stem = if tail.trim().is_empty() {
            before.trim().to_owned()
        } else {
            joined(&[before.trim_end(), " ", BLANK, " ", tail.trim_start()])
        };
        let stem = if format == "html" { stem.replace('\n', " ") } else { stem };
        let text = self.text(&stem, path);
        let (answers, general) = answers.split_once("####").unwrap_or((answers, ""));
        let general = self.text(general, path);
        let mut feedback = Feedback::default();
        let Some((kind, correct)) = self.answers(answers.trim(), &mut feedback, path) else { return };
        if kind.is_answered() {
            self.quiz.for_all(&mut feedback, &general, path);
        } else if !general.is_empty() {
            self.quiz.report.lost(path, "####", "a note has no feedback", "nothing");
        }
        self.quiz.ask(name, Item { text, kind, correct, feedback, ..Item::default() }, 1.0, path);
    }

    /// The format that a text names, and the text.
    fn format<'t>(&mut self, text: &'t str, path: &str) -> (&'t str, &'t str) {
        let named = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (format, text) = named.filter(|(format, _)| FORMATS.contains(format)).unwrap_or(("", text));
        self.quiz.draft.markup = !["plain", "markdown"].contains(&format);
        if format == "markdown" && text.contains(['*', '_', '`', '[']) {
            self.quiz.report.lost(path, "markdown", "texts are plain, without markup", "the text with its signs");
        }
        (format, text.trim_start())
    }

    /// A text with its escapes resolved; it may name a format of its own.
    fn text(&mut self, raw: &str, path: &str) -> String {
        let markup = self.quiz.draft.markup;
        let named = raw.trim().strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let own = named.is_some_and(|(format, _)| FORMATS.contains(&format));
        let raw = if own { self.format(raw.trim(), path).1 } else { raw };
        let text = self.quiz.draft.text(&shown(raw), path, self.quiz.report);
        self.quiz.draft.markup = markup;
        text
    }
}
