import type { LintRule } from "../rule.ts";
import { apiAppIsClient } from "../rules/api-app-is-client.ts";
import { discoveryUrlForm } from "../rules/discovery-url-form.ts";
import { discoveryVersionMixed } from "../rules/discovery-version-mixed.ts";
import { domainsDisagree } from "../rules/domains-disagree.ts";
import { googleHasNoRopg } from "../rules/google-has-no-ropg.ts";
import { hybridCheckElsewhere } from "../rules/hybrid-check-elsewhere.ts";
import { payloadsDisagree } from "../rules/payloads-disagree.ts";
import { providerRefusesEmbedded } from "../rules/provider-refuses-embedded.ts";
import { redirectUriMissing } from "../rules/redirect-uri-missing.ts";
import { redirectUriUnusual } from "../rules/redirect-uri-unusual.ts";
import { requiredKeyMissing } from "../rules/required-key-missing.ts";
import { ropgBefore212 } from "../rules/ropg-before-2.12.ts";
import { scopeOpenidMissing } from "../rules/scope-openid-missing.ts";
import { scopeSeparator } from "../rules/scope-separator.ts";
import { secretOnPublicClient } from "../rules/secret-on-public-client.ts";
import { v1Endpoint } from "../rules/v1-endpoint.ts";

/** Who answers the sign-in and the password checks, and what they are asked for. */
export const identityRules: readonly LintRule[] = [
  requiredKeyMissing,
  domainsDisagree,
  payloadsDisagree,
  scopeSeparator,
  scopeOpenidMissing,
  apiAppIsClient,
  redirectUriMissing,
  redirectUriUnusual,
  secretOnPublicClient,
  discoveryVersionMixed,
  discoveryUrlForm,
  v1Endpoint,
  ropgBefore212,
  googleHasNoRopg,
  providerRefusesEmbedded,
  hybridCheckElsewhere,
];
