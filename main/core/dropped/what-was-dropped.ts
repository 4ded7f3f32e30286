import { textBegins } from "../container/index.ts";
import { chooseFiles, looksLikeMacLog } from "../mac-log/index.ts";
import type { Problem } from "../problem.ts";

/** A file that a person dropped: its path inside what was dropped, and how it begins. */
export type DroppedFile = {
  readonly path: string;
  /** The first characters as text; empty where nobody has looked. */
  readonly head: string;
};

/** Where a drop belongs. `files` are places in the list that was given. */
export type Dropped =
  | {
      readonly kind: "profile" | "policies" | "sign-in-log" | "mac-log" | "error-text";
      readonly files: readonly number[];
    }
  | { readonly kind: "refused"; readonly problem: Problem };

type FileKind = "profile" | "policies" | "sign-in-log" | "mac-log" | "text" | "unknown";

/**
 * Tells what was dropped, by names and beginnings alone: what it really is, is said by whoever reads it. A profile in any wrapping,
 * policies, logs of the Mac and sign-in logs as file or folder, a text with an error.
 *
 * @param isTogether a folder, or several files at once
 */
export function whatWasDropped(files: readonly DroppedFile[], isTogether: boolean): Dropped {
  const [first] = files;
  if (first === undefined) return { kind: "refused", problem: nothing };
  return isTogether ? ofMany(files) : ofOne(first);
}

function ofOne(file: DroppedFile): Dropped {
  const kind = kindOf(file);
  switch (kind) {
    case "text":
      return { kind: "error-text", files: [0] };
    case "unknown":
      return { kind: "profile", files: [0] };
    default:
      return { kind, files: [0] };
  }
}

/** Policies come as folders of files, and so do logs; profiles are opened one at a time. */
function ofMany(files: readonly DroppedFile[]): Dropped {
  const kinds = files.map(kindOf);
  const placesOf = (kind: FileKind) => kinds.flatMap((one, place) => (one === kind ? [place] : []));
  if (kinds.includes("policies")) {
    return { kind: "policies", files: files.flatMap(({ path }, place) => (isJson(path) ? [place] : [])) };
  }
  if (kinds.includes("sign-in-log") && !kinds.includes("mac-log")) {
    return {
      kind: "sign-in-log",
      files: files.flatMap(({ path }, place) => (isLogName(path) ? [place] : [])),
    };
  }
  const profiles = placesOf("profile");
  const isLogs = kinds.includes("mac-log") || chooseFiles(files.map(({ path }) => path)).read.length > 0;
  if (profiles.length > 0 && !kinds.includes("mac-log")) {
    return profiles.length === 1
      ? { kind: "profile", files: profiles }
      : {
          kind: "refused",
          problem: severalProfiles(profiles.map((place) => nameOf(files[place]?.path ?? ""))),
        };
  }
  return isLogs || profiles.length === 0
    ? { kind: "mac-log", files: files.map((_file, place) => place) }
    : { kind: "profile", files: profiles.slice(0, 1) };
}

function kindOf({ path, head }: DroppedFile): FileKind {
  const name = nameOf(path).toLowerCase();
  if (name === "info.plist") return "unknown";
  // Packed, and so without a beginning that could be read; nothing else that is dropped comes like this.
  if (/\.(?:json|jsonl|ndjson|csv)\.gz$/.test(name)) return "sign-in-log";
  const begins = textBegins(head);
  if (/\.(?:mobileconfig|plist)$/.test(name)) return "profile";
  if (begins === "json") return kindOfJson(head, name);
  if (begins !== null || head.startsWith("bplist") || /^\s*-----BEGIN (?:PKCS7|CMS)-----/.test(head))
    return "profile";
  if (isCsvOfSignIns(head)) return "sign-in-log";
  if (looksLikeMacLog(head, 1)) return "mac-log";
  if (/<plist\b|&lt;plist\b|\bPayloadContent\b/.test(head)) return "profile";
  if (/\bazuread_conditional_access_policy\b/.test(head)) return "policies";
  if (/\.(?:log|out|ndjson|jsonl)(?:\.\d{1,3})?$/.test(name)) return "mac-log";
  return head.trim() !== "" && isText(head) ? "text" : "unknown";
}

/** Characters of a beginning that was cut; a single row that somebody saved is shorter. */
const longHead = 8000;

/** What the members of the beginning are called: a beginning is no JSON that could be read. */
function kindOfJson(head: string, name: string): FileKind {
  const has = (...members: readonly string[]) =>
    members.some((member) => new RegExp(`"${member}"\\s*:`, "i").test(head));
  const isList = /^[\s\ufeff]*\[/.test(head) || has("value") || /\}\s*\r?\n\s*\{/.test(head);
  if (
    has("appliedConditionalAccessPolicies", "conditionalAccessStatus", "clientAppUsed") ||
    /"SignIn|NonInteractiveUserSignIn/i.test(head)
  ) {
    // A single row is explained; a beginning that ends inside its first row may be that of many.
    return isList || head.length >= longHead ? "sign-in-log" : "text";
  }
  if (has("eventMessage", "machTimestamp", "traceID")) return "mac-log";
  if (
    has("grantControls", "sessionControls") ||
    (has("conditions") && has("state")) ||
    /conditionalAccess/i.test(head)
  ) {
    return "policies";
  }
  if (has("error", "error_description", "error_codes", "errorCode")) return "text";
  if (/\.(?:ndjson|jsonl)$/.test(name)) return "mac-log";
  return "profile";
}

/** The portal's download and what PowerShell makes of Graph's answer. */
function isCsvOfSignIns(head: string): boolean {
  const [line = ""] = head.replace(/^\ufeff/, "").split(/\r\n|\r|\n/, 1);
  return (
    /[,;\t]/.test(line) &&
    /request id|sign-in error code|correlation ?id|resulttype/i.test(line) &&
    /user|username/i.test(line)
  );
}

/** Binary data shows as signs that no text has: C0 controls beside white space, and what could not be decoded. */
function isText(head: string): boolean {
  return ![...head.slice(0, 400)].some((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code === 0xfffd || code < 9 || (code > 13 && code < 27);
  });
}

/** What a download of sign-ins is called: the details of authentication beside it, and parts that are packed, belong to it. */
function isLogName(path: string): boolean {
  return /\.(?:json|jsonl|ndjson|csv)(?:\.gz)?$/i.test(path);
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function nameOf(path: string): string {
  return path.split("/").at(-1) ?? path;
}

const nothing: Problem = {
  code: "nothing-dropped",
  title: "Nothing was dropped that could be read.",
  detail: "The folder is empty.",
  fix: "Drop a profile, a policy export, a sign-in log, a log of a Mac or a text with an error.",
};

function severalProfiles(names: readonly string[]): Problem {
  const shown = names.slice(0, 3).join(", ");
  return {
    code: "several-profiles",
    title: `These are ${names.length} profiles, and one is opened at a time.`,
    detail: `${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ""}. Nothing was opened.`,
    fix: "Drop one of them. latchkey lint FOLDER looks at all of them at once.",
  };
}
