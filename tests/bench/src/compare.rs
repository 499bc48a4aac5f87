//! Whether both sides answer the same.

use anyhow::bail;
use serde_json::Value;

use crate::ask::Line;
use crate::plan::{Plan, Question, Side};

/// Requests that are compared.
const SAMPLE: usize = 20;

pub async fn compare(plan: &Plan, question: Question) -> anyhow::Result<()> {
    let mut portal = Line::open(plan.address(Side::Portal)?).await?;
    let mut ceiling = Line::open(plan.address(Side::Ceiling)?).await?;
    let (of_portal, of_ceiling) = (
        plan.requests(Side::Portal, question),
        plan.requests(Side::Ceiling, question),
    );
    let step = (of_portal.len() / SAMPLE).max(1);
    for (one, other) in of_portal.iter().zip(&of_ceiling).step_by(step) {
        let (one, other) = (portal.ask(one).await?, ceiling.ask(other).await?);
        if question == Question::R1 {
            same_lines(one, other)?;
            continue;
        }
        let (one, other) = (content(one)?, content(other)?);
        if one != other {
            bail!("the answers differ:\nportal  {one}\nceiling {other}");
        }
    }
    Ok(())
}

/// The data of the answer, without what each side writes in its own way: cursors, and how many digits a moment has.
fn content(body: &[u8]) -> anyhow::Result<Value> {
    let mut answer: Value = serde_json::from_slice(body)?;
    let mut data = answer["data"].take();
    level(&mut data);
    Ok(data)
}

fn level(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("cursor");
            fields.values_mut().for_each(level);
        }
        Value::Array(items) => items.iter_mut().for_each(level),
        Value::String(text) => {
            if let Ok(at) = chrono::DateTime::parse_from_rfc3339(text) {
                *value = at.timestamp_micros().into();
            }
        }
        _ => {}
    }
}

/// The same number of rows; their order and the writing of moments are each side's own.
fn same_lines(one: &[u8], other: &[u8]) -> anyhow::Result<()> {
    let lines = |body: &[u8]| body.iter().filter(|byte| **byte == b'\n').count();
    if lines(one) != lines(other) {
        bail!("{} lines and {}", lines(one), lines(other));
    }
    Ok(())
}
