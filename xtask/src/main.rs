//! The project's commands. `cargo xtask --help` explains each in a line.

mod bench;
mod browsers;
mod build;
mod check;
mod debian;
mod dist;
mod fuzz;
mod gate;
mod kit;
mod serve;
mod setup;
mod shell;
mod size;
mod tally;
mod test;
mod tools;
mod wasm32;

use shell::{Outcome, cargo, fail, root, run};
use std::process::ExitCode;

const HELP: &str = "\
The commands of this project.

Usage: cargo xtask COMMAND

  serve [--port 8080]   install what a build needs, build, and serve the assessment on 127.0.0.1
  test [PART]           install what tests need and run all of them; PART: check native fuzz wasm size browser
  check                 formatting, lints (native and wasm32), documentation, script types, static gate
  fuzz [TARGET] [--seconds 60]
                        search for links and groups that break a promise, each TARGET for so many seconds
  dist                  make the release folder dist/: the page, its module and the command line program
  size                  print raw, gzip and brotli sizes of dist/ and fail when one is over its budget
  bench [ARGS]          benchmarks: the core natively, then the page against others (ARGS go to run.mjs)
  bless                 renew the generated golden files, to be looked at before a commit; never vectors
  setup [--build-only]  only install: compilers, tools, browsers; with --build-only no browsers or drivers
  doctor                print what is installed, in which version, and what is missing

Variables:
  TAUTLINE_CHROMIUM, TAUTLINE_FIREFOX   browsers that are not in PATH (CHROMEDRIVER for the driver)
  TAUTLINE_WEBKIT_DRIVER                WebKitWebDriver, likewise
  TAUTLINE_WASM_ROUTE=rustup|debian     force where the wasm32 compiler comes from
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match dispatch(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.0.is_empty() {
                eprintln!("{sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Outcome {
    if rest.iter().any(|word| word == "--help" || word == "-h") && command != "bench" {
        print!("{HELP}");
        return Ok(());
    }
    let words: Vec<&str> = rest.iter().map(String::as_str).collect();
    match (command, words.as_slice()) {
        ("help" | "--help" | "-h", []) => {
            print!("{HELP}");
            Ok(())
        }
        ("serve", []) => serve_page(8080),
        ("serve", ["--port", port]) => match port.parse() {
            Ok(port) => serve_page(port),
            Err(_) => fail(format!("`{port}` is not a port: it is a number from 0 (any free one) to 65535.")),
        },
        ("test", []) => test::test(None),
        ("test", [part]) => test::test(Some(part)),
        ("check", []) => test::check(),
        ("fuzz", words) => fuzz::fuzz(words),
        ("dist", []) => dist::dist(),
        ("size", []) => test::test(Some("size")),
        ("bench", _) => bench::bench(rest),
        ("bless", []) => bless(),
        ("setup", []) => setup::setup(false),
        ("setup", ["--build-only"]) => setup::setup(true),
        ("doctor", []) => setup::doctor(),
        _ => fail("There is no such command; `cargo xtask --help` lists them."),
    }
}

fn serve_page(port: u16) -> Outcome {
    // The port comes first: nobody wants to wait for a build and then hear that it is taken.
    let server = serve::Server::bind(&root().join("www"), port)?;
    build::wasm()?;
    println!("The assessment is at {} (stop with Ctrl-C).", server.address);
    // Only downloads of the page for authors want it, and it takes a while.
    if kit::can_be_made() {
        std::thread::spawn(|| kit::make().map_err(|sentence| eprintln!("{sentence}")));
    }
    server.run();
    Ok(())
}

/// Tests that compare with a generated file write it instead; vectors are written by hand only.
fn bless() -> Outcome {
    if std::env::var_os("CI").is_some() {
        return fail("Golden files are renewed by a person who looks at them, never in CI.");
    }
    let mut cargo = cargo();
    cargo.env("TAUTLINE_BLESS", "1").args(["test", "--workspace", "--features", "cli"]);
    run(&mut cargo, "renew the golden files")?;
    println!("Look at the changes with `git diff` before you commit them.");
    Ok(())
}
