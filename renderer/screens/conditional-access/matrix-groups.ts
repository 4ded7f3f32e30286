import type { CellKind, MatrixCell, MatrixRowView, MatrixView } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";
import { splitNameless } from "../../text/nameless.ts";

export const groupTitles: Readonly<Record<CellKind, string>> = {
  blocks: "Block or refuse",
  "locks-out": "Can lock people out",
  mfa: "Demand MFA",
  other: "Apply, and stop neither sign-in",
  depends: "Depends on what is not chosen",
  "report-only": "Report only, not enforced",
  "does-not-apply": "Do not apply",
};

export const cellIcons: Readonly<Record<CellKind, IconName | null>> = {
  blocks: "block",
  "locks-out": "lock",
  mfa: "phone",
  other: null,
  depends: "question",
  "report-only": "eye",
  "does-not-apply": null,
};

/** What a cell shows: of a policy that only reports, what it would do stands in the tooltip. */
export function shownWord({ kind, word }: MatrixCell): string {
  return kind === "report-only" ? "Report only" : word;
}

/** One line of the list: the head of a group, or a policy. */
export type MatrixLine =
  | { readonly kind: "group"; readonly group: CellKind; readonly amount: number }
  | { readonly kind: "policy"; readonly row: MatrixRowView };

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** By name, and what has none last. */
function compareNames(a: MatrixRowView, b: MatrixRowView): number {
  const [isNameless, isOtherNameless] = [a, b].map(({ displayName }) => splitNameless(displayName) !== null);
  if (isNameless !== isOtherNameless) return isNameless === true ? 1 : -1;
  return byName.compare(a.displayName, b.displayName);
}

/**
 * Rows with the heads of their groups between them, by name inside a group; with a filter those whose name or targets
 * hold all of its words.
 */
export function matrixLines({ rows }: MatrixView, filter: string): readonly MatrixLine[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => {
    const text = `${row.displayName} ${row.targets} ${row.id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const groups = [...new Set(shown.map(({ group }) => group))];
  const sorted = groups.flatMap((each) => shown.filter((row) => row.group === each).toSorted(compareNames));
  const lines: MatrixLine[] = [];
  let group: CellKind | null = null;
  for (const row of sorted) {
    if (row.group !== group) {
      group = row.group;
      const amount = shown.filter((each) => each.group === row.group).length;
      lines.push({ kind: "group", group, amount });
    }
    lines.push({ kind: "policy", row });
  }
  return lines;
}
