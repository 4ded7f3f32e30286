import { profileRoute } from "../classic/routes.ts";
import { answer, firewallPage, json, type PracticeAnswer, type PracticeCall } from "../server/http.ts";
import type { Tokens } from "../server/tokens.ts";
import type { PracticeWorld } from "../world.ts";

const capabilities = {
  read: "configuration-profiles:read",
  create: "configuration-profiles:create",
  update: "configuration-profiles:update",
} as const;

/** The Jamf Platform gateway as of September 2026: everything at its root, one header that says who is meant. */
export function gatewayRoute(
  world: PracticeWorld,
  tokens: Tokens,
  call: PracticeCall,
  callsInLastSecond: number,
): PracticeAnswer {
  // G4: the firewall looks before anybody else.
  if (/file:\/\//i.test(call.body) || callsInLastSecond > world.burst) return firewallPage();
  if (call.method === "POST" && call.path === "auth/token") return tokens.forClient(call);
  // G1: the beta's /api is gone.
  if (!/^(?:pro|proclassic)\//.test(call.path)) return answer(404, "text/plain", "404 page not found");
  if (!tokens.isValid(call)) return fault(401, "INVALID_TOKEN");
  const refused = contextFault(world, call);
  if (refused !== null) return refused;
  if (call.method === "GET" && call.path === "pro/v1/jamf-pro-version")
    return json(200, { version: world.version });
  if (!call.path.startsWith("proclassic/")) return fault(403, "BAD_PERMISSIONS");
  // G3: no part of a profile is served.
  if (call.path.includes("/subset/")) return fault(403, "BAD_PERMISSIONS");
  // G5: names are looked up in the list, because one with a plus sign is not found.
  return profileRoute(world, call, "proclassic/", capabilities);
}

/** G2: exactly one of the two headers, and the one that the client was made for. */
function contextFault(world: PracticeWorld, { headers }: PracticeCall): PracticeAnswer | null {
  const environment = headers["x-environment-id"];
  const tenant = headers["x-tenant-id"];
  if (environment !== undefined && tenant !== undefined) return fault(400, "INVALID_REQUEST_CONTEXT_TYPE");
  if (environment === undefined && tenant === undefined) return fault(400, "REQUEST_CONTEXT_NOT_PROVIDED");
  return headers[world.context.header] === world.context.id ? null : fault(403, "OWNERSHIP_FORBIDDEN");
}

function fault(status: number, code: string): PracticeAnswer {
  return json(status, { httpStatus: status, errors: [{ code, description: `PRACTICE: ${code}` }] });
}
