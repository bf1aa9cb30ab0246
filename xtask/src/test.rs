//! Every test there is, or one part by name.

use crate::browsers::{self, Browser, Screen};
use crate::serve::Server;
use crate::shell::{Outcome, at, capture, cargo, command, fail, root, scratch, tee};
use crate::tally::{Counts, Tally};
use crate::{build, check, debian, dist, fuzz, setup, size, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

type Part = (&'static str, fn(&mut Tally) -> Outcome);

/// In the order in which they run: what is cheap and often broken comes first.
const PARTS: [Part; 6] = [
    ("check", check::check),
    ("native", native),
    ("fuzz", fuzz::test),
    ("wasm", wasm),
    ("size", budgets),
    ("browser", browser),
];

/// Longer than any part takes on two cores; a hanging browser ends here.
const LIMIT: Duration = Duration::from_secs(50 * 60);

/// Runs the parts; all of them run even if one fails.
pub fn test(only: Option<&str>) -> Outcome {
    let chosen: Vec<Part> = PARTS.into_iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        let names = PARTS.map(|(name, _)| name).join(", ");
        return fail(format!("There is no part of that name; the parts are {names}."));
    }
    let mut tally = Tally::default();
    let mut took = Vec::new();
    for (name, part) in chosen {
        println!("\n== {name}");
        let begun = Instant::now();
        if let Err(sentence) = part(&mut tally) {
            println!("{sentence}");
            tally.step(name, false);
        }
        took.push(format!("{name} {} s", begun.elapsed().as_secs()));
    }
    println!("\n{}", took.join(", "));
    for failure in tally.failures() {
        println!("failed: {failure}");
    }
    println!("{tally}");
    // The figures are the last line, so the failure itself has nothing to add.
    if tally.is_good() { Ok(()) } else { fail("") }
}

/// `cargo xtask check` by itself.
pub fn check() -> Outcome {
    test(Some("check"))
}

fn native(tally: &mut Tally) -> Outcome {
    // Statistics are compared with a computation in exact fractions.
    if capture(command("python3").arg("--version")).is_none() {
        debian::install(&["python3"], false, "Install Python 3, then try again.")?;
    }
    cargo_suite(tally, "native tests", cargo().args(["test", "--workspace", "--features", "cli"]))
}

fn wasm(tally: &mut Tally) -> Outcome {
    let ready = setup::for_testing()?;
    browsers::ensure()?;
    for &browser in browsers::ALL {
        println!("-- wasm tests in {}", browser.name());
        let mut cargo = ready.route.cargo();
        let _screen = in_browser(&mut cargo, browser)?;
        cargo.arg("test").args(build::WASM).args(["--test", "wasm"]);
        cargo_suite(tally, &format!("wasm tests in {}", browser.name()), &mut cargo)?;
    }
    Ok(())
}

/// Hands the wasm test runner one driver: it takes the first that it finds. The screen that comes with it has to live as long.
fn in_browser(cargo: &mut Command, browser: Browser) -> Outcome<Option<Screen>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = vec![tools::bin()?];
    folders.extend(std::env::split_paths(&path));
    let Ok(path) = std::env::join_paths(folders) else {
        return fail("A folder in PATH has a name that cannot be used.");
    };
    cargo.env("PATH", path);
    // A name and no path: cargo splits this value at spaces.
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // Five seconds unless told: a driver whose libraries come from a cold disk needs more.
    cargo.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "120");
    for other in browsers::ALL {
        cargo.env_remove(other.driver_variable());
    }
    cargo.env(browser.driver_variable(), browser.driver().unwrap_or_default());
    if let (Browser::Firefox, Ok(binary)) = (browser, std::env::var(browser.variable())) {
        cargo.env("GECKODRIVER_ARGS", format!("--binary={binary}"));
    }
    if browser != Browser::WebKit {
        return Ok(None);
    }
    let screen = Screen::start()?;
    cargo.env("DISPLAY", &screen.display);
    Ok(Some(screen))
}

fn cargo_suite(tally: &mut Tally, name: &str, cargo: &mut Command) -> Outcome {
    let mut counts = Counts::default();
    let succeeded = tee(cargo, LIMIT, |line| counts.add_cargo(line))?;
    tally.suite(name, &counts, succeeded);
    Ok(())
}

fn budgets(tally: &mut Tally) -> Outcome {
    dist::dist()?;
    tally.step("dist", true);
    size::size(tally)
}

fn browser(tally: &mut Tally) -> Outcome {
    setup::for_testing()?;
    browsers::ensure()?;
    tools::npm_ci("tests/consumer")?;
    dist::dist()?;
    let (www, dist) = (Server::start(&root().join("www"))?, Server::start(&root().join("dist"))?);
    for &browser in browsers::ALL {
        println!("-- end-to-end tests in {}", browser.name());
        let (mut counts, mut succeeded) = (Counts::default(), true);
        let (alone, beside) = test_files(browser)?.into_iter().partition(|file| is_alone(file));
        for (files, at_once) in [(beside, "2"), (alone, "1")] {
            succeeded &= in_node(browser, (&www, &dist), (files, at_once), &mut counts)?;
        }
        tally.suite(&format!("end-to-end tests in {}", browser.name()), &counts, succeeded);
    }
    Ok(())
}

/// Whether a file of tests has the machine to itself: it waits for stores, caches and clocks, and others would make
/// these slow.
fn is_alone(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ["storage-", "first-", "offline", "time", "ten-thousand", "many-items", "resumes-"]
        .iter()
        .any(|begin| name.starts_with(begin))
}

/// Runs files of tests, some at once: a page waits more than it works. True if all of them succeed.
fn in_node(
    browser: Browser,
    (www, dist): (&str, &str),
    (files, at_once): (Vec<PathBuf>, &str),
    counts: &mut Counts,
) -> Outcome<bool> {
    if files.is_empty() {
        return Ok(true);
    }
    let report = scratch()?.join(format!("{}-{at_once}.tap", browser.name()));
    let mut node = command("node");
    node.env("TAUTLINE_BROWSER", browser.name()).env("TAUTLINE_WWW_URL", www).env("TAUTLINE_DIST_URL", dist);
    for each in browsers::ALL {
        node.env(each.variable(), each.path().unwrap_or_default());
    }
    node.args(["--test", &format!("--test-concurrency={at_once}")]);
    node.args(["--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.args(["--test-reporter=tap", "--test-reporter-destination"]).arg(&report).args(files);
    let succeeded = tee(&mut node, LIMIT, |_| {})?;
    counts.add_tap(&fs::read_to_string(&report).unwrap_or_default());
    Ok(succeeded)
}

/// WebKit has tests of its own: the helpers of the others speak a protocol that it does not.
fn test_files(browser: Browser) -> Outcome<Vec<PathBuf>> {
    let folder = if browser == Browser::WebKit { "tests/browser/webkit" } else { "tests/browser" };
    let entries = at(fs::read_dir(root().join(folder)), "list the browser tests")?;
    let mut tests: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    tests.sort();
    Ok(tests)
}
