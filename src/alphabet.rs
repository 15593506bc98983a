//! The order in which people look names up. By their numbers in Unicode, І and Є would come before А.

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
}
