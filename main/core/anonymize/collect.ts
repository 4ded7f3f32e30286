import { type RunRecord, type SettingLeaf, settingText } from "../history/index.ts";
import { toTypedJson } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { collectResult } from "./collect-result.ts";
import { collectSettings } from "./collect-settings.ts";
import { type Known, nothingKnown, type Person } from "./known.ts";
import { plainText } from "./plain-text.ts";

export type KnownSources = {
  readonly document: ProfileDocument | null;
  /** Its settings. */
  readonly leaves: readonly SettingLeaf[];
  /** Runs as they were; those that were masked for keeping are left out. */
  readonly runs: readonly RunRecord[];
  /** Ids of policies that are named elsewhere. */
  readonly policies: readonly string[];
};

/** Everything that a report's sources say about who and where, before anything is masked. */
export function collectKnown({ document, leaves, runs, policies }: KnownSources): Known {
  const lines = leaves
    .filter((leaf) => !leaf.secret)
    .map((leaf) => ({ ...leaf, value: settingText(toTypedJson(leaf.value)) }));
  const results = runs.flatMap((run) => run.results.map(collectResult));
  const parts: readonly Partial<Known>[] = [
    // People of the runs first: they are who the report is about, and `person-1` should be one of them.
    ...results.map(({ people }) => ({ people })),
    collectSettings(lines),
    ...runs.map((run) => collectSettings(run.settings.filter((line) => line.kind === "plain"))),
    ...results,
    {
      policies,
      organizations: document === null ? [] : organizationsIn(document.root),
      secrets: leaves.filter((leaf) => leaf.secret).flatMap((leaf) => textsIn(leaf.value)),
    },
  ];
  const all = <T>(pick: (part: Partial<Known>) => readonly T[] | undefined): readonly T[] =>
    parts.flatMap((part) => pick(part) ?? []);
  return {
    ...nothingKnown,
    people: mergePeople(all((part) => part.people)),
    tenants: mergeTenants(
      all((part) => part.tenants),
      runs,
    ),
    domains: all((part) => part.domains),
    hosts: all((part) => part.hosts),
    apps: distinct(all((part) => part.apps)),
    policies: distinct(all((part) => part.policies)),
    requests: distinct(all((part) => part.requests)),
    organizations: distinct(all((part) => part.organizations)),
    secrets: distinct(all((part) => part.secrets)),
  };
}

/** One person for every set of records that share an address or an object id. */
function mergePeople(people: readonly Person[]): readonly Person[] {
  const merged: Person[] = [];
  for (const person of people) {
    const index = merged.findIndex((other) => samePerson(other, person));
    const other = merged[index];
    if (other === undefined) merged.push(person);
    else merged[index] = union(other, person);
  }
  return merged;
}

function samePerson(a: Person, b: Person): boolean {
  const shares = (one: readonly string[], other: readonly string[]) =>
    one.some((value) => other.some((candidate) => candidate.toLowerCase() === value.toLowerCase()));
  return (
    shares(a.addresses, b.addresses) ||
    shares(a.objectIds, b.objectIds) ||
    (a.addresses.length === 0 && shares(a.shortNames, b.shortNames))
  );
}

function union(a: Person, b: Person): Person {
  return {
    addresses: distinct([...a.addresses, ...b.addresses]),
    fullNames: distinct([...a.fullNames, ...b.fullNames]),
    givenNames: distinct([...a.givenNames, ...b.givenNames]),
    familyNames: distinct([...a.familyNames, ...b.familyNames]),
    shortNames: distinct([...a.shortNames, ...b.shortNames]),
    objectIds: distinct([...a.objectIds, ...b.objectIds]),
  };
}

/**
 * The tenant that a run was sent to and the domain of its user name belong together: that is how `person-1@tenant-1.example`
 * comes about where no token says it. A guest's domain would be taken for the tenant's; nothing is disclosed by that.
 */
function mergeTenants(tenants: Known["tenants"], runs: readonly RunRecord[]): Known["tenants"] {
  const userDomains = runs.flatMap((run) => run.results.flatMap((result) => collectResult(result).domains));
  const ids = distinct(tenants.map(({ id }) => id));
  return ids.map((id, index) => ({
    id,
    domains: distinct([
      ...tenants
        .filter((tenant) => tenant.id.toLowerCase() === id.toLowerCase())
        .flatMap(({ domains }) => domains),
      ...(index === 0 ? userDomains : []),
    ]),
  }));
}

function organizationsIn(root: PlistDict): readonly string[] {
  const content = root.entries.get("PayloadContent");
  const dicts = [root, ...(content?.kind === "array" ? content.items : [])];
  return dicts.flatMap((dict) => {
    const value = dict.kind === "dict" ? dict.entries.get("PayloadOrganization") : undefined;
    return value?.kind === "string" ? [plainText(value.value).trim()] : [];
  });
}

function textsIn(value: PlistValue): readonly string[] {
  if (value.kind === "string") return [plainText(value.value).trim()];
  if (value.kind === "array") return value.items.flatMap(textsIn);
  return value.kind === "dict" ? [...value.entries.values()].flatMap(textsIn) : [];
}

function distinct(values: readonly string[]): readonly string[] {
  const filled = values.filter((value) => value !== "");
  return [...new Map(filled.toReversed().map((value) => [value.toLowerCase(), value])).values()].toReversed();
}
