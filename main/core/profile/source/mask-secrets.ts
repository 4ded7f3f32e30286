import type { PlistDict, PlistValue } from "../../plist/value.ts";
import type { ProfileDocument } from "../document.ts";
import type { LeftOut } from "../leave-out.ts";
import { isSecretSetting } from "../secret-setting.ts";
import { replaceValues } from "../walk-document.ts";

/** A document in which a mark stands for each secret. */
export type MaskedDocument = {
  readonly document: ProfileDocument;
  /** How every mark begins; no text of the document holds it. */
  readonly bullets: string;
};

/** What a mark says beside its number: the value is in the document, or a draft had left it out and it is in no document. */
const words = { kept: "(kept, not shown)", missing: "(left out of the draft)" } as const;

/**
 * Puts a mark in the place of each secret (`isSecretSetting`), whatever kind it is of. Each has a number of its own, in the order of the
 * document: two marks that change places can be told apart.
 *
 * @param leftOut what a draft had left out, which has marks too
 */
export function maskSecrets(document: ProfileDocument, leftOut: readonly LeftOut[] = []): MaskedDocument {
  const missing = new Set(leftOut.map(({ path }) => JSON.stringify(path)));
  const bullets = bulletsFor(document.root);
  let count = 0;
  const masked = replaceValues(document, (value, { path, domain, keyPath }) => {
    const isMissing = missing.size > 0 && missing.has(JSON.stringify(path));
    if (!isMissing && !isSecretSetting(domain, keyPath, value)) return null;
    count += 1;
    return { kind: "string", value: `${bullets} ${count} ${isMissing ? words.missing : words.kept}` };
  });
  return { document: masked, bullets };
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
