//! The server's words of an application, as people read them.

use crate::api::schema;
use crate::ui::choice::Choice;

/// How one word reads: its name in forms and addresses, what people read, and a hint for who chooses it.
pub struct Said {
    name: &'static str,
    words: &'static str,
    hint: &'static str,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident $words:literal $hint:literal)* })*) => {$(
        $(#[$doc])*
        #[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
        pub enum $name {
            $($word),*
        }
        reads_word!($name);

        // Each word is used in some of these ways.
        #[allow(dead_code)]
        impl $name {
            const SAID: &'static [Said] = &[
                $(Said { name: stringify!($word), words: $words, hint: $hint }),*
            ];

            pub fn words(self) -> &'static str {
                Self::SAID[self as usize].words
            }

            pub fn name(self) -> &'static str {
                Self::SAID[self as usize].name
            }

            pub fn named(name: &str) -> Option<Self> {
                const ALL: &[$name] = &[$($name::$word),*];
                let at = Self::SAID.iter().position(|said| said.name == name)?;
                ALL.get(at).copied()
            }

            pub fn choices() -> Vec<Choice> {
                choices(Self::SAID)
            }
        }
    )*};
}

words! {
    TeacherStatus {
        Qts "Qualified teacher status (QTS)" ""
        Qtls "Qualified teacher learning and skills (QTLS)" ""
        Eyts "Early years teacher status (EYTS)" ""
        None "None of these" ""
    }

    Induction {
        Passed "I have passed it" ""
        NotRequired "I did not need one" "For example, because you qualified before May 1999"
        InProgress "I am doing it now" ""
        NotPassed "I have not passed it" ""
    }

    SencoRole {
        Designated "I am the school’s SENCO" ""
        Headteacher "I am the headteacher, or acting headteacher, and the SENCO" ""
        Aspiring "I hope to become a SENCO, or I help the one who is" ""
    }

    Setting {
        Mainstream "A mainstream school that the state pays for" "Academies and maintained nursery schools too"
        EarlyYears "Another setting for children up to five" ""
        Other "Somewhere else" "For example, a special school, a college or an independent school"
    }

    SignatoryCapacity {
        Headteacher "Headteacher" ""
        ActingHeadteacher "Acting headteacher" ""
        ChairOfGovernors "Chair of governors, or of the trust’s board" ""
        SeniorLeader "Another senior leader who may sign for the school" ""
    }

    Payer {
        School "The school" ""
        LocalAuthority "The local authority" ""
        Sponsor "A trust or another sponsor" ""
        Applicant "I pay myself" ""
    }

    LeavingReason {
        TooFar "It is too far away" ""
        Timing "The dates or the workload do not suit" ""
        School "The school cannot support it now" ""
        Elsewhere "Another course, or another post" ""
        Other "Another reason" ""
    }

    ApplicationState {
        Draft "Draft" ""
        Submitted "Handed in" ""
        AwaitingSchool "Waiting for the school" ""
        Ready "Ready for an offer" ""
        Offered "Place offered" ""
        Accepted "Place accepted" ""
        Enrolled "Enrolled" ""
        Rejected "Rejected" ""
        Withdrawn "Withdrawn" ""
        Deferred "Put off" ""
        Expired "Out of time" ""
    }

    /// What has to happen next. What is read is who holds it, for the office.
    ApplicationStep {
        Finish "The applicant: to finish and hand in" ""
        WaitForSchool "The school: to sign" ""
        AnswerQuestion "The office: to answer a question of the school" ""
        CheckPaper "The office: to look at the signed paper" ""
        CorrectAddress "The applicant: to correct the school’s address" ""
        NameSignatory "The applicant: to name another signatory" ""
        CheckSignatory "The office: to compare the signatory’s address" ""
        DecideGaps "The office: to decide on outcomes that the school cannot support" ""
        WaitForOffer "The office: to offer a place" ""
        AnswerOffer "The applicant: to answer the offer" ""
        WaitForMentor "The mentor: to say whether they will be one" ""
        NameMentor "The school: to name another mentor" ""
        Enrolled "Nobody: enrolled" ""
        Over "Nobody: over" ""
    }

    ApplicationHolder {
        Applicant "The applicant" ""
        School "The school" ""
        Mentor "The mentor" ""
        Office "The office" ""
        Nobody "Nobody: settled" ""
    }

    ApplicationTrouble {
        SchoolBounced "Letter to the school came back" ""
        SchoolSilent "No answer from the school" ""
        SchoolDeclined "The school said no" ""
        MentorBounced "Letter to the mentor came back" ""
        MentorSilent "No answer from the mentor" ""
        MentorDeclined "The mentor said no" ""
        Unchecked "Address not checked" ""
        Gaps "Outcomes without support" ""
    }

    OutcomeAbility {
        Now "I can show it now" "With the work that you do at present"
        Opportunity "I can show it once an opportunity is arranged" "Such as shadowing the SENCO, or leading on one pupil’s plan"
        Cannot "I cannot show it as things stand" ""
    }

    NeedsAnalysisState {
        InProgress "Being written" ""
        WithHead "With the school" ""
        Agreed "Agreed: the school supports every outcome" ""
        GapsUnresolved "The school cannot support every outcome; the programme office decides" ""
        Accepted "Accepted: the programme office has decided how the others are met" ""
    }

    AgreementState {
        Sent "Waiting for an answer" ""
        Bounced "The letter came back" ""
        Signed "Signed" ""
        Declined "Declined" ""
        HandedOn "Handed on to somebody else" ""
        Superseded "Somebody else was asked instead" ""
        Expired "The application was over before an answer came" ""
        Revoked "Signed; it no longer counts" ""
    }

    /// To whom a letter goes.
    MailingAudience {
        Applicants "The applicants" ""
        Signatories "Who are asked to sign for the school and have not answered" "The letter has their link, below your words"
        Mentors "Who are asked to be a mentor and have not answered" "The letter has their link, below your words"
    }

    /// Why nobody is written to about an application.
    LeftOutReason {
        Over "The application is over" ""
        NotWaiting "Nobody is asked, or they have answered" ""
        Bounced "The last letter to them came back" ""
        QuestionOpen "They wait for the office: for an answer, or about a signed paper" ""
        WrittenToday "They were written to less than a day ago" ""
    }

    ScanState {
        Checking "Being scanned for what is harmful" ""
        Waiting "The programme office looks at it" ""
        Accepted "Accepted" ""
        Rejected "Rejected" ""
        Replaced "Another one was sent" ""
        Void "Not needed any more" ""
        Infected "Refused: the file is harmful, and deleted" ""
    }

    ScanSource {
        Signatory "The school, by the link in our letter" ""
        Office "The programme office: it came by post or e-mail" ""
    }

    InvitationState {
        Invited "Asked, no answer yet" ""
        Bounced "The letter came back" ""
        Accepted "Accepted" ""
        Declined "Declined" ""
        Superseded "Not needed any more" ""
    }
}

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ApplicationAction {
    Save,
    Submit,
    Withdraw,
    Defer,
    ReplaceSignatory,
    Accept,
    Offer,
    Reject,
}
reads_word!(ApplicationAction);

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ScanAction {
    Accept,
    Reject,
}
reads_word!(ScanAction);

fn choices(said: &[Said]) -> Vec<Choice> {
    said.iter()
        .map(|said| Choice::new(said.name, said.words).hint(said.hint))
        .collect()
}

impl ApplicationTrouble {
    pub fn tag(self) -> leptos::prelude::AnyView {
        use ApplicationTrouble::{
            Gaps, MentorBounced, MentorDeclined, MentorSilent, SchoolBounced, SchoolDeclined,
            SchoolSilent, Unchecked,
        };
        let colour = match self {
            SchoolBounced | SchoolDeclined | MentorBounced | MentorDeclined => "red",
            SchoolSilent | MentorSilent => "yellow",
            Unchecked | Gaps => "purple",
        };
        crate::ui::tag::tag(self.words(), colour)
    }
}

impl ApplicationState {
    pub fn tag(self) -> leptos::prelude::AnyView {
        use ApplicationState::{
            Accepted, AwaitingSchool, Deferred, Draft, Enrolled, Expired, Offered, Ready, Rejected,
            Submitted, Withdrawn,
        };
        let colour = match self {
            Draft => "blue",
            Submitted | AwaitingSchool | Offered => "yellow",
            Ready => "purple",
            Accepted | Enrolled => "green",
            Rejected | Expired => "red",
            Withdrawn | Deferred => "grey",
        };
        crate::ui::tag::tag(self.words(), colour)
    }
}
