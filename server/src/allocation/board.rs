//! Placing one after another: each newcomer comes in by the chain of moves that costs least.

/// Who is placed where so far.
pub(super) struct Board {
    /// By wish, then by room.
    pub costs: Vec<Vec<Option<i64>>>,
    free: Vec<Option<usize>>,
    pub placed: Vec<Option<usize>>,
}

/// The cheapest way for somebody into a room.
#[derive(Clone, Copy)]
struct Way {
    cost: i64,
    /// The room from which somebody moves on here to make space, and who; none for the newcomer's own first room.
    from: Option<(usize, usize)>,
}

impl Board {
    /// Nobody is placed yet.
    pub fn new(costs: Vec<Vec<Option<i64>>>, free: Vec<Option<usize>>) -> Self {
        let placed = vec![None; costs.len()];
        Self {
            costs,
            free,
            placed,
        }
    }

    /// Finds the newcomer a place, if there is one, by the cheapest chain of moves.
    pub fn place(&mut self, newcomer: usize) {
        let ways = self.ways(newcomer);
        let has_room = |room: &usize| self.free[*room].is_none_or(|free| free > 0);
        let ends = (0..ways.len()).filter(has_room);
        let ends = ends.filter_map(|room| ways[room].map(|way| (way.cost, room)));
        let Some((_, end)) = ends.min() else { return };
        self.free[end] = self.free[end].map(|free| free - 1);
        let mut room = end;
        while let Some((before, mover)) = ways[room].and_then(|way| way.from) {
            self.placed[mover] = Some(room);
            room = before;
        }
        self.placed[newcomer] = Some(room);
    }

    /// The cheapest way into each room, by Bellman and Ford: moves may save metres, so costs may be negative, but never
    /// around a circle, since what is placed is the cheapest already.
    fn ways(&self, newcomer: usize) -> Vec<Option<Way>> {
        let start = |cost: &Option<i64>| cost.map(|cost| Way { cost, from: None });
        let mut ways: Vec<Option<Way>> = self.costs[newcomer].iter().map(start).collect();
        let moves = self.moves();
        for _ in 1..ways.len() {
            let mut is_done = true;
            for ((from, to), (metres, mover)) in &moves {
                let Some(before) = ways[*from] else { continue };
                let cost = before.cost + metres;
                if ways[*to].is_none_or(|way| cost < way.cost) {
                    let from = Some((*from, *mover));
                    ways[*to] = Some(Way { cost, from });
                    is_done = false;
                }
            }
            if is_done {
                break;
            }
        }
        ways
    }

    /// Between every two rooms, the cheapest move of somebody who is placed, and who it is.
    fn moves(&self) -> Vec<((usize, usize), (i64, usize))> {
        let rooms = self.free.len();
        let mut best: Vec<Option<(i64, usize)>> = vec![None; rooms * rooms];
        for (wish, placed) in self.placed.iter().enumerate() {
            let Some(from) = *placed else { continue };
            let Some(here) = self.costs[wish][from] else {
                continue;
            };
            for (to, there) in self.costs[wish]
                .iter()
                .enumerate()
                .filter(|(to, _)| *to != from)
            {
                let Some(there) = there else { continue };
                let found = (there - here, wish);
                let known = &mut best[from * rooms + to];
                if known.is_none_or(|known| found < known) {
                    *known = Some(found);
                }
            }
        }
        let best = best.into_iter().enumerate();
        best.filter_map(|(at, found)| Some(((at / rooms, at % rooms), found?)))
            .collect()
    }
}
