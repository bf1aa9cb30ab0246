//! Makes a fresh machine ready, and tells what it found.

use crate::browsers::{self, Browser};
use crate::shell::{Outcome, capture, cargo, command, fail};
use crate::tools::{self, GECKODRIVER, WASM_BINDGEN};
use crate::wasm32::{self, Route};

/// The folder whose lock file names the development packages.
pub const NPM: &str = "tests/browser";

/// What a build needs. Without Node the result is larger, and that is said.
pub struct Ready {
    pub route: Route,
    pub optimizer: bool,
}

pub fn for_building() -> Outcome<Ready> {
    let route = wasm32::ensure()?;
    WASM_BINDGEN.ensure()?;
    let optimizer = match tools::npm_ci(NPM) {
        Ok(()) => true,
        Err(sentence) => {
            println!("Building without wasm-opt, so the module is larger than it need be. {sentence}");
            false
        }
    };
    Ok(Ready { route, optimizer })
}

/// What the tests need besides: Node and its packages are no longer optional.
pub fn for_testing() -> Outcome<Ready> {
    tools::node()?;
    tools::npm_ci(NPM)?;
    for_building()
}

pub fn setup(build_only: bool) -> Outcome {
    let ready = if build_only { for_building()? } else { for_testing()? };
    if !build_only {
        if !cfg!(windows) {
            tools::cpp()?;
        }
        browsers::ensure()?;
    }
    println!("Ready. wasm32 comes from {}.", ready.route.describe());
    Ok(())
}

/// One line per part, with the version that was found.
pub fn doctor() -> Outcome {
    let mut missing = 0;
    let mut line = |part: &str, found: Option<String>, wanted: &str| {
        missing += u32::from(found.is_none());
        let found = found.unwrap_or_else(|| format!("MISSING ({wanted})"));
        println!("{part:<18} {}", found.lines().next().unwrap_or_default());
    };
    line("rust", capture(command("rustc").arg("-V")), "stable 1.95 or newer, through rustup");
    line("clippy", capture(cargo().args(["clippy", "-V"])), "rustup component add clippy");
    line("rustfmt", capture(cargo().args(["fmt", "--version"])), "rustup component add rustfmt");
    line("wasm32", wasm32::current().map(|route| route.describe().to_owned()), "cargo xtask setup");
    for tool in [WASM_BINDGEN, GECKODRIVER] {
        let found = tool.installed().filter(|version| version == tool.version);
        line(tool.program, found, &format!("{}: cargo xtask setup", tool.version));
    }
    if !cfg!(windows) {
        line("c++", tools::cpp_version(), "cargo xtask setup");
    }
    line("node", tools::node_version(), "20 or newer");
    for package in ["binaryen", "typescript", "esbuild", "playwright-core", "selenium-webdriver", "axe-core"] {
        line(package, package_version(package), "cargo xtask setup");
    }
    for browser in browsers::ALL {
        line(browser.name(), browser.version(), "cargo xtask setup");
    }
    let driver = Browser::Chromium.driver().and_then(|path| capture(command(path).arg("--version")));
    line("chromedriver", driver, "cargo xtask setup");
    if browsers::ALL.contains(&Browser::WebKit) {
        line("xvfb", browsers::xvfb().map(|path| path.display().to_string()), "cargo xtask setup");
    }
    if missing == 0 {
        return Ok(());
    }
    fail(format!("{missing} part(s) missing: `cargo xtask setup` installs what can be installed."))
}

fn package_version(name: &str) -> Option<String> {
    let text = std::fs::read_to_string(tools::package(&format!("{name}/package.json"))).ok()?;
    let line = text.lines().find(|line| line.trim_start().starts_with("\"version\""))?;
    line.split('"').nth(3).map(str::to_owned)
}
