//! The kit that bundles are made of: www/pkg/kit.zip, for the program of a release and for the page of authors.

use crate::shell::{Outcome, at, files, fingerprint, lock, root, run, scratch};
use crate::tools::{self, node_script};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of what makes it.
const TOOLS: &str = "tests/browser/tools";

/// Packs www, its modules included, if anything there has changed; gives the file.
pub fn make() -> Outcome<PathBuf> {
    let _lock = lock("build")?;
    let (kit, stamp) = (root().join("www/pkg/kit.zip"), scratch()?.join("kit.stamp"));
    let inputs = inputs(&kit)?;
    let stamped = || format!("{inputs} {}", fingerprint(&[&fs::read(&kit).unwrap_or_default()]));
    if fs::read_to_string(&stamp).is_ok_and(|old| old == stamped()) {
        return Ok(kit);
    }
    // Made aside and moved in, so that a running server never serves half a file.
    let fresh = scratch()?.join("kit.zip");
    run(node_script(format!("{TOOLS}/kit.mjs")).arg(root().join("www")).arg(&fresh), "bundle the scripts")?;
    let aside = kit.with_file_name(".kit.zip");
    at(fs::copy(&fresh, &aside), "copy the kit")?;
    at(fs::rename(&aside, &kit), "write the kit")?;
    at(fs::write(&stamp, stamped()), "note what was bundled")?;
    Ok(kit)
}

/// Whether there is what it is made with: a build can do without.
pub fn can_be_made() -> bool {
    tools::package("esbuild").is_dir()
}

/// What enters it, in a few letters.
fn inputs(kit: &Path) -> Outcome<String> {
    let mut contents = Vec::new();
    for folder in ["www", TOOLS] {
        for file in files(&root().join(folder)).into_iter().filter(|file| file != kit) {
            contents.push(file.to_string_lossy().into_owned().into_bytes());
            contents.push(at(fs::read(&file), format_args!("read {}", file.display()))?);
        }
    }
    Ok(fingerprint(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}
