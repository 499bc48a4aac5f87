//! The search box for schools by keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::options;
use super::search::Search;

enum Way {
    Down,
    Up,
}

impl Search {
    pub fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.step(event, Way::Down),
            "ArrowUp" => self.step(event, Way::Up),
            "Enter" => self.enter(event),
            "Escape" if self.open.get_untracked() => {
                event.prevent_default();
                self.close();
            }
            "Escape" => self.types(String::new()),
            _ => {}
        }
    }

    /// Goes one further, round and round; opens the list first if it is closed.
    fn step(self, event: &KeyboardEvent, way: Way) {
        let count = self.count();
        if count == 0 {
            return;
        }
        event.prevent_default();
        let at = self.active.get_untracked();
        let next = match (at.filter(|_| self.open.get_untracked()), way) {
            (Some(at), Way::Down) => (at + 1) % count,
            (Some(at), Way::Up) => (at + count - 1) % count,
            (None, Way::Down) => 0,
            (None, Way::Up) => count - 1,
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
