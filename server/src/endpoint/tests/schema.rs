//! A small schema with things within things, slow fields, a union and failures.

use async_graphql::{Context, Error, Object, Result, SimpleObject, Union};

pub struct Query;
pub struct Mutation;
pub struct Thing(usize);

#[Object]
impl Query {
    async fn hello(&self) -> &str {
        "hello"
    }

    async fn echo(&self, text: Option<String>, list: Option<Vec<Option<i32>>>) -> String {
        text.unwrap_or_else(|| format!("{} values", list.map_or(0, |list| list.len())))
    }

    async fn caller(&self, context: &Context<'_>) -> &'static str {
        context.data::<&'static str>().copied().unwrap_or("nobody")
    }

    async fn thing(&self) -> Thing {
        Thing(0)
    }

    async fn things(&self, first: Option<i32>, last: Option<i32>) -> Vec<Thing> {
        let count = first.or(last).unwrap_or(2);
        (0..usize::try_from(count).expect("measured"))
            .map(Thing)
            .collect()
    }

    async fn mixed(&self) -> Vec<Mixed> {
        let task = Task {
            id: 1,
            title: "a task".to_owned(),
            due: "tomorrow".to_owned(),
        };
        let note = Note {
            id: 2,
            title: "a note".to_owned(),
            body: "text".to_owned(),
        };
        vec![Mixed::Task(task), Mixed::Note(note)]
    }

    async fn broken(&self) -> Result<Option<i32>> {
        Err(Error::new("broken"))
    }

    async fn lost(&self) -> Result<i32> {
        Err(Error::new("lost"))
    }

    async fn never(&self) -> bool {
        std::future::pending().await
    }
}

#[Object]
impl Thing {
    async fn id(&self) -> usize {
        self.0
    }

    /// Finishes after its neighbours.
    async fn slow(&self) -> &str {
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
        "slow"
    }

    async fn slower(&self) -> Thing {
        for _ in 0..9 {
            tokio::task::yield_now().await;
        }
        Thing(self.0 + 1)
    }

    async fn thing(&self) -> Thing {
        Thing(self.0 + 1)
    }

    async fn things(&self, first: Option<i32>) -> Vec<Thing> {
        (0..first.map_or(2, i32::unsigned_abs) as usize)
            .map(Thing)
            .collect()
    }

    async fn broken(&self) -> Result<Option<i32>> {
        Err(Error::new("broken"))
    }
}

#[Object]
impl Mutation {
    async fn sign_in(&self, context: &Context<'_>) -> bool {
        context.append_http_header("set-cookie", "__Host-session=1; Secure; Path=/");
        true
    }

    async fn lose(&self) -> Result<bool> {
        Err(Error::new("lost"))
    }
}

#[derive(Union)]
pub enum Mixed {
    Task(Task),
    Note(Note),
}

#[derive(SimpleObject)]
pub struct Task {
    id: i32,
    title: String,
    due: String,
}

#[derive(SimpleObject)]
pub struct Note {
    id: i32,
    title: String,
    body: String,
}
