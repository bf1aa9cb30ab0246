//! JSON to [`Definition`], field by field.

use crate::cursor::{Cursor, Fields};
use super::{
    Advice, Appraisal, Band, Choice, ChoiceSet, ChoiceValue, Choices, Choose, Composite, Definition, FORMAT, Gate, Item,
    Kind, Level, List, Mark, Member, Missing, Note, Page, Pick, Picture, Points, Role, Rule, Scale, Shift, Source, State,
    Tally, Titled, Under, Variant,
};
use crate::json::{Node, Value};
use crate::limits::{CHOICES, DIMENSIONS, ENTRIES, ITEMS, MAGNITUDE, TEXT, TITLE, WEIGHT};
use crate::problem::Problems;

/// Reads a definition; what cannot be read is left at its default, with a problem.
pub(crate) fn parse(root: &Node, problems: &mut Problems) -> Definition {
    let p = problems;
    let mut definition = Definition::default();
    let Some(o) = Cursor::root(root).object(&TOP, p) else { return definition };
    if let Some(format) = o.required("format", p)
        && format.whole(1_000_000, p) != FORMAT as usize
    {
        let help = "this version reads format 1; use the version of Tautline the file was made for";
        p.error("unknown-format", &format.path, "an unknown format of definition".into(), help);
    }
    definition.id = o.required("id", p).map(|c| instrument_id(&c, p)).unwrap_or_default();
    definition.version = o.required("version", p).map(|c| version(&c, p)).unwrap_or_default();
    definition.title = o.text("title", TITLE, p);
    // Wording that only the page shows is checked here and not kept.
    o.text("language", TITLE, p);
    definition.license = o.text("license", TITLE, p);
    definition.source = sources(&o, "source", p);
    texts(&o, "intro", p);
    definition.about = texts(&o, "about", p);
    for entry in o.optional_list("glossary", ENTRIES, p) {
        if let Some(o) = entry.object(&["term", "text"], p) {
            o.text("term", TITLE, p);
            o.text("text", TEXT, p);
        }
    }
    definition.dont_know = o.text("dont_know", TITLE, p);
    definition.roles = each(&o, "roles", ENTRIES, p, role);
    definition.dimensions = each(&o, "dimensions", DIMENSIONS, p, titled);
    definition.choice_sets = each(&o, "choice_sets", ENTRIES, p, choice_set);
    definition.items = o.list("items", ITEMS, p).iter().map(|c| item(c, p)).collect();
    definition.pages = o.list("pages", ENTRIES, p).iter().map(|c| page(c, p)).collect();
    definition.scales = each(&o, "scales", ENTRIES, p, scale);
    definition.composites = each(&o, "composites", ENTRIES, p, composite);
    definition.states = each(&o, "states", ENTRIES, p, state);
    definition.bands = each(&o, "bands", ENTRIES, p, band);
    definition.picks = each(&o, "picks", ENTRIES, p, pick);
    definition.lists = each(&o, "lists", ENTRIES, p, list);
    definition.tallies = each(&o, "tallies", ENTRIES, p, tally);
    definition.notes = each(&o, "notes", ENTRIES, p, note);
    definition.notes_closing = o.optional_text("notes_closing", TEXT, p);
    definition.picture = o.optional("picture").map(|c| picture(&c, p));
    definition.appraisals = each(&o, "appraisals", ENTRIES, p, appraisal);
    definition.shifts = each(&o, "shifts", ENTRIES, p, shift);
    definition.advice = o.optional("advice").map(|c| advice(&c, p)).unwrap_or_default();
    definition.marks = each(&o, "marks", ENTRIES, p, mark);
    definition
}

const TOP: [&str; 31] = [
    "$schema", "format", "id", "version", "title", "language", "license", "source", "intro", "about", "glossary", "dont_know",
    "roles", "dimensions", "choice_sets", "items", "pages", "scales", "composites", "states", "bands", "picks", "lists",
    "tallies", "notes", "notes_closing", "picture", "appraisals", "shifts", "advice", "marks",
];

/// Reads each entry of a list that may be left out.
fn each<T>(
    o: &Fields<'_>,
    key: &str,
    max: usize,
    p: &mut Problems,
    read: fn(&Cursor<'_>, &mut Problems) -> T,
) -> Vec<T> {
    o.optional_list(key, max, p).iter().map(|c| read(c, p)).collect()
}

/// Words joined by `-`: it names files and storage.
fn instrument_id(c: &Cursor<'_>, p: &mut Problems) -> String {
    let text = c.text(crate::limits::ID, p);
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !text.bytes().all(fine) || !text.starts_with(|c: char| c.is_ascii_lowercase()) || text.ends_with('-') {
        let help = "use small letters and digits, words joined by -, at most 64 in all";
        p.error("bad-identifier", &c.path, "not an identifier of an instrument".into(), help);
    }
    text
}

/// `major.minor`; results are comparable while the major number is equal.
fn version(c: &Cursor<'_>, p: &mut Problems) -> String {
    let text = c.text(TITLE, p);
    let parts: Vec<&str> = text.split('.').collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(number) {
        p.error("bad-version", &c.path, "not a version".into(), "write it as \"1.0\": major and minor number");
    }
    text
}

fn texts(o: &Fields<'_>, key: &str, p: &mut Problems) -> Vec<String> {
    o.optional_list(key, ENTRIES, p).iter().map(|c| c.text(TEXT, p)).collect()
}

fn ids(entries: &[Cursor<'_>], p: &mut Problems) -> Vec<String> {
    entries.iter().map(|c| c.id(false, p)).collect()
}

fn sources(o: &Fields<'_>, key: &str, p: &mut Problems) -> Vec<Source> {
    let mut sources = Vec::new();
    for entry in o.optional_list(key, 20, p) {
        if let Some(o) = entry.object(&["title", "url"], p) {
            let url = o.optional("url").map(|c| address(&c, p));
            sources.push(Source { title: o.text("title", TEXT, p), url });
        }
    }
    sources
}

/// A web or mail address; anything else could run or fetch when clicked.
fn address(c: &Cursor<'_>, p: &mut Problems) -> String {
    let text = c.text(TEXT, p);
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme));
    if !known || text.bytes().any(|b| b <= b' ' || b == b'\\') {
        let help = "use an address that starts with https://, http:// or mailto: and holds no space";
        p.error("bad-address", &c.path, "not an address that may be linked".into(), help);
    }
    text
}

fn role(c: &Cursor<'_>, p: &mut Problems) -> Role {
    let Some(o) = c.object(&["id", "label", "counterpart"], p) else { return Role::default() };
    Role {
        id: o.id("id", p),
        label: o.text("label", TITLE, p),
        counterpart: o.optional("counterpart").map(|c| c.id(false, p)),
    }
}

fn titled(c: &Cursor<'_>, p: &mut Problems) -> Titled {
    let Some(o) = c.object(&["id", "title"], p) else { return Titled::default() };
    Titled { id: o.id("id", p), title: o.text("title", TITLE, p) }
}

fn choice_set(c: &Cursor<'_>, p: &mut Problems) -> ChoiceSet {
    let Some(o) = c.object(&["id", "choices"], p) else { return ChoiceSet::default() };
    ChoiceSet { id: o.id("id", p), choices: choices(&o, p) }
}

fn choices(o: &Fields<'_>, p: &mut Problems) -> Vec<Choice> {
    let entries = o.list("choices", CHOICES, p);
    if entries.len() < 2 {
        let help = "give at least two: with fewer there is nothing to choose";
        p.error("too-few-choices", &super::join(&o.path, "choices"), "fewer than two choices".into(), help);
    }
    let mut choices: Vec<Choice> = Vec::new();
    for entry in entries {
        let Some(o) = entry.object(&["value", "label", "points"], p) else { continue };
        let Some(value) = o.required("value", p).map(|c| choice_value(&c, p)) else { continue };
        if choices.iter().any(|other| other.value == value) {
            let help = "give each choice its own value: answers are stored by it";
            p.error("repeated-value", &entry.path, "a choice value occurs twice".into(), help);
        }
        let points = o.optional("points").map(|c| c.number(0.0, 100.0, p));
        choices.push(Choice { value, label: o.text("label", TEXT, p), points });
    }
    choices
}

fn choice_value(c: &Cursor<'_>, p: &mut Problems) -> ChoiceValue {
    if let Value::Number(x) = c.node.value {
        c.number(-1e6, 1e6, p);
        if libm::floor(x) < x {
            p.error("not-whole", &c.path, "a choice value that is not whole".into(), "use whole numbers or words");
        }
        #[expect(clippy::cast_possible_truncation, reason = "outside the range the definition is refused")]
        let whole = x as i32;
        return ChoiceValue::Number(whole);
    }
    let word = c.id(false, p);
    if word == "dk" {
        p.error("reserved-word", &c.path, "`dk` stands for \"don't know\"".into(), "choose another word");
    }
    ChoiceValue::Word(word)
}

fn item(c: &Cursor<'_>, p: &mut Problems) -> Item {
    let Some(o) = c.object(&["id", "text", "help", "kind", "points", "show_if"], p) else { return Item::default() };
    o.optional_text("help", TEXT, p);
    Item {
        id: o.id("id", p),
        text: o.text("text", TEXT, p),
        kind: o.required("kind", p).map(|c| kind(&c, p)).unwrap_or_default(),
        points: o.optional("points").and_then(|c| points(&c, p)),
        show_if: o.optional_expression("show_if", p),
    }
}

fn kind(c: &Cursor<'_>, p: &mut Problems) -> Kind {
    const KINDS: [&str; 6] = ["choice", "number", "allocation", "ranking", "grid", "prediction"];
    let Some(o) = c.object(&KINDS, p) else { return Kind::Broken };
    let mut found = KINDS.iter().filter_map(|key| Some((*key, o.optional(key)?)));
    let (Some((key, inner)), None) = (found.next(), found.next()) else {
        let help = "name exactly one of choice, number, allocation, ranking, grid, prediction";
        p.error("bad-kind", &c.path, "an item has exactly one kind".into(), help);
        return Kind::Broken;
    };
    match key {
        "choice" => choice_kind(&inner, p),
        "number" => number_kind(&inner, p),
        "allocation" => inner.object(&["total", "set"], p).map_or(Kind::Broken, |o| Kind::Allocation {
            total: o.required("total", p).map_or(100.0, |c| {
                c.whole(1_000_000, p);
                c.number(1.0, 1e6, p)
            }),
            set: o.id("set", p),
        }),
        "ranking" => inner.object(&["set"], p).map_or(Kind::Broken, |o| Kind::Ranking { set: o.id("set", p) }),
        "grid" => inner.object(&["rows", "set", "missing"], p).map_or(Kind::Broken, |o| Kind::Grid {
            rows: o.id("rows", p),
            set: o.id("set", p),
            missing: o.optional("missing").map_or(ALL, |c| missing(&c, p)),
        }),
        _ => inner.object(&["of"], p).map_or(Kind::Broken, |o| Kind::Prediction { of: o.id("of", p) }),
    }
}

fn choice_kind(c: &Cursor<'_>, p: &mut Problems) -> Kind {
    let Some(o) = c.object(&["set", "choices"], p) else { return Kind::Broken };
    match (o.optional("set"), o.optional("choices")) {
        (Some(set), None) => Kind::Choice(Choices::Set(set.id(false, p))),
        (None, Some(_)) => Kind::Choice(Choices::Own(choices(&o, p))),
        _ => {
            let help = "name a set, or write the choices out, not both";
            p.error("bad-kind", &c.path, "expected either `set` or `choices`".into(), help);
            Kind::Broken
        }
    }
}

fn number_kind(c: &Cursor<'_>, p: &mut Problems) -> Kind {
    let Some(o) = c.object(&["min", "max", "step", "unit"], p) else { return Kind::Broken };
    let bound = |key: &str, p: &mut Problems| o.required(key, p).map(|c| c.number(-MAGNITUDE, MAGNITUDE, p));
    let (Some(min), Some(max)) = (bound("min", p), bound("max", p)) else { return Kind::Broken };
    if min >= max {
        p.error("empty-range", &c.path, "`min` is not below `max`".into(), "swap them");
    }
    let step = o.optional("step").map_or(1.0, |c| c.number(1e-6, MAGNITUDE, p));
    Kind::Number { min, max, step, unit: o.optional_text("unit", TITLE, p) }
}

fn points(c: &Cursor<'_>, p: &mut Problems) -> Option<Points> {
    let o = c.object(&["of", "curve"], p)?;
    let of = ids(&o.optional_list("of", CHOICES, p), p);
    let entries = o.list("curve", CHOICES, p);
    let curve: Vec<(f64, f64)> = entries.iter().filter_map(|c| c.two(false, p)).collect();
    let path = super::join(&o.path, "curve");
    if entries.len() < 2 {
        p.error("bad-curve", &path, "a curve of fewer than two points".into(), "give its two ends at least");
    }
    if !curve.is_sorted_by(|a, b| a.0 < b.0) {
        p.error("bad-curve", &path, "the points of a curve are not ascending".into(), "sort them by their first number");
    }
    if curve.iter().any(|(_, y)| !(0.0..=100.0).contains(y)) {
        p.error("bad-curve", &path, "points outside 0 to 100".into(), "points run from 0 to 100");
    }
    Some(Points { of, curve })
}

fn page(c: &Cursor<'_>, p: &mut Problems) -> Page {
    let Some(o) = c.object(&["title", "text", "items", "optional", "show_if"], p) else { return Page::default() };
    o.text("title", TITLE, p);
    o.optional_text("text", TEXT, p);
    let optional = o.optional("optional").and_then(|c| c.object(&["label", "items"], p));
    Page {
        items: ids(&o.list("items", ITEMS, p), p),
        optional: optional.map_or(Vec::new(), |o| {
            o.text("label", TITLE, p);
            ids(&o.list("items", ITEMS, p), p)
        }),
        show_if: o.optional_expression("show_if", p),
    }
}

fn scale(c: &Cursor<'_>, p: &mut Problems) -> Scale {
    let mut scale = Scale {
        id: String::new(),
        title: String::new(),
        higher: String::new(),
        parent: None,
        members: Vec::new(),
        missing: ALL,
        wobble: None,
    };
    let Some(o) = c.object(&["id", "title", "higher", "parent", "members", "missing", "wobble"], p) else { return scale };
    scale.id = o.name("id", p);
    scale.title = o.text("title", TITLE, p);
    scale.higher = o.text("higher", TITLE, p);
    scale.parent = o.optional("parent").map(|c| c.id(true, p));
    scale.members = o.list("members", ITEMS, p).iter().filter_map(|c| member(c, p)).collect();
    scale.missing = o.required("missing", p).map_or(ALL, |c| missing(&c, p));
    scale.wobble = wobble(&o, p);
    scale
}

/// Every member must be answered.
const ALL: Missing = Missing { scored: 1.0, provisional: 1.0 };

fn missing(c: &Cursor<'_>, p: &mut Problems) -> Missing {
    let Some(o) = c.object(&["scored", "provisional"], p) else { return ALL };
    let scored = o.required("scored", p).map_or(1.0, |c| c.number(0.0, 1.0, p));
    let provisional = o.optional("provisional").map_or(scored, |c| c.number(0.0, 1.0, p));
    if provisional > scored {
        let help = "`provisional` is the smaller share of the two";
        p.error("bad-missing-rule", &c.path, "`provisional` is above `scored`".into(), help);
    }
    Missing { scored, provisional }
}

fn wobble(o: &Fields<'_>, p: &mut Problems) -> Option<f64> {
    o.optional("wobble").map(|c| c.number(0.0, MAGNITUDE, p))
}

fn member(c: &Cursor<'_>, p: &mut Problems) -> Option<Member> {
    let o = c.object(&["item", "part", "key", "weight"], p)?;
    Some(Member {
        item: o.id("item", p),
        part: o.optional("part").map(|c| c.id(false, p)),
        reversed: o.optional("key").is_some_and(|c| c.word(&["+", "-"], p) == "-"),
        weight: weight(&o, p),
    })
}

fn weight(o: &Fields<'_>, p: &mut Problems) -> f64 {
    o.optional("weight").map_or(1.0, |c| c.number(WEIGHT.0, WEIGHT.1, p))
}

fn composite(c: &Cursor<'_>, p: &mut Problems) -> Composite {
    let keys = ["id", "title", "each", "expression", "range", "wobble", "display"];
    let Some(o) = c.object(&keys, p) else { return Composite::default() };
    Composite {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        each: each_dimension(&o, p),
        expression: o.expression("expression", p),
        range: o.optional("range").and_then(|c| c.two(true, p)),
        wobble: wobble(&o, p),
        percent: o.optional("display").is_some_and(|c| c.word(&["number", "percent"], p) == "percent"),
    }
}

fn each_dimension(o: &Fields<'_>, p: &mut Problems) -> bool {
    o.optional("each").is_some_and(|c| c.word(&["dimension"], p) == "dimension")
}

fn state(c: &Cursor<'_>, p: &mut Problems) -> State {
    const TONES: [&str; 5] = ["pressed", "leaning_pressed", "level", "leaning_reserve", "reserve"];
    let Some(o) = c.object(&["id", "title", "when", "tone", "text"], p) else { return State::default() };
    State {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        when: o.expression("when", p),
        tone: o.optional("tone").map_or("level", |c| c.word(&TONES, p)),
        text: o.text("text", TEXT, p),
    }
}

fn band(c: &Cursor<'_>, p: &mut Problems) -> Band {
    let Some(o) = c.object(&["id", "title", "of", "near", "note", "levels"], p) else { return Band::default() };
    let levels: Vec<Level> = o.list("levels", CHOICES, p).iter().map(|c| level(c, p)).collect();
    if !levels.is_sorted_by(|a, b| a.from < b.from) {
        let help = "sort the levels by `from`, each above the one before";
        p.error("bad-levels", &super::join(&o.path, "levels"), "the levels are not ascending".into(), help);
    }
    Band {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        of: o.id("of", p),
        near: o.optional("near").map_or(0.0, |c| c.number(0.0, MAGNITUDE, p)),
        note: o.optional_text("note", TEXT, p),
        levels,
    }
}

fn level(c: &Cursor<'_>, p: &mut Problems) -> Level {
    let Some(o) = c.object(&["id", "title", "from", "text", "gates"], p) else { return Level::default() };
    Level {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        from: o.required("from", p).map_or(0.0, |c| c.number(-MAGNITUDE, MAGNITUDE, p)),
        text: o.text("text", TEXT, p),
        gates: each(&o, "gates", CHOICES, p, gate),
    }
}

fn gate(c: &Cursor<'_>, p: &mut Problems) -> Gate {
    let Some(o) = c.object(&["id", "each", "require", "text"], p) else { return Gate::default() };
    Gate {
        id: o.id("id", p),
        each: each_dimension(&o, p),
        require: o.expression("require", p),
        text: o.text("text", TITLE, p),
    }
}

fn pick(c: &Cursor<'_>, p: &mut Problems) -> Pick {
    let Some(o) = c.object(&["id", "largest", "smallest", "lowest_item"], p) else { return Pick::default() };
    let choose = match (o.optional("largest"), o.optional("smallest"), o.optional("lowest_item")) {
        (Some(c), None, None) => c.object(&["of", "above"], p).map_or(Choose::Broken, |o| Choose::Largest {
            of: o.id("of", p),
            above: o.optional("above").map(|c| c.number(-MAGNITUDE, MAGNITUDE, p)),
        }),
        (None, Some(c), None) => c.object(&["of"], p).map_or(Choose::Broken, |o| Choose::Smallest { of: o.id("of", p) }),
        (None, None, Some(c)) => c
            .object(&["of", "in"], p)
            .map_or(Choose::Broken, |o| Choose::LowestItem { of: o.id("of", p), dimension: o.id("in", p) }),
        _ => {
            let help = "name exactly one of largest, smallest, lowest_item";
            p.error("bad-kind", &c.path, "a pick is made in exactly one way".into(), help);
            Choose::Broken
        }
    };
    Pick { id: o.id("id", p), choose }
}

fn list(c: &Cursor<'_>, p: &mut Problems) -> List {
    let Some(o) = c.object(&["id", "items"], p) else { return List::default() };
    List { id: o.id("id", p), items: ids(&o.list("items", ITEMS, p), p) }
}

fn tally(c: &Cursor<'_>, p: &mut Problems) -> Tally {
    let Some(o) = c.object(&["id", "list"], p) else { return Tally::default() };
    Tally { id: o.id("id", p), list: o.id("list", p) }
}

fn note(c: &Cursor<'_>, p: &mut Problems) -> Note {
    let Some(o) = c.object(&["id", "when", "text"], p) else { return Note::default() };
    Note { id: o.id("id", p), when: o.expression("when", p), text: o.text("text", TEXT, p) }
}

fn picture(c: &Cursor<'_>, p: &mut Problems) -> Picture {
    let keys = ["across", "up", "across_title", "up_title", "lead", "corridor"];
    let Some(o) = c.object(&keys, p) else { return Picture::default() };
    Picture {
        across: o.id("across", p),
        up: o.id("up", p),
        across_title: o.text("across_title", TITLE, p),
        up_title: o.text("up_title", TITLE, p),
        lead: o.id("lead", p),
        corridor: o.required("corridor", p).map_or(0.0, |c| c.number(0.0, 100.0, p)),
    }
}

fn appraisal(c: &Cursor<'_>, p: &mut Problems) -> Appraisal {
    let Some(o) = c.object(&["id", "title", "ranking", "grid", "score"], p) else { return Appraisal::default() };
    Appraisal {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        ranking: o.id("ranking", p),
        grid: o.id("grid", p),
        score: o.optional("score").map(|c| c.id(true, p)),
    }
}

fn shift(c: &Cursor<'_>, p: &mut Problems) -> Shift {
    let keys = ["id", "title", "now", "now_title", "next", "next_title", "score"];
    let Some(o) = c.object(&keys, p) else { return Shift::default() };
    Shift {
        id: o.id("id", p),
        title: o.text("title", TITLE, p),
        now: o.id("now", p),
        now_title: o.text("now_title", TITLE, p),
        next: o.id("next", p),
        next_title: o.text("next_title", TITLE, p),
        score: o.optional("score").map(|c| c.id(true, p)),
    }
}

fn advice(c: &Cursor<'_>, p: &mut Problems) -> Advice {
    let Some(o) = c.object(&["limit", "per_dimension", "order", "rules"], p) else { return Advice::default() };
    Advice {
        limit: o.required("limit", p).map_or(0, |c| c.whole(100, p)),
        per_dimension: o.optional("per_dimension").map_or(usize::MAX, |c| c.whole(100, p)),
        order: o.optional("order").map(|c| c.id(false, p)),
        rules: o.list("rules", ENTRIES, p).iter().map(|c| rule(c, p)).collect(),
    }
}

fn rule(c: &Cursor<'_>, p: &mut Problems) -> Rule {
    let keys = [
        "id", "view", "when", "dimension", "severity", "weight", "title", "text", "variants", "owner", "first_step", "sign",
    ];
    let Some(o) = c.object(&keys, p) else { return Rule::default() };
    Rule {
        id: o.id("id", p),
        pair: o.optional("view").is_some_and(|c| c.word(&["single", "pair"], p) == "pair"),
        when: o.expression("when", p),
        under: o.optional("dimension").map_or(Under::Nothing, |c| under(&c, p)),
        severity: o.optional_expression("severity", p),
        weight: weight(&o, p),
        title: o.text("title", TITLE, p),
        text: o.text("text", TEXT, p),
        variants: each(&o, "variants", CHOICES, p, variant),
        owner: o.text("owner", TITLE, p),
        first_step: o.text("first_step", TEXT, p),
        sign: o.text("sign", TEXT, p),
    }
}

fn under(c: &Cursor<'_>, p: &mut Problems) -> Under {
    if let Value::Text(_) = c.node.value {
        return Under::Dimension(c.id(false, p));
    }
    c.object(&["pick"], p).map_or(Under::Nothing, |o| Under::Pick(o.id("pick", p)))
}

fn variant(c: &Cursor<'_>, p: &mut Problems) -> Variant {
    let Some(o) = c.object(&["id", "when", "text"], p) else { return Variant::default() };
    Variant { id: o.id("id", p), when: o.optional_expression("when", p), text: o.text("text", TEXT, p) }
}

fn mark(c: &Cursor<'_>, p: &mut Problems) -> Mark {
    let Some(o) = c.object(&["item", "low", "high", "text", "source"], p) else { return Mark::default() };
    let end = |key: &str, p: &mut Problems| o.optional(key).map(|c| c.number(-MAGNITUDE, MAGNITUDE, p));
    let mark = Mark {
        item: o.id("item", p),
        low: end("low", p),
        high: end("high", p),
        text: o.text("text", TEXT, p),
        source: sources(&o, "source", p),
    };
    if mark.source.is_empty() {
        let help = "name where the figure comes from: one without a source is not shown";
        p.error("mark-without-source", &c.path, "a reference mark without a source".into(), help);
    }
    mark
}
