import { checkExcluded, exampleCheckApi, examplePolicy, twoApis } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

/** A control that people at the login window cannot meet, or not always. */
export const lockoutGrant: LintRule = {
  id: "lockout-grant",
  group: "conditional access",
  name: "A policy can lock people out of their Macs",
  severity: "error",
  certainty: "documented",
  why: "A compliant device, hybrid join and app protection are demands on the device or the app, and nobody in front of a login window can do anything about them. A Mac that falls out of compliance keeps its user out, who then cannot bring it back into compliance. Jamf warns of these controls.",
  source: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant",
  fires: {
    settings: twoApis,
    policies: [
      checkExcluded,
      examplePolicy({
        name: "Require a compliant device",
        excluded: [exampleCheckApi],
        controls: ["compliantDevice"],
      }),
    ],
  },
  silent: { settings: twoApis, policies: [checkExcluded] },
  check: (_, context) => saidOfPolicies("lockout-grant", context),
};
