//! Debian's packages: installed when we may, named when we may not.

use crate::shell::{Outcome, capture, command, fail, run};
use std::path::Path;

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

fn is_root() -> bool {
    capture(command("id").arg("-u")).is_some_and(|id| id == "0")
}

/// True if we may install packages here.
pub fn may_install() -> bool {
    is_debian() && is_root()
}

pub fn is_installed(package: &str) -> bool {
    capture(command("dpkg-query").args(["-W", "-f", "${Status}", package]))
        .is_some_and(|status| status == "install ok installed")
}

/// The version of a package that is installed.
pub fn version(package: &str) -> Option<String> {
    capture(command("dpkg-query").args(["-W", "-f", "${Version}", package])).filter(|version| !version.is_empty())
}

/// Installs packages; where it may not, fails with the line that the person has to run.
pub fn install(packages: &[&str], recommends: bool, otherwise: &str) -> Outcome {
    let list = packages.join(" ");
    if !is_debian() {
        return fail(otherwise);
    }
    if !is_root() {
        return fail(format!("Run this once, then try again: sudo apt-get install -y {list}"));
    }
    println!("Installing Debian's packages {list} ...");
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
        apt
    };
    run(&mut apt(&["update"]), "refresh Debian's package lists")?;
    let mut install = apt(&["install", "-y"]);
    if !recommends {
        install.arg("--no-install-recommends");
    }
    run(install.args(packages), &format!("install {list}"))
}
