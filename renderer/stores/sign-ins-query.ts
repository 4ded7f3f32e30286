import type { ProfileApp, RowColumn, RowFilter, RowQuery, SignInClass } from "../../preload/contract.ts";

/** Which applications are looked at: those of the open profile, all, or one by its id. */
export type AppChoice = "profile" | "all" | { readonly appId: string };

/** What was chosen: everything that is shown follows from it. */
export type SignInsChoice = {
  readonly apps: AppChoice;
  readonly since: number | null;
  readonly until: number | null;
  readonly user: string | null;
  /** Classes whose rows stand in the table; empty for all. */
  readonly classes: readonly SignInClass[];
  readonly failuresOnly: boolean;
  readonly code: number | null;
  readonly policy: string | null;
  readonly place: string | null;
  readonly search: string;
  readonly sort: RowColumn;
  readonly descending: boolean;
};

export const firstChoice: SignInsChoice = {
  apps: "profile",
  since: null,
  until: null,
  user: null,
  classes: [],
  failuresOnly: false,
  code: null,
  policy: null,
  place: null,
  search: "",
  sort: "at",
  descending: true,
};

/** What the numbers, the chart and the lists are about. */
export function filterOf(choice: SignInsChoice, profileApps: readonly ProfileApp[]): RowFilter {
  const { apps, since, until, user } = choice;
  const appIds =
    apps === "all" ? [] : apps === "profile" ? profileApps.map(({ appId }) => appId) : [apps.appId];
  return { appIds, since, until, user };
}

/** Which rows stand in the table. */
export function selectionOf(
  choice: SignInsChoice,
  profileApps: readonly ProfileApp[],
): Omit<RowQuery, "sort" | "descending" | "offset" | "limit"> {
  const { classes, failuresOnly, code, policy, place, search } = choice;
  return { filter: filterOf(choice, profileApps), classes, failuresOnly, code, policy, place, search };
}

/** Whether the numbers have to be asked for again after a change; else only the rows. */
export function changesNumbers(change: Partial<SignInsChoice>): boolean {
  return ["apps", "since", "until", "user"].some((name) => Object.hasOwn(change, name));
}
