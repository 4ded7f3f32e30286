import type { PracticeWorld } from "../world.ts";
import { json, type PracticeAnswer, type PracticeCall } from "./http.ts";

/** The tokens that are out, and when each ends. */
export type Tokens = {
  readonly forClient: (call: PracticeCall) => PracticeAnswer;
  readonly forUser: (call: PracticeCall) => PracticeAnswer;
  readonly isValid: (call: PracticeCall) => boolean;
  readonly invalidate: (call: PracticeCall) => PracticeAnswer;
  /** Takes all of them back. */
  readonly revoke: () => void;
};

export function createTokens(world: PracticeWorld): Tokens {
  const ends = new Map<string, number>();
  const give = (): { readonly token: string; readonly ends: number } => {
    const token = `PRACTICE.${world.newUuid()}`;
    const end = world.now() + world.tokenSeconds * 1000;
    ends.set(token, end);
    return { token, ends: end };
  };
  return {
    forClient: ({ body }) => {
      const form = new URLSearchParams(body);
      if (form.get("grant_type") !== "client_credentials")
        return json(400, { error: "unsupported_grant_type" });
      if (form.get("client_id") !== world.clientId || form.get("client_secret") !== world.clientSecret)
        return json(401, { error: "invalid_client" });
      const scope = world.kind === "gateway" ? world.privileges.join(" ") : "api-role:1";
      return json(200, {
        access_token: give().token,
        scope,
        token_type: "Bearer",
        expires_in: world.tokenSeconds,
      });
    },
    forUser: ({ headers }) => {
      const { name, password } = world.user;
      const expected = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
      if (headers["authorization"] !== expected)
        return json(401, { httpStatus: 401, errors: [{ code: "INVALID_CREDENTIALS" }] });
      const given = give();
      return json(200, { token: given.token, expires: new Date(given.ends).toISOString() });
    },
    isValid: (call) => (ends.get(tokenOf(call)) ?? 0) > world.now(),
    invalidate: (call) => {
      ends.delete(tokenOf(call));
      return { ...json(204, ""), body: "" };
    },
    revoke: () => ends.clear(),
  };
}

function tokenOf({ headers }: PracticeCall): string {
  return (headers["authorization"] ?? "").replace(/^Bearer /, "");
}
