//! What lies ahead of an application: what has to happen next, who holds that step, and what hinders it. It is decided in
//! one place, [`rules`], in SQL, so that what a page shows, what a list is narrowed by and what a report counts are the same.

mod read;
mod rules;

pub use read::{Ahead, ahead};
pub(in crate::application) use rules::needs_analysis;
pub use rules::{hindered, holder, rows, step};

use sea_orm::{DeriveActiveEnum, EnumIter};

/// What has to happen next with an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum NextStep {
    /// The applicant has to finish it and hand it in.
    #[sea_orm(string_value = "finish")]
    Finish,
    /// The school has to answer.
    #[sea_orm(string_value = "wait_for_school")]
    WaitForSchool,
    /// The office has to answer a question of the school.
    #[sea_orm(string_value = "answer_question")]
    AnswerQuestion,
    /// The office has to look at the paper that the school signed.
    #[sea_orm(string_value = "check_paper")]
    CheckPaper,
    /// The letter to the school came back.
    #[sea_orm(string_value = "correct_address")]
    CorrectAddress,
    /// The school said no, or nobody is asked.
    #[sea_orm(string_value = "name_signatory")]
    NameSignatory,
    /// The signatory's address is to be compared with the school's record.
    #[sea_orm(string_value = "check_signatory")]
    CheckSignatory,
    /// Outcomes are open that the school cannot support.
    #[sea_orm(string_value = "decide_gaps")]
    DecideGaps,
    /// A place can be offered.
    #[sea_orm(string_value = "wait_for_offer")]
    WaitForOffer,
    /// The applicant has to answer the offer.
    #[sea_orm(string_value = "answer_offer")]
    AnswerOffer,
    /// The place is taken; the nominated mentor has to answer.
    #[sea_orm(string_value = "wait_for_mentor")]
    WaitForMentor,
    /// The place is taken; the nominated mentor said no or was not reached.
    #[sea_orm(string_value = "name_mentor")]
    NameMentor,
    /// Nothing: the place is taken.
    #[sea_orm(string_value = "enrolled")]
    Enrolled,
    /// Nothing: it is over.
    #[sea_orm(string_value = "over")]
    Over,
}

/// Who holds the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Holder {
    /// Who applies.
    #[sea_orm(string_value = "applicant")]
    Applicant,
    /// Who signs for the school.
    #[sea_orm(string_value = "school")]
    School,
    /// Whom the school nominated.
    #[sea_orm(string_value = "mentor")]
    Mentor,
    /// The programme office.
    #[sea_orm(string_value = "office")]
    Office,
    /// There is no next step.
    #[sea_orm(string_value = "nobody")]
    Nobody,
}

/// What hinders an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Trouble {
    /// The letter to the signatory came back.
    #[sea_orm(string_value = "school_bounced")]
    SchoolBounced,
    /// The signatory has not answered for so long that the applicant was told.
    #[sea_orm(string_value = "school_silent")]
    SchoolSilent,
    /// The signatory said no, and nobody else is asked.
    #[sea_orm(string_value = "school_declined")]
    SchoolDeclined,
    /// The letter to the nominated mentor came back.
    #[sea_orm(string_value = "mentor_bounced")]
    MentorBounced,
    /// The nominated mentor has not answered for so long that the applicant was told.
    #[sea_orm(string_value = "mentor_silent")]
    MentorSilent,
    /// The nominated mentor said no, and nobody else is asked.
    #[sea_orm(string_value = "mentor_declined")]
    MentorDeclined,
    /// Nobody has compared the signatory's address with the school's record yet.
    #[sea_orm(string_value = "unchecked")]
    Unchecked,
    /// The school cannot support every outcome, and the office has not decided yet.
    #[sea_orm(string_value = "gaps")]
    Gaps,
}

impl NextStep {
    /// Who holds it.
    pub fn holder(self) -> Holder {
        match self {
            Self::Finish | Self::CorrectAddress | Self::NameSignatory | Self::AnswerOffer => {
                Holder::Applicant
            }
            Self::WaitForSchool | Self::NameMentor => Holder::School,
            Self::WaitForMentor => Holder::Mentor,
            Self::AnswerQuestion
            | Self::CheckPaper
            | Self::CheckSignatory
            | Self::DecideGaps
            | Self::WaitForOffer => Holder::Office,
            Self::Enrolled | Self::Over => Holder::Nobody,
        }
    }
}
