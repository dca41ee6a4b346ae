//! The readings of the definitions at edges that the shared data do not hold, worked out by hand.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod cases;
mod hand;
mod periods;
mod waits;
