//! A table of characters.

use super::block::Table;
use super::text::lines;

/// Sets the table between `indent` and `width`; wide cells are broken.
pub(crate) fn table(table: &Table, indent: usize, width: usize, text: &mut String) {
    let heads: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let all: Vec<&Vec<String>> = std::iter::once(&heads).chain(&table.rows).collect();
    let widths = widths(&all, table.columns.len(), width.saturating_sub(indent));
    for (n, cells) in all.iter().enumerate() {
        row(table, cells, &widths, indent, text);
        if n == 0 {
            let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            text.push_str(&" ".repeat(indent));
            text.push_str(&rule.join("  "));
            text.push('\n');
        }
    }
}

/// As wide as their cells, the widest narrowed until all fit.
fn widths(rows: &[&Vec<String>], columns: usize, room: usize) -> Vec<usize> {
    let widest = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.chars().count()).max();
    let mut widths: Vec<usize> = (0..columns).map(|n| widest(n).unwrap_or(0)).collect();
    while widths.iter().sum::<usize>() + 2 * columns.saturating_sub(1) > room {
        match widths.iter_mut().max() {
            Some(width) if *width > 8 => *width -= 1,
            _ => break,
        }
    }
    widths
}

fn row(table: &Table, cells: &[String], widths: &[usize], indent: usize, text: &mut String) {
    let broken: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).collect();
    let height = broken.iter().map(Vec::len).max().unwrap_or(0);
    for n in 0..height {
        let mut line = " ".repeat(indent);
        for ((column, cell), width) in table.columns.iter().zip(&broken).zip(widths) {
            let words = cell.get(n).map_or("", String::as_str);
            let cell = if column.number { format!("{words:>width$}  ") } else { format!("{words:<width$}  ") };
            line.push_str(&cell);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
}
