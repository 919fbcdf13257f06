//! After a refusal: until when one can complain, how, and the complaint to fill in by hand.
//!
//! Knows the appeal's terms and the words, and nothing of the application.

use super::cited::{annexes, cited};
use super::question::{button, date_input, script_button};
use super::sheets::sheet_tools;
use super::state::{Action, Stage, State};
use crate::decide::report::Counter;
use crate::facts::id::Id;
use crate::law::step::{About, Step, Term};
use crate::law::{ADDRESSEES, APPEAL};
use crate::page::writer::Writer;

/// The part about a refusal.
#[inline(never)]
pub(super) fn appeal(w: &mut Writer, state: &State) {
    w.lines(
        "div.appeal#appeal
           h2 id=appeal tabindex=-1|appeal.heading
           p|appeal.lead
           p|appeal.refusal
           p.date#day
             label for=refused-on|appeal.refused_on",
    );
    date_input(w, "refused-on".to_owned(), String::new(), state.refused_on);
    w.set("data-action", Action::RefusedOn(None).name());
    w.close();
    w.close();
    if let Some(appeal) = state.refused_on.and_then(crate::decide::appeal::appeal) {
        w.text("h3#last", w.words.with_date("appeal.complain_by", appeal.complain_by));
        if appeal.complain_by < state.today {
            w.say("p.past", "appeal.past");
        }
        w.say("p", "appeal.restored");
    }
    w.open("ol#steps");
    for step in APPEAL {
        step_of(w, state, *step);
    }
    w.close();
    addressees(w, state);
    w.say("p", "appeal.where");
    button(w, "appeal.print", &Action::Go(Stage::Complaint), "secondary");
    script_button(w, "paper.close", "back");
    w.close();
}

/// Whom one complains to about what; on the State Corporation's staff only whoever goes there.
fn addressees(w: &mut Writer, state: &State) {
    let everybody_goes_to_the_police = state.report.counters.only() == Some(Counter::Police);
    w.open("ul#addressees");
    for (addressee, about) in ADDRESSEES {
        if *about == About::Staff && everybody_goes_to_the_police {
            continue;
        }
        w.open("li");
        w.say_of("strong", "appeal.about.*", about.id());
        w.put(w.words.named("", &w.words.of("appeal.addressee.*", addressee.id())));
        w.close();
    }
    w.close();
}

fn step_of(w: &mut Writer, state: &State, step: Step) {
    w.open("li");
    w.say_of("span", "appeal.*", step.step.id());
    match step.within {
        Some(Term::Months(months)) => w.text("p", w.words.with_number("appeal.months", months.into())),
        Some(Term::WorkingDays(days)) => w.text("p", w.words.with_number("appeal.working_days", days.into())),
        None => {}
    }
    w.lines(
        "details.why
           summary|answer.why",
    );
    w.say_of("p", "basis.*", step.basis.id());
    cited(w, step.sources, annexes(state, None));
    w.close();
    w.close();
}

/// The complaint, in the language of the counter and in the applicant's, with blanks to fill in by hand.
#[inline(never)]
pub(super) fn complaint(w: &mut Writer) {
    w.open("div#complaint");
    w.set("class", "sheet complaint");
    sheet_tools(w, Stage::Appeal);
    w.lines("h2 id=sheet tabindex=-1||complaint.heading");
    for (line, blanks) in LINES {
        w.open("div.line");
        w.lines(line);
        for _ in 0..*blanks {
            w.lines("div.blank\n/");
        }
        w.close();
    }
    w.close();
}

/// The lines of a complaint, each with its blanks.
const LINES: &[(&str, u8)] = &[
    ("p||complaint.to", 2),
    ("p||complaint.from", 0),
    ("p||complaint.name", 1),
    ("p||complaint.iin", 1),
    ("p||complaint.postal_address", 1),
    ("p||complaint.actual_address", 1),
    ("p||complaint.phone", 1),
    ("p||complaint.body", 2),
    ("p||complaint.reason", 2),
    ("p||complaint.disagree", 4),
    ("p||complaint.ask", 0),
    ("p||complaint.enclosed", 0),
    ("p||complaint.date", 1),
    ("p||complaint.signature", 1),
];
