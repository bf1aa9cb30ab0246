//! The language of expressions.

use super::{Markup, element, link, prose, say, spoken, text};
use tautline::{Data, limits};

const ID: &str = "expressions";
const TITLE: &str = "Expressions";

const LEAD: [&str; 3] = [
    "Composites, conditions, gates, states and advice are expressions. One yields a number or a truth, never both; \
     which of the two, the field says. There are no loops, no text and no patterns, so every expression ends.",
    "A number is written as `12` or `12.5`, with at most 15 digits; `true` and `false` are truths; a word in single \
     quotes, `'red'`, is the value of a choice. Round brackets group.",
    "A number that is missing, a division by zero and what is not finite are unknown. Unknown spreads through \
     arithmetic and comparison. A condition takes effect only when it is true: unknown hides an item, passes no gate, \
     fires no rule.",
];

/// Its line in the contents.
pub(super) fn contents() -> Markup {
    let parts = [("names", "Names"), ("operators", "Operators"), ("unknown", "Unknown"), ("functions", "Functions")];
    let entry = |(id, title): (&str, &str)| element("li", &[], vec![link(id, text(title))]);
    let list = parts.into_iter().chain([("pairs", "Names for two people")]).map(entry).collect();
    element("div", &[], vec![element("h3", &[], vec![link(ID, text(TITLE))]), element("ul", &[], list)])
}

/// All of it.
pub(super) fn section(language: &Data<'_>) -> Markup {
    let mut parts = vec![say("h2", "", TITLE)];
    parts.extend(LEAD.map(|words| prose("", words)));
    parts.push(prose("", &bounds()));
    let part = |id: &'static str, title: &str, lead: &str, table: Markup| {
        element("article", &[("id", id), ("class", "outer")], vec![say("h3", "", title), prose("", lead), table])
    };
    let rows = |list: &str| language.get(list).list().to_vec();
    parts.push(part("names", "Names", "What a name may be.", table(&["form", "text"], &rows("names"))));
    let binding = "From what binds loosest; of equal ones the left goes first.";
    parts.push(part("operators", "Operators", binding, table(&["signs", "text"], &rows("operators"))));
    let three = "`and` and `or` with three values; the order of the two sides makes no difference. `not` of unknown is \
        unknown.";
    parts.push(part("unknown", "Unknown", three, table(&["a", "b", "and", "or"], &rows("truth"))));
    let takes = "Where several numbers are taken, a list, an allocation or `each.` stands for its members.";
    let functions = rows("functions").iter().map(function).collect();
    parts.push(part("functions", "Functions", takes, element("div", &[], functions)));
    let pair = "What rules of advice with the view `pair` read; unknown where the definition does not compare it.";
    parts.push(part("pairs", "Names for two people", pair, table(&["name", "type", "text"], &rows("pair"))));
    element("section", &[("id", ID)], parts)
}

fn bounds() -> String {
    format!(
        "Names are checked, circles refused and sizes bounded when the definition is read: an expression has at most {} \
         characters, {} parts after lists are spread out, and {} levels of nesting; all of a definition together have at \
         most {} parts.",
        limits::EXPRESSION,
        limits::EXPRESSION_NODES,
        limits::EXPRESSION_DEPTH,
        limits::ALL_NODES,
    )
}

/// Rows of texts; the first of each is its head.
fn table(columns: &[&'static str], rows: &[Data<'_>]) -> Markup {
    let coded = ["form", "signs", "name"];
    let cell = |row: &Data<'_>, column: &'static str| {
        let words = row.get(column).text();
        if coded.contains(&column) {
            element("th", &[("scope", "row")], vec![say("code", "", words)])
        } else {
            element("td", &[], spoken(words))
        }
    };
    let titles = columns.iter().map(|column| element("th", &[("scope", "col")], spoken(title(column)))).collect();
    let body = rows.iter().map(|row| element("tr", &[], columns.iter().map(|column| cell(row, column)).collect()));
    let head = element("thead", &[], vec![element("tr", &[], titles)]);
    element("table", &[], vec![head, element("tbody", &[], body.collect())])
}

fn title(column: &'static str) -> &'static str {
    match column {
        "form" => "as it is written",
        "signs" => "sign",
        "text" => "meaning",
        "and" => "`a and b`",
        "or" => "`a or b`",
        other => other,
    }
}

fn function(function: &Data<'_>) -> Markup {
    let word = |name: &str| function.get(name).text();
    let row = |title: &str, name: &str| {
        element("div", &[], vec![say("dt", "", title), element("dd", &[], spoken(word(name)))])
    };
    let facts = vec![row("takes", "takes"), row("value", "value"), row("unknown when", "unknown")];
    let name = element("h4", &[], vec![say("code", "", word("name"))]);
    let example = element("pre", &[], vec![say("code", "", word("example"))]);
    let id = format!("function.{}", word("name"));
    element("article", &[("id", &id)], vec![name, element("dl", &[], facts), example])
}
