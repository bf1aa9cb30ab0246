//! The wasm modules and their bindings, and each once more as a script for pages that let no wasm run: www/pkg.

use crate::setup::{self, Ready};
use crate::shell::{Outcome, at, fail, fingerprint, lock, root, run, scratch, target_dir};
use crate::tools::{WASM_BINDGEN, node_script};
use crate::wasm32;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A wasm module of the widget: the feature that opens its door, its name in www/pkg, the profile that it is
/// built with, the memory it may take, in MiB, and whether what no reader needs is taken out of it and a script stands
/// in for it where no wasm runs.
struct Module {
    feature: &'static str,
    name: &'static str,
    profile: &'static str,
    memory: u32,
    slim: bool,
}

/// Small, and no definition can take more memory of a phone.
const SMALL: Module = Module { feature: "", name: "", profile: "wasm", memory: 16, slim: true };

/// What every reader loads; the same with links, for a widget that is one file; that for definitions of the wider
/// language, such as a quiz; what is loaded for a definition that has not been compiled before; what is loaded when a
/// result is shared or compared; what the page of a group loads: of ten million links it holds a hash each; what the
/// page for authors loads, which writes numbers as texts and so needs what is taken out of the others. All but the
/// first two know the wider language.
const MODULES: [Module; 7] = [
    Module { feature: "wasm_run", name: "tautline", ..SMALL },
    Module { feature: "wasm_links", name: "whole", ..SMALL },
    Module { feature: "wasm_links,wide", name: "wide", ..SMALL },
    Module { feature: "wasm_compile,wide", name: "compile", ..SMALL },
    Module { feature: "wasm_together,wide", name: "together", ..SMALL },
    Module { feature: "wasm_group,wide", name: "group", profile: "wasm-fast", memory: 512, slim: true },
    Module { feature: "wasm_studio", name: "studio", profile: "wasm-fast", memory: 256, slim: false },
];

/// Arguments that every check and test of the wasm side shares.
pub const WASM: [&str; 5] = [
    "--target",
    wasm32::NAME,
    "--no-default-features",
    "--features",
    "wasm_links,wasm_compile,wasm_together,wasm_group,wasm_studio",
];

impl Module {
    fn slimmed(&self, ready: &Ready) -> bool {
        ready.optimizer && self.slim
    }

    fn outputs(&self, ready: &Ready) -> Vec<String> {
        let plain = self.slimmed(ready).then_some(PLAIN_END);
        let ends = [".js", "_bg.wasm", ".d.ts", "_bg.wasm.d.ts"].into_iter().chain(plain);
        ends.map(|end| [self.name, end].concat()).collect()
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
        let script = |name| at(fs::read(root().join(name)), format_args!("read {name}"));

        let pkg = root().join("www/pkg");
        let stamp = scratch()?.join(self.name).with_extension("stamp");
        let inputs = fingerprint(&[
            &bytes,
            &script(SLIM)?,
            &script(PLAIN)?,
            self.profile.as_bytes(),
            WASM_BINDGEN.version.as_bytes(),
            &[u8::from(ready.optimizer)],
        ]);
        let stamped = || {
            let outputs = self.outputs(ready).into_iter().map(|name| fs::read(pkg.join(name)).unwrap_or_default());
            let outputs: Vec<Vec<u8>> = outputs.collect();
            format!("{inputs} {}", fingerprint(&outputs.iter().map(Vec::as_slice).collect::<Vec<_>>()))
        };
        if fs::read_to_string(&stamp).is_ok_and(|old| old == stamped()) {
            return Ok(());
        }
        self.bind(&bytes, &pkg, ready)?;
        at(fs::write(&stamp, stamped()), "note what was built")
    }

    /// Makes everything aside and moves it in one by one, so that a running server never serves half a file.
    fn bind(&self, module: &[u8], pkg: &Path, ready: &Ready) -> Outcome {
        let fresh = scratch()?.join("pkg").join(self.name);
        self.bindings(module, &fresh, ready)?;
        if self.slimmed(ready) {
            run(&mut self.on_bound(SLIM, &fresh), "slim the wasm module")?;
            let Some(module) = without_references(module) else {
                return fail(format!("The module `{}` does not say once that it uses references.", self.name));
            };
            let plain = scratch()?.join("plain").join(self.name);
            self.bindings(&module, &plain, ready)?;
            let script = fresh.join([self.name, PLAIN_END].concat());
            run(self.on_bound(PLAIN, &plain).arg(script), "write the wasm module as a script")?;
        }
        at(fs::create_dir_all(pkg), format_args!("make {}", pkg.display()))?;
        for name in self.outputs(ready) {
            let aside = pkg.join(format!(".{name}"));
            at(fs::copy(fresh.join(&name), &aside), format_args!("copy {name}"))?;
            at(fs::rename(&aside, pkg.join(&name)), format_args!("write {name}"))?;
        }
        Ok(())
    }

    /// Makes the bindings of a module in a folder of its own, and the module that fits them.
    fn bindings(&self, module: &[u8], folder: &Path, ready: &Ready) -> Outcome {
        drop(fs::remove_dir_all(folder));
        at(fs::create_dir_all(folder), format_args!("make {}", folder.display()))?;
        let built = folder.join("tautline.wasm");
        at(fs::write(&built, module), format_args!("write {}", built.display()))?;
        let mut bindgen = Command::new(WASM_BINDGEN.path()?);
        // After a trap the engine asks for a new instance of the same module.
        bindgen.args(["--target", "web", "--experimental-reset-state-function", "--remove-producers-section"]);
        if !self.slimmed(ready) {
            bindgen.arg("--remove-name-section");
        }
        bindgen.args(["--out-name", self.name, "--out-dir"]);
        run(bindgen.arg(folder).arg(built), "make the bindings")
    }

    /// A script that is told of a bound module, its bindings and its profile.
    fn on_bound(&self, script: &str, folder: &Path) -> Command {
        let [module, bindings] = ["_bg.wasm", ".js"].map(|end| folder.join([self.name, end].concat()));
        let mut node = node_script(script);
        node.arg(module).arg(bindings).arg(self.profile);
        node
    }
}

/// The module saying that it must do without references to objects of the page: its bindings then keep these.
fn without_references(module: &[u8]) -> Option<Vec<u8>> {
    // In the section `target_features` a sign stands before the length of a name: + for used, - for ruled out.
    let used = b"+\x0freference-types";
    let mut places = module.windows(used.len()).enumerate().filter(|(_, bytes)| bytes == used);
    let (place, _) = places.next()?;
    let mut changed = module.to_vec();
    *changed.get_mut(place)? = b'-';
    places.next().is_none().then_some(changed)
}

/// Takes out of a bound module what it does not need.
const SLIM: &str = "tests/browser/tools/slim.mjs";

/// Writes a bound module as a script, and how the name of that ends.
const PLAIN: &str = "tests/browser/tools/plain.mjs";
const PLAIN_END: &str = "_plain.js";

/// Builds what is not up to date in www/pkg.
pub fn wasm() -> Outcome {
    let _lock = lock("build")?;
    let ready = setup::for_building()?;
    // Each is compiled as a whole, which takes one processor: so many at a time as there are.
    let next = AtomicUsize::new(0);
    let some = || -> Outcome {
        while let Some(module) = MODULES.get(next.fetch_add(1, Ordering::Relaxed)) {
            module.build(&ready)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(MODULES.len());
    let ended = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(some)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| fail("A build stopped."))).collect::<Vec<_>>()
    });
    ended.into_iter().collect::<Outcome>()?;
    // Without the packages there is no editor, and the page for authors says so.
    if ready.optimizer { editor() } else { Ok(()) }
}

/// Makes the text editor of the page for authors a module, if anything that enters it has changed.
fn editor() -> Outcome {
    let read = |name| at(fs::read(root().join(name)), format_args!("read {name}"));
    let pkg = root().join("www/pkg");
    let stamp = scratch()?.join("editor.stamp");
    let inputs = fingerprint(&[&read(EDITOR)?, &read(EDITOR_PARTS)?, &read("tests/browser/package-lock.json")?]);
    let stamped = || {
        let outputs = ["editor.js", "editor.d.ts"].map(|name| fs::read(pkg.join(name)).unwrap_or_default());
        format!("{inputs} {}", fingerprint(&outputs.each_ref().map(Vec::as_slice)))
    };
    if fs::read_to_string(&stamp).is_ok_and(|old| old == stamped()) {
        return Ok(());
    }
    run(node_script(EDITOR).arg(&pkg), "bundle the text editor")?;
    at(fs::write(&stamp, stamped()), "note what was built")
}

/// Bundles the text editor, and what it bundles.
const EDITOR: &str = "tests/browser/tools/editor.mjs";
const EDITOR_PARTS: &str = "tests/browser/tools/editor-parts.mjs";

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
