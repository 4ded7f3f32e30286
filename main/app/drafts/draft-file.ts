import { createHash } from "node:crypto";
import type { UnstoredTexts } from "../../../preload/contract.ts";
import { fromOrderedJson, fromTypedJson, toOrderedJson } from "../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type LeftOut, leaveOutSecrets, leftOutIn, type ProfileDocument } from "../../core/profile/index.ts";
import type { Unstored } from "../document/open-document.ts";
import { unstoredForDraft } from "../document/unstored.ts";
import { type DraftFile, draftFile, draftVersion, isRead } from "./draft-schema.ts";

/** The changes of a document that was not saved, without its secrets. */
export type Draft = {
  readonly id: string;
  readonly writer: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly mark: string;
  readonly file: DraftFile["file"];
  readonly document: ProfileDocument;
  readonly leftOut: readonly LeftOut[];
  readonly unstored: UnstoredTexts;
};

/** What a draft is made of; secrets are left out here, and nowhere else. */
export type DraftSource = Pick<Draft, "id" | "writer" | "savedAt" | "mark" | "file" | "document"> & {
  readonly unstored?: Unstored | undefined;
};

/** The text of a draft. */
export function draftText({ document, unstored, ...about }: DraftSource): string {
  const left = leaveOutSecrets(document, about.mark);
  const { format, encoding, domain } = document;
  const content: DraftFile = {
    version: draftVersion,
    ...about,
    format,
    encoding,
    domain,
    root: toOrderedJson(left.root),
    unstored: unstoredForDraft(unstored, document, left, about.mark),
  };
  return `${JSON.stringify(content)}\n`;
}

/** Reads a draft. Problem `draft-damaged`, which says what is wrong and never repeats a value. */
export function readDraft(name: string, text: string): Result<Draft> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(damaged(name, "It is not whole, or not JSON."));
  }
  const version = typeof json === "object" && json !== null && "version" in json ? json.version : null;
  if (typeof version === "number" && !isRead(version)) return fail(otherVersion(name));
  const checked = draftFile.safeParse(json);
  if (!checked.success) {
    const places = checked.error.issues.map(({ path }) => path.join(".") || "the whole file");
    return fail(damaged(name, `Unexpected: ${[...new Set(places)].slice(0, 3).join(", ").slice(0, 200)}.`));
  }
  const { root, format, encoding, domain, version: written, ...about } = checked.data;
  const value = written === draftVersion ? fromOrderedJson(root) : fromTypedJson(root);
  if (!value.ok || value.value.kind !== "dict") return fail(damaged(name, "Its settings cannot be read."));
  const document: ProfileDocument = { format, encoding, domain, root: value.value, notices: [] };
  return succeed({ ...about, document, leftOut: leftOutIn(document, about.mark) });
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Why a file among the drafts is none that can be restored. */
export function damaged(name: string, detail: string): Problem {
  return {
    code: "draft-damaged",
    title: "A draft cannot be read.",
    detail: `${name}: ${detail} It was left where it is.`,
    fix: "Forget it in the list of drafts, or leave it: nothing else is affected.",
  };
}

function otherVersion(name: string): Problem {
  return {
    code: "draft-damaged",
    title: "A draft was written by another version of Latchkey.",
    detail: `${name}: this version does not read its form. It was left where it is.`,
    fix: "Open it with the version that wrote it, or forget it in the list of drafts.",
  };
}
