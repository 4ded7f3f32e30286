import { isWellFormed } from "../plist/text/well-formed.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { isBookkeepingKey } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import { nameUuid } from "./name-uuid.ts";
import type { KeyPath, PayloadAddress, ProfilePatch } from "./patch.ts";
import { listPayloads, type Payload, payloadValues } from "./payloads.ts";

/**
 * The patch that puts a value under a key, with the payload and the dictionaries that it needs. A new payload has the form of
 * those that the profile has already.
 *
 * Problems: `key-name` for a name that a setting cannot have, `payload-not-possible` where a bare property list would need
 * a payload.
 */
export function placeSetting(
  document: ProfileDocument,
  address: PayloadAddress,
  path: KeyPath,
  value: TypedJson,
): Result<ProfilePatch> {
  const payloads = listPayloads(document);
  const [key] = path;
  if (typeof key !== "string" || !path.every(isUsableStep) || isBookkeepingKey(key)) return fail(keyName);
  if (payloads.some(({ domain }) => domain === address.domain)) {
    return succeed({ op: "set", payload: address, path, value });
  }
  if (document.format === "plist") return fail(needsProfile(address.domain, payloads[0]?.domain ?? null));
  const patch = newPayload(address.domain, payloads, { [escaped(key)]: nested(path.slice(1), value) });
  return succeed(patch);
}

/**
 * The patch that takes a key away, and with it the dictionaries that would be left empty: an empty one says nothing and is
 * written differently by every tool. Items of a list are taken without their list.
 */
export function removeSetting(
  document: ProfileDocument,
  address: PayloadAddress,
  path: KeyPath,
): ProfilePatch {
  const payload = listPayloads(document).filter(({ domain }) => domain === address.domain)[
    address.index ?? 0
  ];
  let shortest = path;
  while (shortest.length > 1 && payload !== undefined) {
    const holder = valueAt(payloadValues(payload), shortest.slice(0, -1));
    if (holder?.kind !== "dict" || holder.entries.size !== 1) break;
    // The holder itself stands in a list: the item stays, empty, so that nothing moves up unasked.
    if (typeof shortest.at(-2) === "number") break;
    shortest = shortest.slice(0, -1);
  }
  return { op: "remove", payload: address, path: shortest };
}

function valueAt(settings: PlistDict, path: KeyPath): PlistValue | undefined {
  let value: PlistValue | undefined = settings;
  for (const step of path) {
    if (value?.kind === "dict" && typeof step === "string") value = value.entries.get(step);
    else if (value?.kind === "array" && typeof step === "number") value = value.items[step];
    else return undefined;
  }
  return value;
}

function newPayload(
  domain: string,
  payloads: readonly Payload[],
  settings: { readonly [key: string]: TypedJson },
): ProfilePatch {
  const beside = payloads.find(({ form }) => form === "direct" || form === "managed-preferences");
  const form = beside?.form === "managed-preferences" ? "managed-preferences" : "direct";
  const known = payloads.map(({ uuid }) => uuid ?? "").join(" ");
  const uuid = nameUuid(new TextEncoder().encode(`${domain} beside ${known}`));
  return { op: "add-payload", domain, form, identifier: `${domain}.${uuid}`, uuid, settings };
}

function nested(path: KeyPath, value: TypedJson): TypedJson {
  return path.reduceRight<TypedJson>(
    (inner, step) => (typeof step === "number" ? [inner] : { [escaped(step)]: inner }),
    value,
  );
}

/** Typed JSON doubles the `$` of real keys that begin with one. */
function escaped(key: string): string {
  return key.startsWith("$") ? `$${key}` : key;
}

/** Longest name of a key; macOS has no limit of its own, and no real name comes near. */
const longestName = 1024;

function isUsableStep(step: string | number): boolean {
  return typeof step === "number" || (step !== "" && step.length <= longestName && isWellFormed(step));
}

const keyName: Problem = {
  code: "key-name",
  title: "A setting cannot have this name.",
  detail: `A name has 1 to ${longestName} characters and does not begin with “Payload” and a capital letter: those names describe a payload.`,
  fix: "Type the name as the documentation spells it.",
};

function needsProfile(domain: string, own: string | null): Problem {
  return {
    code: "payload-not-possible",
    title: `This file is a property list for ${own ?? "one domain"} and cannot hold settings for ${domain}.`,
    detail: "A property list has the settings of one domain; several need a .mobileconfig.",
    fix: "Export this file as a .mobileconfig, open that, and add the key there.",
  };
}
