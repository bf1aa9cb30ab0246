//! The site: pages, the worker that keeps them for the time without a network, what browsers and messengers read.

use super::kit::Kit;
use super::page::{Page, data_block, escaped, inline};
use super::parts::{KIT, Parts, WHOLE};
use super::single::style;
use super::{Files, Options, Published, embed, form, samples};
use crate::digest::{self, sha256};
use crate::problem::Problem;
use serde_json::{Value, json};

/// The page for authors.
const STUDIO: &str = "studio.html";

/// Adds the pages and what stands beside them.
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
    files.insert("index.html".into(), first(kit, published, options, parts)?);
    let speaks = published.speaks();
    let words = |name: &str| kit.words(speaks, name);
    for (name, kind) in [("group.html", "group"), ("workshop.html", "workshop")] {
        let title = words(&format!("{kind}_title"))?.replace("{title}", &published.title);
        let mut page = moved(kit, name, parts)?;
        page.speak(speaks)?
            .say("title", &title)?
            .say("p", &words(&format!("{kind}_needs"))?)?
            .guard(&policy(&["'self'"], "'self'"))?;
        files.insert(name.into(), page.bytes());
    }
    if options.studio {
        for name in [STUDIO, samples::PAGE] {
            let mut page = moved(kit, name, parts)?;
            page.guard(&policy(&["'self'"], "'self'"))?;
            files.insert(name.into(), page.bytes());
        }
    }
    let mut nowhere = moved(kit, "404.html", parts)?;
    let title = words("nowhere_title")?;
    nowhere.speak(speaks)?.say("title", &title)?.say("h1", &title)?.say("p", &words("nowhere")?)?;
    nowhere.put(">Open the assessment<", &format!(">{}<", escaped(&words("nowhere_link")?)))?;
    files.insert("404.html".into(), nowhere.bytes());
    files.insert("manifest.webmanifest".into(), manifest(published).into_bytes());
    files.insert("robots.txt".into(), b"User-agent: *\nAllow: /\n".to_vec());
    for (name, bytes) in kit.folder("icons") {
        files.insert(name.into(), bytes.to_vec());
    }
    files.insert("repair.js".into(), kit.bytes("repair.js")?.to_vec());
    if options.url.is_some() {
        files.insert(format!("{}.oembed.json", published.id), oembed(kit, published, options)?.into_bytes());
    }
    Ok(())
}

/// What a page of the site may do: run its own scripts and ask its own host, nothing else.
pub(crate) fn policy(scripts: &[&str], styles: &str) -> String {
    [
        "default-src 'none'",
        &format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        &format!("style-src {styles}"),
        "connect-src 'self'",
        // the pictures of a definition are in it
        "img-src 'self' data:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types tautline",
    ]
    .join("; ")
}

/// The first page holds all that its first screen needs: a second wave of requests costs as much as 100 kB.
fn first(kit: &Kit, published: &Published, options: &Options, parts: &Parts) -> Result<Vec<u8>, Vec<Problem>> {
    let script = kit.text("site.js")?.replace("@parts@", &parts.folder);
    let mut style = style(kit, options)?;
    let speaks = published.speaks();
    let words = kit.wording(speaks)?;
    let definition = String::from_utf8_lossy(&published.json);
    let needs = kit.words(speaks, "needs_scripts")?.replace("{title}", &published.title);
    let mut page = Page::new("index.html", kit.text("pages/index.html")?);
    page.speak(speaks)?.say("title", &published.title)?.say("h1", &published.title)?.say("p", &needs)?;
    // the style, which stands in the page as well, says the same
    page.put("<meta name=\"color-scheme\" content=\"light dark\">\n", "")?;
    let paper =
        format!("<p><a href=\"./{}\">{}</a></p>\n</taut-line>", form::NAME, escaped(&kit.words(speaks, "on_paper")?));
    page.put("</taut-line>", &paper)?;
    if options.studio {
        style.push_str(samples::STYLE);
        page.put("</main>", &samples::link(kit, speaks)?)?;
    }
    page.guard(&policy(&["'self'", &digest::inline(&script)], &digest::inline(&style)))?;
    page.put(
        "<link rel=\"stylesheet\" href=\"./index.css\">\n",
        &format!("{}<style>{style}</style>\n", head(kit, published, options)?),
    )?;
    // Without `blocking` the page is drawn once before the script has run.
    let inlined = format!("<script type=\"module\" blocking=\"render\">{}</script>", inline(&script)?);
    page.put("<script type=\"module\" src=\"./define.js\"></script>", &inlined)?;
    // Words beside words take less room when they are compressed.
    let blocks = [data_block("id=\"taut-texts\" ", words), data_block("", &definition)].join("\n<taut-line>\n");
    page.put("<taut-line>", &blocks)?;
    Ok(page.bytes())
}

/// What browsers, search engines and messengers read of a page.
fn head(kit: &Kit, published: &Published, options: &Options) -> Result<String, Vec<Problem>> {
    let about = escaped(&published.about);
    let mut head = vec!["<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n".to_owned()];
    if !about.is_empty() {
        head.push(format!("<meta name=\"description\" content=\"{about}\">\n"));
    }
    let Some(url) = &options.url else { return Ok(head.concat()) };
    let title = escaped(&published.title);
    for (property, content) in [
        ("type", "website"),
        ("title", &title),
        ("description", &about),
        ("url", &escaped(url.as_str())),
        ("image", &escaped(&url.file("icon-512.png"))),
        ("site_name", &kit.words(published.speaks(), "site_name")?),
    ] {
        head.push(format!("<meta property=\"og:{property}\" content=\"{content}\">\n"));
    }
    let oembed = escaped(&url.file(&format!("{}.oembed.json", published.id)));
    head.push(format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\">\n"
    ));
    Ok(head.concat())
}

/// A page of the kit whose scripts, styles and definitions lie in the folder of the parts.
pub(crate) fn moved(kit: &Kit, name: &'static str, parts: &Parts) -> Result<Page, Vec<Problem>> {
    let html = kit.text(&format!("pages/{name}"))?;
    let moved = html.split_inclusive('\n').map(|line| {
        let part = line.contains("<script") && !line.contains("repair.js")
            || line.contains("stylesheet")
            || line.contains("\"./instruments/");
        if part { line.replace("=\"./", &format!("=\"./{}/", parts.folder)) } else { line.into() }
    });
    Ok(Page::new(name, &moved.collect::<String>()))
}

/// What makes the site an application that can be installed.
fn manifest(published: &Published) -> String {
    let icon = |size: u32, purpose: &str| json!({ "src": format!("./icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let short: String = published.title.split_whitespace().last().unwrap_or_default().chars().take(12).collect();
    let manifest = json!({
        "id": "./",
        "name": published.title,
        "short_name": short,
        "description": published.about,
        "lang": published.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fdfcfa",
        "theme_color": "#0b5360",
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    });
    format!("{manifest:#}\n")
}

/// What a site that only takes an address shows: the frame, and a link where it shows none (oEmbed 1.0, `rich`).
fn oembed(kit: &Kit, published: &Published, options: &Options) -> Result<String, Vec<Problem>> {
    let address = |name: &str| options.url.as_ref().map(|url| escaped(&url.file(name))).unwrap_or_default();
    let title = escaped(&published.title);
    let frame = address(&format!("{}.html", published.id));
    let html = format!(
        "<blockquote><a href=\"{}\">{title}</a></blockquote><iframe src=\"{frame}\" width=\"600\" height=\"640\" title=\"{title}\"></iframe>",
        address(""),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": kit.words(published.speaks(), "site_name")?,
        "title": published.title,
        "width": 600,
        "height": 640,
        "html": html,
    });
    Ok(format!("{answer:#}\n"))
}

/// Adds the worker, which names every file that the site needs without a network, and its hash.
///
/// # Errors
/// A kit without it.
pub(crate) fn add_worker(
    files: &mut Files,
    kit: &Kit,
    published: &Published,
    folder: &str,
) -> Result<(), Vec<Problem>> {
    let speaks = published.speaks();
    // of the two cores of a widget it needs one
    let other: &[&str] = if published.is_wide() { &["pkg/tautline_bg.wasm"] } else { &["pkg/wide_bg.wasm", "wide.js"] };
    let authors =
        |part: &str| part == KIT || part.starts_with(samples::SHOWN) || kit.studio().any(|(name, _)| name == part);
    let needed = |name: &str| match name.strip_prefix(folder) {
        // whoever puts the widget on a page has a network
        part if embed::PAGE.contains(&part.unwrap_or(name)) => false,
        // whoever writes definitions keeps what that needs
        Some(part) if part.strip_prefix('/').is_some_and(authors) => false,
        // other languages are kept once somebody has read them
        Some(part) if part.starts_with("/texts/") => {
            part.starts_with(&format!("/texts/{speaks}"))
                && !part.contains("-embed")
                && (published.is_wide() || !part.contains("-wide"))
        }
        // the rest is loaded where WebAssembly is refused, or never by a site
        Some(part) => {
            let part = part.trim_start_matches('/');
            !part.ends_with("_plain.js") && part != WHOLE && !other.contains(&part)
        }
        // whoever opens it keeps it
        None if [STUDIO, samples::PAGE].contains(&name) => false,
        None => !name.contains('/') && [".html", ".png", ".webmanifest"].iter().any(|end| name.ends_with(end)),
    };
    let list: Vec<Value> =
        files.iter().filter(|(name, _)| needed(name)).map(|(name, bytes)| json!([name, sha256(bytes)])).collect();
    let mut worker = Page::new("sw.js", kit.text("sw.js")?);
    worker.put("const FILES = [];", &format!("const FILES = {};", Value::from(list)))?;
    worker.put("const PARTS = \"\";", &format!("const PARTS = {};", Value::from(folder)))?;
    files.insert("sw.js".into(), worker.bytes());
    Ok(())
}
