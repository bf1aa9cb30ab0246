//! A pasted group: a byte of settings, then links, answers documents and rubbish, one a line. Any order of the lines
//! gives the same bytes, and so does adding up parts; a bad line is counted and stops nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tautline::Data;
use tautline::api::{Assessment, Cohort};
use tautline_fuzz::{DEFINITIONS, LENGTHS, prepare, text, value};

/// Lines as answers documents; what is none, the gate refuses. A line that begins with `=` holds digits of a token, so
/// that most changes of it give other answers and no bad line.
fn sheets(which: usize, lines: &[u8]) -> Vec<String> {
    let assessment = &DEFINITIONS[which];
    let sheet = |line: &[u8]| {
        let line = match line.split_first() {
            Some((b'=', digits)) => {
                let mut token = vec![1];
                token.extend(digits.iter().map(|byte| byte % 61));
                token.resize(LENGTHS[which], 0);
                text(&assessment.sealed(&token, true))
            }
            Some((b'{', _)) => return String::from_utf8_lossy(line).into_owned(),
            _ => String::from_utf8_lossy(line).into_owned(),
        };
        value(&assessment.open_link(&line)).map_or_else(|| line.clone(), |document| document.text().to_owned())
    };
    lines.split(|byte| *byte == b'\n').map(sheet).collect()
}

fn gathered<'s>(assessment: &Assessment, sheets: impl Iterator<Item = &'s String>, once: bool, units: bool) -> Cohort {
    let mut cohort = Cohort::default();
    for sheet in sheets {
        let unit = ["north", "south", "west"][sheet.len() % 3];
        let identity = once.then_some(sheet.as_bytes());
        value(&assessment.gather(&mut cohort, sheet.as_bytes(), identity, units.then_some(unit)));
    }
    cohort
}

fn written(reply: &Data<'_>) -> Vec<u8> {
    assert!(value(reply).is_some(), "{reply:?}");
    serde_json::to_vec(reply.get("ok").get("value")).unwrap()
}

fuzz_target!(init: prepare(), |data: &[u8]| {
    let Some((settings, lines)) = data.split_first() else { return };
    let is_set = |bit: u8| settings >> bit & 1 == 1;
    let which = usize::from(is_set(0));
    let assessment = &DEFINITIONS[which];
    let (once, units) = (is_set(1), is_set(2));
    let sheets = sheets(which, lines);

    let whole = gathered(assessment, sheets.iter(), once, units);
    let summary = written(&assessment.summary(&whole));
    let mut order: Vec<&String> = sheets.iter().rev().collect();
    let middle = usize::from(settings >> 4) % order.len().max(1);
    order.rotate_left(middle);
    let other = gathered(assessment, order.iter().copied(), once, units);
    assert!(written(&assessment.summary(&other)) == summary, "another order gives another sum");

    // Each bad line is one.
    let count = |field: &str| assessment.summary(&whole).get("ok").get("value").get(field).number().unwrap_or(-1.0);
    let mut counted: Vec<&String> = sheets.iter().collect();
    if once {
        counted.sort();
        counted.dedup();
    }
    let bad = counted.iter().filter(|sheet| value(&assessment.progress(sheet.as_bytes())).is_none()).count();
    assert_eq!(count("refused") as usize, bad);
    assert_eq!(count("doubled") as usize, sheets.len() - counted.len());
    if !once {
        // In parts: who comes twice is known within a part only, so the sums are compared where each line counts.
        let mut merged = Cohort::default();
        for part in [&order[middle..], &order[..middle]] {
            let part = gathered(assessment, part.iter().copied(), once, units);
            let part = written(&assessment.summary(&part));
            assert!(value(&assessment.merge(&mut merged, &part)).is_some(), "a summary that is not read back");
        }
        assert!(written(&assessment.summary(&merged)) == summary, "parts give another sum");
    }

    // The same as one text of documents and links: who sent the same answers as both counts once.
    let line = |sheet: &String| match value(&assessment.link(sheet.as_bytes())) {
        Some(token) if sheet.len().is_multiple_of(2) => format!("https://example.org/#r={}", token.text()),
        _ => sheet.clone(),
    };
    let pasted = |order: &mut dyn Iterator<Item = &String>| {
        let mut cohort = Cohort::default();
        let text = order.map(line).collect::<Vec<_>>().join("\n");
        let reply = assessment.gather_text(&mut cohort, &text, None);
        let gathered = value(&reply).unwrap();
        let numbers = ["added", "doubled", "refused_total", "foreign"].map(|field| gathered.get(field).number());
        assert!(gathered.get("refused").list().len() as f64 <= numbers[2].unwrap());
        (numbers, written(&assessment.summary(&cohort)))
    };
    assert!(pasted(&mut sheets.iter()) == pasted(&mut order.iter().copied()), "another order gives another group");

    let sides = [r#"{"cell": 4, "sides": [["cio"], ["ceo"]]}"#, r#"{"sides": [["a"], ["b", "c"]]}"#];
    for request in ["{}", r#"{"anonymous": true}"#, sides[which]] {
        let [one, two] = [&whole, &other].map(|cohort| assessment.group(cohort, request.as_bytes()));
        assert!(value(&one).is_some(), "{one:?}");
        assert!(
            serde_json::to_vec(&one).unwrap() == serde_json::to_vec(&two).unwrap(),
            "another order shows other figures"
        );
    }
});
