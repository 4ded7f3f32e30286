import type { Problem } from "../problem.ts";
import { withoutUnseen } from "../text/unseen.ts";
import { lookAtBase64 } from "./base64-text.ts";
import { utf8 } from "./escaped.ts";
import type { Layer, Look } from "./layer.ts";
import { base64Begins, textBegins } from "./looks-like.ts";

/** A text in a JSON or XML file that begins like a profile, and where it stands. */
export type Candidate = {
  /** Path from the top: `general/payloads`. */
  readonly path: string;
  readonly text: string;
  /** What the object that holds it is called in the file; null where it says nothing. */
  readonly name: string | null;
};

/** Whether a text in a larger file may be a profile of its own. */
export function isCandidate(text: string): boolean {
  const beginning = textBegins(text);
  if (beginning === "base64") return base64Begins(text) !== "json";
  return beginning === "xml" || beginning === "escaped";
}

/**
 * The one profile among what was found. Of several, the one with settings of Jamf Connect; more than one such, or none, is a
 * question that only a person answers.
 *
 * @param kind what the file is, as it stands behind “in”: `an answer of Microsoft Graph (JSON)`
 */
export function choose(candidates: readonly Candidate[], kind: string, layer: Layer["kind"]): Look {
  const [first] = candidates;
  if (first === undefined) return null;
  const chosen = candidates.length === 1 ? first : onlyJamfConnect(candidates);
  if (chosen === null) return { problem: severalProfiles(candidates, kind) };
  const which =
    candidates.length === 1
      ? ""
      : `, the only one of ${candidates.length} profiles with settings of Jamf Connect`;
  const named = candidates.length === 1 || chosen.name === null ? "" : ` (${shown(chosen.name)})`;
  return { kind: layer, where: `${chosen.path} of ${kind}${which}${named}`, bytes: utf8(chosen.text) };
}

function onlyJamfConnect(candidates: readonly Candidate[]): Candidate | null {
  const found = candidates.filter(({ text }) => namesJamfConnect(text));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function namesJamfConnect(text: string): boolean {
  if (text.includes("com.jamf.connect")) return true;
  const inside = lookAtBase64(text);
  if (inside === null || "problem" in inside) return false;
  // UTF-8, and UTF-16 with its zeros left out of account.
  return new TextDecoder().decode(inside.bytes).replaceAll("\0", "").includes("com.jamf.connect");
}

function severalProfiles(candidates: readonly Candidate[], kind: string): Problem {
  const names = candidates.map(({ name, path }) => (name === null ? path : shown(name)));
  const listed = names.slice(0, 5).join(", ");
  return {
    code: "profiles-several",
    title: `This is ${kind} with ${candidates.length} profiles, and it does not show which one is meant.`,
    detail: `They are ${listed}${names.length > 5 ? ` and ${names.length - 5} more` : ""}.`,
    fix: "Save the one that you mean as a file of its own, or ask the server for that one alone.",
  };
}

/** A name from a file in a sentence. */
function shown(name: string): string {
  return withoutUnseen(JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name));
}
