//! Addresses that a publisher gives.

/// An address of the web that has been looked at.
#[derive(Clone, Debug)]
pub(crate) struct Address(String);

impl Address {
    /// As text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Of a file in the folder.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }
}

/// Reads the address of a folder; it ends with `/`.
///
/// # Errors
/// A sentence, unless it begins with `https://` or `http://` and a host, and holds nothing behind a `?` or `#`.
pub(crate) fn folder(text: &str) -> Result<Address, &'static str> {
    let plain = host(text).is_some() && !text.contains(['?', '#']);
    if !plain {
        return Err("an address as https://example.org/check/ is needed, without `?` and `#`");
    }
    Ok(Address(if text.ends_with('/') { text.into() } else { format!("{text}/") }))
}

/// Reads an origin: scheme, host, perhaps a port.
///
/// # Errors
/// A sentence, if it is anything else.
pub(crate) fn origin(text: &str) -> Result<Address, &'static str> {
    match host(text) {
        Some(host) if !host.contains('/') => Ok(Address(text.into())),
        _ => Err("an origin as https://intranet.example.org is needed, without a path"),
    }
}

/// What follows the scheme, if all of it is of the letters that an address in a page and in a header may have.
fn host(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let known = |c: char| c.is_ascii_alphanumeric() || "-._~%:/?#[]@!$&()*+,=".contains(c);
    let starts = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
    (starts && rest.chars().all(known)).then_some(rest)
}
