//! Numbers and phrases of the report. Scores are rounded here and nowhere else.

use std::collections::BTreeSet;
use tautline::Data;
use tautline::api::Assessment;

/// What is reported on.
pub(crate) struct Page<'a> {
    pub(crate) finished: &'a Data<'a>,
    pub(crate) report: &'a Data<'a>,
    pub(crate) assessment: &'a Assessment,
    pub(crate) answers: Vec<u8>,
    /// Whether the definition gives any.
    pub(crate) has_advice: bool,
}

/// Words for a score that is undefined.
pub(crate) const NO_VALUE: &str = "too few answers";
/// Rule 3 of the wording: what the bands are, and that nobody has measured them.
pub(crate) const WOBBLE: &str = "typical wobble, assumed until data exist";

/// The nearest whole number, half away from zero; results that differ by less
/// than 1e-9 count as equal. Never -0.
pub(crate) fn round(x: f64) -> f64 {
    let size = (x.abs() + 0.5 + 1e-9).floor();
    if size == 0.0 { 0.0 } else { size.copysign(x) }
}

/// A whole number with a typographic minus.
pub(crate) fn whole(x: f64) -> String {
    let n = round(x);
    if n < 0.0 { format!("\u{2212}{}", n.abs()) } else { n.to_string() }
}

/// A number or a dash.
pub(crate) fn whole_or_dash(x: &Data<'_>) -> String {
    x.number().map_or("\u{2013}".into(), whole)
}

/// The number of a score, a percentage where it is one, or the words for none.
pub(crate) fn number(score: &Data<'_>) -> String {
    match score.get("value").number() {
        None => NO_VALUE.into(),
        Some(x) if score.get("display").text() == "percent" => format!("{} %", whole(x * 100.0)),
        Some(x) => whole(x),
    }
}

/// The typical wobble of a score.
pub(crate) fn band(score: &Data<'_>) -> Option<(f64, f64)> {
    match score.get("band").list() {
        [low, high] => low.number().zip(high.number()),
        _ => None,
    }
}

/// A title inside a sentence: "Stage" becomes "stage", "IT cost" stays.
pub(crate) fn mid(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => title.into(),
        (Some(first), _) => first.to_lowercase().chain(letters).collect(),
        _ => String::new(),
    }
}

/// A sentence begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// "a, b and c".
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The name of a style for the tone of a state.
pub(crate) fn tone(state: &Data<'_>) -> &'static str {
    match state.get("tone").text() {
        "pressed" => "tone-pressed",
        "leaning_pressed" => "tone-leaning-pressed",
        "level" => "tone-level",
        "leaning_reserve" => "tone-leaning-reserve",
        "reserve" => "tone-reserve",
        _ => "tone-none",
    }
}

impl<'a> Page<'a> {
    /// The lists of the report and of the result around it.
    pub(crate) fn list(&self, name: &str) -> &'a [Data<'a>] {
        let of_report = self.report.get(name).list();
        if of_report.is_empty() { self.finished.get(name).list() } else { of_report }
    }

    /// The titles of the two axes.
    pub(crate) fn axes(&self) -> (&'a str, &'a str) {
        let picture = self.report.get("picture");
        (picture.get("across_title").text(), picture.get("up_title").text())
    }

    /// How many scored items are answered, not known, not answered.
    pub(crate) fn counts(&self) -> [f64; 3] {
        let counts = self.finished.get("counts").list();
        let count = |id: &str| counts.iter().find(|count| count.get("id").text() == id);
        let value = |id| count(id).and_then(|count| count.get("value").number()).unwrap_or(0.0);
        [value("answered"), value("dont_know"), value("unanswered")]
    }

    /// "Pressure ahead by 8": in words, never as a signed number.
    pub(crate) fn difference(&self, lead: &Data<'_>) -> String {
        let (across, up) = self.axes();
        match lead.number().map(round) {
            None => NO_VALUE.into(),
            Some(n) if n > 0.0 => format!("{across} ahead by {n}"),
            Some(n) if n < 0.0 => format!("{up} ahead by {}", n.abs()),
            Some(_) => "level".into(),
        }
    }

    /// "provisional, rests on 3 of 5 answers"; nothing for a scored value.
    pub(crate) fn standing(&self, score: &Data<'_>) -> String {
        let (answered, of) = match (score.get("answered").number(), score.get("of").number()) {
            (Some(answered), Some(of)) => (answered, of),
            _ => self.basis(score.get("id").text()),
        };
        match score.get("status").text() {
            "provisional" if of > 0.0 => format!("provisional, rests on {answered} of {of} answers"),
            "provisional" => "provisional".into(),
            "not_scored" if of > 0.0 => format!("not scored, {answered} of {of} answers"),
            "not_scored" => NO_VALUE.into(),
            _ => String::new(),
        }
    }

    /// The answers behind a composite: of the grades it weighs, or of the
    /// scales it is made of.
    fn basis(&self, id: &str) -> (f64, f64) {
        for appraisal in self.report.get("appraisals").list() {
            if appraisal.get("score").get("id").text() == id {
                let rows = appraisal.get("rows").list();
                let points = rows.iter().map(|row| (f64::from(u8::from(row.get("points").number().is_some())), 1.0));
                return total(points);
            }
        }
        let mut seen = BTreeSet::new();
        self.enter(id, &mut seen);
        let scales = self.finished.get("scales").list().iter();
        let behind = scales.filter(|scale| seen.contains(scale.get("id").text()));
        total(
            behind
                .map(|scale| (scale.get("answered").number().unwrap_or(0.0), scale.get("of").number().unwrap_or(0.0))),
        )
    }

    fn enter(&self, name: &str, seen: &mut BTreeSet<String>) {
        let made = self.finished.get("metrics").list().iter().chain(self.finished.get("bands").list());
        if seen.insert(name.into()) && made.into_iter().any(|score| score.get("id").text() == name) {
            let reply = self.explain(name);
            self.visit(reply.get("ok").get("value").get("trace"), seen);
        }
    }

    fn visit(&self, trace: &Data<'_>, seen: &mut BTreeSet<String>) {
        if trace.get("kind").text() == "name" {
            self.enter(trace.get("label").text(), seen);
        }
        for part in trace.get("args").list() {
            self.visit(part, seen);
        }
    }

    /// The computation of a score.
    pub(crate) fn explain(&self, id: &str) -> Data<'_> {
        self.assessment.explain(&self.answers, id)
    }
}

fn total(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    parts.fold((0.0, 0.0), |(answered, of), part| (answered + part.0, of + part.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_half_away_from_zero() {
        for (x, expected) in [
            (0.5, "1"),
            (-0.5, "\u{2212}1"),
            (-0.4, "0"),
            (2.5, "3"),
            (62.499_999_999_9, "63"),
            (62.499_999, "62"),
            (-7.08, "\u{2212}7"),
        ] {
            assert_eq!(whole(x), expected, "{x}");
        }
    }

    #[test]
    fn words_join_like_words() {
        let words = |n: usize| listed(&["a", "b", "c"].map(String::from).into_iter().take(n).collect::<Vec<_>>());
        assert_eq!([words(0), words(1), words(2), words(3)], ["", "a", "a and b", "a, b and c"]);
        assert_eq!([mid("Stage"), mid("IT cost"), mid("")], ["stage", "IT cost", ""]);
    }
}
