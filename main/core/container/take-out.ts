import { decodeText } from "../plist/text/decode.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { lookAtBase64 } from "./base64-text.ts";
import { lookAtEscaped, utf8 } from "./escaped.ts";
import { lookAtJson } from "./json-search.ts";
import { type Layer, type Look, mostLayers } from "./layer.ts";
import { bytesBegin, textBegins } from "./looks-like.ts";
import { lookAtArmour, lookAtMail, lookAtRewritten, lookBefore } from "./signed-text.ts";
import { lookAtXml } from "./xml-search.ts";

/** What was inside something else. */
export type TakenOut = {
  /** A property list or a signed profile, as far as its beginning tells; its readers say more. */
  readonly bytes: Uint8Array;
  /** What was around it, from the outside in; never empty. */
  readonly layers: readonly Layer[];
};

/**
 * Takes a profile out of what it is inside of: answers of Jamf Pro's Classic API (XML, JSON) and of Microsoft Graph, Base64,
 * escaped XML, PEM, S/MIME mail, a byte order mark before binary content; up to {@link mostLayers} of them inside each other.
 * Nothing that is taken out is larger than what it was in, but for a few tags around bare keys, and each layer is gone through once, so the work is bounded by the
 * size of the file.
 *
 * @returns null where the file is nothing of this kind; problems `base64-damaged`, `pem-damaged`, `mail-damaged`, `mail-detached`,
 *   `profiles-several`, `classic-api-without-profile`, `graph-without-profile`, `too-many-layers`
 */
export function takeOut(file: Uint8Array): Result<TakenOut | null> {
  const layers: Layer[] = [];
  let bytes = file;
  for (;;) {
    const look = lookAt(bytes) ?? (layers.length === 0 ? null : lookAtFragment(bytes));
    if (look === null) return succeed(layers.length === 0 ? null : { bytes, layers });
    if ("problem" in look) return fail(inside(look.problem, layers));
    if (layers.length === mostLayers) return fail(tooMany);
    layers.push(look);
    bytes = look.bytes;
  }
}

/** Where something was found, from the inside out, as it stands behind “inside” or “of”: “Base64, in payload of …”. */
export function placeText(layers: readonly Layer[]): string {
  const escaped = layers.filter(({ kind }) => kind === "escaped").length;
  const places = layers
    .filter(
      ({ kind }, index) => kind !== "escaped" || index === layers.findIndex((one) => one.kind === "escaped"),
    )
    .map(({ kind, where }) =>
      kind === "escaped" && escaped > 1 ? `${where}, ${escaped} times over` : where,
    );
  return places.reverse().join(", in ");
}

/** The problem of something inside, saying where it is. */
export function inside(problem: Problem, layers: readonly Layer[]): Problem {
  if (layers.length === 0) return problem;
  return { ...problem, detail: `It is about what was found inside: ${placeText(layers)}. ${problem.detail}` };
}

function lookAt(bytes: Uint8Array): Look {
  const before = lookBefore(bytes);
  if (before !== null) return before;
  const beginning = bytesBegin(bytes);
  if (beginning === "signed" || beginning === "binary") return null;
  const decoded = decodeText(bytes);
  // A mail may carry its signed part as plain bytes.
  if (!decoded.ok) return lookAtMail(latin1Head(bytes), bytes);
  const text = decoded.value;
  if (textBegins(text) === "xml") {
    const isQuoted = /^[\s\ufeff]*"/.test(text.slice(0, 200));
    return (isQuoted ? lookAtJson(text) : null) ?? lookAtQuoted(text) ?? lookAtXml(text);
  }
  return (
    lookAtEscaped(text) ??
    lookAtBase64(text) ??
    lookAtJson(text) ??
    lookAtArmour(text) ??
    lookAtMail(text, bytes) ??
    lookAtRewritten(text) ??
    lookAtXml(text)
  );
}

/** XML as it stands between the quotation marks of a JSON or program text: `<?xml version=\"1.0\"`. */
function lookAtQuoted(text: string): Look {
  if (!/^[\s\ufeff"']*<\?xml [^>]{0,40}\\"/.test(text.slice(0, 200))) return null;
  const bare = text.trim().replace(/^["']|["']$/g, "");
  try {
    const value: unknown = JSON.parse(`"${bare.replace(/\r?\n/g, "\\n").replaceAll("\t", "\\t")}"`);
    return typeof value === "string"
      ? { kind: "json", where: 'a quoted text (\\" in place of ")', bytes: utf8(value) }
      : null;
  } catch {
    return null;
  }
}

/** Keys without the property list around them: what Intune takes for a preference file and gives back in `configurationXml`. */
function lookAtFragment(bytes: Uint8Array): Look {
  const text = decodeText(bytes);
  if (!text.ok || !/^[\s\ufeff]*<key>/.test(text.value.slice(0, 200))) return null;
  const whole = `<plist version="1.0"><dict>\n${text.value.replace(/^\ufeff/, "")}\n</dict></plist>`;
  return { kind: "xml", where: "keys without a property list around them", bytes: utf8(whole) };
}

function latin1Head(bytes: Uint8Array): string {
  const parts: string[] = [];
  const head = bytes.subarray(0, 64 * 1024);
  for (let at = 0; at < head.length; at += 4096)
    parts.push(String.fromCharCode(...head.subarray(at, at + 4096)));
  return parts.join("");
}

const tooMany: Problem = {
  code: "too-many-layers",
  title: `More than ${mostLayers} things are inside each other in this file.`,
  detail:
    "Base64, escaped XML and answers of servers are taken off one after the other, and real files have up to three.",
  fix: "Check how the file was made.",
};
