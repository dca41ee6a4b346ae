//! The thread that owns the book, and the window's end of it.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use super::answer::{answer, look_around};
use super::open_book::OpenBook;
use super::request::{Reply, Request, Ticket};

/// The window's end of the writer thread.
#[derive(Debug)]
pub struct Writer {
    /// `None` once the window is closing.
    requests: Option<Sender<(Ticket, Request)>>,
    replies: Receiver<Reply>,
    sent: u64,
    answered: u64,
    thread: Option<JoinHandle<()>>,
}

/// How often an idle writer looks whether others have saved.
const LOOK: Duration = Duration::from_secs(5);
/// How long it waits with the day's backup for somebody to ask for something: what was asked comes first.
const PAUSE: Duration = Duration::from_secs(1);

impl Writer {
    /// `wake` is called after each answer, so that the window looks.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::looking_every(LOOK, wake)
    }

    pub(super) fn looking_every(
        look: Duration,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (requests, incoming) = channel::<(Ticket, Request)>();
        let (outgoing, replies) = channel();
        let thread = Builder::new().name("writer".to_owned()).spawn(move || {
            let mut book: Option<OpenBook> = None;
            loop {
                // Without a book there is nothing to look at: wait for as long as it takes.
                let asked = match &book {
                    Some(book) if book.is_day_new() => incoming.recv_timeout(look.min(PAUSE)),
                    Some(_) => incoming.recv_timeout(look),
                    None => incoming.recv().map_err(RecvTimeoutError::from),
                };
                let reply = match asked {
                    Ok((ticket, request)) => {
                        let outcome = answer(&mut book, request);
                        Some(Reply { ticket: Some(ticket), outcome })
                    }
                    Err(RecvTimeoutError::Timeout) => look_around(book.as_mut()),
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                let Some(reply) = reply else { continue };
                if outgoing.send(reply).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { requests: Some(requests), replies, sent: 0, answered: 0, thread: Some(thread) })
    }

    /// Puts a request at the end of the queue; `None` when the thread is gone.
    pub fn send(&mut self, request: Request) -> Option<Ticket> {
        let ticket = Ticket(self.sent + 1);
        self.requests.as_ref()?.send((ticket, request)).ok()?;
        self.sent = ticket.0;
        Some(ticket)
    }

    /// The oldest answer that has come since.
    pub fn reply(&mut self) -> Option<Reply> {
        let reply = self.replies.try_recv().ok()?;
        self.answered = reply.ticket.map_or(self.answered, |it| it.0);
        Some(reply)
    }

    /// Requests not yet answered.
    pub fn pending(&self) -> usize {
        usize::try_from(self.sent - self.answered).unwrap_or(usize::MAX)
    }
}

impl Drop for Writer {
    /// Lets the queue run out: what was typed is written before the program ends.
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
