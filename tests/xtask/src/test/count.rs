//! Reads how many tests passed and failed from what a runner prints.

/// Tests that passed and that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The count in a summary line of nextest or of cargo's runner; nothing in any other line.
pub fn in_line(line: &str) -> Option<Count> {
    let line = without_colours(line);
    // Not trimmed: nextest repeats, indented, what cargo's runner said inside a failed test.
    let counts = match line.strip_prefix("test result:") {
        Some(counts) => counts,
        None if line.trim_start().starts_with("Summary [") => line.split_once(" run: ")?.1,
        None => return None,
    };
    let mut count = Count::default();
    for part in counts.split([',', ';']) {
        // "ok. 3 passed" → 3, "passed"; "1 passed (1 slow" → 1, "passed"
        let mut words = part
            .split_whitespace()
            .skip_while(|word| word.parse::<u32>().is_err());
        let Some(number) = words.next().and_then(|word| word.parse::<u32>().ok()) else {
            continue;
        };
        match (words.next(), words.next()) {
            (Some("passed"), _) => count.passed += number,
            (Some("failed"), _) => count.failed += number,
            (Some("timed"), Some("out")) | (Some("exec"), Some("failed")) => count.failed += number,
            _ => {}
        }
    }
    Some(count)
}

/// Removes the escape sequences that colour a terminal: ESC [ … m.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cargos_runner() {
        let line = "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            in_line(line),
            Some(Count {
                passed: 3,
                failed: 1
            })
        );
    }

    #[test]
    fn reads_nextest() {
        let line = "\u{1b}[1m     Summary\u{1b}[0m [   5.010s] 12/15 tests run: 8 passed (1 slow, \
                    2 flaky), 2 failed, 1 timed out, 1 exec failed, 3 skipped";
        assert_eq!(
            in_line(line),
            Some(Count {
                passed: 8,
                failed: 4
            })
        );
    }

    #[test]
    fn reads_nothing_else() {
        assert_eq!(in_line("the letter said: 3 passed; 1 failed"), None);
        assert_eq!(
            in_line("    test result: FAILED. 0 passed; 1 failed; 0 ignored"),
            None
        );
    }
}
