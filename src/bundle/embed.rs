//! What other people's pages need: the page that writes the code for them, and the script for frames.

use super::kit::Kit;
use super::page::data_block;
use super::parts::Parts;
use super::sheet::list;
use super::site::{moved, policy};
use super::{Address, Files, Options, Published};
use crate::problem::Problem;
use serde_json::{Value, json};

/// The page, and what only it needs of the parts.
pub(crate) const PAGE: [&str; 2] = ["embed.html", "/embed-page.js"];

/// Adds them.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(
    files: &mut Files,
    kit: &Kit,
    published: &Published,
    options: &Options,
    parts: &Parts,
) -> Result<(), Vec<Problem>> {
    // Closed off, since it runs as a plain script: a module would need leave to be read by another site.
    files.insert("resize.js".into(), format!("(()=>{{{}}})();\n", kit.text("resize.js")?.trim()).into_bytes());
    files.insert("tautline.js".into(), format!("import \"./{}/tautline.js\";\n", parts.folder).into_bytes());
    let mut page = moved(kit, "embed.html", parts)?;
    page.say("title", &kit.words(published.speaks(), "embed_title")?.replace("{title}", &published.title))?;
    page.say("p", &kit.words(published.speaks(), "embed_needs")?)?;
    page.speak(published.speaks())?.guard(&format!("{}; frame-src 'self'", policy(&["'self'"], "'self'")))?;
    let block = data_block("id=\"taut-bundle\" ", &about(published, options, parts).to_string());
    page.put("<taut-embed>", &format!("{block}\n<taut-embed>"))?;
    files.insert("embed.html".into(), page.bytes());
    Ok(())
}

/// What the page has to know of the bundle.
fn about(published: &Published, options: &Options, parts: &Parts) -> Value {
    json!({
        "id": published.id,
        "title": published.title,
        "url": options.url.as_ref().map(Address::as_str),
        "languages": published.spoken,
        "parts": parts.folder,
        "integrity": parts.integrity,
        "roles": list(&published.root, "roles"),
        "oembed": options.url.is_some(),
    })
}
