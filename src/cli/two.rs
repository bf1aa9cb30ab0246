//! A definition and two sets of answers: read, put to the core, printed.

use crate::ending::{Ending, Failure};
use crate::input::Source;
use crate::problems;
use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use tautline::api::Assessment;
use tautline::{Data, limits};

/// What is asked of the core.
type Call = for<'a> fn(&'a Assessment, &[u8], &[u8]) -> Data<'a>;

/// How the value of an accepted reply is written.
type Written = fn(&Data<'_>, &mut dyn Write) -> serde_json::Result<()>;

/// One side of a comparison, and what to call it in messages.
struct Side {
    name: String,
    answers: Vec<u8>,
}

/// Reads a side: a path, `-`, or a result link; none where the link was refused.
///
/// # Errors
/// A file that cannot be read.
fn side(assessment: &Assessment, argument: &OsStr) -> Result<Option<Side>, Failure> {
    let source = Source::answers(argument);
    if argument != "-" && !Path::new(argument).exists() {
        let reply = assessment.open_link(&argument.to_string_lossy());
        let problems = problems::of(&reply);
        if *reply.get("refused") == Data::Null {
            let answers = reply.get("ok").get("value").text().into();
            return Ok(Some(Side { name: "link".into(), answers }));
        }
        // A text without a link is the name of a file that is missing.
        if problems.iter().all(|problem| problem.get("code").text() != "link-missing") {
            problems::complain("link", problems);
            return Ok(None);
        }
    }
    Ok(Some(Side { name: source.name(), answers: source.read(limits::ANSWERS_BYTES)? }))
}

/// Prints an accepted reply, or the problems of what was refused to standard
/// error, each under the name of its input.
///
/// # Errors
/// Standard input named twice; an input that cannot be read, an output that
/// cannot be written.
pub(crate) fn two(
    definition: &OsStr,
    [first, second]: [&OsStr; 2],
    call: Call,
    written: Written,
    out: &mut dyn Write,
) -> Result<Ending, Failure> {
    if [definition, first, second].iter().filter(|argument| **argument == "-").count() > 1 {
        let sentence = "only one of the inputs can come from standard input; name files for the others";
        return Err(Failure::Sentence(sentence.into()));
    }
    let definition = Source::definition(definition);
    let assessment = Assessment::load(&definition.read(limits::DEFINITION_BYTES)?);
    let check = assessment.check();
    if *check.get("refused") != Data::Null {
        problems::complain(&definition.name(), problems::of(&check));
        return Ok(Ending::Refused);
    }
    let (Some(first), Some(second)) = (side(&assessment, first)?, side(&assessment, second)?) else {
        return Ok(Ending::Refused);
    };
    let reply = call(&assessment, &first.answers, &second.answers);
    if *reply.get("refused") == Data::Null {
        written(reply.get("ok").get("value"), &mut *out).map_err(Failure::writing_json)?;
        writeln!(out).map_err(Failure::writing)?;
        return Ok(Ending::Done);
    }
    for problem in problems::of(&reply) {
        let name = match problem.get("at").text().split('/').nth(1) {
            Some("first") => first.name.clone(),
            Some("second") => second.name.clone(),
            _ => definition.name(),
        };
        problems::complain(&name, std::slice::from_ref(problem));
    }
    Ok(Ending::Refused)
}
