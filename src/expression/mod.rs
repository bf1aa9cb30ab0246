//! The expression language of definitions.
//!
//! ```text
//! expression = and { "or" and }             truths; "or" binds weakest
//! and        = not { "and" not }
//! not        = [ "not" ] comparison
//! comparison = sum [ ("==" "!=" "<" "<=" ">" ">=") ( sum | word ) ]
//! sum        = product { ("+" | "-") product }
//! product    = sign { ("*" | "/") sign }
//! sign       = [ "-" ] primary
//! primary    = number | "true" | "false" | name | function "(" expression { "," expression } ")"
//!            | "(" expression ")"
//! number     = digits [ "." digits ]        at most 15 digits
//! word       = "'" identifier "'"           a choice value, against an item or `role` only
//! name       = identifier [ "." identifier ]
//! ```
//!
//! Names: an item `DS1` (its raw answer), a part `FT1.keep` or a row `P2.cost`
//! of an item, a scale `demand.practice`, a composite `index` or `lead.demand`,
//! a band `stage` (its level, counted from 1), `role`, `seconds`; with a dimension
//! in view `this.practice`; `each.practice` stands for that name in every
//! dimension and a list or an allocation for its members, both only as
//! arguments of functions that take several numbers.
//!
//! | function | value | unknown when |
//! | --- | --- | --- |
//! | `min max sum mean geomean` | of all arguments | an argument is; `geomean` of a negative number |
//! | `lowest highest` | of the known arguments | none is known |
//! | `deviation` | sample standard deviation (n - 1) of the known arguments | fewer than two are known |
//! | `count` | how many arguments are known | never |
//! | `known` | whether the argument is | never |
//! | `abs` | absolute value | the argument is |
//! | `points` | points 0..100 of an item or a row, before any key | not answered |
//! | `distance` | half the sum of absolute differences of two allocations | one is missing |
//! | `rank_weighted` | mean of a grid's points by the rank order weights of a ranking | see `Instrument` |
//! | `dont_know` | how many items of a list are answered "don't know" | never |
//!
//! A number that is missing, a division by zero and anything infinite are
//! *unknown*. Unknown spreads through arithmetic and comparison; `and`, `or` and
//! `not` follow [`Truth`]. A condition takes effect only when it is [`Truth::Yes`].
//! Comparisons allow for rounding ([`crate::number::TOLERANCE`]).
//!
//! Every expression is total and bounded: see [`crate::limits`]. There are no
//! loops, no text operations and no regular expressions.

mod check;
mod evaluate;
mod parse;
mod trace;

pub(crate) use check::{Argument, Found, Scope, check};
pub(crate) use evaluate::{Facts, evaluate, evaluate_value, truth};
pub(crate) use parse::{Fault, parse};
#[cfg(feature = "author")]
pub(crate) use parse::{Form, Syntax};
pub(crate) use trace::{decisive, trace};

/// A number with what missing answers could make of it; `None` is unknown.
pub(crate) type Number = Option<Quantity>;

/// A known number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantity {
    /// The value, finite.
    pub(crate) value: f64,
    /// Not above any value that completing the answers could give; may be infinite.
    pub(crate) low: f64,
    /// Not below any value that completing the answers could give; may be infinite.
    pub(crate) high: f64,
    /// Whether it rests on a score that is provisional.
    pub(crate) provisional: bool,
}

impl Quantity {
    /// A number that no answer can change.
    #[must_use]
    pub(crate) fn exact(value: f64) -> Self {
        Quantity { value, low: value, high: value, provisional: false }
    }
}

/// A truth that may be unknown (S. C. Kleene, strong three-valued logic, 1938).
///
/// | and | Yes | No | Unknown | | or | Yes | No | Unknown | | not | |
/// | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
/// | **Yes** | Yes | No | Unknown | | **Yes** | Yes | Yes | Yes | | Yes | No |
/// | **No** | No | No | No | | **No** | Yes | No | Unknown | | No | Yes |
/// | **Unknown** | Unknown | No | Unknown | | **Unknown** | Yes | Unknown | Unknown | | Unknown | Unknown |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// A missing answer decides.
    Unknown,
}

impl Truth {
    /// As it is reported.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Truth::Yes => "yes",
            Truth::No => "no",
            Truth::Unknown => "unknown",
        }
    }

    /// `Yes` or `No`.
    #[must_use]
    pub(crate) fn of(holds: bool) -> Self {
        if holds { Truth::Yes } else { Truth::No }
    }

    /// Both hold.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// At least one holds.
    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        self.negated().and(other.negated()).negated()
    }

    /// It does not hold.
    #[must_use]
    pub(crate) fn negated(self) -> Self {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

/// What an expression yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Number,
    Truth,
}

/// A fact an expression reads, by index into the instrument.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Name {
    /// Raw answer of an item.
    Item(usize),
    /// Raw answer of a part, a row, or the rank of an option.
    Part(usize, usize),
    /// Points of an item, before any key.
    Points(usize),
    /// Points of a grid's row.
    PartPoints(usize, usize),
    /// Value of a scale.
    Scale(usize),
    /// Value of a composite.
    Composite(usize),
    /// Level of a band, counted from 1.
    Band(usize),
    /// Half the sum of absolute differences of two allocations.
    Distance(usize, usize),
    /// Mean of a grid's points, weighted by a ranking.
    RankWeighted(usize, usize),
    /// "Don't know" answers in a list.
    DontKnow(usize),
    /// Active seconds.
    Seconds,
    /// Rules of advice before this one that fired.
    FiredBefore,
    /// Whether an item's answer is a choice.
    ChoiceIs(usize, usize),
    /// Whether the respondent has a role.
    RoleIs(usize),
    /// A number or a truth of the pair view.
    Pair(PairFact),
}

impl Name {
    /// Kind and up to two indices, to be kept and compared.
    pub(crate) fn parts(self) -> (usize, usize, usize) {
        match self {
            Name::Item(n) => (0, n, 0),
            Name::Part(n, p) => (1, n, p),
            Name::Points(n) => (2, n, 0),
            Name::PartPoints(n, p) => (3, n, p),
            Name::Scale(n) => (4, n, 0),
            Name::Composite(n) => (5, n, 0),
            Name::Band(n) => (6, n, 0),
            Name::Distance(a, b) => (7, a, b),
            Name::RankWeighted(a, b) => (8, a, b),
            Name::DontKnow(n) => (9, n, 0),
            Name::Seconds => (10, 0, 0),
            Name::FiredBefore => (11, 0, 0),
            Name::ChoiceIs(n, choice) => (12, n, choice),
            Name::RoleIs(n) => (13, n, 0),
            Name::Pair(fact) => (14, PAIR_FACTS.iter().position(|(_, known, _)| *known == fact).unwrap_or(0), 0),
        }
    }

    /// The name with these parts.
    pub(crate) fn of(kind: usize, a: usize, b: usize) -> Option<Self> {
        Some(match kind {
            0 => Name::Item(a),
            1 => Name::Part(a, b),
            2 => Name::Points(a),
            3 => Name::PartPoints(a, b),
            4 => Name::Scale(a),
            5 => Name::Composite(a),
            6 => Name::Band(a),
            7 => Name::Distance(a, b),
            8 => Name::RankWeighted(a, b),
            9 => Name::DontKnow(a),
            10 => Name::Seconds,
            11 => Name::FiredBefore,
            12 => Name::ChoiceIs(a, b),
            13 => Name::RoleIs(a),
            14 => Name::Pair(PAIR_FACTS.get(a)?.1),
            _ => return None,
        })
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

/// Facts of the pair view, in the order of [`PAIR_FACTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PairFact {
    LargestGap,
    RankAgreement,
    DontKnow,
    FalseConflict,
    FalseConsensus,
    SameFirst,
}

/// Names of the pair view and whether they are truths.
pub(crate) const PAIR_FACTS: [(&str, PairFact, bool); 6] = [
    ("pair.largest_gap", PairFact::LargestGap, false),
    ("pair.rank_agreement", PairFact::RankAgreement, false),
    ("pair.dont_know", PairFact::DontKnow, false),
    ("pair.false_conflict", PairFact::FalseConflict, true),
    ("pair.false_consensus", PairFact::FalseConsensus, true),
    ("pair.same_first", PairFact::SameFirst, true),
];

impl Function {
    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        FUNCTIONS.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }
}

/// Functions of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    Min,
    Max,
    Sum,
    Mean,
    Geomean,
    Lowest,
    Highest,
    Deviation,
    Count,
    Known,
    Abs,
}

/// Functions by name.
pub(crate) const FUNCTIONS: [(&str, Function); 11] = [
    ("min", Function::Min),
    ("max", Function::Max),
    ("sum", Function::Sum),
    ("mean", Function::Mean),
    ("geomean", Function::Geomean),
    ("lowest", Function::Lowest),
    ("highest", Function::Highest),
    ("deviation", Function::Deviation),
    ("count", Function::Count),
    ("known", Function::Known),
    ("abs", Function::Abs),
];

/// Functions whose arguments are names of items or lists.
pub(crate) const LOOKUPS: [&str; 4] = ["points", "distance", "rank_weighted", "dont_know"];

/// Operators with two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// Operators by sign.
pub(crate) const OPERATORS: [(&str, Operator); 12] = [
    ("or", Operator::Or),
    ("and", Operator::And),
    ("==", Operator::Equal),
    ("!=", Operator::Unequal),
    ("<", Operator::Less),
    ("<=", Operator::AtMost),
    (">", Operator::Greater),
    (">=", Operator::AtLeast),
    ("+", Operator::Add),
    ("-", Operator::Subtract),
    ("*", Operator::Multiply),
    ("/", Operator::Divide),
];

impl Operator {
    /// As it is written.
    pub(crate) fn sign(self) -> &'static str {
        OPERATORS.iter().find(|(_, known)| *known == self).map_or("", |(sign, _)| sign)
    }
}

/// A checked expression: names resolved, types right, size bounded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Expression {
    pub(crate) root: Node,
}

/// A part of a checked expression.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Constant(f64),
    Truth(Truth),
    Name(Name),
    Negate(Box<Node>),
    Not(Box<Node>),
    Binary(Operator, Box<[Node; 2]>),
    Call(Function, Vec<Node>),
}

impl Default for Node {
    fn default() -> Self {
        Node::Truth(Truth::Unknown)
    }
}

impl Expression {
    /// Every name the expression reads, in order, repeats included.
    pub(crate) fn names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        self.root.collect(&mut names);
        names
    }
}

impl Node {
    fn collect(&self, names: &mut Vec<Name>) {
        match self {
            Node::Constant(_) | Node::Truth(_) => {}
            Node::Name(name) => names.push(*name),
            Node::Negate(inner) | Node::Not(inner) => inner.collect(names),
            Node::Binary(_, sides) => sides.iter().for_each(|side| side.collect(names)),
            Node::Call(_, args) => args.iter().for_each(|arg| arg.collect(names)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, No, Unknown, Yes};

    #[test]
    fn truth_tables() {
        for (a, b, and, or) in [
            (Yes, Yes, Yes, Yes),
            (Yes, No, No, Yes),
            (Yes, Unknown, Unknown, Yes),
            (No, No, No, No),
            (No, Unknown, No, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((a.and(b), b.and(a)), (and, and));
            assert_eq!((a.or(b), b.or(a)), (or, or));
        }
        assert_eq!([Yes, No, Unknown].map(Truth::negated), [No, Yes, Unknown]);
    }
}
