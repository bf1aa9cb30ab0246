//! The site: pages, the worker that keeps them for the time without a network, what browsers and messengers read.

use super::page::{Page, data_block, escaped, inline};
use super::parts::Parts;
use super::single::style;
use super::{Files, Instrument, Options, embed, form};
use crate::bundle::kit::Kit;
use crate::digest::{self, sha256};
use crate::ending::Failure;
use serde_json::{Value, json};

/// Adds the pages and what stands beside them.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(
    files: &mut Files,
    kit: &Kit,
    instrument: &Instrument,
    options: &Options,
    parts: &Parts,
) -> Result<(), Failure> {
    files.insert("index.html".into(), first(kit, instrument, options, parts)?);
    let speaks = instrument.speaks();
    let words = |name: &str| kit.words(speaks, name);
    for (name, kind) in [("group.html", "group"), ("workshop.html", "workshop")] {
        let title = words(&format!("{kind}_title"))?.replace("{title}", &instrument.title);
        let mut page = moved(kit, name, parts)?;
        page.speak(speaks)?
            .say("title", &title)?
            .say("p", &words(&format!("{kind}_needs"))?)?
            .guard(&policy(&["'self'"], "'self'"))?;
        files.insert(name.into(), page.bytes());
    }
    let mut nowhere = moved(kit, "404.html", parts)?;
    let title = words("nowhere_title")?;
    nowhere.speak(speaks)?.say("title", &title)?.say("h1", &title)?.say("p", &words("nowhere")?)?;
    nowhere.put(">Open the assessment<", &format!(">{}<", escaped(&words("nowhere_link")?)))?;
    files.insert("404.html".into(), nowhere.bytes());
    files.insert("manifest.webmanifest".into(), manifest(instrument).into_bytes());
    files.insert("robots.txt".into(), b"User-agent: *\nAllow: /\n".to_vec());
    for (name, bytes) in kit.folder("icons") {
        files.insert(name.into(), bytes.to_vec());
    }
    files.insert("repair.js".into(), kit.bytes("repair.js")?.to_vec());
    if options.url.is_some() {
        files.insert(format!("{}.oembed.json", instrument.id), oembed(kit, instrument, options)?.into_bytes());
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
        "img-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types tautline",
    ]
    .join("; ")
}

/// The first page holds all that its first screen needs: a second wave of requests costs as much as 100 kB.
fn first(kit: &Kit, instrument: &Instrument, options: &Options, parts: &Parts) -> Result<Vec<u8>, Failure> {
    let script = kit.text("site.js")?.replace("@parts@", &parts.folder);
    let style = style(kit, options)?;
    let speaks = instrument.speaks();
    let words = kit.wording(speaks)?;
    let definition = String::from_utf8_lossy(&instrument.json);
    let needs = kit.words(speaks, "needs_scripts")?.replace("{title}", &instrument.title);
    let mut page = Page::new("index.html", kit.text("pages/index.html")?);
    page.speak(speaks)?.say("title", &instrument.title)?.say("h1", &instrument.title)?.say("p", &needs)?;
    // the style, which stands in the page as well, says the same
    page.put("<meta name=\"color-scheme\" content=\"light dark\">\n", "")?;
    let paper =
        format!("<p><a href=\"./{}\">{}</a></p>\n</taut-line>", form::NAME, escaped(&kit.words(speaks, "on_paper")?));
    page.put("</taut-line>", &paper)?;
    page.guard(&policy(&["'self'", &digest::inline(&script)], &digest::inline(&style)))?;
    page.put(
        "<link rel=\"stylesheet\" href=\"./index.css\">\n",
        &format!("{}<style>{style}</style>\n", head(kit, instrument, options)?),
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
fn head(kit: &Kit, instrument: &Instrument, options: &Options) -> Result<String, Failure> {
    let about = escaped(&instrument.about);
    let mut head = vec!["<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n".to_owned()];
    if !about.is_empty() {
        head.push(format!("<meta name=\"description\" content=\"{about}\">\n"));
    }
    let Some(url) = &options.url else { return Ok(head.concat()) };
    let title = escaped(&instrument.title);
    for (property, content) in [
        ("type", "website"),
        ("title", &title),
        ("description", &about),
        ("url", &escaped(url.as_str())),
        ("image", &escaped(&url.file("icon-512.png"))),
        ("site_name", &kit.words(instrument.speaks(), "site_name")?),
    ] {
        head.push(format!("<meta property=\"og:{property}\" content=\"{content}\">\n"));
    }
    let oembed = escaped(&url.file(&format!("{}.oembed.json", instrument.id)));
    head.push(format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\">\n"
    ));
    Ok(head.concat())
}

/// A page of the kit whose scripts and styles lie in the folder of the parts.
pub(crate) fn moved(kit: &Kit, name: &'static str, parts: &Parts) -> Result<Page, Failure> {
    let html = kit.text(&format!("pages/{name}"))?;
    let moved = html.split_inclusive('\n').map(|line| {
        let part = line.contains("<script") && !line.contains("repair.js") || line.contains("stylesheet");
        if part { line.replace("=\"./", &format!("=\"./{}/", parts.folder)) } else { line.into() }
    });
    Ok(Page::new(name, &moved.collect::<String>()))
}

/// What makes the site an application that can be installed.
fn manifest(instrument: &Instrument) -> String {
    let icon = |size: u32, purpose: &str| json!({ "src": format!("./icon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let short: String = instrument.title.split_whitespace().last().unwrap_or_default().chars().take(12).collect();
    let manifest = json!({
        "id": "./",
        "name": instrument.title,
        "short_name": short,
        "description": instrument.about,
        "lang": instrument.language,
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
fn oembed(kit: &Kit, instrument: &Instrument, options: &Options) -> Result<String, Failure> {
    let address = |name: &str| options.url.as_ref().map(|url| escaped(&url.file(name))).unwrap_or_default();
    let title = escaped(&instrument.title);
    let frame = address(&format!("{}.html", instrument.id));
    let html = format!(
        "<blockquote><a href=\"{}\">{title}</a></blockquote><iframe src=\"{frame}\" width=\"600\" height=\"640\" title=\"{title}\"></iframe>",
        address(""),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": kit.words(instrument.speaks(), "site_name")?,
        "title": instrument.title,
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
pub(crate) fn add_worker(files: &mut Files, kit: &Kit, speaks: &str, folder: &str) -> Result<(), Failure> {
    let needed = |name: &str| match name.strip_prefix(folder) {
        // whoever puts the widget on a page has a network
        part if embed::PAGE.contains(&part.unwrap_or(name)) => false,
        // other languages are kept once somebody has read them
        Some(part) if part.starts_with("/texts/") => {
            part.starts_with(&format!("/texts/{speaks}")) && !part.contains("-embed")
        }
        // the rest is loaded where WebAssembly is refused, by authors, or never by a site
        Some(part) => !part.ends_with("_plain.js") && !["/whole.js", "/pkg/studio_bg.wasm"].contains(&part),
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
