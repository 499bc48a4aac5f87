//! The questions: which there are, which is next, and how each is put.

use Question::{
    AppointedOn, Award, AwardHeld, BeganOn, Begun, Induction, Member, Role, ServiceMonths, Setting,
    TeacherStatus, Teaches,
};

use super::ask::AwardChoice;
use crate::navigate::Query;
use crate::ui::choice::Choice;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    Award,
    Begun,
    BeganOn,
    Role,
    AppointedOn,
    ServiceMonths,
    Setting,
    Teaches,
    TeacherStatus,
    Member,
    Induction,
    AwardHeld,
}

/// In the order in which they are asked.
const ALL: [Question; 12] = [
    Award,
    Begun,
    BeganOn,
    Role,
    AppointedOn,
    ServiceMonths,
    Setting,
    Teaches,
    TeacherStatus,
    Member,
    Induction,
    AwardHeld,
];

/// How an answer is given.
pub enum Kind {
    Choice(Vec<Choice>),
    Day,
    Number,
}

impl Question {
    /// Its name in the address, and that of the server's input.
    pub fn name(self) -> &'static str {
        match self {
            Award => "award",
            Begun => "begun",
            BeganOn => "beganOn",
            Role => "role",
            AppointedOn => "appointedOn",
            ServiceMonths => "serviceMonths",
            Setting => "setting",
            Teaches => "teaches",
            TeacherStatus => "teacherStatus",
            Member => "member",
            Induction => "induction",
            AwardHeld => "awardHeld",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Award => "Which award is it about?",
            Begun => "Have you begun this award with another provider?",
            BeganOn => "When did you begin it?",
            Role => "Are you your school’s SENCO?",
            AppointedOn => "When did you become SENCO?",
            ServiceMonths => "For how many months were you a SENCO before that?",
            Setting => "Where do you work?",
            Teaches => "Do you work as a teacher there?",
            TeacherStatus => "Which teacher status do you have?",
            Member => "Are you a member of the Society for Education and Training?",
            Induction => "Have you passed your induction as a teacher?",
            AwardHeld => "Do you hold a national award for SENCOs already?",
        }
    }

    /// What helps to answer.
    pub fn hint(self) -> &'static str {
        match self {
            Begun => {
                "This award takes no new starters, but who began it in time may go on with it."
            }
            BeganOn => "The first day of your programme, for example 15 1 2024.",
            Role => {
                "The SENCO is the teacher who coordinates the school’s work for special educational needs."
            }
            AppointedOn => {
                "The day on which you took on the role, for example 1 9 2025. It decides by when you must hold the award."
            }
            ServiceMonths => {
                "At any school, in total. Write 0 if you were not. Count a month that you began as a whole one."
            }
            Teaches => "How many hours does not matter.",
            Member => "QTLS counts only while you are a member.",
            Induction => {
                "The first school years of a newly qualified teacher, which end with an assessment."
            }
            AwardHeld => "The National Award for SEN Coordination, or the NPQ for SENCOs.",
            Award | Setting | TeacherStatus => "",
        }
    }

    /// What is said to who leaves it empty.
    pub fn missing(self) -> &'static str {
        match self.kind(&[]) {
            Kind::Choice(_) => "Choose an answer",
            Kind::Day => "Enter the day",
            Kind::Number => "Enter a number of months, such as 8",
        }
    }

    pub fn kind(self, awards: &[AwardChoice]) -> Kind {
        let yes_no = || Kind::Choice(vec![Choice::new("true", "Yes"), Choice::new("false", "No")]);
        match self {
            Award => Kind::Choice(awards.iter().map(AwardChoice::choice).collect()),
            BeganOn | AppointedOn => Kind::Day,
            ServiceMonths => Kind::Number,
            Begun | Teaches | Member | AwardHeld => yes_no(),
            Role => Kind::Choice(vec![
                Choice::new("DESIGNATED", "Yes"),
                Choice::new(
                    "HEADTEACHER",
                    "Yes, and I am its headteacher or acting headteacher",
                ),
                Choice::new("ASPIRING", "Not yet")
                    .hint("You hope to become one, or you help the SENCO."),
            ]),
            Setting => Kind::Choice(vec![
                Choice::new("MAINSTREAM", "A mainstream school")
                    .hint("Maintained schools and academies, also maintained nursery schools."),
                Choice::new(
                    "EARLY_YEARS",
                    "A nursery or another setting for children up to 5",
                ),
                Choice::new("OTHER", "Somewhere else")
                    .hint("Such as a special school, a college or an independent school."),
            ]),
            TeacherStatus => Kind::Choice(vec![
                Choice::new("QTS", "QTS: qualified teacher status"),
                Choice::new("QTLS", "QTLS: qualified teacher learning and skills")
                    .hint("Mostly held by teachers in further education."),
                Choice::new("EYTS", "EYTS: early years teacher status"),
                Choice::new("NONE", "None of these"),
            ]),
            Induction => Kind::Choice(vec![
                Choice::new("PASSED", "Yes"),
                Choice::new("NOT_REQUIRED", "It was not required of me")
                    .hint("For example because you qualified before May 1999, or hold QTLS."),
                Choice::new("IN_PROGRESS", "Not yet: I am doing it now"),
                Choice::new("NOT_PASSED", "No, I did not pass it"),
            ]),
        }
    }

    /// Whether the answers before leave this open.
    fn is_asked(self, said: &Query, awards: &[AwardChoice]) -> bool {
        let is = |question: Question, word: &str| said.get(question.name()) == Some(word);
        match self {
            Begun => awards
                .iter()
                .any(|award| is(Award, &award.code) && award.start_before.is_some()),
            BeganOn => Begun.is_asked(said, awards) && is(Begun, "true"),
            AppointedOn | ServiceMonths => !is(Role, "ASPIRING"),
            Teaches => !is(Role, "HEADTEACHER"),
            Member => is(TeacherStatus, "QTLS"),
            Induction => {
                (is(TeacherStatus, "QTS") || is(TeacherStatus, "QTLS")) && !is(Role, "HEADTEACHER")
            }
            Award | Role | Setting | TeacherStatus | AwardHeld => true,
        }
    }
}

/// The questions that these answers lead to, in order.
pub fn asked(said: &Query, awards: &[AwardChoice]) -> Vec<Question> {
    let asked = |question: &Question| question.is_asked(said, awards);
    ALL.into_iter().filter(asked).collect()
}

/// The question to show; none when all are answered. `at` in the address goes back to one.
pub fn next(said: &Query, awards: &[AwardChoice]) -> Option<Question> {
    let asked = asked(said, awards);
    let back = said.get("at");
    let chosen = asked.iter().find(|one| Some(one.name()) == back);
    chosen
        .or_else(|| asked.iter().find(|one| said.get(one.name()).is_none()))
        .copied()
}
