import type { Finding, IdentityField, KeyEntry, KeyView } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";

/** A value that one or both domains keep. */
export type FieldRow = {
  readonly kind: "field";
  readonly id: string;
  readonly field: IdentityField;
  /** Its field stands there also while it is empty: nothing works without it. */
  readonly isNeeded: boolean;
  readonly findings: readonly Finding[];
};

/** A key that the file sets. */
export type SetRow = {
  readonly kind: "set";
  readonly id: string;
  readonly key: KeyView;
  /** What is known about it; null for one that the catalogue does not have. */
  readonly entry: KeyEntry | null;
  readonly title: string;
  readonly findings: readonly Finding[];
};

/** A key of the catalogue that the file does not set. */
export type UnsetRow = {
  readonly kind: "unset";
  readonly id: string;
  readonly entry: KeyEntry;
  /** False in a property list of another domain, which cannot hold it. */
  readonly canAdd: boolean;
  /** It must be set for the provider of this profile. */
  readonly isNeeded: boolean;
  /** That it is missing may be what was found. */
  readonly findings: readonly Finding[];
};

export type FormRow = FieldRow | SetRow | UnsetRow;

/** Rows under one heading. */
export type FormGroup = {
  readonly id: string;
  readonly title: string;
  /** Said beside the heading where the payload is not the first of its domain, or is none of preferences. */
  readonly note: string | null;
  readonly rows: readonly FormRow[];
};

/** Everything that the form can show, by tab. */
export type FormModel = Readonly<Record<TabId, readonly FormGroup[]>>;

/** Provider as the catalogue names it; null where the profile names none. */
export function catalogueProvider(written: string | null): string | null {
  return written !== null && /^azure$/i.test(written.trim()) ? "EntraID" : written;
}

/** Findings about a key. */
export type FindingsAt = (domain: string, keyPath: string) => readonly Finding[];
