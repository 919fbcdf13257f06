//! Everything that has to pass before a change may land, in its order.
//!
//! It must know no test by name, and nothing of what the tests are about.

mod browser;
mod node;
mod office;
mod stacks;
mod step;

pub(crate) use step::Step;

use crate::engine::Engine;
use crate::tools::{self, Tool};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

/// Runs the given steps, or all; stops at the first that fails.
pub(crate) fn run(only: &[Step], engines: &[Engine]) -> Result<()> {
    let steps = chosen(only);
    timed("tools", || tools::ensure(&needed(&steps, engines)))?;
    steps.chunk_by(|step, next| step.leaves_room_for(*next)).try_for_each(|group| side_by_side(group, engines))
}

/// Runs steps that touch nothing of each other's at once, and waits for all of them; the first that failed is told.
fn side_by_side(group: &[Step], engines: &[Engine]) -> Result<()> {
    thread::scope(|scope| {
        let start = |step: &Step| {
            let step = *step;
            scope.spawn(move || timed(step.name(), || step.run(engines)))
        };
        let running: Vec<_> = group.iter().map(start).collect();
        let ended: Vec<_> = running.into_iter().map(ScopedJoinHandle::join).collect();
        ended.into_iter().try_for_each(|outcome| outcome.unwrap_or_else(|fault| resume_unwind(fault)))
    })
}

/// In the suite's order, whatever the order they were asked for in.
fn chosen(only: &[Step]) -> Vec<Step> {
    let wanted = |step: &Step| only.is_empty() || only.contains(step) || step.is_needed_by(only);
    Step::value_variants().iter().copied().filter(wanted).collect()
}

fn needed(steps: &[Step], engines: &[Engine]) -> Vec<Tool> {
    let of_steps = steps.iter().flat_map(|step| step.tools());
    let of_engines = engines.iter().filter(|_| steps.contains(&Step::Web));
    of_steps.chain(of_engines.flat_map(|engine| engine.tools())).copied().collect()
}

/// One line before and one after.
fn timed(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("==> {name}");
    let start = Instant::now();
    let outcome = work().with_context(|| format!("step {name}"));
    let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("<== {name}: {verdict} after {:.1} s", start.elapsed().as_secs_f64());
    outcome
}

#[cfg(test)]
mod tests {
    use super::{Step, chosen};

    #[test]
    fn the_end_to_end_tests_bring_the_site() {
        assert!(chosen(&[Step::Web]) == [Step::Site, Step::Web]);
    }

    #[test]
    fn the_order_is_the_suites_own() {
        assert!(chosen(&[Step::Native, Step::Fmt]) == [Step::Fmt, Step::Native]);
    }

    #[test]
    fn what_builds_elsewhere_runs_beside_what_follows() {
        let steps = chosen(&[]);
        let groups: Vec<_> = steps.chunk_by(|step, next| step.leaves_room_for(*next)).map(<[Step]>::len).collect();
        assert_eq!(groups, [1, 1, 1, 1, 1, 1, 1, 3, 1, 1]);
    }

    #[test]
    fn without_a_choice_everything_runs() {
        assert_eq!(chosen(&[]).len(), 12);
    }
}
