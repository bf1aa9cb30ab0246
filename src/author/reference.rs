//! The format of definitions, for editors and for people.

use crate::data::Data;
use crate::reference as fields;

/// The shape of a definition as JSON Schema (draft 7), on one line.
///
/// It refuses nothing that the first gate accepts. What only the gate knows it leaves open: where names lead, whether
/// expressions can be computed, whether numbers fit each other.
pub fn schema() -> String {
    fields::json_schema()
}

/// Every field of a definition and the language of expressions, for a page of reference:
/// `{areas, language}`.
///
/// ```text
/// areas     [{id, title, text, fields}]
/// fields    [{path, required, text, type, limits, default, example, also}]    texts; default and example as JSON, "" for none
/// language  {operators, truth, names, functions, pair}
/// operators [{signs, text}]                    from what binds loosest
/// truth     [{a, b, and, or}]                  yes, no, unknown
/// names     [{form, text}]
/// functions [{name, takes, value, unknown, example}]
/// pair      [{name, type, text}]               what rules for two people read
/// ```
///
/// `also` is the other place of a field that belongs to an object of two places.
pub fn reference() -> Data<'static> {
    fields::reference()
}
