//! Reads the server's schema, so that every query in `src` is checked against it when it is compiled.

fn main() {
    cynic_codegen::register_schema("portal")
        .from_sdl_file("../server/schema.graphql")
        .expect("server/schema.graphql is a schema")
        .as_default()
        .expect("the schema can be written to OUT_DIR");
}
