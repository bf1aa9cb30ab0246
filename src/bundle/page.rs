//! Pages: policies, data blocks, and what stands where in a page that comes with the kit.

use super::refusals;
use crate::markup;
use crate::problem::Problem;

/// Words for a page: nothing in them is a tag.
pub(crate) fn escaped(words: &str) -> String {
    markup::text(words).into_string()
}

/// JSON inside a page; no policy forbids it, since nothing in it runs.
pub(crate) fn data_block(attributes: &str, json: &str) -> String {
    format!("<script {attributes}type=\"application/json\">{}</script>", json.trim().replace('<', "\\u003c"))
}

/// A page that is being changed. Each change names what it expects to find once, so that a page of the kit and
/// this program cannot grow apart unseen.
pub(crate) struct Page {
    name: &'static str,
    html: String,
}

impl Page {
    /// Begins with a page of the kit.
    pub(crate) fn new(name: &'static str, html: &str) -> Self {
        Page { name, html: html.into() }
    }

    /// Puts something in the place of something.
    ///
    /// # Errors
    /// A page that does not hold it once.
    pub(crate) fn put(&mut self, from: &str, to: &str) -> Result<&mut Self, Vec<Problem>> {
        let mut parts = self.html.split(from);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(before), Some(after), None) => self.html = [before, to, after].concat(),
            _ => return Err(refusals::kit(&[self.name, " must hold ", from, " once"])),
        }
        Ok(self)
    }

    /// Puts words between a tag and its end.
    ///
    /// # Errors
    /// A page that does not hold the tag.
    pub(crate) fn say(&mut self, tag: &str, words: &str) -> Result<&mut Self, Vec<Problem>> {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let found = self.html.split_once(&open).and_then(|(before, rest)| Some((before, rest.split_once(&close)?.1)));
        let Some((before, after)) = found else {
            return Err(refusals::kit(&[self.name, " must hold ", &open]));
        };
        self.html = [before, &open, &escaped(words), &close, after].concat();
        Ok(self)
    }

    /// Says in which language the page is.
    ///
    /// # Errors
    /// A page that says it is in another than English.
    pub(crate) fn speak(&mut self, language: &str) -> Result<&mut Self, Vec<Problem>> {
        let direction = if ["ar", "he"].contains(&language) { " dir=\"rtl\"" } else { "" };
        self.put("<html lang=\"en\">", &format!("<html lang=\"{language}\"{direction}>"))
    }

    /// Gives the page its policy, the first thing in it that a browser obeys.
    ///
    /// # Errors
    /// A page without a viewport.
    pub(crate) fn guard(&mut self, policy: &str) -> Result<&mut Self, Vec<Problem>> {
        let meta =
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<meta name=\"viewport\"");
        self.put("<meta name=\"viewport\"", &meta)
    }

    /// The page as bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.html.clone().into_bytes()
    }
}

/// A script in a page must not hold what ends it.
///
/// # Errors
/// A script that does.
pub(crate) fn inline(script: &str) -> Result<&str, Vec<Problem>> {
    let lower = script.to_ascii_lowercase();
    if ["<script", "</script", "<!--"].iter().any(|end| lower.contains(end)) {
        return Err(refusals::kit(&["a script that holds <script or <!-- ends the page that it stands in"]));
    }
    Ok(script)
}
