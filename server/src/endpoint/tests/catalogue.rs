/// Documents made to hurt: what each is, and the code it is refused with.
pub fn catalogue() -> Vec<(&'static str, String, &'static str)> {
    let doubling = (0..24)
        .map(|i| format!(" fragment F{i} on Thing {{ ...F{0} ...F{0} }}", i + 1))
        .collect::<String>();
    let doubling = format!("{{ thing {{ ...F0 }} }}{doubling} fragment F24 on Thing {{ id }}");
    let unrun = format!("query run {{ hello }} query bomb {doubling}");
    let unused = doubling.replacen("...F0 }", "id }", 1);
    let many = |text: &str, count: usize| text.repeat(count);
    let variables = (0..500).map(|i| format!("$v{i}:Int ")).collect::<String>();
    vec![
        ("doubling fragments", doubling, "TOO_MANY_SELECTIONS"),
        (
            "doubling fragments in another operation",
            unrun,
            "TOO_MANY_SELECTIONS",
        ),
        (
            "doubling fragments that nobody uses",
            unused,
            "TOO_MANY_SELECTIONS",
        ),
        (
            "10,000 aliases",
            format!("{{{}}}", many(" a:hello", 10_000)),
            "BODY_TOO_LARGE",
        ),
        (
            "7,000 aliases",
            format!("{{{}}}", many(" a:hello", 7_000)),
            "DOCUMENT_TOO_LARGE",
        ),
        (
            "800 aliases",
            format!("{{{}}}", many(" a:hello", 800)),
            "TOO_MANY_ALIASES",
        ),
        (
            "2,000 fields",
            format!("{{{}}}", many(" hello", 2_000)),
            "TOO_MANY_SELECTIONS",
        ),
        (
            "8,000 fields",
            format!("{{{}}}", many(" a", 8_000)),
            "TOO_MANY_TOKENS",
        ),
        (
            "3,000 arguments",
            format!("{{ echo({}) }}", many("a:1,", 3_000)),
            "TOO_MANY_TOKENS",
        ),
        (
            "300 directives",
            format!("{{ hello {} }}", many("@skip(if:false)", 300)),
            "TOO_MANY_DIRECTIVES",
        ),
        (
            "directives on the operation",
            format!("query {} {{ hello }}", many("@a", 1_000)),
            "TOO_MANY_DIRECTIVES",
        ),
        (
            "a fragment of itself",
            "{ ...A } fragment A on Query { ...A }".to_owned(),
            "FRAGMENT_CYCLE",
        ),
        (
            "a circle of fragments",
            "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ... { ...A } hello }"
                .to_owned(),
            "FRAGMENT_CYCLE",
        ),
        (
            "a circle that nobody uses",
            "{ hello } fragment A on Query { ...B } fragment B on Query { ...A }".to_owned(),
            "FRAGMENT_CYCLE",
        ),
        (
            "deep selections",
            format!("{}id", many("{thing", 2_000)),
            "TOO_DEEP",
        ),
        (
            "deep selections, closed",
            format!("{}id{}", many("{thing ", 1_000), many("}", 1_000)),
            "TOO_DEEP",
        ),
        (
            "deep inline fragments",
            format!("{}hello{}", many("{...", 40), many("}", 40)),
            "TOO_DEEP",
        ),
        (
            "a deep list",
            format!("{{ echo(list: {}{}) }}", many("[", 7_000), many("]", 7_000)),
            "TOO_DEEP",
        ),
        (
            "a deep list without end",
            format!("{{ echo(list: {}", many("[", 16_000)),
            "TOO_DEEP",
        ),
        (
            "deep objects",
            format!("{{ echo(list: {}", many("{a:", 5_000)),
            "TOO_DEEP",
        ),
        (
            "a deep type",
            format!(
                "query ($v: {}Int{}) {{ hello }}",
                many("[", 7_000),
                many("]", 7_000)
            ),
            "TOO_DEEP",
        ),
        (
            "closing brackets in a comment",
            format!("{{ echo(list: {}", many("[[#]]\n", 2_000)),
            "TOO_DEEP",
        ),
        (
            "closing brackets in a string",
            format!("{{ echo(list: {}", many("[\"]\" ", 2_000)),
            "TOO_DEEP",
        ),
        (
            "closing brackets in a block string",
            format!("{{ echo(list: {}", many("[\"\"\"]\"\"\"", 1_500)),
            "TOO_DEEP",
        ),
        (
            "opening brackets after a block string that never ends",
            format!("{{ echo(list: [\"\"\" \" {}", many("[", 10_000)),
            "TOO_DEEP",
        ),
        (
            "a long block string that never ends",
            format!("{{ echo(text: {}", many("\"\"\"\\", 4_000)),
            "TOO_MANY_TOKENS",
        ),
        (
            "a giant first",
            "{ things(first: 99999999999) { id } }".to_owned(),
            "PAGE_TOO_LARGE",
        ),
        (
            "a negative first",
            "{ things(first: -1) { id } }".to_owned(),
            "PAGE_TOO_LARGE",
        ),
        (
            "pages of pages",
            "{ things(first: 100) { things(first: 100) { id } } }".to_owned(),
            "TOO_MANY_OBJECTS",
        ),
        (
            "one field, again and again",
            format!(
                "{{ things(first: 100) {{ things(first: 50) {{ {} }} }} }}",
                many("id ", 500)
            ),
            "TOO_MANY_VALUES",
        ),
        (
            "types of fields of types",
            format!(
                "{{ __schema {{ types {}name{} }} }}",
                many("{ fields { type ", 5) + "{",
                many("} }", 5) + "}"
            ),
            "TOO_MANY_VALUES",
        ),
        (
            "a long name in 500 errors",
            format!("query {}({variables}) {{ hello }}", many("n", 4_000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        ("nothing", String::new(), "GRAPHQL_PARSE_FAILED"),
        (
            "text that is none",
            "\u{0}\u{7f}🏃".to_owned(),
            "GRAPHQL_PARSE_FAILED",
        ),
    ]
}
