import type { PlistValue } from "../plist/value.ts";
import { asDict, textAt } from "../profile/bookkeeping.ts";
import { hasSecret, listPayloads } from "../profile/index.ts";
import type { FileRoute } from "./export-choice.ts";
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
  if (route === "plist" || written.format === "plist" || content?.kind !== "array") return null;
  const places = content.items.flatMap((item): readonly CheckedPlace[] => {
    const payload = asDict(item);
    return payload?.entries.has("PayloadEnabled") === true
      ? [{ domain: textAt(payload, "PayloadType"), keyPath: "PayloadEnabled" }]
      : [];
  });
  if (places.length === 0) return null;
  return {
    id: "inner-payload-enabled",
    title: enabledText[route].title,
    state: "look",
    detail: `Set in ${counted(places.length, "payload")}. ${enabledText[route].becomes}`,
    certainty: "documented",
    places: firstPlaces(places),
  };
}

/** What becomes of a key that Apple does not define where it stands. */
const enabledText: Readonly<
  Record<Exclude<FileRoute, "plist">, { readonly title: string; readonly becomes: string }>
> = {
  signed: {
    title: "Jamf Pro marks PayloadEnabled as unrecognised.",
    becomes: "Jamf Pro keeps it.",
  },
  unsigned: {
    title: "Jamf Pro marks PayloadEnabled as unrecognised.",
    becomes: "Removing the key in Jamf Pro makes the copy there differ from this file.",
  },
  mac: { title: "Apple does not define PayloadEnabled in a payload.", becomes: "It does nothing." },
};

/** Payloads that an editable upload does not keep as they are; null on other routes and where there is none. */
export function otherPayloadsCheck({ route, written }: Checked): RouteCheck | null {
  if (route !== "unsigned") return null;
  const others = listPayloads(written).filter(({ form }) => form === "other");
  if (others.length === 0) return null;
  const types = [...new Set(others.map(({ type }) => type ?? "a payload without a type"))];
  const isOne = types.length === 1;
  return {
    id: "other-payloads",
    title: `Jamf Pro may change or drop ${isOne ? types[0] : counted(types.length, "payload")}.`,
    state: "look",
    detail: `${isOne ? "" : `${types.join(", ")}: `}Jamf Pro fills in defaults of its own, and drops payloads that it has no form for. Signed, ${isOne ? "it stays" : "they stay"} as written.`,
    certainty: "inferred",
    places: others.map(({ type }) => ({ domain: type, keyPath: "" })).slice(0, 20),
  };
}

/** What is open and not in the file; null where the file has it all. */
export function leftOutCheck({ route, written, document }: Checked): RouteCheck | null {
  const kept = new Set(listPayloads(written).map(({ domain, type }) => domain ?? type));
  const left = listPayloads(document).filter(({ domain, type }) => !kept.has(domain ?? type));
  if (left.length === 0) return null;
  const named = (isDomain: boolean) => [
    ...new Set(
      left
        .filter(({ form }) => (form !== "other") === isDomain)
        .map(({ domain, type }) => domain ?? type ?? "a payload without a type"),
    ),
  ];
  const [domains, payloads] = [named(true), named(false)];
  const parts = [
    ...(domains.length === 0 ? [] : [counted(domains.length, "other domain")]),
    ...(payloads.length === 0 ? [] : [counted(payloads.length, "other payload")]),
  ];
  const isOne = domains.length + payloads.length === 1;
  const advice =
    domains.length === 0 ? "" : ` Save each domain as its own ${route === "plist" ? "file" : "profile"}.`;
  return {
    id: "left-out",
    title: "Left out",
    state: "look",
    detail: `${parts.join(" and ")} ${isOne ? "is" : "are"} not in this file.${advice}`,
    certainty: "documented",
    places: [...domains, ...payloads].map((domain) => ({ domain, keyPath: "" })).slice(0, 20),
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
