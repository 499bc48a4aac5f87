//! Applications in the schema.

mod ahead;
mod board;
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

pub use board::{ApplicationBoard, ApplicationColumn, Lanes};
pub use inputs::{
    AcceptPlaceInput, BeginApplicationInput, DeferApplicationInput, EndApplicationInput,
    OfferPlaceInput, ReplaceSignatoryInput, SaveApplicationInput, SubmitApplicationInput,
    WithdrawApplicationInput,
};
pub use list::{ApplicationOrder, ApplicationOrderField, ApplicationWhere};
pub use load::{AheadOf, ApplicationById};
pub use mutate::ApplicationMutation;
pub use needs::{
    AcceptGapsInput, NeedsAnalysis, NeedsMutation, OutcomeNeedInput, SaveNeedsAnalysisInput,
};
pub use object::{Application, ApplicationAnswers};
pub use offer::Fee;
pub use query::ApplicationQuery;
pub use words::{
    ApplicationAction, ApplicationHolder, ApplicationHolderFilter, ApplicationState,
    ApplicationStateFilter, ApplicationStep, ApplicationStepFilter, ApplicationTrouble,
    ApplicationTroubleFilter, LeavingReason, LeavingReasonFilter, Payer, SignatoryCapacity,
};
