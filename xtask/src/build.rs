//! The wasm modules and their bindings: www/pkg.

use crate::setup::{self, Ready};
use crate::shell::{Outcome, at, fingerprint, lock, root, run, scratch, target_dir};
use crate::tools::{WASM_BINDGEN, node_script};
use crate::wasm32;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A wasm module of the widget: the feature that opens its door, its name in www/pkg, the profile that it is
/// built with, and the memory it may take, in MiB.
struct Module {
    feature: &'static str,
    name: &'static str,
    profile: &'static str,
    memory: u32,
}

/// Small, and no definition can take more memory of a phone.
const SMALL: Module = Module { feature: "", name: "", profile: "wasm", memory: 16 };

/// What every reader loads; the same with links, for a widget that is one file; what is loaded for a definition that has not been compiled before; what is loaded
/// when a result is shared or compared; what the page of a group loads: of ten million links it holds a hash each.
const MODULES: [Module; 5] = [
    Module { feature: "wasm_run", name: "tautline", ..SMALL },
    Module { feature: "wasm_links", name: "whole", ..SMALL },
    Module { feature: "wasm_compile", name: "compile", ..SMALL },
    Module { feature: "wasm_together", name: "together", ..SMALL },
    Module { feature: "wasm_group", name: "group", profile: "wasm-fast", memory: 512 },
];

/// Arguments that every check and test of the wasm side shares.
pub const WASM: [&str; 5] = [
    "--target",
    wasm32::NAME,
    "--no-default-features",
    "--features",
    "wasm_links,wasm_compile,wasm_together,wasm_group",
];

impl Module {
    fn outputs(&self) -> [String; 4] {
        [".js", "_bg.wasm", ".d.ts", "_bg.wasm.d.ts"].map(|end| [self.name, end].concat())
    }

    /// Compiles the module and makes its bindings if anything that enters them has changed.
    fn build(&self, ready: &Ready) -> Outcome {
        let mut cargo = ready.route.cargo();
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rustflags(self.memory));
        cargo.args(["build", "--profile", self.profile, "--lib", "--target", wasm32::NAME]);
        cargo.args(["--no-default-features", "--features", self.feature]);
        // In one folder they would take turns in overwriting each other.
        let folder = target_dir().join("modules").join(self.name);
        cargo.arg("--target-dir").arg(&folder);
        run(&mut cargo, &format!("build the wasm module `{}`", self.name))?;
        let module = folder.join(wasm32::NAME).join(self.profile).join("tautline.wasm");
        let bytes = at(fs::read(&module), "read the wasm module")?;
        let slim = at(fs::read(root().join(SLIM)), "read the script that slims the module")?;

        let pkg = root().join("www/pkg");
        let stamp = scratch()?.join(self.name).with_extension("stamp");
        let inputs = fingerprint(&[
            &bytes,
            &slim,
            self.profile.as_bytes(),
            WASM_BINDGEN.version.as_bytes(),
            &[u8::from(ready.optimizer)],
        ]);
        let made = |dir: &Path| self.outputs().map(|name| fs::read(dir.join(name)).unwrap_or_default());
        let stamped = |outputs: [Vec<u8>; 4]| {
            let outputs: Vec<&[u8]> = outputs.iter().map(Vec::as_slice).collect();
            format!("{inputs} {}", fingerprint(&outputs))
        };
        if fs::read_to_string(&stamp).is_ok_and(|old| old == stamped(made(&pkg))) {
            return Ok(());
        }
        self.bind(&module, &pkg, ready)?;
        at(fs::write(&stamp, stamped(made(&pkg))), "note what was built")
    }

    /// Makes the bindings aside and moves them in one by one, so that a running server never serves half a file.
    fn bind(&self, module: &Path, pkg: &Path, ready: &Ready) -> Outcome {
        let fresh = scratch()?.join("pkg");
        drop(fs::remove_dir_all(&fresh));
        let mut bindgen = Command::new(WASM_BINDGEN.path()?);
        // After a trap the engine asks for a new instance of the same module.
        bindgen.args(["--target", "web", "--experimental-reset-state-function", "--remove-producers-section"]);
        if !ready.optimizer {
            bindgen.arg("--remove-name-section");
        }
        bindgen.args(["--out-name", self.name, "--out-dir"]);
        run(bindgen.arg(&fresh).arg(module), "make the bindings")?;
        if ready.optimizer {
            let [bindings, bound, ..] = self.outputs().map(|name| fresh.join(name));
            run(node_script(SLIM).arg(bound).arg(bindings).arg(self.profile), "slim the wasm module")?;
        }
        at(fs::create_dir_all(pkg), format_args!("make {}", pkg.display()))?;
        for name in self.outputs() {
            let aside = pkg.join(format!(".{name}"));
            at(fs::copy(fresh.join(&name), &aside), format_args!("copy {name}"))?;
            at(fs::rename(&aside, pkg.join(&name)), format_args!("write {name}"))?;
        }
        Ok(())
    }
}

/// Takes out of a bound module what it does not need.
const SLIM: &str = "tests/browser/tools/slim.mjs";

/// Builds what is not up to date in www/pkg.
pub fn wasm() -> Outcome {
    let _lock = lock("build")?;
    let ready = setup::for_building()?;
    MODULES.iter().try_for_each(|module| module.build(&ready))
}

/// Memory from 2 to so many MiB, written into the module; and no path of the machine that builds in what it
/// publishes.
fn rustflags(memory: u32) -> String {
    let pages = |name, mib: u32| format!("-Clink-arg=--{name}-memory={}", mib << 20);
    let mut flags = vec![pages("initial", 2), pages("max", memory)];
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
