//! The portal as operators run it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tests::Portal;
use tokio::time::{sleep, timeout};

/// A process of the real program on the database of a test. Ended by force when dropped.
pub struct Program {
    child: Child,
    url: String,
}

impl Program {
    /// Starts it with these arguments, on a free port; a server is waited for.
    pub async fn start(portal: &Portal, arguments: &[&str]) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|free| free.local_addr())
            .expect("a port")
            .port();
        Self::start_at(portal, arguments, &format!("http://127.0.0.1:{port}")).await
    }

    /// The same at an address where another was before.
    pub async fn start_at(portal: &Portal, arguments: &[&str], url: &str) -> Self {
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
pub async fn until<F: Future<Output = bool>>(mut is_so: impl FnMut() -> F) {
    let patience = async {
        while !is_so().await {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(60), patience)
        .await
        .expect("it takes too long");
}
