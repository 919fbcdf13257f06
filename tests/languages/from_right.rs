//! Languages from right to left: nothing in a line is shown in another order than it is read.

use fastrand::Rng;
use tirkeu::page::node::{Element, Node};
use tirkeu::page::view::{Action, Stage, State, full_list, visit};
use tirkeu::page::wording::{Language, Languages};
use tirkeu::{Words, date, law};

use crate::{everything, said};

fn from_right(languages: &Languages) -> impl Iterator<Item = &Language> {
    languages.iter().filter(|language| language.head("language.direction") == "rtl")
}

/// A text without what is kept apart in it.
fn apart(text: &str) -> String {
    let (mut depth, mut left) = (0_u8, String::new());
    for letter in text.chars() {
        match letter {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ if depth == 0 => left.push(letter),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
    left
}

/// What would be shown in another order than it is read: numbers with something between them, and words from the left of more than
/// one piece.
fn bare(text: &str) -> Option<String> {
    let text = apart(text);
    let letters: Vec<char> = text.chars().collect();
    let turned = letters.windows(3).find(|near| {
        near[0].is_ascii_digit() && near[2].is_ascii_digit() && matches!(near[1], '-' | '–' | '/' | ' ' | '+')
    });
    let cyrillic = letters.iter().any(|letter| ('Ѐ'..='ӿ').contains(letter));
    (turned.is_some() || cyrillic).then_some(text)
}

#[test]
fn what_would_be_shown_in_another_order_is_seen() {
    assert!(bare("تا 2026-12-01").is_some() && bare("14–15 ساله").is_some() && bare("رضایت согласие").is_some());
    assert!(bare("تا \u{2068}2026-12-01\u{2069}").is_none() && bare("از 9:00 تا 18:00").is_none());
}

#[test]
fn whatever_is_put_into_a_sentence_is_kept_apart() {
    let languages = everything();
    for language in from_right(&languages) {
        let words = languages.words(&language.tag).expect("its words");
        for (id, sentence) in said(language) {
            for (name, _) in sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
                if id == "date.pattern" {
                    continue; // what is made of it is kept apart as a whole
                }
                for value in ["2026-12-01", "14–15", "+7 727 123-45-67", "990230 100 002", "K7QF-2M9X-41"] {
                    let filled = words.with(id, name, value);
                    assert!(filled.contains(&format!("\u{2068}{value}\u{2069}")), "{id}: {filled}");
                }
            }
        }
    }
    let left = languages.words("en").expect("English").with("form.until", "date", "2026-12-01");
    assert_eq!(left, "valid until 2026-12-01", "what runs from the left needs nothing");
}

#[test]
fn no_sentence_has_anything_bare_in_it() {
    for language in from_right(Languages::all()) {
        for (id, sentence) in said(language) {
            let plain: String = sentence.split('^').step_by(2).collect();
            let filled = plain.replace(['{', '}'], "");
            assert_eq!(bare(&filled), None, "{}: {id}", language.tag);
        }
    }
}

/// Whether a declaration of a style sheet names a side that is the same from both directions, such as room for a picture that turns.
fn one_sided(declaration: &str) -> bool {
    let (property, value) = declaration.split_once(':').unwrap_or_default();
    let property = property.trim();
    let sides: Vec<&str> = value.split_whitespace().filter(|side| *side != "!important").collect();
    let is_uneven = matches!(property, "padding" | "margin" | "inset") && sides.len() == 4 && sides[1] != sides[3];
    let is_named = property.split('-').any(|part| matches!(part, "left" | "right"));
    let is_turned = matches!(property, "text-align" | "float") && matches!(value.trim(), "left" | "right");
    is_uneven || is_named || is_turned
}

#[test]
fn no_style_sheet_names_a_side_that_does_not_turn() {
    assert!(one_sided("padding: 1em 1em 1em 3em") && one_sided("border-left: 1px") && one_sided("text-align: left"));
    assert!(!one_sided("margin: 0 0 1em 0") && !one_sided("padding-inline: 0 1em"));
    let mut seen = 0;
    for folder in ["www", "www/workshop"] {
        for file in std::fs::read_dir(folder).expect(folder).filter_map(Result::ok).map(|entry| entry.path()) {
            if file.extension().is_none_or(|extension| extension != "css") {
                continue;
            }
            let style = std::fs::read_to_string(&file).expect("a style sheet");
            seen += 1;
            for declaration in style.split([';', '{', '}']) {
                assert!(!one_sided(declaration), "{}: {}", file.display(), declaration.trim());
            }
        }
    }
    assert!(seen > 6, "{seen} style sheets");
}

/// Every line of a tree that stands in the language from the right itself, without what is kept apart in it.
fn lines(element: &Element, found: &mut Vec<String>) {
    if element.name == "bdi" || matches!(element.attribute("dir"), Some("ltr" | "auto")) {
        return;
    }
    found.extend(element.attribute("aria-label").map(str::to_owned));
    let texts = element
        .children
        .iter()
        .filter_map(|child| if let Node::Text(text) = child { Some(text.as_str()) } else { None });
    found.push(texts.collect());
    for child in &element.children {
        if let Node::Element(child) = child {
            lines(child, found);
        }
    }
}

/// What was said at random, and where one is then.
fn state(random: &mut Rng, shown: Stage) -> State {
    let day = date(2026, 12, 1);
    let mut state = State::new(law::EDITIONS, day, day);
    state.apply(&Action::Go(Stage::Check));
    let status = ["foreigner", "refugee", "asylum_seeker", "visitor"][random.usize(0..4)];
    let age = ["under_14", "14_15", "16_17", "adult"][random.usize(0..4)];
    let home = ["own", "other_owner", "co_owned", "state_housing", "institution"][random.usize(0..5)];
    let form = ["original", "electronic", "copy", "none"][random.usize(0..4)];
    for name in [
        "add_person".to_owned(),
        format!("answer:0:status:{status}"),
        format!("answer:0:age:{age}"),
        "answer:0:applicant:parent".to_owned(),
        "answer:1:status:foreigner".to_owned(),
        "answer:1:age:adult".to_owned(),
        format!("answer::residence:{home}"),
        format!("hold::owner_consent:{form}"),
        "hold:0:identity_document:original".to_owned(),
    ] {
        if let Some(action) = Action::named(&name, "") {
            state.apply(&action);
        }
    }
    if let Some(until) = Action::named("valid_until:0:identity_document:", "2030-01-31") {
        state.apply(&until);
    }
    if random.bool() {
        state.current = None;
    }
    state.stage = shown;
    state
}

fn nothing_is_bare(words: &Words, shown: &[Element]) {
    let mut found = Vec::new();
    for part in shown {
        lines(part, &mut found);
    }
    for text in found {
        assert_eq!(bare(&text), None, "{}", words.language());
    }
}

#[test]
fn no_page_shows_anything_in_another_order_than_it_is_read() {
    let (languages, mut random) = (everything(), Rng::with_seed(18));
    let russian = languages.words("ru");
    for language in from_right(&languages) {
        let words = languages.words(&language.tag).expect("its words");
        nothing_is_bare(&words, &full_list(law::EDITIONS, &words));
        for round in 0..60 {
            let stages =
                [Stage::Start, Stage::Check, Stage::VisitSheet, Stage::OwnerSheet, Stage::Appeal, Stage::Complaint];
            let stage = stages[round % stages.len()];
            nothing_is_bare(&words, &visit(&state(&mut random, stage), &words, russian.as_ref()));
        }
    }
}

/// Every element that says its language says which way that runs, in every view.
fn bounded(element: &Element, direction: &str) {
    let lang = element.attribute("lang");
    if lang.is_some() && element.name != "bdi" {
        let is_official = element.name == "span" && direction == "ltr";
        assert!(element.attribute("dir").is_some() || is_official, "{lang:?} without a direction: {}", element.name);
    }
    let direction = element.attribute("dir").unwrap_or(direction);
    let children = element.children.iter();
    children.filter_map(|child| if let Node::Element(child) = child { Some(child) } else { None }).for_each(|child| {
        bounded(child, direction);
    });
}

#[test]
fn where_another_language_begins_its_direction_is_said() {
    let (languages, mut random) = (everything(), Rng::with_seed(19));
    let words = languages.words("fa-AF").expect("Dari");
    let (russian, kazakh) = (languages.words("ru"), languages.words("kk"));
    for officer in [russian, kazakh] {
        for stage in
            [Stage::Start, Stage::Check, Stage::VisitSheet, Stage::OwnerSheet, Stage::ConsentForm, Stage::Complaint]
        {
            for part in visit(&state(&mut random, stage), &words, officer.as_ref()) {
                bounded(&part, "rtl");
            }
        }
    }
}

/// The direction of everything that is typed for printing, by its field without a number.
fn typed(element: &Element, found: &mut Vec<(String, Option<String>)>) {
    for name in ["data-typed", "data-type"] {
        let field = element.attribute(name).map(|field| field.trim_end_matches(|end: char| end.is_ascii_digit()));
        found.extend(field.map(|field| (field.to_owned(), element.attribute("dir").map(str::to_owned))));
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            typed(child, found);
        }
    }
}

#[test]
fn what_is_typed_runs_its_own_way() {
    let words = Languages::all().words("fa-AF").expect("Dari");
    let mut random = Rng::with_seed(21);
    let mut found = Vec::new();
    for stage in [Stage::VisitSheet, Stage::OwnerSheet, Stage::ConsentForm, Stage::Complaint] {
        let mut state = state(&mut random, stage);
        state.apply(&Action::named("answer:0:status:foreigner", "").expect("an action"));
        state.stage = stage;
        for part in visit(&state, &words, None) {
            typed(&part, &mut found);
        }
    }
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert!(["iin", "rka", "name", "address", "surname"].iter().all(|field| fields.contains(field)), "{fields:?}");
    for (field, direction) in &found {
        let right = if matches!(field.as_str(), "iin" | "rka") { "ltr" } else { "auto" };
        assert_eq!(direction.as_deref(), Some(right), "{field}");
    }
}

#[test]
fn the_form_of_the_consent_runs_from_the_left_and_is_explained_in_the_reader_s_language_off_paper() {
    let mut random = Rng::with_seed(20);
    for (tag, is_explained) in [("kk", false), ("ru", false), ("fa-AF", true), ("en", true), ("uz", true)] {
        let words = Languages::all().words(tag).expect("its words");
        let mut state = state(&mut random, Stage::ConsentForm);
        state.apply(&Action::named("answer:0:status:foreigner", "").expect("an action"));
        state.stage = Stage::ConsentForm;
        let html: String = visit(&state, &words, None).into_iter().map(|part| Node::from(part).html()).collect();
        let form = html.split("<section class=\"consent\"").nth(1).expect("a form");
        assert!(form.starts_with(" dir=\"ltr\""), "{tag}");
        let explained = form.split("<section").next().unwrap_or_default().matches("<small class=\"explained\"").count();
        let lines = form.split("<section").next().unwrap_or_default().matches("lang=\"kk\"").count();
        assert_eq!(explained, if is_explained { lines } else { 0 }, "{tag}: every line of the form");
    }
    let paper = std::fs::read_to_string("www/paper.css").expect("the style of papers");
    let printed = paper.split("@media print").last().unwrap_or_default();
    let rules: Vec<_> = printed.lines().filter(|line| line.contains(".explained")).map(str::trim).collect();
    assert_eq!(rules, [".explained { display: none; }"], "it is not printed");
}
