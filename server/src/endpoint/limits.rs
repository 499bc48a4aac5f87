use std::time::Duration;

/// How much one request may ask for. Every number is a ceiling: the value itself still passes.
///
/// The defaults leave room for a report page of 100 rows and for the portal's own screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a request's body, or of a GET's query string.
    pub body_bytes: usize,
    /// Bytes of the GraphQL document inside it.
    pub document_bytes: usize,
    /// Names, numbers, strings and punctuation of the document: what parsing it costs.
    pub tokens: usize,
    /// Time for the body to arrive: a slow sender holds a connection for no longer.
    pub body_deadline: Duration,
    /// Selections left once every fragment is written out in place of its spreads, over all
    /// operations: the library walks them all, also those that will not run.
    pub selections: usize,
    /// Objects the operation can return: each selected object, times every page size around it.
    pub objects: usize,
    /// Field values the operation can return. 10,000 objects of 900 fields each would pass
    /// `objects`, and the library resolves a field as often as it is repeated.
    pub values: usize,
    /// The same for a document that only asks about the schema. Its lists take no page size, so
    /// the sizes of `measure`'s table are assumed; the usual full query counts less than 200,000.
    pub introspection_values: usize,
    /// Values that variables put into the document, counted once a use: the library copies a
    /// variable for every use of it.
    pub input_values: usize,
    /// `alias: field`, over the whole document.
    pub aliases: usize,
    /// `...Fragment`, over the whole document.
    pub spreads: usize,
    /// `@directive`, over the whole document. Clients that make types ask about the schema with nine.
    pub directives: usize,
    /// Fields within fields.
    pub depth: usize,
    /// The same for a document that only asks about the schema: the usual full query needs 15.
    pub introspection_depth: usize,
    /// The largest `first` or `last`.
    pub page: usize,
    /// Time for an operation to run, including finding out who asks.
    pub deadline: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 64 * 1024,
            document_bytes: 16 * 1024,
            tokens: 2_500,
            body_deadline: Duration::from_secs(10),
            selections: 1_000,
            objects: 10_000,
            values: 100_000,
            introspection_values: 400_000,
            input_values: 50_000,
            aliases: 15,
            spreads: 50,
            directives: 20,
            depth: 10,
            introspection_depth: 15,
            page: 100,
            deadline: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// The names under which the configuration sets them.
    pub const NAMES: [&str; 16] = [
        "body_bytes",
        "document_bytes",
        "tokens",
        "body_deadline_seconds",
        "selections",
        "objects",
        "values",
        "introspection_values",
        "input_values",
        "aliases",
        "spreads",
        "directives",
        "depth",
        "introspection_depth",
        "page",
        "deadline_seconds",
    ];

    /// Sets the limit of that name; `false` if there is none.
    pub fn set(&mut self, name: &str, number: u32) -> bool {
        let count = number as usize;
        let seconds = Duration::from_secs(number.into());
        match name {
            "body_bytes" => self.body_bytes = count,
            "document_bytes" => self.document_bytes = count,
            "tokens" => self.tokens = count,
            "body_deadline_seconds" => self.body_deadline = seconds,
            "selections" => self.selections = count,
            "objects" => self.objects = count,
            "values" => self.values = count,
            "introspection_values" => self.introspection_values = count,
            "input_values" => self.input_values = count,
            "aliases" => self.aliases = count,
            "spreads" => self.spreads = count,
            "directives" => self.directives = count,
            "depth" => self.depth = count,
            "introspection_depth" => self.introspection_depth = count,
            "page" => self.page = count,
            "deadline_seconds" => self.deadline = seconds,
            _ => return false,
        }
        true
    }
}
