import { json } from "../server/http.ts";
import { userById } from "../sign-in/first-factor.ts";
import { pairwiseSubject } from "../tokens/claims.ts";
import { readGraphToken } from "../tokens/read-graph-token.ts";
import type { Endpoint } from "./endpoint.ts";

/** `/oidc/userinfo` of Microsoft Graph and `/{tenant}/openid/userinfo` of v1: a few claims about the caller. */
export const userinfo: Endpoint = async (request, practice) => {
  const token = /^Bearer (.+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
  const caller = token === undefined ? null : await readGraphToken(practice, token);
  const user = userById(practice, caller?.userId ?? null);
  if (user === null) {
    const error = { code: "InvalidAuthenticationToken", message: "Access token is empty or not valid." };
    return json(401, { error }, { "WWW-Authenticate": 'Bearer error="invalid_token"' });
  }
  return json(200, {
    // The same subject as in the ID token of the app that asks (OpenID Connect Core section 5.3.2).
    sub: pairwiseSubject(user, caller?.clientId ?? practice.tenant().practice.loginClient),
    name: user.displayName,
    ...(user.surname === undefined ? {} : { family_name: user.surname }),
    ...(user.givenName === undefined ? {} : { given_name: user.givenName }),
    picture: `${practice.origin}/v1.0/me/photo/$value`,
    ...(user.mail === undefined ? {} : { email: user.mail }),
  });
};
