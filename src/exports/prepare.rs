//! From the tables to files: gathers what a file is made of with a reading connection, and has it written on a thread of
//! its own, where it disturbs nobody.

use std::sync::Arc;

use anyhow::{Context, Result};

use super::archive;
use super::cards::{self, NEUTRAL, Proposal as Card, Sheet};
use super::pdf::Picture;
use super::table::{self, Cell, Column, Table};
use super::{File, Made, own, report, store};
use crate::clock::Moment;
use crate::cx::start_link;
use crate::db::Db;
use crate::directions::Tag;
use crate::directions::store::tags;
use crate::directions::view::title;
use crate::keys::Keys;
use crate::l10n::{Lang, Texts};
use crate::outbox::worker::Outbox;
use crate::people::Person;
use crate::proposals::flow::link_code;
use crate::proposals::life::Untold;
use crate::proposals::view::life;
use crate::stop::Stop;
use crate::ui::action::{Export, ReportKind};
use crate::when;

/// How many cards' proposals are in a file at most, and how much of photos. Few enough to be printed and to be held in
/// memory; what is more goes into further files.
const IN_A_FILE: usize = 2_000;
const PHOTOS_IN_A_FILE: usize = 20_000_000;
/// More files than these are no help to anybody.
const MOST_FILES: usize = 10;
/// How many proposals are read together.
pub const PIECE: u32 = 1000;

/// What files are made of.
#[derive(Debug)]
pub struct Making {
    pub db: Db,
    /// Through which photos come from Telegram.
    pub outbox: Arc<Outbox>,
    pub keys: Keys,
    /// The bot's user name, for links.
    pub bot_name: String,
    /// No breakdown shows fewer people than that.
    pub small_group: u32,
}

impl Making {
    /// Makes files for somebody. None: told to stop meanwhile.
    pub async fn make(&self, what: Export, person: &Person, now: Moment, stop: Stop) -> Result<Option<Made>> {
        match what {
            Export::Own => self.own(person, now).await.map(Some),
            Export::ProposalsXlsx | Export::ProposalsCsv => self.proposals(person.lang, what).await.map(Some),
            Export::Cards => self.cards(person, stop).await,
            Export::Report(report) => {
                let gathered =
                    report::gather::gather(self, person.lang, report.since, report.until, now).await?;
                let (name, bytes) = match report.kind {
                    ReportKind::Pdf => ("pdf", on_a_thread(move || report::pdf::write(&gathered)).await?),
                    ReportKind::Docx => ("docx", on_a_thread(move || report::docx::write(&gathered)).await?),
                };
                Ok(Some(Made::files(vec![File { name: format!("merezha-report.{name}"), bytes }])))
            }
            Export::Archive => {
                let bytes = archive::gather(self, person.lang, now).await?;
                Ok(Some(Made::files(vec![File { name: "merezha.zip".into(), bytes }])))
            }
        }
    }

    /// Everything that is kept of somebody.
    async fn own(&self, person: &Person, now: Moment) -> Result<Made> {
        let mut conn = self.db.readers().acquire().await.context("Read somebody's own data")?;
        let data = own::gather(&mut conn, &self.keys, person, now).await?;
        let json = serde_json::to_vec_pretty(&data).context("Write somebody's own data")?;
        let html = own::html::write(person.lang, &data);
        Ok(Made::files(vec![
            File { name: "mydata.html".into(), bytes: html.into_bytes() },
            File { name: "mydata.json".into(), bytes: json },
        ]))
    }

    /// All proposals as a table.
    async fn proposals(&self, lang: Lang, what: Export) -> Result<Made> {
        let t = lang.texts();
        let mut conn = self.db.readers().acquire().await.context("Read tags")?;
        let tags = tags::all(&mut conn).await?;
        drop(conn);
        let mut table = Table { title: t.exports_sheet(), columns: columns(t), rows: Vec::new() };
        let mut after = None;
        loop {
            let mut conn = self.db.readers().acquire().await.context("Read proposals")?;
            let piece = store::proposals(&mut conn, after, PIECE).await?;
            let Some(last) = piece.last() else { break };
            let steps = store::steps(&mut conn, after, last.id).await?;
            drop(conn);
            after = Some(last.id);
            table.rows.extend(piece.iter().map(|one| self.row(lang, one, &tags, &steps)));
        }
        if table.rows.is_empty() {
            return Ok(Made::Nothing);
        }
        let file = match what {
            Export::ProposalsCsv => ("proposals.csv", on_a_thread(move || table::csv::write(&table)).await?),
            _ => ("proposals.xlsx", on_a_thread(move || table::xlsx::write(&table)).await?),
        };
        Ok(Made::files(vec![File { name: file.0.into(), bytes: file.1 }]))
    }

    /// All published proposals as cards to print. None: told to stop meanwhile.
    async fn cards(&self, person: &Person, mut stop: Stop) -> Result<Option<Made>> {
        let t = person.lang.texts();
        let sheet = Sheet { title: t.exports_cards_title(), hint: t.exports_cards_hint(), lang: person.lang };
        let (mut files, mut waiting, mut photos, mut after) = (Vec::new(), Vec::new(), 0, None);
        loop {
            let mut conn = self.db.readers().acquire().await.context("Read proposals")?;
            let piece = store::proposals(&mut conn, after, PIECE).await?;
            drop(conn);
            let Some(last) = piece.last() else { break };
            after = Some(last.id);
            for one in piece.into_iter().filter(|one| one.state.is_public()) {
                let photo = match &one.photo {
                    Some(file) => tokio::select! {
                        photo = self.outbox.fetch(file) => photo,
                        () = stop.wait() => return Ok(None),
                    },
                    None => None,
                };
                let bytes = photo.as_ref().map_or(0, Vec::len);
                if waiting.len() == IN_A_FILE || photos + bytes > PHOTOS_IN_A_FILE {
                    files.push(printed(&sheet, std::mem::take(&mut waiting)).await?);
                    photos = 0;
                }
                if files.len() == MOST_FILES {
                    return Ok(Some(Made::TooLarge));
                }
                photos += bytes;
                waiting.push((self.card(t, one), photo));
            }
        }
        if !waiting.is_empty() {
            files.push(printed(&sheet, waiting).await?);
        }
        if files.is_empty() {
            return Ok(Some(Made::Nothing));
        }
        let only = files.len() == 1;
        let name = |at: usize| if only { "cards.pdf".into() } else { format!("cards-{at}.pdf") };
        let named = (1..).zip(files).map(|(at, bytes)| File { name: name(at), bytes });
        Ok(Some(Made::files(named.collect())))
    }

    fn card(&self, t: &Texts, one: store::Listed) -> Card {
        let drawn = one.photo.is_some();
        let words = one.words.map(|words| words.plain().to_owned());
        Card {
            number: t.proposal_number(one.id.0),
            call: one.question.plain().to_owned(),
            words: words.unwrap_or_else(|| if drawn { String::new() } else { t.proposal_drawing() }),
            picture: None,
            link: start_link(&self.bot_name, &link_code(one.id)),
            direction: one.direction_name.map_or_else(String::new, |name| name.plain().to_owned()),
            colour: one.shade.map_or(NEUTRAL, cards::colour),
        }
    }

    fn row(&self, lang: Lang, one: &store::Listed, tags: &[Tag], steps: &[Untold]) -> Vec<Cell> {
        let t = lang.texts();
        let published = one.state.is_public();
        let drawn = match (published, one.photo.is_some()) {
            (false, _) => Cell::Empty,
            (true, true) => Cell::Text(t.exports_yes()),
            (true, false) => Cell::Text(t.exports_no()),
        };
        let sums = one.sums(self.small_group);
        let count = |count: Option<u32>| count.map_or(Cell::Empty, |count| Cell::Number(i64::from(count)));
        let text = |words: String| if words.is_empty() { Cell::Empty } else { Cell::Text(words) };
        vec![
            Cell::Number(one.id.0),
            Cell::Text(one.question.plain().to_owned()),
            one.words.as_ref().map_or(Cell::Empty, |words| Cell::Text(words.plain().to_owned())),
            drawn,
            Cell::Text(match published {
                true => life::stage(t, one.state).unwrap_or_else(|| t.proposal_state_published()),
                false => t.proposal_state_withdrawn(),
            }),
            text(one.direction_name.as_ref().map(|name| name.plain().to_owned()).unwrap_or_default()),
            text(one.tags(tags).iter().map(|tag| title(t, &tag.title)).collect::<Vec<_>>().join(", ")),
            text(life::plain_thread(
                lang,
                steps.iter().filter(|of| of.proposal == one.id).map(|of| &of.step),
            )),
            Cell::Time(when::in_kyiv(one.handed_in_at)),
            count(sums.map(|sums| sums.agree)),
            count(sums.map(|sums| sums.disagree)),
            count(sums.map(|sums| sums.passed())),
            if published { Cell::Link(start_link(&self.bot_name, &link_code(one.id))) } else { Cell::Empty },
        ]
    }
}

fn columns(t: &Texts) -> Vec<Column> {
    [
        (t.exports_column_number(), 6),
        (t.exports_column_call(), 32),
        (t.exports_column_words(), 70),
        (t.exports_column_photo(), 10),
        (t.exports_column_state(), 14),
        (t.exports_column_direction(), 24),
        (t.exports_column_tags(), 20),
        (t.exports_column_life(), 40),
        (t.exports_column_time(), 18),
        (t.exports_column_agree(), 10),
        (t.exports_column_disagree(), 12),
        (t.exports_column_passed(), 14),
        (t.exports_column_link(), 46),
    ]
    .map(|(heading, width)| Column { heading, width })
    .into()
}

/// Cards with their photos. A drawing that cannot be had is said to be one.
async fn printed(sheet: &Sheet, cards: Vec<(Card, Option<Vec<u8>>)>) -> Result<Vec<u8>> {
    let (sheet, lost) = (sheet.clone(), sheet.lang.texts().proposal_drawing());
    on_a_thread(move || {
        let cards = cards.into_iter().map(|(card, photo)| {
            let picture = photo.and_then(Picture::read);
            let words = if picture.is_none() && card.words.is_empty() { lost.clone() } else { card.words };
            Card { picture, words, ..card }
        });
        cards::write(&sheet, &cards.collect::<Vec<_>>())
    })
    .await
}

/// Writing takes long enough to hold others up.
async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.context("Write a file")?
}
