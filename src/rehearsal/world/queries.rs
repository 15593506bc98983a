//! Presses that wait for an answer: each is answered once, and not too late.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::{Happened, TAP_LIFE, World};

/// Pressed buttons kept, answered or not.
const KEPT: usize = 10_000;

/// What the phone shows when the bot answers a press. All empty: only the progress bar goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toast {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default)]
    pub show_alert: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One press.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Query {
    pub person: i64,
    pub since: i64,
    pub answer: Option<Toast>,
}

/// The newest presses by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Queries {
    by_id: BTreeMap<String, Query>,
    order: VecDeque<String>,
}

impl Queries {
    /// A press, unless it was too long ago.
    pub fn get(&self, id: &str) -> Option<&Query> {
        self.by_id.get(id)
    }

    pub(super) fn add(&mut self, id: String, query: Query) {
        self.order.push_back(id.clone());
        self.by_id.insert(id, query);
        while self.order.len() > KEPT {
            if let Some(old) = self.order.pop_front() {
                self.by_id.remove(&old);
            }
        }
    }
}

impl World {
    /// Answers a press; `false` if it is unknown, too old or was answered before.
    pub fn answer_query(&mut self, id: &str, toast: Toast) -> bool {
        let now = self.now();
        let Some(query) = self.state.queries.by_id.get_mut(id) else {
            return false;
        };
        if query.answer.is_some() || now - query.since > TAP_LIFE {
            return false;
        }
        let person = query.person;
        query.answer = Some(toast.clone());
        if let Some(text) = toast.text {
            self.show_toast(person, &text, toast.show_alert);
        }
        self.tell(Happened::Quiet);
        true
    }

    fn show_toast(&mut self, person: i64, text: &str, alert: bool) {
        self.journal.show(person, text);
        self.tell(Happened::Toast { person, text: text.to_owned(), alert });
    }
}
