//! Running other programs, and saying what went wrong in one sentence.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// One clear sentence for the person at the keyboard; empty when all has been said.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

pub type Outcome<T = ()> = Result<T, Failure>;

pub fn fail<T>(sentence: impl Into<String>) -> Outcome<T> {
    Err(Failure(sentence.into()))
}

/// Turns an I/O error into a sentence that names what was being done.
pub fn at<T>(result: std::io::Result<T>, doing: impl fmt::Display) -> Outcome<T> {
    result.map_err(|error| Failure(format!("Could not {doing}: {error}.")))
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map(Path::to_path_buf).unwrap_or(manifest)
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Our own corner of the target folder.
pub fn scratch() -> Outcome<PathBuf> {
    let dir = target_dir().join("xtask");
    at(std::fs::create_dir_all(&dir), format_args!("make {}", dir.display()))?;
    Ok(dir)
}

/// Two commands at once wait for each other instead of mixing their files; held until dropped.
pub fn lock(name: &str) -> Outcome<File> {
    let file = at(File::create(scratch()?.join(format!("{name}.lock"))), "make a lock file")?;
    at(file.lock(), "wait for another command of this project")?;
    Ok(file)
}

/// A command that runs at the root of the repository and never waits for input.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

pub fn cargo() -> Command {
    command("cargo")
}

/// Runs to the end with its output shown; an unsuccessful end is a failure.
pub fn run(command: &mut Command, doing: &str) -> Outcome {
    let status = at(command.status(), format_args!("{doing} (starting {})", shown(command)))?;
    if status.success() {
        return Ok(());
    }
    fail(format!("Could not {doing}: `{}` ended with {status}.", shown(command)))
}

/// What a command prints, if it can be started and succeeds.
pub fn capture(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs with a time limit; false when it failed, could not start or took too long.
pub fn run_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let end = Instant::now() + limit;
    while Instant::now() < end {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    stop(&mut child);
    false
}

/// Runs with standard output both shown and handed over line by line; true if it succeeded.
pub fn tee(command: &mut Command, limit: Duration, mut line: impl FnMut(&str)) -> Outcome<bool> {
    command.stdout(Stdio::piped());
    let mut child = at(command.spawn(), format_args!("start {}", shown(command)))?;
    let Some(output) = child.stdout.take() else {
        return fail("Could not read a program's output.");
    };
    let (ended, wait) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        let in_time = wait.recv_timeout(limit) != Err(mpsc::RecvTimeoutError::Timeout);
        if !in_time {
            stop(&mut child);
        }
        child.wait().is_ok_and(|status| status.success()) && in_time
    });
    for text in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        let text = String::from_utf8_lossy(&text);
        println!("{text}");
        line(&text);
    }
    drop(ended);
    Ok(watch.join().unwrap_or(false))
}

/// Asks politely first, so that a test runner can close its browsers.
fn stop(child: &mut Child) {
    eprintln!("Stopping a program that took too long.");
    let asked = Command::new("kill").arg(child.id().to_string()).status();
    for _ in 0..50 {
        if asked.is_err() || matches!(child.try_wait(), Ok(Some(_))) {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    drop(child.kill());
    drop(child.wait());
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Finds a program in PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(&name)).find(|file| file.is_file())
}

/// FNV-1a over the given parts: enough to notice a change, the same on every machine.
pub fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.iter().chain(&(part.len() as u64).to_le_bytes()) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// Every file below a folder, in a stable order; hidden files and node_modules left out.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with('.') || name == "node_modules" {
            continue;
        }
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
