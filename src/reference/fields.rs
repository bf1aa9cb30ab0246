//! The fields of the table, each once, with what is said of it.

use super::docs::{self, Doc};
use crate::schema::{DEFINITION, Shape};

/// A field of a definition.
pub(super) struct Field {
    pub(super) path: String,
    pub(super) required: bool,
    pub(super) shape: &'static Shape,
    pub(super) doc: &'static Doc,
}

/// Objects that stand in several places: a name, the place where they are described, and the others.
pub(super) const SHARED: [(&str, &str, &str); 6] = [
    ("choice", "choice_sets[].choices[]", "items[].kind.choice.choices[]"),
    ("choice", "choice_sets[].choices[]", "items[].kind.multiple.choices[]"),
    ("picture", "choice_sets[].choices[].image", "items[].image"),
    ("source", "source[]", "marks[].source[]"),
    ("source", "source[]", "norms[].source[]"),
    ("missing", "scales[].missing", "items[].kind.grid.missing"),
];

/// Every field in the order of the table; those of a shared object where they are described.
pub(super) fn fields() -> Vec<Field> {
    let mut fields = Vec::new();
    below(&DEFINITION, "", &mut |field| fields.push(field));
    fields
}

/// A field inside the object at a path.
pub(super) fn inside(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { [path, ".", name].concat() }
}

/// An entry of the list at a path.
pub(super) fn entry(path: &str) -> String {
    [path, "[]"].concat()
}

/// The other place of a shared object of which this is a field, with the field; `""` where there is none.
pub(super) fn copies(path: &str) -> String {
    let copy = |(_, place, other): &(&str, &str, &str)| Some([other, path.strip_prefix(place)?].concat());
    SHARED.iter().filter(|(_, place, _)| *place != path).find_map(copy).unwrap_or_default()
}

fn below(shape: &'static Shape, path: &str, found: &mut dyn FnMut(Field)) {
    if SHARED.iter().any(|(_, _, copy)| *copy == path) {
        return;
    }
    match shape {
        Shape::Object(fields) | Shape::One(fields) => {
            for (name, required, shape) in *fields {
                let path = inside(path, name);
                found(Field { path: path.clone(), required: *required, shape, doc: docs::of(&path) });
                below(shape, &path, found);
            }
        }
        Shape::List(_, shape) => below(shape, &entry(path), found),
        Shape::IdOr(shape) => below(shape, path, found),
        _ => {}
    }
}
