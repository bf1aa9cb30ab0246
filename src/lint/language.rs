//! Words of the languages whose grammar some rules need to know a little of.

/// What is known of a language.
pub(super) struct Language {
    code: &'static str,
    /// Words that join two things; the last of them may be several words.
    pub(super) joins: &'static [&'static str],
    /// Words after which what is joined is one thing all the same: a second clause about
    /// the first, or the end of a span.
    pub(super) bound: &'static [&'static str],
    /// Words that open a span: "between x and y".
    pub(super) spans: &'static [&'static str],
    /// Words that say whose the second thing is.
    pub(super) owners: &'static [&'static str],
    /// Words that deny.
    pub(super) negations: &'static [&'static str],
    /// Those of them of which each denies once more.
    pub(super) each: &'static [&'static str],
    /// Endings and beginnings that deny, of words that are not listed.
    pub(super) ending: &'static str,
    pub(super) beginning: &'static str,
    /// Words that begin a clause below another.
    pub(super) subordinate: &'static [&'static str],
}

static LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        joins: &["and"],
        bound: &["which", "what", "when", "where", "who", "whom", "whose", "whether", "how", "why", "if", "that"],
        spans: &["between", "both"],
        owners: &["my", "your", "our", "their", "his", "her", "its"],
        negations: &["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot"],
        each: &["not", "no", "never", "none", "nobody", "nothing", "neither", "nowhere", "cannot"],
        ending: "n't",
        beginning: "",
        subordinate: &[
            "that", "which", "who", "whom", "whose", "when", "where", "whether", "if", "because", "although", "though",
            "while", "until", "unless", "before", "after", "since", "than",
        ],
    },
    Language {
        code: "de",
        joins: &["und", "sowie"],
        bound: &["was", "wann", "wo", "wer", "wen", "wem", "wie", "warum", "ob", "wenn", "dass", "welche", "welcher"],
        spans: &["zwischen", "sowohl"],
        owners: &[
            "mein", "meine", "meinem", "meinen", "meiner", "ihr", "ihre", "ihrem", "ihren", "ihrer", "unser", "unsere",
            "unserem", "unseren", "unserer", "dein", "deine", "deinem", "deinen", "deiner",
        ],
        negations: &[
            "nicht", "nichts", "nie", "niemals", "niemand", "nirgends", "kein", "keine", "keinem", "keinen", "keiner",
            "keines",
        ],
        each: &[
            "nicht", "nichts", "nie", "niemals", "niemand", "nirgends", "kein", "keine", "keinem", "keinen", "keiner",
            "keines",
        ],
        ending: "",
        beginning: "",
        subordinate: &[
            "dass", "weil", "wenn", "ob", "obwohl", "während", "bis", "bevor", "nachdem", "damit", "als", "welche",
            "welcher", "welches", "wo", "was",
        ],
    },
    Language {
        code: "fr",
        joins: &["et"],
        bound: &["que", "qui", "quand", "où", "comment", "pourquoi", "si", "ce"],
        spans: &["entre"],
        owners: &["mon", "ma", "mes", "votre", "vos", "notre", "nos", "leur", "leurs", "ton", "ta", "tes"],
        negations: &["ne"],
        each: &["ne"],
        ending: "",
        beginning: "n'",
        subordinate: &["que", "qui", "quand", "où", "si", "parce", "lorsque", "quoique", "pendant", "puisque"],
    },
    Language {
        code: "es",
        joins: &["y", "e"],
        bound: &["que", "qué", "quien", "quién", "cuando", "cuándo", "donde", "dónde", "cómo", "como", "si"],
        spans: &["entre"],
        owners: &["mi", "mis", "su", "sus", "tu", "tus", "nuestro", "nuestra", "nuestros", "nuestras"],
        negations: &["no", "nunca", "jamás", "nadie", "nada", "ningún", "ninguna", "ninguno"],
        // "No lo hago nunca" denies once.
        each: &["no"],
        ending: "",
        beginning: "",
        subordinate: &["que", "quien", "cuando", "donde", "si", "porque", "aunque", "mientras", "como"],
    },
];

/// The language of a tag such as `en` or `de-AT`.
pub(super) fn of(tag: &str) -> Option<&'static Language> {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(first))
}

impl Language {
    /// Whether a word denies.
    pub(super) fn denies(&self, word: &str) -> bool {
        self.negations.contains(&word) || self.is_contracted(word)
    }

    /// How often a text denies.
    pub(super) fn denials(&self, words: &[String]) -> usize {
        words.iter().filter(|word| self.each.contains(&word.as_str()) || self.is_contracted(word)).count()
    }

    fn is_contracted(&self, word: &str) -> bool {
        (!self.ending.is_empty() && word.ends_with(self.ending))
            || (!self.beginning.is_empty() && word.starts_with(self.beginning))
    }
}

/// The words of a text in small letters, without what stands between them.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '\'' | '\u{2019}' if !word.is_empty() => word.push('\''),
            _ if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if !word.is_empty() => {
                words.push(word.trim_end_matches('\'').into());
                word.clear();
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_is_contracted() {
        assert_eq!(words("We don\u{2019}t \u{2013} 'ever' \u{2013} ask."), ["we", "don't", "ever", "ask"]);
    }

    #[test]
    fn denials_are_counted_as_each_language_means_them() {
        let count = |tag: &str, text: &str| of(tag).map(|language| language.denials(&words(text)));
        assert_eq!(count("en-GB", "I don't say no."), Some(2));
        assert_eq!(count("de", "Ich habe nie keine Zeit."), Some(2));
        assert_eq!(count("fr", "Je n'ai jamais le temps."), Some(1));
        assert_eq!(count("es", "No lo hago nunca."), Some(1));
        assert_eq!(count("nl", "Ik heb geen tijd."), None);
    }
}
