//! The page of one file: everything inside, no request of any kind.

use super::archive::squeezed;
use super::kit::Kit;
use super::page::{Page, escaped, inline};
use super::sheet::{Sheet, asked, list, word};
use super::{Address, Files, Options, Published, refusals};
use crate::digest::{self, base64};
use crate::problem::Problem;
use serde_json::{Value, json};

/// What a file of one page is for.
pub(crate) struct Use {
    /// The script of the kit.
    pub(crate) script: &'static str,
    /// The words in it until its script runs.
    pub(crate) needs: &'static str,
    /// How the names of the words begin that its script may say around the widget.
    pub(crate) says: &'static str,
    /// Whether it leads to the site, and may pass on to an origin what a publisher has named.
    pub(crate) elsewhere: bool,
}

/// For readers: opened from disk, or in a frame.
const READER: Use = Use { script: "single.js", needs: "needs_scripts", says: "passed_on", elsewhere: true };

/// The page, without anything that is told apart by the place it stands in.
const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title></title>
<link rel="icon" href="data:,">
<style></style>
</head>
<body>
<main>
<h1></h1>
<taut-line><p></p></taut-line>
</main>
<script id="packed" type="application/gzip"></script>
<script type="module"></script>
</body>
</html>
"#;

/// Adds one for each language.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(files: &mut Files, kit: &Kit, published: &Published, options: &Options) -> Result<(), Vec<Problem>> {
    for (n, language) in published.spoken.iter().enumerate() {
        let ending = if n == 0 { ".html".into() } else { format!(".{language}.html") };
        files.insert([&published.id, ending.as_str()].concat(), page(kit, published, options, &READER, language)?);
    }
    Ok(())
}

/// Composes it.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn page(
    kit: &Kit,
    published: &Published,
    options: &Options,
    purpose: &Use,
    language: &str,
) -> Result<Vec<u8>, Vec<Problem>> {
    let loader = inline(kit.text("loader.js")?)?;
    let style = &[kit.text("single.css")?, &style(kit, options)?].concat();
    let code = kit.whole(purpose.script)?;
    let policy = [
        "default-src 'none'",
        &format!("script-src {} {} 'wasm-unsafe-eval'", digest::inline(loader), digest::inline(&code)),
        &format!("style-src {}", digest::inline(style)),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types tautline",
    ]
    .join("; ");
    let packed =
        [code.as_bytes(), b"\0", &published.json, words(kit, published, language, purpose)?.as_bytes()].concat();
    let told = |name: &str, address: &Option<Address>| match address {
        Some(address) if purpose.elsewhere => format!(" {name}=\"{}\"", escaped(address.as_str())),
        _ => String::new(),
    };
    let widget = ["<taut-line", &told("home", &options.url), &told("data-post", &options.post)].concat();
    let needs = kit.words(language, purpose.needs)?.replace("{title}", &published.title);
    let mut page = Page::new("the page of one file", PAGE);
    page.speak(language)?
        .guard(&policy)?
        .say("title", &published.title)?
        .say("h1", &published.title)?
        .say("p", &needs)?;
    page.put("</p></taut-line>", &format!("</p>{}</taut-line>", questions(published)))?;
    page.put("<style></style>", &format!("<style>{style}</style>"))?.put("<taut-line", &widget)?;
    page.put(r#"gzip"></script>"#, &format!(r#"gzip">{}</script>"#, base64(&squeezed(&packed))))?;
    page.put(r#"module"></script>"#, &format!(r#"module">{loader}</script>"#))?;
    Ok(page.bytes())
}

/// The words in the file: each kind after its name.
fn words(kit: &Kit, published: &Published, language: &str, purpose: &Use) -> Result<String, Vec<Problem>> {
    let together = kit.catalogue(language, "-together")?;
    let mut around = kit.catalogue(language, "-embed")?;
    if let Some(fields) = around.as_object_mut() {
        fields.retain(|name, _| name.starts_with(purpose.says));
    }
    let links = json!({ "file": together.get("file"), "link": together.get("link") });
    let wide =
        if published.is_wide() { format!("\0-wide\0{}", kit.catalogue(language, "-wide")?) } else { String::new() };
    Ok(format!("\0\0{}\0-together\0{links}\0-embed\0{around}{wide}", kit.wording(language)?))
}

/// What is asked, for those whose browser runs no script.
fn questions(published: &Published) -> String {
    let sheet = Sheet::of(&published.root);
    let page = |page: &Value| {
        let text = |id| format!("<li>{}\n", escaped(word(sheet.find("items", id), "text")));
        let items: String = asked(page).map(text).collect();
        format!("\n<h2>{}</h2>\n<ol>{items}</ol>", escaped(word(page, "title")))
    };
    list(&published.root, "pages").iter().map(page).collect()
}

/// The style of a page that holds the widget: ours, and the theme that was asked for.
///
/// # Errors
/// A theme that does not exist.
pub(crate) fn style(kit: &Kit, options: &Options) -> Result<String, Vec<Problem>> {
    let ours = kit.text("parts/index.css")?;
    let Some(theme) = &options.theme else { return Ok(ours.into()) };
    let themes = || kit.folder("themes").filter_map(|(name, _)| name.strip_suffix(".css"));
    if !themes().any(|name| name == theme) {
        return Err(refusals::theme(theme, &themes().collect::<Vec<_>>()));
    }
    Ok([ours, kit.text(&format!("themes/{theme}.css"))?].concat())
}
