//! The report as blocks, in the order it is read: the picture before the stage,
//! what to do after what was found.

use super::block::{Block, Column, Kind, Line, Table};
use super::computed;
use super::standing;
use super::words::{NO_VALUE, Page, WOBBLE, band, capital, listed, mid, number, round, tone, whole, whole_or_dash};
use tautline::Data;

/// All of it.
pub(crate) fn compose(page: &Page<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    head(page, &mut blocks);
    picture(page, &mut blocks);
    dimensions(page, &mut blocks);
    standing::quiz(page, &mut blocks);
    standing::archetypes(page, &mut blocks);
    page.list("bands").iter().for_each(|placed| stage(page, placed, &mut blocks));
    standing::targets(page, &mut blocks);
    standing::norms(page, &mut blocks);
    page.list("appraisals").iter().for_each(|appraisal| measures(page, appraisal, &mut blocks));
    page.list("shifts").iter().for_each(|one| shift(one, &mut blocks));
    commitments(page, &mut blocks);
    computed::compose(page, &mut blocks);
    notes(page, &mut blocks);
    about(page, &mut blocks);
    blocks
}

fn text(data: &Data<'_>, field: &str) -> String {
    data.get(field).text().into()
}

fn head(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let [answered, dont_know, unanswered] = page.counts();
    let mut byline = Vec::new();
    if *page.finished.get("role_label") != Data::Null {
        byline.push(format!("Answered as {}", page.finished.get("role_label").text()));
    }
    byline.push(format!("Rests on {answered} of {} scored answers", answered + dont_know + unanswered));
    let all = page.list("dimensions").iter().chain(page.list("bands"));
    if all.into_iter().any(|one| one.get("status").text() == "provisional") {
        byline.push("provisional".into());
    }
    blocks.push(Block::Title(text(page.finished.get("instrument"), "title")));
    blocks.push(Block::Byline(byline));
}

fn picture(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let picture = page.report.get("picture");
    let points = picture.get("points").list();
    let (across, up) = page.axes();
    if points.is_empty() {
        return;
    }
    let mid_up = mid(up);
    blocks.push(Block::Section(format!("{across} and {mid_up}")));
    let drawn = |point: &Data<'_>| ["across", "up"].iter().all(|side| *point.get(side).get("value") != Data::Null);
    if points.iter().any(drawn) {
        blocks.push(Block::Lede(verdict(page)));
        blocks.push(Block::Picture);
        let corridor = whole_or_dash(picture.get("corridor"));
        let words = format!("Corridor: {across} and {mid_up} differ by no more than {corridor}. Thin lines: {WOBBLE}.");
        blocks.push(Block::Fine(words));
    } else {
        blocks.push(Block::Lede("Not enough answers for a picture yet.".into()));
    }
    let columns = [Column::words("Dimension"), Column::numbers(across), Column::numbers(up)];
    let columns = columns.into_iter().chain([Column::words("Difference"), Column::words("State")]).collect();
    let rows = points.iter().zip(page.list("dimensions")).map(|(point, dimension)| {
        let provisional = if point.get("status").text() == "provisional" { " (provisional)" } else { "" };
        vec![
            text(point, "title") + provisional,
            whole_or_dash(point.get("across").get("value")),
            whole_or_dash(point.get("up").get("value")),
            page.difference(point.get("lead")),
            state_words(dimension),
        ]
    });
    let caption = "The same numbers as a table".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.collect(), marked: None }));
    blocks.push(Block::Fine("Differences are taken first and rounded last.".into()));
}

fn state_words(dimension: &Data<'_>) -> String {
    let title = dimension.get("state").get("title").text();
    if title.is_empty() { NO_VALUE.into() } else { title.into() }
}

/// What the picture says, in sentences.
fn verdict(page: &Page<'_>) -> String {
    let (across, up) = page.axes();
    let named = |tones: &[&str]| {
        let found = page.list("dimensions").iter().filter(|one| tones.contains(&one.get("state").get("tone").text()));
        listed(&found.map(|one| text(one, "title")).collect::<Vec<_>>())
    };
    let sentences = [
        (format!("{across} is running ahead of {} in ", mid(up)), named(&["pressed", "leaning_pressed"])),
        ("In step: ".into(), named(&["level"])),
        (format!("{up} is ahead of today's {} in ", mid(across)), named(&["reserve", "leaning_reserve"])),
    ];
    let said = sentences.iter().filter(|(_, list)| !list.is_empty()).map(|(start, list)| format!("{start}{list}."));
    said.collect::<Vec<_>>().join(" ")
}

fn dimensions(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let mut cards = Vec::new();
    let (across, up) = page.axes();
    for (n, dimension) in page.list("dimensions").iter().enumerate() {
        let state = dimension.get("state");
        let point = page.report.get("picture").get("points").list().get(n).unwrap_or(&Data::Null);
        let tone = tone(state);
        // Enough answers and no state: the definition has none.
        let is_missing = dimension.get("status").text() == "not_scored";
        let tag = if is_missing { state_words(dimension) } else { text(state, "title") };
        let mut card = vec![Block::Heading { text: text(dimension, "title"), tag, tone }];
        let sentence = if is_missing { "No state: too few answers.".into() } else { text(state, "text") };
        if !sentence.is_empty() {
            card.push(Block::Paragraph(sentence));
        }
        for score in dimension.get("scores").list() {
            let is = |side: &str| score.get("id") == point.get(side).get("id");
            let kind = if is("across") {
                across
            } else if is("up") {
                up
            } else {
                ""
            };
            card.push(score_block(page, score, kind));
        }
        if *dimension.get("lead") != Data::Null {
            card.push(Block::Paragraph(capital(&page.difference(dimension.get("lead").get("value"))) + "."));
        }
        cards.push(Block::Group(Kind::Card(tone), card));
    }
    if !cards.is_empty() {
        blocks.push(Block::Section("Dimension by dimension".into()));
        blocks.push(Block::Group(Kind::Cards, cards));
        let mut scores = page.list("dimensions").iter().flat_map(|one| one.get("scores").list());
        let thin =
            if scores.any(|score| band(score).is_some()) { format!(" Thin line: {WOBBLE}.") } else { String::new() };
        blocks.push(Block::Fine(format!("Dot: the score, 0 to 100.{thin}")));
    }
}

fn line(score: &Data<'_>) -> Line {
    let provisional = score.get("status").text() == "provisional";
    Line { value: score.get("value").number(), band: band(score), cuts: Vec::new(), provisional }
}

fn score_block(page: &Page<'_>, score: &Data<'_>, kind: &str) -> Block {
    let wobble = band(score).map(|(low, high)| format!("wobble {} to {}", whole(low), whole(high)));
    let note: Vec<String> =
        [page.standing(score), wobble.unwrap_or_default()].into_iter().filter(|words| !words.is_empty()).collect();
    let value = whole_or_dash(score.get("value"));
    Block::Score { kind: kind.into(), title: text(score, "title"), value, note: note.join("; "), line: line(score) }
}

fn stage(page: &Page<'_>, placed: &Data<'_>, blocks: &mut Vec<Block>) {
    let (of, title, name) = (placed.get("of"), placed.get("title").text(), mid(placed.get("title").text()));
    blocks.push(Block::Section(format!("{} and {name}", of.get("title").text())));
    let levels = placed.get("levels").list();
    let Some(level) = levels.iter().find(|level| level.get("number") == placed.get("value")) else {
        blocks.push(Block::Paragraph(format!("No {name}: too few answers.")));
        blocks.extend(note(placed));
        return;
    };
    let wobble = band(of).map_or(String::new(), |(low, high)| {
        format!("; typical wobble {} to {}, assumed until data exist", whole(low), whole(high))
    });
    let words = format!("{}{wobble}", of.get("title").text());
    blocks.push(Block::Figure { value: number(of), of: "of 100".into(), text: words });
    let cuts = levels.iter().skip(1).filter_map(|level| level.get("from").number()).collect();
    let line = Line { cuts, ..line(of) };
    blocks.push(Block::Score {
        kind: String::new(),
        title: String::new(),
        value: String::new(),
        note: String::new(),
        line,
    });
    let tag = if placed.get("status").text() == "provisional" { "provisional" } else { "" };
    let reached = format!("{title} {}, {}", whole_or_dash(placed.get("value")), level.get("title").text());
    blocks.push(Block::Heading { text: reached, tag: tag.into(), tone: "" });
    blocks.push(Block::Paragraph(text(level, "text")));
    qualify(page, placed, &name, blocks);
    let named = |level: &Data<'_>| format!("{} {}", whole_or_dash(level.get("number")), level.get("title").text());
    blocks.push(Block::Fine(levels.iter().map(named).collect::<Vec<_>>().join(" \u{b7} ")));
    blocks.extend(note(placed));
    next(placed, &name, blocks);
}

fn note(placed: &Data<'_>) -> Option<Block> {
    let words = text(placed, "note");
    (!words.is_empty()).then_some(Block::Note(words))
}

/// What limits the verdict: few answers, a cut-off close by, a gate.
fn qualify(page: &Page<'_>, placed: &Data<'_>, name: &str, blocks: &mut Vec<Block>) {
    let provisional = placed.get("status").text() == "provisional";
    let pair = |field: &str| match placed.get(field).list() {
        [low, high] => Some((whole_or_dash(low), whole_or_dash(high))),
        _ => None,
    };
    let mut words = Vec::new();
    if provisional {
        words.push(page.standing(placed.get("of")));
    }
    words.extend(pair("between").map(|(low, high)| format!("between {name} {low} and {high}")));
    words.extend(pair("range").filter(|_| provisional).map(|(low, high)| format!("could be {name} {low} to {high}")));
    if !words.is_empty() {
        blocks.push(Block::Paragraph(capital(&words.join("; ")) + "."));
    }
    let why = placed.get("gates").list().iter().map(|gate| {
        let held: Vec<_> = gate.get("dimensions").list().iter().map(|one| text(one, "title")).collect();
        let text = gate.get("text").text();
        if held.is_empty() { text.into() } else { format!("in {}, {text}", listed(&held)) }
    });
    let why: Vec<_> = why.collect();
    if !why.is_empty() {
        let of = placed.get("of").get("title").text();
        let raw = whole_or_dash(placed.get("raw"));
        blocks.push(Block::Paragraph(format!("{of} alone says {name} {raw}; {}.", why.join("; "))));
    }
}

fn next(placed: &Data<'_>, name: &str, blocks: &mut Vec<Block>) {
    let next = placed.get("next");
    let Some(level) = next.get("level").number() else { return };
    let goal = format!("{name} {level}, {}", next.get("title").text());
    if *next.get("found") != Data::Bool(true) {
        blocks.push(Block::Fine(format!("No small change of answers reaches {goal}.")));
        return;
    }
    blocks.push(Block::Heading { text: "What would move it".into(), tag: String::new(), tone: "" });
    blocks.push(Block::Paragraph(format!(
        "The fewest answers that would have to differ for {goal}. This shows how the number works; it is not a target."
    )));
    for change in next.get("changes").list() {
        let from = change.get("from").text();
        let from = if from.is_empty() { "not answered" } else { from };
        let terms = vec![("From", from.into()), ("To", text(change, "to"))];
        blocks.push(Block::Group(Kind::Commitment, vec![Block::Paragraph(text(change, "text")), Block::Terms(terms)]));
    }
}

fn measures(page: &Page<'_>, appraisal: &Data<'_>, blocks: &mut Vec<Block>) {
    let mut rows: Vec<&Data<'_>> = appraisal.get("rows").list().iter().collect();
    if rows.iter().all(|row| *row.get("rank") == Data::Null && *row.get("grade") == Data::Null) {
        return;
    }
    let rank = |row: &&Data<'_>| row.get("rank").number().unwrap_or(f64::INFINITY);
    rows.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    let top = rows.iter().position(|row| row.get("id") == appraisal.get("top"));
    blocks.push(Block::Section(text(appraisal, "title")));
    if let Some(row) = top.and_then(|n| rows.get(n)) {
        blocks.push(Block::Lede(format!("Most room where it counts: {}.", row.get("label").text())));
    }
    let columns = vec![Column::words("Measure"), Column::numbers("Priority"), Column::words("Grade today")];
    let rows = rows.iter().map(|row| {
        let grade = row.get("grade").text();
        let grade = if grade.is_empty() { "not graded" } else { grade };
        let rank = row.get("rank").number().map_or("not ranked".into(), whole);
        vec![text(row, "label"), rank, grade.into()]
    });
    let caption = "In order of priority".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.collect(), marked: top }));
    let score = appraisal.get("score");
    if *score.get("value") != Data::Null {
        let standing = page.standing(score);
        let standing = if standing.is_empty() { standing } else { format!(" ({standing})") };
        blocks.push(Block::Paragraph(format!("{}: {} of 100{standing}.", score.get("title").text(), number(score))));
    }
}

fn shift(shift: &Data<'_>, blocks: &mut Vec<Block>) {
    let rows = shift.get("rows").list();
    if rows.iter().all(|row| *row.get("now") == Data::Null && *row.get("next") == Data::Null) {
        return;
    }
    blocks.push(Block::Section(text(shift, "title")));
    if let Some(moved) = shift.get("score").get("value").number() {
        blocks.push(Block::Lede(format!("{} of 100 points are meant to move.", whole(moved))));
    }
    let titles = [shift.get("now_title").text(), shift.get("next_title").text()];
    let columns = std::iter::once(Column::words("Area")).chain(titles.map(Column::numbers)).collect();
    let cells =
        |row: &Data<'_>| vec![text(row, "label"), whole_or_dash(row.get("now")), whole_or_dash(row.get("next"))];
    let caption = "Points of 100 for each area".into();
    blocks.push(Block::Table(Table { caption, columns, rows: rows.iter().map(cells).collect(), marked: None }));
}

fn commitments(page: &Page<'_>, blocks: &mut Vec<Block>) {
    if !page.has_advice {
        return;
    }
    blocks.push(Block::Section("Commitments for the next 30 days".into()));
    let advice = page.report.get("advice").list();
    if advice.is_empty() {
        let placed = page.list("bands").iter().any(|band| *band.get("value") != Data::Null);
        let why = if placed {
            "No recommendation applies to these answers."
        } else {
            "There are too few answers for recommendations."
        };
        blocks.push(Block::Paragraph(why.into()));
        return;
    }
    blocks.push(Block::Paragraph("Suggestions to agree on, each drawn from the answers given.".into()));
    for (n, one) in advice.iter().enumerate() {
        let title = format!("{}. {}", n + 1, one.get("title").text());
        let tag = text(one.get("dimension"), "title");
        let terms = vec![
            ("Who", text(one, "owner")),
            ("First step within 30 days", text(one, "first_step")),
            ("Sign of progress", text(one, "sign")),
        ];
        let because = one.get("because").list().iter().map(|reason| because(page, reason)).collect();
        blocks.push(Block::Group(
            Kind::Commitment,
            vec![
                Block::Heading { text: title, tag, tone: "" },
                Block::Paragraph(text(one, "text")),
                Block::Terms(terms),
                Block::List(because),
            ],
        ));
    }
}

fn because(page: &Page<'_>, reason: &Data<'_>) -> String {
    let answer = reason.get("answer").text();
    if reason.get("kind").text() != "score" {
        let answer = if answer.is_empty() { "not answered" } else { answer };
        return format!("Because you answered \u{201c}{answer}\u{201d} to: {}", reason.get("text").text());
    }
    let is = |score: &Data<'_>| score.get("id") == reason.get("id");
    if let Some(dimension) = page.list("dimensions").iter().find(|one| is(one.get("lead"))) {
        let difference = mid(&page.difference(reason.get("value")));
        return format!("Because of {}: {difference}", dimension.get("title").text());
    }
    let scores = page.finished.get("metrics").list().iter().chain(page.finished.get("scales").list());
    let percent = scores.into_iter().any(|score| is(score) && score.get("display").text() == "percent");
    let value = reason.get("value").number();
    let value = value.map_or(NO_VALUE.into(), |x| if percent { format!("{} %", whole(x * 100.0)) } else { whole(x) });
    format!("Because of the score {}: {value}", reason.get("text").text())
}

fn notes(page: &Page<'_>, blocks: &mut Vec<Block>) {
    let [answered, dont_know, unanswered] = page.counts();
    let total = round(answered + dont_know + unanswered);
    blocks.push(Block::Section("About these answers".into()));
    blocks.push(Block::Paragraph(format!(
        "{answered} of {total} scored questions answered, {dont_know} \u{201c}don't know\u{201d}, {unanswered} not answered."
    )));
    if dont_know > 0.0 {
        let words = "\u{201c}Don't know\u{201d} tells what is not visible from where one sits. It is not a fault.";
        blocks.push(Block::Paragraph(words.into()));
    }
    // Not `list`: without notes that would be the identifiers of the result.
    for note in page.report.get("notes").list() {
        let words = format!("{} {}", note.get("text").text(), page.report.get("notes_closing").text());
        blocks.push(Block::Note(words));
    }
    let marks = page.list("marks");
    if !marks.is_empty() {
        blocks.push(Block::Section("For orientation".into()));
        blocks.push(Block::Paragraph("Context from published sources; neither a norm nor a target.".into()));
    }
    for mark in marks {
        let mut group = vec![Block::Fine(text(mark, "item_text"))];
        if *mark.get("answer") != Data::Null {
            group.push(Block::Paragraph(format!("Your answer: {}", mark.get("answer").text())));
        }
        group.push(Block::Paragraph(text(mark, "text")));
        group.extend(mark.get("source").list().iter().map(|one| source("Source: ", one)));
        blocks.push(Block::Group(Kind::Commitment, group));
    }
}

/// A source; only web addresses become links.
pub(crate) fn source(label: &'static str, source: &Data<'_>) -> Block {
    let url = source.get("url").text();
    let web = url.starts_with("https://") || url.starts_with("http://");
    Block::Source { label, title: text(source, "title"), url: web.then(|| url.into()) }
}

fn about(page: &Page<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Section("About this check".into()));
    blocks.extend(page.list("about").iter().map(|words| Block::Paragraph(words.text().into())));
    blocks.extend(page.list("source").iter().map(|one| source("", one)));
    let instrument = page.finished.get("instrument");
    blocks.push(Block::Fine(format!(
        "Version {}, fingerprint {}. License: {}.",
        instrument.get("version").text(),
        instrument.get("fingerprint").text(),
        page.report.get("license").text()
    )));
}
