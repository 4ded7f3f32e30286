import { isGuid } from "../guid.ts";
import { array, string } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { asDict, textAt } from "../profile/bookkeeping.ts";
import { listPayloads, type ProfileDocument } from "../profile/index.ts";
import { nameUuid } from "../profile/name-uuid.ts";
import { ownIdentity } from "../profile/rewrap.ts";

/**
 * The document with an identity of its own for the profile of one domain, and for its payloads where other domains share them. Two
 * profiles of one identifier would be one for a Mac: the second would take the place of the first. Where the domain is the only
 * content nothing changes.
 */
export function identityOfDomain(document: ProfileDocument, domain: string): ProfileDocument {
  const payloads = listPayloads(document);
  const content = document.root.entries.get("PayloadContent");
  if (content?.kind !== "array" || payloads.every((payload) => payload.domain === domain)) return document;
  const items = content.items.map((item, index) => {
    const isShared = payloads.some(({ path, domain: other }) => path[1] === index && other !== domain);
    return item.kind === "dict" && isShared ? withOwnIdentity(item, domain) : item;
  });
  const named = withOwnIdentity(document.root, domain);
  const name = textAt(document.root, "PayloadDisplayName");
  const entries = new Map<string, PlistValue>([...named.entries, ["PayloadContent", array(items)]]);
  if (name !== null) entries.set("PayloadDisplayName", string(`${name}, ${domain}`));
  return { ...document, root: { kind: "dict", entries } };
}

/**
 * The profile with payloads whose identifier is their UUID, in capitals. A Blueprint's legacy profile takes an installed profile over
 * only if identifier, UUID and all payloads match, and its API overwrites the UUID of every payload by its identifier.
 *
 * Source: jamf-cli at 28eb8d9, notes of 2026-10-06 on legacy profile declarations.
 */
export function blueprintIdentity(document: ProfileDocument): ProfileDocument {
  const content = document.root.entries.get("PayloadContent");
  if (document.format === "plist" || content?.kind !== "array") return document;
  const items = content.items.map((item, index) => {
    const payload = asDict(item);
    if (payload === null) return item;
    const uuid = string(uuidOf(payload, index));
    return withEntries(payload, { PayloadIdentifier: uuid, PayloadUUID: uuid });
  });
  return { ...document, root: withEntries(document.root, { PayloadContent: array(items) }) };
}

function withOwnIdentity(dict: PlistDict, domain: string): PlistDict {
  return {
    kind: "dict",
    entries: new Map([...dict.entries].map(([key, value]) => [key, ownIdentity(key, value, domain)])),
  };
}

function withEntries(dict: PlistDict, entries: Readonly<Record<string, PlistValue>>): PlistDict {
  return { kind: "dict", entries: new Map([...dict.entries, ...Object.entries(entries)]) };
}

/** The UUID that a payload has; of one that has none, a UUID that follows from what it is called and where it stands. */
function uuidOf(payload: PlistDict, index: number): string {
  const uuid = textAt(payload, "PayloadUUID") ?? "";
  if (isGuid(uuid)) return uuid.toUpperCase();
  const name = textAt(payload, "PayloadIdentifier") ?? textAt(payload, "PayloadType") ?? "";
  return nameUuid(new TextEncoder().encode(`${name} ${index} ${uuid}`));
}
