//! All tasks as CSV, as PostgreSQL itself writes it.

use futures_util::TryStreamExt as _;
use poem::web::Data;
use poem::{Body, IntoResponse as _, Response, handler};
use sea_orm::sqlx::PgPool;
use sea_orm::sqlx::postgres::PgPoolCopyExt as _;

use super::broken;

const SQL: &str = "
COPY (
    SELECT k.id, k.code, k.title, k.state, k.due_on, k.submitted_at, k.approved_at, e.id AS enrolment, p.name,
        s.urn, s.name AS school, g.name AS training_group
    FROM task k
    JOIN enrolment e ON e.id = k.enrolment_id
    JOIN person p ON p.id = e.person_id
    JOIN school s ON s.id = e.school_id
    JOIN training_group g ON g.id = e.group_id
    ORDER BY k.due_on, k.id
) TO STDOUT WITH (FORMAT csv, HEADER)";

#[handler]
pub async fn tasks(pool: Data<&PgPool>) -> poem::Result<Response> {
    let rows = pool.copy_out_raw(SQL).await.map_err(broken)?;
    let body = Body::from_bytes_stream(rows.map_err(std::io::Error::other));
    Ok(body.with_content_type("text/csv").into_response())
}
