//! The release folder: everything a static host needs, and the command line program, which makes such folders.

use crate::shell::{Outcome, at, cargo, lock, root, run, scratch, target_dir};
use crate::{build, kit, setup};
use std::fs;
use std::process::Command;

/// The command line program's file name on this system.
pub fn program() -> String {
    format!("tautline{}", std::env::consts::EXE_SUFFIX)
}

pub fn dist() -> Outcome {
    setup::for_testing()?;
    build::wasm()?;
    let kit = kit::make()?;
    let _lock = lock("build")?;
    let native = ["build", "--release", "--package", "tautline", "--features", "kit", "--bin", "tautline"];
    run(cargo().env("TAUTLINE_KIT", &kit).args(native), "build the command line program")?;

    let (dist, fresh) = (root().join("dist"), scratch()?.join("dist"));
    drop(fs::remove_dir_all(&fresh));
    let program = target_dir().join("release").join(program());
    // From anywhere but here: it has to work where there is nothing but itself.
    let mut bundle = Command::new(&program);
    bundle.current_dir(scratch()?).args(["bundle", "bt-synchronization", "--studio", "--out"]).arg(&fresh);
    run(&mut bundle, "bundle the assessment")?;
    at(fs::copy(&program, fresh.join(self::program())), "copy the program")?;
    drop(fs::remove_dir_all(&dist));
    at(fs::rename(&fresh, &dist), "put the release folder in its place")?;
    println!("The release stands in dist/; any static host can serve it.");
    Ok(())
}
