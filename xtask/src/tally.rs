//! Counts tests whatever runs them, and remembers what failed.

use std::fmt;

#[derive(Debug, Default)]
pub struct Tally {
    passed: u64,
    failed: u64,
    failures: Vec<String>,
}

impl Tally {
    /// One step that either holds or does not.
    pub fn step(&mut self, name: &str, passed: bool) {
        if passed { self.passed += 1 } else { self.fail(name, 1) }
    }

    /// A runner's own figures; one that ended badly without counting a failure still counts as one.
    pub fn suite(&mut self, name: &str, counts: Counts, succeeded: bool) {
        self.passed += counts.passed;
        if counts.failed > 0 {
            self.fail(name, counts.failed);
        } else if !succeeded {
            self.fail(name, 1);
        } else if counts.passed == 0 {
            self.fail(&format!("{name} (ran no test)"), 1);
        }
    }

    fn fail(&mut self, name: &str, count: u64) {
        self.failed += count;
        self.failures.push(name.to_owned());
    }

    pub fn is_good(&self) -> bool {
        self.failed == 0
    }

    pub fn failures(&self) -> &[String] {
        &self.failures
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    /// Adds the figures of a line such as `test result: ok. 12 passed; 0 failed; ...`.
    pub fn add_cargo(&mut self, line: &str) {
        let Some((_, figures)) = line.split_once("test result: ") else {
            return;
        };
        let figures = figures.split_once(". ").map_or(figures, |(_, figures)| figures);
        for part in figures.split(';') {
            match part.trim().split_once(' ') {
                Some((count, "passed")) => self.passed += count.parse::<u64>().unwrap_or(0),
                Some((count, "failed")) => self.failed += count.parse::<u64>().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Adds the figures at the end of node's TAP report: `# pass 12`, `# fail 0`, `# cancelled 0`.
    pub fn add_tap(&mut self, line: &str) {
        let count = |rest: &str| rest.trim().parse::<u64>().unwrap_or(0);
        if let Some(rest) = line.strip_prefix("# pass ") {
            self.passed += count(rest);
        } else if let Some(rest) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("# cancelled ")) {
            self.failed += count(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_figures_of_both_runners() {
        let mut counts = Counts::default();
        counts.add_cargo("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s");
        counts.add_cargo("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 filtered out");
        counts.add_cargo("test a::b ... ok");
        assert_eq!(counts, Counts { passed: 13, failed: 2 });
        for line in ["# tests 5", "# pass 3", "# fail 1", "# cancelled 1", "# passing notes"] {
            counts.add_tap(line);
        }
        assert_eq!(counts, Counts { passed: 16, failed: 4 });
    }

    #[test]
    fn an_empty_or_broken_suite_is_a_failure() {
        let mut tally = Tally::default();
        tally.suite("empty", Counts::default(), true);
        tally.suite("did not build", Counts::default(), false);
        tally.suite("crashed", Counts { passed: 3, failed: 0 }, false);
        tally.suite("good", Counts { passed: 2, failed: 0 }, true);
        assert_eq!(tally.to_string(), "5 passed, 3 failed");
    }
}
