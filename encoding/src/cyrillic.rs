//! windows-1251 from byte 128 on; one byte has no letter.

/// The letter of each byte from 128 on.
#[rustfmt::skip]
pub(crate) const CYRILLIC: [Option<char>; 128] = [
    Some('Ђ'), Some('Ѓ'), Some('‚'), Some('ѓ'), Some('„'), Some('…'), Some('†'), Some('‡'),
    Some('€'), Some('‰'), Some('Љ'), Some('‹'), Some('Њ'), Some('Ќ'), Some('Ћ'), Some('Џ'),
    Some('ђ'), Some('‘'), Some('’'), Some('“'), Some('”'), Some('•'), Some('–'), Some('—'),
    None, Some('™'), Some('љ'), Some('›'), Some('њ'), Some('ќ'), Some('ћ'), Some('џ'),
    Some('\u{a0}'), Some('Ў'), Some('ў'), Some('Ј'), Some('¤'), Some('Ґ'), Some('¦'), Some('§'),
    Some('Ё'), Some('©'), Some('Є'), Some('«'), Some('¬'), Some('\u{ad}'), Some('®'), Some('Ї'),
    Some('°'), Some('±'), Some('І'), Some('і'), Some('ґ'), Some('µ'), Some('¶'), Some('·'),
    Some('ё'), Some('№'), Some('є'), Some('»'), Some('ј'), Some('Ѕ'), Some('ѕ'), Some('ї'),
    Some('А'), Some('Б'), Some('В'), Some('Г'), Some('Д'), Some('Е'), Some('Ж'), Some('З'),
    Some('И'), Some('Й'), Some('К'), Some('Л'), Some('М'), Some('Н'), Some('О'), Some('П'),
    Some('Р'), Some('С'), Some('Т'), Some('У'), Some('Ф'), Some('Х'), Some('Ц'), Some('Ч'),
    Some('Ш'), Some('Щ'), Some('Ъ'), Some('Ы'), Some('Ь'), Some('Э'), Some('Ю'), Some('Я'),
    Some('а'), Some('б'), Some('в'), Some('г'), Some('д'), Some('е'), Some('ж'), Some('з'),
    Some('и'), Some('й'), Some('к'), Some('л'), Some('м'), Some('н'), Some('о'), Some('п'),
    Some('р'), Some('с'), Some('т'), Some('у'), Some('ф'), Some('х'), Some('ц'), Some('ч'),
    Some('ш'), Some('щ'), Some('ъ'), Some('ы'), Some('ь'), Some('э'), Some('ю'), Some('я'),
];
