//! What somebody may do with a task: what its life allows, of what the policy permits.

use entity::{approval_request, task};

use super::TaskAction;
use crate::access::{Action as _, Reopen, Resend, Save, Submit, Waive, Withdraw};
use crate::approval::resend_from;
use crate::schema::Loads;
use crate::task::{Step, next};

pub(super) fn can(
    loads: &Loads,
    row: &task::Model,
    latest: Option<&approval_request::Model>,
) -> Vec<TaskAction> {
    let actor = loads.actor();
    let mut can = Vec::new();
    let mut offer = |action, step, permitted: bool| {
        if permitted && next(row.state, step).is_some() {
            can.push(action);
        }
    };
    offer(TaskAction::Save, Step::Write, Save::permits(actor, row));
    offer(
        TaskAction::Submit,
        Step::Submit,
        Submit::permits(actor, row),
    );
    offer(
        TaskAction::Withdraw,
        Step::Withdraw,
        Withdraw::permits(actor, row),
    );
    offer(
        TaskAction::Reopen,
        Step::Reopen,
        Reopen::permits(actor, row),
    );
    offer(TaskAction::Waive, Step::Waive, Waive::permits(actor, row));
    if let Some(request) = latest {
        let due = resend_from(request).is_some_and(|from| from <= loads.reader().now);
        if due && Resend::permits(actor, request) {
            can.push(TaskAction::Resend);
        }
    }
    can
}
