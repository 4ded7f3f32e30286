import { refuse } from "../errors/failure.ts";
import { deviceCodeEntryPage } from "../pages/device-pages.ts";
import { errorPage } from "../pages/error-page.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { NOTHING_DONE } from "../policy/demands.ts";
import { html } from "../server/http.ts";
import { type DeviceSignIn, randomHandle, remember } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Endpoint } from "./endpoint.ts";
import { requestIds } from "./failure-answer.ts";
import { isFromOwnPage } from "./posted-flow.ts";

/** `GET /common/oauth2/deviceauth`: where a person types the code of the other device. */
export const deviceCodePage: Endpoint = (_request, practice) =>
  html(deviceCodeEntryPage(practice.tenant(), null));

/**
 * `POST /common/oauth2/deviceauth`, field `otc`: the sign-in page for the application behind the code. A code that is unknown, used or
 * too old gets 70018, whichever it is: nobody learns by trying which codes there are.
 */
export const enterDeviceCode: Endpoint = (request, practice) => {
  const tenant = practice.tenant();
  const ids = requestIds(request, practice);
  if (!isFromOwnPage(request)) return html(errorPage(tenant, { foreign: true }, ids), { status: 403 });
  const typed = (request.form.get("otc") ?? "").replace(/[\s-]/gu, "").toUpperCase();
  const found = [...practice.memory.deviceSignIns].find(
    ([, { userCode, state, expires }]) =>
      userCode === typed && state.kind === "waiting" && expires >= practice.now(),
  );
  if (found === undefined) return html(deviceCodeEntryPage(tenant, refuse(70018)));
  const [deviceCode, waiting] = found;
  const asked = requestOf(practice, waiting);
  const flow = { handle: randomHandle(), flowToken: randomHandle() };
  remember(practice.memory.pending, flow.handle, {
    request: asked,
    flowToken: flow.flowToken,
    correlationId: ids.correlationId,
    userAgent: request.headers["user-agent"] ?? "",
    userId: null,
    fromSession: false,
    progress: NOTHING_DONE,
    passwordExpired: false,
    consented: false,
    staySignedIn: false,
    deviceCode,
    deviceConfirmed: false,
  });
  return html(signInPage(tenant, asked, { flow, username: "", failure: null }));
};

/** The sign-in as the pages know it; it ends on our own page and goes to no redirect URI. */
function requestOf({ origin }: Practice, { client, target }: DeviceSignIn): AuthorizeRequest {
  return {
    version: "v2",
    client,
    target,
    redirectUri: origin,
    platform: "public",
    responseMode: "query",
    state: null,
    nonce: null,
    codeChallenge: null,
    prompt: null,
    loginHint: null,
  };
}
