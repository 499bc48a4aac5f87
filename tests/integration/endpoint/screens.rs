//! The app's own heavier questions, and a reporting tool's, fit within the limits.

use serde_json::json;
use server::access::TokenScope;
use tests::Portal;

const HOME: &str = "{ me { enrolments {
    school { name } group { name tutor { name } } cohort { name award { name } } endsOn
    mentor { name bouncedAt }
    nextStep { kind since task { id title state dueOn overdue } }
    waiting { task { id title } mentor { name bouncedAt } askedAt waitingDays }
    progress { total approved waiting returned drafts notStarted waived overdue
        outcomes { outcome { id code section title } coverage by } }
    tasks { id title state dueOn overdue }
} } }";

const TASK: &str = "query($id: ID!) { task(id: $id) {
    id code title guidance state account reflection doneFrom doneTo dueOn overdue version approvedAt
    outcomes { id } suggestedOutcomes { id }
    enrolment { id person { id name } mentor { name }
        cohort { award { outcomes { id code title description } } } }
    approval { id state mentor { name email bouncedAt } askedAt waitingDays decidedAt comment
        signedName settlesAt letter { state sentAt lastError } resendFrom }
    timeline { at kind actorKind actorName note } can
} }";

const PARTICIPANT: &str = "query($id: ID!) { enrolment(id: $id) {
    id person { name email } school { name town urn } group { name tutor { name } }
    cohort { name award { name } } state appointedOn startedOn endsOn
    mentor { name email post bouncedAt }
    waiting { task { id title } mentor { name bouncedAt } askedAt waitingDays }
    progress { total approved waiting returned drafts notStarted waived overdue
        outcomes { outcome { id code section title } coverage by } }
    tasks { id title state dueOn overdue outcomes { code } }
} }";

const PARTICIPANTS: &str = "{ participants(first: 100, orderBy: { field: NAME, direction: ASC }) {
    totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    nodes { id state person { name } school { name } group { name } mentor { name bouncedAt }
        progress { total approved waiting returned overdue oldestWaitingAt } nextStep { kind since } }
} }";

const DASHBOARD: &str = "query($weekAgo: DateTime!) {
    waiting: approvals(first: 1, where: { state: { eq: WAITING } }) { totalCount }
    waitingLong: approvals(first: 1, where: { state: { eq: WAITING }, askedAt: { before: $weekAgo } }) { totalCount }
    failed: letters(first: 1, where: { state: { eq: FAILED } }) { totalCount }
    queued: letters(first: 1, where: { state: { eq: QUEUED } }) { totalCount }
    overdue: tasks(first: 1, where: { overdue: true }) { totalCount }
    participants(first: 1) { totalCount }
    mentors(first: 1) { totalCount }
    bounced: mentors(first: 1, where: { bounced: true }) { totalCount }
}";

const APPROVALS: &str = "{ approvals(first: 100, orderBy: { field: ASKED_AT, direction: ASC }) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { state askedAt waitingDays mentor { name bouncedAt }
        task { id title enrolment { person { name } } } }
} }";

/// Reports as domain experts ask for them: outcomes of everybody, and whose mentors are slow.
const REPORTS: [&str; 3] = [
    "{ participants(first: 100) { totalCount nodes {
        id startedOn endsOn appointedOn state school { urn name localAuthority } group { name }
        progress { total approved waiting overdue oldestWaitingAt
            outcomes { outcome { code } coverage by } } } } }",
    "{ tasks(first: 100, where: { overdue: true }) { totalCount nodes {
        code title state dueOn submittedAt approvedAt outcomes { code }
        enrolment { id school { urn } group { name } cohort { name award { code } } }
        approval { state askedAt waitingDays decidedAt letter { state } } } } }",
    "{ approvals(first: 100) { nodes { state askedAt decidedAt waitingDays
        mentor { id post waitingCount oldestWaitingAt } task { code enrolment { group { name } } } } } }",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_apps_own_screens_are_answered() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let (tutor, office) = (portal.tutor().await, portal.administrator().await);
    ada.query(HOME, json!({})).await;
    ada.query(TASK, json!({ "id": task })).await;
    for reader in [&tutor, &office] {
        reader.query(TASK, json!({ "id": task })).await;
        reader
            .query(PARTICIPANT, json!({ "id": ada.enrolment_id }))
            .await;
        let page = reader.query(PARTICIPANTS, json!({})).await;
        assert_eq!(page["participants"]["totalCount"], 1);
        reader.query(APPROVALS, json!({})).await;
    }
    office
        .query(DASHBOARD, json!({ "weekAgo": portal.now().to_rfc3339() }))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_of_a_report_are_answered() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    for scopes in [
        vec![TokenScope::Reports],
        vec![TokenScope::Reports, TokenScope::ReportsPersonal],
    ] {
        let tool = portal.token(&scopes).await;
        for report in REPORTS {
            tool.query(report, json!({})).await;
        }
    }
}

/// What tools send to learn a schema, in full.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_schema_can_be_read_by_tools_and_people() {
    let portal = Portal::start().await;
    let wrapped = format!("{}{}", "ofType { kind name ".repeat(9), "} ".repeat(9));
    let query = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} mutationType {{ name }}
            types {{ kind name description fields(includeDeprecated: true) {{ name description
                args {{ ...V }} type {{ ...T }} isDeprecated }}
                inputFields {{ ...V }} interfaces {{ ...T }} enumValues {{ name description }} possibleTypes {{ ...T }} }}
            directives {{ name args {{ ...V }} }} }} }}
        fragment V on __InputValue {{ name description type {{ ...T }} defaultValue }}
        fragment T on __Type {{ kind name {wrapped} }}"
    );
    let tool = portal.token(&[TokenScope::Reports]).await;
    tool.query(&query, json!({})).await;
    portal.tutor().await.query(&query, json!({})).await;
    portal
        .anonymous()
        .expect_error("INTROSPECTION_NOT_ALLOWED", &query, json!({}))
        .await;
}
