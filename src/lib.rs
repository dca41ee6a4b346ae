//! Sagstakt: monthly figures of a municipality's children-and-family department, and what is made of them.

// Reading order: a module may only use modules above it.
pub mod domain;
pub mod statistics;
pub mod measure;
pub mod storage;
pub mod book;
pub mod import;
pub mod text;
pub mod chart;
pub mod trends;
pub mod report;
pub mod export;
pub mod view;
pub mod ui;
pub mod cli;
