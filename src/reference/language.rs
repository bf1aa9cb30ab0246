//! The language of expressions, for the page of reference.

use crate::data::{Data, object};
use crate::expression::{PAIR_FACTS, Truth};

/// What is said of a function: name, what it takes, its value, when that is unknown, an example.
type Function = [&'static str; 5];

/// Functions, as `FUNCTIONS` and `LOOKUPS` name them.
const FUNCTIONS: [Function; 15] = [
    ["min", "one or more numbers", "the smallest", "one of them is unknown", "min(W1, W2)"],
    ["max", "one or more numbers", "the largest", "one of them is unknown", "max(each.felt)"],
    ["sum", "one or more numbers", "their sum", "one of them is unknown", "sum(week)"],
    ["mean", "one or more numbers", "their mean", "one of them is unknown", "mean(pace.felt, clarity.felt)"],
    [
        "geomean",
        "one or more numbers that are not negative",
        "the n-th root of their product",
        "one of them is unknown, negative, or could turn out negative once everything is answered",
        "geomean(pace.felt, clarity.felt)",
    ],
    ["lowest", "one or more numbers", "the smallest of those that are known", "none is known", "lowest(W1, W2)"],
    ["highest", "one or more numbers", "the largest of those that are known", "none is known", "highest(week)"],
    [
        "deviation",
        "two or more numbers",
        "the standard deviation of a sample (n - 1) of those that are known",
        "fewer than two are known",
        "deviation(week)",
    ],
    ["count", "any numbers", "how many of them are known", "never", "count(week)"],
    ["known", "one number", "a truth: whether it is known", "never", "known(pace.felt)"],
    ["abs", "one number", "its distance from 0", "it is unknown", "abs(gap.pace)"],
    [
        "points",
        "an item, or a row of a grid",
        "what the answer is worth, 0 to 100, before any key",
        "it is not answered",
        "points(W1)",
    ],
    [
        "distance",
        "two allocations of the same parts",
        "half the sum of the absolute differences: how much was moved",
        "one of them is not answered",
        "distance(H1, H2)",
    ],
    [
        "rank_weighted",
        "a ranking, and a grid whose rows are its options",
        "the mean of the grid's points, weighted by rank (rank order centroids: the mean of 1/n from the rank to the \
         number of options)",
        "the ranking is not answered, or fewer rows than `missing` of the grid asks for",
        "rank_weighted(P7, P8)",
    ],
    ["dont_know", "a list", "how many of its items are answered with \"don't know\"", "never", "dont_know(week)"],
];

/// Signs from what binds loosest.
const OPERATORS: [[&str; 2]; 7] = [
    ["or", "at least one of two truths"],
    ["and", "both of two truths"],
    ["not", "the opposite of a truth"],
    [
        "== != < <= > >=",
        "two numbers compared, equal within a billionth; `==` and `!=` also an item with one of its choices, as in \
         `W4 == 'red'`, and `role == 'member'`. Comparisons do not chain",
    ],
    ["+ -", "sum and difference"],
    ["* /", "product and quotient; divided by 0 is unknown"],
    ["-", "the number with the other sign"],
];

/// What a name may be.
const NAMES: [[&str; 2]; 10] = [
    ["W1", "an item: the number that was given, or the value of the choice where all values are numbers"],
    ["H1", "an allocation: all its parts, as arguments of a function that takes several numbers"],
    ["H1.mail", "a part of an allocation, the rank of an option, the number of a row"],
    ["pace.felt", "a scale, 0 to 100"],
    ["level, gap.pace", "a composite; one with `each` by its dimension"],
    ["height", "a band: its level, counted from 1"],
    ["week", "a list: the numbers of its items, as arguments of a function that takes several"],
    ["this.felt", "the scale or composite `felt` of the dimension in view, where there is one"],
    ["each.felt", "that of every dimension, as arguments of a function that takes several"],
    [
        "role, seconds, fired_before",
        "the role, only to be compared with a word; the time spent; in advice, how many rules before this one fired",
    ],
];

/// What is said of the names of the pair view, as `PAIR_FACTS` names them.
const PAIR: [[&str; 2]; 6] = [
    ["pair.largest_gap", "the largest difference of a scale, in points"],
    ["pair.rank_agreement", "how far the two rankings agree, from -1 to 1"],
    ["pair.dont_know", "the larger share of \"don't know\" in the list of `pair.visibility`"],
    ["pair.false_conflict", "a difference was expected where there is none"],
    ["pair.false_consensus", "agreement was expected where there is none"],
    ["pair.same_first", "both put the same option first"],
];

/// The language as data.
pub(super) fn language() -> Data<'static> {
    object! {
        "operators" => OPERATORS.map(|[signs, text]| object! { "signs" => signs, "text" => text }).to_vec(),
        "truth" => truth(),
        "names" => NAMES.map(|[form, text]| object! { "form" => form, "text" => text }).to_vec(),
        "functions" => FUNCTIONS.map(function).to_vec(),
        "pair" => PAIR.map(fact).to_vec(),
    }
}

fn function([name, takes, value, unknown, example]: Function) -> Data<'static> {
    object! { "name" => name, "takes" => takes, "value" => value, "unknown" => unknown, "example" => example }
}

fn fact([name, text]: [&'static str; 2]) -> Data<'static> {
    let truth = PAIR_FACTS.iter().any(|(known, _, truth)| *known == name && *truth);
    object! { "name" => name, "type" => if truth { "truth" } else { "number" }, "text" => text }
}

/// Three-valued logic, as it is computed.
fn truth() -> Vec<Data<'static>> {
    let all = [Truth::Yes, Truth::No, Truth::Unknown];
    let pairs = all.iter().enumerate().flat_map(|(n, a)| all.iter().skip(n).map(move |b| (*a, *b)));
    let row = |(a, b): (Truth, Truth)| {
        object! { "a" => a.word(), "b" => b.word(), "and" => a.and(b).word(), "or" => a.or(b).word() }
    };
    pairs.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{FUNCTIONS, OPERATORS, PAIR};
    use crate::expression;
    use std::collections::BTreeSet;

    #[test]
    fn the_page_knows_every_function_operator_and_fact() {
        let known = expression::FUNCTIONS.iter().map(|(name, _)| *name).chain(expression::LOOKUPS);
        assert_eq!(FUNCTIONS.map(|[name, ..]| name).to_vec(), known.collect::<Vec<_>>());
        assert_eq!(PAIR.map(|[name, _]| name), expression::PAIR_FACTS.map(|(name, ..)| name));
        let signs: BTreeSet<&str> = OPERATORS.iter().flat_map(|[signs, _]| signs.split(' ')).collect();
        let mut known: BTreeSet<&str> = expression::OPERATORS.iter().map(|(sign, _)| *sign).collect();
        known.insert("not");
        assert_eq!(signs, known);
    }
}
