//! Grace, Ada's mentor, answers on her telephone, which runs no scripts.

use tests::{Browser, Participant, Portal};

use crate::words::{ACCOUNT, COMMENT};

/// Grace makes every mistake that the page knows, then approves one task and returns the other.
pub async fn answers(portal: &Portal, ada: &Participant) {
    let (approved, returned) = (ada.task("data_review"), ada.task("policy_review"));
    let phone = portal.plain_phone().await;
    phone
        .follows(&portal.link_to(&ada.mentor.email).await)
        .await;
    phone.reads_heading("2 tasks wait for your approval").await;
    phone.looks_right("link").await;
    phone.sees(ACCOUNT).await;
    let (approve, send_back) = (
        phone.asked_about(ada.title("data_review")).await,
        phone.asked_about(ada.title("policy_review")).await,
    );

    phone.clicks("Send my decisions").await;
    phone.reads_heading("2 tasks wait for your approval").await;
    phone.sees("There is a problem").await;
    phone.looks_right("link-nothing-filled").await;
    assert!(
        phone.title().await.starts_with("Error: "),
        "{}",
        phone.title().await
    );

    phone.fills("name", "Grace Mentor").await;
    phone
        .clicks_at(&format!("label[for='decision-{approve}']"))
        .await;
    phone
        .fills(&format!("comment-{approve}"), "Well done, Ada.")
        .await;
    phone
        .clicks_at(&format!("label[for='return-{send_back}']"))
        .await;
    phone.clicks("Send my decisions").await;
    phone
        .sees("Write what has to change before you return it")
        .await;
    phone.sees("Tick the box to confirm").await;
    phone.looks_right("link-mistakes").await;
    assert_eq!(phone.value_of("name").await, "Grace Mentor");
    assert_eq!(
        phone.value_of(&format!("comment-{approve}")).await,
        "Well done, Ada."
    );
    for chosen in [format!("decision-{approve}"), format!("return-{send_back}")] {
        assert_eq!(
            phone.counts(&format!("input[id='{chosen}']:checked")).await,
            1,
            "{chosen} is lost"
        );
    }
    assert_eq!(
        ada.sees(approved).await.state(),
        "SUBMITTED",
        "nothing is decided while anything is missing"
    );

    phone.fills(&format!("comment-{send_back}"), COMMENT).await;
    phone.clicks_at("label[for=tick]").await;
    phone.clicks("Send my decisions").await;
    phone
        .reads_heading("Thank you, your answer is recorded")
        .await;
    phone.looks_right("link-recorded").await;
    assert!(ada.sees(approved).await.is_approved());
    assert_eq!(ada.sees(returned).await.state(), "RETURNED");

    takes_one_back_and_approves_again(portal, ada, &phone).await;
}

async fn takes_one_back_and_approves_again(portal: &Portal, ada: &Participant, phone: &Browser) {
    phone.clicks("Take back what is ticked").await;
    phone
        .sees("Tick the decision that you want to take back")
        .await;
    phone.looks_right("link-undo-mistake").await;
    phone
        .clicks(&format!("Take back: “{}”", ada.title("data_review")))
        .await;
    phone.fills("undo-name", "Grace Mentor").await;
    phone.clicks("Take back what is ticked").await;
    phone.reads_heading("Ada asks for your approval").await;
    phone.looks_right("link-taken-back").await;
    assert_eq!(ada.sees(ada.task("data_review")).await.state(), "SUBMITTED");

    let again = phone.asked_about(ada.title("data_review")).await;
    phone
        .clicks_at(&format!("label[for='decision-{again}']"))
        .await;
    phone.fills("name", "Grace Mentor").await;
    phone.clicks_at("label[for=tick]").await;
    phone.clicks("Send my decision").await;
    phone.sees("Recorded").await;

    portal.post_letters().await;
    let receipt = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "receipt")
        .await;
    assert!(
        receipt.text().contains(ada.title("data_review")),
        "{}",
        receipt.text()
    );
    phone.follows(&receipt.link()).await;
    phone.reads_heading("Your receipt").await;
    phone.looks_right("receipt").await;
    phone.clicks("This was not me").await;
    phone
        .sees("Tick the box if you did not make these decisions")
        .await;
    phone.looks_right("receipt-mistake").await;
}
