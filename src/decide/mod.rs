//! From the law and an application to the report: total functions, exact however much is still unknown.
//!
//! Knows no JSON, no language, no HTML, no JavaScript, no clock and no file, and cannot fail.

pub(crate) mod appeal;
pub(crate) mod check;
pub(crate) mod completion;
pub(crate) mod evaluate;
pub(crate) mod fix;
pub(crate) mod possible;
pub(crate) mod report;
pub(crate) mod situation;
pub(crate) mod together;
