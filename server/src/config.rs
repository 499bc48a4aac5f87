//! Configuration by environment. A wrong or missing setting stops the start with a message that names it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use anyhow::{Context as _, Result, bail};
use chrono::Duration;

use crate::endpoint::Limits;

/// How letters leave the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailTransport {
    /// By SMTP to `SMTP_URL`.
    Smtp(String),
    /// As `.eml` files into a folder, to look at.
    File(PathBuf),
    /// Into the log only; the letters' links then stand in nobody's mailbox.
    Log,
}

#[derive(Clone, Debug)]
pub struct Config {
    pub database_url: String,
    pub bind_addr: SocketAddr,
    /// The address that people see, without a slash at the end.
    pub public_url: String,
    pub mail: MailTransport,
    /// As in `Name <address>`.
    pub mail_from: String,
    pub mail_reply_to: Option<String>,
    /// At least 32 characters; links and codes are keyed with it.
    pub secret_key: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// How long letters to one mentor wait for each other.
    pub digest_window: Duration,
    /// Overrides the award's minutes for taking a decision back; the demo makes it short.
    pub undo_window: Option<Duration>,
    /// For how long a reporting tool that stays away can go on from its cursor.
    pub changes_kept: Duration,
    /// How much one GraphQL request may ask for.
    pub limits: Limits,
    /// How much one reporting tool's key may ask for within an hour.
    pub token_points_per_hour: u32,
    /// Looks at every file that somebody sends before anybody sees it; none where files go unscanned.
    pub upload_scanner: Option<Scanner>,
    /// The demo programme is loaded: GraphiQL is open to everybody.
    pub demo: bool,
}

impl Config {
    /// Reads the environment, after a `.env` file if there is one.
    pub fn from_env() -> Result<Self> {
        let public_url = text("PUBLIC_URL", Some("http://localhost:8080"))?
            .trim_end_matches('/')
            .to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            bail!("PUBLIC_URL must begin with http:// or https://, not {public_url:?}");
        }
        let secret_key = text("SECRET_KEY", None)
            .context("SECRET_KEY (or SECRET_KEY_FILE) is needed: a random text of at least 32 characters, such as `openssl rand -hex 32` prints")?;
        if secret_key.len() < 32 {
            bail!(
                "SECRET_KEY must have at least 32 characters; it has {}",
                secret_key.len()
            );
        }
        Ok(Self {
            database_url: text("DATABASE_URL", Some("sqlite://data/portal.db?mode=rwc"))?,
            bind_addr: parse("BIND_ADDR", "127.0.0.1:8080")?,
            mail: mail_transport()?,
            mail_from: text("MAIL_FROM", Some("SEN Award Portal <portal@localhost>"))?,
            mail_reply_to: text("MAIL_REPLY_TO", None).ok(),
            secret_key,
            trusted_proxies: list("TRUSTED_PROXIES")?,
            digest_window: Duration::seconds(parse("DIGEST_SECONDS", "600")?),
            undo_window: text("UNDO_SECONDS", None)
                .ok()
                .map(|_| parse("UNDO_SECONDS", "600"))
                .transpose()?
                .map(Duration::seconds),
            changes_kept: Duration::days(parse::<u16>("CHANGES_DAYS", "30")?.max(1).into()),
            limits: limits(&text("GRAPHQL_LIMITS", Some(""))?)?,
            token_points_per_hour: parse("TOKEN_POINTS_PER_HOUR", "100000")?,
            upload_scanner: scanner()?,
            demo: parse::<u8>("DEMO", "0")? == 1,
            public_url,
        })
    }

    /// Whether people reach the portal by HTTPS, so that cookies can be bound to it.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The host that Message-IDs end in.
    pub fn host(&self) -> &str {
        let rest = self
            .public_url
            .split("://")
            .nth(1)
            .unwrap_or(&self.public_url);
        rest.split(['/', ':']).next().unwrap_or(rest)
    }
}

/// A program that says whether a file is harmful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scanner {
    /// The program and its arguments; the file's path comes last.
    pub command: Vec<String>,
    /// It has to answer within this time.
    pub patience: std::time::Duration,
}

fn scanner() -> Result<Option<Scanner>> {
    let words = text("UPLOAD_SCANNER", Some(""))?;
    let command: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let seconds = parse::<u16>("UPLOAD_SCANNER_SECONDS", "120")?.max(1);
    Ok((!command.is_empty()).then(|| Scanner {
        command,
        patience: std::time::Duration::from_secs(seconds.into()),
    }))
}

fn mail_transport() -> Result<MailTransport> {
    let chosen = text("MAIL_TRANSPORT", Some("smtp"))?;
    Ok(match chosen.as_str() {
        "smtp" => MailTransport::Smtp(text("SMTP_URL", None).context(
            "SMTP_URL is needed with MAIL_TRANSPORT=smtp, such as smtps://user:password@mail.example:465",
        )?),
        "file" => MailTransport::File(text("MAIL_FOLDER", Some("data/mail"))?.into()),
        "log" => MailTransport::Log,
        other => bail!("MAIL_TRANSPORT must be smtp, file or log, not {other:?}"),
    })
}

/// `NAME`, or the content of the file that `NAME_FILE` names, or the default.
fn text(name: &str, default: Option<&str>) -> Result<String> {
    if let Ok(value) = std::env::var(name)
        && !value.trim().is_empty()
    {
        return Ok(value.trim().to_owned());
    }
    if let Ok(path) = std::env::var(format!("{name}_FILE")) {
        let value = std::fs::read_to_string(&path)
            .with_context(|| format!("{name}_FILE: cannot read {path}"))?;
        return Ok(value.trim().to_owned());
    }
    default
        .map(str::to_owned)
        .with_context(|| format!("{name} is not set"))
}

fn parse<T: FromStr>(name: &str, default: &str) -> Result<T>
where
    T::Err: std::fmt::Display,
{
    let value = text(name, Some(default))?;
    value
        .parse()
        .map_err(|why| anyhow::anyhow!("{name} cannot be {value:?}: {why}"))
}

fn list<T: FromStr>(name: &str) -> Result<Vec<T>>
where
    T::Err: std::fmt::Display,
{
    let value = text(name, Some(""))?;
    value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.parse()
                .map_err(|why| anyhow::anyhow!("{name} cannot contain {part:?}: {why}"))
        })
        .collect()
}

/// Reads `name=number` pairs, separated by commas, over the default limits.
fn limits(text: &str) -> Result<Limits> {
    let mut limits = Limits::default();
    for pair in text
        .split(',')
        .map(str::trim)
        .filter(|pair| !pair.is_empty())
    {
        let known = pair.split_once('=').and_then(|(name, number)| {
            let number = number.trim().parse().ok()?;
            limits.set(name.trim(), number).then_some(())
        });
        if known.is_none() {
            bail!(
                "GRAPHQL_LIMITS cannot contain {pair:?}: write name=number with one of {}",
                Limits::NAMES.join(", ")
            );
        }
    }
    Ok(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_by_name() {
        let read = limits("depth=12, objects=20000,deadline_seconds=3").expect("limits");
        assert_eq!(
            (read.depth, read.objects, read.deadline.as_secs()),
            (12, 20_000, 3)
        );
        assert_eq!(read.aliases, Limits::default().aliases);
        for wrong in ["depth", "depth=", "depth=-1", "width=3"] {
            let told = limits(wrong).expect_err(wrong).to_string();
            assert!(
                told.contains("GRAPHQL_LIMITS") && told.contains("depth"),
                "{told}"
            );
        }
    }

    #[test]
    fn every_limit_has_a_name() {
        for name in Limits::NAMES {
            let mut limits = Limits::default();
            assert!(limits.set(name, 7), "{name}");
            assert_ne!(limits, Limits::default(), "{name}");
        }
    }
}
