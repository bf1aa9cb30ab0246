//! Texts of Moodle: HTML unless they say otherwise, with files beside them.

use super::super::report::at;
use super::super::xml::{child, named, words};
use super::Moodle;
use crate::problem::quoted;
use crate::text::cut;
use roxmltree::Node;

/// What stands before the name of a file of the question.
const FILE: &str = "@@PLUGINFILE@@";

impl<'d> Moodle<'_> {
    /// The text of a field, plain; files beside it are losses.
    pub(super) fn words(&mut self, node: Node<'d, 'd>, path: &str) -> String {
        for file in named(node, "file") {
            let name = file.attribute("name").unwrap_or_default();
            self.quiz.report.lost(
                &at(path, name),
                &quoted(name),
                "only a question has a picture",
                "the text without it",
            );
        }
        self.plain(node, &content(node), path)
    }

    /// The text of a question, without the picture that is carried over.
    pub(super) fn stem(&mut self, node: Node<'d, 'd>, pictured: bool, path: &str) -> String {
        let text = content(node);
        let text = if pictured { without_picture(&text).0 } else { text };
        self.plain(node, &text, path)
    }

    fn plain(&mut self, node: Node<'d, 'd>, text: &str, path: &str) -> String {
        let format = node.attribute("format").unwrap_or("html");
        self.quiz.draft.markup = !["plain_text", "markdown"].contains(&format);
        if format == "markdown" && text.contains(['*', '_', '`', '[']) {
            self.quiz.report.lost(path, "markdown", "texts are plain, without markup", "the text with its signs");
        }
        // A line break of HTML is a space.
        let text = if format == "html" { text.replace('\n', " ") } else { text.into() };
        self.quiz.draft.text(&text, path, self.quiz.report)
    }

    /// The picture of a question: its one file, where the text shows it once.
    pub(super) fn picture(&mut self, node: Node<'d, 'd>, path: &str) -> Option<(String, String)> {
        let files: Vec<Node<'d, 'd>> = named(node, "file").collect();
        let text = content(node);
        let lone = files.len() == 1 && text.matches(FILE).count() == 1;
        for file in files {
            let name = file.attribute("name").unwrap_or_default();
            let here = at(path, name);
            if lone && file.attribute("encoding") == Some("base64") && without_picture(&text).0 != text {
                return self.quiz.picture(name, &words(file), &without_picture(&text).1, &here);
            }
            let sentence = "a question has one picture, which its text shows once";
            self.quiz.report.lost(&here, &quoted(name), sentence, "the question without it");
        }
        None
    }
}

/// The element `text` of a field.
fn content(node: Node<'_, '_>) -> String {
    child(node, "text").map(words).unwrap_or_default()
}

/// The text without the tag that shows a file, and the words that stand for it there.
fn without_picture(text: &str) -> (String, String) {
    let Some(start) = text.find(FILE).and_then(|file| text.get(..file)?.rfind("<img")) else {
        return (text.into(), String::new());
    };
    let (before, tag) = text.split_at(start);
    let Some((tag, after)) = cut(tag, b'>').filter(|(tag, _)| tag.contains(FILE)) else {
        return (text.into(), String::new());
    };
    let alt = tag.split_once("alt=\"").and_then(|(_, rest)| cut(rest, b'"')).map_or("", |(alt, _)| alt);
    (before.to_owned() + after, alt.into())
}
