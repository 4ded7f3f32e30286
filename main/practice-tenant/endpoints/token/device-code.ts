import { isFailure, refuse } from "../../errors/failure.ts";
import { userById } from "../../sign-in/first-factor.ts";
import { authenticateClient, clientOfRequest, missingParameter } from "./client-authentication.ts";
import { completeGrant } from "./complete-grant.ts";
import type { GrantHandler } from "./grant-handler.ts";

/** How much earlier than told a client may ask again: clocks and timers differ. */
const TOLERANCE_MS = 500;

/**
 * Trades a device code for tokens once the person has signed in. Until then `authorization_pending` (70016), for a client that asks too
 * often `slow_down` (RFC 8628 section 3.5; Entra does not document it), after the time `expired_token` (70019), after a no
 * `authorization_declined`, for a code of nobody `bad_verification_code` (70018).
 */
export const deviceCodeGrant: GrantHandler = async (request, practice, { version }) => {
  const missing = missingParameter(request.form, ["device_code"]);
  if (missing !== null) return missing;
  const client = clientOfRequest(request, practice.tenant());
  if (isFailure(client)) return client;
  const kind = client.app.isFallbackPublicClient ? "public" : "confidential";
  const refused = authenticateClient(request, client, kind);
  if (refused !== null) return refused;
  const { deviceSignIns } = practice.memory;
  const code = request.form.get("device_code") ?? "";
  const waiting = deviceSignIns.get(code);
  if (waiting === undefined || waiting.client.clientId !== client.clientId) return refuse(70018);
  const { state, expires, polled } = waiting;
  const now = practice.now();
  if (state.kind === "redeemed") return refuse(54005);
  if (state.kind === "declined") return refuse(65004);
  if (expires < now) return refuse(70019);
  if (state.kind === "waiting") {
    const isEarly =
      polled !== null && now - polled < practice.tenant().deviceCode.interval * 1000 - TOLERANCE_MS;
    deviceSignIns.set(code, { ...waiting, polled: now });
    return isEarly ? { ...refuse(70016), error: "slow_down" } : refuse(70016);
  }
  const user = userById(practice, state.grant.userId);
  if (user === null) return refuse(70000);
  deviceSignIns.set(code, { ...waiting, state: { kind: "redeemed" } });
  return completeGrant(request, practice, version, state.grant, user);
};
