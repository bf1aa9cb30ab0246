//! What the targets share: the definitions, and what holds for every text that is opened as a link.

use std::sync::LazyLock;
use tautline::Data;
use tautline::api::Assessment;
use tautline::author;

/// The flagship, and a definition with every kind of item, conditions and codes of more than 32 bits.
pub static DEFINITIONS: LazyLock<[Assessment; 2]> = LazyLock::new(|| {
    [
        Assessment::load(include_bytes!("../../www/instruments/bt-synchronization.json")),
        Assessment::load(include_bytes!("../vectors/link/kinds.json")),
    ]
});

/// Digits of a token of each definition without its check digits.
pub static LENGTHS: LazyLock<[usize; 2]> =
    LazyLock::new(|| DEFINITIONS.each_ref().map(|assessment| text(&assessment.link(br#"{"answers": {}}"#)).len() - 6));

/// Reads the definitions, so that this is in no input's coverage.
pub fn prepare() {
    LazyLock::force(&LENGTHS);
}

/// The value of a reply; none of a refusal, which has to give its reasons.
pub fn value<'r, 'd>(reply: &'r Data<'d>) -> Option<&'r Data<'d>> {
    let refused = reply.get("refused");
    if *refused == Data::Null {
        return Some(reply.get("ok").get("value"));
    }
    let problems = refused.get("problems").list();
    assert!(!problems.is_empty(), "a refusal without a reason");
    for problem in problems {
        for field in ["code", "message", "help"] {
            assert!(!problem.get(field).text().is_empty(), "a problem without `{field}`");
        }
    }
    None
}

/// What holds for every definition that the gate accepts: its compiled form opens to the same, whatever answers it
/// takes have a result, and its canonical text is accepted with the same fingerprint. Nothing of one that it refuses.
pub fn accepted(definition: &[u8], answers: &[u8]) -> Option<String> {
    let assessment = Assessment::load(definition);
    let checked = assessment.check();
    let fingerprint = value(&checked)?.get("fingerprint").text().to_owned();
    assert!(value(&author::check(definition)).is_some(), "accepted, and not by those who look closer");
    let compiled = text(&assessment.compiled());
    let opened = Assessment::open(definition, compiled.as_bytes());
    let result = |assessment: &Assessment| serde_json::to_string(&assessment.finish(answers)).unwrap();
    assert_eq!(result(&opened), result(&assessment), "the compiled form says something else");
    if value(&assessment.finish(answers)).is_some() {
        for reply in [assessment.progress(answers), assessment.score(answers)] {
            assert!(value(&reply).is_some(), "{reply:?}");
        }
        if let Some(token) = value(&assessment.link(answers)) {
            let document = text(&assessment.open_link(token.text()));
            assert!(value(&assessment.score(document.as_bytes())).is_some(), "behind a link: {document}");
        }
    }
    let again = Assessment::load(canonical(definition).as_bytes());
    let mark = again.check();
    assert_eq!(value(&mark).map(|identity| identity.get("fingerprint").text()), Some(fingerprint.as_str()));
    Some(fingerprint)
}

fn canonical(definition: &[u8]) -> String {
    let reply = author::export("canonical", definition);
    let files = value(&reply).map(|value| value.get("files").list()).unwrap_or_default();
    files.first().map(|file| file.get("text").text().to_owned()).unwrap_or_default()
}

/// The text of a reply that must not be a refusal.
#[track_caller]
pub fn text(reply: &Data<'_>) -> String {
    value(reply).unwrap_or_else(|| panic!("{reply:?}")).text().to_owned()
}

/// Opens a text as a link: the answers document and its token, if it is one. A document behind a token has to pass
/// the gate of answers, be scored, and give a token that opens to the same document.
pub fn opened(assessment: &Assessment, given: &str) -> Option<(String, String)> {
    let reply = assessment.open_link(given);
    let Some(document) = value(&reply).map(|document| document.text().to_owned()) else {
        let problems = reply.get("refused").get("problems").list();
        assert!(problems.len() == 1 && problems[0].get("code").text().starts_with("link-"), "{problems:?}");
        return None;
    };
    assert!(value(&assessment.score(document.as_bytes())).is_some(), "refused by the gate: {document}");
    let token = text(&assessment.link(document.as_bytes()));
    assert_eq!(text(&assessment.open_link(&token)), document, "behind {token}");
    Some((document, token))
}
