//! Sheets scored with nothing but the form in hand: what stands in it is read, added up and divided.

use super::page;
use crate::api::Assessment;
use crate::digest;
use crate::number::equal;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const FLAGSHIP: &str = include_str!("../../../www/instruments/bt-synchronization.json");
const WORKED: &str = include_str!("../../../tests/vectors/worked-examples.json");
const QUIZ: &str = include_str!("../../../tests/wide/quiz.json");
const ALL_KINDS: &str = include_str!("../../../tests/definitions/valid/all-kinds.json");

fn form(definition: &str) -> String {
    page(&serde_json::from_str(definition).unwrap()).ok().unwrap()
}

/// What a reader sees of a piece of the page.
fn seen(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.replace("&amp;", "&").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// What stands between a beginning and an end, each time.
fn pieces<'h>(html: &'h str, begin: &str, end: &str) -> Vec<&'h str> {
    html.split(begin).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

fn value(text: &str) -> f64 {
    text.trim().parse().unwrap()
}

/// Somebody with the form: number of question -> what is marked, and for sums the label of each part.
struct Hand {
    form: String,
    definition: Value,
    answers: Map<String, Value>,
}

impl Hand {
    fn of(definition: &str, answers: &Value) -> Self {
        Hand {
            form: form(definition),
            definition: serde_json::from_str(definition).unwrap(),
            answers: answers.as_object().unwrap().clone(),
        }
    }

    /// The answer to the question with this number, found by what the form asks there.
    fn answer(&self, question: &str) -> (Option<&Value>, &Value) {
        let items = self.definition["items"].as_array().unwrap();
        let asked = pieces(&self.form, "<p class=\"ask\">", "</p>").into_iter().map(seen);
        let text = asked.map(|text| text.split_once(' ').map(|(n, text)| (n.to_owned(), text.to_owned())).unwrap());
        let text = text.into_iter().find(|(n, _)| n == question).unwrap().1;
        let item = items.iter().find(|item| item["text"] == *text).unwrap();
        (self.answers.get(item["id"].as_str().unwrap()), item)
    }

    fn labels(&self, set: &Value) -> BTreeMap<String, String> {
        let sets = self.definition["choice_sets"].as_array().unwrap();
        let choices = sets.iter().find(|known| known["id"] == *set).map_or(&Value::Null, |set| &set["choices"]);
        let label = |choice: &Value| {
            (choice["label"].as_str().unwrap().to_owned(), choice["value"].as_str().unwrap_or_default().to_owned())
        };
        choices.as_array().unwrap().iter().map(label).collect()
    }

    /// The points of one row of the key, none for what is not answered.
    fn points(&self, row: &str) -> Option<f64> {
        let head = seen(row.split("</th>").next().unwrap().split_once("<th").unwrap().1.split_once('>').unwrap().1);
        let head = head.replace(" \u{21c5}", "");
        let (number, part) = head.split_once(' ').map_or((head.as_str(), ""), |(number, part)| (number, part));
        let (answer, item) = self.answer(number);
        let answer = answer.filter(|answer| **answer != "dk" && !answer.is_null())?;
        let rows = &item["kind"]["grid"]["rows"];
        let answer = if part.is_empty() {
            answer
        } else {
            answer.get(&self.labels(rows)[part]).filter(|cell| **cell != "dk")?
        };
        let cells: Vec<_> =
            pieces(row, "<td", "</td>").into_iter().map(|cell| seen(cell.split_once('>').unwrap().1)).collect();
        if !cells[0].contains(" in between ") {
            // a box has its value as its mark, or which it is of those that the definition lists
            let by_mark = |mark: &str| cells.iter().find_map(|cell| cell.strip_prefix(&format!("{mark}: ")).map(value));
            let listed = || {
                let sets = self.definition["choice_sets"].as_array().unwrap();
                let set = sets.iter().find(|set| set["id"] == item["kind"]["choice"]["set"]).unwrap();
                set["choices"].as_array().unwrap().iter().position(|choice| choice["value"] == *answer).unwrap() + 1
            };
            return Some(by_mark(&answer.as_i64().map_or_else(|| listed().to_string(), |n| n.to_string())).unwrap());
        }
        let (added, line) =
            cells[0].split_once(". ").filter(|(added, _)| added.starts_with("Add up")).unwrap_or(("", &cells[0]));
        let x = if added.is_empty() {
            answer.as_f64().unwrap()
        } else {
            let labels = self.labels(&item["kind"]["allocation"]["set"]);
            pieces(added, "\u{201c}", "\u{201d}")
                .into_iter()
                .map(|label| answer[&labels[label]].as_f64().unwrap())
                .sum()
        };
        let corners: Vec<(f64, f64)> = line
            .split("; ")
            .filter_map(|corner| corner.split_once(": "))
            .map(|(x, y)| (value(x.split(' ').next().unwrap()), value(y)))
            .collect();
        let (first, last) = (corners[0], corners[corners.len() - 1]);
        let between = corners.windows(2).find(|pair| x >= pair[0].0 && x <= pair[1].0);
        Some(match between {
            Some(pair) => pair[0].1 + (x - pair[0].0) * (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0),
            None if x < first.0 => first.1,
            None => last.1,
        })
    }

    /// Scores by scale; none where the form says that there are too few answers.
    fn scores(&self) -> BTreeMap<String, Option<f64>> {
        let mut scores = BTreeMap::new();
        for article in pieces(&self.form, "<article data-scale=\"", "</article>") {
            let (id, rest) = article.split_once('"').unwrap();
            let (mut sum, mut weights, mut answered) = (0.0, 0.0, 0);
            for row in pieces(rest, "<tr data-member=", "</tr>") {
                let weight = pieces(row, "<td>\u{d7} ", "</td>").first().map_or(1.0, |weight| value(weight));
                if let Some(points) = self.points(row) {
                    sum += points * weight;
                    weights += weight;
                    answered += 1;
                }
            }
            let needs = seen(rest).split_once("A score needs ").unwrap().1.to_owned();
            let provisional = needs.split_once("from ").map_or(needs.as_str(), |(_, from)| from);
            let least: usize = provisional.split(' ').next().unwrap().parse().unwrap();
            scores.insert(id.into(), (answered >= least).then(|| sum / weights));
        }
        scores
    }
}

#[test]
fn every_worked_sheet_is_scored_by_hand() {
    let worked: Value = serde_json::from_str(WORKED).unwrap();
    let (mut scored, mut without) = (0, 0);
    for sheet in worked["sheets"].as_array().unwrap() {
        for (id, score) in Hand::of(FLAGSHIP, &sheet["answers"]).scores() {
            let (dimension, scale) = id.split_once('.').unwrap();
            let expected = sheet["expected"]["scales"][dimension][scale]["value"].as_f64();
            let same = match (score, expected) {
                (Some(score), Some(expected)) => equal(score, expected),
                (score, expected) => score.is_none() && expected.is_none(),
            };
            assert!(same, "{} {id}: {score:?} by hand, expected {expected:?}", sheet["name"]);
            if expected.is_some() { scored += 1 } else { without += 1 }
        }
    }
    assert!(scored > 100 && without > 5, "{scored} {without}");
}

#[test]
fn items_of_every_kind_weights_and_parents_are_scored_by_hand() {
    let answers = json!({ "C1": 4, "C2": "blue", "C3": 2, "N1": 3.5, "N2": 65, "D1": { "x": 2, "y": 5, "z": 3 }, "G1": { "x": 2, "y": 5, "z": 4 } });
    let scores = Hand::of(ALL_KINDS, &answers).scores();
    let definition: Value = serde_json::from_str(ALL_KINDS).unwrap();
    let document = json!({ "instrument": definition["id"], "version": definition["version"], "answers": answers });
    let core =
        serde_json::to_value(Assessment::load(ALL_KINDS.as_bytes()).score(document.to_string().as_bytes())).unwrap();
    let scales = core["ok"]["value"]["scales"].as_array().unwrap();
    assert_eq!(scales.len(), 4, "{core}");
    for scale in scales {
        let score = scores[scale["id"].as_str().unwrap()].unwrap();
        assert!(equal(score, scale["value"].as_f64().unwrap()), "{scale}: {score} by hand");
    }
}

#[test]
fn levels_begin_where_the_definition_says() {
    let form = form(FLAGSHIP);
    let (_, band) = form.split_once("Stage, by").unwrap();
    let from: Vec<_> = pieces(band, "class=\"level\">from ", "</td>").into_iter().map(value).collect();
    assert_eq!(from, [5.0, 12.5, 37.5, 62.5, 87.5]);
}

#[test]
fn conditions_are_in_words() {
    let seen = seen(&form(ALL_KINDS));
    for words in [
        "Only if question 2 is \u{201c}Blue\u{201d}.",
        "Only if the role is \u{201c}Three\u{201d}.",
        "Optional: Guess",
        "Only for: One; Two.",
    ] {
        assert!(seen.contains(words), "{words}");
    }
}

#[test]
fn every_question_is_asked_once() {
    for definition in [FLAGSHIP, ALL_KINDS, QUIZ] {
        let form = form(definition);
        let definition: Value = serde_json::from_str(definition).unwrap();
        for item in definition["items"].as_array().unwrap() {
            assert_eq!(form.matches(&format!("data-item={}", item["id"])).count(), 1, "{}", item["id"]);
        }
    }
}

#[test]
fn words_of_a_definition_are_no_tags_and_nothing_runs() {
    let mut definition: Value = serde_json::from_str(ALL_KINDS).unwrap();
    let hostile = "<script>alert(1)</script>\"'&";
    definition["title"] = hostile.into();
    definition["items"][0]["text"] = hostile.into();
    definition["choice_sets"][0]["choices"][0]["label"] = hostile.into();
    let form = form(&definition.to_string());
    assert!(!form.contains("<script") && !form.contains("style="));
    assert!(form.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
    let style = pieces(&form, "<style>", "</style>");
    assert_eq!(style.len(), 1);
    let policy =
        format!("default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'", digest::inline(style[0]));
    assert!(form.contains(&policy.replace('\'', "&#39;")));
}

/// The question with this id, as it is printed.
fn asked<'h>(form: &'h str, id: &str) -> &'h str {
    pieces(form, &format!("<article data-item=\"{id}\">"), "</article>")[0]
}

#[test]
fn questions_of_a_quiz_have_room_for_their_answers() {
    let form = form(QUIZ);
    let boxes = |id: &str| asked(&form, id).matches("class=\"box\"").count();
    // One more for "?"
    assert_eq!((boxes("several"), boxes("strict"), boxes("word"), boxes("remark"), boxes("intro")), (5, 4, 1, 0, 0));
    assert!(asked(&form, "several").contains("Mark all that apply."));
    assert!(asked(&form, "strict").contains("Mark up to 2."));
    assert_eq!(asked(&form, "word").matches("class=\"line\"").count(), 1);
    assert_eq!(asked(&form, "remark").matches("class=\"line\"").count(), 3);
    assert_eq!(seen(asked(&form, "intro")).trim(), "Read this first.");
    assert!(seen(asked(&form, "one")).starts_with("1 Which"));
    assert!(asked(&form, "look").contains("alt=\"A red square\">"));
    assert!(form.contains("default-src &#39;none&#39;; img-src data:; style-src"));
    let only = seen(asked(&form, "look"));
    assert!(only.contains("the number of marks in question 3 is at least 2"), "{only}");
}

#[test]
fn the_key_of_a_quiz_says_what_is_correct() {
    let form = form(QUIZ);
    let row = |id: &str| seen(pieces(&form, &format!("<tr data-member=\"{id}\">"), "</tr>")[0]);
    for (id, rule) in [
        ("one", "11: 02: 03: 100\u{d7} 1"),
        ("risky", "21: -502: 100\u{d7} 1"),
        (
            "several",
            "Add up what is marked: 2: 33.33; 3: 33.33; 4: \u{2212}33.33; 5: 33.33; at least 0, at most 100\u{d7} 3",
        ),
        ("strict", "Just these boxes: 1, 3: 100; else 0"),
        ("word", "\u{201c}Paris\u{201d}: 100; \u{201c}Lutetia\u{201d}: 40; else: 0. The first that fits."),
        ("size", "9.81 \u{b1} 0.02: 100; 9.8 \u{b1} 0.5: 25; else: 0. The first that fits."),
        ("order", "4 \u{201c}Reap\u{201d}: 25 for each in its place"),
        ("match", "\u{201c}Italy\u{201d} \u{2013} \u{201c}Rome\u{201d}: 50 for each right"),
    ] {
        assert!(row(id).contains(rule), "{id}: {}", row(id));
    }
    let sum = pieces(&form, "<p class=\"sum\"", "</p>")[0];
    assert!(seen(sum).contains("weights of all"), "{sum}");
    assert!(seen(sum).contains("A question that is left open has 0 points"), "{sum}");
    assert!(form.contains("Passed from 60."));
}
