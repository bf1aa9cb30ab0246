//! Which items there are, and in which order.

use super::super::report::clip;
use super::super::source::bad;
use super::super::{File, archive, archive::Archive, xml};
use super::{Qti, attribute, below, inside, place, tag};
use crate::limits;
use crate::problem::{Problem, quoted};
use crate::text::joined;
use roxmltree::Node;

/// The file that lists the others.
const MANIFEST: &str = "imsmanifest.xml";

/// What a test says and a quiz cannot.
const LOST: [&str; 13] = [
    "assessmentsectionref",
    "branchrule",
    "includeitem",
    "itemsessioncontrol",
    "ordering",
    "outcomeprocessing",
    "precondition",
    "rubricblock",
    "selection",
    "templatedefault",
    "testfeedback",
    "timelimits",
    "weight",
];

/// Files by their paths.
pub(super) enum Package<'f> {
    Folder(&'f [File<'f>]),
    Zip(Archive<'f>),
}

/// An item, and the title of the page that it stands on.
pub(super) struct Listed {
    pub(super) path: String,
    pub(super) page: String,
}

impl<'f> Package<'f> {
    pub(super) fn open(files: &'f [File<'f>]) -> Option<Self> {
        match files {
            [] => None,
            [(_, bytes)] if archive::is(bytes) => Archive::open(bytes).map(Package::Zip),
            files => Some(Package::Folder(files)),
        }
    }

    pub(super) fn part(&mut self, path: &str) -> Option<String> {
        match self {
            Package::Zip(archive) => archive.part(path),
            Package::Folder(files) => {
                let (_, bytes) = files.iter().find(|(name, _)| *name == path)?;
                core::str::from_utf8(bytes).ok().map(String::from)
            }
        }
    }
}

impl Qti<'_> {
    /// The items of a package: those of its test, else those of its manifest, else
    /// every file of a folder.
    pub(super) fn places(&mut self, package: &mut Package<'_>) -> Result<Vec<Listed>, Vec<Problem>> {
        let Some(manifest) = package.part(MANIFEST) else {
            let Package::Folder(files) = package else {
                return Err(bad(MANIFEST, "the package has no such file", "export it once more"));
            };
            return Ok(files.iter().map(|(name, _)| listed(name, "")).collect());
        };
        let manifest = xml::document(MANIFEST, &manifest)?;
        let (mut items, mut tests) = (Vec::new(), Vec::new());
        for resource in below(manifest.root_element(), "resource").take(limits::SOURCE_FILES) {
            let (kind, href) = (attribute(resource, "type"), attribute(resource, "href"));
            if kind.contains("_item_") {
                items.push(listed(&resolved("", href), ""));
            } else if kind.contains("_test_") || kind.contains("assessment_") {
                tests.push(resolved("", href));
            }
        }
        let mut tests = tests.into_iter();
        let Some(test) = tests.next() else { return Ok(items) };
        for other in tests {
            self.quiz.report.lost(&place(&other), "a test", "only the first test is read", "nothing");
        }
        let text =
            package.part(&test).ok_or_else(|| bad(&test, "the test is missing or damaged", "export it again"))?;
        let document = xml::document(&test, &text)?;
        let places = self.test(document.root_element(), &test);
        for item in items {
            if !places.iter().any(|place| place.path == item.path) {
                self.quiz.report.lost(&place(&item.path), "an item", "the test does not ask it", "nothing");
            }
        }
        Ok(places)
    }

    /// The items of a test, in their order.
    fn test(&mut self, root: Node<'_, '_>, path: &str) -> Vec<Listed> {
        let here = place(path);
        let title = attribute(root, "title");
        if !title.is_empty() {
            self.quiz.draft.title = self.quiz.draft.label(title, title, &here, self.quiz.report);
        }
        let mut places = Vec::new();
        // Sections within each other, with what is left of them: no recursion.
        let mut open = vec![(root.children(), String::new())];
        while let Some((children, page)) = open.last_mut() {
            let page = page.clone();
            let Some(node) = children.next() else {
                open.pop();
                continue;
            };
            let name = if node.is_element() { tag(node) } else { String::new() };
            if LOST.contains(&name.as_str()) {
                let sentence = "a quiz here has nothing like it";
                self.quiz.report.lost(&inside(&here, node), node.tag_name().name(), sentence, "nothing");
            } else if name == "assessmentitemref" && places.len() <= limits::ITEMS {
                places.push(listed(&resolved(path, attribute(node, "href")), &page));
                open.push((node.children(), page));
            } else if ["testpart", "assessmentsection"].contains(&name.as_str()) {
                let title = clip(attribute(node, "title"), limits::TITLE);
                open.push((node.children(), if title.is_empty() { page } else { title }));
            }
        }
        if places.len() > limits::ITEMS {
            let construct = quoted(title);
            self.quiz.report.lost(&here, &construct, "it has more items than there may be", "the first of them");
        }
        places
    }
}

fn listed(path: &str, page: &str) -> Listed {
    Listed { path: path.into(), page: page.into() }
}

/// A path that is written in the file `from`.
fn resolved(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.iter().enumerate().fold(String::new(), |path, (n, part)| joined(&[&path, if n > 0 { "/" } else { "" }, part]))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn paths_start_at_their_file() {
        for (from, href, expected) in [
            ("", "items/a.xml", "items/a.xml"),
            ("tests/t.xml", "../items/./a.xml", "items/a.xml"),
            ("tests/t.xml", "a.xml", "tests/a.xml"),
            ("t.xml", "../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(from, href), expected);
        }
    }
}
