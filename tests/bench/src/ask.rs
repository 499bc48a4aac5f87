//! A client that costs little: one connection, kept, and no more of HTTP than both sides speak.

use std::net::SocketAddr;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// A kept connection.
pub struct Line {
    stream: BufReader<TcpStream>,
    head: String,
    body: Vec<u8>,
}

/// How long the body is.
enum Length {
    Known(usize),
    Chunked,
}

impl Line {
    pub async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await;
        let stream = stream.with_context(|| format!("nobody answers at {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            head: String::new(),
            body: Vec::new(),
        })
    }

    /// Asks, and answers the body.
    ///
    /// # Errors
    /// Any status but 200.
    pub async fn ask(&mut self, request: &[u8]) -> anyhow::Result<&[u8]> {
        self.stream.get_mut().write_all(request).await?;
        let (status, length) = self.read_head().await?;
        self.body.clear();
        match length {
            Length::Known(length) => self.read_exactly(length).await?,
            Length::Chunked => self.read_chunks().await?,
        }
        if status != "200" {
            let told = String::from_utf8_lossy(&self.body);
            bail!(
                "status {status}: {}",
                told.chars().take(300).collect::<String>()
            );
        }
        Ok(&self.body)
    }

    async fn read_head(&mut self) -> anyhow::Result<(String, Length)> {
        let status = self
            .read_line()
            .await?
            .split(' ')
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        let mut length = Length::Known(0);
        loop {
            let line = self.read_line().await?;
            if line.is_empty() {
                return Ok((status, length));
            }
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            if name.eq_ignore_ascii_case("content-length") {
                length = Length::Known(value.trim().parse()?);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                length = Length::Chunked;
            }
        }
    }

    async fn read_line(&mut self) -> anyhow::Result<&str> {
        self.head.clear();
        if self.stream.read_line(&mut self.head).await? == 0 {
            bail!("the connection was closed");
        }
        Ok(self.head.trim_end())
    }

    async fn read_exactly(&mut self, length: usize) -> anyhow::Result<()> {
        let from = self.body.len();
        self.body.resize(from + length, 0);
        self.stream.read_exact(&mut self.body[from..]).await?;
        Ok(())
    }

    async fn read_chunks(&mut self) -> anyhow::Result<()> {
        loop {
            let length = usize::from_str_radix(self.read_line().await?, 16)?;
            self.read_exactly(length).await?;
            self.read_line().await?;
            if length == 0 {
                return Ok(());
            }
        }
    }
}
