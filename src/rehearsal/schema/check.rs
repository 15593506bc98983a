//! Walks a value along its description and notes every difference. The one thing to know: where a value may
//! have several types, it is compared with the one it resembles most, so that the difference named is the
//! useful one.

use std::fmt;

use serde_json::{Map, Value};

use super::api::{API, Field, Limits, Method, Object, Shape};

/// Compares a request's parameters and file parts.
pub fn request(method: &'static Method, params: &Map<String, Value>, uploaded: &[&str]) -> Vec<String> {
    let mut walk = Walk { uploaded, used: Vec::new(), answer: false, mismatches: Vec::new() };
    walk.fields(&Path::Root, &method.object, params);
    let strangers = uploaded.iter().filter(|part| {
        let field = method.object.field(part);
        !field.is_some_and(|field| field.file) && !walk.used.contains(part)
    });
    let strangers: Vec<String> =
        strangers.map(|part| format!("nothing speaks of the uploaded part `{part}`")).collect();
    walk.mismatches.extend(strangers);
    walk.mismatches
}

/// Compares the result of an answer.
pub fn answer(method: &'static Method, result: &Value) -> Vec<String> {
    let mut walk = Walk { uploaded: &[], used: Vec::new(), answer: true, mismatches: Vec::new() };
    walk.any_of(&Path::Key(&Path::Root, "result"), &method.returns, result);
    walk.mismatches
}

struct Walk<'a> {
    uploaded: &'a [&'a str],
    /// Parts that some `attach://` speaks of.
    used: Vec<&'a str>,
    answer: bool,
    mismatches: Vec<String>,
}

impl Walk<'_> {
    fn note(&mut self, path: &Path, what: impl fmt::Display) {
        self.mismatches.push(format!("`{path}` {what}"));
    }

    fn fields(&mut self, path: &Path, object: &'static Object, values: &Map<String, Value>) {
        for (name, value) in values {
            let path = Path::Key(path, name);
            match object.field(name) {
                Some(field) => self.field(&path, field, value),
                None => self.note(&path, format_args!("is unknown in {}", object.name)),
            }
        }
        for name in missing(object, values, self.answer) {
            let at_top = matches!(path, Path::Root) && self.uploaded.contains(&name);
            if !at_top {
                self.note(&Path::Key(path, name), "is missing");
            }
        }
    }

    fn field(&mut self, path: &Path, field: &Field, value: &Value) {
        let before = self.mismatches.len();
        self.any_of(path, &field.shapes, value);
        if self.mismatches.len() == before {
            self.limits(path, &field.limits, value);
        }
        if let (true, Value::String(text)) = (field.file, value)
            && let Some(part) = text.strip_prefix("attach://")
        {
            match self.uploaded.iter().find(|uploaded| **uploaded == part) {
                Some(part) => self.used.push(part),
                None => self.note(path, format_args!("speaks of `{part}`, which is not uploaded")),
            }
        }
    }

    /// Compares a value with the shape it resembles most.
    fn any_of(&mut self, path: &Path, shapes: &[Shape], value: &Value) {
        match value {
            Value::Array(items) => {
                // An album's type is "Array of photos" or "Array of videos", but it may mix them.
                let of_items: Vec<&Shape> = shapes.iter().filter_map(Shape::item).collect();
                if of_items.is_empty() {
                    return self.wrong_type(path, shapes);
                }
                for (index, item) in items.iter().enumerate() {
                    self.one_value(&Path::Index(path, index), &of_items, item);
                }
            }
            _ => self.one_value(path, &shapes.iter().collect::<Vec<_>>(), value),
        }
    }

    fn one_value(&mut self, path: &Path, shapes: &[&Shape], value: &Value) {
        match value {
            Value::Object(values) => match closest(shapes, values, self.answer) {
                Some(object) => self.fields(path, object, values),
                None => self.wrong_type(path, shapes.iter().copied()),
            },
            Value::Array(_) => {
                // An array within an array, or a type that may be an array of itself.
                let arrays = unfolded(shapes).filter_map(Shape::item);
                match arrays.collect::<Vec<_>>().as_slice() {
                    [] => self.wrong_type(path, shapes.iter().copied()),
                    items => {
                        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                            self.one_value(&Path::Index(path, index), items, item);
                        }
                    }
                }
            }
            _ => {
                if !unfolded(shapes).any(|shape| shape.takes(value)) {
                    self.wrong_type(path, shapes.iter().copied());
                }
            }
        }
    }

    fn wrong_type<'s>(&mut self, path: &Path, shapes: impl IntoIterator<Item = &'s Shape>) {
        let names: Vec<String> = shapes.into_iter().map(|shape| API.name_of(shape)).collect();
        self.note(path, format_args!("must be {}", names.join(" or ")));
    }

    fn limits(&mut self, path: &Path, limits: &Limits, value: &Value) {
        match value {
            Value::String(text) => self.text_limits(path, limits, text),
            Value::Array(items) => self.within(path, limits.items, items.len(), "items"),
            _ => {
                if let (Some((least, most)), Some(number)) = (limits.range, value.as_i64())
                    && !(least..=most).contains(&number)
                {
                    self.note(path, format_args!("is {number}, {least} to {most} are allowed"));
                }
            }
        }
    }

    fn text_limits(&mut self, path: &Path, limits: &Limits, text: &str) {
        if !limits.after_entities {
            if limits.chars.is_some() {
                self.within(path, limits.chars, text.chars().count(), "characters");
            }
            self.within(path, limits.bytes, text.len(), "bytes");
        }
        if limits.constant.is_some_and(|constant| constant != text) {
            self.note(path, format_args!("must be {:?}", limits.constant.unwrap_or_default()));
        }
        let known = |text: &str| match path.name() {
            Some(name) if name.ends_with("parse_mode") => {
                // Any case will do, and so will nothing at all.
                ["", "none"].iter().chain(&limits.one_of).any(|mode| text.eq_ignore_ascii_case(mode))
            }
            _ => limits.one_of.contains(&text),
        };
        if !limits.one_of.is_empty() && !known(text) {
            self.note(path, format_args!("is {text:?}, none of {}", limits.one_of.join(", ")));
        }
    }

    fn within(&mut self, path: &Path, limit: Option<(usize, usize)>, count: usize, what: &str) {
        if let Some((least, most)) = limit
            && !(least..=most).contains(&count)
        {
            self.note(path, format_args!("has {count} {what}, {least} to {most} are allowed"));
        }
    }
}

impl Shape {
    fn item(&self) -> Option<&Shape> {
        match self {
            Shape::Array(item) => Some(item),
            _ => None,
        }
    }

    /// Does a plain value fit?
    fn takes(&self, value: &Value) -> bool {
        match self {
            Shape::Integer => value.is_i64(),
            Shape::Float => value.is_number(),
            Shape::Text | Shape::File => value.is_string(),
            Shape::Boolean => value.is_boolean(),
            Shape::Array(_) | Shape::Object(_) => false,
        }
    }
}

/// Shapes with the subtypes they stand for.
fn unfolded<'s>(shapes: &'s [&'s Shape]) -> impl Iterator<Item = &'s Shape> {
    shapes.iter().flat_map(|shape| {
        let subtypes = match shape {
            Shape::Object(place) => API.object(*place).subtypes.as_slice(),
            _ => &[],
        };
        if subtypes.is_empty() { std::slice::from_ref(*shape) } else { subtypes }
    })
}

/// The object type that a value resembles most: its mark fits, and least is missing.
fn closest(shapes: &[&Shape], values: &Map<String, Value>, answer: bool) -> Option<&'static Object> {
    let objects = unfolded(shapes).filter_map(|shape| match shape {
        Shape::Object(place) => Some(API.object(*place)),
        _ => None,
    });
    let fitting = objects.filter(|object| match object.mark {
        Some((field, mark)) => values.get(field).is_none_or(|value| value == mark),
        None => true,
    });
    fitting.min_by_key(|object| (missing(object, values, answer).count(), unknown(object, values)))
}

fn missing(
    object: &'static Object,
    values: &Map<String, Value>,
    answer: bool,
) -> impl Iterator<Item = &'static str> {
    let late = if answer { object.late.as_slice() } else { &[] };
    object.required.iter().chain(late).copied().filter(|name| !values.contains_key(*name))
}

fn unknown(object: &Object, values: &Map<String, Value>) -> usize {
    values.keys().filter(|name| object.field(name).is_none()).count()
}

/// Where a value stands in a request; written out only when there is something to say.
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    fn name(&self) -> Option<&str> {
        match self {
            Path::Key(_, name) => Some(name),
            _ => None,
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(Path::Root, name) => f.write_str(name),
            Path::Key(parent, name) => write!(f, "{parent}.{name}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
