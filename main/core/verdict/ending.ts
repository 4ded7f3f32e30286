import type { LoginResult, TokenProblem } from "../login-result.ts";
import type { Problem } from "../problem.ts";
import type { ProviderError } from "./entra-error.ts";
import type { NetworkErrorId } from "./network-errors.ts";

/** How a run ended, before anybody has said what that means. */
export type Ending =
  /** Tokens came and every check passed. */
  | { readonly kind: "tokens" }
  /** Tokens came and at least one check failed. Nothing in them is believed. */
  | {
      readonly kind: "tokens-refused";
      readonly problems: readonly TokenProblem[];
      readonly tokens: LoginResult["tokens"];
    }
  | { readonly kind: "provider-error"; readonly answer: ProviderError; readonly at: string }
  /** The network, or a server that does not speak the protocol. */
  | {
      readonly kind: "fault";
      readonly fault: NetworkErrorId;
      /** Host (with port) that was asked. */
      readonly host: string;
      readonly detail: string;
      readonly at: string;
    }
  /** Latchkey stopped: sending or believing would not have been safe. `problem.code` is the finding. */
  | { readonly kind: "refused"; readonly problem: Problem; readonly at: string }
  /** The settings do not allow a run. */
  | { readonly kind: "settings"; readonly problem: Problem }
  | {
      readonly kind: "cancelled";
      readonly by: "user" | "closed" | "timeout";
      readonly at: string;
      /** Whether the step had begun: what it sends may have left. */
      readonly began: boolean;
    };
