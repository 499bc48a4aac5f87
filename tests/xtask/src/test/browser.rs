//! Chromium's driver, which the browser tests talk to.

use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::{debian, port, shell};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver. Dropping it ends it and every browser it has started.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port, installing it where that needs nobody's help.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub fn start() -> anyhow::Result<Self> {
        if shell::on_path("chromedriver").is_none() || shell::on_path("chromium").is_none() {
            debian::install(&["chromium", "chromium-driver"], "testing in a browser")?;
        }
        let port = port::free()?;
        let child = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .arg("--log-level=SEVERE")
            // A group of its own, so that its browsers can be ended with it.
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("chromedriver cannot be started")?;
        let driver = Self { child, port };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    /// Where it takes WebDriver commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_it_listens(&self) -> anyhow::Result<()> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        bail!(
            "chromedriver does not listen after {} seconds",
            PATIENCE.as_secs()
        );
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        shell::signal("TERM", &format!("-{}", self.child.id()));
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(5) {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        shell::signal("KILL", &format!("-{}", self.child.id()));
        let _reaped = self.child.wait();
    }
}
