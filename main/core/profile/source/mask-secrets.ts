import type { PlistDict, PlistValue } from "../../plist/value.ts";
import type { ProfileDocument } from "../document.ts";
import type { LeftOut } from "../leave-out.ts";
import type { KeyPath } from "../patch.ts";
import { listPayloads } from "../payloads.ts";
import { isSecretSetting } from "../secret-setting.ts";

/** A document in which a mark stands for each secret. */
export type MaskedDocument = {
  readonly document: ProfileDocument;
  /** How every mark begins; no text of the document holds it. */
  readonly bullets: string;
};

/** What a mark says beside its number: the value is in the document, or a draft had left it out and it is in no document. */
const words = { kept: "(kept, not shown)", missing: "(left out of the draft)" } as const;

type Why = keyof typeof words;

/** Places of values that are not shown, as a tree. */
type Places = Map<string | number, Places | Why>;

/**
 * Puts a mark in the place of each secret (client secrets, licences, passwords of other payloads), whatever kind it is of. Each
 * has a number of its own, in the order of the document: two marks that change places can be told apart.
 *
 * @param leftOut what a draft had left out, which has marks too
 */
export function maskSecrets(document: ProfileDocument, leftOut: readonly LeftOut[] = []): MaskedDocument {
  const places = secretPlaces(document);
  for (const { path } of leftOut) add(places, path, "missing");
  if (places.size === 0) return { document, bullets: bulletsFor(document.root) };
  const bullets = bulletsFor(document.root);
  let count = 0;
  const mark = (why: Why): PlistValue => {
    count += 1;
    return { kind: "string", value: `${bullets} ${count} ${words[why]}` };
  };
  const root = masked(document.root, places, mark);
  return { document: root.kind === "dict" ? { ...document, root } : document, bullets };
}

function masked(
  value: PlistValue,
  places: Places | Why | undefined,
  mark: (why: Why) => PlistValue,
): PlistValue {
  if (places === undefined) return value;
  if (typeof places === "string") return mark(places);
  if (value.kind === "dict") {
    const entries = [...value.entries].map(
      ([key, item]) => [key, masked(item, places.get(key), mark)] as const,
    );
    return { kind: "dict", entries: new Map(entries) };
  }
  return value.kind === "array"
    ? { kind: "array", items: value.items.map((item, index) => masked(item, places.get(index), mark)) }
    : value;
}

/** Every payload counts, also those without a preference domain, and every layer: what does not count on a Mac is in the file. */
function secretPlaces(document: ProfileDocument): Places {
  const places: Places = new Map();
  for (const { domain, layers } of listPayloads(document))
    for (const { path, settings } of layers)
      for (const [key, value] of settings.entries) collect(domain, key, [...path, key], value, places);
  return places;
}

function collect(
  domain: string | null,
  keyPath: string,
  path: KeyPath,
  value: PlistValue,
  places: Places,
): void {
  if (isSecretSetting(domain, keyPath, value)) {
    add(places, path, "kept");
  } else if (value.kind === "dict") {
    for (const [key, inner] of value.entries)
      collect(domain, `${keyPath}.${key}`, [...path, key], inner, places);
  } else if (value.kind === "array") {
    for (const [index, item] of value.items.entries())
      collect(domain, `${keyPath}[${index}]`, [...path, index], item, places);
  }
}

function add(places: Places, path: KeyPath, why: Why): void {
  let at = places;
  for (const step of path.slice(0, -1)) {
    const next = at.get(step);
    if (typeof next === "string") return;
    const inner: Places = next ?? new Map();
    if (next === undefined) at.set(step, inner);
    at = inner;
  }
  const last = path.at(-1);
  if (last !== undefined) at.set(last, why);
}

/** Six, or one more than the longest run of them in the document. */
function bulletsFor(root: PlistDict): string {
  let longest = 5;
  const look = (value: PlistValue): void => {
    if (value.kind === "string") {
      for (const [run] of value.value.matchAll(/•+/g)) longest = Math.max(longest, run.length);
    } else if (value.kind === "array") {
      for (const item of value.items) look(item);
    } else if (value.kind === "dict") {
      for (const item of value.entries.values()) look(item);
    }
  };
  look(root);
  return "•".repeat(longest + 1);
}

/** Whether the text is a mark, whole, of whatever number. */
export function isWholeMark(text: string, bullets: string): boolean {
  const rest = text.startsWith(bullets) ? /^ \d+ (.*)$/.exec(text.slice(bullets.length))?.[1] : undefined;
  return rest === words.kept || rest === words.missing;
}
