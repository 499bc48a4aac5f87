//! What somebody may do with a task: what its life allows, of what the policy permits.

use async_graphql::{Context, Result};
use entity::task;

use super::TaskAction;
use crate::access::{Action as _, Reopen, Resend, Save, Submit, Waive, Withdraw};
use crate::approval::graphql::LatestApproval;
use crate::approval::resend_from;
use crate::schema::{actor, load, reader};
use crate::task::{Step, next};

pub(super) async fn can(ctx: &Context<'_>, row: &task::Model) -> Result<Vec<TaskAction>> {
    let actor = actor(ctx);
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
    if let Some(request) = load(ctx, LatestApproval(row.id)).await? {
        let due = resend_from(&request).is_some_and(|from| from <= reader(ctx).now);
        if due && Resend::permits(actor, &request) {
            can.push(TaskAction::Resend);
        }
    }
    Ok(can)
}
