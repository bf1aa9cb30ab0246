//! Benchmarks: the core natively, then the page against others.

use crate::browsers::{self, Browser};
use crate::dist;
use crate::serve::Server;
use crate::shell::{Outcome, cargo, fail, root, run};
use crate::tools::{node_script, npm_ci};

/// `benches/native.rs` if there is one, then `tests/bench/run.mjs`, which finds everything in its environment.
pub fn bench(arguments: &[String]) -> Outcome {
    dist::dist()?;
    browsers::ensure()?;
    if root().join("benches/native.rs").is_file() {
        run(cargo().args(["bench", "--features", "cli", "--bench", "native"]), "run the native benchmark")?;
    }
    let script = root().join("tests/bench/run.mjs");
    if !script.is_file() {
        return fail("There is no benchmark yet: tests/bench/run.mjs is missing.");
    }
    if root().join("tests/bench/package-lock.json").is_file() {
        npm_ci("tests/bench")?;
    }
    let release = root().join("dist");
    let mut node = node_script(script);
    node.env("TAUTLINE_WWW", root().join("www")).env("TAUTLINE_DIST", &release);
    node.env("TAUTLINE_CLI", release.join(dist::program()));
    node.env("TAUTLINE_WWW_URL", Server::start(&root().join("www"))?);
    node.env("TAUTLINE_DIST_URL", Server::start(&release)?);
    for browser in [Browser::Chromium, Browser::Firefox] {
        node.env(browser.variable(), browser.path().unwrap_or_default());
    }
    run(node.args(arguments), "run the benchmarks")
}
