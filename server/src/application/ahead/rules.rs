//! What is next, by where an application stands with its latest askings of a signatory and of a mentor. Whoever adds
//! something that somebody has to do adds a rule here; [`super::NextStep::holder`] says who holds it.

use sea_orm::sea_query::{CaseStatement, Expr, JoinType, Query, SelectStatement, SimpleExpr};
use sea_orm::{ActiveEnum as _, DbBackend};

use super::{NextStep, Trouble};

/// The steps in order: the first whose condition holds is the one.
fn rules(backend: DbBackend) -> [(String, NextStep); 13] {
    let asked = "application.state IN ('submitted', 'awaiting_school')";
    let placed = "application.state IN ('accepted', 'enrolled')";
    let gaps = open_gaps(backend);
    [
        ("application.state = 'draft'".into(), NextStep::Finish),
        (
            format!("{asked} AND agreement.paper_since IS NOT NULL"),
            NextStep::CheckPaper,
        ),
        (
            format!("{asked} AND agreement.state = 'sent' AND agreement.open_questions > 0"),
            NextStep::AnswerQuestion,
        ),
        (
            format!("{asked} AND agreement.state = 'sent'"),
            NextStep::WaitForSchool,
        ),
        (
            format!("{asked} AND agreement.state = 'bounced'"),
            NextStep::CorrectAddress,
        ),
        (asked.into(), NextStep::NameSignatory),
        (
            "application.state = 'ready' AND agreement.checked_at IS NULL".into(),
            NextStep::CheckSignatory,
        ),
        (
            format!("application.state = 'ready' AND {gaps}"),
            NextStep::DecideGaps,
        ),
        ("application.state = 'ready'".into(), NextStep::WaitForOffer),
        (
            "application.state = 'offered'".into(),
            NextStep::AnswerOffer,
        ),
        (
            format!("{placed} AND mentor_invitation.state = 'invited'"),
            NextStep::WaitForMentor,
        ),
        (
            format!("{placed} AND mentor_invitation.state IN ('bounced', 'declined')"),
            NextStep::NameMentor,
        ),
        (placed.into(), NextStep::Enrolled),
    ]
}

impl Trouble {
    /// When it hinders an application that is not over.
    fn condition(self, backend: DbBackend) -> String {
        match self {
            Self::SchoolBounced => "agreement.state = 'bounced'".into(),
            Self::SchoolSilent => {
                "agreement.state = 'sent' AND agreement.notices > 0 AND agreement.paper_since IS NULL".into()
            }
            Self::SchoolDeclined => "agreement.state = 'declined'".into(),
            Self::MentorBounced => "mentor_invitation.state = 'bounced'".into(),
            Self::MentorSilent => {
                "mentor_invitation.state = 'invited' AND mentor_invitation.notices > 0".into()
            }
            Self::MentorDeclined => "mentor_invitation.state = 'declined'".into(),
            Self::Unchecked => {
                "application.state = 'ready' AND agreement.checked_at IS NULL".into()
            }
            Self::Gaps => format!("application.state = 'ready' AND {}", open_gaps(backend)),
        }
    }
}

/// That the school said of an outcome that it cannot support it, and the office has not decided: what
/// [`crate::application::needs::standing`] says of one row. A test holds the two against each other.
fn open_gaps(backend: DbBackend) -> String {
    let unsupported = match backend {
        DbBackend::Sqlite => {
            "EXISTS (SELECT 1 FROM json_each(agreement.review) AS line WHERE line.value ->> 'is_supported' = 0)"
        }
        _ => {
            "EXISTS (SELECT 1 FROM jsonb_array_elements(agreement.review) AS line (value) \
             WHERE line.value ->> 'is_supported' = 'false')"
        }
    };
    let needed = needs_analysis();
    format!(
        "{needed} AND agreement.state = 'signed' AND agreement.gaps_accepted_at IS NULL AND {unsupported}"
    )
}

/// Whether the school has to agree to a needs analysis: what [`crate::application::needs::is_needed`] says of one row.
pub(in crate::application) fn needs_analysis() -> &'static str {
    "COALESCE(application.answers ->> 'role' = 'aspiring' OR application.answers ->> 'teacher_status' = 'eyts', 1 = 0)"
}

/// The next step of one of [`rows`], as [`NextStep`] is stored.
pub fn step(backend: DbBackend) -> SimpleExpr {
    decided(backend, |step| step.to_value())
}

/// Who holds the next step of one of [`rows`], as [`super::Holder`] is stored.
pub fn holder(backend: DbBackend) -> SimpleExpr {
    decided(backend, |step| step.holder().to_value())
}

/// What is said of the step that it is.
fn decided(backend: DbBackend, says: impl Fn(NextStep) -> String) -> SimpleExpr {
    let mut case = CaseStatement::new();
    for (condition, step) in rules(backend) {
        case = case.case(Expr::cust(condition), Expr::cust(quoted(&says(step))));
    }
    case.finally(Expr::cust(quoted(&says(NextStep::Over))))
        .into()
}

/// Whether this hinders one of [`rows`].
pub fn hindered(by: Trouble, backend: DbBackend) -> SimpleExpr {
    let condition = by.condition(backend);
    Expr::cust(format!(
        "COALESCE(application.ended_at IS NULL AND {condition}, 1 = 0)"
    ))
}

/// Every application beside its latest asking of a signatory and of a mentor, to be narrowed.
pub fn rows() -> SelectStatement {
    let latest = |table: &str| {
        Expr::cust(format!(
            "{table}.id = (SELECT later.id FROM {table} AS later \
             WHERE later.application_id = application.id ORDER BY later.id DESC LIMIT 1)"
        ))
    };
    let mut rows = Query::select();
    rows.expr(Expr::cust("application.id")).from("application");
    for table in ["agreement", "mentor_invitation"] {
        rows.join(JoinType::LeftJoin, table, latest(table));
    }
    rows
}

/// A word of ours as a text: in the statement itself, since it is a part of the question and not of the data.
fn quoted(word: &str) -> String {
    format!("'{word}'")
}
