//! How letters and pages say on whose behalf somebody signs.

use entity::application::Capacity;

/// "headteacher".
pub fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Headteacher => "headteacher",
        Capacity::ActingHeadteacher => "acting headteacher",
        Capacity::ChairOfGovernors => "chair of governors or trustees",
        Capacity::SeniorLeader => "senior leader",
    }
}
