//! The portal's settings for a demo on this machine.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context as _;

use crate::place::Place;
use crate::secret;

/// Environment variables by name.
pub struct Environment {
    public_url: String,
    variables: Vec<(&'static str, String)>,
}

impl Environment {
    /// # Errors
    /// When the folder `data` or the secret key in it cannot be made.
    pub fn new(place: &Place, address: SocketAddr, smtp_url: &str) -> anyhow::Result<Self> {
        fs::create_dir_all(place.data()).context("cannot make the folder `data`")?;
        let secret_key_file = secret_key_file(place)?;
        // Not the number: browsers keep cookies marked Secure for `localhost`.
        let public_url = format!("http://localhost:{}", address.port());
        let variables = vec![
            ("BIND_ADDR", address.to_string()),
            (
                "DATABASE_URL",
                "sqlite://data/portal.db?mode=rwc".to_owned(),
            ),
            ("DEMO", "1".to_owned()),
            // Nobody waits ten minutes to see a letter arrive.
            ("DIGEST_SECONDS", "5".to_owned()),
            ("UNDO_SECONDS", "60".to_owned()),
            ("MAIL_TRANSPORT", "smtp".to_owned()),
            ("PUBLIC_URL", public_url.clone()),
            ("SECRET_KEY_FILE", secret_key_file.display().to_string()),
            ("SMTP_URL", smtp_url.to_owned()),
        ];
        Ok(Self {
            public_url,
            variables,
        })
    }

    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    /// The portal's program with these settings, at the root of the work tree.
    pub fn portal(&self, place: &Place) -> Command {
        let mut portal = Command::new(place.portal());
        portal.current_dir(place.root());
        if std::env::var_os("RUST_LOG").is_none() {
            portal.env("RUST_LOG", "warn");
        }
        // It would win over the file.
        portal.env_remove("SECRET_KEY");
        portal.envs(self.variables.iter().map(|(name, value)| (name, value)));
        portal
    }
}

/// The same at every start, so that links in earlier letters keep working.
fn secret_key_file(place: &Place) -> anyhow::Result<PathBuf> {
    let file = place.data().join("secret.key");
    if !file.exists() {
        let key = secret::random()?;
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&file)
            .and_then(|mut opened| opened.write_all(key.as_bytes()))
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(file)
}
