import type { TabId } from "../../stores/navigation-store.ts";
import type { FormGroup, FormModel, FormRow } from "./form-rows.ts";

/** Heading over keys that have no meaning for the provider of the profile. */
export const forOthers = "For other providers";

/** Collects rows under their headings, in the order of first appearance; what is for other providers comes last. */
export class GroupBuilder {
  private readonly tabs = new Map<TabId, Map<string, FormGroup & { readonly rows: FormRow[] }>>();
  private readonly last = new Map<TabId, FormRow[]>();

  add(tab: TabId, title: string, row: FormRow, note: string | null = null, isLast = false): void {
    if (isLast) {
      this.last.set(tab, [...(this.last.get(tab) ?? []), row]);
      return;
    }
    const groups = this.tabs.get(tab) ?? new Map<string, FormGroup & { readonly rows: FormRow[] }>();
    this.tabs.set(tab, groups);
    const id = `${tab} ${title} ${note ?? ""}`;
    const group = groups.get(id) ?? { id, title, note, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }

  model(): FormModel {
    const groupsOf = (tab: TabId): readonly FormGroup[] => {
      const rows = this.last.get(tab);
      const end = rows === undefined ? [] : [{ id: `${tab} others`, title: forOthers, note: null, rows }];
      return [...(this.tabs.get(tab)?.values() ?? []), ...end];
    };
    return {
      identity: groupsOf("identity"),
      login: groupsOf("login"),
      connect: groupsOf("connect"),
      actions: groupsOf("actions"),
      shares: groupsOf("shares"),
      other: groupsOf("other"),
    };
  }
}
