//! The command line: arguments and files in, `tautline::api`, text out.
//!
//! Every command prints through one writer and ends in one of three ways: 0,
//! done; 1, an input was refused and its problems are listed; 2, wrong usage
//! or a file that cannot be read or written, said in a sentence; an import or export
//! that lost something ends in 2 too, with what it lost listed. A reader that
//! closes the pipe has seen enough: that is 0, without a word.

mod bundle;
mod change;
mod check;
mod cohort;
mod columns;
mod compare;
mod compile;
mod diff;
mod ending;
mod export;
mod import;
mod input;
mod lines;
mod link;
mod lossy;
mod migrate;
mod place;
mod plain;
mod problems;
mod reference;
mod report;
mod sarif;
mod schema;
mod score;
mod scores;
mod simulate;
mod translate;
mod two;

use clap::{Parser, Subcommand};
use ending::{Ending, Failure};
use std::ffi::OsString;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

const DEFINITION_HELP: &str = "Path, `-` for standard input, or `bt-synchronization` for the built-in assessment";

/// Check assessment definitions, score answers, write reports.
#[derive(Parser)]
#[command(
    name = "tautline",
    version,
    arg_required_else_help = true,
    after_help = "\
Examples:
  tautline check my-assessment.json
  tautline compile my-assessment.json > published.json
  tautline bundle my-assessment.json -o public
  tautline score bt-synchronization answers.json
  tautline score --jsonl bt-synchronization < sheets.jsonl > scores.jsonl
  tautline cohort bt-synchronization sheets.jsonl > group.json
  tautline report bt-synchronization answers.json --format html > report.html
  tautline link decode bt-synchronization 'https://example.org/check.html#r=...'
  tautline compare bt-synchronization cio.json ceo.json
  tautline change bt-synchronization last-year.json today.json
  tautline place bt-synchronization answers.json benchmark.json
  tautline export qti3 my-assessment.json -o my-assessment.zip
  tautline diff last-year.json today.json
  tautline import surveyjs survey.json -o my-assessment.json --report losses.json

Exit codes: 0 done, 1 refused (the problems are listed), 2 wrong usage or unreadable file."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// List what is wrong with a definition, and what could be better, as `file:line:column: severity[code] message`
    #[command(after_help = "\
Errors refuse; warnings and notes say what may be meant otherwise. A definition silences a finding with
  \"silenced\": [{\"rule\": CODE, \"at\": IDENTIFIER OR POINTER, \"reason\": TEXT}]

Examples:
  tautline check my-assessment.json --strict
  tautline check my-assessment.json --format sarif > check.sarif
  tautline check --explain yes-sayer
  tautline check --rules")]
    Check {
        #[arg(help = DEFINITION_HELP, required_unless_present_any = ["explain", "rules"])]
        definition: Option<OsString>,
        #[command(flatten)]
        options: check::Options,
    },
    /// Print a definition with its compiled form, so that a page needs less to show it
    #[command(after_help = "Example:\n  tautline compile my-assessment.json > published.json")]
    Compile {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
    },
    /// Write everything that a publisher needs to show a definition: site, single file, script, learning packages
    #[command(after_help = "\
The folder can be served by any static host; NAME.html in it is one file with everything inside, for disks, mails
and frames. Without --url there is nothing in it that needs to know where it will be.

Example:
  tautline bundle my-assessment.json -o public --url https://example.org/check/")]
    Bundle {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        #[command(flatten)]
        options: bundle::Options,
    },
    /// Print the scores of answers as one JSON object or as CSV, numbers unrounded, null or empty where undefined
    #[command(after_help = "\
Examples:
  tautline score bt-synchronization answers.json
  tautline score my-assessment.json - < answers.json
  tautline score --format csv --jsonl bt-synchronization sheets.jsonl > scores.csv
  tautline score --jsonl bt-synchronization sheets.jsonl > scores.jsonl")]
    Score {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// Path of the answers, or `-` for standard input
        #[arg(required_unless_present = "jsonl")]
        answers: Option<OsString>,
        /// One answers object per line in, one result per line out
        #[arg(long)]
        jsonl: bool,
        /// How the scores are written
        #[arg(long, value_enum, default_value = "json")]
        format: score::Format,
    },
    /// Add up many sheets and print what may be shown of the group as one JSON object
    #[command(after_help = "\
Examples:
  tautline cohort bt-synchronization sheets.jsonl --compare ceo,business cio,technology
  tautline cohort bt-synchronization - --anonymous --summary monday.json < sheets.jsonl
  tautline cohort bt-synchronization --anonymous --merge monday.json tuesday.json
  tautline cohort bt-synchronization sheets.jsonl --benchmark benchmark.json \
    --date 2026-11-25 --source 'Members of a circle'
  tautline cohort bt-synchronization sheets.jsonl --calibrate")]
    Cohort {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        #[command(flatten)]
        options: cohort::Options,
    },
    /// Write the report of one set of answers
    #[command(after_help = "\
Examples:
  tautline report bt-synchronization answers.json
  tautline report bt-synchronization answers.json --format html > report.html")]
    Report {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// Path of the answers, or `-` for standard input
        answers: OsString,
        /// How the report is written
        #[arg(long, value_enum, default_value = "text")]
        format: report::Format,
    },
    /// Print what two people's answers have in common as one JSON object, differences second minus first
    #[command(after_help = "\
Examples:
  tautline compare bt-synchronization cio.json ceo.json
  tautline compare bt-synchronization cio.json - < ceo.json")]
    Compare {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// The first person's answers: a path, `-` for standard input, or a result link
        first: OsString,
        /// The second person's answers, likewise
        second: OsString,
    },
    /// Print how one person's answers have changed as one JSON object, differences new minus old
    #[command(after_help = "Example:\n  tautline change bt-synchronization last-year.json today.json")]
    Change {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// The old answers: a path, `-` for standard input, or a result link
        old: OsString,
        /// The new answers, likewise
        new: OsString,
    },
    /// Print where a result stands against a benchmark file as one JSON object
    #[command(after_help = "\
The file is one that `tautline cohort --benchmark` has written for the same edition.

Example:
  tautline place bt-synchronization answers.json benchmark.json")]
    Place {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// The answers: a path, `-` for standard input, or a result link
        answers: OsString,
        /// The benchmark file: a path, or `-` for standard input
        benchmark: OsString,
    },
    /// Write a definition in the format of another tool, and list what is not carried over
    #[command(after_help = export::HELP)]
    Export {
        /// What is written
        #[arg(value_parser = export::formats())]
        format: String,
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        #[command(flatten)]
        options: export::Options,
    },
    /// Write a definition in another language, or what there is to translate
    #[command(after_help = translate::HELP)]
    Translate {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        #[command(flatten)]
        options: translate::Options,
    },
    /// Write answers of an earlier edition as answers of this one
    #[command(after_help = "\
The definition says under `migrate` of an entry of `editions` what is called otherwise and what is no more; what has no
place is listed.

Example:
  tautline migrate my-assessment.json answers-of-last-year.json -o answers.json

Exit codes: 0 all of it; 1 refused, nothing written; 2 written, and something had no place, or wrong usage or an
unreadable file, said in one sentence.")]
    Migrate {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// Path of the answers, or `-` for standard input
        answers: OsString,
        #[command(flatten)]
        target: lossy::Target,
    },
    /// Write a questionnaire of another tool as a definition, and list what is not carried over
    #[command(after_help = import::HELP)]
    Import {
        /// What the source is
        #[arg(value_parser = import::formats())]
        format: String,
        /// Path of a file or a folder, or `-` for standard input
        source: OsString,
        #[command(flatten)]
        options: import::Options,
    },
    /// Turn answers into the token of a result link, and back
    #[command(subcommand)]
    Link(Link),
    /// Print what changed between two editions of a definition, which results stay comparable, and whether old links open
    #[command(after_help = "\
Both definitions have to be accepted. Findings do not change the exit code.

Examples:
  tautline diff published/my-assessment.json my-assessment.json
  tautline diff old.json new.json --format json")]
    Diff {
        /// The edition that is out there: a path, `-` for standard input, or `bt-synchronization`
        old: OsString,
        /// The edition that follows it, likewise
        new: OsString,
        /// How the difference is written
        #[arg(long, value_enum, default_value = "text")]
        format: diff::Format,
    },
    /// Print what simulated respondents would get: how scores lie, which levels and advice come up
    #[command(after_help = simulate::HELP)]
    Simulate {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        #[command(flatten)]
        options: simulate::Options,
    },
    /// Print the JSON Schema of definitions, with which an editor completes and checks
    #[command(after_help = "Example:\n  tautline schema > definition.schema.json")]
    Schema,
    /// Print a page about every field of a definition and the language of expressions
    #[command(after_help = "Example:\n  tautline reference > reference.html")]
    Reference,
}

#[derive(Subcommand)]
enum Link {
    /// Print the token of answers
    Encode {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// Path of the answers, or `-` for standard input
        answers: OsString,
    },
    /// Print the answers document behind a token or an address
    Decode {
        #[arg(help = DEFINITION_HELP)]
        definition: OsString,
        /// A token or a text with an address in it, or `-` for standard input
        link: OsString,
    },
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(shown) => {
            // Where even this cannot be printed there is nobody to tell.
            let _ = shown.print();
            return ExitCode::from(if shown.use_stderr() { 2 } else { 0 });
        }
    };
    match run(&arguments.command) {
        Ok(Ending::Done) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(Ending::Refused) => ExitCode::from(1),
        Ok(Ending::Lossy) => ExitCode::from(2),
        Err(Failure::Sentence(sentence)) => {
            let _ = writeln!(stderr(), "tautline: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Ending, Failure> {
    let mut out = std::io::BufWriter::with_capacity(1 << 16, stdout().lock());
    let ending = match command {
        Command::Check { definition, options } => check::check(definition.as_ref(), options, &mut out),
        Command::Bundle { definition, options } => bundle::bundle(definition, options, &mut out),
        Command::Export { format, definition, options } => export::export(format, definition, options, &mut out),
        Command::Translate { definition, options } => translate::translate(definition, options, &mut out),
        Command::Migrate { definition, answers, target } => migrate::migrate(definition, answers, target, &mut out),
        Command::Import { format, source, options } => import::import(format, source, options, &mut out),
        Command::Compile { definition } => compile::compile(definition, &mut out),
        Command::Score { definition, answers, jsonl: true, format } => {
            lines::score(definition, answers.as_deref(), *format, &mut out)
        }
        Command::Score { definition, answers, jsonl: false, format } => {
            score::score(definition, answers.as_deref().unwrap_or_default(), *format, &mut out)
        }
        Command::Link(Link::Encode { definition, answers }) => link::encode(definition, answers, &mut out),
        Command::Link(Link::Decode { definition, link }) => link::decode(definition, link, &mut out),
        Command::Cohort { definition, options } => cohort::cohort(definition, options, &mut out),
        Command::Report { definition, answers, format } => report::report(definition, answers, *format, &mut out),
        Command::Compare { definition, first, second } => compare::compare(definition, first, second, &mut out),
        Command::Change { definition, old, new } => change::change(definition, old, new, &mut out),
        Command::Place { definition, answers, benchmark } => place::place(definition, answers, benchmark, &mut out),
        Command::Diff { old, new, format } => diff::diff(old, new, *format, &mut out),
        Command::Simulate { definition, options } => simulate::simulate(definition, options, &mut out),
        Command::Schema => schema::schema(&mut out),
        Command::Reference => reference::reference(&mut out),
    };
    // What was written before a failure belongs to the reader too.
    let flushed = out.flush().map_err(Failure::writing);
    ending.and_then(|ending| flushed.map(|()| ending))
}
