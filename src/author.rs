//! The facade for those who write definitions: what no reader of a result needs.
//!
//! The same rules as for [`crate::api`]: bytes in, data out, a refusal is a reply.
