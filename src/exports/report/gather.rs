//! From the tables to a report.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::store::{self, Listed};
use super::{Bar, Block, Part, Report};
use crate::clock::Moment;
use crate::directions::Shade;
use crate::exports::archive::store as people;
use crate::exports::prepare::Making;
use crate::groups::fold;
use crate::ids::{AffiliationId, SessionId};
use crate::l10n::{Lang, Texts};
use crate::people::store::belonging;
use crate::picture::{ACCENT, Colour, MUTED};
use crate::stances::unity::{Sums, Unity, dividers, unifiers};
use crate::stances::view::unity;
use crate::stances::{Breakdown, NotYet, Placed, break_down};
use crate::ui::action::Dimension;
use crate::ui::state::Idea;
use crate::votes;
use crate::when;
use crate::{proposals, sessions};

/// How many proposals are listed under each direction.
const LISTED: u32 = 60;
/// How many unifiers and dividers are listed.
const RANKED: usize = 5;
/// How many votes and outcomes are told of.
const VOTES: usize = 30;
/// See [`VOTES`].
const OUTCOMES: u32 = 200;
/// How much of a proposal stands beside what became of it, in UTF-16 units.
const BEGINNING: usize = 200;

/// The time that a report tells of: from the beginning of one session to that of another.
#[derive(Debug, Clone, Copy)]
struct Time {
    from: Moment,
    until: Moment,
}

/// What a report is made with.
struct Gathering<'a> {
    conn: &'a mut SqliteConnection,
    lang: Lang,
    t: &'static Texts,
    least: u32,
    time: Time,
    now: Moment,
}

/// The report of the time since a session (none: from the beginning) until another (none: until now).
pub async fn gather(
    making: &Making,
    lang: Lang,
    since: Option<SessionId>,
    until: Option<SessionId>,
    now: Moment,
) -> Result<Report> {
    let mut conn = making.db.readers().acquire().await.context("Read what a report is made of")?;
    let t = lang.texts();
    let since = session(&mut conn, since).await?;
    let until = session(&mut conn, until).await?;
    let time = Time {
        from: since.as_ref().map_or(Moment(0), |session| session.starts_at),
        until: until.as_ref().map_or(now, |session| session.starts_at),
    };
    let named = |session: &store::Session| {
        t.report_bound(session.title.plain(), when::say_day(lang, session.starts_at, now))
    };
    let from = since.as_ref().map_or_else(|| t.report_from_beginning(), named);
    let to = until.as_ref().map_or_else(|| t.report_until_now(when::say_day(lang, now, now)), named);
    let mut gathering = Gathering { conn: &mut conn, lang, t, least: making.small_group, time, now };
    let parts = vec![
        gathering.people().await?,
        gathering.proposals().await?,
        gathering.unity().await?,
        gathering.votes().await?,
        gathering.decisions().await?,
        gathering.next().await?,
    ];
    let subtitle = t.report_subtitle(from, to);
    Ok(Report { lang, title: t.report_title(), subtitle, contents: t.report_contents(), parts })
}

async fn session(conn: &mut SqliteConnection, id: Option<SessionId>) -> Result<Option<store::Session>> {
    match id {
        Some(id) => store::session(conn, id).await,
        None => Ok(None),
    }
}

impl Gathering<'_> {
    /// How many people there are, and in which groups.
    async fn people(&mut self) -> Result<Part> {
        let t = self.t;
        let sectors = people::sectors(self.conn).await?;
        let regions = people::regions(self.conn).await?;
        let all: u32 = sectors.iter().map(|(_, people)| people).sum();
        let joined = store::joined(self.conn, self.time.from, self.time.until).await?;
        let mut blocks = vec![Block::Text(t.report_people(all, joined))];
        let labels = belonging::labels(self.conn, self.lang).await?;
        for (heading, groups) in [(t.report_sectors(), sectors), (t.report_regions(), regions)] {
            let name = |id: Option<AffiliationId>| {
                let label = id.and_then(|id| labels.get(&id)).map(|label| label.plain().to_owned());
                label.unwrap_or_else(|| t.settings_not_said())
            };
            let named = groups.into_iter().map(|(id, people)| (name(id), people)).collect::<Vec<_>>();
            blocks.push(Block::Heading(heading));
            blocks.push(match self.folded(&named, all) {
                Some(bars) => Block::Bars(bars),
                None => Block::Quiet(t.report_groups_small(self.least)),
            });
        }
        Ok(Part { heading: t.report_people_heading(), blocks })
    }

    /// Small groups together; none: they cannot be told apart without telling who is who.
    fn folded(&self, groups: &[(String, u32)], all: u32) -> Option<Vec<Bar>> {
        let sizes: Vec<u32> = groups.iter().map(|(_, people)| *people).collect();
        let folding = fold(&sizes, self.least)?;
        let names = folding.shown.iter().map(|&at| groups[at].0.clone()).chain([self.t.unity_others()]);
        let bars = names.zip(folding.gather(&sizes)).map(|(label, people)| Bar {
            label,
            value: people.to_string(),
            share: f64::from(people) / f64::from(all.max(1)),
            colour: ACCENT,
        });
        Some(bars.collect())
    }

    /// What was handed in, by direction.
    async fn proposals(&mut self) -> Result<Part> {
        let t = self.t;
        let Time { from, until } = self.time;
        let piles = store::piles(self.conn, from, until).await?;
        let all: u32 = piles.iter().map(|pile| pile.count).sum();
        let mut blocks = vec![Block::Text(t.report_proposals(all))];
        let name = |pile: &store::Pile| {
            pile.name.as_ref().map_or_else(|| t.report_no_direction(), |name| name.plain().to_owned())
        };
        if piles.len() > 1 {
            let bars = piles.iter().map(|pile| Bar {
                label: name(pile),
                value: pile.count.to_string(),
                share: f64::from(pile.count) / f64::from(all.max(1)),
                colour: pile.shade.map_or(MUTED, colour),
            });
            blocks.push(Block::Bars(bars.collect()));
        }
        for pile in &piles {
            blocks.push(Block::Heading(name(pile)));
            let listed = store::under(self.conn, pile.direction, from, until, LISTED).await?;
            let more = pile.count - u32::try_from(listed.len()).unwrap_or(pile.count);
            blocks.extend(listed.iter().map(|one| self.item(one)));
            if more > 0 {
                blocks.push(Block::Quiet(t.report_more(more)));
            }
        }
        Ok(Part { heading: t.report_proposals_heading(), blocks })
    }

    fn item(&self, one: &Listed) -> Block {
        let sums = Sums { agree: one.agree, disagree: one.disagree, seen: one.seen };
        let sums = Some(sums).filter(|sums| sums.seen >= self.least);
        let notes = [Some(one.question.plain().to_owned()), sums.map(|sums| self.sums(sums))];
        Block::Item {
            lead: self.t.proposal_number(one.id.0),
            words: self.words(one.words.as_ref(), usize::MAX),
            notes: notes.into_iter().flatten().collect(),
        }
    }

    /// In words: the chat's signs are none that the letters of a page have.
    fn sums(&self, sums: Sums) -> String {
        self.t.report_sums(sums.agree, sums.disagree, sums.passed())
    }

    fn words(&self, words: Option<&Idea>, units: usize) -> String {
        words.map_or_else(
            || self.t.proposal_drawing(),
            |words| if units == usize::MAX { words.plain().to_owned() } else { words.beginning(units) },
        )
    }

    /// What unites and what divides, as things stand now.
    async fn unity(&mut self) -> Result<Part> {
        let t = self.t;
        let mut blocks = vec![Block::Quiet(t.report_as_of(when::say_day(self.lang, self.now, self.now)))];
        let mut shown = None;
        let mut why = NotYet::Groups;
        // Sectors, unless only regions can be told apart.
        for dimension in [Dimension::Sector, Dimension::Region] {
            let groups = crate::stances::store::groups(self.conn, dimension).await?;
            let counted = crate::stances::store::count(self.conn, dimension, &groups, None).await?;
            match break_down(&groups, &counted, self.least) {
                Ok(breakdown) => {
                    shown = Some((dimension, breakdown));
                    break;
                }
                Err(not_yet) => why = not_yet,
            }
        }
        match shown {
            Some((dimension, breakdown)) => self.ranked(dimension, breakdown, &mut blocks).await?,
            None => blocks.push(Block::Text(match why {
                NotYet::Groups => t.unity_not_yet_groups(self.least),
                NotYet::Proposals => t.unity_not_yet_proposals(self.least),
            })),
        }
        Ok(Part { heading: t.report_unity_heading(), blocks })
    }

    async fn ranked(
        &mut self,
        dimension: Dimension,
        shown: Breakdown,
        blocks: &mut Vec<Block>,
    ) -> Result<()> {
        let t = self.t;
        let labels = belonging::list(self.conn, dimension).await?;
        let names = unity::names(self.lang, dimension, &shown.cells, &labels);
        let all: Vec<Unity> = shown.proposals.iter().map(|placed| placed.unity).collect();
        let uniting = unifiers(&all).into_iter().filter(|&at| all[at].unites()).take(RANKED);
        let lists = [
            (t.unity_unifiers(), t.unity_nothing_unites(), uniting.collect::<Vec<_>>()),
            (
                t.unity_dividers(),
                t.unity_nothing_divides(),
                dividers(&all).into_iter().take(RANKED).collect(),
            ),
        ];
        for (heading, none, order) in lists {
            blocks.push(Block::Heading(plain(&heading)));
            if order.is_empty() {
                blocks.push(Block::Text(none));
            }
            for at in order {
                blocks.push(self.placed(&shown.proposals[at], &names).await?);
            }
        }
        let dots = unity::dots(self.lang, dimension, &shown);
        let png =
            tokio::task::spawn_blocking(move || crate::picture::dots(&dots)).await.context("Draw dots")?;
        blocks.push(Block::Picture(png));
        Ok(())
    }

    async fn placed(&mut self, placed: &Placed, names: &[String]) -> Result<Block> {
        let proposal = proposals::store::get(self.conn, placed.proposal).await?;
        let words = proposal.and_then(|proposal| proposal.words);
        let stands = |(name, sums): (&String, &Sums)| {
            format!("{name}: {}. {}", self.t.percent(unity::percent(sums.p())), self.sums(*sums))
        };
        Ok(Block::Item {
            lead: self.t.proposal_number(placed.proposal.0),
            words: self.words(words.as_ref(), usize::MAX),
            notes: names.iter().zip(&placed.groups).map(stands).collect(),
        })
    }

    /// The votes that were decided, as everyone was told.
    async fn votes(&mut self) -> Result<Part> {
        let t = self.t;
        let ids = store::votes(self.conn, self.time.from, self.time.until).await?;
        let mut blocks = Vec::new();
        if ids.is_empty() {
            blocks.push(Block::Text(t.report_no_votes()));
        }
        let labels = belonging::labels(self.conn, self.lang).await?;
        for id in ids.into_iter().rev().take(VOTES).rev() {
            let vote = votes::store::get(self.conn, id).await?;
            let counted = votes::store::result(self.conn, id).await?;
            let (Some(vote), Some(counted)) = (vote, counted) else { continue };
            blocks.push(Block::Heading(vote.title.plain().to_owned()));
            let drawn = votes::view::result::drawn(t, &vote, &counted, &labels);
            blocks.push(Block::Text(drawn.subtitle.clone()));
            let options = drawn.rows.iter().map(|row| {
                let lead = match row.standing {
                    crate::picture::Standing::Won => t.report_won(),
                    crate::picture::Standing::Tied => t.report_tied(),
                    crate::picture::Standing::Lost => String::new(),
                };
                Block::Item { lead, words: format!("{}: {}", row.label, row.value), notes: Vec::new() }
            });
            blocks.extend(options);
            let pictures = tokio::task::spawn_blocking(move || crate::picture::bars(&drawn))
                .await
                .context("Draw bars")?;
            blocks.extend(pictures.into_iter().map(Block::Picture));
        }
        Ok(Part { heading: t.report_votes_heading(), blocks })
    }

    /// How far proposals came.
    async fn decisions(&mut self) -> Result<Part> {
        let t = self.t;
        let became = store::became(self.conn, self.time.from, self.time.until, OUTCOMES).await?;
        let mut blocks = Vec::new();
        if became.is_empty() {
            blocks.push(Block::Text(t.report_no_decisions()));
        }
        for (code, heading) in [
            ("chosen", t.report_chosen()),
            ("in-work", t.report_in_work()),
            ("done", t.report_done()),
            ("dropped", t.report_dropped()),
        ] {
            let of_kind: Vec<_> = became.iter().filter(|one| one.became == code).collect();
            if of_kind.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(heading));
            blocks.extend(of_kind.into_iter().map(|one| Block::Item {
                lead: t.proposal_number(one.proposal.0),
                words: self.words(one.words.as_ref(), BEGINNING),
                notes: Vec::new(),
            }));
        }
        Ok(Part { heading: t.report_decisions_heading(), blocks })
    }

    /// The session that comes next.
    async fn next(&mut self) -> Result<Part> {
        let t = self.t;
        let id = store::next_session(self.conn, self.time.until).await?;
        let session = match id {
            Some(id) => sessions::store::get(self.conn, id).await?,
            None => None,
        };
        let blocks = match session {
            None => vec![Block::Text(t.report_no_next())],
            Some(session) => {
                let details = session.details;
                let mut blocks = vec![
                    Block::Heading(details.title.plain().to_owned()),
                    Block::Text(when::say_span(self.lang, details.span, self.now)),
                ];
                blocks.extend(details.place.map(|place| Block::Text(place.plain().to_owned())));
                blocks.extend(details.agenda.map(|agenda| Block::Text(agenda.plain().to_owned())));
                blocks
            }
        };
        Ok(Part { heading: t.report_next_heading(), blocks })
    }
}

/// A text of ours without its tags.
fn plain(text: &str) -> String {
    text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
}

/// The colour of a direction on paper.
fn colour(shade: Shade) -> Colour {
    match shade {
        Shade::Red => Colour(0xC0, 0x2B, 0x2B),
        Shade::Orange => Colour(0xC2, 0x62, 0x0C),
        Shade::Yellow => Colour(0xB0, 0x8A, 0x00),
        Shade::Green => Colour(0x2E, 0x7D, 0x32),
        Shade::Blue => Colour(0x14, 0x57, 0xC2),
        Shade::Violet => Colour(0x6A, 0x3F, 0xB5),
        Shade::Brown => Colour(0x7A, 0x4E, 0x2D),
        Shade::Black => Colour(0x2B, 0x2B, 0x2B),
    }
}
