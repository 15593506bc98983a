//! Who takes part, in numbers: as the desk shows it. Small groups are shown only together.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::cx::Cx;
use crate::groups::fold;
use crate::ids::AffiliationId;
use crate::people::Headcount;
use crate::people::store::belonging;
use crate::people::store::gathered::{self as store, Gathered};
use crate::text::Html;

/// How many people are in, and how many of each sector and region.
pub struct InNumbers {
    pub all: Headcount,
    /// None: they cannot be told apart without telling who is who.
    pub sectors: Option<Html>,
    pub regions: Option<Html>,
}

/// Counts them.
pub async fn count(cx: &mut Cx) -> Result<InNumbers> {
    let gathered = store::gathered(&mut cx.tx).await?;
    let labels = belonging::labels(&mut cx.tx, cx.me.lang).await?;
    let sum = |of: fn(&Gathered) -> u32| gathered.iter().map(|one| i64::from(of(one))).sum();
    let all = Headcount { joined: sum(|one| one.people), reachable: sum(|one| one.reachable) };
    let said = |of: fn(&Gathered) -> Option<AffiliationId>| {
        let mut cells: BTreeMap<Option<AffiliationId>, u32> = BTreeMap::new();
        for one in &gathered {
            *cells.entry(of(one)).or_default() += one.people;
        }
        let (ids, sizes): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
        let folding = fold(&sizes, cx.small_group)?;
        let name = |id: Option<AffiliationId>| {
            let label = id.and_then(|id| labels.get(&id)).map(|label| label.html());
            label.unwrap_or_else(|| Html::ours(cx.t().settings_not_said()))
        };
        let shown =
            folding.shown.iter().map(|at| name(ids[*at])).chain([Html::ours(cx.t().desk_other_groups())]);
        let parts = shown.zip(folding.gather(&sizes)).map(|(name, people)| format!("{name} — {people}"));
        Some(Html::ours(parts.collect::<Vec<_>>().join(" · ")))
    };
    Ok(InNumbers { all, sectors: said(|one| one.sector), regions: said(|one| one.region) })
}
