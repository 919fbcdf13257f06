//! Debian's packages: installed when that can be done without asking, else named.

use crate::process;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs the packages whose program is not on PATH.
pub(crate) fn ensure(packages: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<&str> = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = apt_get() else {
        bail!("install these programs first: {} (Debian's names)", missing.join(" "));
    };
    install(&apt, &missing)
}

fn missing<'a>(packages: &[(&'a str, &str)]) -> Vec<&'a str> {
    let absent = packages.iter().filter(|(_, program)| process::find(program).is_none());
    absent.map(|(package, _)| *package).collect()
}

/// The words that start apt-get with the right to install, if there are any.
fn apt_get() -> Option<Vec<&'static str>> {
    process::find("apt-get")?;
    if process::printed(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(vec!["apt-get"]);
    }
    let sudo = process::succeeds(Command::new("sudo").args(["-n", "true"]));
    sudo.then(|| vec!["sudo", "-n", "apt-get"])
}

fn install(apt: &[&str], packages: &[&str]) -> Result<()> {
    println!("installing {}", packages.join(" "));
    run(apt, &["update"], &[])?;
    run(apt, &["install", "-y", "--no-install-recommends"], packages)
}

fn run(apt: &[&str], words: &[&str], packages: &[&str]) -> Result<()> {
    let mut command = Command::new("env");
    command.arg("DEBIAN_FRONTEND=noninteractive");
    process::run(command.args(apt).arg("-qq").args(words).args(packages))
}
