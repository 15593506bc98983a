//! The order in which people look names up, and how they find one by a part of it. By their numbers in Unicode, І and Є
//! would come before А.

/// The letters in order; whatever is not among them comes by its number, other Cyrillic letters right after.
const LETTERS: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
/// Where they stand: before all other Cyrillic letters, after the Latin ones.
const FIRST: u32 = 0x0400;

/// Puts things in order by their names; those of the same name stay as they are.
pub fn sort<T>(things: &mut [T], name: impl Fn(&T) -> &str) {
    things.sort_by_cached_key(|thing| key(name(thing)));
}

/// Apostrophes and letter case make no difference.
fn key(name: &str) -> Vec<u32> {
    let letters = name.chars().filter(|c| !matches!(c, '\'' | 'ʼ' | '’')).flat_map(char::to_lowercase);
    letters
        .map(|c| match LETTERS.chars().position(|letter| letter == c) {
            Some(at) => FIRST + u32::try_from(at).unwrap_or(0),
            None => u32::from(c),
        })
        .collect()
}

/// Whether somebody's name has every word that was typed in it, in any case, whatever apostrophe it is written with.
pub fn is_called(name: &str, typed: &str) -> bool {
    let name = folded(name);
    folded(typed).split_whitespace().all(|part| name.contains(part))
}

fn folded(text: &str) -> String {
    let text = text.to_lowercase();
    // Some phones write these letters as two characters.
    let text = text.replace("\u{456}\u{308}", "\u{457}").replace("\u{438}\u{306}", "\u{439}");
    text.chars().filter(|c| !is_apostrophe(*c)).collect()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{B4}' | '\u{2B9}' | '\u{2BC}' | '\u{2018}' | '\u{2019}' | '\u{2032}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_ukrainian_list() {
        let mut names = [
            "Ірина",
            "Ян",
            "андрій",
            "Єва",
            "Мар’яна",
            "Марія",
            "Їжак",
            "Іван",
            "Инна",
            "Zoe",
            "Євген",
            "Ґалаґан",
            "Гнат",
        ];
        sort(&mut names, |name| name);
        assert_eq!(
            names,
            [
                "Zoe",
                "андрій",
                "Гнат",
                "Ґалаґан",
                "Єва",
                "Євген",
                "Инна",
                "Іван",
                "Ірина",
                "Їжак",
                "Марія",
                "Мар’яна",
                "Ян"
            ]
        );
    }

    #[test]
    fn a_name_is_found_by_a_part_however_it_is_typed() {
        for typed in ["мар'яна", "МАРʼЯНА", "мар’ян", "марян", "їжак мар", "\u{456}\u{308}жак"]
        {
            assert!(is_called("Марʼяна Їжакевич", typed), "{typed}");
        }
        assert!(is_called("Знам'янська Ґаля", "ґаля знамʼян"));
        assert!(!is_called("Марʼяна Їжакевич", "мар петро"));
    }
}
