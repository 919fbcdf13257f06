//! The statements that the law is taken from (rules.md, section 1), and the acts they stand in.
//!
//! Knows where a statement stands, not what it leads to.

use time::Date;

use crate::facts::day::date;
use crate::facts::id::{Id, ids};

ids! {
    /// A text that statements are taken from.
    Act {
        /// The published summary of the updated Rules.
        Summary = "S1",
        /// Order No. 267 of the Minister of Internal Affairs: annexes 6, 7 and 8.
        Order267 = "267",
        /// Rules for registration of the population, Order No. 677.
        Rules677 = "677",
        /// Administrative Procedural and Process-Related Code.
        Appc = "APPC",
        /// Law on legal acts.
        LegalActs = "LA",
        /// Law on identity documents.
        IdentityDocuments = "ID",
    }
}

ids! {
    /// A statement of a source, in the order of rules.md. The id names the act, then the paragraph, row, form or article.
    Citation: u64 {
        /// Identity documents: original or electronic form.
        S1a = "S1.a",
        /// Authority to act for children and incapacitated citizens.
        S1b = "S1.b",
        /// The owner's identity and consent.
        S1c = "S1.c",
        /// An organisation's request; identity documents from 14.
        S1d = "S1.d",
        /// What the provider looks up itself.
        S1e = "S1.e",
        /// A police officer verifies completeness.
        S1f = "S1.f",
        /// Entry into the Population Registration Point.
        S1g = "S1.g",
        /// Temporary registration and refugees follow a similar procedure.
        S1h = "S1.h",
        /// Decisions can be appealed.
        S1i = "S1.i",
        /// In force from 16 March 2024.
        S1j = "S1.j",
        /// Who takes the papers in; the consent is drawn up then.
        O267p3 = "267.3",
        /// Identity documents: original, or from the digital document service.
        O267p4 = "267.4",
        /// The papers are checked; an incomplete set is refused in writing; a complete one is entered.
        O267p5 = "267.5",
        /// Complaints: to whom, and within which time they are answered.
        O267p7 = "267.7",
        /// To court after the complaint.
        O267p8 = "267.8",
        /// Where papers are taken in.
        O267List2 = "267.list.2",
        /// Within 30 minutes; waiting and serving.
        O267List3 = "267.list.3",
        /// On paper only.
        O267List4 = "267.list.4",
        /// Free of charge.
        O267List6 = "267.list.6",
        /// Hours, place and electronic queue.
        O267List7 = "267.list.7",
        /// In person, by a legal representative, or by an attorney.
        O267List8 = "267.list.8",
        /// The owner's document, presence and consent; the administration's request.
        O267List8p1 = "267.list.8.1",
        /// The identity document, or from 14 the birth certificate.
        O267List8p2 = "267.list.8.2",
        /// Grounds on which the service is refused.
        O267List9 = "267.list.9",
        /// Appendix 2: the form of the consent.
        O267Consent = "267.consent",
        /// Appendix 3: the form of a refusal.
        O267Refusal = "267.refusal",
        /// Through the State Corporation; where a child under 14 lives.
        R677p3 = "677.3",
        /// Consent in writing or electronically; what is looked up; which premises.
        R677p4 = "677.4",
        /// Within 10 calendar days of arrival.
        R677p7 = "677.7",
        /// The identity document; under 16 the birth certificate.
        R677p7p1 = "677.7.1",
        /// The owner's or an attorney's document, presence and consent; the administration's request.
        R677p7p2 = "677.7.2",
        /// Refugees: within 5 working days, the same papers.
        R677p8 = "677.8",
        /// A registration made against the rules is annulled.
        R677p11 = "677.11",
        /// Temporary registration: for how long, and whom it does not concern.
        R677p13 = "677.13",
        /// Court after the complaint.
        Appc91 = "APPC.91",
        /// Three months; a missed term can be restored.
        Appc92 = "APPC.92",
        /// What a complaint contains.
        Appc93 = "APPC.93",
        /// Doubts are read in favour of the person.
        Appc12 = "APPC.12",
        /// Of two norms of one level the later one prevails.
        La12 = "LA.12",
        /// Who acts on a ministry's written answer cannot be blamed.
        La60 = "LA.60",
        /// A document past its date is invalid.
        Id22 = "ID.22",
        /// Nobody may identify a person by copies.
        Id23 = "ID.23",
    }
}

impl Citation {
    /// The act it stands in.
    ///
    /// ```
    /// use tirkeu::{Act, Citation};
    /// assert_eq!(Citation::O267List8p1.act(), Act::Order267);
    /// ```
    #[must_use]
    pub fn act(self) -> Act {
        let of = |act: &Act| self.id().starts_with(act.id());
        Act::ALL.iter().copied().find(of).unwrap_or(Act::Summary)
    }

    /// Where it stands in the act: the id without the act's.
    ///
    /// ```
    /// assert_eq!(tirkeu::Citation::O267List8p1.place(), "list.8.1");
    /// ```
    #[must_use]
    pub fn place(self) -> &'static str {
        self.id().get(self.act().id().len() + 1..).unwrap_or_default()
    }
}

impl Act {
    /// The first day on which a visit can rest on it, where that is not the first of all.
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        match self {
            Self::Rules677 => Some(date(2024, 9, 24)),
            _ => None,
        }
    }

    /// Its number in the state's collection of laws, <https://zan.gov.kz>, where the page links to it.
    #[must_use]
    pub const fn document(self) -> Option<&'static str> {
        match self {
            Self::Order267 => Some("140840"),
            Self::Rules677 => Some("200504"),
            _ => None,
        }
    }
}
