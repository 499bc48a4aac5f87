//! Why somebody gives a place up or puts it off: a kind that is counted, and own words.

use leptos::prelude::*;

use super::words::LeavingReason;
use crate::ui::choice::Radios;
use crate::ui::field::TextArea;
use crate::ui::form::{Field, Form};

#[derive(Clone, Copy)]
pub struct Why {
    leaving: Field,
    reason: Field,
}

impl Why {
    pub fn of(form: Form) -> Why {
        Why {
            leaving: form.field("leaving"),
            reason: form.field("reason"),
        }
    }

    pub fn fields(self) -> AnyView {
        view! {
            <Radios field=self.leaving legend="Why?" choices=LeavingReason::choices() />
            <TextArea field=self.reason label="In your own words" rows="3" hint="You need not write anything, unless you chose “Another reason”" />
        }
        .into_any()
    }

    /// None, with a complaint, where nothing is chosen.
    pub fn given(self) -> Option<(LeavingReason, Option<String>)> {
        let leaving = LeavingReason::named(&self.leaving.required("Choose why"))?;
        Some((leaving, self.reason.filled()))
    }
}
