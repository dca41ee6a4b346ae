//! One piece of long work on a thread of its own: it tells how far it is, can be cancelled, and gives one result.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use crate::domain::Progress;

/// Work under way. Dropping it cancels the work; the thread ends at its next step.
#[derive(Debug)]
pub struct Task<T> {
    progress: Progress,
    result: Receiver<T>,
}

/// What a task has to say this frame.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn<T> {
    Working,
    Done(T),
    /// The thread ended without a result: a fault of ours, to be told as one.
    Lost,
}

impl<T: Send + 'static> Task<T> {
    /// `name` is the thread's; `wake` is called when the result is there, so that the window looks.
    /// The work asks its `Progress` now and then whether it is still wanted.
    pub fn start(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let progress = Progress::default();
        let (sender, result) = channel();
        let handle = progress.clone();
        Builder::new().name(name.to_owned()).spawn(move || {
            let _wake = OnEnd(Some(wake));
            // Gone before the window is woken, so that a thread that ends without a result is seen as lost.
            let sender = sender;
            // Nobody waits any more when the task was dropped.
            drop(sender.send(work(&handle)));
        })?;
        Ok(Self { progress, result })
    }

    /// Wakes this window.
    pub fn spawn(
        ctx: &egui::Context,
        name: &str,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let window = ctx.clone();
        Self::start(name, move || window.request_repaint(), work)
    }

    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The turn of the task that may be under way here; one that has ended is taken away.
    pub fn turn_of(task: &mut Option<Self>) -> Turn<T> {
        let turn = task.as_ref().map_or(Turn::Working, Self::turn);
        if !matches!(turn, Turn::Working) {
            *task = None;
        }
        turn
    }

    /// The result once; `Working` until then.
    pub fn turn(&self) -> Turn<T> {
        match self.result.try_recv() {
            Ok(result) => Turn::Done(result),
            Err(TryRecvError::Empty) => Turn::Working,
            Err(TryRecvError::Disconnected) => Turn::Lost,
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// Wakes the window however the thread ends, also by a panic.
struct OnEnd<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Drop for OnEnd<F> {
    fn drop(&mut self) {
        if let Some(wake) = self.0.take() {
            wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::domain::Cancelled;

    /// Starts work and waits until it has woken the window.
    #[track_caller]
    fn finished<T: Send + 'static>(work: impl FnOnce(&Progress) -> T + Send + 'static) -> Turn<T> {
        let (woken, awake) = channel();
        let task = Task::start("test", move || woken.send(()).unwrap(), work).unwrap();
        awake.recv_timeout(Duration::from_secs(30)).unwrap();
        task.turn()
    }

    #[test]
    fn the_result_is_there_when_the_window_is_woken() {
        assert_eq!(finished(|_| 7), Turn::Done(7));
    }

    #[test]
    fn work_that_panics_is_lost_and_still_wakes_the_window() {
        assert_eq!(finished(|_| -> u8 { panic!("on purpose") }), Turn::Lost);
    }

    #[test]
    fn dropping_the_task_ends_the_work() {
        let (ended, end) = channel();
        let task = Task::start(
            "test",
            || (),
            move |progress| {
                while progress.advance(1).is_ok() {
                    std::thread::sleep(Duration::from_millis(1));
                }
                ended.send(progress.wanted()).unwrap();
            },
        );
        drop(task.unwrap());
        assert_eq!(end.recv_timeout(Duration::from_secs(30)), Ok(Err(Cancelled)));
    }
}
