import { describeKey, type KeyDescription, type KeyNode, type KeyType, keyTree } from "../keys/index.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { Provider } from "../provider.ts";
import type { TypedAs, Wanted } from "./typed-text.ts";

/**
 * What has to be typed for a key. A value that the file holds in another type than the catalogue wants is replaced by one of
 * the right type; types that real profiles use as well stay.
 *
 * @param held type of the value that is there; null for a key that is not set or whose type is free
 */
export function wantedFor(domain: string, keyPath: string, held: TypedAs | null): Wanted {
  const key = describeKey(domain, keyPath) ?? ownerOfValue(domain, keyPath);
  if (key === null) return { type: held ?? "string" };
  const types: readonly string[] = [key.type, ...(key.alsoAccepted ?? [])];
  const type = held !== null && types.includes(held) ? held : scalarOf(key.type);
  return type === "integer" ? { type, least: leastOfKnown } : { type };
}

/** A key of a dictionary whose keys are chosen freely, or an item of a list: described by what holds it. */
function ownerOfValue(domain: string, keyPath: string): Pick<KeyDescription, "type" | "alsoAccepted"> | null {
  const item = /^(.*)(?:\[\d+\]|\.\d+)$/.exec(keyPath)?.[1];
  const list = item === undefined ? null : describeKey(domain, item);
  if (list?.items !== undefined) return { type: list.items };
  const holder = describeKey(domain, keyPath.slice(0, Math.max(0, keyPath.lastIndexOf("."))));
  return holder?.anyKey === undefined ? null : { type: holder.anyKey };
}

function scalarOf(type: KeyType): TypedAs {
  return type === "array" || type === "dict" ? "string" : type;
}

/** Every whole number of the catalogue counts something (minutes, days, characters, times) or names a version. */
const leastOfKnown = 0;

/**
 * The value that a key gets when it is added: what Jamf Connect assumes without it, so that adding alone changes nothing; else
 * the first of its values; else an empty one of its type. Examples of ids, addresses and accounts are none: they would be taken
 * for settings.
 */
export function firstValue(key: KeyDescription, provider: Provider | null): TypedJson {
  const own = key.providerDefaults?.find(
    ({ providers }) => provider !== null && providers.includes(provider),
  );
  if (own !== undefined) return own.value;
  if (key.default !== undefined) return key.default;
  switch (key.type) {
    case "string":
      return (
        (key.values ?? []).find(({ replacedBy }) => replacedBy === undefined)?.value ?? usableExample(key)
      );
    case "boolean":
      return false;
    case "integer":
      return typeof key.example === "number" ? key.example : (key.off ?? 0);
    case "data":
      return { $data: "" };
    case "dict":
      return {};
    case "array":
      return key.items === "dict" ? [firstItem(key)] : [];
  }
}

/** Claims and scopes are the same everywhere; other examples are of a tenant that is not the person's. */
function usableExample({ format, example }: KeyDescription): string {
  const isUsable = format === "claim" || format === "redirect-uri";
  return isUsable && typeof example === "string" ? example : "";
}

/** The first dictionary of a list: with its first key, which names it. */
export function firstItem(list: KeyDescription): TypedJson {
  const [name] = childrenOf(list.domain, list.path);
  return name === undefined ? {} : { [name.name]: firstValue(name.key, null) };
}

/** What may stand in a dictionary, or in each dictionary of a list. */
function childrenOf(domain: string, path: string): readonly KeyNode[] {
  const find = (nodes: readonly KeyNode[]): readonly KeyNode[] => {
    for (const node of nodes) {
      if (node.key.path === path) return node.children;
      const within = find(node.children);
      if (within.length > 0) return within;
    }
    return [];
  };
  return find(keyTree(domain));
}
