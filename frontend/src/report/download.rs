//! Taking the rows away as a file: with how much has come, a way to stop it, and why it failed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::AbortController;

use super::asked::Asked;
use super::file;
use super::queries::Report;
use super::receive::{Failed, receive};
use crate::navigate::{address, focus};
use crate::ui::when;

#[derive(Clone, PartialEq)]
pub enum Stage {
    Idle,
    /// The portal has not begun to answer.
    Waiting,
    /// So many octets have come.
    Coming(f64),
    Done(String),
    Failed(String),
    Stopped,
}

/// What stops the file that is on its way.
type Stop = StoredValue<Option<AbortController>, LocalStorage>;

const FIRST: &str = "download-xlsx";

pub fn buttons(report: Arc<Report>) -> AnyView {
    let stage = RwSignal::new(Stage::Idle);
    let stop: Stop = StoredValue::new_local(None);
    on_cleanup(move || end(stop));
    let of = report.clone();
    let button = move |id: &'static str, ending: &'static str, label: &'static str| {
        let of = of.clone();
        let take = move |_| {
            let query = address().query.get_untracked();
            match Asked::read(&of, &query) {
                Ok(asked) => begin(file::path(&of, &asked, ending), stage, stop),
                Err(why) => stage.set(Stage::Failed(why)),
            }
        };
        let busy = move || is_busy(&stage.get()).then_some("true");
        view! { <button type="button" id=id class="govuk-button govuk-button--secondary" aria-disabled=busy on:click=take>{label}</button> }
            .into_any()
    };
    view! {
        <div class="portal-download portal-no-print">
            {button(FIRST, "xlsx", "Download for Excel")}
            {button("download-csv", "csv", "Download CSV")}
            {move || is_busy(&stage.get()).then(|| cancel(stage, stop))}
            <div role="status">{move || milestone(&stage.get())}</div>
            {move || counter(&stage.get())}
        </div>
    }
    .into_any()
}

fn is_busy(stage: &Stage) -> bool {
    matches!(stage, Stage::Waiting | Stage::Coming(_))
}

fn cancel(stage: RwSignal<Stage>, stop: Stop) -> AnyView {
    let stopped = move |_| {
        end(stop);
        stage.set(Stage::Stopped);
        // This button is gone now.
        focus(FIRST);
    };
    view! { <button type="button" class="portal-link-button" on:click=stopped>"Cancel"</button> }
        .into_any()
}

/// What is read out: not every octet.
fn milestone(stage: &Stage) -> AnyView {
    let words = match stage {
        Stage::Idle => return ().into_any(),
        Stage::Waiting => "The portal is writing the file…".into(),
        Stage::Coming(_) => "The file is on its way.".into(),
        Stage::Done(words) => words.clone(),
        Stage::Stopped => "Cancelled. Nothing was saved.".into(),
        Stage::Failed(why) => {
            return view! { <p class="govuk-error-message">"Nothing was saved. "{why.clone()}</p> }
                .into_any();
        }
    };
    view! { <p class="govuk-body">{words}</p> }.into_any()
}

fn counter(stage: &Stage) -> AnyView {
    match stage {
        Stage::Coming(octets) => {
            view! { <p class="govuk-body">{when::size(*octets)}" so far"</p> }.into_any()
        }
        _ => ().into_any(),
    }
}

fn end(stop: Stop) {
    if let Some(Some(controller)) = stop.try_update_value(Option::take) {
        controller.abort();
    }
}

fn begin(path: String, stage: RwSignal<Stage>, stop: Stop) {
    if is_busy(&stage.get_untracked()) {
        return;
    }
    let Ok(controller) = AbortController::new() else {
        return;
    };
    let signal = controller.signal();
    stop.set_value(Some(controller));
    stage.set(Stage::Waiting);
    spawn_local(async move {
        let come = |octets: f64| drop(stage.try_set(Stage::Coming(octets)));
        let ended = match receive(&path, &signal, come).await {
            Ok(words) => Stage::Done(words),
            Err(Failed::Stopped) => return,
            Err(Failed::Refused(problem)) => Stage::Failed(problem.words()),
            Err(Failed::BrokenOff) => Stage::Failed("The connection broke off. Try again.".into()),
        };
        let _ = stage.try_set(ended);
    });
}
