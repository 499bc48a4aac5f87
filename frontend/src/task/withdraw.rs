//! Taking a task back from the mentor.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::changes::{WithdrawTask, WithdrawTaskInput, WithdrawVariables};
use super::queries::{Task, TaskQuery};
use crate::api::ById;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::banner;
use crate::ui::confirm::{Confirm, confirm};
use crate::ui::form::Form;

pub fn page(id: String) -> AnyView {
    show(
        answer(move || {
            TaskQuery::build(ById {
                id: cynic::Id::new(&*id),
            })
        }),
        |data| ask_once_more(data.task),
    )
}

fn ask_once_more(task: Task) -> AnyView {
    let form = Form::new("withdraw");
    let back = Route::Task(task.id.inner().into()).href();
    let mentor = task.mentor_name();
    let page = Confirm {
        title: format!("Withdraw “{}”?", task.title),
        what_happens: view! {
            <p class="govuk-body">{format!("The link in the letter to {mentor} stops working, and {mentor} is told that there is nothing to do.")}</p>
            <p class="govuk-body">"You can then change your text and send it again."</p>
        }
        .into_any(),
        button: "Withdraw it",
        back: back.clone(),
    };
    confirm(form, page, move || {
        let back = back.clone();
        let input = WithdrawTaskInput {
            task_id: task.id.clone(),
        };
        form.send(
            WithdrawTask::build(WithdrawVariables { input }),
            move |_| {
                go(&back);
                banner::done("Withdrawn. You can change it and send it again.");
            },
        );
    })
}
