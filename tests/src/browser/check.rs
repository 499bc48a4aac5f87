//! What every page has to be like.

use serde_json::{Value, json};

use super::{Browser, Screen};

const SHAPE: &str = "return {
    h1: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    main: document.querySelectorAll('main').length,
    twice: [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at),
    broken: [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => id && !document.getElementById(id)),
}";

impl Browser {
    /// Looks at the page as a desktop, a telephone, a very narrow and a zoomed screen show it, and remembers what is
    /// wrong with it under this name. Leaves a picture of each of the first two.
    pub async fn looks_right(&self, name: &str) {
        self.until(
            "the end of loading",
            "!document.querySelector('.portal-loading')",
            json!([]),
        )
        .await;
        self.is_well_formed(name).await;
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            self.resizes(screen).await;
            for found in self.axe().await {
                self.find_fault(format!(
                    "{name} at {}: axe {}: {} – {}",
                    screen.width, found.rule, found.target, found.help
                ));
            }
            self.photographs_whole(name, screen).await;
        }
        for screen in [Screen::NARROWEST, Screen::ZOOMED] {
            self.fits(name, screen).await;
        }
        self.resizes(self.screen).await;
    }

    async fn is_well_formed(&self, name: &str) {
        let title = self.title().await;
        if title
            .strip_suffix(" – SEN Award Portal")
            .is_none_or(str::is_empty)
        {
            self.find_fault(format!("{name}: the title is “{title}”"));
        }
        let shape = self.run(SHAPE, json!([])).await;
        let wanted = json!({ "h1": 1, "lang": "en", "main": 1, "twice": [], "broken": [] });
        if !same(&shape, &wanted) {
            self.find_fault(format!("{name}: {shape}, not {wanted}"));
        }
    }

    /// Nothing has to be scrolled sideways.
    async fn fits(&self, name: &str, screen: Screen) {
        self.resizes(screen).await;
        let wide = "const w = document.documentElement.clientWidth;
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > arguments[0] + 1);
            return [document.scrollingElement.scrollWidth, wide.slice(-3).map(e => e.outerHTML.slice(0, 120))]";
        let told = self.run(wide, json!([screen.width])).await;
        if told[0]
            .as_u64()
            .is_none_or(|width| width > u64::from(screen.width))
        {
            self.find_fault(format!(
                "{name} is {} wide at {}: {}",
                told[0], screen.width, told[1]
            ));
        }
    }
}

fn same(one: &Value, other: &Value) -> bool {
    one == other
}
