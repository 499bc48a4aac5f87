//! Applications in the schema.

mod can;
mod delay;
mod inputs;
mod list;
mod load;
mod mutate;
mod needs;
mod object;
mod offer;
mod query;
mod words;

pub use inputs::{
    AcceptPlaceInput, BeginApplicationInput, DeferApplicationInput, EndApplicationInput,
    OfferPlaceInput, ReplaceSignatoryInput, SaveApplicationInput, SubmitApplicationInput,
    WithdrawApplicationInput,
};
pub use list::{ApplicationOrder, ApplicationOrderField, ApplicationWhere};
pub use load::ApplicationById;
pub use mutate::ApplicationMutation;
pub use needs::{
    AcceptGapsInput, NeedsAnalysis, NeedsMutation, OutcomeNeedInput, SaveNeedsAnalysisInput,
};
pub use object::{Application, ApplicationAnswers};
pub use offer::Fee;
pub use query::ApplicationQuery;
pub use words::{
    ApplicationAction, ApplicationState, ApplicationStateFilter, ApplicationStep, LeavingReason,
    LeavingReasonFilter, Payer, SignatoryCapacity,
};
