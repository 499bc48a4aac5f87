//! Filling pages from top to bottom.

use super::band::Band;

/// Left free at the top of each page.
pub const TOP: f32 = 56.0;
/// What is said ends here; below it are the page's number and what stands at its foot.
pub const BOTTOM: f32 = 772.0;

/// A band at its place on a page.
#[derive(Clone, Debug)]
pub struct Placed {
    pub band: Band,
    /// From the top of the page.
    pub y: f32,
}

/// The pages, each with what stands on it. What is to be kept with what follows moves to the next page with it.
pub fn fill(bands: Vec<Band>) -> Vec<Vec<Placed>> {
    let mut pages = vec![Vec::new()];
    let mut y = TOP;
    let mut together = Vec::new();
    for band in bands {
        let is_kept = band.is_kept;
        together.push(band);
        if is_kept {
            continue;
        }
        place(std::mem::take(&mut together), &mut pages, &mut y);
    }
    place(together, &mut pages, &mut y);
    pages
}

fn place(together: Vec<Band>, pages: &mut Vec<Vec<Placed>>, y: &mut f32) {
    let wanted: f32 = together.iter().map(|band| band.gap + band.height).sum();
    let is_begun = pages.last().is_some_and(|page| !page.is_empty());
    if is_begun && *y + wanted > BOTTOM {
        pages.push(Vec::new());
        *y = TOP;
    }
    for band in together {
        if let Some(page) = pages.last_mut() {
            *y += if page.is_empty() { 0.0 } else { band.gap };
            let height = band.height;
            page.push(Placed { band, y: *y });
            *y += height;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(height: f32, is_kept: bool) -> Band {
        Band {
            height,
            is_kept,
            gap: 10.0,
            ..Band::default()
        }
    }

    #[test]
    fn a_heading_goes_with_what_it_heads() {
        let room = BOTTOM - TOP;
        let pages = fill(vec![
            band(room - 50.0, false),
            band(20.0, true),
            band(40.0, false),
        ]);
        let sizes: Vec<_> = pages.iter().map(Vec::len).collect();
        assert_eq!(sizes, [1, 2]);
        assert_eq!(pages[1][0].y, TOP);
        assert_eq!(pages[1][1].y, TOP + 30.0);
    }

    #[test]
    fn what_fits_stays_on_the_page() {
        let pages = fill(vec![band(20.0, true), band(40.0, false), band(40.0, false)]);
        assert_eq!(pages.len(), 1);
        assert_eq!(fill(Vec::new()).len(), 1);
    }

    #[test]
    fn what_is_higher_than_a_page_is_placed_all_the_same() {
        let pages = fill(vec![
            band(10.0, false),
            band(5_000.0, false),
            band(10.0, false),
        ]);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 1]);
    }
}
