import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFolder } from "../../support/samples.ts";

export type Sample = { readonly name: string; readonly path: string; readonly bytes: Uint8Array };

/** The files of one folder of published samples that lies beside the repository; none where it is missing. */
export function readSamples(folder: "profiles" | "malformed"): readonly Sample[] {
  const path = sampleFolder(folder);
  if (path === null) return [];
  return readdirSync(path)
    .filter((name) => name !== "INDEX.json")
    .sort()
    .map((name) => ({ name, path: join(path, name), bytes: readFileSync(join(path, name)) }));
}

/** Facts about the samples that were collected beside them; empty where the folder is missing. */
export function sampleIndex(folder: "profiles" | "malformed"): readonly IndexEntry[] {
  const path = sampleFolder(folder);
  return path === null ? [] : JSON.parse(readFileSync(join(path, "INDEX.json"), "utf8"));
}

export type IndexEntry = {
  readonly file: string;
  readonly facts: {
    readonly format: "xml" | "binary" | "cms" | "other";
    readonly python_plistlib_parses: boolean;
    readonly payload_types?: readonly (string | null)[];
  };
};
