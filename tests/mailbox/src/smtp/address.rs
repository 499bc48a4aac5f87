//! The address between the angle brackets of MAIL and RCPT.

/// Splits `<ada@school.test> SIZE=10` into the address and what follows it. The address may be
/// empty, as a bounce's sender is. `None` when the brackets or the address are malformed.
pub(super) fn split(argument: &str) -> Option<(&str, &str)> {
    let inner = argument.trim_start().strip_prefix('<')?;
    let end = closing_bracket(inner)?;
    let (address, rest) = (&inner[..end], &inner[end + 1..]);
    let rest_is_apart = rest.is_empty() || rest.starts_with(' ');
    (rest_is_apart && is_plausible(address)).then_some((address, rest.trim()))
}

/// A quoted local part may contain a bracket: `<"a>b"@school.test>`.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut quoted = false;
    let mut escaped = false;
    for (index, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(index),
            _ => {}
        }
    }
    None
}

fn is_plausible(address: &str) -> bool {
    if address.is_empty() {
        return true;
    }
    let Some((local, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let is_quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"');
    let bad = |c: char| c.is_control() || c.is_whitespace() || "<>,;".contains(c);
    !local.is_empty()
        && !local.chars().any(char::is_control)
        && (is_quoted || !local.contains(bad) && !local.contains(['"', '@']))
        && !domain.is_empty()
        && !domain.contains(bad)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn addresses_and_their_parameters_part() {
        assert_eq!(split("<a@b.test>"), Some(("a@b.test", "")));
        assert_eq!(split(" <a@b.test> SIZE=1 "), Some(("a@b.test", "SIZE=1")));
        assert_eq!(split("<>"), Some(("", "")));
        assert_eq!(split(r#"<"a>b"@c.test>"#), Some((r#""a>b"@c.test"#, "")));
    }

    #[test]
    fn malformed_addresses_are_refused() {
        for malformed in [
            "",
            "a@b.test",
            "<a@b.test",
            "<a@b.test>SIZE=1",
            "<a>",
            "<@b.test>",
            "<a@>",
            "<a b@c.test>",
            "<a@b@c.test>",
            "<a@b.test,c@d.test>",
            "<a\t@b.test>",
            "<\"a@b.test>",
        ] {
            assert_eq!(split(malformed), None, "{malformed}");
        }
    }
}
