//! Formatting, lints, types, documentation and the static gate.

use crate::shell::{Outcome, cargo, fail, run};
use crate::tally::Tally;
use crate::tools::{node_script, package};
use crate::wasm32::Route;
use crate::{build, fuzz, gate, setup};
use std::process::Command;

pub fn check(tally: &mut Tally) -> Outcome {
    setup::for_testing()?;
    let mut step = |name: &str, does: &dyn Fn() -> Outcome| {
        println!("-- {name}");
        let result = does();
        if let Err(sentence) = &result {
            println!("{sentence}");
        }
        tally.step(name, result.is_ok());
    };
    step("rustfmt", &|| {
        let doing = "confirm the formatting; `cargo fmt --all` puts it right";
        run(cargo().args(["fmt", "--all", "--check"]), doing)
    });
    step("rustfmt, fuzz targets", &|| {
        let doing = "confirm the formatting; `cargo fmt --manifest-path tests/fuzz/Cargo.toml` puts it right";
        run(cargo().args(["fmt", "--manifest-path", "tests/fuzz/Cargo.toml", "--check"]), doing)
    });
    step("clippy, native", &|| clippy(&["--workspace", "--all-targets", "--features", "cli,fuzz"]));
    step("clippy, core alone", &|| clippy(&["--package", "tautline", "--lib", "--no-default-features"]));
    if Route::Rustup.is_ready() {
        let shared = ["--lib", "--test", "wasm"].into_iter();
        step("clippy, wasm32", &|| clippy(&shared.clone().chain(build::WASM).collect::<Vec<_>>()));
    } else {
        println!("-- clippy, wasm32: left out, because rustup's toolchain has no standard library for wasm32 here.");
    }
    if !cfg!(windows) {
        step("clippy, fuzz targets", &fuzz::clippy);
    }
    step("rustdoc", &|| {
        let mut doc = cargo();
        doc.env("RUSTDOCFLAGS", "-D rustdoc::broken_intra_doc_links");
        doc.args(["doc", "--no-deps", "--document-private-items", "--lib", "--package", "tautline"]);
        run(&mut doc, "build the documentation")
    });
    // The bindings carry types that the scripts use, so they come before the type check.
    step("wasm module", &build::wasm);
    step("types of the scripts", &|| run(&mut tsc(), "check the scripts' types"));
    step("static gate", &|| {
        if gate::holds()? { Ok(()) } else { fail("The lines above are not allowed in shipped scripts.") }
    });
    Ok(())
}

fn clippy(arguments: &[&str]) -> Outcome {
    let mut cargo = cargo();
    cargo.arg("clippy").args(arguments).args(["--", "-D", "warnings"]);
    run(&mut cargo, "lint without a warning")
}

fn tsc() -> Command {
    let mut tsc = node_script(package("typescript/bin/tsc"));
    tsc.args(["-p", "www/tsconfig.json"]);
    tsc
}
