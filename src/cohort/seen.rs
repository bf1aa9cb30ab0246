//! What came in already, so that nothing counts twice.

use std::hash::{BuildHasherDefault, Hasher};

#[expect(clippy::disallowed_types, reason = "it is asked for what it holds, never for the order")]
type Set = std::collections::HashSet<u64, BuildHasherDefault<Same>>;

/// Hashes of 64 bits: they tell ten million sheets apart but for one chance in
/// three hundred thousand. Nothing ever asks in which order they lie.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(Set);

impl Seen {
    /// Notes that something comes in; false if it came before.
    pub(super) fn is_new(&mut self, identity: &[u8]) -> bool {
        self.0.insert(hash(identity))
    }
}

/// Multiplicative hashing, eight bytes at a time: D. E. Knuth, The Art of
/// Computer Programming 3 (1998), section 6.4.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0;
    let mut add = |word: u64| {
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    };
    let (words, rest) = bytes.as_chunks();
    for word in words {
        add(u64::from_le_bytes(*word));
    }
    add(rest.iter().fold(1, |word, byte| word << 8 | u64::from(*byte)));
    hash
}

/// A hash is its own hash.
#[derive(Clone, Debug, Default)]
struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
