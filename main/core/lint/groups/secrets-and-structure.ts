import type { LintRule } from "../rule.ts";
import { booleanAsString } from "../rules/boolean-as-string.ts";
import { companionPayloads } from "../rules/companion-payloads.ts";
import { duplicateUuid } from "../rules/duplicate-uuid.ts";
import { emptyContainer } from "../rules/empty-container.ts";
import { innerPayloadEnabled } from "../rules/inner-payload-enabled.ts";
import { jamfProAmpersand } from "../rules/jamf-pro-ampersand.ts";
import { jamfProEmoji } from "../rules/jamf-pro-emoji.ts";
import { jamfProLineFeed } from "../rules/jamf-pro-line-feed.ts";
import { licenceExpired } from "../rules/licence-expired.ts";
import { licenceInProfile } from "../rules/licence-in-profile.ts";
import { notForced } from "../rules/not-forced.ts";
import { payloadIdentifierMissing } from "../rules/payload-identifier-missing.ts";
import { payloadScopeNotSystem } from "../rules/payload-scope-not-system.ts";
import { secretInProfile } from "../rules/secret-in-profile.ts";

/** What a profile should not carry, and how it has to be built. */
export const structureRules: readonly LintRule[] = [
  secretInProfile,
  licenceInProfile,
  licenceExpired,
  duplicateUuid,
  payloadIdentifierMissing,
  payloadScopeNotSystem,
  innerPayloadEnabled,
  emptyContainer,
  notForced,
  jamfProAmpersand,
  jamfProLineFeed,
  jamfProEmoji,
  booleanAsString,
  companionPayloads,
];
