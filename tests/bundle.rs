//! What a publisher gets, made of a kit whose scripts are stand-ins and whose pages, sheets and words are ours.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, its helpers included")]

mod support;

use base64::Engine;
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{accepted, refused};
use tautline::author::{self, Files};

const MINIMAL: &str = include_str!("definitions/valid/one-dimension.json");

/// Stands in for scripts and modules. What is written for `@whole@` and `@parts@` is told by these.
const STAND_INS: [(&str, &str); 21] = [
    ("loader.js", "load()"),
    ("single.js", "single(\"@whole@\")"),
    ("lms.js", "lms(\"@whole@\")"),
    ("site.js", "site(\"./@parts@/\")"),
    ("resize.js", "resize()"),
    ("whole.wasm", "\0asm"),
    ("parts/whole.js", "whole(\"@whole@\")"),
    ("parts/tautline.js", "tautline()"),
    ("parts/embed-page.js", "embed()"),
    ("parts/pkg/compile.js", "compile()"),
    ("parts/pkg/compile_bg.wasm", "\0asm"),
    ("parts/pkg/whole_plain.js", "plain()"),
    ("parts/pkg/tautline_bg.wasm", "\0asm"),
    ("parts/wide.js", "wide()"),
    ("parts/pkg/wide_bg.wasm", "\0asm wide"),
    ("parts/pkg/wide_plain.js", "wide_plain()"),
    ("wide/whole.js", "wide_whole(\"@whole@\")"),
    ("wide/single.js", "wide_single(\"@whole@\")"),
    ("wide/lms.js", "wide_lms(\"@whole@\")"),
    ("package/slim.js", "slim()"),
    ("studio/pkg/studio_bg.wasm", "\0asm"),
];

fn www(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(path)
}

/// The files of a folder of the site that end so, under other names.
fn taken(files: &mut Files, folder: &str, ending: &str, to: &str) {
    for path in fs::read_dir(www(folder)).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_file() && path.to_string_lossy().ends_with(ending) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.insert(format!("{to}{name}"), fs::read(path).unwrap());
        }
    }
}

fn parts() -> Files {
    let mut files: Files = STAND_INS.iter().map(|(name, text)| ((*name).into(), text.as_bytes().to_vec())).collect();
    for (folder, ending, to) in [
        ("", ".html", "pages/"),
        ("", ".png", "icons/"),
        ("", "index.css", "parts/"),
        ("", "samples.css", "studio/"),
        ("", "repair.js", ""),
        ("embed", "single.css", ""),
        ("embed", "sw.js", ""),
        ("texts", "-embed.json", "parts/texts/"),
        ("texts", "-together.json", "parts/texts/"),
        ("texts", "-wide.json", "parts/texts/"),
        ("themes", ".css", "themes/"),
        ("package", "package.json", "package/"),
        ("hosting", "nginx.conf", "hosting/"),
        ("instruments/samples", "blog-quiz.json", "studio/instruments/samples/"),
    ] {
        taken(&mut files, folder, ending, to);
    }
    // Whatever they say, it is packed: a few words are packed sooner.
    files.extend(["ar", "de", "en"].map(|language| (format!("parts/texts/{language}.json"), b"{}".to_vec())));
    files
}

fn kit() -> Vec<u8> {
    author::packed(&parts()).unwrap()
}

#[track_caller]
fn bundle(definition: &str, options: &Value) -> Files {
    author::bundle(&kit(), definition.as_bytes(), options.to_string().as_bytes()).unwrap()
}

fn unpacked(archive: &[u8]) -> Files {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut files = Files::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    core::str::from_utf8(&files[name]).unwrap()
}

/// The folder with the parts, by the one name that begins with the version.
fn folder(files: &Files) -> String {
    let version = concat!(env!("CARGO_PKG_VERSION"), "-");
    files.keys().find(|name| name.starts_with(version)).unwrap().split('/').next().unwrap().into()
}

/// The files below a folder.
fn written(root: &Path, folder: &Path, files: &mut Files) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            written(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(path).unwrap());
        }
    }
}

#[test]
fn the_library_makes_what_the_command_line_writes() {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bundle-{}", std::process::id()));
    fs::create_dir_all(&here).unwrap();
    fs::write(here.join("kit.zip"), kit()).unwrap();
    fs::write(here.join("minimal.json"), MINIMAL).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tautline"));
    command.args(["bundle", "minimal.json", "--out", "public", "--kit", "kit.zip", "--lang", "de,ar"]);
    command.args(["--url", "https://example.org/check", "--theme", "warm", "--post", "https://intranet.example.org"]);
    let ran = command.current_dir(&here).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let mut all = Files::new();
    written(&here.join("public"), &here.join("public"), &mut all);
    fs::remove_dir_all(&here).unwrap();
    // The list for the next time is the folder's.
    all.remove("bundle.txt").unwrap();

    let options = |what: &str| {
        json!({"what": what, "lang": ["de", "ar"], "url": "https://example.org/check", "theme": "warm",
            "post": "https://intranet.example.org"})
    };
    let single = bundle(MINIMAL, &options("single"));
    assert_eq!(single.keys().collect::<Vec<_>>(), ["small.ar.html", "small.html"]);
    let lms = bundle(MINIMAL, &options("lms"));
    assert_eq!(lms.keys().collect::<Vec<_>>(), ["lms/small-scorm12.zip", "lms/small-scorm2004.zip"]);
    for (name, bytes) in single.iter().chain(&lms) {
        assert_eq!(&all[name], bytes, "{name}");
    }
    let packed = bundle(MINIMAL, &options("zip"));
    assert_eq!(packed.keys().collect::<Vec<_>>(), ["small.zip"]);
    assert_eq!(unpacked(&packed["small.zip"]), all);
}

#[test]
fn a_single_file_holds_everything_and_says_what_it_is_for() {
    let options = json!({"what": "single", "lang": ["ar"], "url": "https://example.org/check",
        "post": "https://intranet.example.org", "theme": null});
    let files = bundle(MINIMAL, &options);
    let page = text(&files, "small.html");
    for part in [
        "<html lang=\"ar\" dir=\"rtl\">",
        "<title>A small instrument</title>",
        "<script type=\"module\">load()</script>",
        " home=\"https://example.org/check/\"",
        " data-post=\"https://intranet.example.org\"",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-",
        // the two bytes that begin what gzip has made, and its method
        "<script id=\"packed\" type=\"application/gzip\">H4sI",
        "<li>Second?",
    ] {
        assert_eq!(page.matches(part).count(), 1, "{part}");
    }
    assert!(!page.contains("src="), "it asks for nothing");
    let plain = bundle(MINIMAL, &json!({"what": "single"}));
    let page = text(&plain, "small.html");
    assert!(page.contains("<html lang=\"en\">") && !page.contains("home=") && !page.contains("data-post"));
}

#[test]
fn words_of_a_definition_are_tags_nowhere() {
    let hostile = "</title></script><script>alert(1)</script>&amp;\"']]>";
    let mut definition: Value = serde_json::from_str(MINIMAL).unwrap();
    definition["title"] = hostile.into();
    definition["intro"] = json!([hostile]);
    definition["items"][0]["text"] = hostile.into();
    let files = bundle(&definition.to_string(), &json!({"url": "https://example.org/"}));
    let mut packages = 0;
    for (name, bytes) in &files {
        if Path::new(name).extension().is_some_and(|ending| ending == "html") {
            assert!(!text(&files, name).contains("<script>alert"), "{name}");
            assert!(!text(&files, name).contains("</title></script>"), "{name}");
        }
        if !name.starts_with("lms/") {
            continue;
        }
        packages += 1;
        let inside = unpacked(bytes);
        assert_eq!(inside.keys().collect::<Vec<_>>(), ["imsmanifest.xml", "index.html"]);
        let manifest = roxmltree::Document::parse(text(&inside, "imsmanifest.xml")).unwrap();
        let titles: Vec<_> = manifest.descendants().filter(|node| node.has_tag_name(tag(&manifest, "title"))).collect();
        assert_eq!(titles.len(), 2);
        assert!(titles.iter().all(|title| title.text() == Some(hostile)));
        let file = manifest.descendants().find(|node| node.tag_name().name() == "file").unwrap();
        assert!(inside.contains_key(file.attribute("href").unwrap()));
        assert!(
            text(&inside, "index.html").contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#39;]]&gt;")
        );
        assert!(!text(&inside, "index.html").contains("<script>alert"));
    }
    assert_eq!(packages, 2);
    let oembed: Value = serde_json::from_slice(&files["small.oembed.json"]).unwrap();
    assert_eq!(oembed["title"], hostile);
    assert!(!oembed["html"].as_str().unwrap().contains("<script"));
}

/// A name in the space of the root.
fn tag<'d>(document: &'d roxmltree::Document<'_>, name: &'d str) -> (&'d str, &'d str) {
    (document.root_element().tag_name().namespace().unwrap(), name)
}

#[test]
fn the_kit_lies_among_the_parts_only_for_a_studio_and_no_visitor_keeps_it() {
    let (plain, studio) = (bundle(MINIMAL, &json!({})), bundle(MINIMAL, &json!({"studio": true})));
    assert!(!plain.keys().any(|name| name.contains("kit.zip") || name.contains("studio")));
    let parts = folder(&studio);
    let kit = &studio[&format!("{parts}/pkg/kit.zip")];
    assert!(studio.contains_key(&format!("{parts}/pkg/studio_bg.wasm")));
    let page = text(&studio, "studio.html");
    assert!(page.contains(&format!("src=\"./{parts}/studio.js\"")), "{page}");
    assert!(page.contains(
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
    ));
    // Nothing in a folder of that name ever changes.
    assert_ne!(folder(&plain), parts);
    let worker = text(&studio, "sw.js");
    assert!(worker.contains(&format!("[\"{parts}/tautline.js\",\"sha256-")));
    for kept_by_nobody in ["kit.zip", "/studio", "studio_bg", "/samples", "whole.js", "_plain.js", "embed.html"] {
        assert!(!worker.contains(kept_by_nobody), "{kept_by_nobody}");
    }
    // Of that kit the page makes what the program has made.
    let again = author::bundle(kit, MINIMAL.as_bytes(), b"{}").unwrap();
    assert_eq!(again, plain);
}

#[test]
fn samples_are_shown_compiled_and_handed_out_as_they_were_written() {
    let (plain, own) = (bundle(MINIMAL, &json!({})), bundle(MINIMAL, &json!({"studio": true, "lang": ["de"]})));
    assert!(!plain.keys().any(|name| name.contains("sample")));
    assert!(!text(&plain, "index.html").contains("sample"), "a publisher has none");
    let parts = folder(&own);
    let written = fs::read(www("instruments/samples/blog-quiz.json")).unwrap();
    assert_eq!(own[&format!("{parts}/instruments/samples/blog-quiz.json")], written);
    let mut shown: Value = serde_json::from_slice(&own[&format!("{parts}/samples/blog-quiz.json")]).unwrap();
    let compiled = shown.as_object_mut().unwrap().remove("compiled").unwrap();
    assert!(compiled.as_str().unwrap().starts_with('+'), "only the wider core reads it");
    assert_eq!(shown, serde_json::from_slice::<Value>(&written).unwrap());

    let first = text(&own, "index.html");
    assert_eq!(first.matches("<a href=\"./samples.html\">Weitere Assessments zum Ausprobieren</a>").count(), 1);
    let page = text(&own, "samples.html");
    assert_eq!(page.matches(&format!("href=\"./{parts}/instruments/samples/blog-quiz.json\" download")).count(), 1);
    assert_eq!(page.matches(&format!("src=\"./{parts}/samples.js\"")).count(), 1);
    assert!(
        page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' ")
    );
    assert!(!text(&own, "sw.js").contains("samples"), "whoever opens them keeps them");
}

/// The codes and places of a refusal.
#[track_caller]
fn codes(kit: &[u8], definition: &str, options: &str) -> Vec<(String, String)> {
    let reply = author::bundle(kit, definition.as_bytes(), options.as_bytes()).unwrap_err();
    let word = |problem: &Value, field: &str| problem[field].as_str().unwrap().to_owned();
    refused(reply).iter().map(|problem| (word(problem, "code"), word(problem, "at"))).collect()
}

#[track_caller]
fn refuses(kit: &[u8], definition: &str, options: &str, expected: &[(&str, &str)]) {
    let codes = codes(kit, definition, options);
    let found: Vec<(&str, &str)> = codes.iter().map(|(code, at)| (code.as_str(), at.as_str())).collect();
    assert_eq!(found, expected, "{options}");
}

#[test]
fn what_is_asked_for_and_does_not_exist_is_refused() {
    let kit = kit();
    for (options, expected) in [
        (r#"{"what": "both"}"#, [("unknown-bundle", "/what")].as_slice()),
        (r#"{"theme": "wram"}"#, &[("unknown-theme", "")]),
        (r#"{"theme": "../sw"}"#, &[("unknown-theme", "")]),
        (r#"{"lang": ["en", "xx"]}"#, &[("unknown-language", "")]),
        (r#"{"lang": ["en-embed"]}"#, &[("unknown-language", "")]),
        (r#"{"url": "ftp://example.org"}"#, &[("bad-address", "/url")]),
        (r#"{"url": "https://example.org/?a"}"#, &[("bad-address", "/url")]),
        (r#"{"url": "https://\"onload="}"#, &[("bad-address", "/url")]),
        (r#"{"post": "https://example.org/a"}"#, &[("bad-address", "/post")]),
        (r#"{"lang": "en", "studio": 1}"#, &[("wrong-type", "/lang"), ("wrong-type", "/studio")]),
        (r#"{"lang": [1], "theme": 2}"#, &[("wrong-type", "/lang/0"), ("wrong-type", "/theme")]),
        (r#"{"colour": "red"}"#, &[("unknown-field", "/colour")]),
        ("[]", &[("wrong-type", "")]),
        ("{", &[("json-syntax", "")]),
    ] {
        refuses(&kit, MINIMAL, options, expected);
    }
}

#[test]
fn a_definition_that_is_not_sound_is_refused() {
    refuses(
        b"",
        &MINIMAL.replace("\"five\",", "\"six\","),
        "{}",
        &[("unknown-reference", "/items/0/kind/choice/set"), ("unknown-reference", "/items/1/kind/choice/set")],
    );
}

#[test]
fn a_quiz_comes_with_the_wider_core() {
    let quiz = include_str!("wide/quiz.json");
    let single = bundle(quiz, &json!({"what": "single"}));
    let code = unpacked_page(&single["all-of-a-quiz.html"]);
    assert!(code.starts_with("wide_single(") && !code.contains("@whole@"), "{code}");
    assert!(code.contains("\0-wide\0{") && code.contains("Check answer"));
    let plain = bundle(MINIMAL, &json!({"what": "single"}));
    let page = plain.iter().find(|(name, _)| name.contains(".html")).unwrap().1;
    let code = unpacked_page(page);
    assert!(code.starts_with("single(") && !code.contains("-wide"), "{code}");
    // What a site keeps for the time without a network is the one core that it needs.
    for (definition, kept, left) in
        [(quiz, "pkg/wide_bg.wasm", "pkg/tautline_bg.wasm"), (MINIMAL, "pkg/tautline_bg.wasm", "pkg/wide_bg.wasm")]
    {
        let files = bundle(definition, &json!({}));
        let worker = String::from_utf8(files["sw.js"].clone()).unwrap();
        assert!(worker.contains(kept) && !worker.contains(left), "{worker}");
    }
    let form = accepted(author::form(quiz.as_bytes()));
    assert!(form.as_str().unwrap().contains("Mark all that apply."));
}

/// What the loader of a page of one file unpacks.
fn unpacked_page(page: &[u8]) -> String {
    let page = String::from_utf8(page.to_vec()).unwrap();
    let packed = page.split("application/gzip\">").nth(1).unwrap().split('<').next().unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(packed).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_kit_of_another_version_is_refused() {
    let packed = |change: &dyn Fn(&mut Files)| {
        let mut files = parts();
        change(&mut files);
        author::packed(&files).unwrap()
    };
    let set = |name: &str, text: &str| packed(&|files| drop(files.insert(name.into(), text.as_bytes().to_vec())));
    let without = |name: &str| packed(&|files| drop(files.remove(name)));
    for kit in [
        Vec::new(),
        b"PK\x03\x04".to_vec(),
        kit()[..500].to_vec(),
        without("whole.wasm"),
        without("lms.js"),
        set("parts/texts/en-embed.json", "{}"),
        set("pages/index.html", "<html lang=\"en\">"),
        set("loader.js", "\"</SCRIPT>\""),
        // more than is unpacked
        packed(&|files| drop(files.insert("more".into(), vec![0; 32 << 20]))),
    ] {
        refuses(&kit, MINIMAL, "{}", &[("bad-kit", "")]);
    }
}
