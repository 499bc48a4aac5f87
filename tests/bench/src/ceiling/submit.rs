//! Submitting a task: the row, its event, the letter and the request, in one statement.

use poem::web::{Data, Json};
use poem::{Response, handler};
use sea_orm::sqlx::{self, PgPool};
use serde::Deserialize;
use uuid::Uuid;

use super::{broken, json};

#[derive(Deserialize)]
pub struct Asked {
    task: Uuid,
    version: i32,
}

const SQL: &str = "
WITH t AS (
    UPDATE task SET state = 'submitted', version = version + 1, submitted_at = now(), updated_at = now()
    WHERE id = $1 AND version = $2 AND state IN ('in_progress', 'returned', 'reopened')
        AND account <> '' AND reflection <> '' AND done_from <= current_date AND done_to <= current_date
        AND EXISTS (SELECT FROM task_outcome c WHERE c.task_id = $1)
    RETURNING *
), m AS (
    SELECT m.id, m.name, m.email, t.enrolment_id FROM t
    JOIN mentorship s ON s.enrolment_id = t.enrolment_id AND s.state = 'active'
    JOIN mentor m ON m.id = s.mentor_id
), l AS (
    INSERT INTO letter (id, kind, to_name, to_email, mentor_id, enrolment_id, state, batch_key, send_after, attempts,
        message_id, in_reply_to, created_at)
    SELECT $3, 'task_approval_requested', m.name, m.email, m.id, m.enrolment_id, 'queued', 'mentor:' || m.id,
        now() + interval '10 minutes', 0, '<' || $3 || '@bench>', '<mentor.' || m.id || '@bench>', now() FROM m
    ON CONFLICT (batch_key) WHERE state = 'queued' AND claimed_until IS NULL AND attempts = 0
        DO UPDATE SET batch_key = excluded.batch_key
    RETURNING id
), r AS (
    INSERT INTO approval_request (id, task_id, enrolment_id, participant_id, mentor_id, letter_id, state, asked_at,
        text_hash, reminders, notices)
    SELECT $4, t.id, t.enrolment_id, t.participant_id, m.id, l.id, 'waiting', now(),
        encode(sha256(convert_to(t.title || t.account || t.reflection, 'UTF8')), 'hex'), 0, 0 FROM t, m, l
), v AS (
    INSERT INTO event (id, at, kind, actor_kind, actor_id, actor_name, enrolment_id, task_id, person_id)
    SELECT $5, now(), 'task_submitted', 'person', t.participant_id, p.name, t.enrolment_id, t.id, t.participant_id
    FROM t JOIN person p ON p.id = t.participant_id
)
SELECT json_build_object('data', json_build_object('submitTask',
    json_build_object('id', t.id, 'state', upper(t.state), 'version', t.version)))::text FROM t, m, l";

#[handler]
pub async fn submit(pool: Data<&PgPool>, asked: Json<Asked>) -> poem::Result<Response> {
    let text = sqlx::query_scalar(SQL)
        .bind(asked.task)
        .bind(asked.version)
        .bind(Uuid::now_v7())
        .bind(Uuid::now_v7())
        .bind(Uuid::now_v7())
        .fetch_one(*pool)
        .await;
    Ok(json(text.map_err(broken)?))
}
