//! The command line: what it prints, and how it ends.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, its helpers included"
)]

mod support;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use support::{FLAGSHIP, close, same, sheet_document, worked};

const NAME: &str = "bt-synchronization";

/// A directory of its own for each test, gone at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join(name), bytes).unwrap();
        name.into()
    }

    /// Runs the program here, with `stdin`.
    fn run(&self, arguments: &[&str], stdin: impl AsRef<[u8]>) -> Ran {
        let mut child = self.command(arguments).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let bytes = stdin.as_ref().to_vec();
        // A program that does not read all of it is no fault of the test.
        let writer = std::thread::spawn(move || drop(input.write_all(&bytes)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Ran::from(output)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tautline"));
        command.args(arguments).current_dir(&self.0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let ran = Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        ran
    }
}

impl Ran {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn sheet(name: &str) -> String {
    let worked = worked();
    let found = worked["sheets"].as_array().unwrap().iter().find(|sheet| sheet["name"] == name).unwrap().clone();
    sheet_document(&found)
}

/// Compares printed scores with all that a worked sheet expects of them.
#[track_caller]
fn check_scores(sheet: &Value, scores: &Value) {
    let (name, expected) = (sheet["name"].as_str().unwrap(), &sheet["expected"]);
    assert_eq!(scores["instrument"]["id"], NAME);
    assert_eq!(scores["instrument"]["fingerprint"].as_str().unwrap().len(), 8);
    for dimension in ["demand", "focus", "change"] {
        for side in ["tension", "practice"] {
            let (given, wanted) =
                (&scores["scales"][format!("{dimension}.{side}")], &expected["scales"][dimension][side]);
            assert_eq!(given["status"], wanted["status"], "{name}");
            for field in ["value", "low", "high"] {
                close(&given[field], &wanted[field], &format!("{name} {dimension}.{side} {field}"));
            }
            assert_eq!(given["answered"], wanted["n"], "{name}");
            assert_eq!(given["of"], wanted["k"], "{name}");
        }
        let lead = &scores["metrics"][format!("lead.{dimension}")]["value"];
        close(lead, &expected["dimensions"][dimension]["lead"], name);
        assert_eq!(
            scores["bands"][format!("state.{dimension}")],
            json!({"id": expected["dimensions"][dimension]["state"]})
        );
    }
    let metric = |id: &str| &scores["metrics"][id];
    for id in ["strain", "mean", "balance", "range"] {
        close(&metric(id)["value"], &expected[id], &format!("{name} {id}"));
    }
    for field in ["value", "low", "high"] {
        close(&metric("index")[field], &expected["index"][field], &format!("{name} index"));
    }
    assert_eq!(metric("index")["status"], expected["index"]["status"], "{name}");
    close(&metric("value_grade")["value"], &expected["priorities"]["value_grade"], name);
    close(&metric("attention_shift")["value"], &expected["priorities"]["shift"], name);
    check_stage(name, &scores["bands"]["stage"], &expected["stage"]);
    let advice: Vec<&Value> = expected["recommendations"].as_array().unwrap().iter().map(|one| &one["rule"]).collect();
    assert_eq!(scores["advice"].as_array().unwrap().iter().collect::<Vec<_>>(), advice, "{name}");
    assert_eq!(scores["notes"], expected["quality"], "{name}");
    assert_eq!(scores["counts"], expected["counts"], "{name}");
}

/// Exactly: the levels are printed as whole numbers.
#[track_caller]
fn check_stage(name: &str, given: &Value, expected: &Value) {
    if expected.is_null() {
        let none = json!({"value": null, "id": null, "raw": null, "between": null, "gates": [], "range": null, "status": "not_scored"});
        assert_eq!(*given, none, "{name}");
        return;
    }
    for field in ["value", "raw", "between", "gates", "range", "status"] {
        assert_eq!(given[field], expected[field], "{name} {field}");
    }
    let ids = ["apart", "responding", "aligned", "synchronizing", "synchronized"];
    let level = usize::try_from(expected["value"].as_u64().unwrap()).unwrap();
    assert_eq!(given["id"], ids[level - 1], "{name}");
}

#[test]
fn every_worked_sheet_is_scored_alone() {
    let (here, worked) = (Scratch::new("alone"), worked());
    let sheets = worked["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 24);
    for sheet in sheets {
        let answers = here.file("answers.json", sheet_document(sheet));
        let ran = here.run(&["score", NAME, &answers], "").ends(0);
        check_scores(sheet, &ran.json());
        assert_eq!(ran.err, "");
    }
}

#[test]
fn every_worked_sheet_is_scored_as_a_line_and_bad_ones_do_not_stop_it() {
    let (here, worked) = (Scratch::new("lines"), worked());
    let sheets = worked["sheets"].as_array().unwrap();
    let good: Vec<String> = sheets.iter().map(sheet_document).collect();
    let ran = here.run(&["score", "--jsonl", NAME], good.join("\n")).ends(0);
    assert_eq!(ran.lines().len(), 24);
    sheets.iter().zip(ran.lines()).for_each(|(sheet, scores)| check_scores(sheet, &scores));

    let mut lines = Vec::new();
    for (n, line) in good.iter().enumerate() {
        lines.push(line.clone());
        match n {
            3 => lines.push("not json".into()),
            5 => lines.push(" \r".into()),
            7 => lines.push(format!("{{\"answers\":{{\"x\":\"{}\"}}}}", "y".repeat(10_000_000))),
            9 => lines.push(r#"{"answers":{"DS1":6}}"#.into()),
            _ => {}
        }
    }
    let file = here.file("sheets.jsonl", lines.join("\n") + "\n");
    for arguments in [vec!["score", "--jsonl", NAME, &file], vec!["score", NAME, "-", "--jsonl"]] {
        let input = if arguments.contains(&"-") { fs::read(here.0.join(&file)).unwrap() } else { Vec::new() };
        let ran = here.run(&arguments, input).ends(1);
        let (bad, scored): (Vec<Value>, Vec<Value>) =
            ran.lines().into_iter().partition(|line| line.get("line").is_some());
        assert_eq!(scored.len(), 24);
        sheets.iter().zip(&scored).for_each(|(sheet, scores)| check_scores(sheet, scores));
        let told: Vec<_> = bad.iter().map(|line| (line["line"].clone(), line["problems"][0]["code"].clone())).collect();
        assert_eq!(told[0], (json!(5), json!("json-syntax")));
        assert_eq!(told[1], (json!(11), json!("too-large")), "the blank line counts");
        assert_eq!(told[2].0, json!(14));
        assert_eq!(bad[2]["problems"][0]["at"], "/answers/DS1");
        assert_eq!(bad[2]["problems"][0]["line"], json!(1), "places are whole numbers");
    }
}

#[test]
fn many_lines_keep_their_order() {
    let here = Scratch::new("order");
    let line = |n: usize| format!("{{\"answers\":{{\"DT1\":{}}}}}\n", n % 101);
    let input: String = (0..5_000).map(line).collect();
    let ran = here.run(&["score", "--jsonl", NAME], input).ends(0);
    let alone: Vec<String> =
        (0..101).map(|n| here.run(&["score", "--jsonl", NAME], line(n)).ends(0).out.trim_end().into()).collect();
    assert_eq!(ran.out.lines().count(), 5_000);
    assert!(alone[0] != alone[20], "the test would see nothing");
    ran.out.lines().enumerate().for_each(|(n, line)| assert_eq!(line, alone[n % 101], "line {n}"));
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let here = Scratch::new("waiting");
    let mut child = here.command(&["score", "--jsonl", NAME]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = child.stdout.take().unwrap();
    for _ in 0..3 {
        input.write_all(b"{\"answers\":{}}\n").unwrap();
        let mut byte = [0];
        while byte != *b"\n" {
            output.read_exact(&mut byte).unwrap();
        }
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn every_worked_pair_is_compared() {
    let (here, worked) = (Scratch::new("pairs"), worked());
    let sheet = |pair: &Value, side: &str| sheet(pair[side].as_str().unwrap());
    for pair in worked["pairs"].as_array().unwrap() {
        let (name, expected) = (pair["name"].as_str().unwrap(), &pair["expected"]);
        let first = here.file("first.json", sheet(pair, "first"));
        let second = here.file("second.json", sheet(pair, "second"));
        let given = here.run(&["compare", NAME, &first, &second], "").ends(0).json();
        let keys: Vec<&String> = given.as_object().unwrap().keys().collect();
        let wanted = "scales overall items two_steps similarity priorities attention visibility predictions advice";
        assert_eq!(keys, wanted.split(' ').collect::<Vec<_>>());
        for dimension in ["demand", "focus", "change"] {
            for side in ["tension", "practice"] {
                let (gap, wanted) =
                    (&given["scales"][format!("{dimension}.{side}")], &expected["gaps"][dimension][side]);
                equal_within(gap, wanted, &format!("{name} {dimension}.{side}"));
            }
        }
        equal_within(&given["overall"], &expected["overall_practice"], name);
        equal_within(&given["items"], &expected["items"], name);
        equal_within(&given["visibility"], &expected["visibility"], name);
        equal_within(&given["predictions"], &expected["predictions"], name);
        let steps = &expected["two_steps"];
        let wanted = json!({"overall": steps["practice"], "overall_common": steps["practice_common"],
            "all": steps["all"], "all_common": steps["all_common"]});
        assert_eq!(given["two_steps"], wanted, "{name}");
        let mut similarity = expected["similarity"].clone();
        (similarity["common"], similarity["d2"]) = (similarity["n"].take(), similarity["D2"].take());
        similarity.as_object_mut().unwrap().retain(|key, _| key != "n" && key != "D2");
        equal_within(&given["similarity"], &similarity, name);
        let priorities = &expected["priorities"];
        equal_within(
            &given["priorities"],
            &json!({"rho": priorities["rho"], "same_first": priorities["same_first"]}),
            name,
        );
        let attention = json!({"now": priorities["attention_now"], "next": priorities["attention_next"]});
        equal_within(&given["attention"], &attention, name);
        let rules: Vec<&Value> = expected["recommendations"].as_array().unwrap().iter().map(|r| &r["rule"]).collect();
        assert_eq!(given["advice"].as_array().unwrap().iter().collect::<Vec<_>>(), rules, "{name}");
        let from_input = here.run(&["compare", NAME, "-", &second], sheet(pair, "first")).ends(0).json();
        assert_eq!(from_input, given);
    }
}

/// The same fields and texts, numbers close.
#[track_caller]
fn equal_within(given: &Value, expected: &Value, place: &str) {
    match (given, expected) {
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.len(), b.len(), "{place}: {given}");
            a.iter().for_each(|(key, value)| equal_within(value, &expected[key], place));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            a.iter().zip(b).for_each(|(a, b)| equal_within(a, b, place));
        }
        _ => close(given, expected, place),
    }
}

#[test]
fn every_worked_change_is_printed() {
    let (here, worked) = (Scratch::new("changes"), worked());
    for change in worked["changes"].as_array().unwrap() {
        let (name, expected) = (change["name"].as_str().unwrap(), &change["expected"]);
        let [old, new] = ["old", "new"].map(|side| here.file(side, sheet(change[side].as_str().unwrap())));
        let given = here.run(&["change", NAME, &old, &new], "").ends(0).json();
        for dimension in ["demand", "focus", "change"] {
            for side in ["tension", "practice"] {
                let scale = &given["scales"][format!("{dimension}.{side}")];
                let wanted = &expected["scales"][dimension][side];
                close(&scale["change"], &wanted["change"], name);
                assert_eq!(scale["common"], wanted["common"], "{name}");
                assert_eq!(scale["movement"] == "moved", wanted["moved"] == true, "{name}");
            }
        }
        for field in ["old", "new", "change"] {
            close(&given["scores"]["index"][field], &expected["index"][field], name);
        }
        for item in given["items"].as_array().unwrap() {
            let number = |field: &str| item[field].as_f64().unwrap();
            close(&item["change"], &json!(number("new") - number("old")), name);
        }
        assert!(given["advice"]["gone"].is_array() && given["advice"]["still"].is_array(), "{given}");
    }
}

#[test]
fn a_comparison_says_which_input_it_refuses() {
    let here = Scratch::new("sides");
    let (good, bad) = (here.file("good.json", sheet("cio")), here.file("bad.json", r#"{"answers":{"DS1":6}}"#));
    let small = here.file("small.json", include_str!("definitions/valid/minimal.json"));
    for command in ["compare", "change"] {
        for sides in [[&good, &bad], [&bad, &good]] {
            let ran = here.run(&[command, NAME, sides[0], sides[1]], "").ends(1);
            assert!(ran.out.is_empty() && ran.err.starts_with("bad.json:1:19: error["), "{}", ran.err);
        }
        let empty = here.file("empty.json", r#"{"answers":{}}"#);
        let ran = here.run(&[command, &small, &empty, &empty], "").ends(1);
        assert!(ran.err.starts_with("small.json:1:1: error[no-comparison]"), "{}", ran.err);
        let ran = here.run(&[command, "-", &good, &good], "{").ends(1);
        assert!(ran.err.starts_with("<stdin>:1:2: error[json-syntax]"), "{}", ran.err);
        here.run(&[command, NAME, "-", "-"], "").ends(2);
        here.run(&[command, NAME, &good], "").ends(2);
        here.run(&[command, NAME, &good, "none.json"], "").ends(2);
    }
}

#[test]
fn keys_are_in_order_and_whole_numbers_are_whole() {
    let here = Scratch::new("keys");
    let out = here.run(&["score", "--jsonl", NAME], sheet("gate_5_lead")).ends(0).out;
    let keys: Vec<String> = serde_json::from_str::<Value>(&out).unwrap().as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["instrument", "scales", "metrics", "bands", "advice", "notes", "counts"]);
    let stage = r#""bands":{"stage":{"value":4,"id":"synchronizing","raw":5,"between":null,"gates":[{"gate":5,"rule":"lead_above_15","dimensions":["demand"]}],"range":[5,5],"status":"scored"},"state.demand":{"id":"leaning_overstretched"}"#;
    assert!(out.contains(stage), "{out}");
    assert!(
        out.contains(
            r#""demand.tension":{"status":"scored","value":100.0,"low":100.0,"high":100.0,"answered":4,"of":4}"#
        ),
        "{out}"
    );
}

#[test]
fn refused_answers_are_listed_with_their_place() {
    let (here, worked) = (Scratch::new("refused"), worked());
    let cases = worked["refused"].as_array().unwrap();
    assert_eq!(cases.len(), 15);
    for case in cases {
        let item = case["answers"].as_object().unwrap().keys().next().unwrap();
        let answers = here.file("answers.json", json!({ "answers": case["answers"] }).to_string());
        for command in [&["score", NAME, &answers] as &[&str], &["report", NAME, &answers]] {
            let ran = here.run(command, "").ends(1);
            assert_eq!(ran.out, "");
            assert!(ran.err.starts_with("answers.json:1:") && ran.err.contains(": error["), "{}", ran.err);
            assert!(ran.err.contains(item.as_str()) || ran.err.contains("\n  help: "), "{}", ran.err);
        }
    }
}

#[test]
fn every_way_to_name_an_input() {
    let here = Scratch::new("names");
    let answers = here.file("answers.json", sheet("cio"));
    let definition = here.file("own.json", FLAGSHIP);
    let by_name = here.run(&["score", NAME, &answers], "").ends(0).out;
    assert_eq!(here.run(&["score", &definition, &answers], "").ends(0).out, by_name);
    assert_eq!(here.run(&["score", NAME, "-"], sheet("cio")).ends(0).out, by_name);
    assert_eq!(here.run(&["score", "-", &answers], FLAGSHIP).ends(0).out, by_name);
    assert_eq!(here.run(&["check", NAME], "").ends(0).err, "bt-synchronization: no problems\n");
    assert!(here.run(&["check", "-"], "{").ends(1).out.starts_with("<stdin>:1:2: error[json-syntax] "));
    // A path that exists wins over the name.
    here.file(NAME, "[]");
    let ran = here.run(&["score", NAME, &answers], "").ends(1);
    assert!(ran.err.starts_with("bt-synchronization:1:1: error["), "{}", ran.err);
}

#[test]
fn check_lists_every_problem_as_text_and_as_json() {
    let here = Scratch::new("check");
    let broken = FLAGSHIP.replacen("\"language\"", "\"languge\"", 1).replacen("\"id\": \"DT2\"", "\"id\": \"DT1\"", 1);
    let file = here.file("broken.json", broken);
    let text = here.run(&["check", &file], "").ends(1);
    let list = here.run(&["check", &file, "--format", "json"], "").ends(1).json();
    let problems = list.as_array().unwrap();
    assert!(problems.len() > 1, "{list}");
    let heads: Vec<&str> = text.out.lines().filter(|line| !line.starts_with("  help: ")).collect();
    assert_eq!(heads.len(), problems.len());
    for (line, problem) in heads.iter().zip(problems) {
        let word = |field: &str| problem[field].as_str().unwrap();
        let place =
            format!("broken.json:{}:{}", problem["line"].as_u64().unwrap(), problem["column"].as_u64().unwrap());
        assert_eq!(*line, format!("{place}: {}[{}] {}", word("severity"), word("code"), word("message")));
        assert!(text.out.contains(&format!("  help: {}\n", word("help"))));
    }
    assert!(
        text.out.contains(
            "broken.json:6:14: error[unknown-field] unknown field `languge`\n  help: did you mean `language`?"
        ),
        "{}",
        text.out
    );
    assert_eq!(here.run(&["check", NAME, "--format", "json"], "").ends(0).json(), json!([]));
}

#[test]
fn compile_adds_the_compiled_form_and_changes_nothing_else() {
    let here = Scratch::new("compile");
    let ran = here.run(&["compile", NAME], "").ends(0);
    let mut made: Value = ran.json();
    let file = here.file("published.json", &ran.out);
    assert_eq!(here.run(&["check", &file], "").ends(0).err, "published.json: no problems\n");
    assert_eq!(here.run(&["compile", &file], "").ends(0).out, ran.out);
    // Words changed afterwards: still a definition, and the author hears of it.
    let edited = here.file("edited.json", ran.out.replacen("CIO", "CTO", 1));
    let warned = here.run(&["check", &edited], "").ends(0);
    assert!(warned.out.contains(": warning[not-compiled] "), "{}", warned.out);
    assert_eq!(here.run(&["compile", "-"], "{").ends(1).out, "");
    let compiled = made.as_object_mut().unwrap().remove("compiled").unwrap();
    assert!(compiled.as_str().unwrap().len() > 1_000);
    let written: Value = serde_json::from_str(FLAGSHIP).unwrap();
    same(&made, &written, "compiled");
}

#[test]
fn simulate_prints_what_respondents_would_get() {
    let here = Scratch::new("simulate");
    let all = here.run(&["simulate", NAME, "--kind", "yes", "--n", "1", "--format", "json"], "").ends(0).json();
    let number = |value: &Value| value.as_u64().unwrap();
    assert_eq!((number(&all["n"]), number(&all["seed"])), (1, 1));
    let ran = here.run(&["simulate", NAME, "--n", "20", "--seed", "3"], "").ends(0);
    assert!(ran.out.starts_with("20 respondents, mixed, seed 3\n"), "{}", ran.out);
    // Each level of the only band has a share, and none of them is missing.
    let levels = ran.out.split("\nStage\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let shares = levels.map(|line| line.split_whitespace().rev().nth(1).unwrap().parse::<f64>().unwrap());
    assert!((shares.sum::<f64>() - 100.0).abs() < 0.5, "{}", ran.out);
    assert!(here.run(&["simulate", NAME, "--n", "0"], "").ends(1).err.contains("error[bad-count]"));
    assert!(here.run(&["simulate", "-"], "{").ends(1).err.contains("error[json-"));
    here.run(&["simulate", NAME, "--kind", "best"], "").ends(2);
}

/// The worked sheets that make up a group, a line each.
fn group_lines(case: &Value) -> String {
    case["members"].as_array().unwrap().iter().map(|name| sheet(name.as_str().unwrap()) + "\n").collect()
}

#[test]
fn a_group_is_added_up_from_lines_and_from_sums() {
    let (here, worked) = (Scratch::new("cohort"), worked());
    let case = &worked["groups"][2];
    let lines = group_lines(case);
    let ran = here.run(&["cohort", NAME, "-", "--anonymous", "--summary", "all.json"], &lines).ends(0);
    let group = ran.json();
    let counts = ["n", "doubled", "refused", "cell"].map(|field| group[field].as_u64().unwrap());
    assert_eq!((counts, &group["status"]), ([6, 0, 0, 5], &json!("shown")));
    for (item, wanted) in
        group["all"]["items"].as_array().unwrap().iter().zip(case["expected"]["items"].as_array().unwrap())
    {
        assert_eq!(item["id"], wanted["id"]);
        let hidden = wanted["mean"].is_null();
        close(if hidden { &Value::Null } else { &item["mean"] }, &wanted["mean"], "mean");
    }
    // From two files, in another order, one line twice, bad ones among them.
    let mut split: Vec<&str> = lines.lines().collect();
    split.reverse();
    let (first, second) = split.split_at(2);
    let first = here.file("first.jsonl", first.join("\n"));
    let second = [second.join("\n").as_str(), "", "not JSON", second[0], "{\"answers\":{\"DS1\":9}}"].join("\n");
    let second = here.file("second.jsonl", second);
    let ran = here.run(&["cohort", NAME, &first, &second, "--anonymous"], "").ends(1);
    assert!(ran.err.contains("second.jsonl:6:1:1: error[json-syntax]"), "{}", ran.err);
    let mut same = ran.json();
    assert_eq!([&same["doubled"], &same["refused"]], [1, 2]);
    same["doubled"] = json!(0);
    same["refused"] = json!(0);
    assert_eq!(same, group);
    // From the sums of both.
    here.run(&["cohort", NAME, &first, "--summary", "a.json"], "").ends(0);
    here.run(&["cohort", NAME, &second, "--summary", "b.json"], "").ends(1);
    let merged = here.run(&["cohort", NAME, "--anonymous", "--merge", "b.json", "a.json"], "").ends(0);
    assert_eq!(merged.json()["all"], group["all"]);
    let text = fs::read_to_string(here.0.join("all.json")).unwrap();
    assert!(!text.contains(".0,"), "whole numbers are whole");
    let again = here.run(&["cohort", NAME, "--merge", "all.json", "--anonymous"], "").ends(0);
    assert_eq!(again.json(), group);
    // Doubles are kept on request, and more are asked for on request.
    let kept = here.run(&["cohort", NAME, &second, "--keep-doubles", "--cell", "4"], "").ends(1).json();
    assert_eq!(["n", "doubled", "cell"].map(|field| kept[field].as_u64().unwrap()), [5, 0, 4]);
    let soon = here.run(&["cohort", NAME, "--merge", "all.json", "--anonymous", "--published", "5"], "").ends(0).json();
    assert_eq!((&soon["status"], &soon["all"]), (&json!("too_soon"), &Value::Null));
}

#[test]
fn those_who_look_after_an_instrument_see_how_it_has_done() {
    let (here, worked) = (Scratch::new("calibrate"), worked());
    let lines = group_lines(&worked["groups"][1]).repeat(3);
    let run = |more: &[&str]| here.run(&[&["cohort", NAME, "-", "--calibrate"], more].concat(), &lines);
    let few = run(&[]).ends(0).json();
    assert_eq!((&few["status"], &few["n"], &few["scales"]), (&json!("too_few"), &json!(9), &Value::Null));
    let given = run(&["--keep-doubles", "--summary", "sums.json"]).ends(0).json();
    assert_eq!((&given["status"], &given["n"], given.get("all")), (&json!("shown"), &json!(27), None));
    assert!(given["scales"][0]["items"][0]["item_total"].is_number());
    assert_eq!(here.run(&["cohort", NAME, "--merge", "sums.json", "--calibrate"], "").ends(0).json(), given);
    // What says how a group is shown says nothing here.
    assert!(run(&["--anonymous"]).ends(2).err.contains("cannot be used with"));
}

#[test]
fn a_group_of_links_is_the_group_of_their_answers() {
    let (here, worked) = (Scratch::new("links"), worked());
    let core = tautline::api::Assessment::load(FLAGSHIP.as_bytes());
    let lines = group_lines(&worked["groups"][2]);
    let link = |line: &str| core.link(line.as_bytes()).get("ok").get("value").text().to_owned();
    let tokens: Vec<String> = lines.lines().map(link).collect();
    let group = here.run(&["cohort", NAME, "-"], &lines).ends(0).json();
    assert_eq!(here.run(&["cohort", NAME, "-"], tokens.join("\n")).ends(0).json(), group);
    let mail = format!("Mine: https://a.example/#r={} and his {}", tokens[1], tokens[0]);
    let mixed = [&mail, &tokens[2], lines.lines().nth(3).unwrap(), &tokens[5], &tokens[4]].map(String::from).join("\n");
    assert_eq!(here.run(&["cohort", NAME, "-"], &mixed).ends(0).json(), group);
    // Doubles, a damaged link and a line that is nothing are told apart.
    let bad = format!("{mixed}\n{}\n#r={}\nnothing\n", tokens[5], tokens[0].get(..30).unwrap());
    let ran = here.run(&["cohort", NAME, "-"], &bad).ends(1);
    assert!(ran.err.contains(":7:1:1: error[link-truncated] a part of this link is missing"), "{}", ran.err);
    assert!(ran.err.contains(":8:1:1: error[json-syntax]"), "{}", ran.err);
    let given = ran.json();
    assert_eq!([&given["n"], &given["doubled"], &given["refused"]], [6, 1, 2]);
    let kept = here.run(&["cohort", NAME, "-", "--keep-doubles"], &bad).ends(1).json();
    assert_eq!([&kept["n"], &kept["doubled"]], [7, 0]);
}

#[test]
fn a_benchmark_is_made_of_a_group_and_a_result_placed_against_it() {
    let here = Scratch::new("benchmark");
    // Scores of 0, 5, 10 ... 95 in one scale, the worst question first.
    let line = |n: usize| {
        let answer = |item: usize| 1 + (n * 4).saturating_sub(item * 16).min(16) / 4;
        let turned = 6 - answer(4);
        format!(
            r#"{{"answers":{{"CS1":{},"CS2":{},"CS3":{},"CS4":{},"CS5":{turned}}}}}"#,
            answer(0),
            answer(1),
            answer(2),
            answer(3)
        )
    };
    let lines: Vec<String> = (0..20).map(line).collect();
    let file = here.file("sheets.jsonl", lines.join("\n"));
    let made = ["cohort", NAME, &file, "--benchmark", "bench.json", "--date", "2026-11-25", "--source", "A circle"];
    here.run(&made, "").ends(0);
    let text = fs::read_to_string(here.0.join("bench.json")).unwrap();
    let bench: Value = serde_json::from_str(&text).unwrap();
    let practice = bench["scales"].as_array().unwrap().iter().find(|scale| scale["id"] == "change.practice").unwrap();
    let hidden = json!({"hidden": "too_few"});
    let wanted =
        json!({"id": "change.practice", "n": 20, "p10": hidden, "p25": 22.5, "p50": 47.5, "p75": 72.5, "p90": hidden});
    assert_eq!(*practice, wanted);
    let placed = here.run(&["place", NAME, "-", "bench.json"], &lines[10]).ends(0).json();
    assert_eq!(["source", "date"].map(|field| placed[field].clone()), ["A circle", "2026-11-25"]);
    let found = placed["scales"].as_array().unwrap().iter().find(|scale| scale["score"]["id"] == "change.practice");
    // 50, and a wobble of 9.
    assert_eq!((&found.unwrap()["score"]["value"], &found.unwrap()["place"]), (&json!(50), &json!("within")));
    // What does not fit is said of the file it is in, and shows nothing.
    let other = here.file("other.json", text.replace("c1035691", "00000000"));
    let ran = here.run(&["place", NAME, "-", &other], &lines[10]).ends(1);
    assert!(ran.err.contains("error[other-edition]") && ran.err.contains("other.json:3:"), "{}", ran.err);
    assert_eq!(ran.out, "");
    for (more, code) in [(["--minimum", "21"], "too-few-sheets"), (["--minimum", "19"], "out-of-range")] {
        let ran = here.run(&[&made[..], &more[..]].concat(), "").ends(1);
        assert!(ran.err.contains(&format!("error[{code}]")), "{}", ran.err);
    }
    here.run(&["cohort", NAME, &file, "--benchmark", "bench.json", "--source", "A circle"], "").ends(2);
    here.run(&["cohort", NAME, &file, "--date", "2026-11-25"], "").ends(2);
}

#[test]
fn a_group_compares_roles_and_says_what_is_wrong() {
    let (here, worked) = (Scratch::new("compare"), worked());
    let case = &worked["groups"][1];
    let lines: String = group_lines(case)
        .lines()
        .zip(case["roles"].as_array().unwrap())
        .map(|(line, role)| {
            let mut sheet: Value = serde_json::from_str(line).unwrap();
            sheet["role"] = role.clone();
            sheet.to_string() + "\n"
        })
        .collect();
    let file = here.file("sheets.jsonl", &lines);
    let group = here.run(&["cohort", NAME, &file], "").ends(0).json();
    let named = here.run(&["cohort", NAME, &file, "--compare", "ceo,business", "cio,technology"], "").ends(0).json();
    assert_eq!(named["sides"]["scales"], group["sides"]["scales"]);
    let other = here.run(&["cohort", NAME, &file, "--compare", "ceo", "cio"], "").ends(0).json();
    assert_eq!(other["sides"]["second"], json!({"label": null, "roles": ["cio"]}));
    for dimension in ["demand", "focus", "change"] {
        let sides = group["sides"]["scales"].as_array().unwrap();
        let found = sides.iter().find(|side| side["scale"] == format!("{dimension}.practice")).unwrap();
        close(&found["hedges_g"], &case["expected"]["hedges_g"][dimension], dimension);
    }
    let ran = here.run(&["cohort", NAME, &file, "--compare", "ceo", "cfo"], "").ends(1);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("error[unknown-role]"), "{}", ran.err);
    assert!(here.run(&["cohort", NAME], "").ends(2).err.contains("<FILES>"));
    here.run(&["cohort", NAME, "missing.jsonl"], "").ends(2);
    here.run(&["cohort", "-", "-"], "").ends(2);
    here.run(&["cohort", NAME, &file, "--summary", "no/such/folder.json"], "").ends(2);
    assert!(
        here.run(&["cohort", NAME, "--merge", &file], "").ends(1).err.contains("sheets.jsonl:2:1: error[json-syntax]")
    );
}

#[test]
fn files_are_units_where_they_are_to_be() {
    let (here, worked) = (Scratch::new("units"), worked());
    let case = &worked["groups"][1];
    let mut units = BTreeMap::<&str, String>::new();
    for (line, unit) in group_lines(case).lines().zip(case["units"].as_array().unwrap()) {
        units.entry(unit.as_str().unwrap()).or_default().extend([line, "\n"]);
    }
    let files: Vec<String> = units.iter().map(|(unit, lines)| here.file(&format!("{unit}.jsonl"), lines)).collect();
    let mut call = vec!["cohort", NAME, "--units"];
    call.extend(files.iter().map(String::as_str));
    let group = here.run(&call, "").ends(0).json();
    for dimension in ["demand", "focus", "change"] {
        for side in ["tension", "practice"] {
            let scales = group["units"]["scales"].as_array().unwrap();
            let found = scales.iter().find(|scale| scale["scale"] == format!("{dimension}.{side}")).unwrap();
            let wanted = &case["expected"]["icc"][dimension][side];
            for field in ["units", "icc1", "icc2"] {
                close(&found[field], &wanted[field], field);
            }
        }
    }
    call.remove(2);
    assert!(here.run(&call, "").ends(0).json()["units"].is_null());
}

#[test]
fn bad_input_of_every_kind_is_a_list_of_problems() {
    let here = Scratch::new("bad");
    let nested = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let answers = |fields: &str| format!("{{\"answers\":{{{fields}}}}}");
    let inputs = [
        ("", "json-syntax"),
        ("not json", "json-syntax"),
        (&nested, "json-depth"),
        (&" ".repeat(10_000_000), "too-large"),
        ("{\"a\":1,\"a\":2}", "json-repeated-key"),
        ("{\"answer\":{}}", "unknown-field"),
        (&answers("\"DS1\":3,\"DS1\":4"), "json-repeated-key"),
        ("[]", ""),
        (&answers("\"DS1\":[]"), ""),
    ];
    for (input, code) in inputs {
        let file = here.file("bad.json", input);
        for arguments in
            [&["check", &file] as &[&str], &["score", NAME, &file], &["report", NAME, &file], &["score", &file, &file]]
        {
            let ran = here.run(arguments, "").ends(1);
            let told = if arguments[0] == "check" { &ran.out } else { &ran.err };
            assert!(told.starts_with("bad.json:") && told.contains("error["), "{told}");
            // A definition has other fields, so not every code is the same there.
            let same = ["json-syntax", "json-depth", "too-large"].contains(&code) || arguments[..2] == ["score", NAME];
            assert!(!same || told.contains(&format!("error[{code}")), "{code}: {told}");
        }
        let lines = here.run(&["score", "--jsonl", &file], "{}").ends(1);
        assert_eq!(lines.out, "", "a refused definition scores nothing");
    }
    let file = here.file("bytes.json", [b'"', 0xff, b'"']);
    assert!(here.run(&["check", &file], "").ends(1).out.contains("error[not-utf8]"));
}

#[test]
fn usage_and_files_that_cannot_be_read_end_with_2() {
    let here = Scratch::new("usage");
    for arguments in [
        &[] as &[&str],
        &["score"],
        &["score", NAME],
        &["frobnicate"],
        &["check", NAME, "--format", "html"],
        &["check", "missing.json"],
        &["score", NAME, "missing.json"],
        &["score", "--jsonl", NAME, "missing.jsonl"],
        &["check", "."],
        &["score", "-", "-"],
        &["score", "--jsonl", "-"],
    ] {
        let ran = here.run(arguments, "").ends(2);
        assert_eq!(ran.out, "", "{arguments:?}");
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    let ran = here.run(&["check", "missing.json"], "").ends(2);
    assert!(ran.err.starts_with("tautline: cannot read missing.json: ") && ran.err.lines().count() == 1, "{}", ran.err);
    let help = here.run(&["--help"], "").ends(0).out;
    assert!(help.contains("Examples:") && help.contains("tautline check"), "{help}");
    assert_eq!(here.run(&["--version"], "").ends(0).out, format!("tautline {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_import_says_what_it_lost() {
    let here = Scratch::new("import");
    let whole = here.file("whole.csv", "text,choices,scale\nOne?,no|yes,s\nTwo?,,s\n");
    let ran = here.run(&["import", "csv", &whole], "").ends(0);
    assert_eq!(ran.json()["items"][1]["text"], "Two?");
    assert!(ran.err.lines().all(|line| line.starts_with("assumed: ")) && !ran.err.is_empty(), "{}", ran.err);
    here.run(&["check", "-"], &ran.out).ends(0);

    let part = here.file("part.csv", "text,choices,color\nOne?,no|yes,red\nTwo?,few,\n");
    let ran = here.run(&["import", "csv", &part, "-o", "part.json", "--report", "losses.json"], "").ends(2);
    assert_eq!(ran.out, "");
    let lost: Vec<&str> = ran.err.lines().filter(|line| line.starts_with("lost: ")).collect();
    assert_eq!(
        lost,
        [
            "lost: /1/color `color`: this column has no meaning here, or occurs twice; instead: nothing",
            "lost: /3/choices choices: fewer than two choices; instead: the question is left out",
        ]
    );
    here.run(&["check", "part.json"], "").ends(0);
    let report: Value = serde_json::from_slice(&fs::read(here.0.join("losses.json")).unwrap()).unwrap();
    assert_eq!(report["losses"][1]["at"], "/3/choices");
    assert!(!report["assumptions"].as_array().unwrap().is_empty());

    let ran = here.run(&["import", "surveyjs", "-", "-o", "none.json"], "{\"pages\": [}").ends(1);
    assert!(ran.err.starts_with("<stdin>:1:12: error[json-syntax] "), "{}", ran.err);
    assert!(!here.0.join("none.json").exists());
    here.run(&["import", "csv", "missing.csv"], "").ends(2);
    here.run(&["import", "word", &whole], "").ends(2);
}

#[test]
fn a_definition_is_translated_and_what_is_not_is_listed() {
    let scratch = Scratch::new("translate");
    let quiz = scratch.file("quiz.json", include_str!("wide/quiz.json"));
    let template = scratch.run(&["translate", &quiz, "--language", "de", "--template"], "").ends(0);
    let mut texts = template.json();
    assert_eq!(texts["language"], "de");
    texts["title"] = json!("Alles, was ein Quiz fragen kann");
    texts["pages"][0].as_object_mut().unwrap().remove("title");
    texts["items"].as_array_mut().unwrap().push(json!({"id": "gone", "text": "Weg?"}));
    let german = scratch.file("de.json", texts.to_string());
    let arguments =
        ["translate", &quiz, "--language", "de", "--with", &german, "-o", "quiz-de.json", "--report", "left.json"];
    let ran = scratch.run(&arguments, "").ends(2);
    for line in ["/pages/0/title: not translated", "/items/0/text: reads like the original", "no such entry: gone"] {
        assert!(ran.err.contains(line), "{line}: {}", ran.err);
    }
    let read = |name: &str| -> Value { serde_json::from_slice(&fs::read(scratch.0.join(name)).unwrap()).unwrap() };
    assert_eq!(read("quiz-de.json")["title"], "Alles, was ein Quiz fragen kann");
    assert_eq!(read("left.json")["missing"], json!(["/pages/0/title"]));
    let refused = scratch.run(&["translate", &quiz, "--language", "fr"], "").ends(1);
    assert!(refused.err.contains("no-translation"), "{}", refused.err);
}

#[test]
fn answers_of_an_earlier_edition_are_carried_over() {
    let here = Scratch::new("migrate");
    let definition = here.file("now.json", include_str!("wide/edition.json"));
    let whole = here.file("whole.json", r#"{"version": "1.0", "answers": {"A1": 2, "same": 3}}"#);
    let ran = here.run(&["migrate", &definition, &whole], "").ends(0);
    assert_eq!(ran.json()["answers"], json!({"B1": "high", "same": 3}));
    let ran = here.run(&["migrate", &definition, "-"], r#"{"version": "1.0", "answers": {"A2": 2}}"#).ends(2);
    assert_eq!(
        (ran.json()["answers"].clone(), ran.err.as_str()),
        (json!({}), "lost: /answers/A2: this edition has no place for it\n")
    );
    let ran = here.run(&["migrate", &definition, "-"], r#"{"version": "0.9", "answers": {}}"#).ends(1);
    assert!(ran.err.contains("no-migration"), "{}", ran.err);
}

#[test]
fn a_report_says_what_only_some_definitions_have() {
    let here = Scratch::new("wide-report");
    let profile = here.file("profile.json", include_str!("wide/profile.json"));
    let answers = r#"{"role": "b", "answers": {"X1": 4, "X2": 2, "Y1": 1}}"#;
    let text = here.run(&["report", &profile, "-"], answers).ends(0).out;
    // The profile is 87.5 and 25: 78.125, 390.625 and 1015.625 are the squares of the distances.
    for line in [
        "The planner         9",
        "The soloist        20",
        "The middle         32",
        "Planning      80     88          +8",
        "Planning      90     88          \u{2212}3",
        "Planning     88          84  percentile  People who were asked, n = 120",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    // Neither advice nor a wobble nor a goal stands in this definition.
    for word in ["Commitments", "wobble", "goal"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    let quiz = here.file("quiz.json", include_str!("wide/quiz.json"));
    let answers = r#"{"answers": {"one": "rome", "several": [2, 3], "word": {"text": "<b>Lutetia</b>"}}}"#;
    let text = here.run(&["report", &quiz, "-"], answers).ends(0).out;
    for line in [
        // Two of three marks, of 13: who chose two primes is asked one more.
        "2 of 13 marks: 15 of 100",
        "Not passed: 60 of 100 are needed.",
        "Not this time.",
        "Which is a capital on a fjord? [not right, 0 of 1]",
        "Your answer: Rome",
        "Right: Oslo",
        "Which are prime? [partly right, 2 of 3]",
        "Which are even? [not answered, 0 of 1]",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let html = here.run(&["report", &quiz, "-", "--format", "html"], answers).ends(0).out;
    assert!(html.contains("&lt;b&gt;Lutetia") && !html.contains("<b>Lutetia"), "{html}");
}

#[test]
fn a_folder_is_imported_as_a_whole() {
    let here = Scratch::new("folder");
    let pond = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/samm/pond");
    let ran = here.run(&["import", "samm", pond.to_str().unwrap()], "").ends(2);
    assert_eq!(ran.json()["items"].as_array().unwrap().len(), 19);
    assert!(ran.err.contains("lost: /business_functions/Land.yml/model model: "), "{}", ran.err);
    let harbour = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/qti/harbour");
    let ran = here.run(&["import", "qti", harbour.to_str().unwrap()], "").ends(2);
    assert_eq!(ran.json()["items"].as_array().unwrap().len(), 12);
    fs::create_dir(here.0.join("empty")).unwrap();
    here.run(&["import", "samm", "empty"], "").ends(2);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let here = Scratch::new("pipe");
    let line = sheet("cio") + "\n";
    let mut child = here.command(&["score", "--jsonl", NAME]).spawn().unwrap();
    let mut output = child.stdout.take().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || (0..5_000).all(|_| input.write_all(line.as_bytes()).is_ok()));
    output.read_exact(&mut [0; 100]).unwrap();
    drop(output);
    let ran = Ran::from(child.wait_with_output().unwrap()).ends(0);
    assert_eq!(ran.err, "");
    assert!(!writer.join().unwrap(), "the program read on for nobody");
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_ends_with_2() {
    let here = Scratch::new("full");
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = here.command(&["check", "-", "--format", "json"]).stdout(full).output().unwrap();
    let ran = Ran::from(output).ends(2);
    assert!(ran.err.starts_with("tautline: cannot write the output: "), "{}", ran.err);
}

#[test]
fn the_report_as_data_is_the_report_of_the_core() {
    let here = Scratch::new("data");
    for name in ["cio", "dont_know_heavy", "nothing_answered"] {
        let ran = here.run(&["report", NAME, "-", "--format", "json"], sheet(name)).ends(0);
        let core = support::accepted(support::flagship().finish(sheet(name).as_bytes()));
        let fields = core["report"].as_object().unwrap();
        let printed = ran.json();
        assert_eq!(printed.as_object().unwrap().keys().collect::<Vec<_>>(), fields.keys().collect::<Vec<_>>());
        equal(&printed, &core["report"]);
    }
}

/// Equal, whole numbers however they are written.
#[track_caller]
fn equal(a: &Value, b: &Value) {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) if x.len() == y.len() => x.iter().for_each(|(key, x)| equal(x, &y[key])),
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => x.iter().zip(y).for_each(|(x, y)| equal(x, y)),
        _ => same(a, b, "report"),
    }
}

#[test]
fn the_report_as_text_is_whole_in_order_and_80_wide() {
    let (here, worked) = (Scratch::new("text"), worked());
    for one in worked["sheets"].as_array().unwrap() {
        let text = here.run(&["report", NAME, "-"], sheet_document(one)).ends(0).out;
        let long = text.lines().find(|line| line.chars().count() > 80 && !line.trim_start().starts_with('<'));
        assert_eq!(long, None, "{}", one["name"]);
        let marks = [
            "Pressure and practice\n",
            "Dimension by dimension\n",
            "Index of practice and stage\n",
            "Commitments for the next",
            "How this was computed\n",
            "About these answers\n",
            "For orientation\n",
            "About this check\n",
        ];
        let places: Vec<usize> =
            marks.iter().map(|mark| text.find(mark).unwrap_or_else(|| panic!("{mark}{text}"))).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(text.contains("Stage 5 is rare by construction"), "the note beside the stage");
        assert_eq!(
            text.contains("provisional"),
            one["expected"].to_string().contains("provisional"),
            "{}",
            one["name"]
        );
    }
    let text = here.run(&["report", NAME, "-"], sheet("cio")).ends(0).out;
    for words in [
        "Pressure is running ahead of practice in Change. In step: Demand and Focus.\n",
        "Change           69        50  Pressure ahead by 19  Leaning overstretched\n",
        "typical wobble 44 to 56, assumed until data exist",
        "Stage 3, Aligned\n",
        "20 of 100 points are meant to move.\n",
    ] {
        assert!(text.contains(words), "{words}{text}");
    }
}

#[test]
fn a_gate_on_a_single_answer_is_named_without_a_dimension() {
    let here = Scratch::new("gate");
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/www/instruments/samples/data-maturity.json");
    let examples: Value = serde_json::from_str(include_str!("vectors/samples/data-maturity.json")).unwrap();
    let one =
        examples.as_array().unwrap().iter().find(|one| one["name"] == "level 4 by number, no named owner").unwrap();
    let answers = serde_json::json!({"instrument": "data-maturity", "answers": one["answers"]});
    let text = here.run(&["report", sample, "-"], answers.to_string()).ends(0).out.replace('\n', " ");
    assert!(text.contains("alone says level 4; important data sets have no named owner."), "{text}");
}

#[test]
fn the_page_allows_its_own_style_and_nothing_else() {
    let here = Scratch::new("page");
    for name in ["cio", "all_middle", "dont_know_heavy", "nothing_answered"] {
        let html = here.run(&["report", NAME, "-", "--format", "html"], sheet(name)).ends(0).out;
        let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        let policy = html.split("style-src &#39;sha256-").nth(1).unwrap().split("&#39;").next().unwrap();
        assert!(html.contains("default-src &#39;none&#39;"));
        assert_eq!(policy, base64(&Sha256::digest(style)));
        assert_eq!((html.matches("<style>").count(), html.matches("<main>").count()), (1, 1));
        for forbidden in ["<script", " style=", " onload", "<img", "<link", "javascript:", "url(", "@import"] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert_eq!(html.matches("<a ").count(), html.matches(" rel=\"noopener noreferrer\"").count());
        assert_eq!(html.matches("<a href=\"http").count(), html.matches("<a ").count());
        well_formed(&html);
    }
}

#[test]
fn two_editions_are_put_side_by_side() {
    let here = Scratch::new("diff");
    let mut new: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let same = here.file("same.json", FLAGSHIP);
    let ran = here.run(&["diff", NAME, &same], "").ends(0);
    assert!(ran.out.contains("\nFindings\n  none\n\nChanges\n  none\n"), "{}", ran.out);
    new["items"][0]["text"] = json!("How many?");
    new["scales"][0]["missing"]["scored"] = json!(1);
    let changed = here.file("new.json", new.to_string());
    let ran = here.run(&["diff", NAME, &changed], "").ends(0);
    assert_eq!(ran.err, "");
    for line in [
        "  error[same_version] ",
        "    help: raise the version\n",
        "  words    items DT1 text: changed\n",
        "           + How many?\n",
        "  changed    scale demand.tension\n",
        "             reworded: DT1\n",
        "  add to `editions`: {\"version\": \"1.0\", \"fingerprint\": \"c1035691\", \"src\": \"./bt-synchronization-1.0.json\"}\n",
    ] {
        assert!(ran.out.contains(line), "{line}{}", ran.out);
    }
    new["choice_sets"][0]["choices"].as_array_mut().unwrap().pop();
    let wide = here.run(&["diff", NAME, "-"], new.to_string()).ends(0).out;
    assert!(wide.contains("             and "), "{wide}");
    let data = here.run(&["diff", "-", &changed, "--format", "json"], FLAGSHIP).ends(0).json();
    assert_eq!(data["old"]["fingerprint"], "c1035691");
    assert_eq!(data["links"]["open"], "no");
    let ran = here.run(&["diff", NAME, "-"], "{").ends(1);
    assert!(ran.err.starts_with("<stdin>:1:2: error[json-syntax]") && ran.out.is_empty(), "{}", ran.err);
    here.run(&["diff", "-", "-"], "").ends(2);
    here.run(&["diff", NAME], "").ends(2);
}

/// Every element that is opened is closed, in order.
#[track_caller]
fn well_formed(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(2).filter_map(|part| part.split('>').next()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.starts_with("meta") => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert_eq!(open, [""; 0]);
}

/// Slow and plain, unlike the one under test.
fn base64(bytes: &[u8]) -> String {
    let digits: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let bits = bytes.iter().fold(String::new(), |bits, byte| bits + &format!("{byte:08b}"));
    let sixes = bits.as_bytes().chunks(6).map(|six| format!("{:0<6}", String::from_utf8_lossy(six)));
    let text: String = sixes.map(|six| digits[usize::from_str_radix(&six, 2).unwrap()]).collect();
    let padding = "=".repeat((4 - text.len() % 4) % 4);
    text + &padding
}

#[test]
fn hostile_words_stay_words() {
    let here = Scratch::new("hostile");
    let hostile = r#"<script>alert('1')</script>"><img src=x onerror=alert(1)>&amp;"#;
    let mut definition: Value = serde_json::from_str(FLAGSHIP).unwrap();
    let mut changed = 0;
    make_hostile(&mut definition, hostile, &mut changed);
    assert!(changed > 200, "{changed}");
    let file = here.file("hostile.json", definition.to_string());
    let html = here.run(&["report", &file, "-", "--format", "html"], sheet("cio")).ends(0).out;
    let escaped =
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;";
    assert!(html.matches(escaped).count() > 100, "the words are there");
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("alert('1')"));
    well_formed(&html);
    let text = here.run(&["report", &file, "-"], sheet("cio")).ends(0).out;
    assert!(text.contains("<script>alert('1')</script>"), "in plain text they are only words");
}

/// Every text, title and label of a definition.
fn make_hostile(value: &mut Value, words: &str, changed: &mut usize) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let worded = [
                    "text",
                    "title",
                    "label",
                    "owner",
                    "first_step",
                    "sign",
                    "note",
                    "license",
                    "now_title",
                    "across_title",
                ];
                if worded.contains(&key.as_str()) && value.is_string() {
                    *value = words.into();
                    *changed += 1;
                } else {
                    make_hostile(value, words, changed);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| make_hostile(value, words, changed)),
        _ => {}
    }
}
