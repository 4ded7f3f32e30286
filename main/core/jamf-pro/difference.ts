import type { TypedJson } from "../plist/typed-json.ts";

/** Why what is stored is not what was sent. */
export type DifferenceKind =
  /** Jamf Pro does it to every profile, and it changes nothing on a Mac. */
  | "usual"
  /** A defect of Jamf Pro that is known by a number. */
  | "known-defect"
  /** Nobody knows why: somebody else's change, or something new. */
  | "unexplained";

/** One value that is stored in another form than it was sent. */
export type Difference = {
  /** Preference domain, else the type of the payload; null for the profile itself. */
  readonly domain: string | null;
  readonly keyPath: string;
  /** Secrets are replaced; null where there is none. */
  readonly sent: TypedJson | null;
  readonly stored: TypedJson | null;
  readonly kind: DifferenceKind;
  /** Jamf's number of the defect, else ours. */
  readonly defect?: string;
  /** True for what a Mac acts on; false for names, identifiers and what else describes a profile. */
  readonly isSetting: boolean;
  /** Why somebody takes it as it is; only of what is unexplained. */
  readonly accepted?: string;
};

/** What a comparison found. */
export type Comparison = {
  /** The unexplained first, then defects, then the usual. */
  readonly differences: readonly Difference[];
  /** Settings that are equal. */
  readonly equal: number;
};
