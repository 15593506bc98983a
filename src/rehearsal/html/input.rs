//! Markup read byte by byte: names, values of attributes, character references. The one thing to know: past
//! the end there are zeros, and a zero counts as white space.

pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b' ' | b'\t' | b'\n' | b'\x0b' | b'\r')
}

/// The markup being read.
pub struct Input<'a> {
    bytes: &'a [u8],
    /// The next byte.
    pub at: usize,
}

impl<'a> Input<'a> {
    pub fn new(raw: &'a str) -> Input<'a> {
        Input { bytes: raw.as_bytes(), at: 0 }
    }

    pub fn ahead(&self, distance: usize) -> u8 {
        self.bytes.get(self.at + distance).copied().unwrap_or(0)
    }

    pub fn peek(&self) -> u8 {
        self.ahead(0)
    }

    pub fn bump(&mut self) -> u8 {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    pub fn skip_spaces(&mut self) {
        while self.peek() != 0 && is_space(self.peek()) {
            self.at += 1;
        }
    }

    pub fn take(&mut self, wanted: impl Fn(u8) -> bool) -> String {
        let begin = self.at;
        while wanted(self.peek()) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.bytes[begin..self.at]).into_owned()
    }

    pub fn take_lowercase(&mut self, wanted: impl Fn(u8) -> bool) -> String {
        self.take(wanted).to_ascii_lowercase()
    }

    /// An attribute's value without quotes.
    pub fn name_token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let value = self.take_lowercase(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
        if is_space(self.peek()) || self.peek() == b'>' {
            Ok(value)
        } else {
            Err(format!("Unexpected end of name token at byte offset {begin}"))
        }
    }

    pub fn quoted(&mut self) -> String {
        let quote = self.bump();
        let mut value = Vec::new();
        while self.peek() != quote && self.peek() != 0 {
            if self.peek() == b'&'
                && let Some(code) = self.reference()
            {
                let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                value.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            } else {
                value.push(self.bump());
            }
        }
        if self.peek() == quote {
            self.at += 1;
        }
        String::from_utf8_lossy(&value).into_owned()
    }

    /// Reads a character reference; one that Telegram does not know stays where it is.
    pub fn reference(&mut self) -> Option<u32> {
        let rest = &self.bytes[self.at..];
        let run = |from: usize, wanted: fn(&u8) -> bool| {
            from + rest[from..].iter().take_while(|b| wanted(b)).count()
        };
        let (code, end) = if let Some(digits) = rest.strip_prefix(b"&#x") {
            let end = run(rest.len() - digits.len(), u8::is_ascii_hexdigit);
            (number(&rest[3..end], 16, end)?, end)
        } else if rest.starts_with(b"&#") {
            let end = run(2, u8::is_ascii_digit);
            (number(&rest[2..end], 10, end)?, end)
        } else {
            let end = run(1, u8::is_ascii_alphabetic);
            let c = match &rest[1..end] {
                b"lt" => '<',
                b"gt" => '>',
                b"amp" => '&',
                b"quot" => '"',
                _ => return None,
            };
            (u32::from(c), end)
        };
        let semicolon = rest.get(end) == Some(&b';');
        self.at += end + usize::from(semicolon);
        Some(code)
    }
}

/// The number of a reference `length` characters long.
fn number(digits: &[u8], radix: u32, length: usize) -> Option<u32> {
    let digits = std::str::from_utf8(digits).ok()?;
    let code = u32::from_str_radix(digits, radix).ok()?;
    (code != 0 && code < 0x10_ffff && length < 10).then_some(code)
}
