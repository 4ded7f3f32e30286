import { equalValues } from "../plist/index.ts";
import type { PlistValue } from "../plist/value.ts";
import { isSecretSetting, listPayloads, type ProfileDocument } from "../profile/index.ts";
import type { KeyPath } from "../profile/patch.ts";
import { shownValue } from "./hit.ts";

/** One place of a document that a fix changed: as text, secrets never shown; null where there is nothing. */
export type ChangedValue = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Everything in which two states of one document differ, in the order of the first. */
export function changedValues(before: ProfileDocument, after: ProfileDocument): readonly ChangedValue[] {
  const changes: ChangedValue[] = [];
  const isSecret = secretPlaces(before);
  const compare = (a: PlistValue | undefined, b: PlistValue | undefined, path: KeyPath): void => {
    if (a !== undefined && b !== undefined && equalValues(a, b)) return;
    if (a?.kind === "dict" && b?.kind === "dict") {
      for (const key of new Set([...a.entries.keys(), ...b.entries.keys()]))
        compare(a.entries.get(key), b.entries.get(key), [...path, key]);
      return;
    }
    if (a?.kind === "array" && b?.kind === "array" && a.items.length === b.items.length) {
      for (const [index, item] of a.items.entries()) compare(item, b.items[index], [...path, index]);
      return;
    }
    const text = (value: PlistValue | undefined): string | null => {
      if (value === undefined) return null;
      return isSecret(path, value) ? "(a secret, not shown)" : shownValue(value);
    };
    changes.push({ path: pathText(path), before: text(a), after: text(b) });
  };
  compare(before.root, after.root, []);
  return changes;
}

/** `PayloadContent[0].OIDCTenant`. */
function pathText(path: KeyPath): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

/** Whether a place holds a secret, by the catalogue or by its name. */
function secretPlaces(document: ProfileDocument): (path: KeyPath, value: PlistValue) => boolean {
  const layers = listPayloads(document).flatMap(({ domain, layers: all }) =>
    all.map(({ path }) => ({ domain, path })),
  );
  return (path, value) => {
    const layer = layers.find(({ path: base }) => base.every((step, index) => path[index] === step));
    const keyPath = pathText(path.slice(layer?.path.length ?? 0));
    return isSecretSetting(layer?.domain ?? null, keyPath, value);
  };
}
