//! Awards, cohorts and groups in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, Enum, ID, InputObject, Lookahead, Object, Result};
use chrono::NaiveDate;
use entity::{award, cohort, enrolment, outcome, programme, training_group};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, IntoSimpleExpr as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::NewGroup;
use crate::access::{self, Guarded as _};
use crate::error::Error;
use crate::person::graphql::{Person, PersonById};
use crate::reading::{Direction, Key, Page, Reader, SortKey, page};
use crate::schema::{
    Connected, Loads, actor, by_id, connect, known, loads, maybe_uuid, nodes, portal, uuid,
    wants_total,
};
use crate::tx;

/// Cohorts that are listed at most, newest first.
const COHORTS_SHOWN: u64 = 100;

/// How the taught days are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "training_group::Mode")]
pub enum Mode {
    /// In a room.
    FaceToFace,
    /// Online, with break-out rooms.
    DistanceLearning,
}

/// A new training group.
#[derive(InputObject)]
pub struct AddGroupInput {
    /// The cohort it belongs to.
    cohort_id: ID,
    /// Its name, unique within the cohort.
    name: String,
    /// Where it is taught.
    place: String,
    /// How it is taught.
    mode: Mode,
    /// The academic tutor.
    tutor_id: Option<ID>,
}

by_id! {
    /// A group by id.
    GroupById, training_group
}

/// A cohort by id, with its award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CohortById(pub Uuid);

impl Loader<CohortById> for Reader {
    type Value = cohort::Model;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[CohortById]) -> Result<HashMap<CohortById, cohort::Model>> {
        let rows = cohort::Entity::find()
            .filter(cohort::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        Ok(rows
            .into_iter()
            .map(|row| (CohortById(row.id), row))
            .collect())
    }
}

/// The award of a programme, by the programme's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct AwardOf(Uuid);

impl Loader<AwardOf> for Reader {
    type Value = award::Model;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[AwardOf]) -> Result<HashMap<AwardOf, award::Model>> {
        let rows = programme::Entity::find()
            .filter(programme::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .find_also_related(award::Entity)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        Ok(rows
            .into_iter()
            .filter_map(|(programme, award)| award.map(|award| (AwardOf(programme.id), award)))
            .collect())
    }
}

/// The outcomes of an award, by the award's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct OutcomesOf(Uuid);

impl Loader<OutcomesOf> for Reader {
    type Value = Vec<outcome::Model>;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[OutcomesOf]) -> Result<HashMap<OutcomesOf, Vec<outcome::Model>>> {
        let rows = outcome::Entity::find()
            .filter(outcome::Column::AwardId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(outcome::Column::Position)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for row in rows {
            found.entry(OutcomesOf(row.award_id)).or_default().push(row);
        }
        Ok(found)
    }
}

/// How many participants of a group the reader may see, by the group's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct SizeOf(Uuid);

impl Loader<SizeOf> for Reader {
    type Value = i32;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[SizeOf]) -> Result<HashMap<SizeOf, i32>> {
        let rows: Vec<(Uuid, i64)> = enrolment::Entity::find()
            .select_only()
            .column(enrolment::Column::GroupId)
            .column_as(enrolment::Column::Id.count(), "n")
            .filter(enrolment::Entity::visible(&self.actor))
            .filter(enrolment::Column::GroupId.is_in(keys.iter().map(|key| key.0)))
            .group_by(enrolment::Column::GroupId)
            .into_tuple()
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, i32> = keys.iter().map(|key| (*key, 0)).collect();
        found.extend(
            rows.into_iter()
                .map(|(id, count)| (SizeOf(id), i32::try_from(count).unwrap_or(i32::MAX))),
        );
        Ok(found)
    }
}

/// Loads what the client wants of these groups.
pub async fn prefetch_groups(
    loads: &Loads,
    look: &Lookahead<'_>,
    rows: impl IntoIterator<Item = training_group::Model>,
) -> Result<()> {
    let rows: Vec<_> = rows.into_iter().collect();
    if look.field("tutor").exists() {
        let found = loads
            .load_many(rows.iter().filter_map(|row| row.tutor_id.map(PersonById)))
            .await?;
        crate::person::graphql::prefetch(loads, &look.field("tutor"), found.into_values()).await?;
    }
    if look.field("participantCount").exists() {
        loads
            .load_many(rows.iter().map(|row| SizeOf(row.id)))
            .await?;
    }
    let cohort = look.field("cohort");
    if cohort.exists() {
        let found = loads
            .load_many(rows.iter().map(|row| CohortById(row.cohort_id)))
            .await?;
        prefetch_cohorts(loads, &cohort, found.into_values()).await?;
    }
    Ok(())
}

/// Loads what the client wants of these cohorts.
pub async fn prefetch_cohorts(
    loads: &Loads,
    look: &Lookahead<'_>,
    rows: impl IntoIterator<Item = cohort::Model>,
) -> Result<()> {
    let award = look.field("award");
    if award.exists() {
        let found = loads
            .load_many(rows.into_iter().map(|row| AwardOf(row.programme_id)))
            .await?;
        if award.field("outcomes").exists() {
            loads
                .load_many(found.values().map(|award| OutcomesOf(award.id)))
                .await?;
        }
    }
    Ok(())
}

/// An award that can be run.
#[derive(Description)]
pub struct Award(pub award::Model);

#[Object(use_type_description)]
impl Award {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Our code, such as `nasenco`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its name among those who know it.
    async fn short_name(&self) -> &str {
        &self.0.short_name
    }

    /// What the holder gets.
    async fn qualification(&self) -> &str {
        &self.0.qualification
    }

    /// Academic credits; 0 where it has none.
    async fn credits(&self) -> i32 {
        self.0.credits
    }

    /// Level in the national framework; 7 is master's level.
    async fn level(&self) -> Option<i32> {
        self.0.level
    }

    /// What its holders know and can do, in order.
    async fn outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = loads(ctx).load_one(OutcomesOf(self.0.id)).await?;
        Ok(found.unwrap_or_default().into_iter().map(Outcome).collect())
    }
}

/// A learning outcome of an award.
#[derive(Description)]
pub struct Outcome(pub outcome::Model);

#[Object(use_type_description)]
impl Outcome {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Our code, such as `A1`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// The section that it belongs to.
    async fn section(&self) -> &str {
        &self.0.section
    }

    /// In a few words.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// In a sentence or two; the wording is ours.
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// Where the official wording stands.
    async fn official_ref(&self) -> Option<&str> {
        self.0.official_ref.as_deref()
    }
}

/// The participants who start a programme together.
#[derive(Description)]
pub struct Cohort(pub cohort::Model);

#[Object(use_type_description)]
impl Cohort {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Such as "2025 autumn".
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The first day.
    async fn starts_on(&self) -> NaiveDate {
        self.0.starts_on
    }

    /// The last day.
    async fn ends_on(&self) -> NaiveDate {
        self.0.ends_on
    }

    /// What it works towards.
    async fn award(&self, ctx: &Context<'_>) -> Result<Award> {
        let found = loads(ctx).load_one(AwardOf(self.0.programme_id)).await?;
        Ok(found.map(Award).ok_or(Error::NotFound("award"))?)
    }
}

/// The people of a cohort who are taught together.
#[derive(Description)]
pub struct Group(pub training_group::Model);

#[Object(use_type_description)]
impl Group {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where it is taught.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// How it is taught.
    async fn mode(&self) -> Mode {
        self.0.mode.into()
    }

    /// The academic tutor.
    async fn tutor(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id) = self.0.tutor_id else {
            return Ok(None);
        };
        Ok(loads(ctx).load_one(PersonById(id)).await?.map(Person))
    }

    /// The cohort that it belongs to.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Cohort> {
        let found = loads(ctx).load_one(CohortById(self.0.cohort_id)).await?;
        Ok(found.map(Cohort).ok_or(Error::NotFound("cohort"))?)
    }

    /// How many participants it has, of those that you may see.
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(loads(ctx)
            .load_one(SizeOf(self.0.id))
            .await?
            .unwrap_or_default())
    }
}

#[derive(Default)]
pub struct ProgrammeQuery;

#[Object]
impl ProgrammeQuery {
    /// The awards that are run here.
    async fn awards(&self, ctx: &Context<'_>) -> Result<Vec<Award>> {
        let rows = award::Entity::find()
            .order_by_asc(award::Column::Name)
            .all(&known(ctx)?.db)
            .await;
        let rows = rows.map_err(Error::from)?;
        if ctx.look_ahead().field("outcomes").exists() {
            loads(ctx)
                .load_many(rows.iter().map(|row| OutcomesOf(row.id)))
                .await?;
        }
        Ok(rows.into_iter().map(Award).collect())
    }

    /// The cohorts, newest first; at most 100.
    async fn cohorts(&self, ctx: &Context<'_>) -> Result<Vec<Cohort>> {
        let rows = cohort::Entity::find()
            .order_by_desc(cohort::Column::StartsOn)
            .limit(COHORTS_SHOWN)
            .all(&known(ctx)?.db)
            .await
            .map_err(Error::from)?;
        prefetch_cohorts(loads(ctx), &ctx.look_ahead(), rows.clone()).await?;
        Ok(rows.into_iter().map(Cohort).collect())
    }

    /// Training groups that you may see, by name.
    async fn groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
    ) -> Result<Connected<Group>> {
        let reader = known(ctx)?;
        let sort = SortKey {
            expr: training_group::Column::Name.into_simple_expr(),
            key: Key::Text,
            direction: Direction::Asc,
        };
        let select =
            training_group::Entity::find().filter(training_group::Entity::visible(&reader.actor));
        let wanted = Page::new(first, after)?;
        let slice = page(
            reader,
            select,
            sort,
            training_group::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        for look in nodes(ctx) {
            prefetch_groups(loads(ctx), &look, slice.models()).await?;
        }
        Ok(connect(slice, Group))
    }
}

#[derive(Default)]
pub struct ProgrammeMutation;

#[Object]
impl ProgrammeMutation {
    /// Adds a training group to a cohort. For administrators.
    async fn add_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] input: AddGroupInput,
    ) -> Result<Group> {
        let group = NewGroup {
            cohort_id: uuid(&input.cohort_id, "cohort")?,
            name: input.name,
            place: input.place,
            mode: input.mode.into(),
            tutor_id: maybe_uuid(input.tutor_id.as_ref(), "person")?,
        };
        let entitled = access::entitle::<access::AddGroup>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::add_group(tx, entitled, group).await
        });
        Ok(Group(row.await?))
    }
}
