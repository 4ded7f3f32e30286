import { isGuid } from "../guid.ts";
import type { Asked } from "../login-result.ts";
import type { RunKind, RunRecord } from "./run-record.ts";

/** What a run is called wherever it is shown: in lists, comparisons, reports and while it goes on. */
export type RunName = {
  /** The practice scenario; else the person, or the tenant where nobody is named. */
  readonly title: string;
  /** The rest: `r…@contoso.example, check`, `contoso.com, both`. */
  readonly rest: string;
  /** Whom and where it was about, without what was asked: `Two API apps, r…@contoso.example`. */
  readonly about: string;
  /** Title and rest in one line, without a mark for practice. */
  readonly whole: string;
  /** What stood otherwise in the practice tenant than its scenario says: `CA001 turned off`; rest, about and whole say so. */
  readonly changed?: string;
};

/** What a run is named by. */
export type NamedBy = Pick<Asked, "host" | "tenant" | "person"> & {
  readonly kind: RunKind;
  /** Title of the practice scenario; null for a tenant of one's own. */
  readonly scenario: string | null;
  /** What stood otherwise in the practice tenant than its scenario says, a few words each: `CA001 turned off`. */
  readonly changes?: readonly string[];
};

const askedWords: Readonly<Record<RunKind, string>> = { oidc: "login", ropg: "check", both: "both" };

/** Scenario or tenant, person and what was asked, the telling one first. */
export function nameRun({ kind, scenario, host, tenant, person, changes = [] }: NamedBy): RunName {
  const place = scenario ?? shortTenant(tenant) ?? (host === "" ? null : host);
  const changed = scenario === null ? null : changedWords(changes);
  const parts = scenario === null ? [person, place] : [place, changed, person];
  const [title = "No address", ...rest] = parts.filter((part) => part !== null);
  const words = [...rest, askedWords[kind]].join(", ");
  return {
    title,
    rest: words,
    about: [title, ...rest].join(", "),
    whole: `${title}, ${words}`,
    ...(changed === null ? {} : { changed }),
  };
}

/** One change is told; of more it is told how many. */
function changedWords(changes: readonly string[]): string | null {
  const [only, ...more] = changes;
  if (only === undefined) return null;
  return more.length === 0 ? only : `${changes.length} switches changed`;
}

/**
 * What a run that ended is called; a run of both by its login, and by its check where that names more.
 *
 * @param changes what stood otherwise in the practice tenant than its scenario says
 */
export function runName(
  { kind, results, scenario, scenarioTitle }: RunRecord,
  changes: readonly string[] = [],
): RunName {
  const asked = results.map((result) => result.asked);
  const first = (values: readonly (string | null)[]) =>
    values.find((value) => value !== null && value !== "") ?? null;
  return nameRun({
    kind,
    scenario: scenarioTitle ?? scenario,
    changes,
    host: first(asked.map(({ host }) => host)) ?? "",
    tenant: first(asked.map(({ tenant }) => tenant)),
    person: first(asked.map(({ person }) => person)),
  });
}

/** A tenant that is known by its id alone is called by the first part of it. */
function shortTenant(tenant: string | null): string | null {
  if (tenant === null || tenant === "") return null;
  return isGuid(tenant) ? `${tenant.slice(0, 8)}…` : tenant;
}
