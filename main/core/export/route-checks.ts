import { identityCheck, scopeCheck } from "./identity-checks.ts";
import {
  emptyCheck,
  innerEnabledCheck,
  leftOutCheck,
  otherPayloadsCheck,
  secretsCheck,
} from "./payload-checks.ts";
import type { Checked, RouteCheck } from "./route-check.ts";
import { textChecks } from "./text-checks.ts";

/**
 * Everything that is checked before a file leaves, for its route: characters that do not survive, empty lists, keys that Jamf Pro
 * does not know, identifiers, scope, what is left out, secrets. What needs a look comes first.
 */
export function routeChecks(checked: Checked): readonly RouteCheck[] {
  const checks = [
    ...textChecks(checked),
    emptyCheck(checked),
    innerEnabledCheck(checked),
    otherPayloadsCheck(checked),
    leftOutCheck(checked),
    identityCheck(checked),
    scopeCheck(checked),
    secretsCheck(checked),
  ].filter((check) => check !== null);
  return checks.toSorted((a, b) => Number(a.state === "fine") - Number(b.state === "fine"));
}
