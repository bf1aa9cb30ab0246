//! Fuzzing with the stable toolchain: rustc gets the flags that libFuzzer needs, and its program is run. The targets
//! and the inputs they begin with are in tests/fuzz.

use crate::shell::{Outcome, at, capture, cargo, command, fail, root, run, target_dir};
use crate::tally::Tally;
use crate::tools;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

struct Target {
    name: &'static str,
    /// Bytes of the longest input.
    longest: u32,
    /// Runs in `cargo xtask test`: some seconds.
    runs: u32,
}

const TARGETS: [Target; 8] = [
    Target { name: "link_text", longest: 8_200, runs: 100_000 },
    Target { name: "link_body", longest: 400, runs: 40_000 },
    Target { name: "cohort", longest: 4_096, runs: 600 },
    Target { name: "definition", longest: 4_096, runs: 40_000 },
    Target { name: "expression", longest: 300, runs: 1_500 },
    Target { name: "import", longest: 4_096, runs: 2_000 },
    Target { name: "translation", longest: 2_048, runs: 1_000 },
    Target { name: "migration", longest: 1_024, runs: 10_000 },
];

/// Counters of the branches taken, and the values that are compared; what cargo-fuzz gives to a nightly compiler.
const FLAGS: [&str; 6] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// `cargo xtask fuzz [TARGET] [--seconds N]`: searches from where the last search ended.
pub fn fuzz(words: &[&str]) -> Outcome {
    let (name, seconds) = match words {
        [] => (None, "60"),
        ["--seconds", seconds] => (None, *seconds),
        [name] => (Some(*name), "60"),
        [name, "--seconds", seconds] => (Some(*name), *seconds),
        _ => return fail("It is `cargo xtask fuzz [TARGET] [--seconds N]`."),
    };
    let Ok(seconds) = seconds.parse::<u32>().map(|seconds| seconds.max(1)) else {
        return fail(format!("`{seconds}` is not a number of seconds."));
    };
    let chosen: Vec<&Target> = TARGETS.iter().filter(|target| name.is_none_or(|name| name == target.name)).collect();
    if chosen.is_empty() {
        let names = TARGETS.map(|target| target.name).join(", ");
        return fail(format!("There is no target of that name; the targets are {names}."));
    }
    build()?;
    let mut failures = Vec::new();
    for target in chosen {
        let found = folder().join("inputs").join(target.name);
        let searched = search(target, &found, &[format!("-max_total_time={seconds}")], true);
        failures.extend(searched.err().map(|sentence| sentence.0));
    }
    if failures.is_empty() { Ok(()) } else { fail(failures.join("\n")) }
}

/// A part of the tests: the same runs every time.
pub fn test(tally: &mut Tally) -> Outcome {
    if cfg!(windows) {
        println!("Left out: libFuzzer is not built on Windows here.");
        return Ok(());
    }
    build()?;
    for target in &TARGETS {
        let found = folder().join("inputs-of-the-test").join(target.name);
        drop(fs::remove_dir_all(&found));
        let searched = search(target, &found, &[format!("-runs={}", target.runs), "-seed=1".into()], false);
        if let Err(sentence) = &searched {
            println!("{sentence}");
        }
        tally.step(&format!("fuzz target {}", target.name), searched.is_ok());
    }
    Ok(())
}

/// Lints the targets.
pub fn clippy() -> Outcome {
    run(cargo_with_flags("clippy")?.args(["--", "-D", "warnings"]), "lint without a warning")
}

fn folder() -> PathBuf {
    target_dir().join("fuzz")
}

fn build() -> Outcome {
    run(&mut cargo_with_flags("build")?, "build the fuzz targets")
}

fn host() -> Outcome<String> {
    let version = capture(command("rustc").arg("-vV")).unwrap_or_default();
    match version.lines().find_map(|line| line.strip_prefix("host: ")) {
        Some(host) => Ok(host.to_owned()),
        None => fail("rustc does not say for which machine it compiles."),
    }
}

/// With the machine named as target, so that build scripts and macros stay without the flags.
fn cargo_with_flags(word: &str) -> Outcome<Command> {
    if cfg!(windows) {
        return fail("libFuzzer is not built on Windows here: use Linux or macOS.");
    }
    tools::cpp()?;
    let mut cargo = cargo();
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
    cargo.args([word, "--quiet", "--release", "--manifest-path", "tests/fuzz/Cargo.toml", "--target", &host()?]);
    cargo.arg("--target-dir").arg(folder());
    Ok(cargo)
}

/// Runs a target on its first inputs and on what it makes of them; new ones that reach more go to `found`.
fn search(target: &Target, found: &PathBuf, arguments: &[String], progress: bool) -> Outcome {
    let Target { name, longest, .. } = target;
    println!("-- {name}");
    let crashes = folder().join("crashes");
    for folder in [found, &crashes] {
        at(fs::create_dir_all(folder), format_args!("make {}", folder.display()))?;
    }
    let mut fuzzer = command(folder().join(host()?).join("release").join(name));
    fuzzer.args(["-timeout=10", "-rss_limit_mb=1024", "-dict=tests/fuzz/dictionary.txt"]).args(arguments);
    // The place in the message says enough: a trace would be that of libFuzzer.
    fuzzer.env("RUST_BACKTRACE", "0").arg(format!("-max_len={longest}"));
    fuzzer.arg(format!("-artifact_prefix={}/{name}-", crashes.display()));
    fuzzer.arg(found).arg(root().join("tests/fuzz/corpus").join(name));
    let mut child = at(fuzzer.stderr(Stdio::piped()).spawn(), format_args!("start {name}"))?;
    let Some(output) = child.stderr.take() else {
        return fail("Could not read a program's output.");
    };
    let (mut places, mut last) = (String::new(), String::new());
    for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        match kind(&line) {
            Line::Places(count) => places = count.to_owned(),
            Line::Progress => {
                if progress && line.contains("pulse") {
                    println!("{line}");
                }
                last = line.into_owned();
            }
            Line::Noise => {}
            Line::Other => println!("{line}"),
        }
    }
    let succeeded = at(child.wait(), format_args!("wait for {name}"))?.success();
    if succeeded {
        println!("{}", figures(&last, &places));
        return Ok(());
    }
    fail(format!(
        "{name} found an input that breaks a promise; it is in {}. Copy it to tests/fuzz/corpus/{name}/, where every \
         later run begins with it, and put the core right.",
        crashes.display()
    ))
}

/// What a line of libFuzzer is.
#[derive(Debug, PartialEq)]
enum Line<'l> {
    /// How many places of the program are counted.
    Places(&'l str),
    Progress,
    Noise,
    Other,
}

fn kind(line: &str) -> Line<'_> {
    if let Some((_, counters)) = line.split_once("INFO: Loaded 1 modules") {
        let counters = counters.trim_start().trim_start_matches('(');
        return Line::Places(counters.split(' ').next().unwrap_or_default());
    }
    let noise = ["INFO:", "WARNING: Failed to find", "Dictionary:", "\"", "###", "Done ", "\tNEW_FUNC"];
    if line.starts_with("#") && line.contains(" cov: ") {
        Line::Progress
    } else if line.trim().is_empty() || noise.iter().any(|start| line.starts_with(start)) {
        Line::Noise
    } else {
        Line::Other
    }
}

/// The figures of a last line such as `#500 DONE cov: 80 ft: 90 corp: 7/99b lim: 9 exec/s: 50 rss: 30Mb`.
fn figures(line: &str, places: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let after = |key: &str| words.iter().skip_while(|word| **word != key).nth(1).copied().unwrap_or("?");
    let runs = words.first().map_or("?", |word| word.trim_start_matches('#'));
    format!("{runs} runs, {} a second; {} of {places} places reached", after("exec/s:"), after("cov:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_libfuzzer_prints() {
        let last = "#500\tDONE   cov: 80 ft: 90 corp: 7/99b lim: 9 exec/s: 50 rss: 30Mb";
        assert_eq!(figures(last, "120"), "500 runs, 50 a second; 80 of 120 places reached");
        assert_eq!(kind("INFO: Loaded 1 modules   (120 inline 8-bit counters): 120 [0x1, 0x2), "), Line::Places("120"));
        assert_eq!(kind(last), Line::Progress);
        assert_eq!(kind("INFO: Seed: 1"), Line::Noise);
        assert_eq!(kind("thread '<unnamed>' panicked at targets/link_text.rs:1:1:"), Line::Other);
    }
}
