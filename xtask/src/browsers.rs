//! The browsers of the tests and their drivers.

use crate::debian;
use crate::shell::{Outcome, at, capture, command, fail, find};
use crate::tools::GECKODRIVER;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};

#[derive(Clone, Copy, PartialEq)]
pub enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK, the nearest to Safari that runs outside Apple's systems, and on Linux only.
    WebKit,
}

pub const ALL: &[Browser] = if cfg!(target_os = "linux") {
    &[Browser::Chromium, Browser::Firefox, Browser::WebKit]
} else {
    &[Browser::Chromium, Browser::Firefox]
};

const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "firefox-esr"];
/// What these recommend is for playing films.
const LEAN_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
/// A screen without a monitor, for WebKit.
const XVFB: &str = "Xvfb";
const BY_HAND: &str = "Install Chromium, its ChromeDriver and Firefox ESR, and on Linux WebKitGTK's WebKitWebDriver and Xvfb; \
    where they are not in PATH, set TAUTLINE_CHROMIUM, CHROMEDRIVER, TAUTLINE_FIREFOX and TAUTLINE_WEBKIT_DRIVER to their paths.";

impl Browser {
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }

    /// The variable that names a browser somewhere else; for WebKit its driver, which knows its browser.
    pub fn variable(self) -> &'static str {
        match self {
            Browser::Chromium => "TAUTLINE_CHROMIUM",
            Browser::Firefox => "TAUTLINE_FIREFOX",
            Browser::WebKit => "TAUTLINE_WEBKIT_DRIVER",
        }
    }

    pub fn path(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Browser::Chromium => &["chromium", "chromium-browser", "google-chrome"],
            Browser::Firefox => &["firefox", "firefox-esr"],
            Browser::WebKit => &["WebKitWebDriver"],
        };
        named(self.variable()).or_else(|| names.iter().find_map(|name| find(name)))
    }

    /// The variable by which the wasm test runner finds the driver.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Browser::Chromium => "CHROMEDRIVER",
            Browser::Firefox => "GECKODRIVER",
            // The runner asks Safari's driver for a session without wishes, which WebKit's gives as well.
            Browser::WebKit => "SAFARIDRIVER",
        }
    }

    pub fn driver(self) -> Option<PathBuf> {
        match self {
            Browser::Chromium => named(self.driver_variable()).or_else(|| find("chromedriver")),
            Browser::Firefox => GECKODRIVER.path().ok().filter(|path| path.is_file()),
            Browser::WebKit => self.path(),
        }
    }

    pub fn version(self) -> Option<String> {
        let path = self.path()?;
        if self != Browser::WebKit {
            return capture(command(path).arg("--version"));
        }
        // This driver does not tell its version; the package does, if the driver is from there.
        let packaged = if named(self.variable()).is_none() { debian::version(LEAN_PACKAGES[0]) } else { None };
        packaged.or_else(|| path.is_file().then(|| path.display().to_string()))
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A screen that nobody sees, for the browser that needs one; it ends with the value.
pub struct Screen {
    server: Child,
    pub display: String,
}

impl Screen {
    pub fn start() -> Outcome<Self> {
        let mut xvfb = command(XVFB);
        xvfb.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped());
        let mut screen = Self { server: at(xvfb.spawn(), "start Xvfb")?, display: String::from(":") };
        // It writes the number it took as soon as it listens.
        if let Some(output) = screen.server.stdout.take() {
            at(BufReader::new(output).read_line(&mut screen.display), "hear from Xvfb")?;
        }
        screen.display.truncate(screen.display.trim_end().len());
        if screen.display == ":" { fail("Xvfb ended before it had a screen.") } else { Ok(screen) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

/// Where the server of that screen is.
pub fn xvfb() -> Option<PathBuf> {
    find(XVFB)
}

fn complete(browsers: &[Browser]) -> bool {
    browsers.iter().all(|browser| {
        // Firefox's driver is built later.
        let driver = if *browser == Browser::Firefox { browser.path() } else { browser.driver() };
        [browser.path(), driver].into_iter().all(|path| path.is_some_and(|path| path.is_file()))
            && (*browser != Browser::WebKit || xvfb().is_some())
    })
}

/// All browsers and drivers, or the line that installs what is missing.
pub fn ensure() -> Outcome {
    let (first, last) = ALL.split_at(2);
    if !complete(ALL) && !debian::may_install() {
        // One sentence names all of them.
        let packages: Vec<&str> = PACKAGES.into_iter().chain(LEAN_PACKAGES).collect();
        return debian::install(&packages, true, BY_HAND);
    }
    if !complete(first) {
        debian::install(&PACKAGES, true, BY_HAND)?;
    }
    if !complete(last) {
        debian::install(&LEAN_PACKAGES, false, BY_HAND)?;
    }
    if !complete(ALL) {
        return fail(BY_HAND);
    }
    if last.is_empty() {
        println!("WebKitGTK runs on Linux only: nothing is tested in it here.");
    }
    GECKODRIVER.ensure()
}
