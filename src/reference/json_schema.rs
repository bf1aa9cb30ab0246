//! The table as JSON Schema, for editors.
//!
//! Draft 7 is what all of them read without a warning. There, what stands beside a `$ref` has no effect; so a field
//! with a named shape refers to it through `allOf`.

use super::docs;
use super::fields::{SHARED, entry, inside};
use crate::limits::{EXPRESSION, ID, IMAGE, MAGNITUDE, TEXT, TITLE};
use crate::number::brief;
use crate::schema::{DEFINITION, Field, Shape};

const ABOUT: &str = "A definition of an assessment, format 1. Whether names lead somewhere, whether expressions can be \
    computed and whether numbers fit each other cannot be said here; `tautline check` does. Of texts a schema counts \
    characters where the gate counts the bytes of an address.";

/// What a text must not hold: control characters and those that change the direction of reading. Lines may end in
/// one that is longer than a title.
const UNPRINTABLE: [&str; 2] = [
    "[\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]",
    "[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]",
];

/// Shapes of single values that stand in many places, by name.
const NAMED: [(&str, Shape); 5] = [
    ("title", Shape::Text(TITLE)),
    ("text", Shape::Text(TEXT)),
    ("expression", Shape::Text(EXPRESSION)),
    ("id", Shape::Id),
    ("score", Shape::Name),
];

/// The schema as JSON text on one line.
pub(crate) fn json_schema() -> String {
    let mut definitions = Object::default();
    for (name, shape) in &NAMED {
        definitions.put(name, &bare(shape, ""));
    }
    for (n, (name, path, _)) in SHARED.iter().enumerate() {
        if SHARED.iter().take(n).any(|(other, ..)| other == name) {
            continue;
        }
        if let Some(shape) = at(&DEFINITION, "", path) {
            definitions.put(name, &bare(shape, path));
        }
    }
    let mut root = Object::default();
    root.text("$schema", "http://json-schema.org/draft-07/schema#");
    root.text("title", "Tautline definition");
    root.text("description", ABOUT);
    inline(&DEFINITION, "", &mut root);
    root.put("definitions", &definitions.done());
    root.done()
}

/// An object of JSON in the making.
#[derive(Default)]
struct Object(String);

impl Object {
    /// Adds a field; its value is JSON.
    fn put(&mut self, key: &str, json: &str) {
        let comma = if self.0.is_empty() { "" } else { "," };
        self.0.push_str(&[comma, &quoted(key), ":", json].concat());
    }

    fn text(&mut self, key: &str, text: &str) {
        self.put(key, &quoted(text));
    }

    fn done(&self) -> String {
        ["{", &self.0, "}"].concat()
    }
}

/// A text of ours as JSON: it holds no control characters.
fn quoted(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
}

fn list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    ["[", &values.map(quoted).collect::<Vec<_>>().join(","), "]"].concat()
}

/// The shape at a path below another.
pub(super) fn at(shape: &'static Shape, path: &str, wanted: &str) -> Option<&'static Shape> {
    if path == wanted {
        return Some(shape);
    }
    match shape {
        Shape::Object(fields) | Shape::One(fields) => {
            fields.iter().find_map(|(name, _, shape)| at(shape, &inside(path, name), wanted))
        }
        Shape::List(_, shape) => at(shape, &entry(path), wanted),
        _ => None,
    }
}

/// The name under which a shape at a path is defined.
fn name(shape: &Shape, path: &str) -> Option<&'static str> {
    let shared = SHARED.iter().find(|(_, place, copy)| [*place, *copy].contains(&path)).map(|(name, ..)| *name);
    shared.or_else(|| NAMED.iter().find(|(_, named)| named == shape).map(|(name, _)| *name))
}

/// A schema that says nothing but what the shape is.
fn bare(shape: &Shape, path: &str) -> String {
    let mut object = Object::default();
    inline(shape, path, &mut object);
    object.done()
}

fn reference(name: &str) -> String {
    let mut object = Object::default();
    object.text("$ref", &["#/definitions/", name].concat());
    object.done()
}

/// The schema of a value that nothing is said of: an entry of a list, one of two ways to write something.
fn value(shape: &Shape, path: &str) -> String {
    name(shape, path).map_or_else(|| bare(shape, path), reference)
}

/// The schema of a field, with what is said of it.
fn field(shape: &Shape, path: &str) -> String {
    let (_, text, default, example) = *docs::of(path);
    let mut object = Object::default();
    object.text("description", text);
    match name(shape, path) {
        Some(name) => object.put("allOf", &["[", &reference(name), "]"].concat()),
        None => inline(shape, path, &mut object),
    }
    if !default.is_empty() {
        object.put("default", default);
    }
    object.put("examples", &["[", example, "]"].concat());
    object.done()
}

fn inline(shape: &Shape, path: &str, into: &mut Object) {
    match shape {
        Shape::Object(fields) => object(fields, path, into),
        Shape::One(fields) => {
            object(fields, path, into);
            into.put("minProperties", "1");
            into.put("maxProperties", "1");
        }
        Shape::IdOr(shape) => {
            into.put("anyOf", &["[", &reference("id"), ",", &value(shape, path), "]"].concat());
        }
        Shape::List(most, shape) => {
            into.text("type", "array");
            into.put("maxItems", &most.to_string());
            into.put("items", &value(shape, &entry(path)));
        }
        Shape::Two(_) => {
            into.text("type", "array");
            into.put("minItems", "2");
            into.put("maxItems", "2");
            into.put("items", &bare(&Shape::Number(-MAGNITUDE, MAGNITUDE), path));
        }
        Shape::Number(least, most) => number("number", *least, *most, into),
        Shape::Whole(most) => number("integer", 0.0, *most, into),
        Shape::ChoiceValue => {
            let mut whole = Object::default();
            number("integer", -1e6, 1e6, &mut whole);
            into.put("anyOf", &["[", &whole.done(), ",", &reference("id"), "]"].concat());
        }
        Shape::Word(words) => into.put("enum", &list(words.iter().copied())),
        Shape::Truth => into.text("type", "boolean"),
        Shape::Translation => into.text("type", "object"),
        _ => text(shape, into),
    }
}

fn object(fields: &[Field], path: &str, into: &mut Object) {
    into.text("type", "object");
    let mut properties = Object::default();
    for (name, _, shape) in fields {
        properties.put(name, &field(shape, &inside(path, name)));
    }
    into.put("properties", &properties.done());
    let required: Vec<&str> = fields.iter().filter(|(_, required, _)| *required).map(|(name, ..)| *name).collect();
    if !required.is_empty() {
        into.put("required", &list(required.into_iter()));
    }
    into.put("additionalProperties", "false");
}

fn number(kind: &str, least: f64, most: f64, into: &mut Object) {
    into.text("type", kind);
    into.put("minimum", &brief(least));
    into.put("maximum", &brief(most));
}

/// Texts, by length and pattern.
fn text(shape: &Shape, into: &mut Object) {
    let (longest, pattern, not) = match shape {
        Shape::Text(most) => {
            let [title, longer] = UNPRINTABLE;
            (*most, "\\S", pattern(if *most > TITLE { longer } else { title }))
        }
        Shape::Id => (ID, "^[A-Za-z][A-Za-z0-9_]*$", "{\"const\":\"dk\"}".into()),
        Shape::Name => (ID, "^[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?$", String::new()),
        Shape::InstrumentId => (ID, "^[a-z][a-z0-9-]*$", String::new()),
        Shape::Version => (13, "^[0-9]{1,6}\\.[0-9]{1,6}$", String::new()),
        Shape::Fingerprint => (8, "^[0-9a-f]{8}$", String::new()),
        Shape::Image => (IMAGE, "^data:image/(png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=]+$", String::new()),
        Shape::Address => (TEXT, "^(https://|http://|mailto:)", pattern("[\\u0000-\\u0020\\\\]")),
        _ => return,
    };
    into.text("type", "string");
    into.put("maxLength", &longest.to_string());
    into.text("pattern", pattern);
    if !not.is_empty() {
        into.put("not", &not);
    }
}

fn pattern(pattern: &str) -> String {
    let mut object = Object::default();
    object.text("pattern", pattern);
    object.done()
}

#[cfg(test)]
mod tests {
    use super::json_schema;
    use crate::json;
    use crate::limits::DEFINITION_BYTES;
    use crate::problem::Problems;
    use crate::schema::{DEFINITION, walk};
    use serde_json::{Value, json};
    use std::fs;
    use std::path::Path;

    fn schema() -> jsonschema::Validator {
        let schema: Value = serde_json::from_str(&json_schema()).unwrap();
        assert!(jsonschema::meta::is_valid(&schema));
        jsonschema::validator_for(&schema).unwrap()
    }

    /// Whether the walk accepts a document; none if it is not one, or if all that is wrong with it is the order of two
    /// numbers, which no schema can say.
    fn walked(document: &str) -> Option<bool> {
        let node = json::parse(document.as_bytes(), 8 * DEFINITION_BYTES).ok()?;
        let mut problems = Problems::default();
        walk(&node, &DEFINITION, "", &mut problems);
        let found = problems.into_list();
        let unsaid = !found.is_empty() && found.iter().all(|problem| problem.message.contains("is not below"));
        (!unsaid).then_some(found.is_empty())
    }

    fn definitions(folder: &str) -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let paths = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
        paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())).collect()
    }

    #[test]
    fn the_schema_and_the_walk_agree_on_every_fixture() {
        let schema = schema();
        let mut counts = [0, 0];
        for folder in [
            "tests/definitions/invalid",
            "tests/definitions/valid",
            "tests/wide",
            "tests/wide/invalid",
            "www/instruments",
        ] {
            for (name, text) in definitions(folder) {
                let Some(accepted) = walked(&text) else { continue };
                assert_eq!(schema.is_valid(&serde_json::from_str(&text).unwrap()), accepted, "{name}");
                counts[usize::from(accepted)] += 1;
            }
        }
        assert!(counts[0] >= 20 && counts[1] >= 50, "{counts:?}");
    }

    /// Every value of a document by its pointer; of those that differ in a place of a list the first.
    fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
        let part = |part: &str| if part.parse::<usize>().is_ok() { "[]".to_owned() } else { part.to_owned() };
        let kind = |at: &str| at.split('/').map(part).collect::<Vec<_>>();
        if !into.iter().any(|other| kind(other) == kind(at)) {
            into.push(at.into());
        }
        match value {
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(n, value)| pointers(value, &format!("{at}/{n}"), into));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), into));
            }
            _ => {}
        }
    }

    #[test]
    fn the_schema_and_the_walk_agree_on_a_definition_changed_in_one_place() {
        let schema = schema();
        let (_, text) =
            definitions("tests/definitions/valid").into_iter().find(|(name, _)| name.contains("all")).unwrap();
        let mut whole: Value = serde_json::from_str(&text).unwrap();
        // Entries like the ones before them tell nothing new, and each is read thousands of times.
        for list in ["/choice_sets", "/pages", "/scales", "/composites", "/advice/rules"] {
            whole.pointer_mut(list).unwrap().as_array_mut().unwrap().truncate(3);
        }
        for set in whole["choice_sets"].as_array_mut().unwrap() {
            set["choices"].as_array_mut().unwrap().truncate(2);
        }
        let (mut all, mut accepted) = (Vec::new(), 0);
        pointers(&whole, "", &mut all);
        let mut values: Vec<Value> = [
            "null",
            "true",
            "-1",
            "0.5",
            "101",
            "1e-7",
            "1e10",
            "[]",
            "{}",
            "[1, 2]",
            r#""""#,
            r#""dk""#,
            r#""a.b""#,
            r#""A-1""#,
            r#""1.0""#,
            r#""c1035691""#,
            r#""https://a b""#,
            r#""a\nb""#,
            r#""dimension""#,
            r#"{"set": "five"}"#,
        ]
        .map(|json| serde_json::from_str(json).unwrap())
        .to_vec();
        values.extend([json!("x".repeat(65)), json!("é".repeat(200)), json!("é".repeat(201))]);
        for pointer in &all {
            for value in &values {
                let mut changed = whole.clone();
                *changed.pointer_mut(pointer).unwrap() = value.clone();
                let Some(fine) = walked(&changed.to_string()) else { continue };
                assert_eq!(schema.is_valid(&changed), fine, "{pointer}: {value}");
                accepted += usize::from(fine);
            }
            // As many entries as one of the limits allows, and one more.
            if let Some(entry) = whole.pointer(pointer).unwrap().get(0) {
                // Five hundred of what is long take most of the time and tell nothing new.
                let long = entry.to_string().len() > 100;
                for n in [20, 21, 32, 33, 64, 65, 500, 501].into_iter().filter(|n| !long || *n < 64) {
                    let mut changed = whole.clone();
                    *changed.pointer_mut(pointer).unwrap() = vec![entry.clone(); n].into();
                    assert_eq!(Some(schema.is_valid(&changed)), walked(&changed.to_string()), "{pointer}: {n} entries");
                }
            }
            for key in ["id", "extra"] {
                let mut changed = whole.clone();
                let Some(fields) = changed.pointer_mut(pointer).unwrap().as_object_mut() else { continue };
                if fields.remove(key).is_none() {
                    fields.insert(key.into(), json!("x"));
                }
                assert_eq!(Some(schema.is_valid(&changed)), walked(&changed.to_string()), "{pointer}: {key}");
            }
        }
        assert!(all.len() > 200 && accepted > 500, "{} {accepted}", all.len());
    }
}
