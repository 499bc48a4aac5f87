//! Columns that hold one of a few words.

use std::borrow::Cow;
use std::sync::LazyLock;

use entity::{agreement, approval_request, enrolment, letter, task};
use sea_orm::{ActiveEnum, Iterable};

/// All words that a column can hold, as files write them; the schema has them in capitals.
#[derive(Debug)]
pub struct Words {
    /// The schema's name for them.
    pub name: &'static str,
    /// The word, and what it means where the schema does not know that from elsewhere.
    pub words: Vec<(Cow<'static, str>, &'static str)>,
}

impl Words {
    fn stored<E: ActiveEnum<Value = String> + Iterable>(name: &'static str) -> Self {
        let words = E::iter().map(|word| (word.to_value().into(), ""));
        Self {
            name,
            words: words.collect(),
        }
    }

    fn told(name: &'static str, words: &[(&'static str, &'static str)]) -> Self {
        let words = words.iter().map(|(word, about)| ((*word).into(), *about));
        Self {
            name,
            words: words.collect(),
        }
    }

    /// The word as files have it, whatever the case in which somebody wrote it.
    pub fn parse(&self, text: &str) -> Option<&str> {
        self.words
            .iter()
            .map(|(word, _)| word.as_ref())
            .find(|word| word.eq_ignore_ascii_case(text))
    }
}

pub(super) static TASK_STATE: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<task::State>("TaskState"));
pub(super) static ENROLMENT_STATE: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<enrolment::State>("EnrolmentState"));
pub(super) static APPROVAL_STATE: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<approval_request::State>("ApprovalState"));
pub(super) static LETTER_KIND: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<letter::Kind>("LetterKind"));
pub(super) static LETTER_STATE: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<letter::State>("LetterState"));
pub(super) static AGREEMENT_STATE: LazyLock<Words> =
    LazyLock::new(|| Words::stored::<agreement::State>("AgreementState"));
pub(super) static CHASE_ACTION: LazyLock<Words> = LazyLock::new(|| {
    Words::told(
        "AgreementChaseAction",
        &[
            (
                "wait",
                "The signatory has been asked, and the portal reminds them by itself.",
            ),
            (
                "call_school",
                "Every reminder has gone and no answer has come: call the school.",
            ),
            (
                "check_paper",
                "The school sent a signed paper: the office has to look at it.",
            ),
            (
                "answer_question",
                "The signatory asked the office something, and is not reminded before it answers.",
            ),
            (
                "correct_address",
                "The letter came back: the applicant or the office has to correct the address.",
            ),
            (
                "name_signatory",
                "The signatory said no, or nobody is asked: the applicant or the office has to name somebody.",
            ),
        ],
    )
});
pub(super) static COVERAGE: LazyLock<Words> = LazyLock::new(|| {
    Words::told(
        "Coverage",
        &[
            ("none", "Nothing points to it yet."),
            ("partial", "A task that is not approved yet points to it."),
            ("met", "An approved task covers it."),
        ],
    )
});
pub(super) static RISK: LazyLock<Words> = LazyLock::new(|| {
    Words::told(
        "StatutoryRiskLevel",
        &[
            ("red", "The forecast is after the deadline."),
            (
                "amber",
                "The forecast keeps the deadline with fewer days to spare than the award asks for.",
            ),
            (
                "green",
                "The forecast keeps the deadline with days to spare.",
            ),
        ],
    )
});
