//! The office offers a cohort's places at once, and Ada puts hers off to a later cohort.

use entity::{school, training_group};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{Applicant, Browser, Portal, Programme};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cohort_gets_its_places_and_one_is_put_off() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    portal.ready_applicant("Ben").await;
    portal.applicant("Cleo").await.applies().await;
    located(&portal).await;
    Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await;
    let amina = portal.browser().await;
    offers(&portal, &amina).await;
    let browser = portal.browser().await;
    puts_off(&portal, &ada, &browser).await;
    portal.post_letters().await;
}

/// Willowbank, and Southfield in a town ten miles from there.
async fn located(portal: &Portal) {
    let db = &portal.app.db.write;
    let schools = school::Entity::update_many()
        .col_expr(school::Column::Easting, Expr::value(400_000))
        .col_expr(school::Column::Northing, Expr::value(300_000));
    schools.exec(db).await.expect("schools");
    let group = training_group::Entity::update_many()
        .col_expr(training_group::Column::Easting, Expr::value(409_656))
        .col_expr(training_group::Column::Northing, Expr::value(312_875))
        .col_expr(training_group::Column::Capacity, Expr::value(4))
        .filter(training_group::Column::Id.eq(portal.autumn().await.group_id));
    group.exec(db).await.expect("a group");
}

async fn offers(portal: &Portal, amina: &Browser) {
    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.goes("/applications", "Applications").await;
    amina.clicks("Offer places to a whole cohort").await;
    amina.arrives_at("Places").await;
    amina.looks_right("places").await;
    amina.clicks("September 2026").await;
    amina.arrives_at("Offer places").await;
    amina.sees("1 applicant not ready yet").await;
    amina.sees("10 miles").await;
    amina.looks_right("allocation").await;
    amina.chooses("group-1", "No offer now").await;
    amina.clicks("Offer 1 place").await;
    amina.reads_heading("Offer 1 place?").await;
    amina.looks_right("allocation-confirm").await;
    amina.clicks("Offer the places").await;
    amina.reads_heading("1 place is offered").await;
    amina.looks_right("allocation-done").await;
    amina.clicks("See who is left").await;
    amina.reads_heading("Offer places").await;
    amina.sees("Offer 1 place").await;
}

async fn puts_off(portal: &Portal, ada: &Applicant, browser: &Browser) {
    browser
        .signs_in(portal, &ada.email, "Your applications")
        .await;
    let page = format!("/applications/{}", ada.application_id);
    browser.goes(&page, "Your application").await;
    browser.sees("10 miles in a straight line").await;
    browser.sees("£2,250 + VAT 20% (£450) = £2,700").await;
    browser.looks_right("application-far").await;
    browser.clicks("Put it off to a later cohort").await;
    browser.arrives_at("Put it off to a later cohort?").await;
    browser.looks_right("defer").await;
    browser.clicks("Put it off").await;
    browser.focus_is_on_the_summary().await;
    browser.clicks("Cohort of 2027-01-11").await;
    browser.sees("The deadline in law would be missed").await;
    browser
        .clicks("The dates or the workload do not suit")
        .await;
    browser.clicks("Put it off").await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("defer-late").await;
    browser
        .clicks("I know that the award would come too late")
        .await;
    browser.clicks("Put it off").await;
    browser
        .sees("Done. The application goes on with the later cohort.")
        .await;
    browser.sees("Wait for your offer").await;
    browser.goes(&page, "Your application").await;
    browser.sees("It is put off to Cohort of 2027-01-11").await;
    browser.looks_right("application-put-off").await;
}
