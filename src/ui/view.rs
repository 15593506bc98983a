//! A screen is text and keyboard together; a reply says what to do with screens.
//!
//! A [`View`] is also what the outbox keeps: a finished message, so that what was approved is what is sent.

mod paging;

use serde::{Deserialize, Serialize};
use teloxide::types::MessageEntity;

use crate::text::{Html, utf16_len};
use crate::ui::action::Action;

pub use paging::Paging;

/// How many letters stand beside one another on the buttons of a phone 390 pixels wide, all of a row being as wide as
/// the widest. Each takes the room of one letter more.
const ROW: usize = 38;
/// How many letters of somebody's words stand on a button of their own, behind a mark and a number. Longer ones are
/// written out above, too.
pub const LABEL: usize = 30;

/// One message: what it shows, and the buttons below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What it shows.
    pub body: Body,
    /// Rows of buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyboard: Vec<Vec<Button>>,
}

/// What a message shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A text of ours.
    Text(Html),
    /// Somebody's message as it was, formatting and file.
    Copy(Content),
    /// A photo that Telegram already has, with a caption of ours.
    Photo {
        /// Telegram's name of it.
        file: String,
        /// At most 1,024 characters.
        caption: Html,
    },
    /// A picture that we drew.
    Picture {
        /// The bytes of a PNG.
        #[serde(with = "base64_text")]
        png: Vec<u8>,
        /// At most 1,024 characters.
        caption: Html,
    },
    /// A file that we made.
    Document {
        /// What it is called, with its ending.
        name: String,
        #[serde(with = "base64_text")]
        bytes: Vec<u8>,
        /// At most 1,024 characters.
        caption: Html,
    },
    /// A file that Telegram already has, with a caption of ours.
    File {
        /// Telegram's name of it.
        file: String,
        /// At most 1,024 characters.
        caption: Html,
    },
    /// Other words below the file that the message shows already. Good for an edit alone.
    Caption(Html),
    /// What the message shows already: only its buttons are others. Good for an edit alone.
    Same,
    /// Nothing: the message is deleted. Good for an edit alone.
    Gone,
    /// The same where Telegram still allows that; otherwise these words. Good for an edit alone.
    TakenBack(Html),
}

impl Body {
    /// It carries bytes that Telegram does not have yet.
    pub fn uploads(&self) -> bool {
        matches!(self, Self::Picture { .. } | Self::Document { .. })
    }

    /// The same with Telegram's name in the place of the bytes, once they were uploaded.
    #[must_use]
    pub fn known_as(self, file: String) -> Self {
        match self {
            Self::Picture { caption, .. } => Self::Photo { file, caption },
            Self::Document { caption, .. } => Self::File { file, caption },
            other => other,
        }
    }
}

/// What somebody sent, whole: text or a file with a caption, with its formatting.
///
/// A file stays good by its name at Telegram even when the message it came in is deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The file; none for a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<(FileKind, String)>,
    /// What the file is called, if it has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The text or the caption; may be empty below a file.
    pub text: String,
    /// Its formatting, as Telegram describes it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<MessageEntity>,
}

/// The kinds of files that travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Photo,
    Document,
    Video,
    Voice,
    Audio,
    Animation,
    VideoNote,
}

/// One button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub does: Does,
}

/// What a button does when it is pressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// Comes back to us: an encoded [`Action`].
    Press(String),
    /// Opens an address.
    Open(String),
}

impl View {
    /// A text without buttons.
    pub fn text(html: Html) -> Self {
        Self { body: Body::Text(html), keyboard: Vec::new() }
    }

    /// The same with another body.
    pub fn showing(body: Body) -> Self {
        Self { body, keyboard: Vec::new() }
    }

    /// Adds a row with one button.
    #[must_use]
    pub fn button(self, label: impl Into<String>, action: Action) -> Self {
        self.row([(label.into(), action)])
    }

    /// Adds a row of buttons; more than one row where their words would be cut off on a phone.
    #[must_use]
    pub fn row<L: Into<String>>(mut self, buttons: impl IntoIterator<Item = (L, Action)>) -> Self {
        let row: Vec<Button> = buttons
            .into_iter()
            .map(|(label, action)| Button { label: label.into(), does: Does::Press(action.encode()) })
            .collect();
        let longest = row.iter().map(|button| width(&button.label)).max().unwrap_or(0);
        let beside = (ROW / (longest + 1)).clamp(1, row.len().max(1));
        self.keyboard.extend(row.chunks(beside).map(<[Button]>::to_vec));
        self
    }

    /// Adds a row with a button that opens an address.
    #[must_use]
    pub fn link(mut self, label: impl Into<String>, url: String) -> Self {
        self.keyboard.push(vec![Button { label: label.into(), does: Does::Open(url) }]);
        self
    }

    /// The same for what people may want to read again: its way to the menu leaves it where it is.
    #[must_use]
    pub fn lasting(mut self) -> Self {
        let (in_place, below) = (Does::Press(Action::Menu.encode()), Does::Press(Action::MenuBelow.encode()));
        for button in self.keyboard.iter_mut().flatten().filter(|button| button.does == in_place) {
            button.does = below.clone();
        }
        self
    }

    /// The same without buttons: what is posted where many see it leads to nobody's menu.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { keyboard: Vec::new(), ..self }
    }

    /// Puts a line above a text; other bodies stay as they are.
    #[must_use]
    pub fn headed(mut self, line: &Html) -> Self {
        if let Body::Text(text) = &self.body {
            self.body = Body::Text(line.clone().then(1, text));
        }
        self
    }

    /// Puts a line below a text; other bodies stay as they are.
    #[must_use]
    pub fn footed(mut self, line: &Html) -> Self {
        if let Body::Text(text) = self.body {
            self.body = Body::Text(text.then(1, line));
        }
        self
    }
}

/// How many letters' room a label takes. A picture takes two, also where it is a single UTF-16 unit.
fn width(label: &str) -> usize {
    let is_picture = |c: &char| {
        matches!(c, '\u{231A}'..='\u{23FF}' | '\u{2705}' | '\u{2753}'..='\u{2757}' | '\u{2795}'..='\u{2797}' |
            '\u{2B1B}'..='\u{2B55}')
    };
    utf16_len(label) + label.chars().filter(is_picture).count()
}

/// The label of a button that offers one of several choices, ticked where it is the present one.
pub fn chosen(on: bool, label: String) -> String {
    if on { format!("✓ {label}") } else { label }
}

/// What a flow answers to the person in front of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reply {
    /// A short word over the screen, in answer to a press.
    pub toast: Option<Toast>,
    /// Takes the place of the message whose button was pressed; where that cannot be edited, a new one is sent.
    pub edit: Option<View>,
    /// What the edit is to a ballot that the pressed message may show.
    pub cover: Cover,
    /// New messages below.
    pub send: Vec<View>,
    /// Takes the keyboard off the message whose button was pressed.
    pub strip: bool,
}

/// What an edit is to a ballot, which must not stay in a chat with its marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cover {
    /// Another screen, where no ballot is.
    #[default]
    None,
    /// It shows a ballot. That is put on a message that is known, and can be covered later, or nowhere.
    Open,
    /// It covers a ballot. Should it get lost on its way, the schedule covers that.
    Shut,
}

/// A word over the screen; at most 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// Has to be tapped away.
    pub alert: bool,
}

impl Reply {
    /// Answers with a new message.
    pub fn send(view: View) -> Self {
        Self { send: vec![view], ..Self::default() }
    }

    /// Answers in place.
    pub fn edit(view: View) -> Self {
        Self { edit: Some(view), ..Self::default() }
    }

    /// Answers with a toast only.
    pub fn toast(text: impl Into<String>) -> Self {
        Self::default().toasting(text)
    }

    /// Answers with a word that has to be tapped away.
    pub fn alert(text: impl Into<String>) -> Self {
        Self { toast: Some(Toast { text: text.into(), alert: true }), ..Self::default() }
    }

    /// Adds a toast.
    #[must_use]
    pub fn toasting(mut self, text: impl Into<String>) -> Self {
        self.toast = Some(Toast { text: text.into(), alert: false });
        self
    }

    /// Adds a new message below.
    #[must_use]
    pub fn and_send(mut self, view: View) -> Self {
        self.send.push(view);
        self
    }

    /// The same, where the edit is something to a ballot.
    #[must_use]
    pub fn covering(mut self, cover: Cover) -> Self {
        self.cover = cover;
        self
    }

    /// Takes the pressed message's keyboard off.
    #[must_use]
    pub fn stripping(mut self) -> Self {
        self.strip = true;
        self
    }
}

/// Bytes as JSON holds them well: as numbers they would take three times as much.
mod base64_text {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_down_as_text_and_read_back() {
        let bytes = (0..=255).collect::<Vec<u8>>();
        let caption = Html::ours("<b>Підсумок</b>");
        for body in [
            Body::Picture { png: bytes.clone(), caption: caption.clone() },
            Body::Document { name: "votes.csv".into(), bytes: bytes.clone(), caption: caption.clone() },
        ] {
            assert!(body.uploads());
            let view = View::showing(body).button("x", Action::Menu);
            let json = serde_json::to_string(&view).expect("written");
            assert!(json.len() < 550, "{} for {} bytes", json.len(), bytes.len());
            assert_eq!(serde_json::from_str::<View>(&json).expect("read"), view);
            let known = view.body.known_as("AgAD".into());
            assert!(!known.uploads());
        }
    }

    fn rows(labels: &[&str]) -> Vec<usize> {
        let view = View::text(Html::default()).row(labels.iter().map(|label| (*label, Action::Menu)));
        view.keyboard.iter().map(Vec::len).collect()
    }

    #[test]
    fn no_button_is_cut_off() {
        assert_eq!(rows(&["➕ На одну людину, 3 дні", "➕ На 50 людей, тиждень"]), [1, 1]);
        assert_eq!(rows(&["📋 Усі пропозиції", "🗂 Мої пропозиції"]), [2]);
        assert_eq!(rows(&["❓ Збори пропозицій", "🔗 Запрошення"]), [1, 1]);
        assert_eq!(rows(&["Громадські об’єднання області", "Влада"]), [1, 1]);
        assert_eq!(rows(&["up to 1", "up to 2", "✓ up to 3", "up to 4"]), [3, 1]);
        assert_eq!(rows(&["до 1", "до 2", "✓ до 3", "до 4", "до 5"]), [5]);
        assert_eq!(rows(&[]), [] as [usize; 0]);
    }
}
