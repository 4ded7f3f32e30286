import type { Outcome } from "../../login-result.ts";

/** Everything that can go wrong below the protocol, and answers that are not the protocol's. */
export type NetworkErrorId =
  | "dns"
  | "refused"
  | "blocked-port"
  | "no-route"
  | "offline"
  | "reset"
  | "timeout"
  | "tls-untrusted"
  | "tls-name"
  | "tls-date"
  | "tls"
  | "proxy"
  | "proxy-login"
  | "captive-portal"
  | "redirected"
  | "html"
  | "not-json"
  | "not-object"
  | "empty"
  | "too-large"
  | "too-complex"
  | "unexpected"
  | "http-status"
  | "not-discovery"
  | "clock-skew"
  | "network";

export type NetworkErrorEntry = {
  readonly id: NetworkErrorId;
  readonly title: string;
  /** First sentence of the verdict; `{host}` is the host that was asked. */
  readonly sentence: string;
  readonly cause: string;
  readonly fix: string;
  readonly steps: readonly string[];
  readonly outcome: Outcome;
};
