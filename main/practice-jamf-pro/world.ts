import type { PlistDict } from "../core/plist/value.ts";

/** A profile as the practice Jamf Pro keeps it. */
export type KeptProfile = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly category: { readonly id: number; readonly name: string };
  readonly site: { readonly id: number; readonly name: string };
  readonly distributionMethod: "Install Automatically" | "Make Available in Self Service";
  readonly level: "computer" | "user";
  readonly userRemovable: boolean;
  readonly root: PlistDict;
  /** The XML of `<scope>`. */
  readonly scope: string;
};

/** Something that goes wrong once or several times, as it does in the field. */
export type Trouble =
  /** The server restarts: so many calls after the next write meet a 503. */
  | { readonly kind: "restart-after-write"; readonly calls: number }
  /** So many calls meet this status; with `retryAfter` seconds to wait. */
  | { readonly kind: "status"; readonly status: number; readonly calls: number; readonly retryAfter?: number }
  /** So many answers end in the middle. */
  | { readonly kind: "half-answer"; readonly calls: number }
  /** So many connections end without an answer, after a write was done. */
  | { readonly kind: "cut-after-write"; readonly calls: number }
  /** The next write is changed by somebody else right after it. */
  | { readonly kind: "meddling"; readonly change: (root: PlistDict) => PlistDict }
  /** The token is taken back: so many calls meet a 401. */
  | { readonly kind: "token-revoked"; readonly calls: number };

/** Everything that a practice Jamf Pro is, as one changeable value: tests and the app set it. */
export type PracticeWorld = {
  readonly kind: "classic" | "gateway";
  readonly version: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly user: { readonly name: string; readonly password: string };
  /** Privileges, or capabilities of the gateway, of client and user. */
  privileges: readonly string[];
  /** Where the token of a client is had: `v1` alone, or `old` alone as on servers before it. */
  tokenPath: "v1" | "old";
  tokenSeconds: number;
  /** Site that the account is limited to; null sees all. */
  site: number | null;
  /** What the API client of a gateway was made for. */
  readonly context: { readonly header: "x-environment-id" | "x-tenant-id"; readonly id: string };
  /** Calls within a second that the gateway's firewall still lets through. */
  burst: number;
  profiles: readonly KeptProfile[];
  troubles: readonly Trouble[];
  readonly now: () => number;
  readonly newUuid: () => string;
};

/** Takes one trouble of a kind out of those that are to come; null where there is none. */
export function meet<Kind extends Trouble["kind"]>(
  world: PracticeWorld,
  kind: Kind,
): Extract<Trouble, { kind: Kind }> | null {
  const isKind = (trouble: Trouble): trouble is Extract<Trouble, { kind: Kind }> => trouble.kind === kind;
  const found = world.troubles.find(isKind);
  if (found === undefined) return null;
  const rest = world.troubles.filter((trouble) => trouble !== found);
  const again: readonly Trouble[] =
    "calls" in found && found.calls > 1 ? [{ ...found, calls: found.calls - 1 }] : [];
  world.troubles = [...again, ...rest];
  return found;
}
