//! TCP ports of this machine.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context as _, bail};

/// A port that nobody listens on just now.
///
/// # Errors
/// When the machine has none left.
pub fn free() -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// The address of a port that somebody asked for.
///
/// # Errors
/// When something listens there; the message names the option that chooses another.
pub fn wanted(port: u16, what: &str, option: &str) -> anyhow::Result<SocketAddr> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    match TcpListener::bind(address) {
        Ok(_) => Ok(address),
        Err(error) => bail!(
            "Port {port} is not free for {what} ({error}). \
             Stop what listens there, or choose another with `{option} NUMBER`."
        ),
    }
}
