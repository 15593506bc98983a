//! Long lists, a page at a time: where a page begins, and the buttons to the others.

use super::View;
use crate::l10n::Texts;
use crate::ui::action::Action;

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// Counted from 0.
    pub page: u32,
    /// How many there are; at least one.
    pub pages: u32,
    /// How many things a page shows.
    size: u32,
}

impl Paging {
    /// The page that is asked for, or the last one: a list may have become shorter since the button was made.
    pub fn new(page: u32, size: u32, things: impl TryInto<u32>) -> Self {
        let pages = things.try_into().unwrap_or(u32::MAX).div_ceil(size).max(1);
        Self { page: page.min(pages - 1), pages, size }
    }

    /// How many things come before this page.
    pub fn offset(self) -> u32 {
        self.page * self.size
    }

    /// What this page shows of a whole list.
    pub fn cut<T>(self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter().skip(self.offset() as usize).take(self.size as usize)
    }
}

impl View {
    /// Adds arrows to the pages before and after, from the last one on to the first; none where there is one page.
    #[must_use]
    pub fn pager(self, t: &Texts, at: Paging, to: impl Fn(u32) -> Action) -> Self {
        if at.pages < 2 {
            return self;
        }
        let before = at.page.checked_sub(1).unwrap_or(at.pages - 1);
        self.row([
            (t.previous_page(), to(before)),
            (format!("{} / {}", at.page + 1, at.pages), to(at.page)),
            (t.next_page(), to((at.page + 1) % at.pages)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::Lang;
    use crate::text::Html;

    #[test]
    fn a_list_is_cut_where_its_pages_say() {
        let all: Vec<u32> = (0..7).collect();
        let page = |page| Paging::new(page, 3, all.len()).cut(all.iter().copied()).collect::<Vec<_>>();
        assert_eq!([page(0), page(1), page(2)], [vec![0, 1, 2], vec![3, 4, 5], vec![6]]);
        assert_eq!(page(9), [6], "it was longer once");
        assert_eq!(Paging::new(0, 3, 0usize).pages, 1);
    }

    #[test]
    fn arrows_go_round_and_one_page_has_none() {
        let arrows = |page, things: u32| {
            let view = View::text(Html::default());
            let view = view.pager(Lang::En.texts(), Paging::new(page, 3, things), Action::Proposals);
            view.keyboard.concat().into_iter().map(|button| button.does).collect::<Vec<_>>()
        };
        let pages = |pages: [u32; 3]| {
            pages.map(|page| crate::ui::view::Does::Press(Action::Proposals(page).encode())).to_vec()
        };
        assert_eq!(arrows(0, 3), []);
        assert_eq!(arrows(0, 7), pages([2, 0, 1]));
        assert_eq!(arrows(2, 7), pages([1, 2, 0]));
    }
}
