//! Until the portal answers.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::bail;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(30);

/// Asks `/readyz` until the answer is yes, and hands the server back.
///
/// # Errors
/// When it ends meanwhile, or takes too long.
pub async fn until_ready(mut server: Server, address: SocketAddr) -> anyhow::Result<Server> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(status) = server.ended() {
            bail!("the portal ended while it started ({status})");
        }
        if let Ok(Ok(true)) = timeout(Duration::from_secs(2), is_ready(address)).await {
            return Ok(server);
        }
        sleep(Duration::from_millis(50)).await;
    }
    bail!(
        "the portal is not ready after {} seconds",
        PATIENCE.as_secs()
    );
}

async fn is_ready(address: SocketAddr) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect(address).await?;
    let question = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(question.as_bytes()).await?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).await?;
    Ok(answer == *b"HTTP/1.1 200")
}
