//! The search box for schools by keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::options;
use super::search::Search;

impl Search {
    pub fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.step(event, 1),
            "ArrowUp" => self.step(event, self.count().saturating_sub(1)),
            "Enter" => self.enter(event),
            "Escape" if self.open.get_untracked() => {
                event.prevent_default();
                self.close();
            }
            "Escape" => self.types(String::new()),
            _ => {}
        }
    }

    /// Goes so many further, round and round; opens the list first if it is closed.
    fn step(self, event: &KeyboardEvent, by: usize) {
        let count = self.count();
        if count == 0 {
            return;
        }
        event.prevent_default();
        let next = match self
            .active
            .get_untracked()
            .filter(|_| self.open.get_untracked())
        {
            Some(at) => (at + by) % count,
            None if by == 1 => 0,
            None => count - 1,
        };
        self.open.set(true);
        self.active.set(Some(next));
        options::bring_into_sight(self.field.name, next);
    }

    /// A form is sent by Enter in its fields; here it chooses, and sends nothing before something is chosen.
    fn enter(self, event: &KeyboardEvent) {
        if self.value.with_untracked(Option::is_some) {
            return;
        }
        event.prevent_default();
        let only = (self.count() == 1).then_some(0);
        let at = self.active.get_untracked().or(only);
        if let Some(at) = at.filter(|_| self.open.get_untracked()) {
            self.pick_at(at);
        }
    }
}
