//! The program between tests and Chromium.

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody else's chromedriver, which `CHROMEDRIVER_URL` names, or one of our own.
#[derive(Debug)]
pub(super) struct Driver {
    pub url: String,
    child: Option<Child>,
}

impl Driver {
    pub async fn find() -> Self {
        match std::env::var("CHROMEDRIVER_URL") {
            Ok(url) if !url.is_empty() => Self { url, child: None },
            _ => Self::start().await,
        }
    }

    async fn start() -> Self {
        let port = free_port();
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .arg("--log-level=SEVERE")
            // A group of its own, so that its browser ends with it.
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver, which `cargo xtask test` installs");
        let driver = Self {
            url: format!("http://127.0.0.1:{port}"),
            child: Some(child),
        };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
            .await
            .is_err()
        {
            assert!(Instant::now() < end, "chromedriver does not listen");
            sleep(Duration::from_millis(20)).await;
        }
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let Some(child) = &mut self.child else { return };
        let group = format!("-{}", child.id());
        drop(
            Command::new("kill")
                .args(["-KILL", "--", &group])
                .stderr(Stdio::null())
                .status(),
        );
        drop(child.wait());
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
