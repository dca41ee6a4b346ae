//! Carries out what the user did, and takes in the answers of the writer and the dialogs.

mod actions;
mod answers;
mod dialogs;
mod entry;
mod file;
mod half_year;
mod importing;
mod log;
mod reason;
mod register;
mod trend;
