import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export type Sample = { readonly name: string; readonly path: string; readonly bytes: Uint8Array };

/** The files of one folder of published samples that lies beside the repository; none where it is missing. */
export function readSamples(folder: "profiles" | "malformed"): readonly Sample[] {
  const path = resolve(import.meta.dirname, "../../../../shared/samples", folder);
  if (!existsSync(path)) {
    console.log(
      `The samples (../shared/samples/${folder}) are not on this machine: tests with them are left out.`,
    );
    return [];
  }
  return readdirSync(path)
    .filter((name) => name !== "INDEX.json")
    .sort()
    .map((name) => ({ name, path: join(path, name), bytes: readFileSync(join(path, name)) }));
}

/** Facts about the samples that were collected beside them; empty where the folder is missing. */
export function sampleIndex(folder: "profiles" | "malformed"): readonly IndexEntry[] {
  const path = resolve(import.meta.dirname, "../../../../shared/samples", folder, "INDEX.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

export type IndexEntry = {
  readonly file: string;
  readonly facts: {
    readonly format: "xml" | "binary" | "cms" | "other";
    readonly python_plistlib_parses: boolean;
    readonly payload_types?: readonly (string | null)[];
  };
};
