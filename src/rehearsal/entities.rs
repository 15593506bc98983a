//! Formatting of a text: what an entity is, and which may overlap. The one thing to know: bold, italic and
//! their like are cut into pieces at the edges of all others, so one `<b>` around a link comes back as up to
//! three entities.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One `MessageEntity`. Offset and length are UTF-16 units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Where it begins.
    pub offset: i64,
    /// How long it is.
    pub length: i64,
    /// Of a `text_link`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Of a `text_mention`. From HTML only the `id` is known; whoever knows the people fills in the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Value>,
    /// Of a `pre`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Of a `custom_emoji`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_emoji_id: Option<String>,
    /// Of a `date_time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unix_time: Option<i64>,
    /// Of a `date_time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_time_format: Option<String>,
}

/// All kinds of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "Telegram's own names")]
pub enum Kind {
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
    PhoneNumber,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote,
    ExpandableBlockquote,
    Code,
    Pre,
    TextLink,
    TextMention,
    CustomEmoji,
    DateTime,
}

/// The kinds that may nest and are cut.
const SPLITTABLE: [Kind; 5] = [Kind::Bold, Kind::Italic, Kind::Underline, Kind::Strikethrough, Kind::Spoiler];

impl Kind {
    fn is_splittable(self) -> bool {
        SPLITTABLE.contains(&self)
    }

    fn is_blockquote(self) -> bool {
        matches!(self, Kind::Blockquote | Kind::ExpandableBlockquote)
    }

    fn is_pre(self) -> bool {
        matches!(self, Kind::Code | Kind::Pre)
    }
}

impl Entity {
    /// An entity without any of the extras.
    pub fn new(kind: Kind, offset: i64, length: i64) -> Entity {
        Entity {
            kind,
            offset,
            length,
            url: None,
            user: None,
            language: None,
            custom_emoji_id: None,
            unix_time: None,
            date_time_format: None,
        }
    }

    /// Where it ends.
    pub fn end(&self) -> i64 {
        self.offset + self.length
    }

    /// Is it of exactly this stretch of text?
    pub fn covers(&self, offset: i64, length: i64) -> bool {
        self.offset == offset && self.length == length
    }

    /// Among entities of one stretch the outer comes first.
    fn priority(&self) -> u8 {
        match self.kind {
            Kind::Blockquote | Kind::ExpandableBlockquote => 0,
            Kind::Pre if self.language.is_some() => 10,
            Kind::Pre => 11,
            Kind::Code => 20,
            Kind::TextLink | Kind::TextMention => 49,
            Kind::Bold => 90,
            Kind::Italic => 91,
            Kind::Underline => 92,
            Kind::Strikethrough => 93,
            Kind::Spoiler => 94,
            Kind::CustomEmoji => 99,
            _ => 50,
        }
    }
}

/// Puts entities in the order they come back in.
pub fn sort(entities: &mut [Entity]) {
    entities.sort_by_key(|entity| (entity.offset, -entity.length, entity.priority()));
}

/// Sorts entities and makes them fit each other: drops those that must not overlap, merges and cuts the rest.
pub fn fix(entities: Vec<Entity>) -> Vec<Entity> {
    Layers::of(entities).joined()
}

/// Adds entities that were found in the text itself; the text's own formatting goes first.
pub fn add_found(entities: Vec<Entity>, mut found: Vec<Entity>) -> Vec<Entity> {
    if found.is_empty() {
        return entities;
    }
    let mut layers = Layers::of(entities);
    sort(&mut found);
    drop_overlapping(&mut found);
    drop_crossing(&mut found, &layers.blockquotes);
    found.retain(|new| !layers.continuous.iter().any(|old| new.offset < old.end() && old.offset < new.end()));
    layers.continuous.append(&mut found);
    sort(&mut layers.continuous);
    layers.joined()
}

/// Entities by how they may overlap.
struct Layers {
    /// Links, mentions, code and the like: never overlap each other.
    continuous: Vec<Entity>,
    /// Never overlap each other, and hold continuous ones whole or not at all.
    blockquotes: Vec<Entity>,
    /// Overlap everything but code.
    splittable: Vec<Entity>,
}

impl Layers {
    fn of(mut entities: Vec<Entity>) -> Layers {
        entities.retain(|entity| entity.length > 0);
        sort(&mut entities);
        let (splittable, entities): (Vec<_>, Vec<_>) =
            entities.into_iter().partition(|e| e.kind.is_splittable());
        let (mut blockquotes, mut continuous): (Vec<_>, Vec<_>) =
            entities.into_iter().partition(|e| e.kind.is_blockquote());
        drop_overlapping(&mut continuous);
        drop_overlapping(&mut blockquotes);
        drop_crossing(&mut continuous, &blockquotes);
        Layers { continuous, blockquotes, splittable }
    }

    fn joined(self) -> Vec<Entity> {
        let mut solid = self.continuous;
        solid.extend(self.blockquotes);
        sort(&mut solid);
        let mut cutter =
            Cutter { rest: self.splittable.into_iter().peekable(), open: [None; 5], done: Vec::new() };
        let pieces = cutter.cut(&solid);
        solid.extend(pieces);
        sort(&mut solid);
        solid
    }
}

/// Of overlapping entities the first one stays.
fn drop_overlapping(entities: &mut Vec<Entity>) {
    let mut end = 0;
    entities.retain(|entity| {
        let stays = entity.offset >= end;
        if stays {
            end = entity.end();
        }
        stays
    });
}

/// Drops what reaches over an edge of a blockquote, or holds one.
fn drop_crossing(entities: &mut Vec<Entity>, blockquotes: &[Entity]) {
    let crosses = |entity: &Entity, quote: &Entity| {
        let apart = quote.end() <= entity.offset || entity.end() <= quote.offset;
        let inside = quote.offset <= entity.offset && entity.end() <= quote.end();
        !apart && !inside
    };
    entities.retain(|entity| !blockquotes.iter().any(|quote| crosses(entity, quote)));
}

/// Merges splittable entities of one kind that touch, and cuts them at the edges of all others.
struct Cutter<I: Iterator<Item = Entity>> {
    rest: std::iter::Peekable<I>,
    /// The stretch being gathered, by kind.
    open: [Option<(i64, i64)>; 5],
    done: Vec<Entity>,
}

impl<I: Iterator<Item = Entity>> Cutter<I> {
    fn cut(&mut self, solid: &[Entity]) -> Vec<Entity> {
        let mut around: Vec<&Entity> = Vec::new();
        for entity in solid {
            self.leave(&mut around, entity.offset);
            self.advance(entity.offset);
            around.push(entity);
        }
        self.leave(&mut around, i64::MAX);
        self.advance(i64::MAX);
        std::mem::take(&mut self.done)
    }

    /// Passes the ends that come before `offset`; nothing stays formatted inside code.
    fn leave(&mut self, around: &mut Vec<&Entity>, offset: i64) {
        while let Some(inner) = around.pop_if(|inner| inner.end() <= offset) {
            let before = self.done.len();
            self.advance(inner.end());
            if inner.kind.is_pre() {
                self.done.truncate(before);
            }
        }
    }

    /// Takes all that begins before `offset` and cuts there.
    fn advance(&mut self, offset: i64) {
        while let Some(next) = self.rest.next_if(|next| next.offset < offset) {
            let index = SPLITTABLE
                .iter()
                .position(|kind| *kind == next.kind)
                .expect("only splittable kinds are here");
            match &mut self.open[index] {
                Some((_, end)) if next.offset <= *end => *end = next.end().max(*end),
                _ => {
                    self.flush(next.offset);
                    self.open[index] = Some((next.offset, next.end()));
                }
            }
        }
        self.flush(offset);
    }

    fn flush(&mut self, offset: i64) {
        for (kind, open) in SPLITTABLE.into_iter().zip(&mut self.open) {
            let Some((begin, end)) = *open else { continue };
            if begin < offset {
                self.done.push(Entity::new(kind, begin, end.min(offset) - begin));
                *open = (end > offset).then_some((offset, end));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::html;

    fn shape(markup: &str) -> String {
        let (_, entities) = html::parse(markup).expect("good markup");
        let pieces = fix(entities);
        let pieces = pieces.iter().map(|e| format!("{:?} {}-{}", e.kind, e.offset, e.end()));
        pieces.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn code_holds_nothing_and_is_in_nothing_but_a_quote() {
        assert_eq!(shape("<code><b>a</b></code>"), "Code 0-1");
        assert_eq!(shape("<b>a<code>b</code>c</b>"), "Bold 0-1, Code 1-2, Bold 2-3");
        assert_eq!(shape("<blockquote>a<pre>b</pre></blockquote>"), "Blockquote 0-2, Pre 1-2");
        assert_eq!(shape("<a href='x.org'>a<code>b</code></a>"), "TextLink 0-2");
    }

    #[test]
    fn bold_is_cut_at_the_edges_of_others_and_merged() {
        assert_eq!(shape("<b>a<a href='x.org'>b</a>c</b>"), "Bold 0-1, TextLink 1-2, Bold 1-2, Bold 2-3");
        assert_eq!(shape("<b>a</b><b>b</b>"), "Bold 0-2");
        assert_eq!(shape("<b>a<b>b</b></b>c"), "Bold 0-2");
        assert_eq!(shape("<i><b>a</b></i>"), "Bold 0-1, Italic 0-1");
    }

    #[test]
    fn quotes_do_not_nest_and_links_do_not_hold_them() {
        assert_eq!(shape("<blockquote>a<blockquote>b</blockquote></blockquote>"), "Blockquote 0-2");
        assert_eq!(shape("<a href='x.org'>a<blockquote>b</blockquote></a>"), "Blockquote 1-2");
    }

    #[test]
    fn what_is_found_in_the_text_gives_way_to_links_and_cuts_bold() {
        let bold = vec![Entity::new(Kind::Bold, 0, 6)];
        let url = vec![Entity::new(Kind::Url, 2, 2)];
        let kinds: Vec<_> = add_found(bold, url).iter().map(|e| (e.kind, e.offset, e.length)).collect();
        assert_eq!(kinds, [(Kind::Bold, 0, 2), (Kind::Url, 2, 2), (Kind::Bold, 2, 2), (Kind::Bold, 4, 2)]);
        let link = vec![Entity::new(Kind::TextLink, 0, 6)];
        assert_eq!(add_found(link.clone(), vec![Entity::new(Kind::Url, 2, 2)]), link);
    }

    #[test]
    fn an_entity_is_written_as_the_bot_api_does() {
        let link = Entity { url: Some("http://x.org/".into()), ..Entity::new(Kind::TextLink, 1, 2) };
        let json = r#"{"type":"text_link","offset":1,"length":2,"url":"http://x.org/"}"#;
        assert_eq!(serde_json::to_string(&link).expect("plain data"), json);
        assert_eq!(serde_json::from_str::<Entity>(json).expect("its own writing"), link);
    }
}
