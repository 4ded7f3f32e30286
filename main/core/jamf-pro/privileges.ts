import type { JamfProServer } from "./server.ts";

/** What somebody wants to do with configuration profiles. */
export type ProfileAction = "read" | "create" | "update";

const privileges: Readonly<Record<ProfileAction, string>> = {
  read: "Read macOS Configuration Profiles",
  create: "Create macOS Configuration Profiles",
  update: "Update macOS Configuration Profiles",
};

/** The gateway's names (developer.jamf.com, Jamf Pro permissions map). */
const capabilities: Readonly<Record<ProfileAction, string>> = {
  read: "configuration-profiles:read",
  create: "configuration-profiles:create",
  update: "configuration-profiles:update",
};

/** What a server or the gateway calls the right to do something. */
export function privilegeFor({ kind }: Pick<JamfProServer, "kind">, action: ProfileAction): string {
  return (kind === "gateway" ? capabilities : privileges)[action];
}

/** Where the right is given, for a sentence. */
export function privilegePlace({ kind }: Pick<JamfProServer, "kind">): string {
  return kind === "gateway"
    ? "the API integration in Jamf Account"
    : "the API role (Settings › API roles and clients) or the account";
}

/** The rights that a way to Jamf Pro asks for, by their own names, and where they are given. */
export function rightsFor(server: Pick<JamfProServer, "kind">): Record<ProfileAction | "place", string> {
  return {
    read: privilegeFor(server, "read"),
    create: privilegeFor(server, "create"),
    update: privilegeFor(server, "update"),
    place: privilegePlace(server),
  };
}

/**
 * The actions that what a caller holds does not allow, in the order asked.
 *
 * @param held names of privileges or capabilities; null where the server did not say, and then nothing is known to be missing
 */
export function missingActions(
  server: Pick<JamfProServer, "kind">,
  held: ReadonlySet<string> | null,
  wanted: readonly ProfileAction[],
): readonly ProfileAction[] {
  return held === null ? [] : wanted.filter((action) => !held.has(privilegeFor(server, action)));
}

/**
 * The privileges that `GET /api/v1/auth` lists. Their place in the answer differs between accounts and API clients and is not
 * documented for the latter, so every list of texts under a name with "privilege" counts.
 *
 * @returns null where the answer lists none; every privilege that is asked for where the account has all
 */
export function heldPrivileges(answer: unknown): ReadonlySet<string> | null {
  const found = new Set<string>();
  let all = false;
  let seen = 0;
  const look = (value: unknown, isUnder: boolean): void => {
    seen += 1;
    if (seen > 20_000) return;
    if (typeof value === "string" && isUnder) found.add(value);
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === "privilegeSet" && inner === "ADMINISTRATOR") all = true;
      look(inner, isUnder || (/privileges/i.test(name) && typeof inner === "object"));
    }
  };
  look(answer, false);
  if (all) return new Set(Object.values(privileges));
  return found.size === 0 ? null : found;
}

/** The capabilities in the `scope` of a token answer (RFC 6749 section 5.1); null where it names none. */
export function heldCapabilities(scope: unknown): ReadonlySet<string> | null {
  if (typeof scope !== "string") return null;
  const names = scope.split(/\s+/).filter((name) => /^[a-z-]+:(?:read|create|update|delete)$/.test(name));
  return names.length === 0 ? null : new Set(names);
}
