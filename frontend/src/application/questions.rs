//! What an applicant is asked: the words.

use super::asked::Kind::{Day, Line, Number, OneOf, School, Text};
use super::asked::{Question, asked};
use super::words::{Induction, Payer, SencoRole, Setting, SignatoryCapacity, TeacherStatus};
use crate::group::Mode;
use crate::ui::choice::Choice;

pub const QUESTIONS: [Question; 8] = [
    Question {
        name: "status",
        title: "Your teacher status",
        intro: "",
        asked: &[
            asked(
                "teacherStatus",
                OneOf(TeacherStatus::choices),
                "Which teacher status do you hold?",
                "",
                "Choose the teacher status that you hold",
            ),
            asked(
                "member",
                OneOf(yes_or_no),
                "Are you a member of the Society for Education and Training now?",
                "QTLS counts as QTS only while you are a member.",
                "Say whether you are a member",
            ),
            asked(
                "induction",
                OneOf(Induction::choices),
                "How far are you with your induction as a teacher?",
                "",
                "Say how far you are with your induction",
            ),
        ],
    },
    Question {
        name: "role",
        title: "Your role",
        intro: "A SENCO is the teacher who coordinates the support for pupils with special educational needs.",
        asked: &[
            asked(
                "role",
                OneOf(SencoRole::choices),
                "What do you have to do with the role of SENCO?",
                "",
                "Choose what you are at the school",
            ),
            asked(
                "appointedOn",
                Day,
                "When did you become SENCO at your school?",
                "For example, 1 9 2026",
                "Enter the day on which you became SENCO",
            ),
            asked(
                "serviceMonths",
                Number,
                "For how many months were you a SENCO before that?",
                "In total, at any school. Enter 0 if you were not.",
                "Enter the months, or 0",
            ),
        ],
    },
    Question {
        name: "work",
        title: "Your work",
        intro: "",
        asked: &[
            asked(
                "setting",
                OneOf(Setting::choices),
                "Where do you work?",
                "",
                "Choose where you work",
            ),
            asked(
                "teaches",
                OneOf(yes_or_no),
                "Do you work as a teacher there?",
                "",
                "Say whether you work as a teacher there",
            ),
            asked(
                "awardHeld",
                OneOf(yes_or_no),
                "Do you hold a national award for SENCOs already?",
                "",
                "Say whether you hold a national award for SENCOs",
            ),
            asked(
                "beganOn",
                Day,
                "When did you begin this award with another provider? (optional)",
                "Leave it empty if you have not begun it anywhere.",
                "",
            ),
        ],
    },
    Question {
        name: "identity",
        title: "How we reach you",
        intro: "",
        asked: &[
            asked(
                "phone",
                Line("tel", "tel"),
                "Telephone number (optional)",
                "We write to you by e-mail. A number helps if letters get lost.",
                "",
            ),
            asked(
                "trn",
                Line("text", "off"),
                "Teacher reference number (optional)",
                "7 digits, such as 1234567. It is on your payslips and on letters about your teacher’s pension. Leave it empty if you have none, or cannot find it.",
                "",
            ),
        ],
    },
    Question {
        name: "school",
        title: "Your school",
        intro: "",
        asked: &[asked(
            "schoolId",
            School,
            "School",
            "",
            "Find the school where you work and choose it",
        )],
    },
    Question {
        name: "signatory",
        title: "Who signs for your school",
        intro: "We ask them by e-mail to sign the support agreement and to name your mentor. They need no account. If you lead the school yourself, name the chair of governors.",
        asked: &[
            asked(
                "signatoryName",
                Line("text", "off"),
                "Their full name",
                "",
                "Enter the name of who signs for the school",
            ),
            asked(
                "signatoryEmail",
                Line("email", "off"),
                "Their e-mail address at work",
                "Never your own: nobody signs for themselves.",
                "Enter the e-mail address of who signs for the school",
            ),
            asked(
                "signatoryCapacity",
                OneOf(SignatoryCapacity::choices),
                "What are they at the school?",
                "",
                "Choose what they are at the school",
            ),
        ],
    },
    Question {
        name: "preferences",
        title: "How you would like to learn",
        intro: "",
        asked: &[
            asked(
                "mode",
                OneOf(modes),
                "How would you like to be taught?",
                "",
                "Choose how you would like to be taught",
            ),
            asked(
                "places",
                Text,
                "Where could you come? (optional)",
                "Towns or areas, in your own words",
                "",
            ),
            asked(
                "accessNeeds",
                Text,
                "What do you need to take part? (optional)",
                "For example, step-free access, large print or a signer. Only the programme office sees it.",
                "",
            ),
        ],
    },
    Question {
        name: "fee",
        title: "The fee",
        intro: "",
        asked: &[
            asked(
                "payer",
                OneOf(Payer::choices),
                "Who pays the fee?",
                "",
                "Choose who pays the fee",
            ),
            asked(
                "purchaseOrder",
                Line("text", "off"),
                "Purchase order number (optional)",
                "The payer’s, if they have given you one. It goes onto the invoice.",
                "",
            ),
        ],
    },
];

fn yes_or_no() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No")]
}

fn modes() -> Vec<Choice> {
    [Mode::FaceToFace, Mode::DistanceLearning]
        .map(|mode| Choice::new(mode.words(), mode.words()))
        .to_vec()
}
