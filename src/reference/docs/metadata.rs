//! What an instrument is, and its words around the questions.

use super::Doc;

pub(super) const DOCS: &[Doc] = &[
    (
        "$schema",
        "Where an editor finds the schema of definitions; the core does not read it.",
        "",
        r#""./definition.schema.json""#,
    ),
    ("format", "The format of the file; this version reads format 1.", "", "1"),
    (
        "id",
        "What the instrument is called in answers, links and file names. Another identifier is another instrument.",
        "",
        r#""pulse""#,
    ),
    (
        "version",
        "The edition. Raise the minor number when words change, the major number when a score can change: answers of another major number are refused.",
        "",
        r#""1.0""#,
    ),
    ("title", "What the assessment is called on the page, in the report and in messages.", "", r#""Team pulse""#),
    ("language", "The language of every text in the file, as a tag (BCP 47).", "", r#""en""#),
    ("license", "Under which terms the wording may be used; shown at the end of a report.", "", r#""CC BY 4.0""#),
    (
        "compiled",
        "What `tautline compile` writes here so that a page can do without the gate. Never written by hand; a stale one is noticed and changes nothing.",
        "",
        r#""AgFB""#,
    ),
    (
        "editions",
        "Earlier editions whose result links are still out there. A link of one of them names both editions.",
        "[]",
        r#"[{"version": "1.0", "fingerprint": "09af31c2", "src": "./pulse-1.json"}]"#,
    ),
    ("editions[].version", "The version of that edition.", "", r#""1.0""#),
    (
        "editions[].fingerprint",
        "The fingerprint of that edition, as `tautline diff` and every result tell it.",
        "",
        r#""09af31c2""#,
    ),
    (
        "editions[].src",
        "The address of its definition, as seen from the page; with it a reader can open the link there.",
        "",
        r#""./pulse-1.json""#,
    ),
    (
        "source",
        "What the instrument is based on; listed under the report.",
        "[]",
        r#"[{"title": "A handbook of team surveys", "url": "https://example.org/handbook"}]"#,
    ),
    ("source[].title", "What the source is called.", "", r#""A handbook of team surveys""#),
    ("source[].url", "Where it can be read.", "", r#""https://example.org/handbook""#),
    ("intro", "Paragraphs before the first question.", "[]", r#"["Ten questions about how the team works."]"#),
    (
        "about",
        "Paragraphs about the instrument, at the end of the report.",
        "[]",
        r#"["The questions were written for teams of up to twelve."]"#,
    ),
    (
        "glossary",
        "Terms that a respondent may look up before answering.",
        "[]",
        r#"[{"term": "team", "text": "the people you work with every week"}]"#,
    ),
    ("glossary[].term", "The term.", "", r#""team""#),
    ("glossary[].text", "What it means here.", "", r#""the people you work with every week""#),
    (
        "dont_know",
        "The label of the answer \"don't know\", which every item offers. It counts as missing for every score.",
        "",
        r#""Cannot say""#,
    ),
    (
        "roles",
        "Who may answer; a respondent picks one at the start.",
        "[]",
        r#"[{"id": "lead", "label": "Team lead", "counterpart": "member"}, {"id": "member", "label": "Team member", "counterpart": "lead"}]"#,
    ),
    ("roles[].id", "The role in answers, links and in `role == 'member'`.", "", r#""member""#),
    ("roles[].label", "The role as it is offered.", "", r#""Team member""#),
    (
        "roles[].counterpart",
        "The role that somebody of this role is compared with; only roles that have one are offered predictions.",
        "",
        r#""manager""#,
    ),
    (
        "dimensions",
        "What `this.` and `each.` range over in expressions. A scale `pace.felt` belongs to the dimension `pace`.",
        "[]",
        r#"[{"id": "pace", "title": "Pace"}, {"id": "clarity", "title": "Clarity"}]"#,
    ),
    (
        "dimensions[].id",
        "The part before the dot in the names of its scales, and after the dot in those of its composites.",
        "",
        r#""pace""#,
    ),
    ("dimensions[].title", "The dimension as it is shown.", "", r#""Pace""#),
];
