//! XML that can only be made well formed (XML 1.0, fifth edition).

use crate::text::joined;

/// An element in the making. Names are ours; `_` in them is written `-`.
pub(super) struct Element {
    name: &'static str,
    /// Whether it is one of QTI's, which all begin with `qti-`.
    qti: bool,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

enum Child {
    Element(Element),
    Text(String),
}

/// An element of QTI, without the `qti-` of its name.
pub(super) fn qti(name: &'static str) -> Element {
    Element { name, qti: true, attributes: Vec::new(), children: Vec::new() }
}

/// An element of HTML or of a manifest.
pub(super) fn plain(name: &'static str) -> Element {
    Element { qti: false, ..qti(name) }
}

/// Lines of a text, a paragraph each.
pub(super) fn paragraphs(text: &str) -> Vec<Element> {
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| plain("p").text(line)).collect()
}

impl Element {
    /// With one more attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With words.
    pub(super) fn text(mut self, words: &str) -> Self {
        self.children.push(Child::Text(words.into()));
        self
    }

    /// With more elements.
    pub(super) fn add(mut self, elements: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(elements.into_iter().map(Child::Element));
        self
    }

    /// The document whose root it is.
    pub(super) fn document(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(0, &mut xml);
        xml.push('\n');
        xml
    }

    fn name(&self, xml: &mut String) {
        xml.push_str(if self.qti { "qti-" } else { "" });
        xml.push_str(&self.name.replace('_', "-"));
    }

    /// Elements alone stand on lines of their own; beside words a space would count.
    fn write(&self, depth: usize, xml: &mut String) {
        xml.push('<');
        self.name(xml);
        for (name, value) in &self.attributes {
            xml.push_str(&joined(&[" ", &name.replace('_', "-"), "=\""]));
            escape(value, xml);
            xml.push('"');
        }
        if self.children.is_empty() {
            return xml.push_str("/>");
        }
        xml.push('>');
        let lines = self.children.iter().all(|child| matches!(child, Child::Element(_)));
        for child in &self.children {
            if lines {
                line(depth + 1, xml);
            }
            match child {
                Child::Element(element) => element.write(depth + 1, xml),
                Child::Text(words) => escape(words, xml),
            }
        }
        if lines {
            line(depth, xml);
        }
        xml.push_str("</");
        self.name(xml);
        xml.push('>');
    }
}

fn line(depth: usize, xml: &mut String) {
    xml.push('\n');
    xml.push_str(&"  ".repeat(depth));
}

/// Words with every sign that means something written out; what XML cannot hold is left out.
fn escape(words: &str, xml: &mut String) {
    for c in words.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // A reader turns them into spaces in an attribute unless they are written out.
            '\n' | '\t' | '\r' => xml.push_str(&joined(&["&#", &u32::from(c).to_string(), ";"])),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => xml.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_markup() {
        let element = qti("item_body").with("base_type", "a\"b\n").add([plain("p").text("<a> & ]]>\u{1}\u{ffff}")]);
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <qti-item-body base-type=\"a&quot;b&#10;\">\n  <p>&lt;a&gt; &amp; ]]&gt;</p>\n</qti-item-body>\n";
        assert_eq!(element.document(), expected);
    }
}
