//! `tautline simulate`: what simulated respondents would get.

use crate::diff::Format;
use crate::ending::{Ending, Failure};
use crate::import::chosen;
use crate::input::Source;
use crate::plain::Plain;
use crate::problems;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write;
use tautline::api::Assessment;
use tautline::{Data, author, limits};

/// What is said below the options.
pub(crate) const HELP: &str = "\
Answers are made, not observed: they show what an instrument can say, not what people are like. Respondent i of a
run has the seed SEED + i, so the same arguments print the same, and longer runs continue shorter ones.

Examples:
  tautline simulate my-assessment.json
  tautline simulate quiz.json --kind knowing --n 5000
  tautline simulate my-assessment.json --kind yes --n 1 --format json";

#[derive(Args)]
pub(crate) struct Options {
    /// How the respondents answer
    #[arg(long, default_value = "mixed", value_parser = manners())]
    kind: String,
    /// How many there are, at most 10000
    #[arg(long, default_value_t = 1000)]
    n: usize,
    /// What decides their answers, a whole number of 32 bits
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// How the result is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

fn manners() -> PossibleValuesParser {
    chosen(&author::manners()).into()
}

/// Prints how scores, levels and advice lie, or the problems of what was refused to standard error.
///
/// # Errors
/// A definition that cannot be read, an output that cannot be written.
pub(crate) fn simulate(definition: &OsStr, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let source = Source::definition(definition);
    let assessment = Assessment::load(&source.read(limits::DEFINITION_BYTES)?);
    let reply = assessment.simulate(&options.kind, options.n, options.seed);
    if *reply.get("refused") != Data::Null {
        problems::complain(&source.name(), problems::of(&reply));
        return Ok(Ending::Refused);
    }
    let value = reply.get("ok").get("value");
    match options.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &Plain(value)).map_err(Failure::writing_json)?;
            writeln!(out).map_err(Failure::writing)?;
        }
        Format::Text => out.write_all(text(value).as_bytes()).map_err(Failure::writing)?,
    }
    Ok(Ending::Done)
}

/// Characters of a title that are shown.
const TITLE: usize = 36;

/// The result as lines.
fn text(value: &Data<'_>) -> String {
    let n = number(value.get("n"));
    let mut text = format!("{n} respondents, {}, seed {}\n", value.get("kind").text(), number(value.get("seed")));
    let numbers = || ["scales", "metrics"].into_iter().flat_map(|list| value.get(list).list());
    if numbers().next().is_some() {
        let columns = ["min", "p10", "median", "p90", "max", "mean", "sd", "none"].map(|name| format!("{name:>8}"));
        let _ = writeln!(text, "\n{:TITLE$}{}", "", columns.concat());
        numbers().for_each(|score| row(score, &mut text));
    }
    for (list, inner) in [("bands", "levels"), ("states", "states")] {
        for counted in value.get(list).list() {
            let _ = writeln!(text, "\n{}", title(counted));
            shares(counted.get(inner).list(), counted.get("none"), n, &mut text);
        }
    }
    for (list, head) in [("archetypes", "Nearest profile"), ("quiz", "Quiz"), ("advice", "Recommendations")] {
        section(value.get(list), head, n, &mut text);
    }
    for (list, head) in [("never", "Nobody got"), ("always", "Everybody got")] {
        for extreme in value.get(list).list() {
            let _ = writeln!(text, "{head}: {} {}", extreme.get("kind").text(), title(extreme));
        }
    }
    text
}

/// A list of its own, if there is something in it.
fn section(value: &Data<'_>, head: &str, n: f64, text: &mut String) {
    let lists = [value.list(), value.get("list").list()];
    let is_quiz = value.get("passed").number().is_some();
    if lists.iter().all(|list| list.is_empty()) && !is_quiz {
        return;
    }
    let _ = writeln!(text, "\n{head}");
    for list in lists {
        shares(list, &Data::Null, n, text);
    }
    for field in ["passed", "failed"].into_iter().filter(|_| is_quiz) {
        share(field, value.get(field), n, text);
    }
    unknown(value.get("none"), n, text);
}

/// The numbers of a score, and below them how they lie.
fn row(score: &Data<'_>, text: &mut String) {
    let figure = |field: &str| score.get(field).number().map_or("-".into(), |x| format!("{x:.1}"));
    let columns = ["min", "p10", "p50", "p90", "max", "mean", "sd"].map(|field| format!("{:>8}", figure(field)));
    let none = number(score.get("none"));
    let _ = writeln!(text, "{:TITLE$}{}{none:>8}", title(score), columns.concat());
    let _ = writeln!(text, "  {}", bars(score.get("histogram").list()));
}

/// A bar for each part of the range, the highest one full.
fn bars(parts: &[Data<'_>]) -> String {
    let most = parts.iter().map(number).fold(1.0, f64::max);
    let bar = |part: &Data<'_>| match number(part) {
        0.0 => ' ',
        n => "▁▂▃▄▅▆▇█".chars().find(|bar| height(*bar) >= n / most).unwrap_or('█'),
    };
    format!("|{}|", parts.iter().map(bar).collect::<String>())
}

/// How high a bar is, above 0 to 1.
fn height(bar: char) -> f64 {
    f64::from(u32::from(bar) - u32::from('▁') + 1) / 8.0
}

fn shares(entries: &[Data<'_>], none: &Data<'_>, n: f64, text: &mut String) {
    for entry in entries {
        share(&title(entry), entry.get("n"), n, text);
    }
    unknown(none, n, text);
}

fn unknown(none: &Data<'_>, n: f64, text: &mut String) {
    if number(none) > 0.0 {
        share("none", none, n, text);
    }
}

fn share(title: &str, found: &Data<'_>, n: f64, text: &mut String) {
    let _ = writeln!(text, "  {title:TITLE$}{:>6.1} %", 100.0 * number(found) / n);
}

fn number(value: &Data<'_>) -> f64 {
    value.number().unwrap_or_default()
}

/// The title of something, on one line and not too long.
fn title(entry: &Data<'_>) -> String {
    let title = entry.get("title").text().replace(char::is_control, " ");
    if title.chars().count() < TITLE {
        return title;
    }
    title.chars().take(TITLE - 2).chain(['…']).collect()
}
