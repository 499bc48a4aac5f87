//! A date as day, month and year.

use leptos::prelude::*;

use super::choice::fieldset;
use super::form::Field;
use crate::api::Day;

#[component]
pub fn DateInput(
    field: Field,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: String,
) -> AnyView {
    let parts = view! {
        <div class="govuk-date-input">
            {part(field, 0, "Day", "govuk-input govuk-date-input__input govuk-input--width-2")}
            {part(field, 1, "Month", "govuk-input govuk-date-input__input govuk-input--width-2")}
            {part(field, 2, "Year", "govuk-input govuk-date-input__input govuk-input--width-4")}
        </div>
    };
    fieldset(field, legend, hint, parts.into_any())
}

fn part(field: Field, at: usize, label: &'static str, class: &'static str) -> AnyView {
    // The first part has the field's own id: the error summary's link leads to it.
    let id = if at == 0 {
        field.name.to_string()
    } else {
        format!("{}-{at}", field.name)
    };
    view! {
        <div class="govuk-date-input__item">
            <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for=id.clone()>{label}</label>
                <input class=class id=id type="text" inputmode="numeric" autocomplete="off"
                    class=("govuk-input--error", move || field.problem().is_some())
                    prop:value=move || field.value.with(|value| value.split('/').nth(at).unwrap_or_default().to_string())
                    on:input=move |event| {
                        let mut parts: Vec<String> = field.get().split('/').map(String::from).collect();
                        parts.resize(3, String::new());
                        parts[at] = event_target_value(&event).replace('/', "");
                        field.set(parts.join("/"));
                    } />
            </div>
        </div>
    }
    .into_any()
}

/// As the three parts are kept: `5/12/2025`.
pub fn written(day: Option<&Day>) -> String {
    let Some(Day(day)) = day else {
        return String::new();
    };
    let parts: Vec<&str> = day
        .splitn(3, '-')
        .map(|part| part.trim_start_matches('0'))
        .collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// Ok(None) when nothing is typed.
pub fn read(parts: &str) -> Result<Option<Day>, &'static str> {
    let parts: Vec<&str> = parts.split('/').map(str::trim).collect();
    if parts.iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let [day, month, year] = numbers[..] else {
        return Err("Enter a day, a month and a year, such as 5 12 2025");
    };
    if !(1900..=2100).contains(&year) {
        return Err("Enter the year with four digits, such as 2025");
    }
    if day == 0 || day > days_in(month, year) {
        return Err("Enter a date that is in the calendar");
    }
    Ok(Some(Day(format!("{year:04}-{month:02}-{day:02}"))))
}

fn days_in(month: u32, year: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}
