//! A package of QTI 3.0.1: a manifest, a test, and a file for each item.
//!
//! After 1EdTech's specification and its examples. Points are shares of one: an
//! item has a `SCORE` up to a `MAXSCORE` of 1, and the test weighs items as the
//! quiz does. Points of choices are mappings, a whole answer that is right or
//! wrong is matched, and a number is compared with its tolerance.

mod interaction;
mod item;
mod response;
mod test;
mod xml;

use super::File;
use super::losses::{Losses, NOTHING};
use super::question::{Page, pages, unasked};
use crate::instrument::{Instrument, value};
use crate::json::Node;
use crate::text::joined;
use xml::{Element, plain};

const ITEM_SCHEMA: &str = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0 \
    https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd";
const PACKAGE: &str = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
const PACKAGE_SCHEMA: &str = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 \
    https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd";
/// The file of the test.
const TEST: &str = "assessment-test.xml";

/// The files of the package, the manifest first.
pub(super) fn files(instrument: &Instrument, losses: &mut Losses) -> Vec<File> {
    losses.parts(&instrument.words, &["language", "intro", "quiz", "scales"]);
    for at in unasked(instrument) {
        losses.lost(&at, "item", "no page asks it", NOTHING);
    }
    let pages: Vec<Page<'_>> = pages(instrument).collect();
    let mut files = Vec::new();
    let test = test::test(instrument, &pages, losses).document();
    files.push(File { name: TEST.into(), text: test });
    for question in pages.iter().flat_map(|page| page.questions.iter().chain(&page.optional)) {
        if question.inner().get("of").is_null() {
            let text = item::item(question, losses).document();
            files.push(File { name: file(question.id()), text });
        } else {
            let sentence = "nobody else is there whose answer could be guessed";
            losses.lost(&question.kind_place(), question.kind(), sentence, NOTHING);
        }
    }
    let manifest = manifest(instrument.words.get("id").text(), &files).document();
    files.insert(0, File { name: "imsmanifest.xml".into(), text: manifest });
    files
}

/// The file of an item.
fn file(id: &str) -> String {
    joined(&["items/", id, ".xml"])
}

fn manifest(id: &str, files: &[File]) -> Element {
    let resource = |(n, file): (usize, &File)| {
        let kind = if file.name == TEST { "imsqti_test_xmlv3p0" } else { "imsqti_item_xmlv3p0" };
        plain("resource")
            .with("identifier", format!("resource{n}"))
            .with("type", kind)
            .with("href", file.name.as_str())
            .add([plain("file").with("href", file.name.as_str())])
    };
    let about = [plain("schema").text("QTI Package"), plain("schemaversion").text("3.0.1")];
    plain("manifest")
        .with("xmlns", PACKAGE)
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", PACKAGE_SCHEMA)
        .with("identifier", id)
        .add([plain("metadata").add(about), plain("organizations")])
        .add([plain("resources").add(files.iter().enumerate().map(resource))])
}

/// A root of QTI.
fn root(element: Element) -> Element {
    element
        .with("xmlns", "http://www.imsglobal.org/xsd/imsqtiasi_v3p0")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", ITEM_SCHEMA)
}

/// The value of a choice as an identifier: a number behind a sign that no word begins with.
fn identifier(choice: &Node) -> String {
    let value = value(choice);
    if choice.get("value").number().is_some() { joined(&["c-", &value]) } else { value }
}
