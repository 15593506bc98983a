//! The page: its files, compiled in. It knows no words of its own; a wall's language puts the few into the HTML that are
//! needed before the first frame.

use crate::text::Html;
use crate::wall::Wall;

/// What the page itself is served as.
pub const HTML_TYPE: &str = "text/html; charset=utf-8";

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The files beside the page: (name, type, content).
const FILES: [(&str, &str, &str); 7] = [
    ("wall.css", CSS, include_str!("page/wall.css")),
    ("scenes.css", CSS, include_str!("page/scenes.css")),
    ("wall.js", SCRIPT, include_str!("page/wall.js")),
    ("scenes.js", SCRIPT, include_str!("page/scenes.js")),
    ("icon.svg", "image/svg+xml", include_str!("page/icon.svg")),
    ("gallery.js", SCRIPT, include_str!("page/gallery.js")),
    ("dom.js", SCRIPT, include_str!("page/dom.js")),
];

/// A file's type and content; none: there is none of that name.
pub fn file(name: &str) -> Option<(&'static str, &'static str)> {
    FILES.iter().find(|(known, ..)| *known == name).map(|(_, kind, text)| (*kind, *text))
}

/// The page of a wall.
pub fn html(wall: &Wall) -> String {
    let t = wall.lang.texts();
    let words = [
        ("{code}", wall.code.clone()),
        ("{lang}", wall.lang.code().to_owned()),
        ("{title}", t.web_title()),
        ("{lost}", t.web_lost()),
        ("{script}", t.web_needs_script()),
    ];
    words.into_iter().fold(include_str!("page/wall.html").to_owned(), |page, (place, words)| {
        page.replace(place, Html::escape(&words).as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_turns_text_into_markup_and_nothing_is_inline() {
        let page = include_str!("page/wall.html");
        for (name, _, content) in FILES.into_iter().chain([("wall.html", HTML_TYPE, page)]) {
            for way in
                ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", ".style", "http"]
            {
                assert!(
                    !content.replace("http://www.w3.org/2000/svg", "").contains(way),
                    "{name} uses {way}"
                );
            }
        }
        assert!(!page.contains("style=") && !page.contains("<style") && !page.contains(" on"));
    }

    #[test]
    fn every_file_that_is_asked_for_is_served() {
        let page = include_str!("page/wall.html");
        for start in ["src=\"{code}/", "href=\"{code}/"] {
            for name in page.split(start).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(file(name).is_some(), "{name}");
            }
        }
        for (name, _, content) in FILES {
            for asked in content.split("from \"./").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(file(asked).is_some(), "{name} asks for {asked}");
            }
        }
    }
}
