import type { PlistValue } from "../plist/value.ts";
import type { Problem } from "../problem.ts";
import { isBookkeepingKey, withoutBookkeeping } from "../profile/bookkeeping.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { listPayloads, managedPreferencesType } from "../profile/payloads.ts";
import { visibleName } from "../text/visible.ts";
import { defectNumber, type QuirkId } from "./quirks.ts";
import type { JamfProServer } from "./server.ts";
import { emojiIn, isKeptType, type TextQuirk, textFate, textsIn } from "./text-fate.ts";

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
  const look = (value: PlistValue, domain: string | null, path: readonly string[], type: string | null) => {
    const isKept = isKeptType(type);
    const isManaged = type === managedPreferencesType;
    for (const { text, path: at, isKey } of textsIn(value, path))
      for (const quirk of textFate(text, isKept, isKey))
        add(domain, at, quirk, becomes[quirk](text, isManaged), quirk === "C4" && isManaged);
  };
  for (const payload of listPayloads(document)) {
    const domain = payload.domain ?? payload.type;
    const isManaged = payload.form === "managed-preferences";
    for (const { settings } of payload.layers)
      look(isManaged ? settings : withoutBookkeeping(settings), domain, [], payload.type);
  }
  for (const [key, value] of document.root.entries)
    if (key !== "PayloadContent" && isBookkeepingKey(key) && value.kind === "string")
      look(value, null, [key], null);
  if (server.kind === "gateway")
    for (const { text, path } of textsIn(document.root))
      if (/file:\/\//i.test(text)) add(null, placeOf(path), "G4", refusedByFirewall, true);
  return found;
}

/** What becomes of a text, in one sentence. */
const becomes: Readonly<Record<TextQuirk, (text: string, isManaged: boolean) => string>> = {
  C2: () => "The Mac will see it with one escape too many, such as &amp; in place of &.",
  C3: () => "Its line breaks and tabs are deleted, and the words around them run together.",
  C4: (text, isManaged) => {
    const code = emojiIn(text) ?? "an emoji";
    return isManaged
      ? `With ${code} in it, Jamf Pro stores the payload without any settings.`
      : `Jamf Pro stores ${code} as two marks that stand for nothing.`;
  },
  C5: () => "The blanks at its ends are cut off.",
};

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
