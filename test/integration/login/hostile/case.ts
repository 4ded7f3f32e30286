import type { Outcome } from "../../../../main/core/login-result.ts";
import type { Twist } from "./provider.ts";

/** One way in which a provider can lie: what the run must make of it. */
export type HostileCase = {
  readonly name: string;
  readonly kinds: readonly ("ropg" | "oidc")[];
  readonly twist: Twist;
  readonly outcome: Outcome;
  /** Rule of the finding that explains it. */
  readonly finding: string;
};

export const both = ["ropg", "oidc"] as const;
export const login = ["oidc"] as const;
