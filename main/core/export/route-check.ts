import type { Certainty } from "../finding.ts";
import type { ProfileDocument } from "../profile/index.ts";
import type { FileRoute } from "./export-choice.ts";

/** One thing that was looked at in what is to be written, because of where it goes. */
export type RouteCheck = {
  readonly id: string;
  /** One or two words. */
  readonly title: string;
  /** `look` where something arrives otherwise than it is written, or is not known to arrive. */
  readonly state: "fine" | "look";
  readonly detail: string;
  readonly certainty: Certainty;
  /** Where it stands, the first few; empty where it is about the whole. */
  readonly places: readonly CheckedPlace[];
};

export type CheckedPlace = { readonly domain: string | null; readonly keyPath: string };

/** What the checks look at. */
export type Checked = {
  readonly route: FileRoute;
  /** As it is to be written. */
  readonly written: ProfileDocument;
  /** As it is open. */
  readonly document: ProfileDocument;
  /** As its file has it; null where no file has it. */
  readonly opened: ProfileDocument | null;
};
