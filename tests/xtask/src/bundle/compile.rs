//! Rust → WebAssembly → what a browser takes.

use std::process::Command;

use anyhow::{Context as _, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::split::{self, Split};
use super::toolchain::Toolchain;
use crate::place::Place;
use crate::shell;

/// The app as a browser loads it.
pub struct App {
    /// A module whose default export starts the app.
    pub js: String,
    pub wasm: Vec<u8>,
    /// What is loaded later, by the names in the gaps of `js`.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Compiles the package `frontend` and binds it to JavaScript.
///
/// # Errors
/// When it does not compile, or asks for JavaScript that nothing here would deliver.
pub fn compile(place: &Place, toolchain: &Toolchain) -> anyhow::Result<App> {
    let mut cargo = match toolchain {
        Toolchain::Active => shell::cargo(place),
        Toolchain::Debian { linker } => {
            eprintln!("• bundle: with Debian's compiler; the first time takes minutes");
            let mut cargo = debian_cargo(place);
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            cargo
        }
    };
    cargo.args([
        "build",
        "--package",
        "frontend",
        "--profile",
        "wasm-release",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    if let Toolchain::Debian { .. } = toolchain {
        cargo.args(["-Z", "build-std=std,panic_abort"]);
    }
    cargo.env("CARGO_TARGET_DIR", place.wasm_target());
    // What is split must know which of its numbers are addresses.
    cargo.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Clink-args=--emit-relocs",
    );
    shell::run(&mut cargo)?;
    let compiled = place
        .wasm_target()
        .join("wasm32-unknown-unknown/wasm-release/frontend.wasm");
    let split =
        split::split(&compiled).with_context(|| format!("cannot split {}", compiled.display()))?;
    bind(split)
}

/// Debian's cargo, which must not see the toolchain that we were started with: rustup's variables
/// and library path would lead it to the other compiler.
fn debian_cargo(place: &Place) -> Command {
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo.current_dir(place.root());
    shell::forget(&mut cargo, |name| {
        let ours = [
            "CARGO_HOME",
            "CARGO_NET_OFFLINE",
            "CARGO_TERM_COLOR",
            "CARGO_BUILD_JOBS",
        ];
        let toolchain = [
            "CARGO",
            "RUSTUP_",
            "RUSTC",
            "RUSTDOC",
            "RUST_RECURSION_COUNT",
        ];
        name == "LD_LIBRARY_PATH"
            || toolchain.iter().any(|start| name.starts_with(start)) && !ours.contains(&name)
    });
    cargo.env("PATH", "/usr/local/bin:/usr/bin:/bin");
    cargo.env("RUSTC", "/usr/bin/rustc");
    // Building the standard library is an unstable feature of a stable compiler.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo
}

fn bind(split: Split) -> anyhow::Result<App> {
    let mut output = Bindgen::new()
        .input_bytes("portal", split.main)
        .web(true)
        .map_err(|error| anyhow!("{error:?}"))?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The page names the hashed file itself.
        .omit_default_module_path(true)
        // The parts are linked to these.
        .keep_lld_exports(true)
        .generate_output()
        .map_err(|error| anyhow!("{error:?}"))
        .context("cannot bind the app to JavaScript")?;
    let has_snippets = output
        .snippets()
        .values()
        .any(|snippets| !snippets.is_empty());
    if has_snippets || !output.local_modules().is_empty() {
        bail!("a dependency of the app brings JavaScript files of its own, which are not bundled");
    }
    Ok(App {
        js: split::join(output.js(), &split.js)?,
        wasm: output.wasm_mut().emit_wasm(),
        parts: split.parts,
    })
}
