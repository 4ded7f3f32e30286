import { type KeyDescription, type KnownElsewhere, keyDomains, knownElsewhere } from "../keys/index.ts";
import type { LintSetting } from "./subject.ts";

/** What is known about a key that the catalogue does not have at its place. */
export type Misplaced = { readonly kind: "unknown" } | KnownElsewhere;

/** Domains of current versions. */
const current = keyDomains.filter(({ deprecated }) => deprecated === undefined);

/**
 * Where a key belongs that the catalogue does not have where it stands. Null for one that it has, for items of lists, for
 * what stands inside something unknown or inside a dictionary that takes any key, and in domains of 1.x.
 */
export function misplaced({ domain, key, path, keyPath }: LintSetting): Misplaced | null {
  if (key !== null) return null;
  const name = path.at(-1);
  const own = current.find((known) => known.domain === domain);
  if (own === undefined || typeof name !== "string") return null;
  if (path.length > 1 && takesAnyKey(own.keys, keyPath, name)) return null;
  if (
    path.length > 1 &&
    !takesKnownKeys(
      own.keys.map((known) => known.path),
      keyPath,
      name,
    )
  )
    return null;
  return knownElsewhere(domain, keyPath) ?? { kind: "unknown" };
}

/** Names that are known at the place where a key stands. */
export function namesBeside({ domain, keyPath, path }: LintSetting): readonly string[] {
  const paths = current.find((known) => known.domain === domain)?.keys.map((known) => known.path) ?? [];
  const parent = parentOf(keyPath, String(path.at(-1)));
  return paths
    .filter((known) => (parent === "" ? !known.includes(".") : known.startsWith(`${parent}.`)))
    .map((known) => (parent === "" ? known : known.slice(parent.length + 1)))
    .filter((name) => !name.includes("."));
}

/** Whether the keys of the dictionary around a key are chosen freely. */
function takesAnyKey(keys: readonly KeyDescription[], keyPath: string, name: string): boolean {
  const parent = parentOf(keyPath, name);
  return keys.some((known) => known.path === parent && known.anyKey !== undefined);
}

/** Whether the dictionary around a key is one whose keys are known. */
function takesKnownKeys(paths: readonly string[], keyPath: string, name: string): boolean {
  const parent = parentOf(keyPath, name);
  return paths.some((known) => known.startsWith(`${parent}.`));
}

/** The path of the dictionary around a key as the catalogue writes it. */
function parentOf(keyPath: string, name: string): string {
  return keyPath.slice(0, Math.max(0, keyPath.length - name.length - 1)).replace(/\[\d+\]/gu, "[]");
}
