//! The portal tried over HTTP and SMTP, on SQLite and on PostgreSQL. One file a thing.

mod access;
mod approvals;
mod canary;
mod changes;
mod disowned;
mod endpoint;
mod killed;
mod letters;
mod links;
mod links_refused;
mod migrations;
mod outbox;
mod races;
mod reminders;
mod reports;
mod scale;
mod scanner;
mod schema;
mod sequences;
mod sign_in;
mod statements;
mod tidy;
mod tokens;
mod transitions;
mod two_servers;
mod undo;
