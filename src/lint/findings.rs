//! What the rules have found so far.

use super::Rule;
use super::context::Context;
use crate::problem::{Problem, Severity};
use crate::text::joined;

/// How a rule looks for what it reports.
pub(super) type Find = fn(&Context<'_>, &mut Findings);

/// Findings, each under the rule that made it.
pub(super) struct Findings {
    pub(super) list: Vec<Problem>,
    code: &'static str,
    severity: Severity,
}

impl Findings {
    /// None yet, beside what the gate has warned of.
    pub(super) fn new(warnings: Vec<Problem>) -> Self {
        Findings { list: warnings, code: "", severity: Severity::Warning }
    }

    /// What follows is found by this rule.
    pub(super) fn under(&mut self, rule: &Rule) {
        (self.code, self.severity) = (rule.code, rule.severity);
    }

    /// Adds a finding at a JSON pointer; the message is given in pieces.
    pub(super) fn add(&mut self, at: &str, message: &[&str], help: &str) {
        self.list.push(Problem {
            code: self.code,
            severity: self.severity,
            at: at.into(),
            line: 0,
            column: 0,
            message: joined(message),
            help: help.into(),
            offset: 0,
        });
    }
}
