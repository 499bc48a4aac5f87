//! A copy that follows by `changes` is the same as the lists, whoever writes meanwhile and whatever its owner may see.

mod applications;
mod clear;
mod cursor;
mod follow;
mod follower;
mod moves;
mod scene;
mod statements;
mod writers;

pub use scene::settle;
