import { savedName } from "../saved-values.ts";
import type { GraphRequest } from "../setup-plan.ts";

/** A stretch of a text as it is, or the name of what an earlier step saved. */
export type SavedPart = { readonly text: string } | { readonly saved: string };

/** A text of a plan in parts: where `{clientAppId}` stands, a script puts what it found or made. */
export function savedParts(text: string): readonly SavedPart[] {
  return text.split(savedName).flatMap((part, index): readonly SavedPart[] => {
    if (index % 2 === 1) return [{ saved: part }];
    return part === "" ? [] : [{ text: part }];
  });
}

/**
 * Whether a request makes something that rests on what was made before, and that Entra ID makes once only: such a request can be sent again.
 * What has a name could be there twice.
 */
export function restsOnOther({ url, body = {} }: GraphRequest): boolean {
  const isNamed = Object.hasOwn(body, "displayName");
  return !isNamed && savedParts(`${url}${JSON.stringify(body)}`).some((part) => "saved" in part);
}
