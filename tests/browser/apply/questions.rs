//! Helen is asked to sign and wants to know something first: she asks on her telephone, without scripts, and Amina answers.

use tests::{Applicant, Browser, Portal, Programme};

use super::opens_application;

const QUESTION: &str = "Who pays for the cover on the ten days?";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_is_asked_and_answered() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let helen = portal.plain_phone().await;
    asks(&portal, &helen).await;
    follows(&portal, &ada).await;
    answers(&portal).await;
    reads(&portal, &helen).await;
}

async fn asks(portal: &Portal, helen: &Browser) {
    helen
        .follows(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    helen.clicks("Ask a question").await;
    helen.looks_right("question-form").await;
    helen.fills("question", QUESTION).await;
    helen.clicks("Ask the programme office").await;
    helen.sees("There is a problem").await;
    helen.looks_right("question-mistakes").await;
    assert_eq!(helen.value_of("question").await, QUESTION);
    helen.fills("askedBy", "Helen Headteacher").await;
    helen.clicks("Ask the programme office").await;
    helen
        .reads_heading("Your question is with the programme office")
        .await;
    helen.sees(QUESTION).await;
    helen.looks_right("question-asked").await;
    helen.clicks("Back to the agreement").await;
    helen
        .sees("The programme office has not answered yet.")
        .await;
    helen.looks_right("question-waiting").await;
}

/// Ada sees that there is a question.
async fn follows(portal: &Portal, ada: &Applicant) {
    let browser = opens_application(portal, ada).await;
    browser
        .sees("Your school has asked the programme office something")
        .await;
    browser.looks_right("application-asked").await;
}

async fn answers(portal: &Portal) {
    let amina = portal.browser().await;
    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina
        .clicks_at("a[href='/office/questions?state=open']")
        .await;
    amina.arrives_at("Questions from schools").await;
    amina.looks_right("questions").await;
    amina.clicks(QUESTION).await;
    amina.arrives_at("A question before signing").await;
    amina.looks_right("question").await;
    amina.clicks("Send the answer").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("question-unanswered").await;
    amina
        .fills("answer", "The school does, from its own budget.")
        .await;
    amina.clicks("Send the answer").await;
    amina.reads_heading("Ada").await;
    amina.sees("The answer is on its way.").await;
    amina.sees("The school: to sign").await;
    amina.looks_right("application-answered").await;
}

async fn reads(portal: &Portal, helen: &Browser) {
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "Answer to your question")
        .await;
    helen.follows(&letter.link()).await;
    helen.sees("The school does, from its own budget.").await;
    helen.looks_right("question-answered").await;
}
