//! The portal as operators run it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::time::{sleep, timeout};

use crate::Portal;

/// A process of the real program on the database of a test. Ended by force when dropped.
#[derive(Debug)]
pub struct Program {
    child: Child,
    url: String,
}

impl Program {
    /// Starts it with these arguments, on a free port; a server is waited for.
    pub async fn start(portal: &Portal, arguments: &[&str]) -> Self {
        Self::start_with(portal, arguments, &[]).await
    }

    /// The same with these settings beside those of every test.
    pub async fn start_with(
        portal: &Portal,
        arguments: &[&str],
        settings: &[(&str, &str)],
    ) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|free| free.local_addr())
            .expect("a port")
            .port();
        let url = format!("http://127.0.0.1:{port}");
        Self::run(portal, arguments, &url, settings).await
    }

    /// The same at an address where another was before.
    pub async fn start_at(portal: &Portal, arguments: &[&str], url: &str) -> Self {
        Self::run(portal, arguments, url, &[]).await
    }

    async fn run(
        portal: &Portal,
        arguments: &[&str],
        url: &str,
        settings: &[(&str, &str)],
    ) -> Self {
        let config = &portal.app.config;
        let child = Command::new(program())
            .args(arguments)
            .env_clear()
            .current_dir(std::env::temp_dir())
            .env("DATABASE_URL", &config.database_url)
            .env("BIND_ADDR", url.trim_start_matches("http://"))
            .env("PUBLIC_URL", &config.public_url)
            .env("SMTP_URL", portal.mailbox().smtp_url())
            .env("MAIL_FROM", &config.mail_from)
            .env("SECRET_KEY", &config.secret_key)
            .env("DIGEST_SECONDS", "0")
            .env("UNDO_SECONDS", "0")
            .env("RUST_LOG", "warn")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .spawn()
            .expect("the portal starts");
        let program = Self {
            child,
            url: url.to_owned(),
        };
        if arguments.contains(&"serve") {
            until(|| async {
                reqwest::get(format!("{url}/readyz"))
                    .await
                    .is_ok_and(|answer| answer.status().is_success())
            })
            .await;
        }
        program
    }

    /// Where it serves, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The most memory that it has held so far, in bytes.
    pub fn most_memory(&self) -> u64 {
        self.held().expect("it still runs, on Linux")
    }

    /// The same; none once it has ended.
    fn held(&self) -> Option<u64> {
        let told = format!("/proc/{}/status", self.child.id());
        let told = std::fs::read_to_string(told).ok()?;
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"))?;
        Some(kilobytes.parse::<u64>().ok()? * 1024)
    }

    /// Waits until it has done what it was told, without an error. Answers the most memory that it was seen to hold, in
    /// bytes.
    pub async fn ends(mut self) -> u64 {
        let mut most = 0;
        loop {
            if let Some(ended) = self.child.try_wait().expect("it ran") {
                assert!(ended.success(), "{ended}");
                return most;
            }
            most = most.max(self.held().unwrap_or(most));
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// As `kill -9` does.
    pub fn kill(mut self) {
        self.child.kill().expect("it still ran");
        self.child.wait().expect("it ended");
    }

    /// As an operator does: it finishes what it has in its hands.
    pub fn stop(mut self) {
        let told = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(told.is_ok_and(|told| told.success()), "it still ran");
        let ended = self.child.wait().expect("it ended");
        assert!(ended.success(), "{ended}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// `PORTAL_BIN`, or the one that lies beside this test.
fn program() -> PathBuf {
    let built = || {
        Some(
            std::env::current_exe()
                .ok()?
                .parent()?
                .parent()?
                .join("portal"),
        )
    };
    let path = std::env::var_os("PORTAL_BIN")
        .map(PathBuf::from)
        .or_else(built)
        .expect("a place for programs");
    assert!(
        path.is_file(),
        "{} is not there: run `cargo build -p server` or set PORTAL_BIN",
        path.display()
    );
    path
}

/// Another process does its work in its own time.
pub async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let patience = async {
        while !is_so().await {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(60), patience)
        .await
        .expect("it takes too long");
}
