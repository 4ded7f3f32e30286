import type { PlistValue } from "../plist/value.ts";
import { asDict, textAt } from "../profile/bookkeeping.ts";
import { hasSecret, listPayloads } from "../profile/index.ts";
import { counted, firstPlaces, placedValues } from "./places.ts";
import type { Checked, CheckedPlace, RouteCheck } from "./route-check.ts";

/** Lists and dictionaries with nothing in them; null where there is none. */
export function emptyCheck({ route, written }: Checked): RouteCheck | null {
  const empty = [...placedValues(written)].filter(({ value }) => isEmpty(value));
  if (empty.length === 0) return null;
  const many = `${counted(empty.length, "empty list or dictionary").replace("dictionarys", "dictionaries")}.`;
  return {
    id: "empty",
    title: "Empty",
    state: "look",
    detail:
      route === "signed" || route === "mac"
        ? `${many} Kept as written; what Jamf Connect makes of it is not documented.`
        : `${many} What Jamf Pro and Jamf Connect make of it is not documented.`,
    certainty: "inferred",
    places: firstPlaces(empty),
  };
}

function isEmpty(value: PlistValue): boolean {
  if (value.kind === "array") return value.items.length === 0;
  return value.kind === "dict" && value.entries.size === 0;
}

/** `PayloadEnabled` inside a payload, which is none of Apple's keys; null where there is none. */
export function innerEnabledCheck({ route, written }: Checked): RouteCheck | null {
  const content = written.root.entries.get("PayloadContent");
  if (written.format === "plist" || content?.kind !== "array") return null;
  const places = content.items.flatMap((item): readonly CheckedPlace[] => {
    const payload = asDict(item);
    return payload?.entries.has("PayloadEnabled") === true
      ? [{ domain: textAt(payload, "PayloadType"), keyPath: "PayloadEnabled" }]
      : [];
  });
  if (places.length === 0) return null;
  const marked = "Jamf Pro marks it as unrecognised. If it is removed there, the file and the server differ.";
  return {
    id: "inner-payload-enabled",
    title: "Unknown key",
    state: "look",
    detail: `PayloadEnabled is set in ${counted(places.length, "payload")}. ${route === "mac" ? "Apple has no such key there, so it turns nothing off." : marked}`,
    certainty: "documented",
    places: firstPlaces(places),
  };
}

/** Payloads that an editable upload does not keep as they are; null on other routes and where there is none. */
export function otherPayloadsCheck({ route, written }: Checked): RouteCheck | null {
  if (route !== "unsigned") return null;
  const others = listPayloads(written).filter(({ form }) => form === "other");
  if (others.length === 0) return null;
  const types = [...new Set(others.map(({ type }) => type ?? "without a type"))];
  return {
    id: "other-payloads",
    title: "Payloads",
    state: "look",
    detail: `Jamf Pro has forms of its own for some payloads, fills in their defaults, and drops payloads that it has no form for: ${types.join(", ")}. Upload these signed.`,
    certainty: "inferred",
    places: others.map(({ type }) => ({ domain: type, keyPath: "" })).slice(0, 20),
  };
}

/** What is open and not in the file; null where the file has it all. */
export function leftOutCheck({ route, written, document }: Checked): RouteCheck | null {
  const kept = new Set(listPayloads(written).map(({ domain, type }) => domain ?? type));
  const left = listPayloads(document)
    .map(({ domain, type }) => domain ?? type)
    .filter((name) => !kept.has(name));
  if (left.length === 0) return null;
  const names = [...new Set(left)].map((name) => name ?? "a payload without a type");
  return {
    id: "left-out",
    title: "Not in it",
    state: "look",
    detail: `${names.join(", ")}. ${route === "plist" ? "Each domain is a file of its own." : "Each domain is a profile of its own."}`,
    certainty: "documented",
    places: names.map((domain) => ({ domain, keyPath: "" })).slice(0, 20),
  };
}

/** Secrets and licences that leave with the file; null where there is none. */
export function secretsCheck({ written }: Checked): RouteCheck | null {
  const secrets = [...placedValues(written)].filter(
    ({ domain, keyPath, value }) =>
      value.kind !== "dict" && value.kind !== "array" && hasSecret(domain, keyPath, value),
  );
  const [first] = secrets;
  if (first === undefined) return null;
  const names = [...new Set(secrets.map(({ keyPath }) => keyPath))];
  const shown = names.slice(0, 3).join(", ");
  return {
    id: "secrets",
    title: "Secrets",
    state: "look",
    detail: `In the file, readable: ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ""}. Whoever has the file has ${names.length === 1 ? "it" : "them"}.`,
    certainty: "documented",
    places: firstPlaces(secrets),
  };
}
