import type { ProfilePatch } from "./profile/patch.ts";

/** How sure a statement is: written down by Microsoft or Jamf, or concluded from what they wrote or do. */
export type Certainty = "documented" | "inferred";

/** What can be done about a {@link Finding}: a patch that is applied at once, or steps to follow elsewhere. */
export type Fix =
  | { readonly label: string; readonly patch: ProfilePatch }
  | { readonly label: string; readonly steps: readonly string[]; readonly link?: string };

/** The one shape for everything the app has to say about a profile, a run, a policy or a log row. */
export type Finding = {
  /** Stable rule id, kebab-case. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly certainty: Certainty;
  readonly title: string;
  readonly detail: string;
  readonly where: {
    readonly domain?: string;
    readonly keyPath?: string;
    readonly policyId?: string;
    readonly step?: string;
    readonly row?: string;
    /** Files that could not be read, by their names. */
    readonly files?: readonly string[];
  };
  readonly fix?: Fix;
  /** Address of the documentation the rule rests on. */
  readonly source?: string;
};
