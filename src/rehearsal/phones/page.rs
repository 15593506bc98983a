//! Serves the page's files.

use axum::Router;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::routing::get;

use super::super::page::{FILES, POLICY};
use super::super::telegram::Telegram;

/// One route for each file.
pub fn router() -> Router<Telegram> {
    FILES.iter().fold(Router::new(), |router, (path, kind, content)| {
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
