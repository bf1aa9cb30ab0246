//! Formatting, lints, types, documentation and the static gate.

use crate::shell::{Outcome, cargo, run};
use crate::tally::Tally;
use crate::tools::{node_script, package};
use crate::wasm32::Route;
use crate::{build, gate, setup};
use std::process::Command;

pub fn check(tally: &mut Tally) -> Outcome {
    setup::for_testing()?;
    let mut step = |name: &str, result: Outcome| {
        println!("-- {name}");
        if let Err(sentence) = &result {
            println!("{sentence}");
        }
        tally.step(name, result.is_ok());
    };
    step(
        "rustfmt",
        run(
            cargo().args(["fmt", "--all", "--check"]),
            "confirm the formatting; run `cargo fmt --all`",
        ),
    );
    let clippy = |arguments: &[&str]| {
        let mut cargo = cargo();
        cargo
            .arg("clippy")
            .args(arguments)
            .args(["--", "-D", "warnings"]);
        run(&mut cargo, "lint")
    };
    step(
        "clippy, native",
        clippy(&["--workspace", "--all-targets", "--features", "cli"]),
    );
    step(
        "clippy, core alone",
        clippy(&["--package", "tautline", "--lib", "--no-default-features"]),
    );
    if Route::Rustup.is_ready() {
        let wasm: Vec<&str> = ["--lib", "--test", "wasm"]
            .into_iter()
            .chain(build::WASM)
            .collect();
        step("clippy, wasm32", clippy(&wasm));
    } else {
        println!(
            "-- clippy, wasm32: left out, because clippy has no standard library for wasm32 on this route."
        );
    }
    let mut doc = cargo();
    doc.env("RUSTDOCFLAGS", "-D rustdoc::broken_intra_doc_links");
    doc.args([
        "doc",
        "--no-deps",
        "--document-private-items",
        "--lib",
        "--package",
        "tautline",
    ]);
    step("rustdoc", run(&mut doc, "build the documentation"));
    // The bindings carry types that the scripts use, so they come before the type check.
    let built = build::wasm();
    let is_built = built.is_ok();
    step("wasm module", built);
    if is_built {
        step(
            "types of the scripts",
            run(&mut tsc(), "check the scripts' types"),
        );
    }
    println!("-- static gate");
    tally.step("static gate", gate::holds()?);
    Ok(())
}

fn tsc() -> Command {
    let mut tsc = node_script(package("typescript/bin/tsc"));
    tsc.args(["-p", "www/tsconfig.json"]);
    tsc
}
