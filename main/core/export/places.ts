import type { PlistValue } from "../plist/value.ts";
import { isBookkeepingKey } from "../profile/bookkeeping.ts";
import { listPayloads, type Payload, type ProfileDocument } from "../profile/index.ts";
import { keyPathBelow } from "../profile/key-path.ts";
import type { CheckedPlace } from "./route-check.ts";

/** One value among the settings, lists and dictionaries included. */
export type PlacedValue = CheckedPlace & {
  readonly payload: Payload;
  /** What it is called in the dictionary that holds it; null for an item of a list. */
  readonly key: string | null;
  readonly value: PlistValue;
};

/** Every setting of every payload, with what is inside it; what holds others comes before them. */
export function* placedValues(document: ProfileDocument): Generator<PlacedValue> {
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    for (const { settings } of payload.layers)
      for (const [key, value] of settings.entries)
        if (!isBookkeepingKey(key)) yield* below({ payload, domain, keyPath: key, key, value });
  }
}

function* below(place: PlacedValue): Generator<PlacedValue> {
  yield place;
  const { value, keyPath } = place;
  if (value.kind === "array")
    for (const [index, item] of value.items.entries())
      yield* below({ ...place, keyPath: keyPathBelow(keyPath, index), key: null, value: item });
  if (value.kind === "dict")
    for (const [key, item] of value.entries)
      yield* below({ ...place, keyPath: keyPathBelow(keyPath, key), key, value: item });
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
