//! The rules of ARCHITECTURE.md, as tests. A rule that is not tested here is not a rule.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources should say so")]
#![expect(clippy::indexing_slicing, reason = "a list that is out of step should fail the test")]
#![expect(clippy::wildcard_enum_match_arm, reason = "the parser knows more items than the rules")]

mod circles;
mod files;
mod house;
mod papers;
mod recipes;
mod rooms;
mod sizes;
mod words;

/// Reports every offence at once; one run of the test is one round of corrections.
fn assert_none(offences: &[String]) {
    assert!(offences.is_empty(), "\n  {}\n", offences.join("\n  "));
}
