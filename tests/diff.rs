//! Two editions: what is said to have changed, and whether what is said to be comparable is, to the bit.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use support::json as as_json;
use tautline::api::Assessment;
use tautline::author;

const ALL_KINDS: &str = include_str!("definitions/valid/all-kinds.json");

fn all_kinds() -> Value {
    serde_json::from_str(ALL_KINDS).unwrap()
}

/// A small instrument: two scales, a composite over both and a band.
fn small() -> Value {
    let five: Value = (1..=5).map(|n| json!({"value": n, "label": format!("L{n}")})).collect();
    let item = |id: &str| json!({"id": id, "text": "?", "kind": {"choice": {"set": "five"}}});
    let scale = |id: &str, members: Value| json!({"id": id, "title": "S", "higher": "more", "members": members, "missing": {"scored": 0.5}});
    json!({
        "format": 1, "id": "small", "version": "1.0", "title": "Small", "language": "en", "license": "CC0",
        "dont_know": "?", "roles": [{"id": "one", "label": "One"}, {"id": "two", "label": "Two"}],
        "choice_sets": [{"id": "five", "choices": five}],
        "items": [item("A"), item("B"), item("C"), item("D")],
        "pages": [{"title": "First", "items": ["A", "B"]}, {"title": "Second", "items": ["C", "D"]}],
        "lists": [{"id": "some", "items": ["A", "C"]}],
        "scales": [scale("x", json!([{"item": "A"}, {"item": "B", "key": "-"}])), scale("y", json!([{"item": "C"}]))],
        "composites": [{"id": "both", "title": "Both", "expression": "mean(x, y)", "range": [0, 100]},
            {"id": "open", "title": "Open", "expression": "dont_know(some)"}],
        "bands": [{"id": "height", "title": "Height", "of": "both", "levels": [
            {"id": "low", "title": "Low", "from": 0, "text": "Low."}, {"id": "high", "title": "High", "from": 50, "text": "High."}]}],
        "notes": [{"id": "quick", "when": "seconds < 5", "text": "Quick."}],
    })
}

fn diff(old: &Value, new: &Value) -> Value {
    support::accepted(author::diff(old.to_string().as_bytes(), new.to_string().as_bytes()))
}

/// The new edition of the small instrument, and what is said of it.
fn edited(version: &str, edit: impl Fn(&mut Value)) -> (Value, Value) {
    let mut new = small();
    new["version"] = json!(version);
    edit(&mut new);
    let said = diff(&small(), &new);
    (new, said)
}

/// `list id field what effect`, a change a line.
fn changes(said: &Value) -> Vec<String> {
    let line = |change: &Value| {
        let parts = ["list", "id", "field", "what", "effect"].map(|field| change[field].as_str().unwrap());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    said["changes"].as_array().unwrap().iter().map(line).collect()
}

/// The scores that are not comparable, each with its first reason.
fn differing(said: &Value) -> Vec<String> {
    let scores = said["scores"].as_array().unwrap().iter().filter(|score| score["status"] != "comparable");
    let line = |score: &Value| match score["because"][0].as_str() {
        Some(reason) => format!("{}: {reason}", score["id"].as_str().unwrap()),
        None => format!("{} {}", score["id"].as_str().unwrap(), score["status"].as_str().unwrap()),
    };
    scores.map(line).collect()
}

fn findings(said: &Value) -> Vec<&str> {
    said["findings"].as_array().unwrap().iter().map(|finding| finding["id"].as_str().unwrap()).collect()
}

#[test]
fn one_definition_is_its_own_edition() {
    for definition in [small(), all_kinds(), serde_json::from_str(support::FLAGSHIP).unwrap()] {
        let said = diff(&definition, &definition);
        assert_eq!((changes(&said), differing(&said)), (vec![], vec![]));
        assert_eq!((findings(&said), &said["links"]["open"]), (vec![], &json!("directly")));
        assert_eq!(said["answers"]["read"], true);
    }
}

#[test]
fn a_correction_of_words_touches_no_score() {
    let (_, said) = edited("1.1", |d| {
        d["items"][0]["text"] = json!("Which?");
        d["choice_sets"][0]["choices"][4]["label"] = json!("Most");
        d["notes"][0]["text"] = json!("Too quick.");
        d["composites"][0]["expression"] = json!("mean( x , y )");
        d["scales"][0]["members"][0]["weight"] = json!(1);
    });
    let expected = [
        "choice_sets five choices changed words",
        "items A text changed words",
        "scales x members changed words",
        "composites both expression changed words",
        "notes quick text changed words",
    ];
    assert_eq!(changes(&said), expected);
    let text = said["changes"].as_array().unwrap().iter().find(|change| change["field"] == "text").unwrap();
    assert_eq!((&text["was"], &text["now"]), (&json!("?"), &json!("Which?")));
    assert_eq!((differing(&said), findings(&said)), (vec![], vec![]));
    // The label is that of all items of the set.
    let reworded: Vec<&Value> = said["scores"].as_array().unwrap().iter().map(|score| &score["reworded"]).collect();
    assert_eq!(
        reworded,
        [&json!(["A", "B"]), &json!(["C"]), &json!(["A", "B", "C"]), &json!(["A", "C"]), &json!(["A", "B", "C"])]
    );
    assert_eq!(said["links"]["open"], "directly");
}

#[test]
fn a_score_that_changes_takes_with_it_what_reads_it() {
    let (_, said) = edited("2.0", |d| d["scales"][0]["members"][1]["weight"] = json!(2));
    assert_eq!(changes(&said), ["scales x members changed scores"]);
    let read = "it reads `x`, which is not comparable";
    let band = "height: it reads `both`, which is not comparable";
    assert_eq!(differing(&said), ["x: `B` weighs 2, it was 1".to_owned(), format!("both: {read}"), band.into()]);
    assert_eq!((findings(&said), &said["answers"]["read"]), (vec![], &json!(false)));

    for (edit, change, first) in [
        (json!({"key": "+"}), "changed", "x: `B` counts in the other direction"),
        (json!({"item": "D"}), "changed", "x: `B` no longer counts"),
    ] {
        let (_, said) = edited("2.0", |d| {
            for (key, value) in edit.as_object().unwrap() {
                d["scales"][0]["members"][1][key] = value.clone();
            }
        });
        assert_eq!(changes(&said), [format!("scales x members {change} scores")]);
        assert_eq!(differing(&said)[0], first);
        assert!(!differing(&said).iter().any(|line| line.starts_with("y:") || line.starts_with("open:")));
    }
}

#[test]
fn what_decides_a_score_is_found_wherever_it_is_written() {
    type Edit = fn(&mut Value);
    let cases: [(Edit, &str, &str); 9] = [
        (
            |d| d["choice_sets"][0]["choices"][1]["value"] = json!(0),
            "choice_sets five choices changed scores",
            "x: `A` has other answers to choose from",
        ),
        (
            |d| {
                for n in 0..5 {
                    d["choice_sets"][0]["choices"][n]["points"] = json!(10 * n);
                }
            },
            "choice_sets five choices changed scores",
            "x: the answers to `A` are worth other points",
        ),
        (
            |d| d["items"][1]["show_if"] = json!("A > 1"),
            "items B show_if changed scores",
            "x: `B` is shown on another condition",
        ),
        (
            |d| d["pages"][1]["show_if"] = json!("B > 1"),
            "pages Second show_if changed scores",
            "y: `C` is shown on another condition",
        ),
        (
            |d| d["scales"][1]["missing"]["scored"] = json!(1),
            "scales y missing changed scores",
            "y: it needs another share of answers",
        ),
        (
            |d| d["composites"][0]["range"] = json!([0, 50]),
            "composites both range changed scores",
            "both: it has another range",
        ),
        (
            |d| d["composites"][0]["expression"] = json!("min(x, y)"),
            "composites both expression changed scores",
            "both: its expression computes something else",
        ),
        (
            |d| d["bands"][0]["levels"][1]["from"] = json!(60),
            "bands height levels changed scores",
            "height: its levels begin elsewhere or have other gates",
        ),
        (
            |d| {
                d["scales"].as_array_mut().unwrap().remove(1);
                d["composites"][0]["expression"] = json!("x");
            },
            "scales y removed scores",
            "both: its expression computes something else",
        ),
    ];
    for (edit, change, first) in cases {
        let (_, said) = edited("1.1", edit);
        assert!(changes(&said).contains(&change.to_owned()), "{change}: {:?}", changes(&said));
        assert!(differing(&said).contains(&first.to_owned()), "{first}: {:?}", differing(&said));
        assert_eq!(findings(&said), ["major"], "{change}");
        assert_eq!(said["links"]["open"], "no", "{change}");
    }
}

#[test]
fn a_scale_between_two_others_is_looked_through() {
    let scale = |id: &str, members: &[&str], parent: &str| {
        let members: Value = members.iter().map(|item| json!({"item": item})).collect();
        let mut scale =
            json!({"id": id, "title": "S", "higher": "more", "members": members, "missing": {"scored": 0.5}});
        if !parent.is_empty() {
            scale["parent"] = json!(parent);
        }
        scale
    };
    let with = |version: &str, scales: Value| {
        let mut definition = small();
        definition["version"] = json!(version);
        definition["scales"] = scales;
        definition["composites"][0]["expression"] = json!("x");
        definition
    };
    let old = with("1.0", json!([scale("x", &["A"], ""), scale("y", &["B"], "")]));
    let through = with("1.1", json!([scale("x", &["A"], ""), scale("y", &["B"], "mid"), scale("mid", &["C"], "x")]));
    let said = diff(&old, &through);
    assert_eq!(changes(&said), ["scales y parent changed scores", "scales mid added scores"]);
    assert_eq!(differing(&said)[0], "x: `B` counts now");
    assert_eq!(findings(&said), ["major"]);

    // Members that only stand elsewhere count where they did.
    let old = with("1.0", json!([scale("x", &["A", "B"], "")]));
    let new = with("1.1", json!([scale("x", &["A"], ""), scale("low", &["B"], "x")]));
    let said = diff(&old, &new);
    assert_eq!(changes(&said), ["scales x members changed words", "scales low added links"]);
    assert_eq!((differing(&said), findings(&said)), (vec!["low added".to_owned()], vec![]));
}

#[test]
fn order_and_additions_cost_links_and_no_score() {
    let (new, said) = edited("1.1", |d| d["items"].as_array_mut().unwrap().swap(0, 1));
    assert_eq!(changes(&said), ["items B moved links"]);
    assert_eq!((differing(&said), findings(&said)), (vec![], vec![]));
    assert_eq!((&said["links"]["open"], &said["answers"]["read"]), (&json!("no"), &json!(true)));

    // With the entry that is proposed it is known, and opens where `src` leads.
    let mut named = new;
    named["editions"] = json!([serde_json::from_str::<Value>(said["links"]["add"].as_str().unwrap()).unwrap()]);
    let said = diff(&small(), &named);
    assert_eq!((&said["links"]["open"], &said["links"]["add"]), (&json!("by_edition"), &json!("")));
    assert!(said["links"]["text"].as_str().unwrap().contains("`./small-1.0.json`"));
    named["editions"][0].as_object_mut().unwrap().remove("src");
    assert_eq!(diff(&small(), &named)["links"]["open"], "named");
    named["editions"][0]["version"] = json!("0.9");
    assert_eq!(findings(&diff(&small(), &named)), ["other_version_named"]);

    let (_, said) = edited("1.1", |d| {
        d["items"].as_array_mut().unwrap().push(json!({"id": "E", "text": "?", "kind": {"choice": {"set": "five"}}}));
        d["pages"][1]["items"] = json!(["C", "D", "E"]);
        d["scales"].as_array_mut().unwrap().push(
            json!({"id": "z", "title": "Z", "higher": "more", "members": [{"item": "E"}], "missing": {"scored": 1}}),
        );
        d["pages"][1]["title"] = json!("Last");
    });
    let expected = [
        "items E added links",
        "pages Last title changed words",
        "pages Last items changed words",
        "scales z added links",
    ];
    assert_eq!((changes(&said), differing(&said)), (expected.map(String::from).to_vec(), vec!["z added".to_owned()]));
}

#[test]
fn what_links_do_is_what_the_gate_of_links_does() {
    let old = Assessment::load(small().to_string().as_bytes());
    let link = support::accepted(old.link(br#"{"answers": {"A": 1}}"#));
    let code = |new: &Value| {
        let new = Assessment::load(new.to_string().as_bytes());
        let reply = as_json(new.open_link(link.as_str().unwrap()));
        reply["refused"]["problems"][0]["code"].as_str().unwrap_or("opens").to_owned()
    };
    let entry = json!([{"version": "1.0", "fingerprint": diff(&small(), &small())["old"]["fingerprint"]}]);
    for (edit, editions, open, expected) in [
        (json!("Which?"), json!([]), "directly", "opens"),
        (json!("?"), json!([]), "no", "link-other"),
        (json!("?"), entry, "named", "link-edition"),
    ] {
        let (new, said) = edited("1.1", |d| {
            d["items"][0]["text"] = edit.clone();
            d["editions"] = editions.clone();
            if edit == "?" {
                d["items"].as_array_mut().unwrap().swap(2, 3);
            }
        });
        assert_eq!((said["links"]["open"].as_str().unwrap(), code(&new).as_str()), (open, expected));
    }
}

#[test]
fn versions_are_judged() {
    let weight = |d: &mut Value| d["scales"][0]["members"][1]["weight"] = json!(2);
    for (version, edit, expected) in [
        ("1.0", weight as fn(&mut Value), vec!["same_version", "major"]),
        ("1.0", |d| d["title"] = json!("Other"), vec!["same_version_other_words"]),
        ("0.9", |d| d["title"] = json!("Other"), vec!["older_version"]),
        ("2.0", |d| d["title"] = json!("Other"), vec!["major_without_need"]),
        ("1.10", |d| d["title"] = json!("Other"), vec![]),
        ("1.1", |d| d["id"] = json!("other"), vec!["other_id"]),
    ] {
        assert_eq!(findings(&edited(version, edit).1), expected, "{version}");
    }
    let mut old = small();
    old["editions"] = json!([{"version": "0.8", "fingerprint": "00000000"}]);
    assert_eq!(findings(&diff(&old, &edited("1.1", |_| {}).0)), ["forgotten_edition"]);
}

#[test]
fn a_score_that_changes_behind_the_fingerprint_is_an_error() {
    let (_, said) = edited("2.0", |d| d["lists"][0]["items"] = json!(["A", "B"]));
    assert_eq!(changes(&said), ["lists some items changed scores"]);
    assert_eq!(differing(&said), ["open: the list `some` holds other items"]);
    assert_eq!((findings(&said), &said["links"]["open"]), (vec!["hidden_change"], &json!("directly")));
    let (_, said) = edited("2.0", |d| d["pages"][0]["items"] = json!(["A"]));
    assert_eq!(changes(&said), ["items B asked changed scores", "pages First items changed words"]);
    assert_eq!(findings(&said), ["hidden_change"]);
    assert_eq!(differing(&said)[0], "x: `B` is no longer asked");
}

#[test]
fn refusals_say_whose_they_are() {
    let mut bad = small();
    bad["items"][0]["id"] = json!("1");
    let problems = support::refused(author::diff(b"{", bad.to_string().as_bytes()));
    let places: Vec<&str> = problems.iter().map(|problem| problem["at"].as_str().unwrap()).collect();
    assert_eq!(places[0], "/first");
    assert!(places.len() > 1 && places[1..].iter().all(|at| at.starts_with("/second")), "{places:?}");
}

/// A definition that differs in one place.
type Edited = (String, Value);

/// Every definition that differs from one in one place, whether it is one or not.
fn variants(whole: &Value) -> Vec<Edited> {
    let mut all = Vec::new();
    let mut pointers = Vec::new();
    collect(whole, "", &mut pointers);
    for pointer in pointers {
        for (what, value) in others(whole.pointer(&pointer).unwrap(), pointer.rsplit('/').next().unwrap()) {
            let mut changed = whole.clone();
            *changed.pointer_mut(&pointer).unwrap() = value;
            all.push((format!("{pointer} {what}"), changed));
        }
    }
    all
}

fn collect(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.into());
    match value {
        Value::Array(values) => values.iter().enumerate().for_each(|(n, v)| collect(v, &format!("{at}/{n}"), into)),
        Value::Object(fields) => fields.iter().for_each(|(key, v)| collect(v, &format!("{at}/{key}"), into)),
        _ => {}
    }
}

/// Other values that could stand in the place of one.
fn others(value: &Value, key: &str) -> Vec<(String, Value)> {
    let mut others: Vec<(String, Value)> = Vec::new();
    let mut other = |what: &str, value: Value| others.push((what.into(), value));
    match value {
        Value::Number(x) => {
            other("more", json!(x.as_f64().unwrap() + 1.0));
            other("half", json!(x.as_f64().unwrap() / 2.0));
        }
        Value::String(text) => match key {
            "expression" | "severity" => {
                other("spaced", json!(format!(" ({text})")));
                other("raised", json!(format!("{text} + 1")));
            }
            "when" | "require" | "show_if" => other("opposite", json!(format!("not ({text})"))),
            "key" => other("turned", json!(if text == "+" { "-" } else { "+" })),
            "each" | "view" | "tone" | "version" => {}
            "item" | "set" | "rows" | "of" | "list" | "parent" | "in" | "lead" => {
                for word in ["C1", "C3", "N1", "five", "colors", "parts", "left.all", "level", "levels"] {
                    other(word, json!(word));
                }
            }
            _ => other("longer", json!(format!("{text}x"))),
        },
        Value::Array(values) => {
            for n in 0..values.len() {
                let mut fewer = values.clone();
                fewer.remove(n);
                other(&format!("without {n}"), json!(fewer));
            }
            for n in 1..values.len() {
                let mut swapped = values.clone();
                swapped.swap(0, n);
                other(&format!("swapped {n}"), json!(swapped));
            }
        }
        Value::Object(fields) => {
            for key in fields.keys() {
                let mut fewer = fields.clone();
                fewer.remove(key);
                other(&format!("without {key}"), json!(fewer));
            }
        }
        _ => {}
    }
    others
}

/// Sheets of the old edition, with little and with much in them.
fn sheets() -> Vec<Value> {
    let full = |c: [u32; 2], word: &str, n: [f64; 2], role: &str| {
        json!({"role": role, "active_seconds": 30, "answers": {"C1": c[0], "C2": word, "C3": c[1], "N1": n[0], "N2": n[1],
            "D1": {"x": 5, "y": 3, "z": 2}, "D2": {"x": 1, "y": 1, "z": 8}, "R1": ["y", "x", "z"],
            "G1": {"x": c[0], "y": c[1], "z": 4}, "P1": c[1], "P2": "x", "L1": 1}})
    };
    vec![
        full([2, 4], "blue", [3.5, 40.0], "one"),
        full([5, 1], "green", [9.0, 85.0], "three"),
        full([1, 5], "blue", [0.5, 5.0], "two"),
        json!({"answers": {"C1": "dk", "C2": "blue", "N1": 2, "N2": "dk", "G1": {"x": 1, "y": "dk"}}}),
        json!({"answers": {}}),
    ]
}

/// The sheet without what the two editions do not have in common; none where both cannot read that.
fn common(sheet: &Value, editions: [&Assessment; 2], items: &Value) -> Option<String> {
    let mut sheet = sheet.clone();
    let kept = |id: &String| items.as_array().unwrap().iter().any(|item| item["id"] == id.as_str());
    sheet["answers"].as_object_mut().unwrap().retain(|id, _| kept(id));
    let document = sheet.to_string();
    editions.iter().all(|edition| as_json(edition.score(document.as_bytes())).get("ok").is_some()).then_some(document)
}

/// Value, bounds and status of every score, and the place of the level of every band, by kind and identifier.
fn numbers(edition: &Assessment, definition: &Value, document: &str) -> Vec<(String, String)> {
    let result = support::accepted(edition.score(document.as_bytes()));
    let mut numbers = Vec::new();
    for (kind, list) in [("scale", "scales"), ("composite", "metrics")] {
        for score in result[list].as_array().unwrap() {
            let bits = ["value", "low", "high"].map(|field| score[field].as_f64().map(f64::to_bits));
            numbers
                .push((format!("{kind} {}", score["id"].as_str().unwrap()), format!("{bits:?} {}", score["status"])));
        }
    }
    for band in result["bands"].as_array().unwrap() {
        let written =
            definition["bands"].as_array().unwrap().iter().find(|written| written["id"] == band["id"]).unwrap();
        let level = written["levels"].as_array().unwrap().iter().position(|level| level["id"] == band["level"]);
        assert_eq!(level.is_some(), band["level"].is_string());
        numbers.push((format!("band {}", band["id"].as_str().unwrap()), format!("{level:?}")));
    }
    numbers
}

#[test]
fn what_is_comparable_is_equal_to_the_bit_and_the_fingerprint_tells_the_rest() {
    let old = all_kinds();
    let (before, sheets) = (Assessment::load(ALL_KINDS.as_bytes()), sheets());
    let (mut accepted, mut compared, mut differed) = (0, 0, 0);
    for (what, new) in variants(&old) {
        let now = Assessment::load(new.to_string().as_bytes());
        if as_json(now.check()).get("ok").is_none() {
            continue;
        }
        accepted += 1;
        let said = diff(&old, &new);
        let has = |effect: &str| said["changes"].as_array().unwrap().iter().any(|change| change["effect"] == effect);
        let same = said["old"]["fingerprint"] == said["new"]["fingerprint"];
        let hidden = findings(&said).contains(&"hidden_change");
        assert!(!same || !has("links"), "{what}: the same fingerprint, {:?}", changes(&said));
        assert_eq!(same && has("scores"), hidden, "{what}: {:?}", changes(&said));
        assert!(same || has("links") || has("scores"), "{what}: another fingerprint, {:?}", changes(&said));
        assert!(said["changes"].as_array().unwrap().iter().all(|change| change["what"].is_string()));
        let status = |id: &str| {
            let found =
                said["scores"].as_array().unwrap().iter().find(|score| {
                    format!("{} {}", score["kind"].as_str().unwrap(), score["id"].as_str().unwrap()) == id
                });
            found.map_or("", |score| score["status"].as_str().unwrap()).to_owned()
        };
        for sheet in &sheets {
            let Some(document) = common(sheet, [&before, &now], &new["items"]) else { continue };
            let after = numbers(&now, &new, &document);
            for (id, number) in numbers(&before, &old, &document) {
                let Some((_, other)) = after.iter().find(|(other, _)| *other == id) else {
                    assert_eq!(status(&id), "removed", "{what}: {id}");
                    continue;
                };
                match status(&id).as_str() {
                    "comparable" => {
                        compared += 1;
                        assert_eq!(&number, other, "{what}: {id} of {document}");
                    }
                    "changed" => {
                        assert!(has("scores"), "{what}: {id} changed by {:?}", changes(&said));
                        differed += usize::from(&number != other);
                    }
                    status => panic!("{what}: {id} is {status}"),
                }
            }
        }
    }
    assert!(accepted > 400 && compared > 20_000 && differed > 500, "{accepted} {compared} {differed}");
}
