//! Native speed of the core, every figure beside a floor of the same rounds.
//!
//! Ratios carry to another machine, responses per second do not, so the ratio
//! stands first and nothing here asserts a time.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "for people, who read why it ended"
)]

#[path = "../tests/support/statements.rs"]
mod statements;

use serde_json::Value;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tautline::api::Assessment;
#[cfg(feature = "author")]
use tautline::author;

const FLAGSHIP: &str = include_str!("../www/instruments/bt-synchronization.json");
const WORKED: &str = include_str!("../tests/vectors/worked-examples.json");
const ROUNDS: usize = 9;
/// How long one case runs in one round.
const SLICE: Duration = Duration::from_millis(60);
const LINES: usize = 100_000;
/// Items of made-up definitions.
const SIZES: [usize; 3] = [50, 500, 5_000];

/// The time of one call of something.
#[expect(clippy::disallowed_types, reason = "a benchmark needs a clock; the core itself has none")]
fn timed(work: impl FnOnce()) -> Duration {
    let begun = std::time::Instant::now();
    work();
    begun.elapsed()
}

/// Something to be timed: its name, the case it is compared with, what one pass does and how often.
struct Case<'a> {
    name: String,
    floor: usize,
    calls: u32,
    pass: Box<dyn Fn() + 'a>,
}

impl<'a> Case<'a> {
    fn new(name: &str, floor: usize, calls: usize, pass: impl Fn() + 'a) -> Self {
        Case { name: name.into(), floor, calls: u32::try_from(calls).unwrap(), pass: Box::new(pass) }
    }

    /// Seconds per call in one round.
    fn round(&self) -> f64 {
        let (mut spent, mut passes) = (Duration::ZERO, 0);
        while spent < SLICE {
            spent += timed(&self.pass);
            passes += 1;
        }
        spent.as_secs_f64() / f64::from(passes * self.calls)
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// The answers document of every worked sheet, with its name.
fn sheets() -> Vec<(String, String)> {
    let worked: Value = serde_json::from_str(WORKED).unwrap();
    let document = |sheet: &Value| {
        let mut document = serde_json::json!({
            "instrument": worked["instrument"]["id"], "version": worked["instrument"]["version"],
            "role": sheet["role"], "answers": sheet["answers"],
        });
        if let (Some(fields), Some(seconds)) = (document.as_object_mut(), sheet.get("active_seconds")) {
            fields.insert("active_seconds".into(), seconds.clone());
        }
        (sheet["name"].as_str().unwrap().to_owned(), document.to_string())
    };
    worked["sheets"].as_array().unwrap().iter().map(document).collect()
}

fn main() {
    let sheets = sheets();
    let assessment = Assessment::load(FLAGSHIP.as_bytes());
    assert_eq!(assessment.problems().len(), 0, "the flagship is accepted");
    let each = |work: &dyn Fn(&str)| sheets.iter().for_each(|(_, sheet)| work(sheet));
    let (_, worst) = sheets.iter().find(|(name, _)| name == "all_worst").unwrap();
    let once = |sheet: &str| timed(|| drop(black_box(assessment.finish(sheet.as_bytes()))));
    let cost = |(_, sheet): &(String, String)| (0..3).map(|_| once(sheet)).min();
    let (name, slowest) = sheets.iter().max_by_key(|sheet| cost(sheet)).unwrap();
    let slowest_name = format!("the same, the slowest: {name}");
    let many = sheets.len();
    let definitions = SIZES.map(|n| (n, statements::definition(n, &statements::sentence)));
    #[cfg(feature = "author")]
    let schema = jsonschema::draft7::new(&serde_json::from_str(&author::schema()).unwrap()).unwrap();
    let mut cases = vec![
        Case::new("serde_json reads the same answers", 0, many, || {
            each(&|sheet| drop(black_box(serde_json::from_str::<Value>(sheet))));
        }),
        Case::new("read and score", 0, many, || each(&|sheet| drop(black_box(assessment.score(sheet.as_bytes()))))),
        Case::new("read and score, reply as JSON", 0, many, || {
            each(&|sheet| drop(black_box(serde_json::to_string(&assessment.score(sheet.as_bytes())))));
        }),
        Case::new("read, score and report", 0, many, || {
            each(&|sheet| drop(black_box(assessment.finish(sheet.as_bytes()))));
        }),
        Case::new("the same, sheet all_worst", 0, 1, || drop(black_box(assessment.finish(worst.as_bytes())))),
        Case::new(&slowest_name, 0, 1, || drop(black_box(assessment.finish(slowest.as_bytes())))),
        Case::new("how far one has come", 0, many, || {
            each(&|sheet| drop(black_box(assessment.progress(sheet.as_bytes()))));
        }),
        Case::new("serde_json reads the flagship", 7, 1, || drop(black_box(serde_json::from_str::<Value>(FLAGSHIP)))),
        Case::new("load the flagship", 7, 1, || drop(black_box(Assessment::load(FLAGSHIP.as_bytes())))),
    ];

    let mut growing = Vec::new();
    for (n, definition) in &definitions {
        growing.push((*n, cases.len() + 1));
        authors(*n, definition, &mut cases);
        #[cfg(feature = "author")]
        cases.push(Case::new(&format!("read, and validate with jsonschema, {n} items"), cases.len() - 3, 1, || {
            assert!(schema.is_valid(&serde_json::from_str(definition).unwrap()));
        }));
    }

    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); cases.len()];
    for _ in 0..ROUNDS {
        cases.iter().zip(&mut rounds).for_each(|(case, times)| times.push(case.round()));
    }
    let times: Vec<f64> = rounds.into_iter().map(median).collect();
    println!("\nNative, one thread, {many} worked sheets one at a time, medians of {ROUNDS} rounds");
    println!("{:<44}{:>12}{:>14}", "", "x floor", "per second");
    for (n, (case, time)) in cases.iter().zip(&times).enumerate() {
        let floor = times.get(case.floor).copied().unwrap_or_default();
        let ratio = if case.floor == n { "floor".into() } else { format!("{:.1}", time / floor) };
        println!("{:<44}{ratio:>12}{:>14.0}", case.name, 1.0 / time);
    }
    growth(&growing, &times);
    let lines: Vec<&str> = sheets.iter().map(|(_, sheet)| sheet.as_str()).collect();
    command_line(&lines, times.get(2).copied().unwrap_or_default());
}

/// Time for each item, beside that of the smallest definition: 1 where it grows with the
/// size, as many times more as there are items where with its square.
fn growth(growing: &[(usize, usize)], times: &[f64]) {
    println!("\n{:<44}{:>12}{:>16}", "time for each item, by size", "load", "load and check");
    let each = |(n, case): (usize, usize), more: usize| {
        times.get(case + more).map(|time| time / f64::from(u32::try_from(n).unwrap()))
    };
    for size in growing {
        let ratio = |more| match (each(*size, more), growing.first().and_then(|first| each(*first, more))) {
            (Some(time), Some(first)) if more == 0 || cfg!(feature = "author") => format!("{:.2}", time / first),
            _ => "-".into(),
        };
        println!("{:<44}{:>12}{:>16}", format!("{} items", size.0), ratio(0), ratio(1));
    }
}

/// What an author waits for: a definition of so many items is read, compiled and checked.
fn authors<'a>(n: usize, definition: &'a str, cases: &mut Vec<Case<'a>>) {
    let floor = cases.len();
    let bytes = definition.as_bytes();
    assert_eq!(Assessment::load(bytes).problems().len(), 0, "it is accepted");
    let name = |what: &str| format!("{what} {n} items, {} kB", bytes.len() / 1000);
    cases.push(Case::new(&name("serde_json reads"), floor, 1, || {
        drop(black_box(serde_json::from_str::<Value>(definition)));
    }));
    cases.push(Case::new(&name("load"), floor, 1, || drop(black_box(Assessment::load(bytes)))));
    #[cfg(feature = "author")]
    cases.push(Case::new(&name("load and check"), floor, 1, || drop(black_box(author::check(bytes)))));
}

/// `tautline score --jsonl` over many sheets, beside the same scoring within this process.
fn command_line(sheets: &[&str], within: f64) {
    println!("\n`tautline score --jsonl`, {LINES} lines from standard input");
    let built = option_env!("CARGO_BIN_EXE_tautline");
    let named = std::env::var_os("TAUTLINE_CLI").map(PathBuf::from).or_else(|| built.map(PathBuf::from));
    let Some(program) = named.filter(|program| program.is_file()) else {
        return println!("Left out: set TAUTLINE_CLI to the program, or bench with `--features cli`.");
    };
    let input = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench.jsonl");
    let text: String = sheets.iter().cycle().take(LINES).flat_map(|line| [line, "\n"]).collect();
    std::fs::write(&input, text).unwrap();
    let runs: Option<Vec<f64>> = (0..3).map(|_| run_lines(&program, &input)).collect();
    drop(std::fs::remove_file(&input));
    let Some(runs) = runs else {
        return println!("Left out: this program does not answer {LINES} lines with {LINES} results yet.");
    };
    let line = median(runs) / f64::from(u32::try_from(LINES).unwrap());
    println!("{:<44}{:>12}{:>14}", "", "x in process", "per second");
    println!("{:<44}{:>12.2}{:>14.0}", "lines", line / within, 1.0 / line);
}

/// Seconds for the whole input; none if there is not one result for every line.
fn run_lines(program: &Path, input: &Path) -> Option<f64> {
    let mut score = Command::new(program);
    score.args(["score", "--jsonl", "bt-synchronization", "-"]).stderr(Stdio::null());
    score.stdin(File::open(input).ok()?).stdout(Stdio::piped());
    let (mut lines, mut well) = (0, false);
    let spent = timed(|| {
        let Ok(mut running) = score.spawn() else { return };
        let mut given = BufReader::new(running.stdout.take().unwrap());
        let mut line = String::new();
        while given.read_line(&mut line).is_ok_and(|read| read > 0) {
            lines += usize::from(line.contains("\"scales\""));
            line.clear();
        }
        well = running.wait().is_ok_and(|status| status.success());
    });
    (well && lines == LINES).then_some(spent.as_secs_f64())
}
