//! What somebody may do with an application: what its life allows, of what the policy permits.

use entity::{agreement, application};

use super::ApplicationAction;
use crate::access::{
    AcceptPlace, Action as _, DeferApplication, OfferPlace, RejectApplication, ReplaceSignatory,
    SubmitApplication, WithdrawApplication, WriteApplication,
};
use crate::application::{Step, is_ready, may_change, may_put_off, next};
use crate::schema::Loads;

pub(super) fn can(
    loads: &Loads,
    row: &application::Model,
    latest: Option<&agreement::Model>,
) -> Vec<ApplicationAction> {
    use ApplicationAction::{
        Accept, Defer, Offer, Reject, ReplaceSignatory as Replace, Save, Submit, Withdraw,
    };
    let actor = loads.actor();
    let today = loads.reader().today();
    let is_in_time = row.offer_until.is_none_or(|until| until >= today);
    let may_withdraw = row.state != application::State::Enrolled || may_change(row, today);
    let offered = [
        (Save, Step::Write, WriteApplication::permits(actor, row)),
        (Submit, Step::Submit, SubmitApplication::permits(actor, row)),
        (
            Withdraw,
            Step::Withdraw,
            may_withdraw && WithdrawApplication::permits(actor, row),
        ),
        (
            Defer,
            Step::Defer,
            may_put_off(actor, row, today) && DeferApplication::permits(actor, row),
        ),
        (
            Replace,
            Step::AskSchool,
            ReplaceSignatory::permits(actor, row),
        ),
        (
            Accept,
            Step::Accept,
            is_in_time && AcceptPlace::permits(actor, row),
        ),
        (
            Offer,
            Step::Offer,
            is_ready(row, latest) && OfferPlace::permits(actor, row),
        ),
        (Reject, Step::Reject, RejectApplication::permits(actor, row)),
    ];
    let legal = offered
        .into_iter()
        .filter(|(_, step, permitted)| *permitted && next(row.state, *step).is_some());
    legal.map(|(action, ..)| action).collect()
}
