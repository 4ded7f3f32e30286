import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The kinds of published samples, each a folder. */
export type SampleKind = "profiles" | "malformed" | "ca-policies" | "signins";

const beside = resolve(import.meta.dirname, "../../../shared/samples");

/**
 * The folder of one kind of samples beside the repository. Most machines do not have it: then it is null, and one line says
 * that something was left out. `LATCHKEY_REQUIRE_SAMPLES=1` says that it is there, and not to find it is an error.
 *
 * @throws when the samples are required and not found
 */
export function sampleFolder(
  kind: SampleKind,
  from: string = beside,
  required: boolean = process.env["LATCHKEY_REQUIRE_SAMPLES"] === "1",
): string | null {
  const folder = resolve(from, kind);
  if (existsSync(folder)) return folder;
  const missing = `The samples (../shared/samples/${kind}) are not beside the repository`;
  if (required) throw new Error(`${missing}, and LATCHKEY_REQUIRE_SAMPLES says that they are.`);
  console.log(`${missing}: tests with them are left out.`);
  return null;
}
