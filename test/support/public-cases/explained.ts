import type { CaseKind, PublicCase } from "./public-case.ts";

/** A pasted text of which something decides: what it is, and the code, word or name of the answer. */
export function decides(
  kind: CaseKind,
  name: string,
  of: string | null,
  text: string,
  answer: object,
): PublicCase {
  return {
    kind,
    name,
    of,
    files: {},
    call: ["explain", text, "--json"],
    exit: 0,
    says: [],
    neverSays: ['"candidates"'],
    json: answer,
  };
}

/** A pasted text of which nothing decides: what is offered first, or null where nothing is known. */
export function offers(
  kind: CaseKind,
  name: string,
  of: string | null,
  text: string,
  first: string | null,
): PublicCase {
  return {
    kind,
    name,
    of,
    files: {},
    call: ["explain", text, "--json"],
    exit: 1,
    says: [first === null ? '{"candidates":[]}' : new RegExp(`^\\{"candidates":\\[\\{"name":"${first}"`)],
    neverSays: [/passwordVerdict|the password (?:is|was) (?:right|correct|wrong)/i],
  };
}
