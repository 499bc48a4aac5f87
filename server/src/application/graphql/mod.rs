//! Applications in the schema.

mod can;
mod inputs;
mod list;
mod load;
mod mutate;
mod needs;
mod object;
mod query;
mod words;

pub use inputs::{
    AcceptPlaceInput, BeginApplicationInput, EndApplicationInput, OfferPlaceInput,
    ReplaceSignatoryInput, SaveApplicationInput, SubmitApplicationInput,
};
pub use list::{ApplicationOrder, ApplicationOrderField, ApplicationWhere};
pub use load::ApplicationById;
pub use mutate::ApplicationMutation;
pub use needs::{
    AcceptGapsInput, NeedsAnalysis, NeedsMutation, OutcomeNeedInput, SaveNeedsAnalysisInput,
};
pub use object::{Application, ApplicationAnswers};
pub use query::ApplicationQuery;
pub use words::{
    ApplicationAction, ApplicationState, ApplicationStateFilter, ApplicationStep, Payer,
    SignatoryCapacity,
};
