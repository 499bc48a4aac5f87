//! Lists of applications: what they are narrowed and sorted by.

use entity::application::{Column, Relation};
use entity::{cohort, person, school};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _,
};

use super::ahead::{Ahead, Troubles};
use super::{
    ApplicationHolderFilter, ApplicationStateFilter, ApplicationStepFilter,
    ApplicationTroubleFilter, LeavingReasonFilter,
};
use crate::application::ahead::needs_analysis;
use crate::clock::day_began;
use crate::eligibility::graphql::SencoRoleFilter;
use crate::error::{Error, Result};
use crate::programme::graphql::GroupModeFilter;
use crate::reading::{Reader, SortKey, contains};
use crate::schema::{
    By, IdFilter, MomentFilter, TextFilter, filter, order, personal, whole, within,
};

filter! {
    /// Which applications. All that is said must hold; what is left out does not narrow the list.
    pub ApplicationWhere |reader| {
        /// The application itself.
        id: IdFilter => Column::Id;
        /// Where it stands.
        state: ApplicationStateFilter => Column::State;
        /// The cohort applied to.
        cohort: IdFilter => Column::CohortId;
        /// The applicant.
        person: IdFilter => Column::PersonId;
        /// The school.
        school: IdFilter => Column::SchoolId;
        /// The group in which a place is offered.
        group: IdFilter => Column::GroupId;
        /// The applicant's name. `FORBIDDEN` to tools that may not read names.
        name: TextFilter => within(
            Column::PersonId, person::Column::Id, personal(reader, person::Column::Name)?,
        );
        /// What kind of reason was given for giving the place up or putting it off.
        leaving: LeavingReasonFilter => Column::Leaving;
        /// What has to happen next.
        next_step: ApplicationStepFilter => Ahead::Step;
        /// Who holds that step.
        holder: ApplicationHolderFilter => Ahead::Holder;
        /// What hinders it.
        trouble: ApplicationTroubleFilter => Troubles;
        /// Whether the school has to agree to a needs analysis.
        has_needs_analysis: bool => Expr::cust(needs_analysis());
        /// What the applicant has to do with the role of SENCO. `FORBIDDEN` to tools, which may not read answers.
        role: SencoRoleFilter => told(reader, "role")?;
        /// How the applicant would like to be taught. `FORBIDDEN` to tools, which may not read answers.
        mode: GroupModeFilter => told(reader, "mode")?;
        /// When it came to stand where it does.
        stands_since: MomentFilter => Column::StandsSince;
        /// That it has stood there for at least so many days in London.
        stands_days: i32 => By(|days: &i32| {
            let began = day_began(reader.today(), i64::from(*days) - 1);
            Ok(Condition::all().add(Column::StandsSince.lt(began)))
        });
        /// When it was handed in.
        submitted_at: MomentFilter => Column::SubmittedAt;
        /// Part of the applicant's name or address or of the school's name, or the school's number. `FORBIDDEN` to tools that may not read names.
        search: String => By(|text: &String| {
            reader.actor.may_ask_by_names()?;
            found(text)
        });
    }
}

order! {
    /// How applications are sorted; those that are equal, by id.
    pub ApplicationOrder
    /// What applications are sorted by.
    by ApplicationOrderField |reader| {
        /// The applicant's name. `FORBIDDEN` to tools that may not read names.
        Name => SortKey::text(personal(reader, person::Column::Name)?).through(Relation::Person.def());
        /// When they were handed in; drafts count as before all others.
        SubmittedAt => SortKey::maybe_moment(Column::SubmittedAt);
        /// When something last happened to them.
        UpdatedAt => SortKey::moment(Column::UpdatedAt);
        /// When they came to stand where they do.
        StandsSince => SortKey::moment(Column::StandsSince);
        /// The first day of the cohort.
        StartsOn => SortKey::day(cohort::Column::StartsOn).through(Relation::Cohort.def());
    }
}

/// One of the applicant's answers, for readers who may see them.
fn told(reader: &Reader, name: &str) -> Result<SimpleExpr> {
    match reader.actor.is_tool() {
        true => Err(Error::Withheld(
            "A token may not read what applicants answer, so it cannot filter by that.",
        )),
        false => Ok(Expr::cust(format!("application.answers ->> '{name}'"))),
    }
}

fn found(text: &str) -> Result<Condition> {
    let text = whole("search", text)?;
    if text.trim().is_empty() {
        return Ok(Condition::all());
    }
    let schools = school::Entity::find()
        .select_only()
        .column(school::Column::Id)
        .filter(
            Condition::any()
                .add(contains(school::Column::Name, text))
                .add(school::Column::Urn.eq(text.trim())),
        );
    let people = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(
            Condition::any()
                .add(contains(person::Column::Name, text))
                .add(contains(person::Column::Email, text)),
        );
    Ok(Condition::any()
        .add(Column::SchoolId.in_subquery(schools.into_query()))
        .add(Column::PersonId.in_subquery(people.into_query())))
}
