//! The gate of benchmark files: what is read of one fits the instrument and
//! gives nobody away, or nothing of it is read.

use super::label::{fields, settled, whole};
use super::{Band, Benchmark, FORM, Label, QUANTILES, fewest};
use crate::cohort::Hidden;
use crate::domain;
use crate::instrument::Instrument;
use crate::json::{self, Node, Value};
use crate::limits;
use crate::number::{equal, hundredths};
use crate::problem::{Problem, Problems, did_you_mean, join, nth, quoted, suggest};
use crate::scoring::SCORING_VERSION;

const KEYS: [&str; 7] = ["benchmark", "instrument", "source", "date", "minimum", "n", "scales"];

impl Benchmark {
    /// Reads a file.
    ///
    /// # Errors
    /// One problem where the file is not meant for this instrument: not JSON,
    /// `bad-benchmark` for another form, `other-instrument`, `other-edition`. Else
    /// every problem: an unknown or missing field, a wrong type, an unknown or
    /// repeated scale, quantiles outside 0 to 100 or `not-ascending`, and
    /// `too-few-answers` for one that rests on fewer scores than it may.
    pub(crate) fn read(instrument: &Instrument, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let root = json::parse(bytes, limits::BENCHMARK_BYTES)?;
        let mut problems = Problems::default();
        belongs(instrument, &root, &mut problems);
        settled((), problems, &root, bytes)?;
        let mut problems = Problems::default();
        fields(&root, &KEYS, "", &mut problems);
        let label = Label::of(&root, &mut problems);
        let mut file = Benchmark { n: whole(root.get("n"), 0, "/n", &mut problems), label, bands: Vec::new() };
        file.bands.resize(instrument.scales.len(), None);
        if !matches!(root.get("scales").value, Value::List(_)) {
            domain::wrong("a list", root.get("scales"), "/scales", &mut problems);
        }
        for (n, node) in root.get("scales").list().iter().enumerate() {
            file.scale(instrument, node, &nth("/scales", n), &mut problems);
        }
        settled(file, problems, &root, bytes)
    }

    /// Reads the band of a scale.
    fn scale(&mut self, instrument: &Instrument, node: &Node, at: &str, problems: &mut Problems) {
        let mut keys = vec!["id", "n"];
        keys.extend(QUANTILES.map(|(_, name)| name));
        fields(node, &keys, at, problems);
        let band = Band::read(node, self.n, self.label.minimum, at, problems);
        let (id, known) = (node.get("id").text(), instrument.words.get("scales"));
        match known.position(id).and_then(|scale| self.bands.get_mut(scale)) {
            Some(Some(_)) => {
                problems.error("repeated-value", at, &["the scale ", &quoted(id), " comes twice"], "remove one");
            }
            Some(slot) => *slot = Some(band),
            None => {
                let mut ids = known.list().iter().map(|scale| scale.get("id").text());
                let help = suggest(did_you_mean(id, &mut ids), "use a scale of the instrument");
                problems.error("unknown-scale", at, &["there is no scale ", &quoted(id)], &help);
            }
        }
    }
}

/// Notes why the file is not for this instrument, if it is not.
fn belongs(instrument: &Instrument, root: &Node, problems: &mut Problems) {
    let same = |node: &Node, x: f64| node.number().is_some_and(|found| equal(found, x));
    let (of, mine) = (root.get("instrument"), &instrument.words);
    let (id, version) = (of.get("id").text(), of.get("version").text());
    if !same(root.get("benchmark"), FORM) {
        let help = "make it with this version, or read it with a newer one";
        problems.error("bad-benchmark", "/benchmark", &["this is no benchmark file that can be read here"], help);
    } else if id != mine.get("id").text() {
        let message = ["this benchmark belongs to ", &quoted(id), ", not to ", &quoted(mine.get("id").text())];
        problems.error("other-instrument", "/instrument/id", &message, "use it with the assessment it was made with");
    } else if of.get("fingerprint").text() != instrument.mark() || !same(of.get("scoring"), f64::from(SCORING_VERSION))
    {
        let message = [
            "this benchmark was made with edition ",
            &quoted(version),
            ", which scores otherwise than this one, ",
            &quoted(mine.get("version").text()),
        ];
        problems.error("other-edition", "/instrument", &message, "make it once more from results of this edition");
    }
}

impl Band {
    fn read(node: &Node, sheets: usize, minimum: usize, at: &str, problems: &mut Problems) -> Self {
        let mut band = Band { n: whole(node.get("n"), 0, &join(at, "n"), problems), ..Band::default() };
        if band.n > sheets {
            problems.error("out-of-range", &join(at, "n"), &["more scores than sheets"], "correct one of the two");
        }
        let mut before = f64::NEG_INFINITY;
        for (slot, (percent, name)) in band.at.iter_mut().zip(QUANTILES) {
            let (found, path) = (node.get(name), join(at, name));
            if found.get("hidden").text() == Hidden::TOO_FEW {
                continue;
            }
            let x = hundredths(domain::number(found, (0.0, 100.0), false, &path, problems));
            if found.number().is_none() {
                continue;
            }
            let fewest = fewest(percent).max(minimum);
            if band.n < fewest {
                let message = ["a quantile of fewer than ", &fewest.to_string(), " scores"];
                problems.error("too-few-answers", &path, &message, "hide it: single people could be read from it");
            }
            if x < before {
                problems.error(
                    "not-ascending",
                    &path,
                    &["less than the quantile before it"],
                    "put them in their order",
                );
            }
            before = x;
            *slot = Some(x);
        }
        band
    }
}
