import type { ClaimDescription } from "../../../../preload/contract.ts";

/** One value as a person reads it, with the words for it where there are some. */
export type ClaimPart = { readonly text: string; readonly words: string | null };

/** The members of a claim that is a list, each once; null for a claim that is none. */
export function claimParts(claim: ClaimDescription | null, value: unknown): readonly ClaimPart[] | null {
  const members = membersOf(claim, value);
  if (members === null || members.length === 0) {
    return null;
  }
  return [...new Set(members.map(textOf))].map((text) => ({ text, words: wordsFor(claim, text) }));
}

/** The value of a claim as one text. */
export function claimPart(claim: ClaimDescription | null, value: unknown): ClaimPart {
  const text = textOf(value);
  return { text, words: wordsFor(claim, text) };
}

function membersOf(claim: ClaimDescription | null, value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) {
    return value;
  }
  return claim?.kind === "words" && typeof value === "string"
    ? value.split(" ").filter((word) => word !== "")
    : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function wordsFor(claim: ClaimDescription | null, text: string): string | null {
  return claim?.values?.find(({ value }) => value === text)?.title ?? null;
}
