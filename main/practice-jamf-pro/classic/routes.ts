import { answer, json, type PracticeAnswer, type PracticeCall } from "../server/http.ts";
import type { Tokens } from "../server/tokens.ts";
import type { PracticeWorld } from "../world.ts";
import { createProfile, listProfiles, showProfile, updateProfile } from "./profiles.ts";

const names = {
  read: "Read macOS Configuration Profiles",
  create: "Create macOS Configuration Profiles",
  update: "Update macOS Configuration Profiles",
} as const;

/** A Jamf Pro server: two addresses of tokens, the Jamf Pro API below `/api`, the Classic API below `/JSSResource`. */
export function classicRoute(world: PracticeWorld, tokens: Tokens, call: PracticeCall): PracticeAnswer {
  const route = `${call.method} ${call.path}`;
  // C15: which of the two there is depends on the version.
  if (route === "POST api/v1/oauth/token")
    return world.tokenPath === "v1" ? tokens.forClient(call) : notFound();
  if (route === "POST api/oauth/token")
    return world.tokenPath === "old" ? tokens.forClient(call) : notFound();
  if (route === "POST api/v1/auth/token") return tokens.forUser(call);
  if (route === "GET ")
    return answer(
      200,
      "text/html;charset=UTF-8",
      "<html><head><title>PRACTICE Jamf Pro</title></head><body><h1>PRACTICE</h1><p>This stands in for a Jamf Pro server, on this machine only.</p></body></html>",
    );
  if (!call.path.startsWith("api/") && !call.path.startsWith("JSSResource/")) return notFound();
  if (!tokens.isValid(call))
    return json(401, { httpStatus: 401, errors: [{ code: "INVALID_TOKEN", description: "Unauthorized" }] });
  if (route === "GET api/v1/jamf-pro-version") return json(200, { version: world.version });
  if (route === "GET api/v1/auth")
    return json(200, { account: { username: "practice", privilegesBySite: { "-1": world.privileges } } });
  if (route === "POST api/v1/auth/invalidate-token") return tokens.invalidate(call);
  return call.path.startsWith("JSSResource/") ? profileRoute(world, call, "JSSResource/", names) : notFound();
}

/** The Classic API's configuration profiles, wherever they stand. */
export function profileRoute(
  world: PracticeWorld,
  call: PracticeCall,
  base: string,
  rights: Readonly<Record<"read" | "create" | "update", string>>,
): PracticeAnswer {
  const path = call.path.slice(base.length);
  const id = /^osxconfigurationprofiles\/id\/(\d{1,9})$/.exec(path)?.[1];
  const needs = call.method === "POST" ? "create" : call.method === "PUT" ? "update" : "read";
  if (!world.privileges.includes(rights[needs]))
    return json(403, {
      httpStatus: 403,
      errors: [{ code: world.kind === "gateway" ? "BAD_PERMISSIONS" : "INVALID_PRIVILEGE" }],
    });
  if (call.method === "GET" && path === "osxconfigurationprofiles") return listProfiles(world);
  if (id === undefined) return notFound();
  if (call.method === "GET") return showProfile(world, Number(id));
  if (call.method === "POST" && id === "0") return createProfile(world, call.body);
  return call.method === "PUT" ? updateProfile(world, Number(id), call.body) : notFound();
}

function notFound(): PracticeAnswer {
  return json(404, { httpStatus: 404, errors: [] });
}
