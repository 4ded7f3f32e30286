import { findSecrets } from "./find-secrets.ts";
import { formRanges } from "./form.ts";
import type { KnownSecrets } from "./needles.ts";
import { maskSecrets, maskWith } from "./secrets.ts";
import { tokenRanges } from "./tokens.ts";

/** An address that may be shown: secret parameters of query and fragment masked, user info removed. */
export function maskUrl(address: string, known: KnownSecrets, keep?: number): string {
  if (!URL.canParse(address)) return maskSecrets(address, known, keep);
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return maskWith(url.href, keep, (seen) => {
    const hash = seen.indexOf("#");
    const query = seen.indexOf("?");
    const end = hash < 0 ? seen.length : hash;
    return [
      ...findSecrets(seen, known),
      ...tokenRanges(seen),
      ...(query < 0 || query > end ? [] : formRanges(seen.slice(query + 1, end), query + 1)),
      ...(hash < 0 ? [] : formRanges(seen.slice(hash + 1), hash + 1)),
    ];
  });
}
