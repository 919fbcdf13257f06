//! The encodings by their names. Those that are not read are here since others name them.

use crate::{Encoding, Kind};

macro_rules! encodings {
    ($($name:ident $init:ident $label:literal $kind:ident,)+) => {$(
        #[doc = concat!("The encoding ", $label, ", to take the address of.")]
        pub static $init: Encoding = Encoding { name: $label, kind: Kind::$kind };
        #[doc = concat!("The encoding ", $label, ".")]
        pub static $name: &Encoding = &$init;
    )+};
}

encodings! {
    UTF_8 UTF_8_INIT "UTF-8" Utf8,
    UTF_16LE UTF_16LE_INIT "UTF-16LE" Utf16Le,
    UTF_16BE UTF_16BE_INIT "UTF-16BE" Utf16Be,
    WINDOWS_1251 WINDOWS_1251_INIT "windows-1251" Cyrillic,
    GBK GBK_INIT "GBK" Unread,
    SHIFT_JIS SHIFT_JIS_INIT "Shift_JIS" Unread,
    EUC_KR EUC_KR_INIT "EUC-KR" Unread,
    WINDOWS_1252 WINDOWS_1252_INIT "windows-1252" Unread,
    WINDOWS_1250 WINDOWS_1250_INIT "windows-1250" Unread,
    WINDOWS_1256 WINDOWS_1256_INIT "windows-1256" Unread,
    WINDOWS_1254 WINDOWS_1254_INIT "windows-1254" Unread,
    BIG5 BIG5_INIT "Big5" Unread,
    WINDOWS_874 WINDOWS_874_INIT "windows-874" Unread,
    WINDOWS_1255 WINDOWS_1255_INIT "windows-1255" Unread,
    WINDOWS_1253 WINDOWS_1253_INIT "windows-1253" Unread,
    WINDOWS_1257 WINDOWS_1257_INIT "windows-1257" Unread,
    WINDOWS_1258 WINDOWS_1258_INIT "windows-1258" Unread,
    EUC_JP EUC_JP_INIT "EUC-JP" Unread,
    ISO_8859_2 ISO_8859_2_INIT "ISO-8859-2" Unread,
    ISO_8859_15 ISO_8859_15_INIT "ISO-8859-15" Unread,
    ISO_8859_7 ISO_8859_7_INIT "ISO-8859-7" Unread,
    KOI8_R KOI8_R_INIT "KOI8-R" Unread,
    GB18030 GB18030_INIT "gb18030" Unread,
    ISO_8859_5 ISO_8859_5_INIT "ISO-8859-5" Unread,
    ISO_8859_8_I ISO_8859_8_I_INIT "ISO-8859-8-I" Unread,
    ISO_8859_4 ISO_8859_4_INIT "ISO-8859-4" Unread,
    ISO_8859_6 ISO_8859_6_INIT "ISO-8859-6" Unread,
    ISO_2022_JP ISO_2022_JP_INIT "ISO-2022-JP" Unread,
    KOI8_U KOI8_U_INIT "KOI8-U" Unread,
    ISO_8859_13 ISO_8859_13_INIT "ISO-8859-13" Unread,
    ISO_8859_3 ISO_8859_3_INIT "ISO-8859-3" Unread,
    IBM866 IBM866_INIT "IBM866" Unread,
    ISO_8859_10 ISO_8859_10_INIT "ISO-8859-10" Unread,
    ISO_8859_8 ISO_8859_8_INIT "ISO-8859-8" Unread,
    MACINTOSH MACINTOSH_INIT "macintosh" Unread,
    X_MAC_CYRILLIC X_MAC_CYRILLIC_INIT "x-mac-cyrillic" Unread,
    ISO_8859_14 ISO_8859_14_INIT "ISO-8859-14" Unread,
    ISO_8859_16 ISO_8859_16_INIT "ISO-8859-16" Unread,
    REPLACEMENT REPLACEMENT_INIT "replacement" Unread,
    X_USER_DEFINED X_USER_DEFINED_INIT "x-user-defined" Unread,
}
