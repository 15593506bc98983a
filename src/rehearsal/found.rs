//! What Telegram finds in a text by itself: mentions, hashtags, cashtags, commands, links, e-mails.
//!
//! The real rules are long; these agree with them on what people write to bots. Phone and card numbers are left alone.

use super::entities::{Entity, Kind};

/// Endings that make a bare name a link; the real list holds all of them.
const TOP_LEVEL: [&str; 40] = [
    "ua", "com", "org", "net", "info", "biz", "edu", "gov", "int", "mil", "eu", "uk", "de", "pl", "fr", "it",
    "es", "cz", "sk", "ro", "hu", "md", "ge", "lt", "lv", "ee", "us", "ca", "io", "me", "app", "dev",
    "online", "site", "xyz", "tv", "cc", "co", "укр", "ai",
];

/// Entities in the order they stand, none over another.
pub fn find(text: &str) -> Vec<Entity> {
    // Most texts hold none of the signs everything below begins with.
    if !text.contains(['@', '#', '$', '/', '.']) {
        return Vec::new();
    }
    let symbols: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    let mut utf16 = 0;
    while at < symbols.len() {
        let before = at.checked_sub(1).map(|index| symbols[index]);
        let taken = match symbols[at] {
            _ if before.is_some_and(is_word) => None,
            '@' => mention(&symbols[at..]).map(|length| (Kind::Mention, length)),
            '#' => hashtag(&symbols[at..]).map(|length| (Kind::Hashtag, length)),
            '$' => cashtag(&symbols[at..]).map(|length| (Kind::Cashtag, length)),
            '/' if !before.is_some_and(|symbol| "/<>@".contains(symbol)) => {
                command(&symbols[at..]).map(|length| (Kind::BotCommand, length))
            }
            _ => address(&symbols[at..]),
        };
        let (kind, length) = taken.map_or((None, 1), |(kind, length)| (Some(kind), length));
        let units: usize = symbols[at..at + length].iter().map(|symbol| symbol.len_utf16()).sum();
        if let Some(kind) = kind {
            found.push(Entity::new(kind, utf16 as i64, units as i64));
        }
        at += length;
        utf16 += units;
    }
    found
}

fn is_word(symbol: char) -> bool {
    symbol.is_alphanumeric() || symbol == '_'
}

fn run(symbols: &[char], fits: impl Fn(char) -> bool) -> usize {
    symbols.iter().take_while(|symbol| fits(**symbol)).count()
}

fn mention(symbols: &[char]) -> Option<usize> {
    let name = run(&symbols[1..], is_word);
    let plain = symbols[1..=name].iter().all(char::is_ascii);
    (plain && (3..=32).contains(&name)).then_some(1 + name)
}

fn hashtag(symbols: &[char]) -> Option<usize> {
    let name = run(&symbols[1..], is_word);
    let digits_only = symbols[1..=name].iter().all(char::is_ascii_digit);
    (!digits_only && (1..=256).contains(&name) && symbols.get(1 + name) != Some(&'#')).then_some(1 + name)
}

fn cashtag(symbols: &[char]) -> Option<usize> {
    let name = run(&symbols[1..], |symbol| symbol.is_ascii_uppercase());
    let ends = !symbols.get(1 + name).copied().is_some_and(|symbol| is_word(symbol) || symbol == '$');
    (ends && (1..=8).contains(&name)).then_some(1 + name)
}

fn command(symbols: &[char]) -> Option<usize> {
    let is_name = |symbol: char| symbol.is_ascii_alphanumeric() || symbol == '_';
    let name = run(&symbols[1..], is_name);
    if !(1..=64).contains(&name) {
        return None;
    }
    let mut length = 1 + name;
    if symbols.get(length) == Some(&'@') {
        let bot = run(&symbols[length + 1..], is_name);
        if (3..=32).contains(&bot) {
            length += 1 + bot;
        }
    }
    let goes_on =
        symbols.get(length).copied().is_some_and(|symbol| is_word(symbol) || "/<>".contains(symbol));
    (!goes_on).then_some(length)
}

/// A link or an e-mail that begins here.
fn address(symbols: &[char]) -> Option<(Kind, usize)> {
    if !is_word(symbols[0]) {
        return None;
    }
    let scheme = ["https://", "http://", "tg://", "ton://", "ftp://"]
        .into_iter()
        .find(|scheme| starts_with(symbols, scheme))
        .map_or(0, str::len);
    let name = run(&symbols[scheme..], |symbol| is_word(symbol) || "-.+".contains(symbol));
    if scheme == 0 && symbols.get(name) == Some(&'@') {
        let host = host(&symbols[name + 1..])?;
        return Some((Kind::Email, name + 1 + host));
    }
    let host = match scheme {
        0 => host(symbols)?,
        _ if symbols[..scheme].iter().collect::<String>().starts_with('t') => name,
        _ => host(&symbols[scheme..])?,
    };
    Some((Kind::Url, scheme + host + tail(&symbols[scheme + host..])))
}

fn starts_with(symbols: &[char], ascii: &str) -> bool {
    symbols.len() > ascii.len() && ascii.chars().zip(symbols).all(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// A host name with a known ending; a full stop after it belongs to the sentence.
fn host(symbols: &[char]) -> Option<usize> {
    let length = run(symbols, |symbol| is_word(symbol) || symbol == '-' || symbol == '.');
    let name: String = symbols[..length].iter().collect();
    let name = name.trim_end_matches(['.', '-']).to_lowercase();
    let (rest, last) = name.rsplit_once('.')?;
    let labels = rest.split('.').all(|label| !label.is_empty() && label.len() < 64);
    (labels && TOP_LEVEL.contains(&last)).then(|| name.chars().count())
}

/// Port, path, query and fragment, without the punctuation that ends a sentence.
fn tail(symbols: &[char]) -> usize {
    let mut length = 0;
    if symbols.first() == Some(&':') {
        let port = run(&symbols[1..], |symbol| symbol.is_ascii_digit());
        length = if port > 0 { 1 + port } else { return 0 };
    }
    if !symbols.get(length).is_some_and(|symbol| "/?#".contains(*symbol)) {
        return length;
    }
    let mut end =
        length + run(&symbols[length..], |symbol| !symbol.is_whitespace() && !"<>\"«»".contains(symbol));
    while end > length && ".,:;!?'\")(…".contains(symbols[end - 1]) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(Kind, String)> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let piece = |entity: Entity| {
            let (start, end) = (entity.offset as usize, entity.end() as usize);
            (entity.kind, String::from_utf16_lossy(&units[start..end]))
        };
        find(text).into_iter().map(piece).collect()
    }

    #[test]
    fn finds_what_people_write() {
        let found = pieces(
            "😀 @olena_k, /start@my_bot #Луганщина #2025 $USD см. https://merezha.org.ua/a?b=1. x@i.ua",
        );
        let expected = [
            (Kind::Mention, "@olena_k"),
            (Kind::BotCommand, "/start@my_bot"),
            (Kind::Hashtag, "#Луганщина"),
            (Kind::Cashtag, "$USD"),
            (Kind::Url, "https://merezha.org.ua/a?b=1"),
            (Kind::Email, "x@i.ua"),
        ];
        assert_eq!(found, expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn leaves_the_rest_alone() {
        assert_eq!(pieces("and/or a@b 5/7 file.txt кінець.Початок 12.5 /тест //x"), []);
        assert_eq!(pieces("example.com"), [(Kind::Url, "example.com".to_owned())]);
    }
}
