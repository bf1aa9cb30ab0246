//! What may be shown of small groups, one figure at a time.

use crate::data::{Data, object};

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hidden {
    /// It rests on fewer answers than the cell.
    TooFew,
    /// The figure of all and those of the other roles would give away one that
    /// rests on too few.
    Difference,
    /// An extreme is one person's answer.
    Anonymous,
    /// It would rest on more members of a scale than are kept together.
    TooMany,
    /// There is no such number.
    Undefined,
}

impl Hidden {
    /// The word for the first reason.
    pub(crate) const TOO_FEW: &str = "too_few";

    /// As it is reported, in the place of the value.
    pub(crate) fn view(self) -> Data<'static> {
        let reason = match self {
            Hidden::TooFew => Hidden::TOO_FEW,
            Hidden::Difference => "difference",
            Hidden::Anonymous => "anonymous",
            Hidden::TooMany => "too_many",
            Hidden::Undefined => "undefined",
        };
        object! { "hidden" => reason }
    }
}

/// Whether a figure of all sheets may be shown, from the answers it rests on.
pub(super) fn of_all(n: usize, cell: usize) -> Result<(), Hidden> {
    if n < cell { Err(Hidden::TooFew) } else { Ok(()) }
}

/// By role, whether the figure may be shown beside that of all, from the
/// answers it rests on in each role and in sheets without one.
///
/// What is shown of no role can be computed as a difference, so together it must
/// rest on nothing or on a whole cell: until it does, the smallest role shown is
/// hidden too, of equal ones the later.
pub(super) fn of_roles(roles: &[usize], without: usize, cell: usize) -> Vec<Result<(), Hidden>> {
    let mut verdicts: Vec<Result<(), Hidden>> = roles.iter().map(|n| of_all(*n, cell)).collect();
    loop {
        let hidden = roles.iter().zip(&verdicts).filter(|(_, verdict)| verdict.is_err()).map(|(n, _)| n);
        let hidden = without + hidden.sum::<usize>();
        if hidden == 0 || hidden >= cell {
            return verdicts;
        }
        let shown = roles.iter().zip(&mut verdicts).rev().filter(|(_, verdict)| verdict.is_ok());
        match shown.min_by_key(|(n, _)| **n) {
            Some((_, verdict)) => *verdict = Err(Hidden::Difference),
            None => return verdicts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_small_role_is_left_as_a_difference() {
        let shown = |roles: &[usize], without, cell| -> Vec<bool> {
            of_roles(roles, without, cell).iter().map(Result::is_ok).collect()
        };
        assert_eq!(shown(&[5, 6], 0, 5), [true, true]);
        assert_eq!(shown(&[5, 6, 1], 0, 5), [false, true, false]);
        assert_eq!(shown(&[5, 5, 1], 0, 5), [true, false, false]);
        assert_eq!(shown(&[5, 6, 3, 2], 0, 5), [true, true, false, false]);
        assert_eq!(shown(&[9], 1, 5), [false]);
        assert_eq!(shown(&[9, 0], 0, 5), [true, false]);
        assert_eq!(shown(&[9], 5, 5), [true]);
        assert_eq!(shown(&[3, 1], 1, 5), [false, false]);
        assert_eq!(shown(&[], 3, 5), [true; 0]);
    }
}
