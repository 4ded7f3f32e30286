import type { ConditionalAccessAnswer } from "../conditional-access/index.ts";

/** What is known beside the document. A rule that needs what is null says nothing. */
export type LintContext = {
  /** Version of Jamf Connect that the profile is for, such as `2.45`; null means the current one. */
  readonly jamfConnect: string | null;
  /** What the policies that were given come to for the two sign-ins; null without policies, and where Entra answers neither. */
  readonly answer: ConditionalAccessAnswer | null;
  /** The day on which it is asked, as `2026-11-29`: the core has no clock. */
  readonly today: string | null;
};

/** Nothing but the document is known. */
export const documentAlone: LintContext = { jamfConnect: null, answer: null, today: null };
