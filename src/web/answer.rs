//! One request: the few paths there are, and the headers of every answer. A path is compared as it came; nothing in it
//! is decoded, because a code and a picture's name need no decoding.

use anyhow::{Context, Result};
use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode};

use super::{Web, frame, page};
use crate::stop::Stop;
use crate::wall::{Wall, store};

/// Nothing but what the wall itself serves, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every answer says, a 404 too. The address is a secret, so nobody hears of it, and nothing is kept.
const HEADERS: [(HeaderName, &str); 9] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// How long whoever finds no room is asked to wait, in seconds.
const LATER: &str = "10";

impl Web {
    /// Answers a request.
    pub async fn answer(&self, method: &Method, path: &str, stop: Stop) -> Response<Body> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            return empty(StatusCode::NOT_FOUND);
        }
        match self.find(path, stop).await {
            Ok(Some(answer)) => answer,
            Ok(None) => empty(StatusCode::NOT_FOUND),
            Err(error) => {
                log::error!("A wall could not answer: {error:#}");
                empty(StatusCode::SERVICE_UNAVAILABLE)
            }
        }
    }

    async fn find(&self, path: &str, stop: Stop) -> Result<Option<Response<Body>>> {
        let Some(below) = path.strip_prefix("/wall/") else { return Ok(None) };
        let (code, file) = below.split_once('/').map_or((below, None), |(code, file)| (code, Some(file)));
        let Some(wall) = self.wall(code).await? else { return Ok(None) };
        match file {
            None => Ok(Some(whole(page::HTML_TYPE, page::html(&wall)))),
            Some("events") => Ok(Some(self.events(code, stop))),
            Some(file) => match (page::file(file), file.strip_prefix("photo/")) {
                (Some((kind, text)), _) => Ok(Some(whole(kind, text))),
                (None, Some(name)) => self.photo(&wall, name).await,
                (None, None) => Ok(None),
            },
        }
    }

    /// The wall that is up at a code. What cannot be a code is not even looked up.
    async fn wall(&self, code: &str) -> Result<Option<Wall>> {
        if code.len() != 22 || !code.bytes().all(|c| c.is_ascii_alphanumeric()) {
            return Ok(None);
        }
        let mut conn = self.db.readers().acquire().await.context("Read a wall")?;
        store::by_code(&mut conn, code).await
    }

    fn events(&self, code: &str, stop: Stop) -> Response<Body> {
        let Some(viewer) = self.viewers.come(code) else {
            let mut answer = empty(StatusCode::SERVICE_UNAVAILABLE);
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(LATER));
            return answer;
        };
        let mut answer = whole("text/event-stream; charset=utf-8", Body::from_stream(viewer.stream(stop)));
        // nginx would collect events before it passes them on.
        answer
            .headers_mut()
            .insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
        answer
    }

    /// A picture, if the wall shows it at present.
    async fn photo(&self, wall: &Wall, name: &str) -> Result<Option<Response<Body>>> {
        let mut conn = self.db.readers().acquire().await.context("Read a wall's pictures")?;
        let file = frame::photo(&mut conn, wall, name).await?;
        // A download may take long, and others read meanwhile.
        drop(conn);
        let Some(file) = file else { return Ok(None) };
        Ok(self.photos.get(&file).await.map(|photo| whole(photo.kind, photo.bytes)))
    }
}

fn whole(kind: &'static str, body: impl Into<Body>) -> Response<Body> {
    let mut answer = empty(StatusCode::OK);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    *answer.body_mut() = body.into();
    answer
}

fn empty(status: StatusCode) -> Response<Body> {
    let mut answer = Response::new(Body::from(Bytes::new()));
    *answer.status_mut() = status;
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}
