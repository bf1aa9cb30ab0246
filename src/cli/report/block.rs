//! What a report consists of, before it is set.

/// A piece of the report.
pub(crate) enum Block {
    /// The title of the instrument.
    Title(String),
    /// Whose view it is and what it rests on.
    Byline(Vec<String>),
    /// The heading of a section.
    Section(String),
    /// A heading inside a section, with a short label beside it.
    Heading { text: String, tag: String, tone: &'static str },
    /// The sentence that says it all.
    Lede(String),
    /// Ordinary text.
    Paragraph(String),
    /// Small print.
    Fine(String),
    /// Something to bear in mind.
    Note(String),
    /// One number that stands out, and what it is.
    Figure { value: String, of: String, text: String },
    /// A score on its line from 0 to 100.
    Score { kind: String, title: String, value: String, note: String, line: Line },
    /// Rows of cells.
    Table(Table),
    /// Names and what belongs to them.
    Terms(Vec<(&'static str, String)>),
    /// Several texts of one kind.
    List(Vec<String>),
    /// Where something comes from; the address is a web address.
    Source { label: &'static str, title: String, url: Option<String> },
    /// The picture of the report.
    Picture,
    /// Blocks that belong together.
    Group(Kind, Vec<Block>),
}

/// What blocks belong together for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Cards side by side.
    Cards,
    /// One dimension.
    Card(&'static str),
    /// One thing to do.
    Commitment,
    /// A computation, closed at first where it can be.
    Computation,
}

/// Where a score lies from 0 to 100, how sure that is, and which steps it passes.
#[derive(Default)]
pub(crate) struct Line {
    pub(crate) value: Option<f64>,
    pub(crate) band: Option<(f64, f64)>,
    pub(crate) cuts: Vec<f64>,
    pub(crate) provisional: bool,
}

/// A table; the first column names its row.
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<String>>,
    /// The row that stands out.
    pub(crate) marked: Option<usize>,
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) number: bool,
}

impl Column {
    /// A column of words.
    pub(crate) fn words(title: &str) -> Self {
        Column { title: title.into(), number: false }
    }

    /// A column of numbers.
    pub(crate) fn numbers(title: &str) -> Self {
        Column { title: title.into(), number: true }
    }
}
