//! HTML that can only be made escaped.

pub use crate::markup::{Markup, element, page, text};
