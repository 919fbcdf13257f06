//! What people write at the head of a column, and in its cells, besides what the wording calls it.
//!
//! A table, and nothing else. A word that could mean two things stands nowhere here: it is asked.

/// The id of a column, and what else it is called.
pub(super) const COLUMNS: &[(&str, &[&str])] = &[
    ("number", &["№", "№ п/п", "п/п", "no", "nr", "#", "номер", "рет саны", "р/с", "р/с №", "row", "личный номер"]),
    (
        "name",
        &[
            "фио",
            "ф.и.о.",
            "фамилия имя отчество",
            "имя",
            "фамилия",
            "студент",
            "жилец",
            "проживающий",
            "аты-жөні",
            "т.а.ә.",
            "тегі аты",
            "name",
            "full name",
            "surname",
            "person",
        ],
    ),
    ("iin", &["иин", "жсн", "iin", "инн/иин", "иин/жсн", "individual identification number"]),
    ("rka", &["рка", "мтк", "rka", "код адреса", "регистрационный код адреса"]),
    ("family", &["семья", "отбасы", "номер семьи", "заявление", "family", "household", "отбасы №"]),
    ("visit_date", &["дата визита", "день визита", "дата подачи", "келетін күн", "visit", "visit date"]),
    (
        "born",
        &[
            "дата рождения",
            "д.р.",
            "др",
            "д/р",
            "год рождения",
            "рожд",
            "туған күні",
            "туған жылы",
            "date of birth",
            "birth date",
            "dob",
            "born",
        ],
    ),
    ("status", &["статус", "категория", "вид документа", "мәртебе", "мәртебесі", "status", "category", "статус лица"]),
    ("age", &["возраст", "лет", "полных лет", "жасы", "жас", "age"]),
    (
        "incapacitated",
        &["недееспособность", "недееспособен", "дееспособность нарушена", "әрекетке қабілетсіз", "incapacitated"],
    ),
    (
        "applicant",
        &[
            "кто подает",
            "кто подаёт",
            "кто подает заявление",
            "заявитель",
            "өтініш беруші",
            "кім өтініш береді",
            "өтінішті кім береді",
            "applicant",
            "who applies",
        ],
    ),
    ("service", &["услуга", "вид регистрации", "тип регистрации", "тіркеу түрі", "service", "registration type"]),
    ("residence", &["вид жилья", "жильё", "жилье", "тұрғын үй", "residence", "housing"]),
    ("owner_present", &["присутствие собственника", "owner present"]),
    (
        "identity_document",
        &[
            "паспорт",
            "внж",
            "удостоверение",
            "удостоверение личности",
            "документ",
            "документ удостоверяющий личность",
            "төлқұжат",
            "жеке куәлік",
            "passport",
            "identity document",
            "id document",
        ],
    ),
    (
        "identity_document.valid_until",
        &[
            "срок действия",
            "действителен до",
            "действует до",
            "годен до",
            "срок действия документа",
            "срок паспорта",
            "паспорт до",
            "внж до",
            "жарамды мерзімі",
            "қолданылу мерзімі",
            "valid until",
            "expires",
            "expiry date",
            "expiry",
        ],
    ),
    ("birth_certificate", &["свидетельство о рождении", "св-во о рождении", "туу туралы куәлік", "birth certificate"]),
    ("proof_of_authority", &["документ представителя о полномочиях", "подтверждение полномочий", "proof of authority"]),
    ("power_of_attorney", &["доверенность", "нотариальная доверенность", "сенімхат", "power of attorney"]),
    ("power_of_attorney.valid_until", &["доверенность до", "срок доверенности", "power of attorney until"]),
    ("representative_identity", &["документ представителя", "паспорт представителя", "representative document"]),
    ("owner_identity", &["документ собственника", "паспорт собственника", "owner document"]),
    (
        "owner_consent",
        &["согласие", "согласие собственника", "келісім", "иесінің келісімі", "consent", "owner consent"],
    ),
    (
        "institution_request",
        &[
            "ходатайство",
            "запрос администрации",
            "запрос",
            "письмо администрации",
            "қолдаухат",
            "өтінішхат",
            "request",
            "institution request",
        ],
    ),
];

/// The id of a column, the id of an answer, and what else it is called.
pub(super) const ANSWERS: &[(&str, &str, &[&str])] = &[
    (
        "status",
        "foreigner",
        &[
            "иностранец",
            "иностранка",
            "иностранный гражданин",
            "внж",
            "вид на жительство",
            "шетелдік",
            "ыхт",
            "ықтияр хат",
            "ыхтияр хат",
            "foreigner",
            "residence permit",
        ],
    ),
    (
        "status",
        "stateless",
        &[
            "лбг",
            "лицо без гражданства",
            "апатрид",
            "удостоверение лбг",
            "азаматтығы жоқ адам",
            "азаматтығы жоқ",
            "stateless",
            "stateless person",
        ],
    ),
    ("status", "refugee", &["беженец", "беженка", "удостоверение беженца", "босқын", "refugee"]),
    (
        "status",
        "asylum_seeker",
        &["лицо ищущее убежище", "лиу", "ищущий убежище", "пана іздеуші", "пана іздеуші адам", "asylum seeker"],
    ),
    (
        "status",
        "citizen",
        &[
            "гражданин",
            "гражданка",
            "гражданин рк",
            "гражданин казахстана",
            "гражданка рк",
            "азамат",
            "қр азаматы",
            "citizen",
            "citizen of kazakhstan",
        ],
    ),
    (
        "status",
        "temporary_permit",
        &[
            "рвп",
            "разрешение на временное проживание",
            "временное проживание",
            "temporary permit",
            "temporary residence permit",
        ],
    ),
    ("status", "visitor", &["виза", "турист", "гость", "visa", "visitor", "виза студента", "визитер"]),
    ("age", "under_14", &["до 14", "младше 14", "0-13", "14 жасқа дейін", "under 14"]),
    ("age", "14_15", &["14-15", "14, 15"]),
    ("age", "16_17", &["16-17", "16, 17"]),
    (
        "age",
        "adult",
        &["18+", "18 и старше", "взрослый", "взрослая", "совершеннолетний", "совершеннолетняя", "ересек", "adult"],
    ),
    ("incapacitated", "yes", &["да", "есть решение суда", "иә", "yes", "недееспособен", "недееспособна"]),
    ("incapacitated", "no", &["нет", "дееспособен", "дееспособна", "жоқ", "no"]),
    ("applicant", "self", &["сам", "сама", "лично", "самостоятельно", "өзі", "self", "himself", "herself"]),
    (
        "applicant",
        "parent",
        &["родитель", "мать", "отец", "мама", "папа", "ата-анасы", "анасы", "әкесі", "parent", "mother", "father"],
    ),
    ("applicant", "guardian", &["опекун", "қорғаншы", "guardian"]),
    ("applicant", "trustee", &["попечитель", "қамқоршы", "trustee"]),
    (
        "applicant",
        "attorney",
        &["доверенное лицо", "по доверенности", "представитель по доверенности", "сенімхат бойынша", "attorney"],
    ),
    (
        "applicant",
        "institution",
        &["администрация", "организация", "общежитие", "әкімшілік", "institution", "administration"],
    ),
    ("service", "permanent", &["постоянная", "постоянно", "тұрақты", "permanent"]),
    ("service", "temporary", &["временная", "временно", "уақытша", "temporary"]),
    ("residence", "own", &["своё", "собственное", "own"]),
    ("residence", "owner_among_us", &["собственник среди нас", "owner among us"]),
    ("residence", "other_owner", &["чужое", "аренда", "съемное", "жалға", "other owner", "rented"]),
    ("residence", "co_owned", &["несколько собственников", "долевая собственность", "co owned"]),
    ("residence", "state_housing", &["государственное", "муниципальное", "госжилье", "state housing"]),
    ("residence", "institution", &["общежитие", "дом престарелых", "жатақхана", "hostel", "dormitory", "institution"]),
    ("owner_present", "yes", &["да", "придет", "иә", "yes"]),
    ("owner_present", "some", &["некоторые", "some"]),
    ("owner_present", "proxy", &["доверенное лицо", "по доверенности", "proxy"]),
    ("owner_present", "no", &["нет", "не придет", "жоқ", "no"]),
];

/// What a form is called, of every document.
pub(super) const FORMS: &[(&str, &[&str])] = &[
    ("original", &["оригинал", "подлинник", "ориг", "түпнұсқа", "түпнұсқасы", "original"]),
    (
        "electronic",
        &[
            "электронный",
            "электронная",
            "электронное",
            "электронно",
            "эл",
            "egov",
            "egov mobile",
            "цифровой",
            "электрондық",
            "electronic",
            "digital",
        ],
    ),
    ("copy", &["копия", "ксерокопия", "скан", "фото", "скриншот", "көшірме", "көшірмесі", "copy", "scan", "photo"]),
    (
        "expired",
        &[
            "просрочен",
            "просрочена",
            "просрочено",
            "просроченный",
            "истек",
            "истекла",
            "истекло",
            "срок истек",
            "срок действия истек",
            "мерзімі өткен",
            "мерзімі өтіп кеткен",
            "мерзімі өтті",
            "expired",
        ],
    ),
    ("none", &["нет", "отсутствует", "не имеется", "-", "—", "жоқ", "none", "no"]),
];

/// What a row begins with that counts the others, as words are compared. No name does.
pub(super) const TOTALS: &[&str] =
    &["итого", "всего", "барлығы", "жиыны", "жалпы саны", "total", "subtotal", "sum total"];

/// What a row begins with that tells where those below it live, if a number is all that follows it in the whole row.
pub(super) const PLACES: &[&str] = &[
    "комната",
    "комн",
    "ком",
    "блок",
    "этаж",
    "секция",
    "корпус",
    "квартира",
    "общежитие",
    "бөлме",
    "қабат",
    "блогы",
    "пәтер",
    "жатақхана",
    "room",
    "floor",
    "block",
    "section",
    "flat",
    "apartment",
    "dormitory",
    "hostel",
];

/// What says in the column of families that somebody applies alone: a closed list, as words are compared. Signs without a
/// letter or a digit, and zeros, say so too.
pub(super) const ALONE: &[&str] = &[
    "нет",
    "без семьи",
    "не указано",
    "не указана",
    "нет семьи",
    "нет данных",
    "один",
    "одна",
    "н д",
    "жоқ",
    "отбасы жоқ",
    "жалғыз",
    "no",
    "none",
    "n a",
    "na",
    "nil",
    "alone",
    "single",
    "no family",
];

/// What says in the cell of a day that there is no end: a closed list.
pub(super) const WITHOUT_END: &[&str] = &[
    "бессрочно",
    "бессрочный",
    "бессрочная",
    "без срока",
    "мерзімсіз",
    "нет",
    "жоқ",
    "indefinite",
    "no end date",
    "none",
    "unlimited",
];

/// Months by themselves, in Russian: beside a day the wording has them otherwise.
pub(super) const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// What stands before the last day on which something is valid, and behind it: closed lists.
pub(super) const UNTIL: &[&str] = &[
    "действителен до ",
    "действительна до ",
    "действительно до ",
    "действует до ",
    "действ. до ",
    "годен до ",
    "срок до ",
    "до ",
    "по ",
    "valid until ",
    "valid till ",
    "until ",
    "till ",
];

pub(super) const UNTIL_BEHIND: &[&str] = &[" дейін", " включительно"];

/// What stands between the names of several people in one cell: closed.
pub(super) const JOINED: &[&str] = &[" и ", " және ", " and ", " + ", " & "];

/// What a row begins with that is about the list and alone in its row, as words are compared. No name does.
pub(super) const ASIDES: &[&str] = &[
    "примечание",
    "примечания",
    "список составил",
    "список составила",
    "составил",
    "составила",
    "исполнитель",
    "комендант",
    "директор",
    "заведующий",
    "заведующая",
    "подпись",
    "ескерту",
    "ескертпе",
    "орындаушы",
    "қолы",
    "note",
    "notes",
    "signature",
    "compiled by",
];

/// What stands below the name of a document over the column that says how it is held, as words are compared.
pub(super) const HELD: &[&str] = &["наличие", "форма", "есть", "оригинал копия", "бар жоғы", "held", "form"];
