import type { PlannedStep } from "./recorder.ts";

/** The steps of the password check, in order. */
export const ropgPlan: readonly PlannedStep[] = [
  { id: "settings", title: "Settings" },
  { id: "discovery", title: "Discovery" },
  { id: "request", title: "Password request" },
  { id: "answer", title: "Read the answer" },
  { id: "tokens", title: "Token checks" },
  { id: "account", title: "Account" },
];

/** The steps of the login, in order. */
export const oidcPlan: readonly PlannedStep[] = [
  { id: "settings", title: "Settings" },
  { id: "discovery", title: "Discovery" },
  { id: "authorize", title: "Authorize URL" },
  { id: "sign-in", title: "Sign-in" },
  { id: "callback", title: "Callback" },
  { id: "exchange", title: "Code exchange" },
  { id: "tokens", title: "Token checks" },
  { id: "account", title: "Account" },
];
