//! A question to the server and what it answered so far.
//!
//! The machinery knows only JSON; a page's own type comes in where the page is drawn. So there is one
//! copy of it in the bundle and not one for each query.

use std::marker::PhantomData;
use std::sync::Arc;

use cynic::Operation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde_json::Value;

use super::state;
use crate::api::read::Read;
use crate::api::{Problem, ask_for_json, body_of, read_as};

type Reply = Result<Arc<Value>, Problem>;
type Page = Box<dyn Fn(&Value) -> Result<AnyView, Problem> + Send>;

pub struct Answer<D> {
    asked: Asked,
    data: PhantomData<fn() -> D>,
}

#[derive(Clone, Copy)]
struct Asked {
    /// None until the first answer. A later question leaves the old answer in place until the new one is there.
    reply: RwSignal<Option<Reply>>,
    again: Trigger,
    /// Whether an answer is on its way.
    pending: RwSignal<bool>,
}

impl<D> Clone for Answer<D> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<D> Copy for Answer<D> {}

impl<D: Read> Answer<D> {
    pub fn get(self) -> Option<Result<D, Problem>> {
        self.asked
            .reply
            .get()
            .map(|reply| reply.and_then(|data| read_as(&data)))
    }

    /// Whether an answer is on its way, be it the first or a later one.
    pub fn is_pending(self) -> bool {
        self.asked.pending.get()
    }

    pub fn reload(self) {
        self.asked.again.notify();
    }
}

/// Asks now, and again whenever a signal changes that `question` reads.
pub fn answer<D: Read, V: Serialize + 'static>(
    question: impl Fn() -> Operation<D, V> + 'static,
) -> Answer<D> {
    answer_to(move || body_of(&question()))
}

/// The same for a question that is a text already.
pub fn answer_to<D: Read>(body: impl Fn() -> String + 'static) -> Answer<D> {
    Answer {
        asked: fetch(Box::new(body)),
        data: PhantomData,
    }
}

fn fetch(body: Box<dyn Fn() -> String>) -> Asked {
    let asked = Asked {
        reply: RwSignal::new(None),
        again: Trigger::new(),
        pending: RwSignal::new(false),
    };
    let latest = StoredValue::new(0u32);
    Effect::new(move |_| {
        asked.again.track();
        let number = latest.get_value() + 1;
        latest.set_value(number);
        let body = body();
        asked.pending.set(true);
        spawn_local(async move {
            let reply = ask_for_json(body).await.map(Arc::new);
            // The page may be gone, or a newer question may be on its way.
            if latest.try_get_value() == Some(number) {
                asked.pending.try_set(false);
                asked.reply.try_set(Some(reply));
            }
        });
    });
    asked
}

/// The page once there is an answer; until then, or instead, what `state` has.
pub fn show<D: Read + 'static>(
    answer: Answer<D>,
    page: impl Fn(D) -> AnyView + Send + 'static,
) -> AnyView {
    draw(answer.asked, Box::new(move |data| read_as(data).map(&page)))
}

fn draw(asked: Asked, page: Page) -> AnyView {
    (move || match asked.reply.get() {
        None => state::loading(),
        Some(reply) => reply
            .and_then(|data| page(&data))
            .unwrap_or_else(|problem| state::failed(&problem, move || asked.again.notify())),
    })
    .into_any()
}
