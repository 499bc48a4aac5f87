//! A hundred submitted tasks after a given one, with participant and school.

use chrono::NaiveDate;
use poem::web::{Data, Json};
use poem::{Response, handler};
use sea_orm::sqlx::{self, PgPool};
use serde::Deserialize;
use uuid::Uuid;

use super::{broken, json};

#[derive(Deserialize)]
pub struct After {
    due_on: NaiveDate,
    task: Uuid,
}

const SQL: &str = "
WITH found AS (
    SELECT k.id, k.code, k.title, k.state, k.due_on, k.submitted_at, k.enrolment_id
    FROM task k WHERE k.state = 'submitted' AND (k.due_on, k.id) > ($1, $2)
    ORDER BY k.due_on, k.id LIMIT 101
), shown AS (SELECT * FROM found ORDER BY due_on, id LIMIT 100)
SELECT json_build_object('data', json_build_object('tasks', json_build_object(
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 100 FROM found)),
    'edges', json_agg(json_build_object(
        'cursor', k.due_on || ' ' || k.id,
        'node', json_build_object('id', k.id, 'code', k.code, 'title', k.title, 'state', upper(k.state),
            'dueOn', k.due_on, 'submittedAt', k.submitted_at,
            'enrolment', json_build_object('person', json_build_object('name', p.name),
                'school', json_build_object('name', s.name, 'urn', s.urn)))
    ) ORDER BY k.due_on, k.id))))::text
FROM shown k
JOIN enrolment e ON e.id = k.enrolment_id
JOIN person p ON p.id = e.person_id
JOIN school s ON s.id = e.school_id";

#[handler]
pub async fn page(pool: Data<&PgPool>, after: Json<After>) -> poem::Result<Response> {
    let found = sqlx::query_scalar(SQL).bind(after.due_on).bind(after.task);
    Ok(json(found.fetch_one(*pool).await.map_err(broken)?))
}
