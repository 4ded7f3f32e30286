import type { KeyEntry } from "../../../preload/contract.ts";
import { type TabId, tabIds } from "../../stores/navigation-store.ts";
import type { FormGroup, FormModel, FormRow } from "./form-rows.ts";
import { matches } from "./tabs.ts";

/** The groups of each tab that are to be shown; empty groups are left out. */
export function filterForm(model: FormModel, query: string, onlySet: boolean): FormModel {
  if (query === "" && !onlySet) {
    return model;
  }
  const keep = (row: FormRow) => (!onlySet || isSet(row)) && (query === "" || matches(query, textsOf(row)));
  const filtered = (groups: readonly FormGroup[]): readonly FormGroup[] =>
    groups
      .map((group) => ({ ...group, rows: group.rows.filter(keep) }))
      .filter(({ rows }) => rows.length > 0);
  return {
    identity: filtered(model.identity),
    login: filtered(model.login),
    connect: filtered(model.connect),
    actions: filtered(model.actions),
    shares: filtered(model.shares),
    other: filtered(model.other),
  };
}

export function isSet(row: FormRow): boolean {
  return row.kind === "field" ? row.field.destinations.some((to) => to.value !== null) : row.kind === "set";
}

/** How many rows a tab has, and how many of them hold a value. */
export function countRows(groups: readonly FormGroup[]): { readonly set: number; readonly all: number } {
  const rows = groups.flatMap((group) => group.rows);
  return { set: rows.filter(isSet).length, all: rows.length };
}

/** All tabs in one list, for what is found in any of them. */
export function allGroups(
  model: FormModel,
): readonly { readonly tab: TabId; readonly groups: readonly FormGroup[] }[] {
  return tabIds.map((tab) => ({ tab, groups: model[tab] })).filter(({ groups }) => groups.length > 0);
}

/** Names, meanings and values; of a secret no value. */
function textsOf(row: FormRow): readonly (string | null)[] {
  if (row.kind === "field") {
    const { title, help, value, choices, kind, destinations } = row.field;
    const chosen = choices.find((choice) => choice.value === value)?.title ?? null;
    return [title, help, kind === "secret" ? null : value, chosen, ...destinations.map((to) => to.keyPath)];
  }
  if (row.kind === "unset") {
    return [row.entry.keyPath, ...meaning(row.entry), textOfDefault(row.entry)];
  }
  const { key, entry, title } = row;
  const inside = Array.isArray(key.value) ? JSON.stringify(key.value) : null;
  return [title, key.keyPath, key.payload.domain, ...meaning(entry), key.secret ? null : key.display, inside];
}

function meaning(entry: KeyEntry | null): readonly (string | null)[] {
  if (entry === null) {
    return [];
  }
  const values = (entry.values ?? []).flatMap(({ value, title }) => [value, title]);
  return [entry.title, entry.description, entry.section, ...values];
}

function textOfDefault({ default: assumed }: KeyEntry): string | null {
  return assumed === undefined ? null : String(assumed);
}
