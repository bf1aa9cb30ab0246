//! Earlier answers in the texts of a reply.
//!
//! Replies are filled in one place, when they are complete. What a respondent wrote is
//! no text of the definition: it is never looked into, and cannot name an answer itself.

use crate::data::Data;
use crate::instrument::Instrument;
use crate::problem::Problem;
use crate::response::Response;

/// A value to reply with, or why there is none.
type Outcomes<'d> = Result<Data<'d>, Vec<Problem>>;

#[cfg(feature = "wide")]
pub(crate) use wide::{told, with_pipes};

/// A reply with the answers of a respondent in its texts; without one, with what stands
/// there where nothing is answered.
#[cfg(not(feature = "wide"))]
pub(crate) fn told<'d>(_: &Instrument, reply: Outcomes<'d>, _: Option<&Response>) -> Outcomes<'d> {
    reply
}

/// `Progress` of the types.
#[cfg(not(feature = "wide"))]
pub(crate) fn with_pipes<'d>(_: &'d Instrument, progress: Data<'d>, _: &Response) -> Data<'d> {
    progress
}

#[cfg(feature = "wide")]
mod wide {
    use super::{Data, Instrument, Outcomes, Response};
    use crate::data::object;
    use crate::instrument::Given;
    use crate::problem::is_unprintable;
    use crate::response::{Answer, State};
    use crate::text::{has_pipes, piped};
    use crate::words;

    /// Characters of an answer in a text: it is a part of a sentence.
    const MOST: usize = 200;

    /// Fields that hold what somebody wrote.
    const ANSWERS: [&str; 4] = ["answer", "first_answer", "second_answer", "words"];

    /// Identifiers of items and the answers to them; they are few.
    type Answers<'d> = Vec<(&'d str, String)>;

    /// A reply with the answers of a respondent in its texts; without one, with what
    /// stands there where nothing is answered.
    pub(crate) fn told<'d>(
        instrument: &'d Instrument,
        reply: Outcomes<'d>,
        response: Option<&Response>,
    ) -> Outcomes<'d> {
        if instrument.piped.is_empty() {
            return reply;
        }
        let mut answers = Answers::new();
        for n in &instrument.piped {
            let said = response.and_then(|response| said(instrument, response, *n));
            answers.extend(said.map(|said| (instrument.word("items", *n, "id"), said)));
        }
        reply.map(|reply| filled(reply, &answers))
    }

    /// `Progress` of the types with what is to be filled into texts, where a definition
    /// has such texts.
    pub(crate) fn with_pipes<'d>(instrument: &'d Instrument, progress: Data<'d>, response: &Response) -> Data<'d> {
        if instrument.piped.is_empty() {
            return progress;
        }
        let pipe = |n: &usize| {
            object! {
                "item" => instrument.part("items", *n, "id"),
                "words" => said(instrument, response, *n),
            }
        };
        progress.with("pipes", Data::List(instrument.piped.iter().map(pipe).collect()))
    }

    /// An answer as it stands in a text; none where there is none to show.
    fn said(instrument: &Instrument, response: &Response, item: usize) -> Option<String> {
        let answer = response.answer(item);
        // Of words that a link did not hold nothing is left to say.
        if answer.state() != State::Answered || matches!(answer, Answer::Wide(Given::Other)) {
            return None;
        }
        let words = words::answer(instrument, response, item, None)?;
        let shown = |c: char| if is_unprintable(c) { ' ' } else { c };
        let mut said: String = words.trim().chars().take(MOST).map(shown).collect();
        if words.trim().chars().nth(MOST).is_some() {
            said.push('…');
        }
        Some(said).filter(|said| !said.is_empty())
    }

    fn filled<'d>(reply: Data<'d>, answers: &Answers<'_>) -> Data<'d> {
        match reply {
            Data::List(values) => Data::List(values.into_iter().map(|value| filled(value, answers)).collect()),
            Data::Object(fields) => {
                let field = |(key, value)| (key, if ANSWERS.contains(&key) { value } else { filled(value, answers) });
                Data::Object(fields.into_iter().map(field).collect())
            }
            text if has_pipes(text.text()) => Data::Owned(piped(text.text(), &mut |pipe| {
                let said = answers.iter().find(|(item, _)| *item == pipe.item);
                said.map_or_else(|| pipe.fallback().into(), |(_, said)| said.clone())
            })),
            other => other,
        }
    }
}
