//! The release folder: everything a static host needs, and the command line program.

use crate::shell::{Outcome, at, cargo, files, lock, root, run, scratch, target_dir};
use crate::tools::node_script;
use crate::{build, setup};
use std::fs;
use std::process::Command;

/// The command line program's file name on this system.
pub fn program() -> String {
    format!("tautline{}", std::env::consts::EXE_SUFFIX)
}

pub fn dist() -> Outcome {
    setup::for_testing()?;
    build::wasm()?;
    let native = ["build", "--release", "--package", "tautline", "--features", "cli", "--bin", "tautline"];
    run(cargo().args(native), "build the command line program")?;

    let _lock = lock("build")?;
    let (dist, fresh) = (root().join("dist"), scratch()?.join("dist"));
    drop(fs::remove_dir_all(&fresh));
    let program = target_dir().join("release").join(program());
    let instruments = fresh.join("instruments");
    at(fs::create_dir_all(&instruments), format_args!("make {}", instruments.display()))?;
    for definition in files(&root().join("www/instruments")) {
        let published = instruments.join(definition.file_name().unwrap_or_default());
        let to = at(fs::File::create(&published), format_args!("write {}", published.display()))?;
        run(Command::new(&program).arg("compile").arg(&definition).stdout(to), "compile the definition")?;
    }
    let mut bundle = node_script("tests/browser/tools/bundle.mjs");
    run(bundle.arg(root().join("www")).arg(&fresh), "bundle the page")?;
    at(fs::copy(&program, fresh.join(self::program())), "copy the program")?;
    drop(fs::remove_dir_all(&dist));
    at(fs::rename(&fresh, &dist), "put the release folder in its place")?;
    println!("The release stands in dist/; any static host can serve it.");
    Ok(())
}
