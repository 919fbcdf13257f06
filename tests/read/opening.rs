//! The day of a visit on which the counter is closed, or only partly open, is told before anything else, and on paper.

use tirkeu::page::node::Node;
use tirkeu::page::view::{Stage, visit};
use tirkeu::{date, write_date};

use crate::said::{HOME, LANGUAGES, state, words};

/// What is to be said, by 267.list.7: of somebody with this status, so many days after Monday the 30th of November 2026.
fn told(status: &str, day: u8) -> Option<&'static str> {
    let is_police = matches!(status, "refugee" | "asylum_seeker");
    match day {
        5 if is_police => Some("date.saturday.closed"),
        5 => Some("date.saturday"),
        6 => Some("date.sunday"),
        _ => None,
    }
}

#[test]
fn a_day_on_which_nobody_takes_papers_in_is_told() {
    for status in ["foreigner", "stateless", "refugee", "asylum_seeker"] {
        for day in 0..7 {
            let visit_date = date(2026, 11, 30) + time::Duration::days(day.into());
            let who = format!("answer:0:status:{status}");
            let own = ["answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
            let mut state = state(&write_date(visit_date), &[&[&*who][..], &own, &HOME].concat());
            for language in LANGUAGES {
                let words = words(language);
                for stage in [Stage::Check, Stage::VisitSheet] {
                    state.stage = stage;
                    let shown: String =
                        visit(&state, &words, None).into_iter().map(|part| Node::Element(part).html()).collect();
                    for id in ["date.saturday", "date.saturday.closed", "date.sunday"] {
                        let is_told = shown.contains(&words.with_date(id, visit_date));
                        assert_eq!(is_told, told(status, day) == Some(id), "{status} {visit_date} {id} {stage:?}");
                    }
                }
            }
        }
    }
}

/// Until 2024-09-24 the police were open as the State Corporation is.
#[test]
fn under_the_first_edition_the_police_had_branches_on_duty() {
    let said =
        ["answer:0:status:refugee", "answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
    let saturday = date(2024, 6, 1);
    let mut state = state(&write_date(saturday), &[&said[..], &HOME].concat());
    state.stage = Stage::Check;
    let shown: String = visit(&state, &words("en"), None).into_iter().map(|part| Node::Element(part).html()).collect();
    assert!(shown.contains(&words("en").with_date("date.saturday", saturday)), "{shown}");
}
