//! Who is asking.

use entity::person_role::Role;
use uuid::Uuid;

use crate::error::{Error, Result};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody has said who they are.
    Anonymous,
    /// Somebody signed in.
    Person(User),
    /// A mentor who holds the link of one letter.
    Mentor {
        mentor_id: Uuid,
        letter_id: Uuid,
        name: String,
    },
    /// A headteacher who holds the link of one letter.
    Headteacher {
        school_id: Uuid,
        letter_id: Uuid,
        name: String,
    },
    /// Somebody who is asked to sign for a school, and holds the link of one letter.
    Signatory {
        agreement_id: Uuid,
        letter_id: Uuid,
        name: String,
    },
    /// A reporting tool.
    Token(Token),
    /// The portal itself: worker and commands.
    System,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: Uuid,
    pub name: String,
    pub roles: Vec<Role>,
    pub session_id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: Uuid,
    pub scopes: Vec<TokenScope>,
    /// None: every group.
    pub group_id: Option<Uuid>,
}

/// What a reporting tool may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenScope {
    /// Numbers and states.
    Reports,
    /// Names and addresses as well.
    ReportsPersonal,
}

impl Actor {
    /// The signed-in person, if it is one.
    pub fn user(&self) -> Option<&User> {
        match self {
            Self::Person(user) => Some(user),
            _ => None,
        }
    }

    pub fn is(&self, role: Role) -> bool {
        self.user().is_some_and(|user| user.roles.contains(&role))
    }

    pub fn is_administrator(&self) -> bool {
        self.is(Role::Administrator)
    }

    /// The signed-in person, if it is a delivery partner's: of others it sees who is in its groups and how far they are,
    /// never their work, their mentors or any address. Another role beside it opens no more, but the office's.
    pub fn as_partner(&self) -> Option<&User> {
        let partner = self
            .user()
            .filter(|user| user.roles.contains(&Role::Partner));
        partner.filter(|_| !self.is_administrator())
    }

    /// Whether it is a program, not a person: what people write is not for it.
    pub fn is_tool(&self) -> bool {
        matches!(self, Self::Token(_))
    }

    pub fn is_person(&self, id: Uuid) -> bool {
        self.user().is_some_and(|user| user.id == id)
    }

    /// Whether mentors' addresses are told to it whole; people other than administrators see them masked.
    pub fn sees_addresses_whole(&self) -> bool {
        self.is_administrator() || self.is_tool() && self.may_see_names()
    }

    /// Whether names and addresses may be told to it; a token needs its own scope for that.
    pub fn may_see_names(&self) -> bool {
        match self {
            Self::Token(token) => token.scopes.contains(&TokenScope::ReportsPersonal),
            _ => true,
        }
    }

    /// Whether this person's own address may be told to it. Nobody sees a person before signing in, but for themselves in
    /// the answer that signs them in.
    pub fn sees_address_of(&self, person_id: Uuid) -> bool {
        match self {
            Self::Token(_) => self.may_see_names(),
            Self::Person(user) => self.as_partner().is_none() || user.id == person_id,
            Self::Anonymous => true,
            Self::Mentor { .. }
            | Self::Headteacher { .. }
            | Self::Signatory { .. }
            | Self::System => false,
        }
    }

    /// Whoever does not see work and its mentors could tell by a filter whose they are.
    ///
    /// # Errors
    /// `FORBIDDEN` for delivery partners.
    pub fn may_ask_by_work(&self) -> Result<()> {
        match self.as_partner() {
            None => Ok(()),
            Some(_) => Err(Error::Withheld(
                "Delivery partners do not see participants' mentors and what waits for them, so they cannot filter by them.",
            )),
        }
    }

    /// Whoever may not read names could spell one out letter by letter, by filters and orders.
    ///
    /// # Errors
    /// `FORBIDDEN` for these.
    pub fn may_ask_by_names(&self) -> Result<()> {
        if self.may_see_names() {
            Ok(())
        } else {
            Err(Error::Withheld(
                "This token may not read names, so it cannot filter or sort by them: that needs the scope `reports:personal`.",
            ))
        }
    }
}

impl TokenScope {
    /// As it is stored and as the command line takes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::ReportsPersonal => "reports:personal",
        }
    }

    /// Reads what [`Self::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Reports, Self::ReportsPersonal]
            .into_iter()
            .find(|scope| scope.as_str() == text)
    }
}
