import type { KeyEntry, TypedJson } from "../../../preload/contract.ts";
import { kindOf } from "../../text/typed-value.ts";

/** How a list is shown: texts as chips, dictionaries as a table, everything else one item below the other. */
export type ArrayKind = "tokens" | "table" | "list";

/** @param entry what is known about the list */
export function arrayKind(items: readonly TypedJson[], entry: KeyEntry | null): ArrayKind {
  const isOfTexts = entry === null || entry.items === undefined || entry.items === "string";
  if (isOfTexts && items.every(isShortText) && (items.length > 0 || entry?.items === "string")) {
    return "tokens";
  }
  const isOfDictionaries = items.length > 0 && items.every((item) => kindOf(item) === "dict");
  return isOfDictionaries || (items.length === 0 && entry?.items === "dict") ? "table" : "list";
}

function isShortText(item: TypedJson): boolean {
  return typeof item === "string" && item.length <= 200 && !/[\n\r]/.test(item);
}
