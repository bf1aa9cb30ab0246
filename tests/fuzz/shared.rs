//! What the targets share: the definitions, and what holds for every text that is opened as a link.

use std::sync::LazyLock;
use tautline::Data;
use tautline::api::Assessment;

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
