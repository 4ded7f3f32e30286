import { signedOutPage } from "../pages/signed-out-page.ts";
import { html, redirect } from "../server/http.ts";
import { kindOf } from "../sign-in/redirect-uri.ts";
import { CLEARED_SESSION, SESSION_COOKIE } from "./browser-session.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * `/{tenant}/oauth2/v2.0/logout` and `/{tenant}/oauth2/logout`. The browser goes on to `post_logout_redirect_uri` only
 * where some app of the tenant has registered that address.
 */
export const logout: Endpoint = (request, practice) => {
  practice.memory.sessions.delete(request.cookies.get(SESSION_COOKIE) ?? "");
  const tenant = practice.tenant();
  const wanted = request.query.get("post_logout_redirect_uri");
  const registered =
    wanted !== null &&
    kindOf(wanted) !== null &&
    tenant.applications.some((app) =>
      [app.publicClient, app.web, app.spa].some((platform) =>
        platform.redirectUris.some((uri) => uri === wanted),
      ),
    );
  if (wanted === null || !registered) {
    const page = html(signedOutPage(tenant));
    return { ...page, headers: { ...page.headers, ...CLEARED_SESSION } };
  }
  const state = request.query.get("state");
  const url = new URL(wanted);
  if (state !== null) url.searchParams.set("state", state);
  return redirect(url.href, CLEARED_SESSION);
};
