//! Photographs of pages, for people to look at.

use std::path::PathBuf;

use serde_json::json;

use super::{Browser, Screen};

/// Higher than that, nobody looks.
const HIGHEST: u64 = 8_000;

impl Browser {
    /// A picture of the whole page in the folder that `SCREENSHOTS` names. Answers where it is.
    pub async fn photographs(&self, name: &str) -> String {
        let folder = std::env::var_os("SCREENSHOTS").map_or_else(
            || std::env::temp_dir().join("portal-screenshots"),
            PathBuf::from,
        );
        let path = folder.join(format!("{name}.png"));
        if std::fs::create_dir_all(&folder).is_err()
            || self.session().screenshot(&path).await.is_err()
        {
            return "no picture".into();
        }
        path.display().to_string()
    }

    /// The same at this width, as high as the page is. The window keeps that size.
    pub(super) async fn photographs_whole(&self, name: &str, screen: Screen) {
        self.resizes(screen).await;
        let height = self
            .run("return document.scrollingElement.scrollHeight", json!([]))
            .await;
        let height = height
            .as_u64()
            .unwrap_or_default()
            .clamp(screen.height.into(), HIGHEST);
        self.resizes(Screen {
            height: u32::try_from(height).unwrap_or(screen.height),
            scale: 1,
            ..screen
        })
        .await;
        self.photographs(&format!("{name}-{}", screen.width)).await;
    }
}
