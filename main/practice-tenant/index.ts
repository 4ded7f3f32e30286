import { type Result, succeed } from "../core/problem.ts";
import { describePractice, type PracticeDescription } from "./description.ts";
import { type AdministratorAnswer, type AdministratorRequest, administer } from "./graph/administer.ts";
import { type EvaluationInput, evaluationInput } from "./policy/evaluation-input.ts";
import { fittingProfile } from "./profile/fitting-profile.ts";
import { endOnPage, rememberByHand } from "./server/end-on-page.ts";
import { createMemory } from "./server/memory.ts";
import type { Practice } from "./server/practice.ts";
import { route } from "./server/routes.ts";
import { serveLoopback } from "./server/server.ts";
import type { SignInRow } from "./sign-in-log/row.ts";
import { changeTenant, type TenantChange } from "./tenant/change.ts";
import type { Tenant } from "./tenant/schema.ts";
import type { TenantUser } from "./tenant/user.ts";
import { createSigningKeys, type MakeSigningKey } from "./tokens/signing-keys.ts";

export type { AccountHindrance, PracticeAccount, PracticeDescription } from "./description.ts";
export type { AdministratorAnswer, AdministratorRequest } from "./graph/administer.ts";
export type { EvaluationInput } from "./policy/evaluation-input.ts";
export { listScenarios, loadScenario } from "./scenarios/index.ts";
export type {
  ExpectedSignIns,
  Recipe,
  Scenario,
  ScenarioGroup,
  ScenarioSummary,
} from "./scenarios/scenario.ts";
export { consentedGrants, isConsentGiven } from "./sign-in/profile-consent.ts";
export type { SignInRow } from "./sign-in-log/row.ts";
export type { TenantChange } from "./tenant/change.ts";
export { readTenant, tenantJsonSchema } from "./tenant/read-tenant.ts";
export type { Tenant, TenantFile } from "./tenant/schema.ts";
export type { TenantUser } from "./tenant/user.ts";
export type { MakeSigningKey } from "./tokens/signing-keys.ts";

/** A running practice tenant: Entra ID on 127.0.0.1, for one tenant value. */
export type PracticeTenant = {
  /** `http://127.0.0.1:PORT/TENANTID`, for `--authority`. */
  readonly authority: string;
  /** The tenant as clients see it now. */
  readonly description: PracticeDescription;
  /** A configuration profile that fits the tenant, with both Jamf Connect domains. */
  readonly profile: { readonly fileName: string; readonly bytes: Uint8Array };
  /** The tenant as it is now. */
  readonly tenant: () => Tenant;
  /** Changes switches of the tenant while it runs; the next request sees them. Taking back a lock-out releases it. */
  readonly update: (change: TenantChange) => Result<Tenant>;
  /** Makes the tenant what it was when it started, without lock-outs. Its address and its sign-in log stay. */
  readonly reset: () => void;
  /** Whether the account is locked out now, by the tenant or by wrong passwords. */
  readonly isLockedOut: (user: TenantUser) => boolean;
  /** What a prediction for this person's sign-ins can build on. */
  readonly known: (userName: string | null) => EvaluationInput;
  /** Asks the tenant's own Graph as an administrator with these permissions: how a set-up is carried out here. */
  readonly administer: (
    permissions: readonly string[],
    request: AdministratorRequest,
  ) => Promise<AdministratorAnswer>;
  /** Makes a new signing key; the old ones stay published. */
  readonly rollKeys: () => void;
  /** Lets the sign-in with this `state` end on a page with its address, which a person brings back by hand. */
  readonly endByHand: (state: string) => void;
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
  /** Absent: fresh keys that nobody else has. Tests start hundreds of tenants, and a key takes longer than all the rest. */
  readonly makeKey?: MakeSigningKey;
  /**
   * A browser that would be sent to a place of this machine at which nothing listens gets a page with the address instead. Left
   * out, it ends there, as with a provider.
   */
  readonly endsOnPage?: boolean;
};

/**
 * Starts a practice tenant. It listens on 127.0.0.1 only, keeps nothing that is typed, and shares no state with
 * another instance.
 *
 * @returns the tenant, or the problem `practice-port-unavailable`
 */
export async function startPracticeTenant(options: PracticeOptions): Promise<Result<PracticeTenant>> {
  let tenant = options.tenant;
  const keys = createSigningKeys(options.makeKey);
  const now = options.now ?? Date.now;
  const memory = createMemory(now());
  const isLockedOut = (user: TenantUser) => memory.lockout.isLocked(user, now());
  const practiceAt = (origin: string): Practice => ({
    origin,
    tenant: () => tenant,
    replaceTenant: (changed) => {
      tenant = changed;
    },
    keys,
    memory,
    now,
  });
  const server = await serveLoopback(options.port ?? 0, async (request, origin) => {
    const practice = practiceAt(origin);
    return endOnPage(await route(request, practice), request, practice, options.endsOnPage ?? false);
  });
  if (!server.ok) return server;
  const { origin, close } = server.value;
  return succeed({
    authority: `${origin}/${tenant.id}`,
    get description() {
      return describePractice(tenant, origin, isLockedOut);
    },
    profile: fittingProfile(tenant, origin),
    tenant: () => tenant,
    update: (change) => {
      const changed = changeTenant(tenant, change);
      if (changed.ok) {
        tenant = changed.value;
        for (const { id } of releasedUsers(tenant, change)) memory.lockout.release(id);
      }
      memory.throttled = 0;
      return changed;
    },
    reset: () => {
      tenant = options.tenant;
      for (const { id } of tenant.users) memory.lockout.release(id);
      memory.throttled = 0;
    },
    isLockedOut,
    known: (userName) => evaluationInput(tenant, userName),
    administer: (permissions, request) => administer(practiceAt(server.value.origin), permissions, request),
    rollKeys: keys.roll,
    endByHand: (state) => rememberByHand(memory.byHand, state),
    signIns: () => [...memory.signIns],
    stop: close,
  });
}

/** The accounts that a change lets in again. */
function releasedUsers(tenant: Tenant, { users = {} }: TenantChange): readonly TenantUser[] {
  return tenant.users.filter((user) => users[user.userPrincipalName]?.lockedOut === false);
}
