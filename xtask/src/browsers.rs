//! The two browsers and their drivers.

use crate::debian;
use crate::shell::{Outcome, capture, command, fail, find};
use crate::tools::GECKODRIVER;
use std::path::PathBuf;

#[derive(Clone, Copy, PartialEq)]
pub enum Browser {
    Chromium,
    Firefox,
}

pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "firefox-esr"];
const BY_HAND: &str = "Install Chromium, its ChromeDriver and Firefox ESR; where they are not in PATH, \
    set TAUTLINE_CHROMIUM, CHROMEDRIVER and TAUTLINE_FIREFOX to their paths.";

impl Browser {
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// The variable that names a browser somewhere else.
    pub fn variable(self) -> &'static str {
        match self {
            Browser::Chromium => "TAUTLINE_CHROMIUM",
            Browser::Firefox => "TAUTLINE_FIREFOX",
        }
    }

    pub fn path(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Browser::Chromium => &["chromium", "chromium-browser", "google-chrome"],
            Browser::Firefox => &["firefox", "firefox-esr"],
        };
        named(self.variable()).or_else(|| names.iter().find_map(|name| find(name)))
    }

    /// The variable by which the wasm test runner finds the driver.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Browser::Chromium => "CHROMEDRIVER",
            Browser::Firefox => "GECKODRIVER",
        }
    }

    pub fn driver(self) -> Option<PathBuf> {
        match self {
            Browser::Chromium => named(self.driver_variable()).or_else(|| find("chromedriver")),
            Browser::Firefox => GECKODRIVER.path().ok().filter(|path| path.is_file()),
        }
    }

    pub fn version(self) -> Option<String> {
        capture(command(self.path()?).arg("--version"))
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn complete() -> bool {
    ALL.iter().all(|browser| browser.path().is_some_and(|path| path.is_file()))
        && Browser::Chromium.driver().is_some_and(|path| path.is_file())
}

/// Both browsers and both drivers, or the line that installs what is missing.
pub fn ensure() -> Outcome {
    if !complete() {
        debian::install(&PACKAGES, true, BY_HAND)?;
    }
    if !complete() {
        return fail(BY_HAND);
    }
    GECKODRIVER.ensure()
}
