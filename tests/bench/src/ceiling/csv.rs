//! All tasks as CSV, as PostgreSQL itself writes it.

use futures_util::TryStreamExt as _;
use poem::web::Data;
use poem::{Body, IntoResponse as _, Response, handler};
use sea_orm::sqlx::PgPool;
use sea_orm::sqlx::postgres::PgPoolCopyExt as _;

use super::broken;

/// The columns of the portal's report.
const SQL: &str = "
COPY (
    SELECT k.id AS task_id, k.code, k.title, e.id AS enrolment_id, p.name AS participant, s.name AS school, s.urn,
        g.id AS group_id, g.name AS group, k.state, k.due_on,
        k.due_on < current_date AND k.state IN ('available', 'in_progress', 'returned', 'reopened') AS overdue,
        k.submitted_at, k.approved_at,
        CASE WHEN k.state = 'submitted' THEN current_date - k.submitted_at::date END AS waiting_days,
        (SELECT string_agg(o.code, ' ' ORDER BY o.position) FROM task_outcome c
            JOIN outcome o ON o.id = c.outcome_id WHERE c.task_id = k.id) AS outcomes,
        k.updated_at
    FROM task k
    JOIN enrolment e ON e.id = k.enrolment_id
    JOIN person p ON p.id = e.person_id
    JOIN school s ON s.id = e.school_id
    JOIN training_group g ON g.id = e.group_id
    ORDER BY k.id
) TO STDOUT WITH (FORMAT csv, HEADER)";

#[handler]
pub async fn tasks(pool: Data<&PgPool>) -> poem::Result<Response> {
    let rows = pool.copy_out_raw(SQL).await.map_err(broken)?;
    let body = Body::from_bytes_stream(rows.map_err(std::io::Error::other));
    Ok(body.with_content_type("text/csv").into_response())
}
