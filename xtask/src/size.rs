//! The sizes of the release, and the budgets that it keeps.

use crate::shell::{Outcome, tee};
use crate::tally::Tally;
use crate::tools::node_script;
use std::time::Duration;

/// Measures dist/, which has to be there; each budget counts as one test.
pub fn size(tally: &mut Tally) -> Outcome {
    let mut kept = 0;
    let mut over = Vec::new();
    let mut measure = node_script("tests/browser/tools/size.mjs");
    let succeeded = tee(measure.arg("dist"), Duration::from_secs(60), |line| {
        if line.starts_with("within budget:") {
            kept += 1;
        } else if line.starts_with("OVER BUDGET:") {
            over.push(line.to_owned());
        }
    })?;
    for _ in 0..kept {
        tally.step("size", true);
    }
    for line in &over {
        tally.step(line, false);
    }
    if kept + over.len() == 0 || (!succeeded && over.is_empty()) {
        tally.step("size", false);
    }
    Ok(())
}
