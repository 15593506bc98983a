//! Which addresses Telegram takes for links, and what it makes of them. The one thing to know: an address is
//! rewritten on its way (`telegram.org` becomes `http://telegram.org/`), so what comes back is what must be
//! shown.

/// The largest number that may be a person's id.
const LARGEST_USER_ID: i64 = (1 << 40) - 1;

/// The address as Telegram keeps it, or why it is none, in Telegram's words.
pub fn check(link: &str) -> Result<String, &'static str> {
    for scheme in ["tg", "ton", "tonsite"] {
        if let Some(rest) = after_scheme(link, scheme) {
            return check_internal(scheme, rest);
        }
    }
    let url = Url::parse(link)?;
    if !url.host.contains('.') && !url.ipv6 {
        return Err("Wrong HTTP URL");
    }
    Ok(url.written())
}

/// The person a `tg://user?id=N` link speaks of.
pub fn user_id(link: &str) -> Option<i64> {
    let link = link.to_ascii_lowercase();
    let rest = after_scheme(&link, "tg")?.strip_prefix("user")?;
    let query = rest.strip_prefix('/').unwrap_or(rest).strip_prefix('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let id = query.split('&').find_map(|parameter| parameter.strip_prefix("id="))?;
    integer(id).filter(|id| (1..=LARGEST_USER_ID).contains(id))
}

/// A whole number written as Telegram wants it: no plus, no leading zeros, nothing around it.
pub fn integer(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number: &i64| number.to_string() == text)
}

fn after_scheme<'a>(link: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = link.split_once(':')?;
    start.eq_ignore_ascii_case(scheme).then(|| rest.strip_prefix("//").unwrap_or(rest))
}

fn check_internal(scheme: &str, rest: &str) -> Result<String, &'static str> {
    let url = Url::parse(rest)?;
    if has_scheme(rest, "http://") || url.https || url.user.is_some() || url.port != 0 || url.ipv6 {
        return Err(if scheme == "tg" { "Wrong tg URL" } else { "Wrong ton URL" });
    }
    let allowed =
        |c: char| c.is_ascii_alphanumeric() || "-_".contains(c) || (scheme == "tonsite" && c == '.');
    if !url.host.chars().all(allowed) {
        return Err("Unallowed characters in URL host");
    }
    let query = if url.query.starts_with("/?") { &url.query[1..] } else { &url.query };
    Ok(format!("{scheme}://{}{query}", url.host))
}

fn has_scheme(link: &str, scheme: &str) -> bool {
    link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

struct Url {
    https: bool,
    user: Option<String>,
    host: String,
    ipv6: bool,
    port: u16,
    query: String,
}

impl Url {
    fn parse(link: &str) -> Result<Url, &'static str> {
        let (https, rest) = Self::protocol(link)?;
        let (authority, query) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let (authority, port) = Self::port(authority)?;
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user.to_owned()).filter(|user| !user.is_empty()), host),
            None => (None, authority),
        };
        let host = host.to_ascii_lowercase();
        let ipv6 = host.starts_with('[') && host.ends_with(']');
        if ipv6 {
            let address = host.trim_matches(['[', ']']);
            address.parse::<std::net::Ipv6Addr>().map_err(|_| "Wrong IPv6 address specified in the URL")?;
        } else {
            Self::check_host(&host)?;
        }
        Ok(Url { https, user, host, ipv6, port, query: Self::query(query) })
    }

    fn protocol(link: &str) -> Result<(bool, &str), &'static str> {
        let end = link.find([':', '/', '?', '#', '@', '[', ']']).unwrap_or(link.len());
        match link[end..].strip_prefix("://") {
            None => Ok((false, link)),
            Some(rest) if link[..end].eq_ignore_ascii_case("http") => Ok((false, rest)),
            Some(rest) if link[..end].eq_ignore_ascii_case("https") => Ok((true, rest)),
            Some(_) => Err("Unsupported URL protocol"),
        }
    }

    /// Splits off the port; 0 means none was given.
    fn port(authority: &str) -> Result<(&str, u16), &'static str> {
        match authority.rfind([':', ']', '@']) {
            Some(at) if at > 0 && authority[at..].starts_with(':') => {
                let port = authority[at + 1..].parse().ok().filter(|port| *port != 0);
                Ok((&authority[..at], port.ok_or("Wrong port number specified in the URL")?))
            }
            _ => Ok((authority, 0)),
        }
    }

    fn check_host(host: &str) -> Result<(), &'static str> {
        match host {
            "" => return Err("URL host is empty"),
            "." => return Err("Host is invalid"),
            _ => {}
        }
        let bytes = host.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'%' {
                let digits = bytes.get(at + 1..at + 3);
                if !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
                    return Err("Wrong percent-encoded symbol in URL host");
                }
            } else if !byte.is_ascii_alphanumeric() && byte.is_ascii() && !b".-_!$,~*'();&+=".contains(byte) {
                return Err("Wrong URL host");
            }
        }
        Ok(())
    }

    fn query(query: &str) -> String {
        let query = query.trim_end_matches(['\0', '\t', '\n', '\x0b', '\r', ' ']);
        let mut result = String::with_capacity(query.len() + 1);
        if !query.starts_with('/') {
            result.push('/');
        }
        for c in query.chars() {
            if c <= ' ' {
                result.push_str(&format!("%{:02X}", u32::from(c)));
            } else {
                result.push(c);
            }
        }
        result
    }

    fn written(&self) -> String {
        let protocol = if self.https { "https" } else { "http" };
        let user = self.user.as_ref().map(|user| format!("{user}@")).unwrap_or_default();
        let port = if self.port == 0 { String::new() } else { format!(":{}", self.port) };
        format!("{protocol}://{user}{}{port}{}", self.host, self.query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_completed() {
        assert_eq!(check("telegram.org").as_deref(), Ok("http://telegram.org/"));
        assert_eq!(check("HTTPS://Example.ORG:8080?a b").as_deref(), Ok("https://example.org:8080/?a%20b"));
        assert_eq!(check("tg://resolve?domain=x").as_deref(), Ok("tg://resolve?domain=x"));
        assert_eq!(check("https://сайт.укр/шлях").as_deref(), Ok("https://сайт.укр/шлях"));
        assert_eq!(check("http://a@[::1]:80").as_deref(), Ok("http://a@[::1]:80/"));
    }

    #[test]
    fn what_is_no_address_is_refused_in_telegrams_words() {
        assert_eq!(check("localhost"), Err("Wrong HTTP URL"));
        assert_eq!(check("ftp://example.org"), Err("Unsupported URL protocol"));
        assert_eq!(check(""), Err("URL host is empty"));
        assert_eq!(check("https://exa mple.org"), Err("Wrong URL host"));
        assert_eq!(check("http://example.org:99999"), Err("Wrong port number specified in the URL"));
        assert_eq!(check("tg://https://x.org"), Err("Wrong tg URL"));
    }

    #[test]
    fn people_are_found_in_links() {
        assert_eq!(user_id("tg://user?id=1001"), Some(1001));
        assert_eq!(user_id("TG:user/?x=1&id=7#end"), Some(7));
        assert_eq!(user_id("tg://user?id=0"), None);
        assert_eq!(user_id("https://t.me/user?id=5"), None);
    }
}
