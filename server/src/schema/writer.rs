//! The answer as it is written: JSON, in the order asked. A value that cannot be had is taken out again up to the nearest
//! place that may be null, as the specification has it; the error says where it was.

use std::io::Write as _;

use async_graphql::{Error, PathSegment, Pos, ServerError};
use serde::Serialize;

/// What could not be written, of which the error is noted already.
#[derive(Clone, Copy, Debug)]
pub struct Failed;

/// The answer so far.
#[derive(Debug)]
pub struct Writer<'p> {
    json: Vec<u8>,
    path: Vec<Step<'p>>,
    at: Pos,
    errors: Vec<ServerError>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Key(&'p str),
    Place(usize),
}

impl<'p> Writer<'p> {
    /// Begins the value of a root field.
    pub fn new(key: &'p str, at: Pos) -> Self {
        Self {
            json: Vec::with_capacity(4 * 1024),
            path: vec![Step::Key(key)],
            at,
            errors: Vec::new(),
        }
    }

    /// What was written, and what went wrong.
    pub fn finish(self) -> (Vec<u8>, Vec<ServerError>) {
        (self.json, self.errors)
    }

    /// An object: `fields` writes its members by [`Self::member`].
    pub fn object(
        &mut self,
        fields: impl FnOnce(&mut Self) -> Result<(), Failed>,
    ) -> Result<(), Failed> {
        self.json.push(b'{');
        fields(self)?;
        self.json.push(b'}');
        Ok(())
    }

    /// One member of an object. Names of GraphQL need no escape in JSON.
    pub fn member(
        &mut self,
        key: &'p str,
        at: Pos,
        value: impl FnOnce(&mut Self) -> Result<(), Failed>,
    ) -> Result<(), Failed> {
        if self.json.last() != Some(&b'{') {
            self.json.push(b',');
        }
        self.json.push(b'"');
        self.json.extend_from_slice(key.as_bytes());
        self.json.extend_from_slice(b"\":");
        self.at = at;
        self.step(Step::Key(key), value)
    }

    /// A list: `item` writes one of its values.
    pub fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut item: impl FnMut(&mut Self, T) -> Result<(), Failed>,
    ) -> Result<(), Failed> {
        self.json.push(b'[');
        for (place, value) in items.into_iter().enumerate() {
            if place > 0 {
                self.json.push(b',');
            }
            self.step(Step::Place(place), |writer| item(writer, value))?;
        }
        self.json.push(b']');
        Ok(())
    }

    /// A value that may be null: null if it cannot be had.
    pub fn nullable(&mut self, value: impl FnOnce(&mut Self) -> Result<(), Failed>) {
        let (length, depth) = (self.json.len(), self.path.len());
        if value(self).is_err() {
            self.json.truncate(length);
            self.path.truncate(depth);
            self.null();
        }
    }

    pub fn null(&mut self) {
        self.json.extend_from_slice(b"null");
    }

    /// A text that needs no escape, such as a date or the name of a state.
    pub fn plain(&mut self, text: impl std::fmt::Display) {
        self.json.push(b'"');
        let written = write!(self.json, "{text}");
        debug_assert!(written.is_ok(), "memory can be written");
        self.json.push(b'"');
    }

    /// Anything that serde writes as one JSON value.
    pub fn value(&mut self, value: &impl Serialize) -> Result<(), Failed> {
        serde_json::to_writer(&mut self.json, value)
            .map_err(|why| self.fail(Error::new_with_source(why)))
    }

    /// Notes that the value at this place cannot be had.
    pub fn fail(&mut self, why: Error) -> Failed {
        let path = self.path.iter().map(|step| match step {
            Step::Key(key) => PathSegment::Field((*key).to_owned()),
            Step::Place(place) => PathSegment::Index(*place),
        });
        let path = path.collect();
        self.errors.push(ServerError {
            path,
            ..why.into_server_error(self.at)
        });
        Failed
    }

    fn step(
        &mut self,
        step: Step<'p>,
        value: impl FnOnce(&mut Self) -> Result<(), Failed>,
    ) -> Result<(), Failed> {
        self.path.push(step);
        value(self)?;
        self.path.pop();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"a":[{"sure":1,"may":null},…]}` with a failure at the sure or the nullable value of the second item.
    fn written(sure_fails: bool) -> (Result<(), Failed>, String, Vec<String>) {
        let mut to = Writer::new("root", Pos::default());
        let value = to.object(|to| {
            to.member("a", Pos::default(), |to| {
                to.nullable(|to| {
                    to.list([1, 2], |to, number| {
                        to.object(|to| {
                            to.member("sure", Pos::default(), |to| {
                                if sure_fails && number == 2 {
                                    return Err(to.fail(Error::new("gone")));
                                }
                                to.value(&number)
                            })?;
                            to.member("may", Pos::default(), |to| {
                                to.nullable(|to| {
                                    if number == 2 {
                                        return Err(to.fail(Error::new("gone")));
                                    }
                                    to.value(&"\"")
                                });
                                Ok(())
                            })
                        })
                    })
                });
                Ok(())
            })?;
            to.member("b", Pos::default(), |to| to.value(&true))
        });
        let (json, errors) = to.finish();
        let paths = errors.iter().map(|error| format!("{:?}", error.path));
        let json = String::from_utf8(json).expect("text");
        (value, json, paths.collect())
    }

    #[test]
    fn a_value_that_may_be_null_is_null_where_it_fails() {
        let (value, json, errors) = written(false);
        assert!(value.is_ok());
        assert_eq!(
            json,
            r#"{"a":[{"sure":1,"may":"\""},{"sure":2,"may":null}],"b":true}"#
        );
        assert_eq!(
            errors,
            [r#"[Field("root"), Field("a"), Index(1), Field("may")]"#]
        );
    }

    #[test]
    fn a_value_that_must_be_there_takes_what_is_around_it_along() {
        let (value, json, errors) = written(true);
        assert!(value.is_ok());
        assert_eq!(json, r#"{"a":null,"b":true}"#);
        assert_eq!(
            errors,
            [r#"[Field("root"), Field("a"), Index(1), Field("sure")]"#]
        );
    }
}
