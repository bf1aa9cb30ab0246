//! A small static server for development and tests: GET and HEAD, one thread per connection.

use crate::shell::{Failure, Outcome, at};
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

/// No request of a browser comes near this; a longer one is dropped.
const LONGEST_HEAD: u64 = 32 * 1024;
const PATIENCE: Duration = Duration::from_secs(15);

pub struct Server {
    listener: TcpListener,
    root: PathBuf,
    pub address: String,
}

impl Server {
    /// Binds to the loopback address only; port 0 takes a free one.
    pub fn bind(root: &Path, port: u16) -> Outcome<Self> {
        let root = at(root.canonicalize(), format_args!("find {}", root.display()))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            Failure(match error.kind() {
                ErrorKind::AddrInUse => {
                    format!("Port {port} is in use: stop the other program or choose one with --port.")
                }
                _ => format!("Could not listen on port {port}: {error}."),
            })
        })?;
        let address = format!("http://{}/", at(listener.local_addr(), "read the server's address")?);
        Ok(Self { listener, root, address })
    }

    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let root = self.root.clone();
            thread::spawn(move || drop(answer(stream, &root)));
        }
    }

    /// Serves in the background for the rest of the process; gives the address.
    pub fn start(root: &Path) -> Outcome<String> {
        let server = Self::bind(root, 0)?;
        let address = server.address.clone();
        thread::spawn(|| server.run());
        Ok(address)
    }
}

/// Answers requests on one connection until it is closed or falls silent.
fn answer(stream: TcpStream, root: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(line) = read_head(&mut reader)? {
        let mut words = line.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let reply = reply(method, target, root);
        // One write: header and body in separate packets would cost a round trip.
        let mut bytes = reply.head().into_bytes();
        if method != "HEAD" {
            bytes.extend(&reply.body);
        }
        (&stream).write_all(&bytes)?;
        if reply.status.starts_with("405") {
            break; // A body may follow that nobody reads.
        }
    }
    Ok(())
}

/// The request line; the header fields are read and forgotten.
fn read_head(reader: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut reader = reader.take(LONGEST_HEAD);
    let (mut first, mut line) = (String::new(), String::new());
    reader.read_line(&mut first)?;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim_end().is_empty() {
            return Ok(Some(first.trim_end().to_owned()));
        }
    }
}

struct Answer {
    status: &'static str,
    media_type: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str) -> Self {
        let body = format!("{status}\n").into_bytes();
        Self { status, media_type: "text/plain; charset=utf-8", location: None, body }
    }

    fn head(&self) -> String {
        let location = self.location.iter().map(|to| format!("Location: {to}\r\n")).collect::<String>();
        format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}\
             Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\r\n",
            self.status,
            self.media_type,
            self.body.len()
        )
    }
}

fn reply(method: &str, target: &str, root: &Path) -> Answer {
    if method != "GET" && method != "HEAD" {
        return Answer::plain("405 Method Not Allowed");
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Some(mut file) = resolve(path, root) else {
        return Answer::plain("404 Not Found");
    };
    if file.is_dir() {
        if !path.ends_with('/') {
            let location = format!("/{}/", path.trim_matches('/'));
            return Answer { location: Some(location), ..Answer::plain("301 Moved Permanently") };
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => Answer { status: "200 OK", media_type: media_type(&file), location: None, body },
        Err(_) => Answer::plain("404 Not Found"),
    }
}

/// The file below `root` that a request names; nothing that leaves it, by dots or by links.
fn resolve(path: &str, root: &Path) -> Option<PathBuf> {
    let relative = decode(path.strip_prefix('/')?)?;
    let relative = Path::new(relative.trim_start_matches('/'));
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !relative.components().all(plain) || relative.to_string_lossy().contains(['\\', '\0', ':']) {
        return None;
    }
    let file = root.join(relative).canonicalize().ok()?;
    file.starts_with(root).then_some(file)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: &str, target: &str) -> &'static str {
        reply(method, target, &crate::shell::root().join("xtask")).status
    }

    #[test]
    fn serves_files_below_the_root_and_nothing_else() {
        for (method, target, wanted) in [
            ("GET", "/Cargo.toml", "200 OK"),
            ("HEAD", "/src/main.rs?x=1#y", "200 OK"),
            ("GET", "/src", "301 Moved Permanently"),
            ("GET", "/src/", "404 Not Found"),
            ("GET", "/missing", "404 Not Found"),
            ("GET", "/../Cargo.toml", "404 Not Found"),
            ("GET", "/%2e%2e/Cargo.toml", "404 Not Found"),
            ("GET", "/src/%2e%2e%2f..%2fCargo.toml", "404 Not Found"),
            ("GET", "//etc/passwd", "404 Not Found"),
            ("GET", "/%00", "404 Not Found"),
            ("GET", "/%zz", "404 Not Found"),
            ("GET", "", "404 Not Found"),
            ("POST", "/Cargo.toml", "405 Method Not Allowed"),
        ] {
            assert_eq!(status(method, target), wanted, "{method} {target}");
        }
    }

    #[test]
    fn knows_the_types_that_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a/b.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("b.js")), "text/javascript; charset=utf-8");
    }
}
