import { toTypedJson } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { withoutBookkeeping } from "../profile/bookkeeping.ts";
import { maskedJson, type ProfileDocument } from "../profile/index.ts";
import { listPayloads, type Payload } from "../profile/payloads.ts";
import { compareAboutPayloads, compareAboutProfile, type Identity } from "./compare-bookkeeping.ts";
import type { Comparison, Difference } from "./difference.ts";
import {
  type Explained,
  explainValue,
  keyFate,
  knownDefect,
  unexplained,
  usual,
} from "./explain-difference.ts";
import { hasEmoji, isKeptType, textsIn } from "./text-fate.ts";

/**
 * Compares a profile with what Jamf Pro has stored of it, by value. Settings inside managed preferences have to be exactly the
 * same, in both directions; for everything else it is said whether Jamf Pro always does that, or by which defect.
 *
 * @param identity `kept` where the identifier and the UUID have to be those that were sent, `new` where Jamf Pro gives its own
 */
export function compareStored(
  sent: ProfileDocument,
  stored: ProfileDocument,
  identity: Identity,
): Comparison {
  const tally = { equal: 0 };
  const differences = [
    ...compareSettings(sent, stored, tally),
    ...compareAboutProfile(sent.root, stored.root, identity),
    ...compareAboutPayloads(sent.root, stored.root),
  ];
  const order = ["unexplained", "known-defect", "usual"];
  const sorted = [...differences].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { differences: sorted, equal: tally.equal };
}

type Tally = { equal: number };

/** Settings of one domain, in one mode, of one payload. */
type Place = {
  readonly domain: string | null;
  readonly prefix: readonly string[];
  readonly settings: PlistDict;
  readonly isExact: boolean;
};

const empty: PlistDict = { kind: "dict", entries: new Map() };

function compareSettings(
  sent: ProfileDocument,
  stored: ProfileDocument,
  tally: Tally,
): readonly Difference[] {
  const [before, after] = [placesOf(sent), placesOf(stored)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const place = before.get(name) ?? after.get(name);
    if (place === undefined) return [];
    // What is stored in another form than it was sent has gone the way of that form.
    const isExact = place.isExact && after.get(name)?.isExact !== false;
    const a = before.get(name)?.settings ?? empty;
    const b = after.get(name)?.settings ?? empty;
    // An emoji anywhere in it empties the whole dictionary.
    const isEmptied =
      place.isExact && b.entries.size === 0 && [...textsIn(a)].some(({ text }) => hasEmoji(text));
    return compareDicts({ domain: place.domain, isExact, tally, isEmptied }, place.prefix, a, b);
  });
}

function placesOf(document: ProfileDocument): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    for (const layer of layersOf(payload)) {
      const count = [...places.values()].filter((place) => place.domain === domain).length;
      const isManaged = payload.form === "managed-preferences";
      const isExact = isKeptType(payload.type);
      const modes = layer.mode === null || layer.mode === "Forced" ? [] : [`(${layer.mode})`];
      const prefix = [...modes, ...(count === 0 ? [] : [`[${count}]`])];
      const settings = isManaged ? layer.settings : withoutBookkeeping(layer.settings);
      places.set(JSON.stringify([domain, layer.mode ?? "Forced", count]), {
        domain,
        prefix,
        settings,
        isExact,
      });
    }
  }
  return places;
}

/** A domain whose dictionary of settings is gone still is a place. */
function layersOf(payload: Payload) {
  return payload.layers.length > 0 ? payload.layers : [{ mode: "Forced", settings: empty }];
}

type Context = Pick<Place, "domain" | "isExact"> & { readonly tally: Tally; readonly isEmptied: boolean };

function compareDicts(
  context: Context,
  path: readonly string[],
  a: PlistDict,
  b: PlistDict,
): readonly Difference[] {
  const renamed = context.isExact ? new Map<string, string>() : renamedKeys(a, b);
  const taken = new Set(renamed.values());
  const keys = [...new Set([...a.entries.keys(), ...b.entries.keys()])].filter((key) => !taken.has(key));
  return keys.flatMap((key) => {
    const name = renamed.get(key) ?? key;
    const below = compareValues(context, [...path, key], a.entries.get(key), b.entries.get(name));
    return name === key ? below : [...below, keyDifference(context, [...path, key], key, name)];
  });
}

/** Keys that came back under another name, each with that name. */
function renamedKeys(a: PlistDict, b: PlistDict): ReadonlyMap<string, string> {
  const names = [...a.entries.keys()].map((key) => [key, keyFate(key)?.becomes ?? key] as const);
  return new Map(names.filter(([key, name]) => key !== name && !b.entries.has(key) && b.entries.has(name)));
}

function keyDifference(
  { domain }: Context,
  path: readonly string[],
  sent: string,
  stored: string,
): Difference {
  const explained = keyFate(sent)?.explained ?? unexplained;
  return { domain, keyPath: path.join("."), sent, stored, isSetting: true, ...explained };
}

function compareValues(
  context: Context,
  path: readonly string[],
  a: PlistValue | undefined,
  b: PlistValue | undefined,
): readonly Difference[] {
  if (a?.kind === "dict" && b?.kind === "dict") return compareDicts(context, path, a, b);
  if (a?.kind === "array" && b?.kind === "array" && a.items.length === b.items.length)
    return a.items.flatMap((item, index) =>
      compareValues(context, [...path, String(index)], item, b.items[index]),
    );
  const explained = explain(context, path, a, b);
  if (explained === null) {
    context.tally.equal += 1;
    return [];
  }
  return [settingDifference(context.domain, path.join("."), a, b, explained)];
}

function explain(
  { isExact, isEmptied }: Context,
  path: readonly string[],
  a: PlistValue | undefined,
  b: PlistValue | undefined,
): Explained | null {
  if (a !== undefined && b !== undefined) return explainValue(a, b, isExact);
  if (b === undefined) return isEmptied ? knownDefect("C4") : unexplained;
  // An empty key with nothing in it is what the export of Jamf Pro adds.
  return path.at(-1) === "" && b.kind === "string" && b.value === "" ? usual : unexplained;
}

function settingDifference(
  domain: string | null,
  keyPath: string,
  a: PlistValue | undefined,
  b: PlistValue | undefined,
  explained: Explained,
): Difference {
  const json = (value: PlistValue | undefined) =>
    value === undefined ? null : maskedJson(domain, keyPath, toTypedJson(value));
  return { domain, keyPath, sent: json(a), stored: json(b), isSetting: true, ...explained };
}
