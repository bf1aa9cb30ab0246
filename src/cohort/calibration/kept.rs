//! The sums as they stand in a summary, and back.

use super::Calibration;
use super::pairs::{Pairs, shifted};
use super::products::Products;
use crate::cohort::exact::HUNDRED;
use crate::cohort::part::{Part, Row, rows};
use crate::cohort::read::{Read, entries, long, sound, whole};
use crate::cohort::written::text;
use crate::data::{Data, object};
use crate::instrument::{Instrument, Scale};
use crate::json::Node;
use crate::limits;
use crate::number::count;
use crate::problem::join;
use crate::statistics::rank::place;

impl Calibration {
    /// `calibration` of [`crate::cohort::written`].
    pub(in crate::cohort) fn written<'d>(&self, instrument: &'d Instrument) -> Data<'d> {
        let (mut scales, mut pairs) = (Vec::new(), Vec::new());
        let texts = |sums: &[i128]| -> Vec<Data<'_>> { sums.iter().map(|sum| text(*sum)).collect() };
        for (n, kept) in self.scales.iter().enumerate() {
            scales.push(object! {
                instrument.entry("scales", n), ["id"],
                "n" => kept.n, "sums" => texts(&kept.sums), "products" => texts(&kept.crossed),
            });
        }
        for (kept, (composite, item)) in self.pairs.iter().zip(&instrument.calibration) {
            let mut values = Vec::new();
            for ((x, y), n) in &kept.sheets {
                values.extend([text((*x).into()), text((*y).into()), Data::Number(count(*n))]);
            }
            pairs.push(object! {
                "of" => instrument.composite_id(*composite),
                "item" => instrument.part("items", *item, "id"),
                "shift" => f64::from(kept.shift),
                "values" => values,
            });
        }
        object! { "scales" => scales, "pairs" => pairs }
    }

    /// Reads it back, beside the sums of the same sheets over all roles.
    pub(in crate::cohort) fn read(instrument: &Instrument, node: &Node, all: &Part, at: &str) -> Read<Self> {
        let mut read = Calibration::empty(instrument);
        let rows = rows(instrument);
        let scales = entries(node.get("scales"), read.scales.len(), &join(at, "scales"))?;
        for ((at, node), (n, (products, scale))) in
            scales.zip(read.scales.iter_mut().zip(&instrument.scales).enumerate())
        {
            sound((node.get("id").text() == instrument.word("scales", n, "id")).then_some(()), &at)?;
            products.n = whole(node.get("n"), &at)?;
            for (field, sums) in [("sums", &mut products.sums), ("products", &mut products.crossed)] {
                for ((at, node), sum) in entries(node.get(field), sums.len(), &join(&at, field))?.zip(sums) {
                    *sum = long(node, &at)?;
                }
            }
            let fits = products.is_sound() && products.is_part(scale, &rows, all);
            sound(fits.then_some(()), &at)?;
        }
        let pairs = entries(node.get("pairs"), read.pairs.len(), &join(at, "pairs"))?;
        for ((at, node), (pairs, (composite, item))) in pairs.zip(read.pairs.iter_mut().zip(&instrument.calibration)) {
            let same = node.get("of").text() == instrument.composite_id(*composite)
                && node.get("item").text() == instrument.word("items", *item, "id");
            sound(same.then_some(()), &at)?;
            let (low, high) = instrument.composites.get(*composite).map(|found| found.range).unwrap_or_default();
            *pairs = Pairs::read(node, ((place(low), 0), (place(high), place(100.0))), all.sheets, &at)?;
        }
        Ok(read)
    }
}

impl Products {
    /// Whether these sheets can be among all that answer each member, and are just
    /// they where as many answer it.
    fn is_part(&self, scale: &Scale, rows: &[Row], all: &Part) -> bool {
        let mut members = scale.members.iter().zip(&self.sums).enumerate();
        members.all(|(i, (member, sum))| {
            let row = rows.iter().position(|row| *row == (member.item, member.part));
            let Some(moments) = row.and_then(|row| Some(&all.items.get(row)?.moments)) else { return false };
            let Some(rest) = moments.extent.n.checked_sub(self.n) else { return false };
            let [n, rest] = [moments.extent.n, rest].map(|n| i128::try_from(n).unwrap_or(0));
            let (points, squares) = (moments.extent.sum, moments.squares);
            let (points, squares) = if member.reversed {
                (n * HUNDRED - points, n * HUNDRED * HUNDRED - 2 * HUNDRED * points + squares)
            } else {
                (points, squares)
            };
            let (points, squares) = (points - sum, squares - self.product(i, i));
            (0..=rest * HUNDRED).contains(&points) && (0..=HUNDRED * points).contains(&squares)
        })
    }
}

impl Pairs {
    fn read(node: &Node, (low, high): ((i64, i64), (i64, i64)), mut sheets: usize, at: &str) -> Read<Self> {
        let shift = sound(u32::try_from(whole(node.get("shift"), at)?).ok().filter(|shift| *shift < 64), at)?;
        let (low, high) = (shifted(low, shift), shifted(high, shift));
        let mut pairs = Pairs { shift, ..Pairs::default() };
        for triple in node.get("values").list().chunks(3) {
            let [x, y, n] = triple else { return Err(at.into()) };
            let value = |node: &Node, (low, high): (i64, i64)| {
                sound(i64::try_from(long(node, at)?).ok().filter(|x| (low..=high).contains(x)), at)
            };
            let pair = (value(x, (low.0, high.0))?, value(y, (low.1, high.1))?);
            let n = whole(n, at)?;
            sheets = sound(sheets.checked_sub(n), at)?;
            let fresh = n > 0 && pairs.sheets.len() < limits::PAIRS && pairs.put(pair, n);
            sound(fresh.then_some(()), at)?;
        }
        Ok(pairs)
    }
}
