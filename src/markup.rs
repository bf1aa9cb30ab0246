//! HTML that can only be made escaped.

use crate::digest;

/// Finished HTML. Text enters it by [`text`] and [`element`], both of which
/// escape, so that no word of an instrument or an answer can become a tag.
pub struct Markup(String);

impl Markup {
    /// A style of ours, unescaped as the language of styles wants it.
    fn style(style: &'static str) -> Self {
        Markup(["<style>", style, "</style>\n"].concat())
    }

    /// The HTML as written.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A page that runs nothing and asks for nothing: its policy allows the one style, by its hash. `scheme` is the
/// colour scheme that the style is made for.
pub fn page(language: &str, title: &str, scheme: &str, style: &'static str, body: Markup) -> String {
    // Pictures are in the page itself.
    let images = if body.0.contains("<img ") { "img-src data:; " } else { "" };
    let style_hash = digest::inline(style);
    let policy = format!("default-src 'none'; {images}style-src {style_hash}; base-uri 'none'; form-action 'none'");
    let meta = |name: &'static str, value: &str| element("meta", &[("name", name), ("content", value)], vec![]);
    let head = vec![
        element("meta", &[("charset", "utf-8")], vec![]),
        element("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)], vec![]),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", scheme),
        meta("referrer", "no-referrer"),
        element("title", &[], vec![text(title)]),
        // The one text that is not escaped: it is ours, and its hash is of these bytes.
        Markup::style(style),
    ];
    let html = vec![element("head", &[], head), element("body", &[], vec![body])];
    format!("<!doctype html>\n{}\n", element("html", &[("lang", language)], html).into_string())
}

/// Words.
pub fn text(words: &str) -> Markup {
    let mut markup = String::with_capacity(words.len());
    escape(words, &mut markup);
    Markup(markup)
}

/// An element; its name and the names of its attributes are ours.
pub fn element(name: &'static str, attributes: &[(&'static str, &str)], children: Vec<Markup>) -> Markup {
    let mut markup = format!("<{name}");
    for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        markup.push(' ');
        markup.push_str(key);
        markup.push_str("=\"");
        escape(value, &mut markup);
        markup.push('"');
    }
    markup.push('>');
    for child in children {
        markup.push_str(&child.0);
    }
    if !["meta", "img"].contains(&name) {
        markup.push_str("</");
        markup.push_str(name);
        markup.push('>');
    }
    if BLOCKS.contains(&name) {
        markup.push('\n');
    }
    Markup(markup)
}

/// Elements that end a line of the source.
const BLOCKS: [&str; 15] =
    ["meta", "title", "main", "section", "header", "article", "h1", "h2", "h3", "h4", "p", "li", "tr", "pre", "svg"];

fn escape(words: &str, markup: &mut String) {
    for c in words.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\'' => markup.push_str("&#39;"),
            c => markup.push(c),
        }
    }
}
