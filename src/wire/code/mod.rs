//! A code for the counter or a helper: the answers of one visit in characters that can be read out, typed, printed and scanned.
//!
//! Knows ids, days and numbers. It has no name, no number of a paper and no address, since an [`Application`] has none; and no verdict,
//! since whoever opens it computes that anew. It is no proof of anything.
//!
//! `1 2 BBBB…BBBB CCCC`: the number of the schema, the number of people, all that was said as one number in digits of 32, and a check
//! of four characters over everything before. What stands in that number is in `content`, in which tables in `frozen`.
//!
//! ```
//! use tirkeu::{Application, check, date, law};
//! use tirkeu::wire::code::Code;
//!
//! let application = Application::on(date(2026, 12, 1));
//! let code = Code::of(&application, &check(law::EDITIONS, &application));
//! let written = code.write()?;
//! assert_eq!(written.replace('-', "").len(), 16); // of somebody of whom nothing is said, in four groups
//! assert_eq!(Code::read(&written.to_lowercase().replace('-', " "))?, code);
//! # Ok::<(), tirkeu::wire::code::Fault>(())
//! ```

mod characters;
mod content;
mod cyclic;
mod digest;
mod fault;
mod frozen;
mod number;
mod same_papers;

use time::Date;

use crate::decide::report::Report;
use crate::facts::application::{Application, Person};
use crate::facts::document::{Document, Documents, Held, SOME_DAY_BEFORE};
use crate::facts::id::Id;
use characters::{Reading, character, grouped, values};
use content::{Counted, Written, pass};
use cyclic::{CHECK, check_of, fits, wrong_place};
use frozen::{SCHEMA_1, SCHEMA_2, SCHEMAS, Schema};
use number::Number;

pub use fault::{Fault, Gap};
#[doc(hidden)]
pub use frozen::tables;
pub use same_papers::SamePapers;

/// At most so many people are in one code; a whole list is for more.
pub const MOST_PEOPLE: usize = 30;

/// So many characters stand in a group.
pub const GROUP: usize = 4;

/// What a code tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What was said.
    pub application: Application,
    /// Which papers are one and the same.
    pub same: SamePapers,
    /// The first day of the edition that it was answered under; none where none was in force.
    pub edition: Option<Date>,
    /// A short digest of the report that was seen, to tell whether it is another now; below [`Code::DIGESTS`].
    pub digest: u32,
}

impl Code {
    /// How many digests there are: one report in so many looks like another.
    pub const DIGESTS: u32 = frozen::DIGESTS;

    /// The code for an application on which this report was given.
    #[must_use]
    pub fn of(application: &Application, report: &Report) -> Self {
        Self {
            application: application.clone(),
            same: SamePapers::default(),
            edition: report.decided.map(|decided| decided.edition),
            digest: digest::digest(report),
        }
    }

    /// The same code, which also tells that these papers are one, as far as they may be.
    #[must_use]
    pub fn with_same(self, same: &SamePapers) -> Self {
        Self { same: same.possible(&self.application.people), ..self }
    }

    /// Whether this report is the one that was seen when the code was made.
    #[must_use]
    pub fn is_answered_by(&self, report: &Report) -> bool {
        self.edition == report.decided.map(|decided| decided.edition) && self.digest == digest::digest(report)
    }

    /// The code in characters, in groups of four with a hyphen between.
    ///
    /// # Errors
    /// More people than [`MOST_PEOPLE`].
    pub fn write(&self) -> Result<String, Fault> {
        Ok(grouped(&self.written()?))
    }

    /// Reads a code, however it was typed: in small letters, with other spaces, with O, I and L for 0 and 1, with a keyboard that was
    /// set to Russian or Kazakh, or in Cyrillic letters that look alike.
    ///
    /// ```
    /// use tirkeu::wire::code::{Code, Fault};
    /// assert_eq!(Code::read(" - "), Err(Fault::Empty));
    /// ```
    ///
    /// # Errors
    /// Whatever is no code, with what is wrong as far as that can be told.
    pub fn read(typed: &str) -> Result<Self, Fault> {
        let by_key = values(typed, Reading::ByKey).and_then(|values| read(&values));
        match by_key {
            Err(fault) if !typed.is_ascii() => {
                values(typed, Reading::ByLook).and_then(|values| read(&values)).map_err(|_| fault)
            }
            read => read,
        }
    }

    /// All values in order, without the groups.
    fn written(&self) -> Result<Vec<u8>, Fault> {
        let people = self.application.people.len();
        let count = u8::try_from(people).ok().filter(|_| people <= MOST_PEOPLE).ok_or(Fault::TooManyPeople(people))?;
        let (mut written, mut most) = (Written::default(), Counted::default());
        let schema = self.schema();
        pass(schema, self, &mut written);
        pass(schema, self, &mut most);
        let mut values = vec![schema.number, count];
        values.extend(written.number().digits(most.number().length()));
        values.extend(check_of(&values));
        Ok(values)
    }

    /// The first schema that has room for all that is told: whoever only knows that one reads the code too.
    fn schema(&self) -> &'static Schema {
        if self.same == SamePapers::default() { &SCHEMA_1 } else { &SCHEMA_2 }
    }
}

/// Reads values: first whether they are as they were written, then what they say.
fn read(values: &[u8]) -> Result<Code, Fault> {
    let &[schema, people, ..] = values else { return Err(Fault::cut(values.len(), 1)) };
    if !fits(values) {
        return Err(misread(values, people.into()));
    }
    let known = SCHEMAS.iter().find(|known| known.number == schema);
    let schema = known.ok_or_else(|| Fault::Newer { schema: character(schema) })?;
    let body = values.get(2..values.len().saturating_sub(CHECK)).unwrap_or_default();
    let blank = blank(people.into()).ok_or(Fault::Nothing)?;
    let code = pass(schema, &blank, &mut Number::of(body));
    // Whatever is not written like this was not written by us: one code for each thing that is said.
    if code.written()?.as_slice() == values { Ok(code) } else { Err(Fault::Nothing) }
}

/// Characters with the check that belongs to them, for tests of codes that no version writes.
#[doc(hidden)]
#[must_use]
pub fn sealed(characters: &str) -> String {
    let mut values = values(characters, Reading::ByKey).unwrap_or_default();
    values.extend(check_of(&values));
    grouped(&values)
}

/// Of so many people nothing is known.
fn blank(people: usize) -> Option<Code> {
    let mut application = Application::on(Date::MIN);
    application.people = vec![Person::default(); people];
    let same = SamePapers::default();
    (people <= MOST_PEOPLE).then_some(Code { application, same, edition: None, digest: 0 })
}

/// Why these values are not as they were written.
fn misread(values: &[u8], people: usize) -> Fault {
    let least = blank(people).and_then(|blank| Some(on_an_ordinary_day(blank).written().ok()?.len()));
    match (wrong_place(values), least.filter(|least| values.len() < *least)) {
        (Some(place), _) => Fault::mistyped(values, place / GROUP),
        (None, Some(least)) => Fault::Cut { characters: values.len(), least, people },
        (None, None) => Fault::Mistyped { group: None },
    }
}

/// The shortest code for so many people.
fn on_an_ordinary_day(blank: Code) -> Code {
    let application = Application { visit_date: frozen::FIRST_VISIT, ..blank.application };
    Code { application, ..blank }
}

/// The same application without the dates of documents: of each one it is left whether it is past its date by the visit, for that decides.
///
/// ```
/// use tirkeu::wire::code::without_dates;
/// use tirkeu::{Application, Document, Documents, Held, SOME_DAY_BEFORE, date};
///
/// let visit_date = date(2026, 12, 1);
/// let ended = Held { form: None, valid_until: Some(date(2026, 3, 8)) };
/// let documents = Documents::UNKNOWN.with(Document::OwnerIdentity, ended);
/// let told = without_dates(&Application { documents, ..Application::on(visit_date) });
/// assert_eq!(told.documents.get(Document::OwnerIdentity).valid_until, Some(SOME_DAY_BEFORE));
/// ```
#[must_use]
pub fn without_dates(application: &Application) -> Application {
    let visit_date = application.visit_date;
    let documents = undated(&application.documents, visit_date);
    let undated = |person: &Person| Person { documents: undated(&person.documents, visit_date), ..*person };
    Application { documents, people: application.people.iter().map(undated).collect(), ..*application }
}

fn undated(documents: &Documents, visit_date: Date) -> Documents {
    Document::ALL.iter().fold(*documents, |documents, document| {
        let held = documents.get(*document);
        let valid_until = held.expired_on(visit_date).then_some(SOME_DAY_BEFORE);
        documents.with(*document, Held { valid_until, ..held })
    })
}
