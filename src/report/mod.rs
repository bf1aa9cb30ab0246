//! The result as a tree of meanings: numbers, identifiers and the words of the
//! definition, in the order they are read. Layout is the page's job.

mod compose;

pub(crate) use compose::compose;

use crate::next::Next;
use crate::scoring::{Score, Status};
use serde::Serialize;

/// Something with an identifier and a title.
#[derive(Clone, Debug, Serialize)]
pub struct Titled {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
}

/// A work that is cited.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Title.
    pub title: String,
    /// Web or mail address.
    pub url: Option<String>,
}

/// A mark of the picture.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// Identifier of the dimension.
    pub dimension: String,
    /// Title of the dimension.
    pub title: String,
    /// The score across.
    pub across: Score,
    /// The score up.
    pub up: Score,
    /// Across ahead of up.
    pub lead: Option<f64>,
    /// The weaker status of the two.
    pub status: Status,
}

/// One mark per dimension, and how far the two scores may lie apart.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// Title of the axis across.
    pub across_title: String,
    /// Title of the axis up.
    pub up_title: String,
    /// Half the width of the corridor, in points.
    pub corridor: f64,
    /// In the order of dimensions.
    pub points: Vec<Point>,
}

/// A verdict on a dimension.
#[derive(Clone, Debug, Serialize)]
pub struct StateView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Sentence.
    pub text: String,
    /// `pressed`, `leaning_pressed`, `level`, `leaning_reserve` or `reserve`.
    pub tone: &'static str,
}

/// A dimension with its scores.
#[derive(Clone, Debug, Serialize)]
pub struct DimensionView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// The weakest status of its scores.
    pub status: Status,
    /// Its scales, in order.
    pub scores: Vec<Score>,
    /// The difference shown in the picture.
    pub lead: Option<Score>,
    /// The state that applies.
    pub state: Option<StateView>,
}

/// A level of a band.
#[derive(Clone, Debug, Serialize)]
pub struct LevelView {
    /// Counted from 1.
    pub number: usize,
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Meaning.
    pub text: String,
    /// Where it starts.
    pub from: f64,
}

/// A gate that is not passed.
#[derive(Clone, Debug, Serialize)]
pub struct GateView {
    /// The level it guards, counted from 1.
    pub level: usize,
    /// Identifier.
    pub id: String,
    /// What is wrong.
    pub text: String,
    /// The dimensions concerned.
    pub dimensions: Vec<Titled>,
}

/// A band and the level reached.
#[derive(Clone, Debug, Serialize)]
pub struct BandView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// To be said beside the level.
    pub note: String,
    /// The score that is cut into levels.
    pub of: Score,
    /// Of that score.
    pub status: Status,
    /// The level after the gates, counted from 1.
    pub value: Option<usize>,
    /// The level by the number alone.
    pub raw: Option<usize>,
    /// Two levels the number lies between.
    pub between: Option<(usize, usize)>,
    /// Levels of the bounds of the score.
    pub range: Option<(usize, usize)>,
    /// All levels, ascending.
    pub levels: Vec<LevelView>,
    /// Gates not passed, from the highest level down.
    pub gates: Vec<GateView>,
    /// The way to the next level.
    pub next: Option<Next>,
}

/// What a pick has chosen.
#[derive(Clone, Debug, Serialize)]
pub struct PickView {
    /// Identifier.
    pub id: String,
    /// A dimension.
    pub dimension: Option<Titled>,
    /// An item, with its text as title.
    pub item: Option<Titled>,
}

/// A row of an appraisal.
#[derive(Clone, Debug, Serialize)]
pub struct AppraisalRow {
    /// The option.
    pub id: String,
    /// Its label.
    pub label: String,
    /// 1 = most important.
    pub rank: Option<usize>,
    /// Rank order centroid weight.
    pub weight: Option<f64>,
    /// In words.
    pub grade: Option<String>,
    /// 0..100.
    pub points: Option<f64>,
    /// Weight times what is missing to 100 points.
    pub opportunity: Option<f64>,
}

/// Priority against grade.
#[derive(Clone, Debug, Serialize)]
pub struct AppraisalView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// The weighted grade.
    pub score: Option<Score>,
    /// In the order of the options.
    pub rows: Vec<AppraisalRow>,
    /// The row with the largest opportunity; none where that is 0.
    pub top: Option<String>,
}

/// A row of a shift.
#[derive(Clone, Debug, Serialize)]
pub struct ShiftRow {
    /// The part.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Today's share.
    pub now: Option<f64>,
    /// The wanted share.
    pub next: Option<f64>,
}

/// Two allocations side by side.
#[derive(Clone, Debug, Serialize)]
pub struct ShiftView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// How much is meant to move.
    pub score: Option<Score>,
    /// Title of the first allocation.
    pub now_title: String,
    /// Title of the second.
    pub next_title: String,
    /// In the order of the parts.
    pub rows: Vec<ShiftRow>,
}

/// What made a recommendation apply.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// `item` or `score`.
    pub kind: &'static str,
    /// Of the item or score.
    pub id: String,
    /// Of the item, or the title of the score.
    pub text: String,
    /// The answer in words.
    pub answer: Option<String>,
    /// The score.
    pub value: Option<f64>,
}

/// A recommendation, its slots filled.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceView {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Text, the variant's text included.
    pub text: String,
    /// Who acts.
    pub owner: String,
    /// Within 30 days.
    pub first_step: String,
    /// Sign of progress.
    pub sign: String,
    /// The dimension it counts under.
    pub dimension: Option<Titled>,
    /// Identifier of the variant.
    pub variant: Option<String>,
    /// 0..100.
    pub severity: f64,
    /// Of the rule.
    pub weight: f64,
    /// Severity times weight.
    pub priority: f64,
    /// The answers and scores that decided.
    pub because: Vec<Reason>,
}

/// A remark on the answers.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    /// Identifier.
    pub id: String,
    /// Sentence.
    pub text: String,
}

/// An external figure, for orientation.
#[derive(Clone, Debug, Serialize)]
pub struct MarkView {
    /// Of the item.
    pub item: String,
    /// Sentence.
    pub text: String,
    /// Text of the item.
    pub item_text: String,
    /// In words.
    pub answer: Option<String>,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Where the figure comes from.
    pub source: Vec<Source>,
}

/// The whole result.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// One mark per dimension.
    pub picture: Option<Picture>,
    /// In order.
    pub dimensions: Vec<DimensionView>,
    /// In order.
    pub bands: Vec<BandView>,
    /// In order.
    pub picks: Vec<PickView>,
    /// In order.
    pub appraisals: Vec<AppraisalView>,
    /// In order.
    pub shifts: Vec<ShiftView>,
    /// Most urgent first.
    pub advice: Vec<AdviceView>,
    /// In order.
    pub notes: Vec<NoteView>,
    /// Ends each note.
    pub notes_closing: String,
    /// In order.
    pub marks: Vec<MarkView>,
    /// About the instrument.
    pub about: Vec<String>,
    /// What the instrument rests on.
    pub source: Vec<Source>,
    /// Of the instrument.
    pub license: String,
}
