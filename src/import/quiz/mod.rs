//! What the formats of quizzes share.
//!
//! All questions with a right answer are members of one scale, `score`, each with
//! its marks as weight; what a question is worth in part is points of its answers.
//! A page holds the questions of a category.

mod answers;

use super::draft::{Draft, Feedback, Item, Member, Page, Scale};
use super::report::Report;
use super::source::stem;
use super::{Wishes, choices::Choice, draft::Correct, draft::Kind};
use crate::limits;
use crate::number::{brief, equal};
use crate::problem::quoted;
use crate::text::joined;
pub(super) use answers::{Answer, numbers, options, order, pairs, several, single, texts, truths};

/// A quiz that is being read.
pub(super) struct Quiz<'r> {
    pub(super) draft: Draft,
    pub(super) report: &'r mut Report,
    members: Vec<Member>,
    /// Characters of pictures so far.
    pictures: usize,
}

/// Characters of all pictures: a definition has a limit, and the texts need room.
const PICTURES: usize = 3 * limits::IMAGE;

/// Where a blank stands in a text.
pub(super) const BLANK: &str = "_____";

impl<'r> Quiz<'r> {
    /// A quiz without questions, called as its file.
    pub(super) fn new(file: &str, wishes: &Wishes<'_>, report: &'r mut Report) -> Self {
        let mut draft = Draft { name: stem(file).into(), language: wishes.language.into(), ..Draft::default() };
        draft.title = draft.label(stem(file), "", "", report);
        Quiz { draft, report, members: Vec::new(), pictures: 0 }
    }

    /// Begins a page, unless the last one is called so.
    pub(super) fn page(&mut self, title: &str, at: &str) {
        let title = self.draft.label(title, "", at, self.report);
        if self.draft.pages.last().is_none_or(|last| last.title != title) {
            self.draft.pages.push(Page { title, ..Page::default() });
        }
    }

    /// Begins the page of a category of Moodle: the last part of its path, in which
    /// `//` stands for `/`.
    pub(super) fn category(&mut self, path: &str, at: &str) {
        let marked = path.replace("//", "\0");
        let last = marked.rsplit('/').next().unwrap_or_default().replace('\0', "/");
        self.page(&last, at);
    }

    /// Asks a question that is called `name` in the source. It counts where its
    /// answers have marks.
    pub(super) fn ask(&mut self, name: &str, mut item: Item, marks: f64, at: &str) {
        let numbered = joined(&["q", &(self.draft.items.len() + 1).to_string()]);
        item.id = match name {
            "" => self.draft.names.quietly(&numbered, "q"),
            name => self.draft.names.take(name, "q", at, self.report),
        };
        if item.text.is_empty() {
            item.text = if name.is_empty() { numbered } else { self.draft.label(name, &item.id, at, self.report) };
        }
        if is_scored(&item) && self.counts(marks, at) {
            self.members.push(Member { item: item.id.clone(), part: String::new(), reversed: false, weight: marks });
        }
        self.draft.ask(item);
    }

    /// Whether marks can be a weight.
    fn counts(&mut self, marks: f64, at: &str) -> bool {
        if equal(marks, 0.0) {
            self.report.assumed(at, &["the question has no marks and does not count"]);
            return false;
        }
        let (least, most) = limits::WEIGHT;
        let fine = (least..=most).contains(&marks);
        if !fine {
            let sentence = joined(&[&brief(marks), " is no weight: they run from 0.000001 to 1000000"]);
            self.report.lost(at, "marks", &sentence, "the question is asked and not scored");
        }
        fine
    }

    /// Adds what is said whatever the answer was.
    pub(super) fn for_all(&mut self, feedback: &mut Feedback, words: &str, at: &str) {
        let mut full = false;
        for said in [&mut feedback.right, &mut feedback.partly, &mut feedback.wrong] {
            let both = joined(&[said, if said.is_empty() || words.is_empty() { "" } else { "\n" }, words]);
            if both.chars().count() > limits::TEXT {
                full = true;
            } else {
                *said = both;
            }
        }
        if full {
            self.report.lost(
                at,
                "general feedback",
                "together with other feedback it is too long",
                "the other feedback",
            );
        }
    }

    /// A picture of the source; nothing, with a loss, where there is no room.
    pub(super) fn picture(&mut self, name: &str, base64: &str, alt: &str, at: &str) -> Option<(String, String)> {
        let kinds =
            [("png", "png"), ("jpg", "jpeg"), ("jpeg", "jpeg"), ("gif", "gif"), ("webp", "webp"), ("svg", "svg+xml")];
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let kind = kinds.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
        let body: String = base64.chars().filter(|c| !c.is_whitespace()).take(limits::IMAGE + 1).collect();
        let fine = !body.is_empty() && body.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
        let src = joined(&["data:image/", kind.unwrap_or_default(), ";base64,", &body]);
        let sentence = match kind {
            None => "it is no png, jpeg, gif, webp or svg",
            Some(_) if !fine => "it is empty or damaged",
            Some(_) if src.len() > limits::IMAGE || self.pictures + src.len() > PICTURES => {
                "a definition has no room for it: a picture has at most 32 kB in base64, all of them 96 kB"
            }
            Some(_) => {
                self.pictures += src.len();
                let alt = self.draft.label(alt, "", at, self.report);
                if alt.is_empty() {
                    self.report.assumed(at, &["say in words what ", &quoted(name), " shows (`alt`)"]);
                }
                let alt = if alt.is_empty() { self.draft.label(name, "picture", at, self.report) } else { alt };
                return Some((src, alt));
            }
        };
        self.report.lost(at, &quoted(name), sentence, "the question without it");
        None
    }

    /// A question that cannot be carried over.
    pub(super) fn left_out(&mut self, at: &str, construct: &str, sentence: &str) {
        self.report.lost(at, construct, sentence, "the question is left out");
    }

    /// The draft, with the score.
    pub(super) fn done(mut self) -> Draft {
        if !self.members.is_empty() {
            let id = self.draft.names.quietly("score", "score");
            self.draft.quiz.clone_from(&id);
            self.draft.scales.push(Scale { id, title: "Score".into(), members: self.members });
        }
        self.draft
    }
}

/// Whether there is something right.
fn is_scored(item: &Item) -> bool {
    let pointed = |choices: &[Choice]| choices.iter().any(|choice| choice.points.is_some());
    match (&item.correct, &item.kind) {
        (Correct::Unsaid | Correct::Floor(_), Kind::Choice(choices) | Kind::Multiple(choices, _)) => pointed(choices),
        (correct, _) => *correct != Correct::Unsaid,
    }
}
