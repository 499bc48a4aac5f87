//! A file from the server into the browser's downloads. What has come is handed to the browser in pieces, which may put
//! them on the disk: a telephone need not hold a large file in its memory.

use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Blob, HtmlAnchorElement, ReadableStreamDefaultReader, RequestInit, Response, Url,
};

use crate::api::{Problem, refusal};
use crate::ui::when;

/// Octets that are gathered before they become a piece.
const PIECE: f64 = 4_000_000.0;

pub enum Failed {
    /// By the person.
    Stopped,
    Refused(Problem),
    /// After it had begun.
    BrokenOff,
}

/// Saves a file; answers what people are told of it. Tells on the way how many octets have come.
pub async fn receive(
    path: &str,
    signal: &AbortSignal,
    come: impl Fn(f64),
) -> Result<String, Failed> {
    let failed = |otherwise: Failed| match signal.aborted() {
        true => Failed::Stopped,
        false => otherwise,
    };
    let response = ask(path, signal).await;
    let response = response.ok_or_else(|| failed(Failed::Refused(Problem::Offline)))?;
    if !response.ok() {
        return Err(failed(Failed::Refused(why(&response).await)));
    }
    let (blob, octets) = read(&response, &come)
        .await
        .ok_or_else(|| failed(Failed::BrokenOff))?;
    let name = name(&response, path);
    save(&blob, &name).ok_or(Failed::BrokenOff)?;
    Ok(format!("Saved {name}, {}.", when::size(octets)))
}

async fn ask(path: &str, signal: &AbortSignal) -> Option<Response> {
    let how = RequestInit::new();
    how.set_signal(Some(signal));
    let asked = window().fetch_with_str_and_init(&format!("/{path}"), &how);
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

async fn why(response: &Response) -> Problem {
    let text = match response.text() {
        Ok(text) => JsFuture::from(text).await.ok(),
        Err(_) => None,
    };
    match refusal(&text.and_then(|text| text.as_string()).unwrap_or_default()) {
        Problem::Invalid(fields) => {
            let words = fields.into_iter().map(|field| field.message);
            Problem::Refused(words.collect::<Vec<_>>().join(" "))
        }
        problem => problem,
    }
}

/// The whole body, and its length; none if it breaks off.
async fn read(response: &Response, come: &impl Fn(f64)) -> Option<(Blob, f64)> {
    let reader: ReadableStreamDefaultReader = response.body()?.get_reader().dyn_into().ok()?;
    let mut parts = Array::new();
    let (mut octets, mut loose) = (0.0, 0.0);
    loop {
        let read = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&read, &"done".into()).ok()?.is_truthy() {
            break;
        }
        let chunk: Uint8Array = Reflect::get(&read, &"value".into()).ok()?.dyn_into().ok()?;
        let length = f64::from(chunk.length());
        octets += length;
        loose += length;
        parts.push(&chunk);
        if loose > PIECE {
            parts = Array::of1(&Blob::new_with_blob_sequence(&parts).ok()?.into());
            loose = 0.0;
        }
        come(octets);
    }
    let blob = Blob::new_with_blob_sequence(&parts).ok()?;
    Some((blob, octets))
}

/// As the server names the file.
fn name(response: &Response, path: &str) -> String {
    let said = response.headers().get("content-disposition").ok().flatten();
    let named = said.as_deref().and_then(|said| said.split('"').nth(1));
    let bare = path.split(['/', '?']).nth(1);
    named.or(bare).unwrap_or_default().into()
}

fn save(blob: &Blob, name: &str) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Not at once: some browsers begin to read only after this.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _: Result<(), JsValue> = Url::revoke_object_url(&url);
    });
    let timer = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000);
    timer.ok().map(drop)
}
