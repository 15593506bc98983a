//! The description of the Bot API in a form that is quick to check against: names of types are resolved to
//! places in one list. Read once, at first use.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

/// The description, shared by all.
pub static API: LazyLock<Api> = LazyLock::new(Api::read);

/// Old parameters that the server still reads: (a field that came in their stead, the old name, its type).
const OLD: [(&str, &str, &str); 6] = [
    ("reply_parameters", "reply_to_message_id", "Integer"),
    ("reply_parameters", "allow_sending_without_reply", "Boolean"),
    ("link_preview_options", "disable_web_page_preview", "Boolean"),
    ("thumbnail", "thumb", "InputFile"),
    ("correct_option_ids", "correct_option_id", "Integer"),
    ("exclude_limited_upgradable", "exclude_limited", "Boolean"),
];

/// Old names that the server still answers to.
const OLD_METHODS: [(&str, &str); 2] =
    [("kickchatmember", "banChatMember"), ("getchatmemberscount", "getChatMemberCount")];

/// Fields of objects that bots send which became required late: the server takes them as optional.
const LATE: [(&str, &str); 2] =
    [("ChatAdministratorRights", "can_send_welcome_messages"), ("AcceptedGiftTypes", "gifts_from_channels")];

/// Strings of these names in objects that bots send may be `attach://part`.
const FILE_FIELDS: [&str; 7] = ["media", "thumbnail", "cover", "sticker", "photo", "video", "animation"];

/// All methods and types.
pub struct Api {
    methods: Vec<Method>,
    /// Methods by their name as documented and in small letters.
    by_name: HashMap<String, usize>,
    objects: Vec<Object>,
}

/// A method: its parameters are the fields of an object.
pub struct Method {
    pub object: Object,
    pub returns: Vec<Shape>,
}

/// Named fields, or one of several subtypes.
pub struct Object {
    pub name: &'static str,
    fields: HashMap<&'static str, Field>,
    /// What must be there.
    pub required: Vec<&'static str>,
    /// What must be there, but only in answers.
    pub late: Vec<&'static str>,
    /// What tells the type apart from its sisters: (field, value).
    pub mark: Option<(&'static str, &'static str)>,
    pub subtypes: Vec<Shape>,
}

/// One field of an object.
pub struct Field {
    pub shapes: Vec<Shape>,
    pub limits: Limits,
    /// May a string name an uploaded part?
    pub file: bool,
}

/// What a value must look like.
#[derive(PartialEq)]
pub enum Shape {
    Integer,
    Float,
    Text,
    Boolean,
    File,
    Array(Box<Shape>),
    /// A place in the list of objects.
    Object(usize),
}

/// Bounds of a value; both ends are included.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Limits {
    pub chars: Option<(usize, usize)>,
    pub bytes: Option<(usize, usize)>,
    pub items: Option<(usize, usize)>,
    pub range: Option<(i64, i64)>,
    #[serde(rename = "const")]
    pub constant: Option<&'static str>,
    pub one_of: Vec<&'static str>,
    pub after_entities: bool,
}

impl Api {
    /// A method by its name in any case.
    pub fn method(&self, name: &str) -> Option<&Method> {
        let place = self.by_name.get(name).or_else(|| self.by_name.get(&name.to_ascii_lowercase()))?;
        Some(&self.methods[*place])
    }

    /// The object a shape speaks of.
    pub fn object(&self, place: usize) -> &Object {
        &self.objects[place]
    }

    /// How the documentation calls a shape.
    pub fn name_of(&self, shape: &Shape) -> String {
        match shape {
            Shape::Integer => "Integer".into(),
            Shape::Float => "Float".into(),
            Shape::Text => "String".into(),
            Shape::Boolean => "Boolean".into(),
            Shape::File => "InputFile".into(),
            Shape::Array(item) => format!("Array of {}", self.name_of(item)),
            Shape::Object(place) => self.object(*place).name.into(),
        }
    }

    fn read() -> Api {
        let raw: Raw =
            serde_json::from_str(include_str!("../api.min.json")).expect("the file is part of the program");
        let places: Places = raw.types.keys().copied().zip(0..).collect();
        let objects = raw.types.into_values().map(|object| object.resolved(&places)).collect();
        let methods: Vec<Method> =
            raw.methods.into_values().map(|method| method.into_method(&places)).collect();

        let mut by_name = HashMap::new();
        for (place, method) in methods.iter().enumerate() {
            by_name.insert(method.object.name.to_owned(), place);
            by_name.insert(method.object.name.to_ascii_lowercase(), place);
        }
        for (old, new) in OLD_METHODS {
            by_name.insert(old.into(), by_name[new]);
        }
        Api { methods, by_name, objects }
    }
}

impl Object {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.get(name)
    }
}

type Places = BTreeMap<&'static str, usize>;

#[derive(Deserialize)]
struct Raw {
    #[serde(borrow)]
    methods: BTreeMap<&'static str, RawObject>,
    #[serde(borrow)]
    types: BTreeMap<&'static str, RawObject>,
}

#[derive(Deserialize)]
struct RawObject {
    name: &'static str,
    fields: Vec<RawField>,
    #[serde(default)]
    subtypes: Vec<&'static str>,
    #[serde(default)]
    returns: Vec<&'static str>,
}

#[derive(Deserialize)]
struct RawField {
    name: &'static str,
    types: Vec<&'static str>,
    required: bool,
    #[serde(default)]
    limits: Limits,
}

impl RawObject {
    fn into_method(self, places: &Places) -> Method {
        let returns = shapes(&self.returns, places);
        Method { object: self.resolved(places), returns }
    }

    fn resolved(self, places: &Places) -> Object {
        let mut object = Object {
            name: self.name,
            fields: HashMap::new(),
            required: Vec::new(),
            late: Vec::new(),
            mark: self.fields.iter().find_map(|field| Some((field.name, field.limits.constant?))),
            subtypes: shapes(&self.subtypes, places),
        };
        for (neighbour, old, kind) in OLD {
            if self.fields.iter().any(|field| field.name == neighbour) {
                let field = Field {
                    shapes: shapes(&[kind], places),
                    limits: Limits::default(),
                    file: kind == "InputFile",
                };
                object.fields.insert(old, field);
            }
        }
        for field in self.fields {
            if field.required {
                let late = LATE.contains(&(self.name, field.name));
                if late { &mut object.late } else { &mut object.required }.push(field.name);
            }
            let named_file = self.name.starts_with("Input") && FILE_FIELDS.contains(&field.name);
            let file = field.types.contains(&"InputFile") || named_file;
            let shapes = shapes(&field.types, places);
            object.fields.insert(field.name, Field { shapes, limits: field.limits, file });
        }
        object
    }
}

fn shapes(names: &[&str], places: &Places) -> Vec<Shape> {
    names.iter().map(|name| shape(name, places)).collect()
}

fn shape(name: &str, places: &Places) -> Shape {
    match name {
        "Integer" => Shape::Integer,
        "Float" => Shape::Float,
        "String" => Shape::Text,
        "Boolean" => Shape::Boolean,
        "InputFile" => Shape::File,
        _ => match name.strip_prefix("Array of ") {
            Some(item) => Shape::Array(Box::new(shape(item, places))),
            None => Shape::Object(places[name]),
        },
    }
}
