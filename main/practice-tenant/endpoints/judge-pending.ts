import { type Decision, decide } from "../policy/decide.ts";
import type { PendingSignIn } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import type { TenantUser } from "../tenant/user.ts";

/** What policies still want from a sign-in between its pages. */
export function judgePending(practice: Practice, pending: PendingSignIn, user: TenantUser): Decision {
  const { client, target, platform } = pending.request;
  const { userAgent, progress } = pending;
  const confidential = platform === "web";
  return decide(
    { flow: "login-window", user, client, target, confidential, userAgent },
    practice.tenant(),
    progress,
  );
}
