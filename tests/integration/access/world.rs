//! Two groups with everything that can be seen, and the ids of it.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use entity::person_role::Role;
use entity::training_group::Mode;
use entity::{
    api_token, approval_request, award, enrolment, event, letter, mentor, report_address, session,
    token_use, training_group,
};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _,
};
use server::access::{self, Actor, AddSchool, CreateToken};
use server::programme::GroupDetails;
use server::school::NewSchool;
use server::token::NewToken;
use server::{token, tx};
use tests::{Enrolling, Participant, Person, Portal, Programme};
use uuid::Uuid;

use super::actors::scopes;
use super::applying::{Applied, applied, open_cohort, text};
use super::newcomers::newcomers;

/// What the mail server said of a letter to a mentor; such answers name the address.
pub const REFUSAL: &str = "550 5.1.1 mentor.of.ada@willowbank.test: mailbox unavailable";

/// Ada's, Ben's and Cy's tasks, by how far they got.
const APPROVED: &str = "policy_review";
const RETURNED: &str = "data_review";
const WAITING: &str = "provision_map";
const DRAFT: &str = "pupil_profile";

pub struct World {
    pub portal: Portal,
    pub ada: Participant,
    pub ben: Participant,
    pub cy: Participant,
    pub sue: Person,
    /// The addresses of who signs in for the hosts of Tom's group and of Sue's.
    pub partners: [String; 2],
    /// Sue's group.
    pub southmere: Uuid,
    /// Keys of the tools, by the names of the actors.
    pub keys: BTreeMap<String, String>,
    tokens: BTreeMap<String, Uuid>,
    addresses: BTreeMap<String, Uuid>,
    sessions: BTreeMap<String, Uuid>,
    applied: BTreeMap<String, Applied>,
    /// The words that all of them sign.
    text: Uuid,
}

/// A thing of Ada's, Ben's and Cy's that root fields are tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Task,
    Request,
    Enrolment,
    Group,
    School,
    Person,
    Mentor,
    Letter,
    Event,
    Token,
    Address,
    Session,
    Partner,
    Cohort,
    Application,
    Agreement,
    Invitation,
    Question,
    Version,
    Scan,
}

impl Subject {
    pub fn named(name: &str) -> Self {
        match name {
            "task" => Self::Task,
            "request" => Self::Request,
            "enrolment" => Self::Enrolment,
            "group" => Self::Group,
            "school" => Self::School,
            "person" => Self::Person,
            "mentor" => Self::Mentor,
            "letter" => Self::Letter,
            "event" => Self::Event,
            "token" => Self::Token,
            "address" => Self::Address,
            "session" => Self::Session,
            "partner" => Self::Partner,
            "cohort" => Self::Cohort,
            "application" => Self::Application,
            "agreement" => Self::Agreement,
            "invitation" => Self::Invitation,
            "question" => Self::Question,
            "version" => Self::Version,
            "scan" => Self::Scan,
            other => panic!("roots.txt: no {other} here"),
        }
    }
}

impl World {
    pub async fn set_up() -> Self {
        let portal = Portal::start().await;
        let sue = portal.somebody("Sue Sharp", Role::Tutor).await;
        let southmere = GroupDetails {
            tutor_id: Some(sue.id),
            ..GroupDetails::new("Southmere", "Southmere Library", Mode::DistanceLearning)
        };
        let southmere = portal.add_group(southmere).await;
        let northfield = portal.programme.group_id;
        let north = portal.hosted_by("Northfield Hub", "Nora Northhost", northfield);
        let north = north.await.email;
        let south = portal.hosted_by("Southmere Council", "Saul Southhost", southmere);
        let south = south.await.email;
        let ada = Enrolling {
            name: "Ada Quillfeather".into(),
            ..portal.enrolling("Ada")
        };
        let ada = portal.enrol(ada).await;
        let ben = enrol(&portal, "Ben Thistlewood", northfield, "100002").await;
        let cy = enrol(&portal, "Cy Marchbanks", southmere, "100003").await;
        let mut world = Self {
            portal,
            ada,
            ben,
            cy,
            sue,
            partners: [north, south],
            southmere,
            keys: BTreeMap::new(),
            tokens: BTreeMap::new(),
            addresses: BTreeMap::new(),
            sessions: BTreeMap::new(),
            applied: BTreeMap::new(),
            text: Uuid::nil(),
        };
        for participant in [&world.ada, &world.ben, &world.cy] {
            world.live_through(participant).await;
        }
        world.hand_out_keys().await;
        world.use_keys().await;
        world.fill_rare_columns().await;
        for award in ["nasenco", "npq_senco"] {
            Programme::opens_cohort(&world.portal.app, award, "2026-09-07").await;
        }
        world.apply().await;
        for owner in ["ada", "ben", "cy"] {
            world.open_spare_session(owner).await;
        }
        world
    }

    pub fn participant(&self, owner: &str) -> &Participant {
        match owner {
            "ada" => &self.ada,
            "ben" => &self.ben,
            "cy" => &self.cy,
            other => panic!("{other} is no participant"),
        }
    }

    /// The thing of this owner; an id that nothing has for nobody.
    pub async fn id(&self, subject: Subject, owner: &str) -> Uuid {
        if owner == "missing" {
            return Uuid::now_v7();
        }
        let (who, db) = (self.participant(owner), &self.portal.app.db.read);
        let place = enrolment::Entity::find_by_id(who.enrolment_id)
            .one(db)
            .await;
        let place = place.expect("rows").expect("a place");
        let request = approval_request::Entity::find()
            .filter(approval_request::Column::EnrolmentId.eq(place.id))
            .filter(approval_request::Column::State.eq(approval_request::State::Approved));
        match subject {
            Subject::Task => who.task(DRAFT),
            Subject::Request => request.one(db).await.expect("rows").expect("a request").id,
            Subject::Enrolment => place.id,
            Subject::Group => place.group_id,
            Subject::School => place.school_id,
            Subject::Person => who.id,
            Subject::Mentor => {
                request
                    .one(db)
                    .await
                    .expect("rows")
                    .expect("a request")
                    .mentor_id
            }
            Subject::Letter => {
                let of =
                    letter::Entity::find().filter(letter::Column::ToEmail.eq(&who.mentor.email));
                of.one(db).await.expect("rows").expect("a letter").id
            }
            Subject::Event => {
                // The newest: the list shows a hundred, and everybody who signs in makes one.
                let of = event::Entity::find()
                    .filter(event::Column::EnrolmentId.eq(place.id))
                    .order_by_desc(event::Column::Id);
                of.one(db).await.expect("rows").expect("an event").id
            }
            Subject::Token => self.tokens[owner],
            Subject::Address => self.addresses[owner],
            Subject::Session => self.sessions[owner],
            Subject::Partner => {
                let group = training_group::Entity::find_by_id(place.group_id);
                let group = group.one(db).await.expect("rows").expect("a group");
                group.delivery_partner_id.expect("a host")
            }
            Subject::Cohort => place.cohort_id,
            Subject::Application => self.applied[owner].application,
            Subject::Agreement => self.applied[owner].agreement,
            Subject::Invitation => self.applied[owner].invitation,
            Subject::Question => self.applied[owner].question,
            Subject::Version => self.text,
            Subject::Scan => self.applied[owner].scan,
        }
    }

    /// One task approved, one returned, one waiting, one begun.
    async fn live_through(&self, who: &Participant) {
        who.asks_approval_of(APPROVED).await;
        let link = self.portal.link_to(&who.mentor.email).await;
        let page = self.portal.follow(&link).await;
        page.approves(&format!("Signed for {}", who.name)).await;
        self.portal.wait(Duration::minutes(30));
        who.asks_approval_of(RETURNED).await;
        let comment = format!("More on {}'s pupils, please.", who.name);
        page.reload()
            .await
            .returns(who.title(RETURNED), &comment)
            .await;
        self.portal.wait(Duration::minutes(30));
        who.asks_approval_of(WAITING).await;
        who.writes(DRAFT).await;
        self.portal.post_letters().await;
    }

    /// A key for each tool of the audiences, and one each for Ada, Ben and Cy to be tried on.
    async fn hand_out_keys(&mut self) {
        let north = self.portal.programme.group_id;
        let groups = [
            ("tom's group", north),
            ("sue's group", self.southmere),
            ("cy", self.southmere),
        ];
        let names = [
            "reports",
            "personal",
            "tom's group",
            "sue's group",
            "revoked",
            "ada",
            "ben",
            "cy",
        ];
        for name in names {
            let group_id = groups
                .iter()
                .find(|(tool, _)| *tool == name)
                .map(|(_, group)| *group);
            let new = NewToken {
                name: format!("Tool of {name}"),
                scopes: scopes(name),
                group_id,
                expires_at: Some(self.portal.now() + Duration::days(300)),
            };
            let made = tx::write(&self.portal.app, &Actor::System, async |tx| {
                token::create(tx, access::entitle::<CreateToken>(&tx.actor)?, new).await
            });
            let (secret, row) = made.await.expect("a key");
            self.keys.insert(name.to_owned(), secret);
            self.tokens.insert(name.to_owned(), row.id);
        }
        let now = self.portal.now();
        api_token::Entity::update_many()
            .col_expr(api_token::Column::LastUsedAt, Expr::value(now))
            .filter(api_token::Column::Id.eq(self.tokens["ada"]))
            .exec(&self.portal.app.db.write)
            .await
            .expect("a key was used");
        api_token::Entity::update_many()
            .col_expr(api_token::Column::RevokedAt, Expr::value(now))
            .filter(api_token::Column::Id.eq(self.tokens["revoked"]))
            .exec(&self.portal.app.db.write)
            .await
            .expect("a key is revoked");
    }

    /// Addresses that stand for the keys of Ada, Ben and Cy, and what these keys used.
    async fn use_keys(&mut self) {
        let (app, now) = (&self.portal.app, self.portal.now());
        for owner in ["ada", "ben", "cy"] {
            let token_id = self.tokens[owner];
            let row = report_address::ActiveModel {
                id: Set(Uuid::now_v7()),
                token_id: Set(token_id),
                report: Set("tasks".into()),
                format: Set(report_address::Format::Csv),
                filter: Set(Some("{}".into())),
                secret_hash: Set(format!("the hash of {owner}'s")),
                created_at: Set(now),
                last_used_at: Set(Some(now)),
                revoked_at: Set(Some(now)),
            };
            let row = row.insert(&app.db.write).await.expect("an address");
            self.addresses.insert(owner.to_owned(), row.id);
            let used = token_use::ActiveModel {
                token_id: Set(token_id),
                hour: Set(now),
                day: Set(now.date_naive()),
                requests: Set(3),
                cost: Set(600),
                refused: Set(1),
            };
            used.insert(&app.db.write).await.expect("use");
        }
    }

    /// Values that come with accidents, or that no verb writes yet.
    async fn fill_rare_columns(&self) {
        let (db, now) = (&self.portal.app.db.write, self.portal.now());
        letter::Entity::update_many()
            .col_expr(letter::Column::LastError, Expr::value(REFUSAL))
            .filter(letter::Column::ToEmail.eq(&self.ada.mentor.email))
            .exec(db)
            .await
            .expect("a letter was refused once");
        mentor::Entity::update_many()
            .col_expr(mentor::Column::BouncedAt, Expr::value(now))
            .exec(db)
            .await
            .expect("mentors' letters come back");
        self.list_a_school().await;
        self.close_later().await;
        let day = NaiveDate::from_ymd_opt(2025, 9, 1);
        enrolment::Entity::update_many()
            .col_expr(enrolment::Column::AppointedOn, Expr::value(day))
            .exec(db)
            .await
            .expect("appointments");
        training_group::Entity::update_many()
            .col_expr(training_group::Column::Venue, Expr::value("1 High Street"))
            .col_expr(training_group::Column::Postcode, Expr::value("NF1 1AA"))
            .col_expr(training_group::Column::Easting, Expr::value(400_000))
            .col_expr(training_group::Column::Northing, Expr::value(300_000))
            .col_expr(training_group::Column::Capacity, Expr::value(20))
            .exec(db)
            .await
            .expect("venues");
    }

    /// The award that closes takes one more start, to which somebody could put theirs off.
    async fn close_later(&self) {
        let db = &self.portal.app.db.write;
        let awards = award::Entity::find().all(db).await.expect("awards");
        for award in awards {
            let Some(_) = award.limits.start_before else {
                continue;
            };
            let mut limits = award.limits.clone();
            limits.start_before = NaiveDate::from_ymd_opt(2027, 1, 1);
            let mut row = award.into_active_model();
            row.limits = Set(limits);
            row.update(db).await.expect("an award");
        }
    }

    /// The national list has Ada's school, and one that came after it.
    async fn list_a_school(&self) {
        let list = "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),\
            OpenDate,CloseDate,PhaseOfEducation (name),UKPRN,Street,Town,Postcode,Easting,Northing\n\
            100001,873,Northfield,Willowbank Primary School,Community school,Open,01-09-1968,31-08-2030,Primary,\
            10000001,4 Mill Lane,Northfield,NF1 2AB,400100,300200\n\
            300001,873,Northfield,Willowbank Academy School,Academy converter,Open,01-09-2026,,Primary,\
            10000002,4 Mill Lane,Northfield,NF1 2AB,400100,300200\n"
            .replace("            ", "");
        let read = server::school::import(&self.portal.app, list.as_bytes(), |_| ()).await;
        let read = read.expect("a list");
        assert_eq!((read.changed, read.added), (1, 1));
        let links = "URN,LinkURN,LinkType\n100001,300001,Successor\n";
        let read = server::school::link(&self.portal.app, links.as_bytes(), |_| ()).await;
        assert_eq!(read.expect("links").added, 1);
    }

    async fn apply(&mut self) {
        open_cohort(&self.portal).await;
        let text = text(&self.portal).await;
        self.text = text;
        for owner in ["ada", "ben", "cy"] {
            let done = applied(&self.portal, self.participant(owner), text).await;
            self.applied.insert(owner.to_owned(), done);
        }
        newcomers(&self.portal, &self.applied["ada"], self.southmere).await;
    }

    async fn open_spare_session(&mut self, owner: &str) {
        let person = self.portal.sign_in(&self.participant(owner).email).await;
        let newest = session::Entity::find()
            .filter(session::Column::PersonId.eq(person.id))
            .order_by_desc(session::Column::Id);
        let row = newest
            .one(&self.portal.app.db.read)
            .await
            .expect("rows")
            .expect("a session");
        self.sessions.insert(owner.to_owned(), row.id);
    }
}

/// Somebody in this group, at a school of their own.
pub async fn enrol(portal: &Portal, name: &str, group_id: Uuid, urn: &str) -> Participant {
    let first = name.split(' ').next().unwrap_or(name);
    let school = NewSchool {
        urn: urn.into(),
        name: format!("{first}'s Primary School"),
        town: "Southmere".into(),
        postcode: "SM1 1AA".into(),
        local_authority: "Southmere".into(),
        head_name: Some(format!("Head of {first}")),
        head_email: Some(format!("head.of.{}@school.test", first.to_lowercase())),
    };
    let office = portal.programme.office();
    let added = tx::write(&portal.app, &office, async |tx| {
        server::school::add(tx, access::entitle::<AddSchool>(&tx.actor)?, school).await
    });
    let school_id = added.await.expect("a school").id;
    portal
        .enrol(Enrolling {
            group_id,
            school_id,
            name: name.into(),
            ..portal.enrolling(first)
        })
        .await
}
