//! Every step that the life of a task does not allow is refused, by GraphQL and by link, and changes nothing.

use serde_json::{Value, json};
use tests::{Participant, Person, Portal, Seen, TaskId, approval};

/// A step that does not fit, and the code with which it is refused.
type Refused = (&'static str, &'static str);

/// A task of its own for each state, and what is refused in it.
const STATES: [(&str, &str, &[Refused]); 7] = [
    (
        "policy_review",
        "AVAILABLE",
        &[
            ("submit", "INVALID_INPUT"),
            ("withdraw", "WRONG_STATE"),
            ("reopen", "WRONG_STATE"),
        ],
    ),
    (
        "data_review",
        "IN_PROGRESS",
        &[("withdraw", "WRONG_STATE"), ("reopen", "WRONG_STATE")],
    ),
    (
        "provision_map",
        "SUBMITTED",
        &[
            ("save", "WRONG_STATE"),
            ("submit", "WRONG_STATE"),
            ("reopen", "WRONG_STATE"),
            ("waive", "WRONG_STATE"),
        ],
    ),
    (
        "pupil_profile",
        "APPROVED",
        &[
            ("save", "WRONG_STATE"),
            ("submit", "WRONG_STATE"),
            ("withdraw", "WRONG_STATE"),
            ("waive", "WRONG_STATE"),
        ],
    ),
    ("staff_training", "RETURNED", &[("withdraw", "WRONG_STATE")]),
    (
        "family_consultation",
        "WAIVED",
        &[
            ("save", "WRONG_STATE"),
            ("submit", "WRONG_STATE"),
            ("withdraw", "WRONG_STATE"),
            ("waive", "WRONG_STATE"),
        ],
    ),
    (
        "outside_agency",
        "REOPENED",
        &[("withdraw", "WRONG_STATE"), ("reopen", "WRONG_STATE")],
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_does_not_fit_is_refused_and_changes_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    bring_into_all_states(&portal, &ada, &office).await;
    for (code, state, refused) in STATES {
        let task = ada.task(code);
        let before = ada.sees(task).await;
        assert_eq!(before.state(), state);
        for (step, error) in refused {
            let answer = take(step, &ada, &office, code, &before).await;
            assert_eq!(
                answer.code(),
                Some(*error),
                "{step} while {state}: {}",
                answer.body
            );
            let after = ada.sees(task).await;
            assert_eq!(after.version(), before.version(), "{step} while {state}");
            assert_eq!(after.history(), before.history(), "{step} while {state}");
        }
        let offered: Vec<&str> = before
            .get("/can")
            .as_array()
            .expect("actions")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for (step, _) in refused.iter().filter(|(_, error)| *error == "WRONG_STATE") {
            assert!(
                !offered.contains(&step.to_uppercase().as_str()),
                "{step} is offered while {state}"
            );
        }
    }
}

async fn bring_into_all_states(portal: &Portal, ada: &Participant, office: &Person) {
    for (code, state, _) in STATES {
        match state {
            "AVAILABLE" => {}
            "IN_PROGRESS" | "WAIVED" => drop(ada.writes(code).await),
            _ => drop(ada.asks_approval_of(code).await),
        }
    }
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let asked = |codes: &[&str]| {
        let titles: Vec<&str> = codes.iter().map(|code| ada.title(code)).collect();
        page.asked()
            .into_iter()
            .filter(|one| titles.contains(&one.title.as_str()))
            .collect::<Vec<_>>()
    };
    page.posts(&approval(
        &asked(&["pupil_profile", "outside_agency"]),
        "Grace Mentor",
    ))
    .await;
    page.returns(ada.title("staff_training"), "Who came?").await;
    reopen(office, ada.task("outside_agency"), "A mistake")
        .await
        .data();
    waive(office, ada.task("family_consultation"), "Done elsewhere")
        .await
        .data();
}

async fn take(
    step: &str,
    ada: &Participant,
    office: &Person,
    code: &str,
    seen: &Seen,
) -> tests::Answer {
    let task = ada.task(code);
    match step {
        "save" => ada.saves(ada.draft(code, seen.version())).await,
        "submit" => ada.submits(task).await,
        "withdraw" => ada.withdraws(task).await,
        "reopen" => reopen(office, task, "Why not").await,
        "waive" => waive(office, task, "Why not").await,
        other => panic!("no step {other}"),
    }
}

async fn reopen(office: &Person, task: TaskId, reason: &str) -> tests::Answer {
    let document = "mutation($input: ReasonInput!) { reopenTask(input: $input) { state } }";
    office
        .ask(
            document,
            json!({ "input": { "taskId": task, "reason": reason } }),
        )
        .await
}

async fn waive(office: &Person, task: TaskId, reason: &str) -> tests::Answer {
    let document = "mutation($input: ReasonInput!) { waiveTask(input: $input) { state } }";
    office
        .ask(
            document,
            json!({ "input": { "taskId": task, "reason": reason } }),
        )
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_version_is_a_conflict_that_names_the_newer_one() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.writes("policy_review").await;
    let now = ada.sees(task).await.version();
    for stale in [now - 1, now + 1] {
        let saved = ada
            .saves(ada.draft("policy_review", stale))
            .await
            .error("CONFLICT");
        assert_eq!(saved["extensions"]["currentVersion"], now);
        let submitted = ada.submits_version(task, stale).await.error("CONFLICT");
        assert_eq!(submitted["extensions"]["currentVersion"], now);
    }
    assert_eq!(ada.sees(task).await.state(), "IN_PROGRESS");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_is_named_field_by_field() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    let task = ada.task("policy_review");
    let empty =
        json!({ "taskId": task, "version": 1, "account": " ", "reflection": "", "outcomeIds": [] });
    ada.saves(empty).await.data();
    let missing = ada.submits(task).await.error("INVALID_INPUT");
    assert_eq!(
        fields(&missing),
        ["account", "reflection", "doneFrom", "doneTo", "outcomeIds"]
    );

    let version = ada.sees(task).await.version();
    let impossible = json!({
        "taskId": task, "version": version, "account": "x".repeat(10_001), "reflection": "y".repeat(10_001),
        "doneFrom": "2026-02-27", "doneTo": "2026-02-23", "outcomeIds": [task],
    });
    let wrong = ada.saves(impossible).await.error("INVALID_INPUT");
    assert_eq!(
        fields(&wrong),
        ["account", "reflection", "doneTo", "outcomeIds"]
    );
    assert_eq!(ada.sees(task).await.version(), version);

    let mut ahead = ada.draft("policy_review", version);
    (ahead["doneFrom"], ahead["doneTo"]) = ("2026-03-04".into(), "2026-03-05".into());
    ada.saves(ahead).await.data();
    let early = ada.submits(task).await.error("INVALID_INPUT");
    assert_eq!(fields(&early), ["doneFrom", "doneTo"]);

    assert_eq!(
        fields(&waive(&office, task, "  ").await.error("INVALID_INPUT")),
        ["reason"]
    );
    let nobody = office
        .replaces_mentor(ada.enrolment_id, "", "nowhere")
        .await
        .error("INVALID_INPUT");
    assert_eq!(fields(&nobody), ["name", "email"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_becomes_their_own_mentor() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    for address in ["ada@willowbank.test", " ADA@Willowbank.TEST "] {
        let refused = office
            .replaces_mentor(ada.enrolment_id, "Ada", address)
            .await
            .error("INVALID_INPUT");
        assert_eq!(fields(&refused), ["email"]);
    }
    let same = office
        .replaces_mentor(ada.enrolment_id, "Grace", &ada.mentor.email)
        .await;
    assert_eq!(fields(&same.error("INVALID_INPUT")), ["email"]);
    let by_herself = ada
        .replaces_mentor(ada.enrolment_id, "Friend", "friend@elsewhere.test")
        .await;
    assert_eq!(by_herself.code(), Some("FORBIDDEN"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_is_resent_once_a_day_and_only_while_it_waits() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    ada.resends(task).await.error("TOO_MANY");
    portal.wait(chrono::Duration::hours(24));
    ada.resends(task).await.data();
    ada.resends(task).await.error("TOO_MANY");
    portal.post_letters().await;
    assert_eq!(portal.mailbox().letters_to(&ada.mentor.email).len(), 2);
    portal.follow(&link).await.approves("Grace Mentor").await;
    portal.wait(chrono::Duration::hours(24));
    ada.resends(task).await.error("WRONG_STATE");
}

fn fields(error: &Value) -> Vec<&str> {
    let fields = error["extensions"]["fields"].as_array().expect("fields");
    assert!(fields.iter().all(|field| {
        field["message"]
            .as_str()
            .is_some_and(|message| !message.is_empty())
    }));
    fields
        .iter()
        .filter_map(|field| field["name"].as_str())
        .collect()
}
