//! What an author has to know of each field of a definition.
//!
//! Shapes stand in `schema`, which every reader's page carries; sentences, defaults and examples stand here, where
//! only programs for authors hold them. From both come the JSON Schema that editors read and the data of the page of
//! reference, so that neither can say something else than the gate does.
//!
//! A path names fields from the outside in, and `[]` an entry of a list: `items[].kind.number.min`.

mod docs;
mod fields;
mod json_schema;
mod language;
mod words;

pub(crate) use json_schema::json_schema;

use crate::data::{Data, object};
use fields::{Field, fields};

/// The page of reference as data: `Reference`, see [`crate::author::reference`].
pub(crate) fn reference() -> Data<'static> {
    let all = fields();
    let mut areas = Vec::new();
    for area in docs::AREAS {
        let of_area = |field: &&Field| area.docs.iter().any(|doc| doc.0 == field.doc.0);
        let rows: Vec<Data> = all.iter().filter(of_area).map(row).collect();
        areas.push(object! { "id" => area.id, "title" => area.title, "text" => area.text, "fields" => rows });
    }
    object! { "areas" => areas, "language" => language::language() }
}

fn row(field: &Field) -> Data<'static> {
    let (_, text, default, example) = *field.doc;
    let (kind, limits) = words::words(field.shape);
    object! {
        "path" => field.path.clone(),
        "required" => field.required,
        "text" => text,
        "type" => kind,
        "limits" => limits,
        "default" => default,
        "example" => example,
        "also" => fields::copies(&field.path),
    }
}

#[cfg(test)]
mod tests {
    use super::docs::AREAS;
    use super::fields::{SHARED, fields};
    use crate::json;
    use crate::problem::Problems;
    use crate::schema::{Shape, walk};
    use std::collections::BTreeSet;

    #[test]
    fn every_field_is_described_once_and_every_description_has_its_field() {
        let fields: Vec<String> = fields().into_iter().map(|field| field.path).collect();
        let described: Vec<&str> = AREAS.iter().flat_map(|area| area.docs).map(|doc| doc.0).collect();
        assert!(fields.len() > 200, "{}", fields.len());
        let (a, b): (BTreeSet<&str>, BTreeSet<&str>) =
            (fields.iter().map(String::as_str).collect(), described.iter().copied().collect());
        assert_eq!(a.difference(&b).collect::<Vec<_>>(), [] as [&&str; 0], "nothing is said of these");
        assert_eq!(b.difference(&a).collect::<Vec<_>>(), [] as [&&str; 0], "there are no such fields");
        assert_eq!((a.len(), b.len()), (fields.len(), described.len()), "one of them occurs twice");
        for (path, text, ..) in AREAS.iter().flat_map(|area| area.docs) {
            let ends = text.ends_with('.') && text.starts_with(|c: char| c.is_ascii_uppercase() || c == '`');
            assert!(ends, "{path}: {text}");
        }
    }

    #[track_caller]
    fn fits(shape: &Shape, json: &str, path: &str) {
        let node = json::parse(json.as_bytes(), 10_000);
        let node = node.unwrap_or_else(|problems| panic!("{path}: {json}: {problems:?}"));
        let mut problems = Problems::default();
        walk(&node, shape, "", &mut problems);
        let found = problems.into_list();
        assert!(found.is_empty(), "{path}: {json}: {found:?}");
    }

    #[test]
    fn examples_and_defaults_are_what_the_gate_accepts() {
        for field in fields() {
            let (path, _, default, example) = *field.doc;
            fits(field.shape, example, path);
            if !default.is_empty() {
                assert!(!field.required, "{path} is never left out");
                fits(field.shape, default, path);
            }
        }
    }

    #[test]
    fn objects_of_two_places_have_one_shape() {
        for (name, place, copy) in SHARED {
            let shape = |path| super::json_schema::at(&crate::schema::DEFINITION, "", path);
            assert!(shape(place).is_some() && shape(place) == shape(copy), "{name}");
        }
    }
}
