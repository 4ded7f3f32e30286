import type { PlistDict } from "../plist/value.ts";
import { textAt } from "../profile/bookkeeping.ts";
import { listPayloads, type ProfileDocument } from "../profile/index.ts";
import type { KeyPath } from "../profile/patch.ts";
import { isJamfConnectDomain } from "./subject.ts";

/** A payload as it lies in the list of a profile: one dictionary, whatever number of domains it manages. */
export type PayloadItem = {
  readonly item: PlistDict;
  readonly path: KeyPath;
  readonly type: string | null;
  /** It holds settings of Jamf Connect. */
  readonly isJamfConnect: boolean;
};

/** The payloads of a profile as they lie there; none in a bare property list. */
export function payloadItems(document: ProfileDocument): readonly PayloadItem[] {
  const content = document.root.entries.get("PayloadContent");
  if (document.format === "plist" || content?.kind !== "array") return [];
  const ours = new Set(
    listPayloads(document)
      .filter(({ domain }) => domain !== null && isJamfConnectDomain(domain))
      .map(({ path }) => path[1]),
  );
  return content.items.flatMap((item, index): readonly PayloadItem[] =>
    item.kind === "dict"
      ? [
          {
            item,
            path: ["PayloadContent", index],
            type: textAt(item, "PayloadType"),
            isJamfConnect: ours.has(index),
          },
        ]
      : [],
  );
}

/** How a payload is named in a sentence. */
export function payloadName({ item, path, type }: PayloadItem): string {
  const name = textAt(item, "PayloadDisplayName");
  return name ?? type ?? `payload ${Number(path[1]) + 1}`;
}
