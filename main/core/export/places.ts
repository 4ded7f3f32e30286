import type { PlistValue } from "../plist/value.ts";
import { isBookkeepingKey } from "../profile/bookkeeping.ts";
import { listPayloads, type Payload, type ProfileDocument } from "../profile/index.ts";
import { keyPathBelow } from "../profile/key-path.ts";
import type { CheckedPlace } from "./route-check.ts";

/** One value among the settings, lists and dictionaries included. */
export type PlacedValue = CheckedPlace & { readonly payload: Payload; readonly value: PlistValue };

/** Every setting of every payload, with what is inside it; what holds others comes before them. */
export function* placedValues(document: ProfileDocument): Generator<PlacedValue> {
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    for (const { settings } of payload.layers)
      for (const [key, value] of settings.entries)
        if (!isBookkeepingKey(key)) yield* below(payload, domain, key, value);
  }
}

function* below(
  payload: Payload,
  domain: string | null,
  keyPath: string,
  value: PlistValue,
): Generator<PlacedValue> {
  yield { payload, domain, keyPath, value };
  if (value.kind === "array")
    for (const [index, item] of value.items.entries())
      yield* below(payload, domain, keyPathBelow(keyPath, index), item);
  if (value.kind === "dict")
    for (const [key, item] of value.entries) yield* below(payload, domain, keyPathBelow(keyPath, key), item);
}

const mostNamed = 20;

/** The first places of many, each once. */
export function firstPlaces(values: readonly CheckedPlace[]): readonly CheckedPlace[] {
  const named = new Map(
    values.map(({ domain, keyPath }) => [JSON.stringify([domain, keyPath]), { domain, keyPath }]),
  );
  return [...named.values()].slice(0, mostNamed);
}

/** `1 value`, `3 values`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
