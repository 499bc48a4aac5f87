//! Questions and answers, or names and values, one below the other.

use leptos::prelude::*;

pub struct Row {
    key: String,
    value: AnyView,
    /// Where it can be changed, and the name of its field: a complaint's link leads to the link there.
    change: Option<(String, &'static str)>,
}

pub fn row(key: impl Into<String>, value: impl IntoAny) -> Row {
    Row {
        key: key.into(),
        value: value.into_any(),
        change: None,
    }
}

impl Row {
    pub fn change(mut self, href: String, field: &'static str) -> Row {
        self.change = Some((href, field));
        self
    }
}

pub fn list(rows: Vec<Row>) -> AnyView {
    let rows: Vec<AnyView> = rows.into_iter().map(drawn).collect();
    view! { <dl class="govuk-summary-list">{rows}</dl> }.into_any()
}

fn drawn(row: Row) -> AnyView {
    let words = row.key.to_ascii_lowercase();
    let change = row.change.map(|(href, field)| {
        view! {
            <dd class="govuk-summary-list__actions portal-no-print">
                <a class="govuk-link" href=href id=field>"Change"<span class="govuk-visually-hidden">" "{words}</span></a>
            </dd>
        }
        .into_any()
    });
    view! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{row.key}</dt>
            <dd class="govuk-summary-list__value">{row.value}</dd>
            {change}
        </div>
    }
    .into_any()
}
