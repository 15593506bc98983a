//! The page with the phones: its files, compiled in. The one thing to know: it loads nothing from any other host and
//! runs nothing but these files, and [`POLICY`] makes the browser hold it to that.

/// The `Content-Security-Policy` each file is served with.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
                          media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                          frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// All files: (path, type, content).
pub const FILES: &[(&str, &str, &str)] = &[
    ("/", HTML, include_str!("page/index.html")),
    ("/icon.svg", SVG, include_str!("page/icon.svg")),
    ("/style.css", CSS, include_str!("page/style.css")),
    ("/phone.css", CSS, include_str!("page/phone.css")),
    ("/app.js", SCRIPT, include_str!("page/app.js")),
    ("/composer.js", SCRIPT, include_str!("page/composer.js")),
    ("/conversation.js", SCRIPT, include_str!("page/conversation.js")),
    ("/dialogs.js", SCRIPT, include_str!("page/dialogs.js")),
    ("/dom.js", SCRIPT, include_str!("page/dom.js")),
    ("/entities.js", SCRIPT, include_str!("page/entities.js")),
    ("/keyboards.js", SCRIPT, include_str!("page/keyboards.js")),
    ("/groups.js", SCRIPT, include_str!("page/groups.js")),
    ("/guide.js", SCRIPT, include_str!("page/guide.js")),
    ("/links.js", SCRIPT, include_str!("page/links.js")),
    ("/media.js", SCRIPT, include_str!("page/media.js")),
    ("/menu.js", SCRIPT, include_str!("page/menu.js")),
    ("/message.js", SCRIPT, include_str!("page/message.js")),
    ("/net.js", SCRIPT, include_str!("page/net.js")),
    ("/notices.js", SCRIPT, include_str!("page/notices.js")),
    ("/phone.js", SCRIPT, include_str!("page/phone.js")),
    ("/rounds.js", SCRIPT, include_str!("page/rounds.js")),
    ("/text.js", SCRIPT, include_str!("page/text.js")),
    ("/words.js", SCRIPT, include_str!("page/words.js")),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn file(path: &str) -> &'static str {
        FILES.iter().find(|(name, ..)| *name == path).map(|(.., content)| *content).expect("a listed file")
    }

    /// What stands between `start` and the next quotation mark, each time.
    fn quoted<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
        text.split(start).skip(1).filter_map(|rest| rest.split('"').next())
    }

    #[test]
    fn every_file_that_is_asked_for_is_served() {
        let served: BTreeSet<&str> = FILES.iter().map(|(path, ..)| *path).collect();
        for (path, kind, content) in FILES {
            if *kind == SCRIPT {
                for module in quoted(content, "from \"./") {
                    assert!(served.contains(format!("/{module}").as_str()), "{path} asks for {module}");
                }
            }
        }
        for start in ["src=\"", "href=\""] {
            assert!(quoted(file("/"), start).all(|path| served.contains(path)));
        }
    }

    #[test]
    fn nothing_turns_text_into_markup() {
        for (path, kind, content) in FILES {
            if *kind == SCRIPT {
                for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
                    assert!(!content.contains(way), "{path} uses {way}");
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_words() {
        let (uk, en) = file("/words.js").split_once("export const EN").expect("two lists of words");
        let keys = |words: &'static str| -> Vec<&str> {
            let lines = words.lines().filter(|line| line.starts_with("  "));
            lines.filter_map(|line| line.trim().split(": ").next()).collect()
        };
        assert_eq!(keys(uk), keys(en));
    }
}
