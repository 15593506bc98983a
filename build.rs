//! Turns `locales/` into one typed function per text, so that a text missing in a language, or an argument of the
//! wrong kind, does not compile.

use std::{env, process::ExitCode};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=migrations");
    let Ok(out) = env::var("OUT_DIR") else { return ExitCode::FAILURE };
    build_from_locales_folder(
        BuildOptions::default()
            .with_default_language("uk")
            .with_prefix("")
            .with_output_file_path(&format!("{out}/texts.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/texts.ftl")))
            .with_lint_level(LintLevel::Strict)
            // Isolation marks would count against Telegram's lengths and spoil copied text; both languages run
            // left to right, and direction controls are cleaned out of what people type (see `text`).
            .without_bidi_isolation(),
    )
}
