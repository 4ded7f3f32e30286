import type { LiveStep } from "../../core/login-result.ts";
import type { SignInRow } from "../../core/verdict/sign-in-row.ts";
import type { HostQuestion, LoginContext } from "../../login/ports.ts";
import type { HostPorts } from "../ports.ts";

/** A row of the practice tenant's log, as far as a run needs it. */
export type PracticeSignIn = SignInRow & { readonly correlationId: string };

/** Where a run is sent, and as which Jamf Connect. */
export type Destination = {
  /** The practice tenant while it runs. */
  readonly authority: string | null;
  /** Name of the practice scenario; null for the profile's own tenant. */
  readonly scenario: string | null;
  /** What people call the scenario. */
  readonly scenarioTitle: string | null;
  /** A host that the person has confirmed with this very press. */
  readonly allowHost: string | null;
  /** Null means current. */
  readonly jamfConnectVersion: string | null;
};

/** The person beside a run. */
export type Company = {
  readonly onStep: (step: LiveStep) => void;
  readonly signal: AbortSignal;
  readonly allowedHosts: readonly string[];
  readonly confirmHost: (question: HostQuestion) => Promise<boolean>;
};

/** The outside world of one sign-in of a run. */
export function runContext(
  ports: Pick<HostPorts, "fetch" | "now" | "isOnline">,
  call: Omit<Destination, "allowHost" | "scenarioTitle">,
  practiceSignIns: () => readonly PracticeSignIn[] | null,
  company: Company,
): LoginContext {
  let waitedMs = 0;
  return {
    fetch: ports.fetch,
    now: ports.now,
    isOnline: ports.isOnline,
    ...company,
    confirmHost: async (question) => {
      const asked = ports.now();
      try {
        return await company.confirmHost(question);
      } finally {
        waitedMs += Math.max(0, ports.now() - asked);
      }
    },
    waitedMs: () => waitedMs,
    authority: call.authority,
    scenario: call.scenario,
    jamfConnectVersion: call.jamfConnectVersion,
    // Only the practice tenant's log can be read without signing in; a real tenant's comes with Microsoft Graph.
    ...(call.authority === null ? {} : { findSignIn: async (id) => newestRow(practiceSignIns(), id) }),
  };
}

function newestRow(rows: readonly PracticeSignIn[] | null, correlationId: string): SignInRow | null {
  return rows?.findLast((row) => row.correlationId === correlationId) ?? null;
}
