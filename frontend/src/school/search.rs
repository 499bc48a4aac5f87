//! A box in which somebody finds their school among all of the country: as they type, what fits is offered below it.
//!
//! It follows the pattern of a combobox with a list: the focus stays in the box, the arrow keys go through what was found,
//! Enter chooses, Escape closes the list and then empties the box. How many were found is read out. Whoever does not find
//! their school enters it.

use std::time::Duration;

use cynic::QueryBuilder;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chosen::Chosen;
use super::options;
use super::queries::{FindSchools, FindSchoolsVariables, FoundSchool};
use super::unlisted;
use crate::api::{Problem, ask};
use crate::ui::errors::{beside, described_by, group_class};
use crate::ui::field::{hint_of, label_of};
use crate::ui::form::Field;

/// Somebody who types is asked about when they pause.
const PAUSE: Duration = Duration::from_millis(250);

/// Letters below which half the country would fit.
const LEAST: usize = 2;

/// What the box knows while it is on the page.
#[derive(Clone, Copy)]
pub(super) struct Search {
    pub field: Field,
    pub value: Signal<Option<Chosen>>,
    pub choose: Callback<Option<Chosen>>,
    pub typed: RwSignal<String>,
    pub found: RwSignal<Found>,
    /// Which of those that were found the arrow keys have come to.
    pub active: RwSignal<Option<usize>>,
    pub open: RwSignal<bool>,
    /// The school that was chosen here, with what is not kept of it.
    pub picked: RwSignal<Option<FoundSchool>>,
    /// Counts the changes, so that an answer knows whether it is about the latest text.
    edits: StoredValue<u32>,
}

/// What the server said.
#[derive(Clone)]
pub(super) enum Found {
    NotAsked,
    Asking,
    Schools(Vec<FoundSchool>),
    Failed(Problem),
}

/// A search box for a school.
///
/// `value` is what is chosen now and `choose` is called with what was chosen, or with nothing when the text in the box
/// becomes another. For a form that keeps its answers in fields, [`in_field`] is shorter.
#[component]
pub fn SchoolSearch(
    /// Where the server's complaints are shown; its name is the id of the box.
    field: Field,
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<Option<Chosen>>,
    #[prop(into)] choose: Callback<Option<Chosen>>,
    /// Only schools of the national list will do: none can be entered.
    #[prop(optional)]
    listed_only: bool,
) -> AnyView {
    let known = value.get_untracked();
    let search = Search {
        field,
        value,
        choose,
        typed: RwSignal::new(known.map(|chosen| chosen.words()).unwrap_or_default()),
        found: RwSignal::new(Found::NotAsked),
        active: RwSignal::new(None),
        open: RwSignal::new(false),
        picked: RwSignal::new(None),
        edits: StoredValue::new(0),
    };
    let name = field.name;
    // A form may put another school there, such as one that was saved on another device.
    Effect::new(move |_| {
        let words = value.get().map(|chosen| chosen.words());
        if let Some(words) =
            words.filter(|words| search.typed.with_untracked(|typed| typed != words))
        {
            search.typed.set(words);
            search.picked.set(None);
        }
    });
    let hint = "Name, town, postcode or URN. For example, st marys ashford";
    let described = described_by(field, true);
    let active = move || {
        let at = search.active.get().filter(|_| search.open.get());
        at.map(|at| options::id(name, at))
    };
    view! {
        <div class=group_class(field)>
            {label_of(name, label)}
            {hint_of(name, hint.into())}
            {beside(field)}
            <input id=name type="text" class="govuk-input" role="combobox" autocomplete="off" spellcheck="false"
                aria-autocomplete="list" aria-haspopup="listbox" aria-controls=options::list_id(name)
                aria-expanded=move || search.open.get().to_string()
                aria-activedescendant=active
                aria-describedby=described
                prop:value=move || search.typed.get()
                on:input=move |event| search.types(event_target_value(&event))
                on:keydown=move |event| search.key(&event)
                on:focus=move |_| search.open.set(search.count() > 0)
                on:blur=move |_| search.close() />
            {options::drawn(search)}
            {options::picked(search)}
            {(!listed_only).then(|| unlisted::way_in(search))}
        </div>
    }
    .into_any()
}

/// The same for a form's field, which keeps what [`Chosen::read`] reads.
pub fn in_field(field: Field, label: &'static str, listed_only: bool) -> AnyView {
    let value = Signal::derive(move || field.value.with(|text| Chosen::read(text)));
    let choose = move |chosen: Option<Chosen>| {
        field.set(chosen.map(|chosen| chosen.write()).unwrap_or_default());
    };
    view! { <SchoolSearch field=field label=label value=value choose=choose listed_only=listed_only /> }
        .into_any()
}

impl Search {
    pub fn types(self, text: String) {
        self.typed.set(text);
        self.active.set(None);
        self.picked.set(None);
        if self.value.with_untracked(Option::is_some) {
            self.choose.run(None);
        }
        self.edits.update_value(|edits| *edits += 1);
        let edits = self.edits.get_value();
        if self.is_short() {
            self.found.set(Found::NotAsked);
            self.open.set(false);
            return;
        }
        let later = move || {
            if self.edits.try_get_value() == Some(edits) {
                self.ask();
            }
        };
        set_timeout(later, PAUSE);
    }

    fn is_short(self) -> bool {
        let is_text = |c: &char| c.is_alphanumeric();
        self.typed
            .with_untracked(|typed| typed.chars().filter(is_text).count() < LEAST)
    }

    pub fn ask(self) {
        let edits = self.edits.get_value();
        let text = self.typed.get_untracked();
        // What was found before stays until the new answer is there.
        if !matches!(self.found.get_untracked(), Found::Schools(_)) {
            self.found.set(Found::Asking);
        }
        spawn_local(async move {
            let answer = ask(FindSchools::build(FindSchoolsVariables { text })).await;
            // The box may be gone, or another text be in it.
            if self.edits.try_get_value() != Some(edits) {
                return;
            }
            self.found.set(match answer {
                Ok(data) => Found::Schools(data.find_schools),
                Err(problem) => Found::Failed(problem),
            });
            self.active.set(None);
            // Over the rest of the page it would only be in the way.
            self.open.set(self.count() > 0 && self.has_focus());
        });
    }

    fn has_focus(self) -> bool {
        let focused = document().active_element();
        focused.is_some_and(|element| element.id() == self.field.name)
    }

    pub fn count(self) -> usize {
        self.found.with_untracked(|found| match found {
            Found::Schools(schools) => schools.len(),
            _ => 0,
        })
    }

    pub fn pick_at(self, at: usize) {
        let school = self.found.with_untracked(|found| match found {
            Found::Schools(schools) => schools.get(at).cloned(),
            _ => None,
        });
        if let Some(school) = school {
            self.pick(school);
        }
    }

    pub fn pick(self, school: FoundSchool) {
        let chosen = Chosen::from(&school);
        self.edits.update_value(|edits| *edits += 1);
        self.typed.set(chosen.words());
        self.picked.set(Some(school));
        self.found.set(Found::NotAsked);
        self.close();
        self.choose.run(Some(chosen));
    }

    pub fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }
}
