import { createContext, type ReactNode, useContext } from "react";
import type { Finding, KeyEntry, KeyView } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import type { Place } from "../../stores/form-store.ts";
import { findingName } from "../../text/finding-name.ts";
import { writeKeyPath } from "../../text/key-path.ts";
import { arrayKind } from "./array-kind.ts";

/** Findings about the items of the list of a row. */
export const ItemFindingsContext = createContext<readonly Finding[]>([]);

/** Findings about one item of a list, or about what it holds. */
export function useItemFindings({ path }: Place): readonly Finding[] {
  const item = writeKeyPath(path);
  return useContext(ItemFindingsContext).filter(({ where }) => isAbout(where.keyPath, item));
}

/** Shows them beside it. */
export function ItemFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return findings.map((finding) => <FindingNote key={findingName(finding)} finding={finding} />);
}

/** The findings of a row, parted into those about the row and those that stand beside an item of its list. */
export function partFindings(
  { keyPath, value }: Pick<KeyView, "keyPath" | "value">,
  entry: KeyEntry | null,
  findings: readonly Finding[],
): { readonly own: readonly Finding[]; readonly ofItems: readonly Finding[] } {
  const isOfItem = ({ where }: Finding) =>
    Array.isArray(value) &&
    arrayKind(value, entry) !== "tokens" &&
    value.some((_, index) => isAbout(where.keyPath, `${keyPath}[${index}]`));
  return {
    own: findings.filter((finding) => !isOfItem(finding)),
    ofItems: findings.filter(isOfItem),
  };
}

function isAbout(keyPath: string | undefined, item: string): boolean {
  if (keyPath === undefined || !keyPath.startsWith(item)) return false;
  const rest = keyPath.slice(item.length);
  return rest === "" || rest.startsWith(".") || rest.startsWith("[");
}
