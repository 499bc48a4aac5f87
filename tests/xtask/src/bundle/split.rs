//! The app in parts: what everybody needs, and what is loaded when somebody comes to it. The functions at which it is split
//! say so themselves (`frontend/src/part.rs`).

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

/// The name under which the main part asks for the loaders of the others.
const LINK: &str = "./__wasm_split.js";

pub struct Split {
    /// The main part, which is still to be bound to JavaScript.
    pub main: Vec<u8>,
    /// The module with the loaders.
    pub js: String,
    /// The other parts, by file name.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Splits what was compiled.
///
/// # Errors
/// When it has no relocations, or the parts cannot be written.
pub fn split(compiled: &Path) -> anyhow::Result<Split> {
    let whole = fs::read(compiled)?;
    let folder = tempfile::tempdir()?;
    let main = folder.path().join("main.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = folder.path();
    options.main_out_path = &main;
    options.link_name = LINK;
    let split = transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut parts = Vec::new();
    for path in split.split_modules {
        let name = path.file_name().and_then(|name| name.to_str());
        parts.push((
            name.context("a part without a name")?.to_owned(),
            fs::read(&path)?,
        ));
    }
    parts.sort();
    Ok(Split {
        main: fs::read(&main)?,
        js: fs::read_to_string(folder.path().join(LINK))?,
        parts,
    })
}

/// The bound main part and the loaders as one module. Two would name each other, and files that are named by their
/// content cannot.
///
/// # Errors
/// When either does not look as these versions write it.
pub fn join(bound: &str, loaders: &str) -> anyhow::Result<String> {
    // Once for each function that is asked for.
    let (imports, rest): (Vec<&str>, Vec<&str>) = bound
        .lines()
        .partition(|line| line.starts_with("import ") && line.contains(LINK));
    let names: Vec<&str> = imports
        .iter()
        .filter_map(|line| line.strip_prefix("import * as ")?.split(' ').next())
        .collect();
    let [first, others @ ..] = names.as_slice() else {
        bail!("the main part does not ask for the loaders");
    };
    if names.len() < imports.len() {
        bail!("it asks for them in another way: {imports:?}");
    }
    let (_, body) = loaders
        .split_once('\n')
        .filter(|(first, _)| first.starts_with("import { initSync }"))
        .context("the loaders do not begin with their import")?;
    let exported: Vec<&str> = body
        .lines()
        .filter_map(|line| line.strip_prefix("export const "))
        .filter_map(|rest| rest.split(' ').next())
        .collect();
    let body = body.replace("export const ", "const ");
    // `"./split_inside.wasm"` becomes the gap `"{{split_inside.wasm}}"`, which is filled with the address.
    let body = body
        .replace("new URL(\"./", "new URL(\"{{")
        .replace(".wasm\", import", ".wasm}}\", import");
    let mut joined = format!(
        "const {first} = (() => {{\n{body}\nreturn {{ {} }};\n}})();\n",
        exported.join(", ")
    );
    for other in others {
        joined += &format!("const {other} = {first};\n");
    }
    Ok(joined + &rest.join("\n"))
}
