import type { Finding, KeyEntry, KeyView, ProfileView } from "../../../preload/contract.ts";
import { type KeyCatalogue, lastName, parentOf } from "../../stores/keys-store.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import { findingPlace } from "../../text/finding-place.ts";
import { forOthers, GroupBuilder } from "./form-groups.ts";
import {
  catalogueProvider,
  type FindingsAt,
  type FormModel,
  type SetRow,
  type UnsetRow,
} from "./form-rows.ts";
import { identityRows } from "./identity-rows.ts";
import { placeName, tabOfDomain } from "./tabs.ts";

/** All keys of a profile and of the catalogue, each once, where admins look for it. */
export function formModel(view: ProfileView, catalogue: KeyCatalogue): FormModel {
  const provider = catalogueProvider(view.provider);
  const findingsAt = findingsByPlace(view, catalogue);
  const fields = identityRows(view, catalogue, provider, findingsAt);
  const builder = new GroupBuilder();
  for (const { tab, title, row } of fields) {
    builder.add(tab, title, row);
  }
  const taken = new Set(
    fields.flatMap(({ row }) => row.field.destinations.map((to) => placeName(to.payload.domain, to.keyPath))),
  );
  const held = heldKeys(view, taken);
  for (const entry of catalogue.entries) {
    const place = placeName(entry.domain, entry.keyPath);
    if (taken.has(place)) {
      continue;
    }
    const keys = held.known.get(place) ?? [];
    for (const key of keys) {
      held.known.delete(place);
      builder.add(tabOf(entry), headingOf(entry, catalogue), setRow(key, entry, findingsAt));
    }
    if (keys.length === 0 && isKeyOfItsOwn(entry, view)) {
      addUnset(builder, entry, { view, catalogue, provider, findingsAt });
    }
  }
  for (const { key, title, note } of held.others(catalogue)) {
    const entry = catalogue.find(key.payload.domain, key.keyPath);
    const tab = entry === null ? tabOfDomain(key.payload.domain) : tabOf(entry);
    builder.add(tab, title, setRow(key, entry, findingsAt), note);
  }
  return builder.model();
}

/** A dictionary is what its keys are, and the items of a list stand in the row of the list. */
function isKeyOfItsOwn(entry: KeyEntry, view: ProfileView): boolean {
  if (entry.keyPath.includes("[]")) {
    return false;
  }
  if (entry.type === "dict" && entry.anyKey === undefined) {
    return false;
  }
  // What an older version had is shown where a profile for it is open.
  return !entry.isOldDomain || view.payloads.some(({ domain }) => domain === entry.domain);
}

type Surroundings = {
  readonly view: ProfileView;
  readonly catalogue: KeyCatalogue;
  readonly provider: string | null;
  readonly findingsAt: FindingsAt;
};

function addUnset(
  builder: GroupBuilder,
  entry: KeyEntry,
  { view, catalogue, provider, findingsAt }: Surroundings,
): void {
  const isForOthers =
    provider !== null && entry.providers !== undefined && !entry.providers.some((name) => name === provider);
  const isNeeded = (entry.required ?? []).some(
    ({ providers, when }) =>
      when === undefined && (providers === undefined || providers.some((name) => name === provider)),
  );
  const canAdd =
    view.format === "mobileconfig" || view.payloads.some(({ domain }) => domain === entry.domain);
  const row: UnsetRow = {
    kind: "unset",
    id: `unset ${placeName(entry.domain, entry.keyPath)}`,
    entry,
    canAdd,
    isNeeded: isNeeded && provider !== null && !isForOthers,
    findings: findingsAt(entry.domain, entry.keyPath),
  };
  builder.add(tabOf(entry), isForOthers ? forOthers : headingOf(entry, catalogue), row, null, isForOthers);
}

const unknownTitle = "Not in the catalogue";

function setRow(key: KeyView, entry: KeyEntry | null, findingsAt: FindingsAt): SetRow {
  const { domain, index = 0 } = key.payload;
  return {
    kind: "set",
    id: `set ${index} ${placeName(domain, key.keyPath)}`,
    key,
    entry,
    title: entry?.title ?? lastName(key.keyPath),
    findings: findingsAt(domain, key.keyPath),
  };
}

/** The tab of a key that the catalogue has. */
function tabOf({ group }: Pick<KeyEntry, "group">): TabId {
  return tabIds.find((id) => id === group.toLowerCase()) ?? "other";
}

/** The section of a key; keys of a dictionary inside a dictionary stand under its name. */
function headingOf(entry: KeyEntry, catalogue: KeyCatalogue): string {
  const parent = parentOf(entry.keyPath);
  const holder = parent.includes(".") ? catalogue.find(entry.domain, parent) : null;
  return holder?.title ?? entry.section;
}

const none: readonly Finding[] = [];

/** Findings by the row that they stand beside: those about an item of a list or inside a dictionary by the row that holds it. */
function findingsByPlace(view: ProfileView, catalogue: KeyCatalogue): FindingsAt {
  const byPlace = new Map<string, Finding[]>();
  const held = new Set(
    view.payloads.flatMap(({ keys }) => keys.map((key) => placeName(key.payload.domain, key.keyPath))),
  );
  const isShown = (domain: string, keyPath: string) =>
    held.has(placeName(domain, keyPath)) || isRowOfTheCatalogue(catalogue.find(domain, keyPath));
  for (const finding of view.findings ?? []) {
    const at = findingPlace(finding.where, isShown);
    if (at?.kind === "key") {
      const place = placeName(at.domain, at.keyPath);
      byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
    }
  }
  return (domain, keyPath) => byPlace.get(placeName(domain, keyPath)) ?? none;
}

function isRowOfTheCatalogue(entry: KeyEntry | null): boolean {
  return entry !== null && !entry.keyPath.includes("[]") && entry.type !== "dict";
}

type Held = {
  /** Keys of the first payload of each domain, by place. */
  readonly known: Map<string, readonly KeyView[]>;
  /** What is left when the catalogue's keys are taken out. */
  readonly others: (catalogue: KeyCatalogue) => readonly {
    readonly key: KeyView;
    readonly title: string;
    readonly note: string | null;
  }[];
};

function heldKeys(view: ProfileView, taken: ReadonlySet<string>): Held {
  const known = new Map<string, readonly KeyView[]>();
  const further: { key: KeyView; title: string; note: string | null }[] = [];
  for (const payload of view.payloads) {
    const isFirst = payload.address !== null && (payload.address.index ?? 0) === 0;
    for (const key of payload.keys) {
      const place = placeName(key.payload.domain, key.keyPath);
      if (taken.has(place)) {
        continue;
      }
      if (isFirst) {
        known.set(place, [key]);
      } else {
        const title = payload.domain ?? payload.type ?? "Payload";
        const note = payload.domain === null ? "payload of another kind" : "one more payload of this domain";
        further.push({ key, title, note });
      }
    }
  }
  return {
    known,
    others: (catalogue) => [
      ...[...known.values()].flat().map((key) => ({ key, title: titleOf(key, catalogue), note: null })),
      ...further,
    ],
  };
}

/** A key of a dictionary whose keys are free stands with it; a key of a product of its own under that. */
function titleOf({ payload, keyPath }: KeyView, catalogue: KeyCatalogue): string {
  const holder = catalogue.find(payload.domain, parentOf(keyPath));
  if (holder?.anyKey !== undefined) {
    return headingOf(holder, catalogue);
  }
  return payload.domain.startsWith("com.jamf.connect") ? unknownTitle : payload.domain;
}
