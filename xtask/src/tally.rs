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
    pub fn suite(&mut self, name: &str, counts: &Counts, succeeded: bool) {
        self.passed += counts.passed;
        if counts.failed > 0 {
            self.fail(&[name, &counts.failing].concat(), counts.failed);
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

#[derive(Debug, Default)]
pub struct Counts {
    passed: u64,
    failed: u64,
    /// What is known of the tests that failed, a line each and more where the runner says why.
    failing: String,
}

impl Counts {
    /// Adds the figures of a line such as `test result: ok. 12 passed; 0 failed; ...`, and the name in one such as
    /// `test a::b ... FAILED`.
    pub fn add_cargo(&mut self, line: &str) {
        if line.ends_with("... FAILED") || line.ends_with("... FAIL") {
            self.add_failing(line);
        }
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

    /// Adds the figures at the end of node's TAP report: `# pass 12`, `# fail 0`, `# cancelled 0`; and of a test that
    /// failed, from `not ok 3 - its name` to `  ...`, what is said of it.
    pub fn add_tap(&mut self, report: &str) {
        let count = |rest: &str| rest.trim().parse::<u64>().unwrap_or(0);
        let mut failing = false;
        for line in report.lines() {
            failing |= line.starts_with("not ok ");
            if failing {
                self.add_failing(line);
                failing = line != "  ...";
            } else if let Some(rest) = line.strip_prefix("# pass ") {
                self.passed += count(rest);
            } else if let Some(rest) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("# cancelled ")) {
                self.failed += count(rest);
            }
        }
    }

    fn add_failing(&mut self, line: &str) {
        self.failing.push_str("\n  ");
        self.failing.push_str(line);
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
        assert_eq!((counts.passed, counts.failed), (13, 2));
        counts.add_tap("# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# passing notes\n");
        assert_eq!((counts.passed, counts.failed, counts.failing.as_str()), (16, 4, ""));
    }

    #[test]
    fn what_failed_is_named_with_what_is_said_of_it() {
        let mut counts = Counts::default();
        for line in ["test a::b ... ok", "test a::c ... FAILED", "test result: FAILED. 1 passed; 1 failed"] {
            counts.add_cargo(line);
        }
        counts.add_tap("ok 1 - one\n  ---\n  ...\nnot ok 2 - two\n  ---\n  error: 'why'\n  ...\n# fail 1\n");
        let mut tally = Tally::default();
        tally.suite("both", &counts, false);
        let said = "both\n  test a::c ... FAILED\n  not ok 2 - two\n    ---\n    error: 'why'\n    ...";
        assert_eq!(tally.failures(), [said]);
    }

    #[test]
    fn an_empty_or_broken_suite_is_a_failure() {
        let mut tally = Tally::default();
        tally.suite("empty", &Counts::default(), true);
        tally.suite("did not build", &Counts::default(), false);
        tally.suite("crashed", &Counts { passed: 3, ..Counts::default() }, false);
        tally.suite("good", &Counts { passed: 2, ..Counts::default() }, true);
        assert_eq!(tally.to_string(), "5 passed, 3 failed");
    }
}
