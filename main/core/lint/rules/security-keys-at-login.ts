import { exampleCheckApi, examplePolicy, twoApis } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { saidOfPolicies } from "../said-of-policies.ts";

const strength = (id: string, displayName: string) =>
  examplePolicy({
    name: `Require ${displayName}`,
    excluded: [exampleCheckApi],
    controls: [],
    more: { authenticationStrength: { id, displayName } },
  });

/** A second factor that does not exist at the login window. */
export const securityKeysAtLogin: LintRule = {
  id: "security-keys-at-login",
  group: "conditional access",
  name: "Only a security key meets the policy, and the login window takes none",
  severity: "error",
  certainty: "documented",
  why: "Jamf Connect's login window takes no FIDO2 key, no smart card and no passkey of the Mac. An authentication strength that only these meet, like the built-in phishing-resistant one, keeps everybody out; passwordless MFA leaves phone sign-in of the Authenticator.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Multifactor_Authentication",
  fires: {
    settings: twoApis,
    policies: [strength("00000000-0000-0000-0000-000000000004", "phishing-resistant MFA")],
  },
  silent: {
    settings: twoApis,
    policies: [strength("00000000-0000-0000-0000-000000000002", "multifactor authentication")],
  },
  check: (_, context) => saidOfPolicies("security-keys-at-login", context),
};
