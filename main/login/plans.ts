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

/** Steps that a login makes only where the profile or the app asks for them. */
export type OidcExtras = { readonly userInfo: boolean; readonly signInLog: boolean };

/** The steps of the login, in order. */
export function oidcPlan(extras: OidcExtras): readonly PlannedStep[] {
  return oidcSteps.filter(
    ({ id }) => (id !== "userinfo" || extras.userInfo) && (id !== "sign-in-log" || extras.signInLog),
  );
}

const oidcSteps: readonly PlannedStep[] = [
  { id: "settings", title: "Settings" },
  { id: "discovery", title: "Discovery" },
  { id: "authorize", title: "Authorize URL" },
  { id: "sign-in", title: "Sign-in" },
  { id: "callback", title: "Callback" },
  { id: "exchange", title: "Code exchange" },
  { id: "tokens", title: "Token checks" },
  { id: "userinfo", title: "Userinfo" },
  { id: "account", title: "Account" },
  { id: "sign-in-log", title: "Sign-in log" },
];
