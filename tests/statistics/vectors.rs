//! All vectors under `statistics` of the worked examples.

use super::{
    Group, a_wg, average_deviation, cohen_d, columns, deviation, disagreements, feldt, group, hedges_g, kendall_w,
    longest_run, mean, measurement_error, median, one_way, pearson, profile, r_star, rank_sums, rwg_j, scatter,
    spearman, strict, two_way,
};
use crate::number::{centroid_weight, root};
use serde_json::{Value, json};

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn rows(list: &Value) -> Vec<Vec<f64>> {
    list.as_array().unwrap().iter().map(numbers).collect()
}

/// The rows without a gap.
fn complete(list: &Value) -> Vec<Vec<f64>> {
    let row = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect();
    list.as_array().unwrap().iter().filter_map(row).collect()
}

fn bounds(interval: Option<(f64, f64)>) -> Value {
    interval.map_or(Value::Null, |(low, high)| json!([low, high]))
}

fn reliability(given: &Value) -> Value {
    let rows = complete(&given["rows"]);
    let scatter = scatter(&rows);
    let (alpha, spread) = (scatter.alpha(), scatter.deviation().unwrap());
    json!({
        "n": rows.len(),
        "alpha": alpha,
        "item_total": scatter.item_total(),
        "alpha_if_deleted": scatter.alpha_if_deleted(),
        "feldt95": bounds(alpha.and_then(|alpha| feldt(alpha, rows.len(), scatter.items(), 0.95))),
        "sd_of_sum": spread,
        "sem_of_sum": alpha.map(|alpha| measurement_error(spread, alpha)),
    })
}

fn agreement(given: &Value) -> Value {
    let raters = rows(&given["raters"]);
    let choices = usize::try_from(given["choices"].as_u64().unwrap()).unwrap();
    let apart = disagreements(&raters, choices).unwrap();
    let items = columns(&raters);
    let single: Vec<f64> = apart.iter().map(|share| r_star(&[*share]).unwrap()).collect();
    let about = |centre: fn(&[f64]) -> Option<f64>| -> Vec<_> {
        items.iter().map(|item| average_deviation(item, centre(item).unwrap())).collect()
    };
    json!({
        "rwg": single.iter().map(|rwg| rwg.max(0.0)).collect::<Vec<f64>>(),
        "rwg_untruncated": single,
        "rwg_j": rwg_j(&apart),
        "r_star_wg": r_star(&apart),
        "ad_mean": about(mean),
        "ad_median": about(median),
        "a_wg": items.iter().map(|item| a_wg(item, choices)).collect::<Vec<_>>(),
    })
}

fn between(given: &Value) -> Value {
    let groups: Vec<Group> = rows(&given["groups"]).iter().map(|xs| group(xs)).collect();
    let icc = one_way(&groups).unwrap();
    // The parts have no function of their own: they follow from the two.
    json!({ "icc1": icc.single, "icc2": icc.mean })
}

fn computed(statistic: &str, given: &Value) -> Value {
    let list = |field: &str| numbers(&given[field]);
    match statistic {
        "alpha" => reliability(given),
        "feldt" => {
            let whole = |field: &str| usize::try_from(given[field].as_u64().unwrap()).unwrap();
            let [alpha, level] = ["alpha", "level"].map(|field| given[field].as_f64().unwrap());
            json!({ "bounds": bounds(feldt(alpha, whole("n"), whole("k"), level)) })
        }
        "sem" => {
            let sd = deviation(&list("scores")).unwrap();
            json!({ "sd": sd, "sem": measurement_error(sd, given["reliability"].as_f64().unwrap()) })
        }
        "icc_two_way" => {
            let icc = two_way(&rows(&given["rows"])).unwrap();
            let names = ["icc_1_1", "icc_1_k", "icc_2_1", "icc_2_k", "icc_3_1", "icc_3_k"];
            names.into_iter().zip(icc).map(|(name, icc)| (name.to_owned(), json!(icc))).collect()
        }
        "icc_oneway" => between(given),
        "agreement" => agreement(given),
        "kendall_w" => {
            let rankings = rows(&given["ranks"]);
            json!({ "W": kendall_w(&rank_sums(&rankings), rankings.len()) })
        }
        "rank_rho" => {
            let options = given["first"].as_array().unwrap();
            let order = |field: &str| -> Vec<usize> {
                let place = |id| options.iter().position(|other| other == id).unwrap();
                given[field].as_array().unwrap().iter().map(place).collect()
            };
            json!({ "rho": strict(&order("first"), &order("second")) })
        }
        "spearman" => json!({ "rho": spearman(&list("x"), &list("y")) }),
        "hedges" => {
            let (x, y) = (group(&list("x")), group(&list("y")));
            json!({ "d": cohen_d(&x, &y), "g": hedges_g(&x, &y) })
        }
        "profile" => {
            let p = profile(&list("x"), &list("y")).unwrap();
            json!({ "D2": p.distance, "elevation": p.elevation, "scatter": p.scatter, "shape": p.shape, "r": pearson(&list("x"), &list("y")), "icc_de": p.likeness })
        }
        "longstring" => json!({ "longstring": longest_run(&list("answers")) }),
        "irv" => json!({ "irv": deviation(&list("answers")) }),
        _ => elsewhere(statistic, given),
    }
}

/// What scoring computes, whose own examples run through the facade.
fn elsewhere(statistic: &str, given: &Value) -> Value {
    match statistic {
        "roc" => {
            let m = usize::try_from(given["m"].as_u64().unwrap()).unwrap();
            json!({ "weights": (1..=m).map(|rank| centroid_weight(rank, m)).collect::<Vec<_>>() })
        }
        "geometric" => {
            let scores = numbers(&given["S"]);
            let floored: Vec<f64> = scores.iter().map(|s| s.max(5.0)).collect();
            let index = root(floored.iter().product(), 3);
            let ends = (scores.iter().copied().fold(0.0, f64::max), scores.iter().copied().fold(100.0, f64::min));
            json!({
                "index": index, "mean": mean(&scores), "balance": index / mean(&floored).unwrap(), "range": ends.0 - ends.1,
            })
        }
        "split_distance" => {
            let definition = include_bytes!("../../www/instruments/bt-synchronization.json");
            let result = scored(definition, &json!({ "FT1": given["a"], "P3": given["b"] }));
            let shift = result["metrics"].as_array().unwrap().iter().find(|score| score["id"] == "attention_shift");
            json!({ "distance": shift.unwrap()["value"] })
        }
        "missing" => missing(given),
        _ => panic!("{statistic} has no function"),
    }
}

fn scored(definition: &[u8], answers: &Value) -> Value {
    let assessment = crate::api::Assessment::load(definition);
    let reply = assessment.score(json!({ "answers": answers }).to_string().as_bytes());
    let reply = serde_json::to_value(reply).unwrap();
    assert!(reply.get("refused").is_none(), "{reply}");
    reply["ok"]["value"].clone()
}

fn missing(given: &Value) -> Value {
    let points = given["points"].as_array().unwrap();
    let item = |n: usize| {
        json!({"id": format!("I{n}"), "text": "x", "kind": {"choice": {"choices":
            (0..5).map(|v| json!({"value": v, "label": format!("l{v}")})).collect::<Vec<_>>()}}})
    };
    let definition = json!({
        "format": 1, "id": "t", "version": "1.0", "title": "T", "language": "en", "license": "MIT", "dont_know": "?",
        "items": (0..points.len()).map(item).collect::<Vec<_>>(),
        "pages": [{"title": "P", "items": (0..points.len()).map(|n| format!("I{n}")).collect::<Vec<_>>()}],
        "scales": [{"id": "s", "title": "S", "higher": "more", "missing": {"scored": 0.75, "provisional": 0.5},
            "members": (0..points.len()).map(|n| json!({"item": format!("I{n}")})).collect::<Vec<_>>()}],
    });
    let answers: serde_json::Map<String, Value> = points
        .iter()
        .enumerate()
        .map(|(n, x)| (format!("I{n}"), x.as_u64().map_or(Value::Null, |x| json!(x / 25))))
        .collect();
    let result = scored(definition.to_string().as_bytes(), &Value::Object(answers));
    let scale = &result["scales"][0];
    json!({
        "n": scale["answered"], "k": scale["of"], "status": scale["status"],
        "value": scale["value"], "low": scale["low"], "high": scale["high"],
    })
}

fn close(given: &Value, expected: &Value, tolerance: f64, place: &str) {
    match (given, expected) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).for_each(|(a, b)| close(a, b, tolerance, place));
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() <= tolerance, "{place}: {a} is not {b}");
        }
        _ => assert_eq!(given, expected, "{place}"),
    }
}

#[test]
fn every_vector_is_met() {
    let worked: Value = serde_json::from_str(include_str!("../vectors/worked-examples.json")).unwrap();
    let vectors = worked["statistics"].as_array().unwrap();
    assert_eq!(vectors.len(), 48);
    for vector in vectors {
        let statistic = vector["statistic"].as_str().unwrap();
        let found = computed(statistic, &vector["given"]);
        for (field, expected) in vector["expected"].as_object().unwrap() {
            if ["S", "msb", "msw", "mean_size"].contains(&field.as_str()) {
                continue;
            }
            let tolerance = if ["feldt95", "bounds"].contains(&field.as_str()) { 1e-6 } else { 1e-9 };
            let place = format!("{} {field}", vector["name"]);
            close(found.get(field).unwrap_or_else(|| panic!("{place} is missing")), expected, tolerance, &place);
        }
    }
}
