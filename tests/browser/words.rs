//! What the people of these stories write.

pub const ACCOUNT: &str = "I read our policy with two colleagues and the governor for SEN.";
pub const REFLECTION: &str = "That nobody had read it for years, and that two hours are enough.";
pub const COMMENT: &str = "Please say which three changes you propose, and who agreed to them.";
