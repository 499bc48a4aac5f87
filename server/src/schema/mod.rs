//! The GraphQL schema, put together from the things' own parts.

mod answer;
mod connection;
mod filter;
mod load;
mod object;
mod order;
mod plan;
mod register;
mod request;
mod shown;
mod writer;

pub use answer::{All, answer, asked_of, finished, plan_of};
pub use connection::{Connected, Direction, Edge, Ends, PageInfo, list};
pub use filter::{
    By, DayFilter, Filter, IdFilter, MomentFilter, NumberFilter, Operator, Parts, Target,
    TextFilter, Within, narrowed, personal, sought, whole, within,
};
pub(crate) use filter::{filter, words};
pub(crate) use load::keys;
pub use load::{Key, Loads, MaybeKey, load_row, loads};
pub(crate) use object::{by_place, object};
pub(crate) use order::order;
pub use plan::{Asked, Plan, Wanted};
pub use register::{Declared, field, object_type, register};
pub use request::{actor, known, maybe_uuid, office, portal, reader, uuid};
pub(crate) use shown::named;
pub use shown::{Shown, each, must};
pub use writer::{Failed, Writer};

use async_graphql::{EmptySubscription, MergedObject, SDLExportOptions, Schema};

use crate::account::graphql::{AccountMutation, AccountQuery};
use crate::agreement::graphql::{AgreementMutation, ScanMutation};
use crate::agreement::question::graphql::{QuestionMutation, QuestionQuery};
use crate::agreement::wording::graphql::{WordingMutation, WordingQuery};
use crate::allocation::graphql::{AllocationMutation, AllocationQuery};
use crate::application::graphql::{ApplicationMutation, ApplicationQuery, NeedsMutation};
use crate::approval::graphql::{ApprovalMutation, ApprovalQuery};
use crate::change::graphql::ChangeQuery;
use crate::eligibility::graphql::EligibilityQuery;
use crate::enrolment::graphql::{EnrolmentMutation, EnrolmentQuery};
use crate::event::graphql::EventQuery;
use crate::invitation::graphql::InvitationMutation;
use crate::letter::graphql::{LetterMutation, LetterQuery};
use crate::mailing::graphql::{MailingMutation, MailingQuery};
use crate::mentor::graphql::{MentorMutation, MentorQuery};
use crate::note::graphql::NoteMutation;
use crate::partner::graphql::{PartnerMutation, PartnerQuery};
use crate::person::graphql::{PersonMutation, PersonQuery};
use crate::portal::Portal;
use crate::programme::graphql::{ProgrammeMutation, ProgrammeQuery};
use crate::report::graphql::ReportQuery;
use crate::school::graphql::{SchoolMutation, SchoolQuery};
use crate::task::graphql::{TaskMutation, TaskQuery};
use crate::token::graphql::{AddressMutation, TokenMutation, TokenQuery};

/// Everything that can be read. What the caller may not see does not exist for it.
#[derive(Default, MergedObject)]
pub struct Query(
    AccountQuery,
    TaskQuery,
    ApprovalQuery,
    EnrolmentQuery,
    ProgrammeQuery,
    EligibilityQuery,
    PartnerQuery,
    PersonQuery,
    SchoolQuery,
    MentorQuery,
    LetterQuery,
    EventQuery,
    TokenQuery,
    ChangeQuery,
    ApplicationQuery,
    ReportQuery,
    AllocationQuery,
    QuestionQuery,
    MailingQuery,
    WordingQuery,
);

/// Everything that can be done. Each step is either done whole, with its letters, or not at all.
#[derive(Default, MergedObject)]
pub struct Mutation(
    AccountMutation,
    TaskMutation,
    ApprovalMutation,
    EnrolmentMutation,
    ProgrammeMutation,
    PartnerMutation,
    PersonMutation,
    SchoolMutation,
    MentorMutation,
    LetterMutation,
    TokenMutation,
    AddressMutation,
    ApplicationMutation,
    NeedsMutation,
    AgreementMutation,
    ScanMutation,
    InvitationMutation,
    NoteMutation,
    AllocationMutation,
    QuestionMutation,
    MailingMutation,
    WordingMutation,
);

pub type PortalSchema = Schema<Query, Mutation, EmptySubscription>;

/// The schema over a running portal.
pub fn schema(portal: Portal) -> PortalSchema {
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .data(portal)
        .finish()
}

/// The schema as text, as `schema.graphql` keeps it.
pub fn sdl() -> String {
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .finish()
        .sdl_with_options(SDLExportOptions::new().include_specified_by())
}
