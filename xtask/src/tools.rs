//! The tools from the registries: which versions, where they live, and how they get there.

use crate::debian;
use crate::shell::{Failure, Outcome, at, capture, cargo, command, fail, find, fingerprint, lock, root, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Must equal the version of the crate `wasm-bindgen` in Cargo.toml.
pub const WASM_BINDGEN: Tool =
    Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: "0.2.130", minutes: 5 };
pub const GECKODRIVER: Tool = Tool { program: "geckodriver", package: "geckodriver", version: "0.37.1", minutes: 3 };

/// A program that cargo builds once for the person, outside target/, so that `cargo clean` spares it.
pub struct Tool {
    pub program: &'static str,
    package: &'static str,
    pub version: &'static str,
    minutes: u32,
}

impl Tool {
    pub fn path(&self) -> Outcome<PathBuf> {
        Ok(bin()?.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)))
    }

    /// The version that is installed, if any.
    pub fn installed(&self) -> Option<String> {
        let text = capture(command(self.path().ok()?).arg("--version"))?;
        text.split_whitespace().nth(1).map(str::to_owned)
    }

    pub fn ensure(&self) -> Outcome {
        if self.installed().as_deref() == Some(self.version) {
            return Ok(());
        }
        println!("Building {} {} (about {} minutes, once) ...", self.package, self.version, self.minutes);
        let spec = ["install", self.package, "--force", "--version", self.version, "--root"];
        // Without --locked: a registry mirror may lack one of the versions pinned there.
        run(cargo().args(spec).arg(cache()?), &format!("install {}", self.package))
    }
}

/// The per-user cache for everything that is expensive to make.
pub fn user_cache() -> Outcome<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .or_else(|| Some(set("HOME").or_else(|| set("USERPROFILE"))?.join(".cache")))
        .map(|dir| dir.join("tautline"))
        .ok_or_else(|| Failure("Set HOME or XDG_CACHE_HOME: the compiled tools need a folder to live in.".into()))
}

fn cache() -> Outcome<PathBuf> {
    Ok(user_cache()?.join("tools"))
}

/// The folder with the compiled tools.
pub fn bin() -> Outcome<PathBuf> {
    Ok(cache()?.join("bin"))
}

pub fn node_version() -> Option<String> {
    capture(command("node").arg("--version"))
}

/// The C++ compiler, which builds libFuzzer.
pub fn cpp_version() -> Option<String> {
    let compiler = std::env::var_os("CXX").filter(|value| !value.is_empty()).unwrap_or_else(|| "c++".into());
    capture(command(compiler).arg("--version"))
}

/// Installs the C++ compiler, unless it is there.
pub fn cpp() -> Outcome {
    if cpp_version().is_some() {
        return Ok(());
    }
    debian::install(&["g++"], false, "Install a C++ compiler (`c++` in PATH), then try again.")
}

/// Node 20 or newer, and npm; otherwise the sentence that says what to install.
pub fn node() -> Outcome {
    let sentence = "Install Node 20 or newer with npm (nodejs.org, or your system's packages)";
    let Some(version) = node_version() else {
        return fail(format!("{sentence}: `node` was not found."));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return fail(format!("{sentence}: this one is {version}."));
    }
    if npm().is_none() {
        return fail(format!("{sentence}: `npm` was not found."));
    }
    Ok(())
}

fn npm() -> Option<Command> {
    if cfg!(windows) {
        return Some(command("npm.cmd"));
    }
    find("npm").map(command)
}

/// Installs a folder's development packages from its lock file, unless they are there.
pub fn npm_ci(folder: &str) -> Outcome {
    let dir = root().join(folder);
    let _lock = lock("npm")?;
    let stamp = dir.join("node_modules/.installed-from");
    let lock = lock_of(&dir)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    node()?;
    println!("Installing the npm packages of {folder} ...");
    let Some(mut npm) = npm() else {
        return fail("Install npm.");
    };
    // No install script of any package runs: what we use has to work without.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&dir);
    run(&mut npm, &format!("install the npm packages of {folder}"))?;
    at(std::fs::write(&stamp, lock), "note which packages are installed")
}

fn lock_of(dir: &Path) -> Outcome<String> {
    let file = dir.join("package-lock.json");
    let lock = at(std::fs::read(&file), format_args!("read {}", file.display()))?;
    Ok(fingerprint(&[&lock]))
}

/// A file inside the development packages of the browser tests.
pub fn package(path: &str) -> PathBuf {
    root().join("tests/browser/node_modules").join(path)
}

pub fn node_script(script: impl AsRef<Path>) -> Command {
    let mut node = command("node");
    node.arg(script.as_ref());
    node
}
