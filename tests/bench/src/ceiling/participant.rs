//! One participant's dashboard.

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
SELECT json_build_object('data', json_build_object('enrolment', json_build_object(
    'id', e.id, 'state', upper(e.state), 'startedOn', e.started_on, 'endsOn', e.ends_on,
    'person', json_build_object('name', p.name),
    'school', json_build_object('name', s.name, 'town', s.town, 'urn', s.urn),
    'group', json_build_object('name', g.name, 'tutor', json_build_object('name', t.name)),
    'tasks', (
        SELECT json_agg(json_build_object(
            'id', k.id, 'code', k.code, 'title', k.title, 'state', upper(k.state), 'dueOn', k.due_on,
            'overdue', k.due_on < current_date AND k.state IN ('available', 'in_progress', 'returned', 'reopened'),
            'version', k.version, 'submittedAt', k.submitted_at, 'approvedAt', k.approved_at,
            'outcomes', (
                SELECT json_agg(json_build_object('code', o.code, 'title', o.title) ORDER BY o.position)
                FROM task_outcome c JOIN outcome o ON o.id = c.outcome_id WHERE c.task_id = k.id
            )) ORDER BY k.position)
        FROM task k WHERE k.enrolment_id = e.id
    ))))::text
FROM enrolment e
JOIN person p ON p.id = e.person_id
JOIN school s ON s.id = e.school_id
JOIN training_group g ON g.id = e.group_id
LEFT JOIN person t ON t.id = g.tutor_id
WHERE e.id = $1";

#[handler]
pub async fn dashboard(pool: Data<&PgPool>, asked: Json<Asked>) -> poem::Result<Response> {
    let text = sqlx::query_scalar(SQL)
        .bind(asked.id)
        .fetch_one(*pool)
        .await;
    Ok(json(text.map_err(broken)?))
}
