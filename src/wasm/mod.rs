//! The browser's doors to [`crate::api`], one module of the release each: `run`
//! answers a reader's page, `compile` takes a definition through the gate where
//! it has not been through it before, `together` has links and what they allow,
//! `group` adds up many results; `links` widens `run` where the widget is one file;
//! `studio` is for those who write definitions.

#[cfg(feature = "wasm_studio")]
mod bundle;
#[cfg(feature = "wasm_compile")]
mod compile;
#[cfg(feature = "wasm_group")]
mod group;
#[cfg(feature = "wasm_links")]
mod links;
#[cfg(feature = "wasm_compile")]
mod page;
#[cfg(feature = "wasm_run")]
mod run;
#[cfg(feature = "wasm_together")]
mod squares;
#[cfg(feature = "wasm_studio")]
mod studio;
#[cfg(feature = "wasm_together")]
mod together;
mod value;

#[cfg(feature = "wasm_studio")]
pub use bundle::{bundle, form, packed};
#[cfg(feature = "wasm_compile")]
pub use compile::compile;
#[cfg(feature = "wasm_group")]
pub use group::Group;
#[cfg(feature = "wasm_run")]
pub use run::Assessment;
#[cfg(feature = "wasm_studio")]
pub use studio::{
    Bench, check, diff, export_to, formats, guess, import_files, manners, published, rules, schema, simulate,
};
#[cfg(feature = "wasm_together")]
pub use together::{Together, squares};

/// Half the size of the default one.
#[global_allocator]
static ALLOCATOR: talc::cell::TalcSyncCell<talc::wasm::WasmGrowAndClaim, talc::wasm::WasmBinning> =
    talc::cell::TalcSyncCell::new_wasm(talc::wasm::WasmGrowAndClaim);
