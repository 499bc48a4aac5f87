//! Cookies of an answer.

use async_graphql::Context;

use crate::schema::portal;

/// Sets a cookie that scripts cannot read; no seconds take it away.
pub(super) fn set_cookie(ctx: &Context<'_>, name: &str, value: &str, seconds: i64) {
    let secure = if portal(ctx).config.is_secure() {
        "; Secure"
    } else {
        ""
    };
    let cookie =
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    ctx.append_http_header("set-cookie", cookie);
}
