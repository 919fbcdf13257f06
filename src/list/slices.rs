//! Work that is done in slices: so that a page that has no worker stays alive, and whoever waits sees how far it is.
//!
//! Knows no browser and no clock: whoever drives it decides how long a slice is.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How far the work is: done, and of how many; nothing of nothing while the total is not known.
#[derive(Clone, Debug, Default)]
pub struct Progress(Rc<Cell<(u32, u32)>>);

impl Progress {
    /// So much is done.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.0.get().0
    }

    /// Of so much.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.get().1
    }

    /// Says how far the work is, and ends a slice.
    pub async fn at(&self, done: u32, total: u32) {
        self.0.set((done, total));
        Pause(false).await;
    }
}

/// Waits once: the end of a slice.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// Work with its progress.
pub struct Slices<T> {
    work: Pin<Box<dyn Future<Output = T>>>,
    progress: Progress,
}

impl<T> Slices<T> {
    /// The work that this makes; nothing of it is done yet.
    pub fn of<F: Future<Output = T> + 'static>(work: impl FnOnce(Progress) -> F) -> Self {
        let progress = Progress::default();
        Self { work: Box::pin(work(progress.clone())), progress }
    }

    /// One slice more; what came of it once all of it is done. Not to be called again after that.
    pub fn go_on(&mut self) -> Option<T> {
        match self.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// All of it at once.
    ///
    /// ```
    /// use tirkeu::list::slices::Slices;
    /// let counted = Slices::of(|progress| async move {
    ///     for row in 0..3 {
    ///         progress.at(row, 3).await;
    ///     }
    ///     progress.done()
    /// });
    /// assert_eq!(counted.whole(), 2);
    /// ```
    #[must_use]
    pub fn whole(mut self) -> T {
        loop {
            if let Some(done) = self.go_on() {
                return done;
            }
        }
    }
}
