//! Parameters of one call, whichever of the four ways they came: query, form, JSON or multipart.
//!
//! Telegram reads them leniently: numbers out of strings, garbage as 0, anything but a clear yes as no.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use futures::StreamExt as _;
use serde_json::{Map, Value};

use super::super::world::Upload;
use super::super::{schema, store::Blobs};
use super::Refused;

/// The biggest request: a file of 50 MB and its company.
const MOST_BYTES: usize = (50 << 20) + (1 << 20);
/// A bigger body is read to its end (as far as this) before it is refused, so that the client sees the answer.
const MOST_DISCARDED: usize = 512 << 20;

/// What a call brought.
#[derive(Debug, Default)]
pub struct Params {
    pub values: Map<String, Value>,
    pub uploads: BTreeMap<String, Upload>,
}

impl Params {
    /// A parameter as text; "" if it is absent.
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        match self.values.get(key) {
            None | Some(Value::Null) => Cow::Borrowed(""),
            Some(Value::String(text)) => Cow::Borrowed(text),
            Some(other) => Cow::Owned(other.to_string()),
        }
    }

    /// A parameter as a number: as many digits as stand in front, else 0.
    pub fn int(&self, key: &str) -> i64 {
        self.values.get(key).map_or(0, lenient_int)
    }

    /// A parameter as yes or no.
    pub fn flag(&self, key: &str) -> bool {
        self.values.get(key).is_some_and(lenient_bool)
    }

    /// A parameter as JSON, native or as text. `Some(Err)`: it is there, but no JSON.
    pub fn json(&self, key: &str) -> Option<Result<Cow<'_, Value>, serde_json::Error>> {
        match self.values.get(key)? {
            Value::Null => None,
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(serde_json::from_str(text).map(Cow::Owned)),
            native => Some(Ok(Cow::Borrowed(native))),
        }
    }

    /// Reads the request of a known method.
    pub async fn read(blobs: &Arc<Blobs>, method: &str, request: Request) -> Result<Params, Refused> {
        let (parts, body) = request.into_parts();
        let mut raw = BTreeMap::new();
        form(parts.uri.query().unwrap_or_default().as_bytes(), &mut raw)?;
        let mut params = Params::default();
        let bytes = whole(body).await?;
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.to_ascii_lowercase();
        if bytes.is_empty() {
        } else if kind.starts_with("application/json") {
            params.read_json(method, &bytes)?;
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            form(&bytes, &mut raw)?;
        } else if kind.starts_with("multipart/form-data") {
            let request = Request::from_parts(parts, Body::from(bytes));
            params.read_multipart(blobs, request, &mut raw).await?;
        }
        params.values.extend(schema::decode(method, raw));
        Ok(params)
    }

    fn read_json(&mut self, method: &str, bytes: &[u8]) -> Result<(), Refused> {
        let text = std::str::from_utf8(bytes).map_err(|_| not_utf8())?;
        let Ok(Value::Object(object)) = serde_json::from_str(text) else {
            return Err(Refused::bad("Can't parse JSON object"));
        };
        self.values = object;
        // Strings may hold numbers and JSON, as in a form.
        schema::normalize(method, &mut self.values);
        Ok(())
    }

    async fn read_multipart(
        &mut self,
        blobs: &Arc<Blobs>,
        request: Request,
        raw: &mut BTreeMap<String, String>,
    ) -> Result<(), Refused> {
        let broken = |_| Refused::bad("Can't parse multipart/form-data");
        let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken(()))?;
        while let Some(part) = parts.next_field().await.map_err(|_| broken(()))? {
            let key = part.name().unwrap_or_default().to_owned();
            let name = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| broken(()))?;
            if name.is_none() {
                raw.insert(key, String::from_utf8(bytes.into()).map_err(|_| not_utf8())?);
            } else {
                let upload = blobs.receive(bytes, name, mime).await.map_err(|error| {
                    log::error!("Keep an uploaded file: {error:#}");
                    Refused::new(500, "Internal Server Error: restart")
                })?;
                self.uploads.insert(key, upload);
            }
        }
        Ok(())
    }
}

fn not_utf8() -> Refused {
    Refused::bad("Strings must be encoded in UTF-8")
}

async fn whole(body: Body) -> Result<Bytes, Refused> {
    let mut stream = body.into_data_stream();
    let mut first = Bytes::new();
    let mut bytes = Vec::new();
    let mut discarded = 0;
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| Refused::bad("Can't read the request"))?;
        if discarded > 0 || bytes.len() + first.len() + chunk.len() > MOST_BYTES {
            discarded += chunk.len();
            if discarded > MOST_DISCARDED {
                break;
            }
        } else if first.is_empty() && bytes.is_empty() {
            // Nearly every request comes in one piece: it is not copied.
            first = chunk;
        } else {
            bytes.extend_from_slice(&std::mem::take(&mut first));
            bytes.extend_from_slice(&chunk);
        }
    }
    match (discarded, first.is_empty()) {
        (0, true) => Ok(bytes.into()),
        (0, false) => Ok(first),
        _ => Err(Refused::new(413, "Request Entity Too Large")),
    }
}

/// Adds the pairs of an urlencoded form.
fn form(encoded: &[u8], raw: &mut BTreeMap<String, String>) -> Result<(), Refused> {
    for pair in encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let value = pair.get(equals + 1..).unwrap_or_default();
        raw.insert(decoded(&pair[..equals])?, decoded(value)?);
    }
    Ok(())
}

fn decoded(encoded: &[u8]) -> Result<String, Refused> {
    let mut plain = Vec::with_capacity(encoded.len());
    let mut at = 0;
    while let Some(byte) = encoded.get(at) {
        let hex = encoded.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match (byte, hex.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(code)) => {
                plain.push(code);
                at += 2;
            }
            (b'+', _) => plain.push(b' '),
            (other, _) => plain.push(*other),
        }
        at += 1;
    }
    String::from_utf8(plain).map_err(|_| not_utf8())
}

/// A number however it was written.
pub fn lenient_int(value: &Value) -> i64 {
    match value {
        Value::Number(number) => number.as_i64().unwrap_or_default(),
        Value::String(text) => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let end = digits.find(|symbol: char| !symbol.is_ascii_digit()).unwrap_or(digits.len());
            let number = digits[..end].parse().unwrap_or(0);
            if text.starts_with('-') { -number } else { number }
        }
        Value::Bool(yes) => i64::from(*yes),
        _ => 0,
    }
}

/// Yes or no however it was written.
pub fn lenient_bool(value: &Value) -> bool {
    match value {
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_i64() == Some(1),
        Value::String(text) => ["true", "yes", "1"].iter().any(|yes| text.trim().eq_ignore_ascii_case(yes)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded_and_garbage_stays() {
        let mut raw = BTreeMap::new();
        form(b"a=%D0%B1+c&b=%zz%&c&d==", &mut raw).expect("all of it is UTF-8");
        let pairs: Vec<_> = raw.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("a", "б c"), ("b", "%zz%"), ("c", ""), ("d", "=")]);
        assert!(form(b"a=%FF", &mut raw).is_err());
    }

    #[test]
    fn numbers_are_read_leniently() {
        let read = |text: &str| lenient_int(&Value::String(text.to_owned()));
        assert_eq!([read("12"), read("-3x"), read("x"), read("")], [12, -3, 0, 0]);
    }
}
