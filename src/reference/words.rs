//! Shapes in words.

use crate::limits::{EXPRESSION, ID, IMAGE, TEXT};
use crate::number::brief;
use crate::schema::Shape;

/// What a value is, and within which limits.
pub(super) fn words(shape: &Shape) -> (String, String) {
    match shape {
        Shape::List(most, of) => {
            let (kind, limits) = words(of);
            let each = if limits.is_empty() { String::new() } else { format!("; each: {limits}") };
            (format!("list, each: {kind}"), format!("at most {most} entries{each}"))
        }
        Shape::Number(least, most) => ("number".into(), between(*least, *most)),
        Shape::Whole(most) => ("whole number".into(), between(0.0, *most)),
        Shape::Two(ascending) => {
            let order = if *ascending { "; the first below the second" } else { "" };
            (
                "two numbers".into(),
                format!("each {}{order}", between(-crate::limits::MAGNITUDE, crate::limits::MAGNITUDE)),
            )
        }
        Shape::Text(most) => (text(*most).into(), format!("1 to {most} characters, not only spaces")),
        Shape::Word(words) => ("word".into(), quoted(words)),
        Shape::One(fields) => {
            let names: Vec<&str> = fields.iter().map(|(name, ..)| *name).collect();
            ("object".into(), format!("exactly one of {}", quoted(&names)))
        }
        _ => fixed(shape),
    }
}

/// Shapes that hold nothing but themselves.
fn fixed(shape: &Shape) -> (String, String) {
    let id = format!("a letter, then letters, digits and `_`; at most {ID} characters; not `dk`");
    let (kind, limits) = match shape {
        Shape::Id => ("identifier", id),
        Shape::Name => ("name of a score", format!("an identifier, or two joined by `.`; at most {ID} characters")),
        Shape::InstrumentId => {
            ("identifier", format!("a small letter, then small letters, digits and `-`; at most {ID} characters"))
        }
        Shape::Version => ("version", "two whole numbers of at most six digits, joined by `.`".into()),
        Shape::Fingerprint => ("fingerprint", "eight digits 0-9 or a-f".into()),
        Shape::Address => {
            ("address", format!("begins with `https://`, `http://` or `mailto:`; at most {TEXT} bytes; no spaces"))
        }
        Shape::ChoiceValue => ("whole number or identifier", format!("{}; {id}", between(-1e6, 1e6))),
        Shape::Truth => ("truth", "`true` or `false`".into()),
        Shape::Image => (
            "picture",
            format!(
                "`data:image/`, one of png, jpeg, gif, webp and svg+xml, `;base64,` and the picture; at most {IMAGE} characters"
            ),
        ),
        Shape::IdOr(_) => ("identifier or object", id),
        _ => ("object", String::new()),
    };
    (kind.into(), limits)
}

fn text(most: usize) -> &'static str {
    if most == EXPRESSION { "expression" } else { "text" }
}

fn between(least: f64, most: f64) -> String {
    format!("{} to {}", brief(least), brief(most))
}

fn quoted(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
