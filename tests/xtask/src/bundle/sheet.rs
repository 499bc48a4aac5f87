//! Just enough of CSS to leave rules out.

/// Walks a minified style sheet. `select` sees each selector of each rule and says whether it stays;
/// `declare` sees a rule's selectors and declarations and returns the declarations to write. A rule
/// without selectors, and a block without rules, goes. Comments and `@font-face` always go.
pub fn filter(
    css: &str,
    select: &impl Fn(&str) -> bool,
    declare: &impl Fn(&str, &str) -> String,
) -> String {
    let css = without_comments(css);
    let mut kept = String::new();
    let mut rest = css.trim_start();
    while !rest.is_empty() {
        let end = find_outside_quotes(rest, |c| c == '{' || c == ';').unwrap_or(rest.len());
        if !rest[end..].starts_with('{') {
            // A statement, e.g. @charset: none that we need.
            rest = rest.get(end + 1..).unwrap_or_default().trim_start();
            continue;
        }
        let head = rest[..end].trim();
        let body_end = end + block_length(&rest[end..]);
        let body = &rest[end + 1..body_end];
        kept += &match head {
            "@font-face" => String::new(),
            _ if has_rules(head) => wrapped(head, filter(body, select, declare)),
            _ if head.starts_with('@') => wrapped(head, body.to_owned()),
            _ => {
                let stay: Vec<_> = selectors(head)
                    .into_iter()
                    .filter(|one| select(one))
                    .collect();
                let head = stay.join(",");
                if head.is_empty() {
                    head
                } else {
                    wrapped(&head, declare(&head, body))
                }
            }
        };
        rest = rest.get(body_end + 1..).unwrap_or_default().trim_start();
    }
    kept
}

fn has_rules(head: &str) -> bool {
    let with_rules = ["@media", "@supports", "@layer", "@container"];
    with_rules.iter().any(|name| head.starts_with(name))
}

fn wrapped(head: &str, body: String) -> String {
    if body.is_empty() {
        body
    } else {
        format!("{head}{{{body}}}")
    }
}

/// Splits at the commas that are in no parentheses.
fn selectors(head: &str) -> Vec<&str> {
    let mut depth = 0;
    let at_comma = |c| {
        depth += i32::from(c == '(' || c == '[') - i32::from(c == ')' || c == ']');
        c == ',' && depth == 0
    };
    head.split(at_comma).map(str::trim).collect()
}

/// How far it is from an opening brace to the one that closes it.
fn block_length(block: &str) -> usize {
    let mut depth = 0;
    find_outside_quotes(block, |c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    })
    .unwrap_or(block.len() - 1)
}

fn find_outside_quotes(text: &str, mut found: impl FnMut(char) -> bool) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match quote {
            _ if escaped => escaped = false,
            _ if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if found(c) => return Some(at),
            None => {}
        }
    }
    None
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once("*/").map_or("", |(_, after)| after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(word: &str, css: &str) -> String {
        filter(css, &|selector| !selector.contains(word), &|_, body| {
            body.to_owned()
        })
    }

    #[test]
    fn keeps_what_is_not_asked_to_go() {
        let css = r#"a:not(.b,.c),d{color:red}@media print{e:after{content:"}{"}}"#;
        assert_eq!(without("crown", css), css);
    }

    #[test]
    fn drops_selectors_rules_and_empty_blocks() {
        let css = "a,.crown{x:y}.crown{x:y}@media print{.crown:before{x:y}}b{x:y}";
        assert_eq!(without("crown", css), "a{x:y}b{x:y}");
    }

    #[test]
    fn drops_fonts_comments_and_statements() {
        let css = "@charset \"UTF-8\";/* a{ */@font-face{src:url(\"a;b\")}b{x:y}";
        assert_eq!(without("crown", css), "b{x:y}");
    }
}
