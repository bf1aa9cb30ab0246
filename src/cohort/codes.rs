//! The codes of an instrument's tokens, and what each stands for.

use super::exact::fixed;
use super::part::{Part, Row, rankings, rows};
use crate::instrument::{Instrument, Item, Kind, Member};
use crate::link::{self, Divisions, Quick};
use crate::response::{Answer, Response};

/// Most values of a code that is counted, and of joined ones: a count for each,
/// a role.
const MOST: u32 = 1 << 18;
const JOINED: u32 = 1 << 15;
/// The first code of an answer: before it come not answered and "don't know".
const ANSWERED: u32 = 2;

/// How tokens are read, and what their codes stand for.
pub(super) struct Codes {
    pub(super) quick: Quick,
    pub(super) cells: Vec<Cell>,
}

/// What a code stands for.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    /// An answer of which nothing is summed.
    Other,
    /// A guess, of which nothing is summed either.
    Guess,
    /// An appraised ranking, by place among them.
    Ranking { item: usize, place: usize, codes: usize },
    /// Items or rows of grids that enter scales, or an item that should agree with a
    /// score; a code of several is a number of mixed radix with the first one lowest.
    Rows { digits: Vec<Digit>, codes: usize },
    /// An allocation, by what the parts that count have together.
    Shares { digit: Digit, of: Vec<usize>, divisions: Divisions },
}

/// One item or row of a grid.
#[derive(Clone, Debug)]
pub(super) struct Digit {
    pub(super) row: Row,
    /// Its place among the rows of the sums, if it enters a scale.
    place: Option<usize>,
    /// The scales it enters.
    pub(super) scales: Vec<usize>,
    /// By value the points before any key: first not answered, then "don't know".
    pub(super) points: Vec<Option<f64>>,
}

impl Codes {
    /// None where a code can be refused by more than its own value, or would need too
    /// much room: weights that depend on the role, draws, items that are shown on a condition or on no page, guesses that
    /// enter a scale, tokens that are too long, items with too many answers.
    pub(super) fn of(instrument: &Instrument) -> Option<Self> {
        let radices = link::radices(instrument)?;
        let (role, mut rest) = radices.split_first()?;
        let mut reader = Reader { instrument, joined: vec![*role], cells: Vec::new() };
        for (n, item) in instrument.items.iter().enumerate() {
            let digits =
                if let Kind::Grid { rows, .. } = &item.kind { rows.len() } else { usize::from(link::is_linked(item)) };
            let (mine, after) = rest.split_at_checked(digits)?;
            let has_roles = instrument.scales.iter().flat_map(|scale| &scale.members).any(Member::has_roles);
            if has_roles || instrument.is_drawn() || !item.shown.is_empty() || !instrument.sequence.contains(&n) {
                return None;
            }
            for (part, radix) in mine.iter().enumerate() {
                let is_grid = matches!(item.kind, Kind::Grid { .. });
                reader.add((n, is_grid.then_some(part)), item, *radix)?;
            }
            rest = after;
        }
        Some(Codes { quick: Quick::new(instrument, &reader.joined)?, cells: reader.cells })
    }
}

struct Reader<'i> {
    instrument: &'i Instrument,
    /// By code its radix, the role first.
    joined: Vec<u32>,
    cells: Vec<Cell>,
}

impl Reader<'_> {
    fn add(&mut self, row: Row, item: &Item, radix: u32) -> Option<()> {
        let instrument = self.instrument;
        if matches!(item.kind, Kind::Number { .. }) {
            // A step too fine for a document is written otherwise than it was read.
            let same = |code| answer(item, code).and_then(|answer| link::code(item, &answer)) == Some(u128::from(code));
            (radix <= MOST && (0..radix).all(same)).then_some(())?;
        }
        let place = rows(instrument).iter().position(|known| *known == row);
        let ranking = rankings(instrument).iter().position(|(n, _)| *n == row.0);
        let codes = usize::try_from(radix).ok()?;
        let is_read = place.is_some() || instrument.calibration.iter().any(|(_, known)| *known == row.0);
        let cell = match (is_read, ranking) {
            (false, None) if item.mirrors.is_some() => Cell::Guess,
            (false, None) => Cell::Other,
            _ if item.mirrors.is_some() => return None,
            _ if radix > MOST && !matches!(item.kind, Kind::Allocation { .. }) => return None,
            (false, Some(place)) => Cell::Ranking { item: row.0, place, codes },
            (true, _) => {
                let enters = |n: &usize| {
                    let members = instrument.scales.get(*n).map_or(&[][..], |scale| &scale.members);
                    members.iter().any(|member| (member.item, member.part) == row)
                };
                let scales: Vec<usize> = (0..instrument.scales.len()).filter(enters).collect();
                let digit = Digit { row, place, scales, points: points(instrument, row, item, radix)? };
                match &item.kind {
                    Kind::Allocation { parts, .. } => {
                        let divisions = Divisions::new(digit.points.len().checked_sub(3)?, parts.len())?;
                        Cell::Shares { digit, of: item.of.clone(), divisions }
                    }
                    _ if self.join(&digit, radix) => return Some(()),
                    _ => Cell::Rows { digits: vec![digit], codes },
                }
            }
        };
        self.joined.push(radix);
        self.cells.push(cell);
        Some(())
    }

    /// Joins a digit to the cell before it, if both enter the same one scale.
    fn join(&mut self, digit: &Digit, radix: u32) -> bool {
        let (Some(Cell::Rows { digits, codes }), Some(before)) = (self.cells.last_mut(), self.joined.last_mut()) else {
            return false;
        };
        let same = digits.first().is_some_and(|first| first.scales == digit.scales) && digit.scales.len() == 1;
        let Some(product) = before.checked_mul(radix).filter(|product| same && *product <= JOINED) else {
            return false;
        };
        let Ok(all) = usize::try_from(product) else { return false };
        (*before, *codes) = (product, all);
        digits.push(digit.clone());
        true
    }
}

/// The answer behind a code of an item that is no grid.
fn answer(item: &Item, code: u32) -> Option<Answer> {
    link::answer(item, &mut |_| u128::from(code))
}

/// By value the points of an item or a row of a grid.
fn points(instrument: &Instrument, row: Row, item: &Item, radix: u32) -> Option<Vec<Option<f64>>> {
    let mut response = Response::empty(instrument);
    let mut points = vec![None, None];
    let mut add = |answer: Answer| {
        *response.answers.get_mut(row.0)? = answer;
        points.push(response.points(instrument, row.0, row.1));
        Some(())
    };
    match &item.kind {
        Kind::Allocation { total, parts } => {
            // The curve sees nothing but the sum of the parts that count.
            for sum in (0..MOST).map(f64::from).take_while(|sum| sum <= total) {
                let mut shares = vec![0.0; parts.len()];
                *shares.get_mut(*item.of.first()?)? = sum;
                add(Answer::Allocation(shares))?;
            }
        }
        Kind::Grid { rows, choices, .. } => {
            for choice in 0..choices.len() {
                add(Answer::Grid(vec![Answer::Choice(choice); rows.len()]))?;
            }
        }
        _ => {
            for code in ANSWERED..radix {
                add(answer(item, code)?)?;
            }
        }
    }
    Some(points)
}

impl Cell {
    /// The digits of a code.
    pub(super) fn digits(&self) -> &[Digit] {
        match self {
            Cell::Rows { digits, .. } => digits,
            Cell::Shares { digit, .. } => core::slice::from_ref(digit),
            _ => &[],
        }
    }

    /// How many values are counted.
    pub(super) fn values(&self) -> usize {
        match self {
            Cell::Other | Cell::Guess => 0,
            Cell::Ranking { codes, .. } | Cell::Rows { codes, .. } => *codes,
            Cell::Shares { digit, .. } => digit.points.len(),
        }
    }

    /// The value that is counted for a code.
    pub(super) fn value(&self, code: u32) -> u32 {
        match self {
            Cell::Shares { of, divisions, .. } if code >= ANSWERED => {
                ANSWERED + u32::try_from(divisions.together(code - ANSWERED, of)).unwrap_or_default()
            }
            _ => code,
        }
    }

    /// The digit `n` of a value, and what it is.
    pub(super) fn digit(&self, n: usize, value: u32) -> Option<(&Digit, usize)> {
        let (mut value, digits) = (usize::try_from(value).ok()?, self.digits());
        for digit in digits.get(..n)? {
            value /= digit.points.len();
        }
        let digit = digits.get(n)?;
        Some((digit, value % digit.points.len()))
    }

    /// Adds what was counted to sums.
    pub(super) fn add(&self, instrument: &Instrument, counted: &[u32], part: &mut Part) {
        match self {
            Cell::Other | Cell::Guess => {}
            Cell::Ranking { item, place, .. } => {
                let Some((item, tally)) = instrument.items.get(*item).zip(part.rankings.get_mut(*place)) else {
                    return;
                };
                for (code, n) in (0..).zip(counted).filter(|(_, n)| **n > 0) {
                    let Some(Answer::Ranking(order)) = answer(item, code) else { continue };
                    tally.add(&order, times(*n));
                }
            }
            Cell::Rows { .. } | Cell::Shares { .. } => {
                let mut width = 1;
                for digit in self.digits() {
                    let values = digit.points.len();
                    let mut sums = vec![0; values];
                    for (value, n) in counted.iter().enumerate() {
                        if let Some(sum) = sums.get_mut(value / width % values) {
                            *sum += times(*n);
                        }
                    }
                    if let Some(tally) = digit.place.and_then(|place| part.items.get_mut(place)) {
                        tally.dont_know += sums.get(1).copied().unwrap_or_default();
                        for (points, n) in digit.points.iter().zip(sums) {
                            if let (Some(points), true) = (points, n > 0) {
                                tally.add(fixed(*points), n);
                            }
                        }
                    }
                    width *= values;
                }
            }
        }
    }
}

/// A count as the sums hold it.
fn times(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
