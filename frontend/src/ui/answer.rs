//! A question to the server and what it answered so far.

use std::future::Future;

use cynic::Operation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Serialize, de::DeserializeOwned};

use super::state;
use crate::api::{Problem, ask};

pub struct Answer<T: Send + Sync + 'static> {
    /// None until the first answer. A later question leaves the old answer in place until the new one is there.
    pub state: RwSignal<Option<Result<T, Problem>>>,
    again: Trigger,
}

impl<T: Send + Sync + 'static> Clone for Answer<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for Answer<T> {}

impl<T: Send + Sync + 'static> Answer<T> {
    pub fn reload(&self) {
        self.again.notify();
    }
}

/// Asks now, and again whenever a signal changes that `question` reads.
pub fn answer<D, V>(question: impl Fn() -> Operation<D, V> + 'static) -> Answer<D>
where
    D: DeserializeOwned + Send + Sync + 'static,
    V: Serialize + 'static,
{
    fetch(move || ask(question()))
}

fn fetch<D, F>(question: impl Fn() -> F + 'static) -> Answer<D>
where
    D: Send + Sync + 'static,
    F: Future<Output = Result<D, Problem>> + 'static,
{
    let answer = Answer {
        state: RwSignal::new(None),
        again: Trigger::new(),
    };
    let latest = StoredValue::new(0u32);
    Effect::new(move |_| {
        answer.again.track();
        let number = latest.get_value() + 1;
        latest.set_value(number);
        let future = question();
        spawn_local(async move {
            let reply = future.await;
            // The page may be gone, or a newer question may be on its way.
            if latest.try_get_value() == Some(number) {
                answer.state.try_set(Some(reply));
            }
        });
    });
    answer
}

/// The page once there is an answer; until then, or instead, what `state` has.
pub fn show<T: Clone + Send + Sync + 'static>(
    answer: Answer<T>,
    page: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    (move || match answer.state.get() {
        None => state::loading(),
        Some(Ok(data)) => page(data),
        Some(Err(problem)) => state::failed(&problem, move || answer.reload()),
    })
    .into_any()
}
