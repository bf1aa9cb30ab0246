//! One simulated respondent.

use super::Manner;
use super::chance::Chance;
use super::ways::{Ways, divided, stepped, texts};
use crate::instrument::{Given, Instrument, Item, Kind, Wide};
use crate::number::count;
use crate::response::{Answer, Response};

/// How often a respondent says "don't know", and leaves something open.
const DONT_KNOW: f64 = 0.05;
const OPEN: f64 = 0.02;
/// How far, of the whole range, an answer may be from the level it comes from; the
/// difference of two even draws, so half of them are nearer than 0.15.
const SCATTER: f64 = 0.5;
/// How often a scale has the level of the respondent and not one of its own: two scales
/// of a mixed group then correlate at about 0.7 times 0.7.
const GENERAL: f64 = 0.7;
/// Items that a careless respondent answers alike: so many, and fewer than so many more.
const BLOCK: (usize, usize) = (5, 8);
/// A little less than the middle.
const BELOW_THE_MIDDLE: f64 = 0.499_999;

/// Where an item enters a scale first.
struct Place {
    part: Option<usize>,
    scale: usize,
    reversed: bool,
}

/// What is known of an item, or of each row of a grid, before anybody answers.
#[derive(Default)]
struct Known {
    ways: Ways,
    rows: Vec<Ways>,
    places: Vec<Place>,
}

impl Known {
    /// The scale, and whether it turns the answer round.
    fn place(&self, row: Option<usize>) -> Option<&Place> {
        self.places.iter().find(|place| row.is_none() || place.part.is_none() || place.part == row)
    }
}

/// Those who answer an instrument.
pub(crate) struct Crowd<'i> {
    instrument: &'i Instrument,
    /// By item.
    known: Vec<Known>,
}

/// What an answer comes from.
#[derive(Clone, Copy)]
enum Aim {
    /// Any answer.
    Any,
    /// The place 0..1 in the order in which answers are written.
    At(f64),
    /// About so many points, 0..1 of all, in the direction of the scale.
    Level(f64),
    /// The most points.
    Best,
}

impl<'i> Crowd<'i> {
    /// Looks at every item once.
    pub(crate) fn of(instrument: &'i Instrument) -> Self {
        let (mut known, mut scratch): (Vec<Known>, _) = (Vec::new(), Response::empty(instrument));
        for (n, item) in instrument.items.iter().enumerate() {
            let rows = if let Kind::Grid { rows, .. } = &item.kind { rows.len() } else { 0 };
            let rows = (0..rows).map(|row| Ways::of_row(instrument, n, row, &mut scratch)).collect();
            known.push(Known { ways: Ways::of(instrument, n, &mut scratch), rows, places: Vec::new() });
        }
        for (scale, found) in instrument.scales.iter().enumerate() {
            for member in &found.members {
                let place = Place { part: member.part, scale, reversed: member.reversed };
                if let Some(known) = known.get_mut(member.item) {
                    known.places.push(place);
                }
            }
        }
        Crowd { instrument, known }
    }

    /// The respondent of a manner and a seed. Roles are as likely as each other, and the
    /// answers are those to the items that apply.
    pub(crate) fn respondent(&self, manner: Manner, seed: u32) -> Response {
        let mut person = Person::new(self, manner, seed);
        let mut response = Response::empty(self.instrument);
        response.seed = person.chance.word();
        let roles = self.instrument.words.get("roles").list().len();
        response.role = Some(person.chance.below(roles)).filter(|role| *role < roles);
        for n in self.instrument.asked(response.seed) {
            let (Some(item), Some(slot)) = (self.instrument.items.get(n), response.answers.get_mut(n)) else {
                continue;
            };
            person.next();
            *slot = person.answer(item, n);
        }
        response.settle(self.instrument);
        response
    }
}

struct Person<'c> {
    crowd: &'c Crowd<'c>,
    manner: Manner,
    chance: Chance,
    /// 0..1, of the respondent and by scale.
    level: f64,
    levels: Vec<f64>,
    /// The place of a careless respondent, and for how many items it stays.
    place: f64,
    left: usize,
}

impl<'c> Person<'c> {
    fn new(crowd: &'c Crowd<'c>, manner: Manner, seed: u32) -> Self {
        let mut chance = Chance::new(seed);
        let level = chance.share();
        let own = |chance: &mut Chance| if chance.happens(GENERAL) { level } else { chance.share() };
        let levels = crowd.instrument.scales.iter().map(|_| own(&mut chance)).collect();
        Person { crowd, manner, level, levels, chance, place: 0.0, left: 0 }
    }

    /// Goes on to the next item.
    fn next(&mut self) {
        if self.left == 0 {
            self.place = self.chance.share();
            self.left = BLOCK.0 + self.chance.below(BLOCK.1);
        }
        self.left -= 1;
    }

    /// What the next answer comes from; none where there is none.
    fn aim(&mut self, place: Option<&Place>) -> Result<Aim, Answer> {
        let level = place.and_then(|place| self.levels.get(place.scale)).copied().unwrap_or(self.level);
        Ok(match self.manner {
            Manner::Yes => Aim::At(1.0),
            Manner::No => Aim::At(0.0),
            Manner::Middle => Aim::At(if self.chance.happens(0.5) { 0.5 } else { BELOW_THE_MIDDLE }),
            Manner::Careless => Aim::At(self.place),
            Manner::Knowing => {
                if self.chance.happens(self.level) {
                    Aim::Best
                } else {
                    Aim::Any
                }
            }
            Manner::Random | Manner::Mixed => {
                let draw = self.chance.share();
                if draw < DONT_KNOW + OPEN {
                    return Err(if draw < DONT_KNOW { Answer::DontKnow } else { Answer::Skipped });
                }
                if self.manner == Manner::Random { Aim::Any } else { Aim::Level(self.scattered(level)) }
            }
        })
    }

    fn scattered(&mut self, level: f64) -> f64 {
        (level + SCATTER * (self.chance.share() - self.chance.share())).clamp(0.0, 1.0)
    }

    fn answer(&mut self, item: &Item, n: usize) -> Answer {
        let crowd = self.crowd;
        let Some(known) = crowd.known.get(n) else { return Answer::Skipped };
        match &item.kind {
            Kind::Wide(Wide::Note | Wide::Info) => Answer::Skipped,
            Kind::Grid { choices, .. } => {
                let cells = known.rows.iter().enumerate();
                Answer::Grid(cells.map(|(row, ways)| self.cell(known, ways, row, choices.len())).collect())
            }
            _ => {
                let place = known.place(None);
                let aim = match self.aim(place) {
                    Ok(aim) => aim,
                    Err(answer) => return answer,
                };
                let reversed = place.is_some_and(|place| place.reversed);
                self.worth(&known.ways, aim, reversed).unwrap_or_else(|| self.any(item, at(aim)))
            }
        }
    }

    /// The answer to a row.
    fn cell(&mut self, known: &Known, ways: &Ways, row: usize, choices: usize) -> Answer {
        let place = known.place(Some(row));
        let aim = match self.aim(place) {
            Ok(aim) => aim,
            Err(answer) => return answer,
        };
        match self.worth(ways, aim, place.is_some_and(|place| place.reversed)) {
            Some(Answer::Grid(cells)) => cells.get(row).cloned().unwrap_or(Answer::Skipped),
            _ => Answer::Choice(self.choice(at(aim), choices)),
        }
    }

    /// An answer that is worth what is aimed at; none where nothing has points, or nothing
    /// is aimed at.
    fn worth(&mut self, ways: &Ways, aim: Aim, reversed: bool) -> Option<Answer> {
        let found = match aim {
            Aim::Any | Aim::At(_) => return None,
            Aim::Level(level) => ways.nearest(100.0 * if reversed { 1.0 - level } else { level }),
            Aim::Best => ways.best(reversed),
        };
        self.chance.of(&found).copied().cloned()
    }

    /// An answer at a place, or any.
    fn any(&mut self, item: &Item, at: Option<f64>) -> Answer {
        match &item.kind {
            Kind::Choice(options) => Answer::Choice(self.choice(at, options.len())),
            Kind::Number { min, max, step } => {
                // Each step as likely, the ends too.
                let draw = self.chance.share();
                let x = at.map_or(min - step / 2.0 + draw * (max - min + step), |at| min + at * (max - min));
                Answer::Number(stepped(x, *min, *max, *step))
            }
            Kind::Allocation { total, parts } => Answer::Allocation(match at {
                Some(at) => divided(*total, at * total, &item.of, parts.len()),
                None => self.cut(*total, parts.len()),
            }),
            Kind::Ranking(options) if at.is_some() => Answer::Ranking((0..options.len()).collect()),
            Kind::Ranking(options) => Answer::Ranking(self.chance.order(options.len())),
            Kind::Wide(Wide::Multiple { choices, most, .. }) => self.set(at, choices.len(), *most),
            Kind::Wide(Wide::Text) => self.words(item, at),
            Kind::Grid { .. } | Kind::Wide(Wide::Note | Wide::Info) => Answer::Skipped,
        }
    }

    /// The choice at a place of so many, or any.
    fn choice(&mut self, at: Option<f64>, n: usize) -> usize {
        let Some(at) = at else { return self.chance.below(n) };
        (0..n).rev().find(|choice| count(*choice) <= at * count(n)).unwrap_or(0)
    }

    /// A total cut at places of which any is as likely.
    fn cut(&mut self, total: f64, parts: usize) -> Vec<f64> {
        let mut cuts: Vec<f64> = (1..parts).map(|_| (self.chance.share() * (total + 1.0)).floor()).collect();
        cuts.sort_by(f64::total_cmp);
        let mut before = 0.0;
        let ends = cuts.into_iter().chain([total]);
        ends.map(|end| end - core::mem::replace(&mut before, end)).collect()
    }

    /// Several choices: at a place so many as it says, in a row; or each as likely as not.
    fn set(&mut self, at: Option<f64>, n: usize, most: usize) -> Answer {
        let most = most.min(n);
        let mut set = match at {
            Some(at) => {
                let chosen = 1 + self.choice(Some(at), most);
                let first = self.choice(Some(at), n + 1 - chosen);
                (first..first + chosen).collect()
            }
            None => {
                let mut some = self.chance.order(n);
                let chosen = (0..n).filter(|_| self.chance.happens(0.5)).count();
                some.truncate(chosen.clamp(1, most));
                some
            }
        };
        set.sort_unstable();
        Answer::Wide(Given::Set(set))
    }

    /// Any of the accepted texts or none of them; at a place none.
    fn words(&mut self, item: &Item, at: Option<f64>) -> Answer {
        let texts: Vec<Given> = if at.is_some() { Vec::new() } else { texts(item).collect() };
        Answer::Wide(self.chance.of(&texts).cloned().unwrap_or(Given::Other))
    }
}

/// The place that is aimed at.
fn at(aim: Aim) -> Option<f64> {
    match aim {
        Aim::At(at) | Aim::Level(at) => Some(at),
        Aim::Any | Aim::Best => None,
    }
}
