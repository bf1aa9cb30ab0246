//! The Rust target wasm32: rustup's, or Debian's compiler with a standard library built from its sources.

use crate::shell::{Outcome, at, capture, cargo, command, fail, files, find, run, run_within};
use crate::{debian, tools};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub const NAME: &str = "wasm32-unknown-unknown";

/// Forces a route, for testing the commands themselves.
const FORCE: &str = "TAUTLINE_WASM_ROUTE";

const DEBIAN_LIB: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
const DEBIAN_STAMP: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib/built-with.txt";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "wasm-ld-19";

#[derive(Clone, Copy, PartialEq)]
pub enum Route {
    /// The person's own toolchain, with the target that rustup installs.
    Rustup,
    /// Debian's rustc-web, linked into rustup as the toolchain `debian`.
    Debian,
}

impl Route {
    /// cargo for a wasm build: only here may wasm settings enter a command.
    pub fn cargo(self) -> Command {
        let mut cargo = cargo();
        if self == Route::Debian {
            cargo.env("RUSTUP_TOOLCHAIN", "debian").env_remove("LD_LIBRARY_PATH");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
        }
        cargo
    }

    pub fn describe(self) -> &'static str {
        match self {
            Route::Rustup => "rustup",
            Route::Debian => "Debian's rustc-web with a standard library built here",
        }
    }

    /// Decided by the result: a standard library that fits, not the exit status of some command.
    pub fn is_ready(self) -> bool {
        match self {
            Route::Rustup => {
                let print = ["--print", "target-libdir", "--target", NAME];
                capture(command("rustc").args(print)).is_some_and(|dir| has_std(Path::new(&dir)))
            }
            Route::Debian => {
                let built_with = std::fs::read_to_string(DEBIAN_STAMP).unwrap_or_default();
                has_std(Path::new(DEBIAN_LIB))
                    && find(LINKER).is_some()
                    && debian_rustc().is_some_and(|version| version == built_with.trim())
                    && is_linked()
            }
        }
    }
}

fn has_std(dir: &Path) -> bool {
    files(dir).iter().any(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn forced() -> Outcome<Option<Route>> {
    match std::env::var(FORCE).as_deref() {
        Err(_) | Ok("") => Ok(None),
        Ok("rustup") => Ok(Some(Route::Rustup)),
        Ok("debian") => Ok(Some(Route::Debian)),
        Ok(other) => fail(format!("{FORCE} is `rustup` or `debian`, not `{other}`.")),
    }
}

/// The route that works as things are.
pub fn current() -> Option<Route> {
    match forced() {
        Ok(None) => [Route::Rustup, Route::Debian].into_iter().find(|route| route.is_ready()),
        Ok(Some(route)) => route.is_ready().then_some(route),
        Err(_) => None,
    }
}

pub fn ensure() -> Outcome<Route> {
    if let Some(route) = current() {
        return Ok(route);
    }
    let forced = forced()?;
    if forced != Some(Route::Debian) {
        println!("Adding the target {NAME} through rustup ...");
        // A closed network may hang instead of failing.
        let added = run_within(command("rustup").args(["target", "add", NAME]), Duration::from_secs(180));
        if Route::Rustup.is_ready() {
            return Ok(Route::Rustup);
        }
        if forced.is_some() {
            let how = if added { "did not help" } else { "failed" };
            return fail(format!("`rustup target add {NAME}` {how}: run it where the network allows it."));
        }
        println!("rustup could not add it; trying Debian's compiler instead.");
    }
    debian_route()?;
    Ok(Route::Debian)
}

fn debian_route() -> Outcome {
    let by_hand = format!(
        "There is no standard library for {NAME}: run `rustup target add {NAME}` where the network allows it, \
         or run this command once as root on Debian."
    );
    if !debian::may_install() {
        return fail(by_hand);
    }
    if let Some(other) = ["rustc", "rustup"].into_iter().find(|package| debian::is_installed(package)) {
        return fail(format!(
            "Debian's package {other} conflicts with rustc-web: remove it, or run `rustup target add {NAME}`."
        ));
    }
    let packages = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
    if !packages.iter().all(|package| debian::is_installed(package)) {
        debian::install(&packages, false, &by_hand)?;
    }
    let Some(version) = debian_rustc() else {
        return fail("Debian's compiler does not start.");
    };
    let built_with = std::fs::read_to_string(DEBIAN_STAMP).unwrap_or_default();
    if built_with.trim() != version || !has_std(Path::new(DEBIAN_LIB)) {
        build_std(&version)?;
    }
    if is_linked() {
        return Ok(());
    }
    run(command("rustup").args(["toolchain", "link", "debian", "/usr"]), "make Debian's compiler known to rustup")
}

fn debian_rustc() -> Option<String> {
    capture(command(DEBIAN_RUSTC).arg("-Vv"))
}

fn is_linked() -> bool {
    capture(command("rustup").args(["toolchain", "list"]))
        .is_some_and(|list| list.lines().any(|line| line.split_whitespace().next() == Some("debian")))
}

/// Compiles std, panic_abort and test from Debian's sources; compiler and sources are one release.
fn build_std(version: &str) -> Outcome {
    println!("Building the wasm32 standard library (less than a minute, once) ...");
    // A fixed place, because it enters the names of the compiled files.
    let work = tools::user_cache()?.join("wasmstd");
    drop(std::fs::remove_dir_all(&work));
    let write = |path: PathBuf, text: &str| at(std::fs::write(&path, text), format_args!("write {}", path.display()));
    at(std::fs::create_dir_all(work.join("src")), format_args!("make {}", work.display()))?;
    write(work.join("src/lib.rs"), "")?;
    write(work.join("Cargo.toml"), "[package]\nname = \"wasmstd\"\nversion = \"0.0.0\"\nedition = \"2024\"\n")?;

    let mut build = command("/usr/bin/cargo");
    let path = std::env::var("PATH").unwrap_or_default();
    build.current_dir(&work).env("PATH", format!("/usr/bin:{path}")).env("RUSTC", DEBIAN_RUSTC);
    build.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", work.join("target"));
    build.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
    // Bitcode lets the release profile optimise across the standard library.
    build.env("RUSTFLAGS", "-Cembed-bitcode=yes");
    build.args(["build", "--release", "--target", NAME, "-Zbuild-std=std,panic_abort,test"]);
    run(&mut build, "build the wasm32 standard library")?;

    // Two copies of one crate are an error, so the folder starts empty.
    drop(std::fs::remove_dir_all(DEBIAN_LIB));
    at(std::fs::create_dir_all(DEBIAN_LIB), format_args!("make {DEBIAN_LIB}"))?;
    for file in files(&work.join("target").join(NAME).join("release/deps")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libwasmstd-") {
            at(std::fs::copy(&file, Path::new(DEBIAN_LIB).join(&name)), format_args!("copy {name}"))?;
        }
    }
    write(PathBuf::from(DEBIAN_STAMP), version)?;
    drop(std::fs::remove_dir_all(&work));
    Ok(())
}
