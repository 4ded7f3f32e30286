import type { PlannedStep } from "../core/login-result.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import type { LoginContext } from "./ports.ts";

/** The steps of the password check, in order. */
export const ropgPlan: readonly PlannedStep[] = [
  { id: "settings", title: "Settings" },
  { id: "discovery", title: "Discovery" },
  { id: "request", title: "Password request" },
  { id: "answer", title: "Read the answer" },
  { id: "tokens", title: "Token checks" },
  { id: "account", title: "Account" },
];

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

/**
 * The steps of the login, in order: claims come from the userinfo endpoint only where the profile asks for it, and the
 * sign-in log is looked into only where somebody can read it.
 */
export function oidcPlan(
  settings: Pick<TestSettings, "useUserInfo">,
  context: Pick<LoginContext, "findSignIn">,
): readonly PlannedStep[] {
  const left = new Set<string>();
  if (settings.useUserInfo?.value !== true) left.add("userinfo");
  if (context.findSignIn === undefined) left.add("sign-in-log");
  return oidcSteps.filter(({ id }) => !left.has(id));
}
