//! Opening a portal for one test.

use std::net::{Ipv4Addr, SocketAddr};

use chrono::Duration;
use mailbox::Mailbox;
use poem::Server;
use poem::listener::TcpAcceptor;
use server::access::Actor;
use server::clock::Clock;
use server::config::{Config, MailTransport};
use server::endpoint::Limits;
use server::outbox::Post;
use server::{http, programme as awards, tx};
use tokio::net::TcpListener;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::JoinHandle;

use crate::programme::Programme;
use crate::{Database, Portal, log};

/// A Tuesday within term, at ten in the morning.
pub const START: &str = "2026-03-03T10:00:00Z";

impl Portal {
    /// A portal with a programme that runs, a tutor and an administrator. Letters do not wait for each other.
    pub async fn start() -> Self {
        Self::start_with(|_| ()).await
    }

    /// The same with another configuration.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        assert!(
            matches!(
                Handle::current().runtime_flavor(),
                RuntimeFlavor::MultiThread
            ),
            "write #[tokio::test(flavor = \"multi_thread\", worker_threads = 2)]: dropping a portal drains its letters"
        );
        log::listen();
        let database = Database::create().await;
        let mailbox = Mailbox::start().await.expect("a post office");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("a free port");
        let address = listener.local_addr().expect("an address");
        let mut config = config(database.url(), address, &mailbox);
        change(&mut config);

        let clock = Clock::default();
        clock.set(START.parse().expect("a moment"));
        let app = server::portal::Portal::open(config, clock)
            .await
            .expect("a database");
        database.fill(&app).await;
        tx::write(&app, &Actor::System, async |tx| {
            awards::load_awards(tx).await
        })
        .await
        .expect("awards");
        let programme = Programme::set_up(&app).await;
        let post = Post::open(&app.config.mail).expect("a way out");
        let door = open_door(app.clone(), listener);
        Self {
            app,
            mailbox,
            programme,
            post,
            database,
            door,
            is_left_as_it_is: false.into(),
        }
    }
}

fn config(database_url: &str, address: SocketAddr, mailbox: &Mailbox) -> Config {
    Config {
        database_url: database_url.to_owned(),
        bind_addr: address,
        public_url: format!("http://{address}"),
        mail: MailTransport::Smtp(mailbox.smtp_url()),
        mail_from: "SEN Award Portal <portal@provider.test>".into(),
        mail_reply_to: Some("Programme office <office@provider.test>".into()),
        secret_key: "a key for tests, of at least thirty-two characters".into(),
        trusted_proxies: Vec::new(),
        digest_window: Duration::zero(),
        undo_window: None,
        changes_kept: Duration::days(30),
        upload_scanner: None,
        demo: false,
        limits: Limits::default(),
        // Tests that look at everything ask for more than a tool does.
        token_points_per_hour: u32::MAX,
    }
}

fn open_door(app: server::portal::Portal, listener: TcpListener) -> JoinHandle<()> {
    let acceptor = TcpAcceptor::from_tokio(listener).expect("an acceptor");
    let routes = http::routes(app).expect("routes");
    tokio::spawn(async move {
        let served = Server::new_with_acceptor(acceptor).run(routes).await;
        served.expect("the door stays open");
    })
}
