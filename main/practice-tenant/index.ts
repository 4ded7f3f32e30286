import { type Result, succeed } from "../core/problem.ts";
import { describePractice, type PracticeDescription } from "./description.ts";
import { type KnownOfSignIn, knownOfSignIn } from "./policy/known.ts";
import { fittingProfile } from "./profile/fitting-profile.ts";
import { createMemory } from "./server/memory.ts";
import type { Practice } from "./server/practice.ts";
import { route } from "./server/routes.ts";
import { serveLoopback } from "./server/server.ts";
import type { SignInRow } from "./sign-in-log/row.ts";
import { changeTenant, type TenantChange } from "./tenant/change.ts";
import type { Tenant } from "./tenant/schema.ts";
import { createSigningKeys } from "./tokens/signing-keys.ts";

export type { PracticeAccount, PracticeDescription } from "./description.ts";
export type { KnownOfSignIn } from "./policy/known.ts";
export { listScenarios, loadScenario } from "./scenarios/index.ts";
export type { ExpectedSignIns, Recipe, Scenario, ScenarioSummary } from "./scenarios/scenario.ts";
export type { SignInRow } from "./sign-in-log/row.ts";
export type { TenantChange } from "./tenant/change.ts";
export { readTenant, tenantJsonSchema } from "./tenant/read-tenant.ts";
export type { Tenant, TenantFile } from "./tenant/schema.ts";

/** A running practice tenant: Entra ID on 127.0.0.1, for one tenant value. */
export type PracticeTenant = {
  /** `http://127.0.0.1:PORT/TENANTID`, for `--authority`. */
  readonly authority: string;
  readonly description: PracticeDescription;
  /** A configuration profile that fits the tenant, with both Jamf Connect domains. */
  readonly profile: { readonly fileName: string; readonly bytes: Uint8Array };
  /** The tenant as it is now. */
  readonly tenant: () => Tenant;
  /** Changes switches of the tenant while it runs; the next request sees them. */
  readonly update: (change: TenantChange) => Result<Tenant>;
  /** What a prediction for this person's sign-ins can build on. */
  readonly known: (userName: string | null) => KnownOfSignIn;
  /** Makes a new signing key; the old ones stay published. */
  readonly rollKeys: () => void;
  /** The sign-in log so far, oldest first, in the names of Graph beta. */
  readonly signIns: () => readonly SignInRow[];
  readonly stop: () => Promise<void>;
};

export type PracticeOptions = {
  readonly tenant: Tenant;
  /** 0 or absent: a free one. */
  readonly port?: number;
  /** Milliseconds since 1970; tests bring their own clock. */
  readonly now?: () => number;
};

/**
 * Starts a practice tenant. It listens on 127.0.0.1 only, keeps nothing that is typed, and shares no state with
 * another instance.
 *
 * @returns the tenant, or the problem `practice-port-unavailable`
 */
export async function startPracticeTenant(options: PracticeOptions): Promise<Result<PracticeTenant>> {
  let tenant = options.tenant;
  const keys = createSigningKeys();
  const memory = createMemory();
  const practiceAt = (origin: string): Practice => ({
    origin,
    tenant: () => tenant,
    replaceTenant: (changed) => {
      tenant = changed;
    },
    keys,
    memory,
    now: options.now ?? Date.now,
  });
  const server = await serveLoopback(options.port ?? 0, (request, origin) =>
    route(request, practiceAt(origin)),
  );
  if (!server.ok) return server;
  const { origin, close } = server.value;
  return succeed({
    authority: `${origin}/${tenant.id}`,
    description: describePractice(tenant, origin),
    profile: fittingProfile(tenant, origin),
    tenant: () => tenant,
    update: (change) => {
      const changed = changeTenant(tenant, change);
      if (changed.ok) tenant = changed.value;
      memory.throttled = 0;
      return changed;
    },
    known: (userName) => knownOfSignIn(tenant, userName),
    rollKeys: keys.roll,
    signIns: () => [...memory.signIns],
    stop: close,
  });
}
