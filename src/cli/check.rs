//! `tautline check`: what is wrong with a definition, and what could be better.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems::{self, List};
use crate::sarif;
use clap::{Args, ValueEnum};
use std::ffi::OsString;
use std::io::{Write, stderr};
use tautline::{Data, author, limits};

/// How problems are written.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A line each, and one of help
    Text,
    /// A list of objects
    Json,
    /// A log for platforms that show results beside the code (SARIF 2.1.0)
    Sarif,
}

#[derive(Args)]
pub(crate) struct Options {
    /// How the problems are written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Warnings refuse too, notes never
    #[arg(long)]
    strict: bool,
    /// Print why a rule exists, an example and what to do
    #[arg(long, value_name = "CODE", conflicts_with = "rules")]
    explain: Option<String>,
    /// Print this of every rule
    #[arg(long)]
    rules: bool,
}

/// Prints every problem of the definition, or what is known of rules. Errors
/// refuse, warnings only where that is asked for.
///
/// # Errors
/// A definition that cannot be read, an unknown rule, an output that cannot be written.
pub(crate) fn check(definition: Option<&OsString>, options: &Options, out: &mut dyn Write) -> Result<Ending, Failure> {
    let Some(definition) = definition.filter(|_| options.explain.is_none() && !options.rules) else {
        return explain(options.explain.as_deref(), out);
    };
    let source = Source::definition(definition);
    let reply = author::check(&source.read(limits::DEFINITION_BYTES)?);
    let problems = problems::of(&reply);
    let silenced = reply.get("ok").get("value").get("silenced").list();
    match options.format {
        Format::Text => {
            problems::write(out, &source.name(), problems).map_err(Failure::writing)?;
            sum_up(&source.name(), problems.len(), silenced.len());
        }
        Format::Json => json(out, &List(problems))?,
        Format::Sarif => json(out, &sarif::log(&source, problems, silenced))?,
    }
    let refuses = |problem: &Data<'_>| match problem.get("severity").text() {
        "error" => true,
        "warning" => options.strict,
        _ => false,
    };
    Ok(if problems.iter().any(refuses) { Ending::Refused } else { Ending::Done })
}

fn json(out: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(Failure::writing_json)?;
    writeln!(out).map_err(Failure::writing)
}

/// Says for a person what the lines do not. Where that fails the exit code still tells.
fn sum_up(name: &str, problems: usize, silenced: usize) {
    let found = if problems == 0 { "no problems" } else { "" };
    let silenced = if silenced == 0 { String::new() } else { format!("{silenced} silenced") };
    let parts: Vec<&str> = [found, &silenced].into_iter().filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() {
        let _ = writeln!(stderr(), "{name}: {}", parts.join(", "));
    }
}

/// Prints what is known of one rule, or of all.
fn explain(code: Option<&str>, out: &mut dyn Write) -> Result<Ending, Failure> {
    let rules = author::rules();
    let asked = |rule: &&Data<'_>| code.is_none_or(|code| rule.get("code").text() == code);
    let chosen: Vec<&Data<'_>> = rules.list().iter().filter(asked).collect();
    if let (Some(code), true) = (code, chosen.is_empty()) {
        let code = code.replace(char::is_control, "\u{fffd}");
        return Err(Failure::Sentence(format!("there is no rule {code}; `tautline check --rules` lists them")));
    }
    for (n, rule) in chosen.iter().enumerate() {
        let [code, severity, why, example, mend] =
            ["code", "severity", "why", "example", "mend"].map(|field| rule.get(field).text());
        let gap = if n == 0 { "" } else { "\n" };
        writeln!(out, "{gap}{code} ({severity})\n  {why}\n  Example: {example}\n  {mend}").map_err(Failure::writing)?;
    }
    Ok(Ending::Done)
}
