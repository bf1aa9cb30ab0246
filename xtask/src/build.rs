//! The wasm module and its bindings: www/pkg.

use crate::setup::{self, Ready};
use crate::shell::{Outcome, at, fingerprint, lock, root, run, scratch, target_dir};
use crate::tools::{WASM_BINDGEN, node_script, package};
use crate::wasm32;
use std::fs;
use std::path::Path;
use std::process::Command;

const OUTPUTS: [&str; 4] = ["tautline.js", "tautline_bg.wasm", "tautline.d.ts", "tautline_bg.wasm.d.ts"];

/// Arguments that every build of the wasm module shares.
pub const WASM: [&str; 5] = ["--target", wasm32::NAME, "--no-default-features", "--features", "wasm"];

/// Builds www/pkg if anything that enters it has changed.
pub fn wasm() -> Outcome {
    let _lock = lock("build")?;
    let ready = setup::for_building()?;
    run(
        ready
            .route
            .cargo()
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags())
            .args(["build", "--profile", "wasm", "--lib"])
            .args(WASM),
        "build the wasm module",
    )?;
    let module = target_dir().join(wasm32::NAME).join("wasm/tautline.wasm");
    let bytes = at(fs::read(&module), "read the wasm module")?;

    let pkg = root().join("www/pkg");
    let stamp = scratch()?.join("pkg.stamp");
    let inputs = fingerprint(&[&bytes, WASM_BINDGEN.version.as_bytes(), &[u8::from(ready.optimizer)]]);
    let made = |dir: &Path| OUTPUTS.map(|name| fs::read(dir.join(name)).unwrap_or_default());
    let stamped = |outputs: [Vec<u8>; 4]| {
        let outputs: Vec<&[u8]> = outputs.iter().map(Vec::as_slice).collect();
        format!("{inputs} {}", fingerprint(&outputs))
    };
    if fs::read_to_string(&stamp).is_ok_and(|old| old == stamped(made(&pkg))) {
        return Ok(());
    }
    bind(&module, &pkg, &ready)?;
    at(fs::write(&stamp, stamped(made(&pkg))), "note what was built")
}

/// Memory from 2 to 16 MiB, written into the module, so that no definition can take more of a phone;
/// and no path of the machine that builds in what it publishes.
fn rustflags() -> String {
    let mut flags =
        vec!["-Clink-arg=--initial-memory=2097152".to_owned(), "-Clink-arg=--max-memory=16777216".to_owned()];
    // Of several prefixes that fit, the last one counts.
    let from = |variable: &str, to: &str| {
        let path = std::env::var_os(variable)?;
        Some(format!("--remap-path-prefix={}={to}", Path::new(&path).display()))
    };
    flags.extend(from("HOME", "home"));
    flags.extend(from("RUSTUP_HOME", "rustup"));
    flags.extend(from("CARGO_HOME", "cargo"));
    flags.push(format!("--remap-path-prefix={}=.", root().display()));
    flags.join(" ")
}

/// Makes the bindings aside and moves them in one by one, so that a running server never serves half a file.
fn bind(module: &Path, pkg: &Path, ready: &Ready) -> Outcome {
    let fresh = scratch()?.join("pkg");
    drop(fs::remove_dir_all(&fresh));
    let mut bindgen = Command::new(WASM_BINDGEN.path()?);
    bindgen.args(["--target", "web", "--out-name", "tautline"]);
    bindgen.args(["--remove-name-section", "--remove-producers-section", "--out-dir"]);
    run(bindgen.arg(&fresh).arg(module), "make the bindings")?;
    if ready.optimizer {
        let (from, to) = (fresh.join("tautline_bg.wasm"), fresh.join("optimized.wasm"));
        // Never a wasm-opt from PATH: an old one refuses the module or makes it larger.
        let mut optimize = node_script(package("binaryen/bin/wasm-opt"));
        run(optimize.arg("-Oz").arg(&from).arg("-o").arg(&to), "optimize the wasm module")?;
        at(fs::rename(&to, &from), "replace the wasm module by the optimized one")?;
    }
    at(fs::create_dir_all(pkg), format_args!("make {}", pkg.display()))?;
    for name in OUTPUTS {
        let aside = pkg.join(format!(".{name}"));
        at(fs::copy(fresh.join(name), &aside), format_args!("copy {name}"))?;
        at(fs::rename(&aside, pkg.join(name)), format_args!("write {name}"))?;
    }
    Ok(())
}
