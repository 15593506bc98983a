//! Serves the page's files.

use axum::Router;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::routing::get;

use super::super::page::{FILES, POLICY};
use super::super::telegram::Telegram;

/// What the page's link to the API leads to.
const API_DOC: (&str, &str, &str) =
    ("/docs/rehearsal-api.md", "text/plain; charset=utf-8", include_str!("../../../docs/rehearsal-api.md"));

/// One route for each file.
pub fn router() -> Router<Telegram> {
    FILES.iter().chain([&API_DOC]).fold(Router::new(), |router, (path, kind, content)| {
        let headers = [
            (CONTENT_TYPE, *kind),
            (CONTENT_SECURITY_POLICY, POLICY),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (REFERRER_POLICY, "no-referrer"),
            (CACHE_CONTROL, "no-cache"),
        ];
        router.route(path, get(async move || (headers, *content)))
    })
}
