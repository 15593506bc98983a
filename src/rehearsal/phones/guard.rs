//! Keeps foreign web pages out: a page elsewhere may make a browser call this machine, but not under this host's name,
//! and not without saying where it comes from.

use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::Wrong;

/// Looks at every request of the page and the phones before anything else does.
pub async fn guard(request: Request, next: Next) -> Response {
    match check(&request) {
        Ok(()) => next.run(request).await,
        Err(wrong) => wrong.into_response(),
    }
}

fn check(request: &Request) -> Result<(), Wrong> {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let refuse = |what: &str| Wrong(StatusCode::FORBIDDEN, what.to_owned());
    let host = header(HOST).unwrap_or_default();
    if !is_address(host) {
        return Err(refuse("Call the rehearsal by its address or as localhost, not by another name"));
    }
    if request.method() == Method::GET || request.method() == Method::HEAD {
        return Ok(());
    }
    if header(ORIGIN).is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
        return Err(refuse("Other web pages may not act here"));
    }
    let kind = header(CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
    let empty = kind.is_empty() && header(CONTENT_LENGTH).is_none_or(|length| length == "0");
    if empty || kind.starts_with("application/json") || kind.starts_with("multipart/form-data") {
        return Ok(());
    }
    Err(Wrong::bad("Send application/json, or multipart/form-data with a file"))
}

/// A number or `localhost`: no name that somebody else could point here.
fn is_address(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || name.parse::<std::net::IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn only_numbers_and_localhost_are_this_machine() {
        assert!(
            ["127.0.0.1:8081", "localhost:1", "LOCALHOST", "[::1]:80", "192.168.1.5"]
                .into_iter()
                .all(is_address)
        );
        assert!(
            !["evil.example:8081", "", "127.0.0.1.evil.example", "localhost.evil"]
                .into_iter()
                .any(is_address)
        );
    }
}
