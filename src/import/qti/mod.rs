//! Items of QTI 3: one, a folder of them, or a package.
//!
//! | interaction | becomes |
//! | --- | --- |
//! | choice | a choice, or several where more than one may be chosen |
//! | inline choice | a choice, with a blank in its text |
//! | text entry | words, or a number by its base type |
//! | order | a ranking |
//! | match | a grid, where a row has one choice |
//! | slider | a number |
//! | extended text | a note |
//! | none | a text to read |
//! | any other, or several in an item | a loss |
//!
//! `match_correct` is all or nothing; `map_response` gives points, and the most
//! that can be had is the weight. Other response processing is a loss, and the correct
//! response counts. Names are read as in QTI 2 too: `simpleChoice` is
//! `qti-simple-choice`. In a package the test says which items there are, and its
//! sections are pages; files that are no items are not listed.

mod choice;
mod declared;
mod interaction;
mod item;
mod package;
mod prose;

use super::draft::Draft;
use super::quiz::Quiz;
use super::report::{Report, clip};
use super::source::{bad, utf8};
use super::{File, Wishes, archive, xml};
use crate::limits;
use crate::problem::Problem;
use crate::text::joined;
use package::{Listed, Package};
use roxmltree::Node;

/// Reads items.
pub(crate) fn read(files: &[File<'_>], wishes: &Wishes<'_>, report: &mut Report) -> Result<Draft, Vec<Problem>> {
    let (first, bytes) = files.first().copied().unwrap_or_default();
    let name = if files.len() > 1 { "items" } else { first };
    let mut qti = Qti { quiz: Quiz::new(name, wishes, report) };
    if files.len() == 1 && !archive::is(bytes) {
        let text = utf8((first, bytes))?;
        let document = xml::document(first, text)?;
        if tag(document.root_element()) != "assessmentitem" {
            return Err(bad(first, "this is no item of QTI", "give an item, a folder of items or a package"));
        }
        qti.item(document.root_element(), "");
        return Ok(qti.quiz.done());
    }
    let mut package = Package::open(files).ok_or_else(|| bad(first, "this is no package", "give a .zip of items"))?;
    for Listed { path, page } in qti.places(&mut package)? {
        if qti.quiz.draft.is_full() {
            break;
        }
        qti.quiz.page(&page, "");
        qti.file(&mut package, &path);
    }
    Ok(qti.quiz.done())
}

struct Qti<'r> {
    quiz: Quiz<'r>,
}

impl Qti<'_> {
    /// An item of a package.
    fn file(&mut self, package: &mut Package<'_>, path: &str) {
        let here = place(path);
        let text = package.part(path);
        let document = text.as_deref().and_then(|text| xml::document(path, text).ok());
        match document.as_ref().map(roxmltree::Document::root_element) {
            Some(root) if tag(root) == "assessmentitem" => self.item(root, &here),
            Some(_) => self.quiz.left_out(&here, "a file", "it is no item"),
            None => self.quiz.left_out(&here, "a file", "it is missing, damaged or too large, or no XML"),
        }
    }
}

/// A name of QTI 3 or 2 in one way: small letters only.
fn plain(name: &str) -> String {
    name.strip_prefix("qti-").unwrap_or(name).replace('-', "").to_ascii_lowercase()
}

fn tag(node: Node<'_, '_>) -> String {
    plain(node.tag_name().name())
}

/// An attribute by its plain name; `""` where there is none.
fn attribute<'d>(node: Node<'d, 'd>, name: &str) -> &'d str {
    node.attributes().find(|attribute| plain(attribute.name()) == name).map_or("", |attribute| attribute.value().trim())
}

/// An attribute that is a number within the bounds of a definition.
fn number(node: Node<'_, '_>, name: &str) -> Option<f64> {
    let value = node.attributes().find(|attribute| plain(attribute.name()) == name)?.value();
    value.trim().parse().ok().filter(|x: &f64| x.abs() <= limits::MAGNITUDE)
}

/// The children of a name.
fn children<'d>(node: Node<'d, 'd>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    node.children().filter(move |child| child.is_element() && tag(*child) == name)
}

/// The elements of a name below a node.
fn below<'d>(node: Node<'d, 'd>, name: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    node.descendants().filter(move |child| child.is_element() && tag(*child) == name)
}

/// The place of a file.
fn place(path: &str) -> String {
    joined(&["/", &clip(path, limits::TITLE)])
}

/// A place in a file.
fn inside(path: &str, node: Node<'_, '_>) -> String {
    joined(&[path, "/", &clip(node.tag_name().name(), limits::ID)])
}
