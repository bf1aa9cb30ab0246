//! Words of an item, plain.

use super::super::plain;
use super::super::quiz::BLANK;
use super::{Qti, inside, tag};
use crate::text::joined;
use roxmltree::Node;

/// Elements that stand around words and say nothing of them.
const AROUND: [&str; 3] = ["contentbody", "prompt", "itembody"];

/// A step of the walk through a text.
enum Step<'d> {
    Node(Node<'d, 'd>),
    Break,
}

impl<'d> Qti<'_> {
    /// The words in a node: interactions are left out, or a blank; feedback is read
    /// elsewhere; other elements than those that arrange words are losses.
    pub(super) fn prose(&mut self, node: Node<'d, 'd>, path: &str) -> String {
        let mut text = String::new();
        let mut steps: Vec<Step<'d>> = node.children().rev().map(Step::Node).collect();
        while let Some(step) = steps.pop() {
            let Step::Node(node) = step else {
                text.push('\n');
                continue;
            };
            if node.is_text() {
                text.push_str(&node.text().unwrap_or_default().replace('\n', " "));
            }
            if !node.is_element() {
                continue;
            }
            let name = tag(node);
            match name.as_str() {
                "textentryinteraction" | "inlinechoiceinteraction" => text.push_str(&joined(&[" ", BLANK, " "])),
                "feedbackinline" | "feedbackblock" => {}
                name if name.ends_with("interaction") => {}
                "rubricblock" | "stylesheet" => self.unsaid(node, "it is not for those who answer", path),
                name => {
                    if !plain::arranges(name) && !AROUND.contains(&name) {
                        self.unsaid(node, "texts are plain, without markup", path);
                    }
                    if plain::breaks(name) {
                        text.push('\n');
                        steps.push(Step::Break);
                    }
                    steps.extend(node.children().rev().map(Step::Node));
                }
            }
        }
        self.quiz.draft.text(&text, path, self.quiz.report)
    }

    fn unsaid(&mut self, node: Node<'d, 'd>, sentence: &str, path: &str) {
        self.quiz.report.lost(&inside(path, node), node.tag_name().name(), sentence, "the text without it");
    }
}
