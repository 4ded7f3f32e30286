import type { PlistValue } from "../plist/value.ts";
import type { Problem } from "../problem.ts";
import { isBookkeepingKey, withoutBookkeeping } from "../profile/bookkeeping.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { listPayloads } from "../profile/payloads.ts";
import { visibleName } from "../text/visible.ts";
import { defectNumber, type QuirkId } from "./quirks.ts";
import type { JamfProServer } from "./server.ts";

/** What is known before anything is sent: a value that will not be stored as it is. */
export type UnfaithfulValue = {
  /** Preference domain, else the type of the payload; null for the profile itself. */
  readonly domain: string | null;
  readonly keyPath: string;
  readonly quirk: QuirkId;
  /** Jamf's number of the defect, else ours. */
  readonly defect: string;
  /** What becomes of the value, in one sentence. */
  readonly becomes: string;
  /** True where more than this one value is lost, so that the profile must not be sent. */
  readonly refuses: boolean;
};

const mostNamed = 100;

/** The values of a profile that Jamf Pro is known not to store as they are, in their order; the profile is in the form for the API. */
export function unfaithfulValues(
  document: ProfileDocument,
  server: Pick<JamfProServer, "kind">,
): readonly UnfaithfulValue[] {
  const found: UnfaithfulValue[] = [];
  const add = (
    domain: string | null,
    path: readonly string[],
    quirk: QuirkId,
    becomes: string,
    refuses = false,
  ) => {
    if (found.length < mostNamed)
      found.push({ domain, keyPath: path.join("."), quirk, defect: defectNumber(quirk), becomes, refuses });
  };
  const look = (
    value: PlistValue,
    domain: string | null,
    path: readonly string[],
    isExact: boolean,
  ): void => {
    for (const [text, at] of textsIn(value, path)) {
      if (hasEmoji(text)) {
        const code = `U+${(/[\u{10000}-\u{10ffff}]/u.exec(text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
        if (isExact)
          add(
            domain,
            at,
            "C4",
            `With ${code} in it, Jamf Pro stores the payload without any settings.`,
            true,
          );
        else add(domain, at, "C4", `Jamf Pro stores ${code} as two marks that stand for nothing.`);
      }
      if (!isExact && /[&<]/.test(text))
        add(domain, at, "C2", "The Mac will see &amp; or &lt; in place of & or <.");
      if (!isExact && /[\n\t]/.test(text.trim()))
        add(
          domain,
          at,
          "C3",
          "Its line breaks and tabs are deleted, and the words around them run together.",
        );
      if (text !== trimmed(text)) add(domain, at, "C5", "The blanks at its ends are cut off.");
    }
  };
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    const isExact = payload.form === "managed-preferences";
    for (const { settings } of payload.layers)
      look(isExact ? settings : withoutBookkeeping(settings), domain, [], isExact);
  }
  for (const [key, value] of document.root.entries)
    if (key !== "PayloadContent" && isBookkeepingKey(key) && value.kind === "string")
      look(value, null, [key], false);
  if (server.kind === "gateway")
    for (const [text, path] of textsIn(document.root))
      if (/file:\/\//i.test(text)) add(null, placeOf(path), "G4", refusedByFirewall, true);
  return found;
}

const refusedByFirewall = "The firewall of the gateway refuses every call with file:// in it.";

/** The path of a value without what only wraps it. */
function placeOf(path: readonly string[]): readonly string[] {
  const settings = path.lastIndexOf("mcx_preference_settings");
  return settings < 0 ? path : path.slice(settings + 1);
}

/** Why a profile is not sent at all; null where it may be. */
export function refuseUnfaithful(values: readonly UnfaithfulValue[]): Problem | null {
  const worst = values.find(({ refuses }) => refuses);
  if (worst === undefined) return null;
  const place = worst.keyPath === "" ? (worst.domain ?? "the profile") : visibleName(worst.keyPath);
  return {
    code: "jamf-pro-not-faithful",
    title: `Jamf Pro cannot store ${place}${worst.domain === null || worst.keyPath === "" ? "" : ` of ${worst.domain}`} as it is.`,
    detail: `${worst.becomes} It is known as ${worst.defect}. Nothing was sent, and the server has what it had.`,
    fix:
      worst.quirk === "G4"
        ? "Take file:// out of the value, or send the profile to the server itself instead of the gateway."
        : "Write the value without that character, or upload the profile signed in Jamf Pro's own window.",
  };
}

/** Blanks as Jamf Pro cuts them off. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/** Whether a text holds a character beyond the first 65,536, which Jamf Pro's database does not take. */
export function hasEmoji(text: string): boolean {
  return /[\u{10000}-\u{10ffff}]/u.test(text);
}

/** Every text in a value with its path: keys count as texts of what holds them. */
export function* textsIn(
  value: PlistValue,
  path: readonly string[] = [],
): Generator<readonly [text: string, path: readonly string[]]> {
  if (value.kind === "string") yield [value.value, path];
  if (value.kind === "array")
    for (const [index, item] of value.items.entries()) yield* textsIn(item, [...path, String(index)]);
  if (value.kind !== "dict") return;
  for (const [key, item] of value.entries) {
    if (hasEmoji(key)) yield [key, [...path, key]];
    yield* textsIn(item, [...path, key]);
  }
}
