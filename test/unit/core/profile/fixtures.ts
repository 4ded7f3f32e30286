import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ProfileDocument, readProfile } from "../../../../main/core/profile/index.ts";

const folder = join(import.meta.dirname, "../../../fixtures/profiles");

/** `contoso.mobileconfig`: login direct, menu bar and shares in one wrapper, a payload of another kind. */
export const contoso = (): ProfileDocument => fixture("contoso.mobileconfig");

/** `layers.mobileconfig`: one domain with two forced sets and one that is set once. */
export const layers = (): ProfileDocument => fixture("layers.mobileconfig");

/** A bare plist of settings, given as the content of its `<dict>`. */
export function bare(content: string, fileName: string | null = null, domain?: string): ProfileDocument {
  return read(`<plist version="1.0"><dict>${content}</dict></plist>`, fileName, domain);
}

/** A document from text; throws the problem, for tests that need a document. */
export function read(text: string, fileName: string | null = null, domain?: string): ProfileDocument {
  const options = { fileName, ...(domain === undefined ? {} : { domain }) };
  const result = readProfile(new TextEncoder().encode(text), options);
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

function fixture(name: string): ProfileDocument {
  return read(readFileSync(join(folder, name), "utf8"), name);
}
