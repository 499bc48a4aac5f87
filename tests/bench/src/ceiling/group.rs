//! Fifty participants of a group, with their progress.

use poem::web::{Data, Json};
use poem::{Response, handler};
use sea_orm::sqlx::{self, PgPool};
use serde::Deserialize;
use uuid::Uuid;

use super::{broken, json};

#[derive(Deserialize)]
pub struct Asked {
    id: Uuid,
}

const SQL: &str = "
WITH shown AS MATERIALIZED (
    SELECT e.id, e.state, p.name, s.name AS school, s.urn, r.award_id
    FROM enrolment e
    JOIN person p ON p.id = e.person_id
    JOIN school s ON s.id = e.school_id
    JOIN cohort h ON h.id = e.cohort_id
    JOIN programme r ON r.id = h.programme_id
    WHERE e.group_id = $1 ORDER BY p.name, e.id LIMIT 50
), counted AS (
    SELECT k.enrolment_id, count(*) AS total,
        count(*) FILTER (WHERE k.state = 'approved') AS approved,
        count(*) FILTER (WHERE k.state = 'submitted') AS waiting,
        count(*) FILTER (WHERE k.state = 'returned') AS returned,
        count(*) FILTER (WHERE k.state IN ('in_progress', 'reopened')) AS drafts,
        count(*) FILTER (WHERE k.state = 'available') AS not_started,
        count(*) FILTER (WHERE k.state = 'waived') AS waived,
        count(*) FILTER (WHERE k.due_on < current_date
            AND k.state IN ('available', 'in_progress', 'returned', 'reopened')) AS overdue
    FROM task k WHERE k.enrolment_id IN (SELECT id FROM shown) GROUP BY k.enrolment_id
), covered AS (
    SELECT k.enrolment_id, c.outcome_id,
        CASE WHEN bool_or(k.state = 'approved') THEN 'MET'
             WHEN bool_or(k.state <> 'waived') THEN 'PARTIAL' ELSE 'NONE' END AS coverage
    FROM task k JOIN task_outcome c ON c.task_id = k.id
    WHERE k.enrolment_id IN (SELECT id FROM shown) GROUP BY k.enrolment_id, c.outcome_id
), outcomes AS (
    SELECT shown.id, json_agg(json_build_object(
        'outcome', json_build_object('code', o.code), 'coverage', coalesce(covered.coverage, 'NONE')
    ) ORDER BY o.position) AS list
    FROM shown JOIN outcome o ON o.award_id = shown.award_id
    LEFT JOIN covered ON covered.enrolment_id = shown.id AND covered.outcome_id = o.id
    GROUP BY shown.id
), waits AS (
    SELECT enrolment_id, min(asked_at) AS since FROM approval_request
    WHERE state = 'waiting' AND enrolment_id IN (SELECT id FROM shown) GROUP BY enrolment_id
)
SELECT json_build_object('data', json_build_object('participants', json_build_object('nodes', json_agg(
    json_build_object('id', shown.id, 'state', upper(shown.state), 'person', json_build_object('name', shown.name),
        'school', json_build_object('name', shown.school, 'urn', shown.urn),
        'progress', json_build_object('total', total, 'approved', approved, 'waiting', waiting,
            'returned', returned, 'drafts', drafts, 'notStarted', not_started, 'waived', waived,
            'overdue', overdue, 'oldestWaitingAt', waits.since, 'outcomes', outcomes.list))
    ORDER BY shown.name, shown.id))))::text
FROM shown
JOIN counted ON counted.enrolment_id = shown.id
JOIN outcomes ON outcomes.id = shown.id
LEFT JOIN waits ON waits.enrolment_id = shown.id";

#[handler]
pub async fn overview(pool: Data<&PgPool>, asked: Json<Asked>) -> poem::Result<Response> {
    let text = sqlx::query_scalar(SQL)
        .bind(asked.id)
        .fetch_one(*pool)
        .await;
    Ok(json(text.map_err(broken)?))
}
