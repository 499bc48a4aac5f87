//! The single-page app: draws what the server says and sends what people write. It decides no rule.

#[macro_use]
mod api;
mod app;
mod inside;
mod navigate;
mod part;
mod route;
mod session;
mod ui;

mod account;
mod allocation;
mod application;
mod approval;
mod eligibility;
mod enrolment;
mod event;
mod group;
mod letter;
mod mentor;
mod partner;
mod person;
mod report;
mod school;
mod statutory;
mod task;
mod token;
mod wording;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::app);
}
