//! Reads one file, whatever it is, into a draft. What it is, its first bytes say and not its name.

use std::io::{Read, Seek};

use super::encoding::{self, Utf8Reader};
use super::halt::{Halt, whole_file};
use super::sheets::{Hints, read_workbook};
use super::text_file;
use super::workbook::{self, Trouble};
use super::{ImportError, Watch};
use crate::book::draft::{Draft, DraftFile, FileNumber, Table};
use crate::book::{FileVerdict, Reason};

/// Reads a file. What is wrong with it lands in its verdict; only a failing disk or giving up is an error.
pub fn read_file(
    draft: &mut Draft,
    (name, named): (&str, Option<Table>),
    mut source: impl Read + Seek,
    hints: &Hints,
    watch: &mut Watch<'_>,
) -> Result<(), ImportError> {
    let number = draft.files.len();
    draft.files.push(DraftFile {
        verdict: FileVerdict { name: name.to_owned(), ..FileVerdict::default() },
        ..DraftFile::default()
    });
    let failed = |source| ImportError::Unreadable { name: name.to_owned(), source };
    let mut head = Vec::new();
    (&mut source).take(512).read_to_end(&mut head).map_err(failed)?;
    source.rewind().map_err(failed)?;
    let read = if workbook::is_workbook(&head) {
        read_book(draft, number, source, hints, watch)
    } else if let Some(reason) = something_else(&head) {
        Err(whole_file(reason))
    } else {
        let place = text_file::Place { number, name, named };
        match encoding::sixteen_bit(&head) {
            Some(mark) => {
                text_file::read(draft, &place, Utf8Reader::new(source, mark), hints, watch)
            }
            None => text_file::read(draft, &place, source, hints, watch),
        }
    };
    match read {
        Ok(()) => Ok(()),
        Err(Halt::Refused(refused)) => {
            draft.forget(number);
            if let Some(file) = draft.files.get_mut(number) {
                file.verdict.refused.push(*refused);
            }
            Ok(())
        }
        Err(Halt::Failed(error)) => Err(failed(error)),
        Err(Halt::Cancelled) => Err(ImportError::Cancelled),
    }
}

fn read_book(
    draft: &mut Draft,
    number: FileNumber,
    source: impl Read + Seek,
    hints: &Hints,
    watch: &mut Watch<'_>,
) -> Result<(), Halt> {
    let mut steps = 0;
    let mut going = || {
        steps += 1;
        watch(steps)
    };
    let book = workbook::read(source, &mut going).map_err(|trouble| match trouble {
        Trouble::Refused(reason) => whole_file(reason),
        Trouble::Failed(error) => Halt::Failed(error),
        Trouble::Cancelled => Halt::Cancelled,
    })?;
    read_workbook(draft, number, &book, hints).map_err(whole_file)
}

/// Other kinds of file by their first bytes.
fn something_else(head: &[u8]) -> Option<Reason> {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let start = start.trim_ascii_start().to_ascii_lowercase();
    let begins = |it: &[&[u8]]| it.iter().any(|it| start.starts_with(it));
    if begins(&[b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style"]) {
        return Some(Reason::WebPage);
    }
    let other = begins(&[
        b"%pdf",
        b"sqlite format 3\0",
        b"<?xml",
        b"<!doctype",
        b"{\\rtf",
        b"\x89png",
        b"\xff\xd8\xff",
        b"\x1f\x8b",
    ]);
    other.then_some(Reason::NotATable)
}
