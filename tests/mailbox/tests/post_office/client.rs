//! A mail client and a browser that say exactly what a test tells them to.

use std::net::SocketAddr;

use mailbox::Mailbox;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

pub struct Client {
    connection: BufReader<TcpStream>,
}

impl Client {
    /// Connects, and has not read the greeting.
    pub async fn connect(mailbox: &Mailbox) -> Self {
        let stream = TcpStream::connect(mailbox.smtp_addr()).await.unwrap();
        Self {
            connection: BufReader::new(stream),
        }
    }

    /// Connects and says EHLO.
    pub async fn greet(mailbox: &Mailbox) -> Self {
        let mut client = Self::connect(mailbox).await;
        assert_eq!(client.code().await, 220);
        assert_eq!(client.say("EHLO school.test").await, 250);
        client
    }

    /// Sends a line and returns the reply's code.
    pub async fn say(&mut self, line: &str) -> u16 {
        self.write(&format!("{line}\r\n")).await;
        self.code().await
    }

    pub async fn write(&mut self, octets: &str) {
        self.connection.write_all(octets.as_bytes()).await.unwrap();
    }

    /// Names sender and recipients, all of which must be accepted.
    pub async fn address(&mut self, recipients: &[&str]) {
        assert_eq!(self.say("MAIL FROM:<portal@school.test>").await, 250);
        for recipient in recipients {
            assert_eq!(self.say(&format!("RCPT TO:<{recipient}>")).await, 250);
        }
    }

    /// Sends a letter's lines, stuffed already, and the final dot.
    pub async fn data(&mut self, letter: &str) -> u16 {
        assert_eq!(self.say("DATA").await, 354);
        self.say(&format!("{letter}\r\n.")).await
    }

    pub async fn send(&mut self, recipient: &str, letter: &str) -> u16 {
        self.address(&[recipient]).await;
        self.data(letter).await
    }

    /// The code of the next reply, however many lines it has.
    pub async fn code(&mut self) -> u16 {
        let reply = self.reply().await;
        reply.last().expect("a reply, not the end")[..3]
            .parse()
            .unwrap()
    }

    /// The lines of the next reply; none when the server has hung up.
    pub async fn reply(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            // A connection cut off with unread octets is reset: that is an end, too.
            if self.connection.read_line(&mut line).await.unwrap_or(0) == 0 {
                return lines;
            }
            let is_last = line.as_bytes().get(3) == Some(&b' ');
            lines.push(line.trim_end().to_owned());
            if is_last {
                return lines;
            }
        }
    }

    pub async fn is_hung_up(&mut self) -> bool {
        self.reply().await.is_empty()
    }
}

/// Sends one letter on a connection of its own.
pub async fn post(mailbox: &Mailbox, recipient: &str, subject: &str, text: &str) {
    let mut client = Client::greet(mailbox).await;
    let letter = format!("Subject: {subject}\r\n\r\n{text}");
    assert_eq!(client.send(recipient, &letter).await, 250);
}

/// Fetches a path and returns the whole answer, head and body.
pub async fn fetch(http: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(http).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {http}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}
