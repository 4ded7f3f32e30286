import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { ProfileDocument } from "./document.ts";
import { noSuchPlace } from "./edit.ts";
import type { DocumentEdit, KeyPath, PayloadAddress, ProfilePatch } from "./patch.ts";
import { listPayloads, managedPreferencesType, type Payload } from "./payloads.ts";

/** A patch that concerns payloads, as edits at places of the document. */
export function lowerPatch(
  document: ProfileDocument,
  patch: Exclude<ProfilePatch, { op: "all" }>,
): Result<readonly DocumentEdit[]> {
  switch (patch.op) {
    case "edit":
      return succeed(patch.edits);
    case "set":
      return lowerSet(document, patch);
    case "remove":
      return lowerRemove(document, patch);
    case "add-payload":
      return lowerAdd(document, patch);
    case "remove-payload":
      return lowerRemovePayload(document, patch.payload);
  }
}

function lowerSet(
  document: ProfileDocument,
  patch: Extract<ProfilePatch, { op: "set" }>,
): Result<readonly DocumentEdit[]> {
  const payload = findPayload(document, patch.payload);
  if (!payload.ok) return payload;
  const [key] = patch.path;
  if (key === undefined) return fail(noSuchPlace(patch.path));
  const layer = decidingLayer(payload.value, key) ?? payload.value.layers.at(-1);
  if (layer === undefined) {
    const settings = nested(patch.path, patch.value);
    return settings === null
      ? fail(noSuchPlace(patch.path))
      : succeed([forcedElement(payload.value, settings)]);
  }
  return lowerSetAt(layer.settings, layer.path, patch);
}

/** Walks to where the path ends in the present settings; what is missing from there on is made with the value inside. */
function lowerSetAt(
  settings: PlistValue,
  base: KeyPath,
  { path, value, position }: Extract<ProfilePatch, { op: "set" }>,
): Result<readonly DocumentEdit[]> {
  let container = settings;
  for (const [depth, step] of path.entries()) {
    const rest = path.slice(depth + 1);
    const at = [...base, ...path.slice(0, depth + 1)];
    const next = childOf(container, step);
    if (next !== undefined && rest.length > 0) {
      container = next;
      continue;
    }
    const made = nested(rest, value);
    if (made === null) break;
    const place = position === undefined || rest.length > 0 ? {} : { position };
    if (container.kind === "dict" && typeof step === "string") {
      return succeed([{ edit: "put", path: at, value: made, ...place }]);
    }
    if (container.kind === "array" && typeof step === "number") {
      return succeed([
        step === container.items.length
          ? { edit: "insert", path: at, value: made }
          : { edit: "put", path: at, value: made },
      ]);
    }
    break;
  }
  return fail(noSuchPlace(path));
}

function lowerRemove(
  document: ProfileDocument,
  patch: Extract<ProfilePatch, { op: "remove" }>,
): Result<readonly DocumentEdit[]> {
  const payload = findPayload(document, patch.payload);
  if (!payload.ok) return payload;
  const [key] = patch.path;
  if (key === undefined) return fail(noSuchPlace(patch.path));
  const isWholeKey = patch.path.length === 1;
  // A key that stands in several layers is gone only when none has it. A part of a value is taken where it counts.
  const deciding = decidingLayer(payload.value, key);
  const layers = isWholeKey
    ? payload.value.layers.filter((layer) => childOf(layer.settings, key) !== undefined)
    : [deciding];
  const edits = layers.flatMap((layer) =>
    layer === undefined ? [] : [{ edit: "remove" as const, path: [...layer.path, ...patch.path] }],
  );
  return edits.length === 0 ? fail(noSuchPlace(patch.path)) : succeed(edits);
}

function lowerAdd(
  document: ProfileDocument,
  patch: Extract<ProfilePatch, { op: "add-payload" }>,
): Result<readonly DocumentEdit[]> {
  if (document.format === "plist") return fail(barePlist);
  const content = document.root.entries.get("PayloadContent");
  if (content !== undefined && content.kind !== "array") return fail(noSuchPlace(["PayloadContent"]));
  const payload = newPayload(patch);
  if (content === undefined) return succeed([{ edit: "put", path: ["PayloadContent"], value: [payload] }]);
  const position = Math.min(Math.max(0, patch.position ?? content.items.length), content.items.length);
  return succeed([{ edit: "insert", path: ["PayloadContent", position], value: payload }]);
}

function newPayload({
  domain,
  form,
  identifier,
  uuid,
  settings,
}: Extract<ProfilePatch, { op: "add-payload" }>): TypedJson {
  // No PayloadEnabled: Apple has no such key in a payload, and Jamf Pro marks it as unrecognised.
  const head = { PayloadIdentifier: identifier, PayloadUUID: uuid, PayloadVersion: 1 };
  return form === "direct"
    ? { PayloadType: domain, ...head, ...settings }
    : {
        PayloadType: managedPreferencesType,
        ...head,
        PayloadContent: { [domain]: { Forced: [{ mcx_preference_settings: settings }] } },
      };
}

/** A managed-preferences payload for several domains loses the one; every other payload goes as a whole. */
function lowerRemovePayload(
  document: ProfileDocument,
  address: PayloadAddress,
): Result<readonly DocumentEdit[]> {
  const payload = findPayload(document, address);
  if (!payload.ok) return payload;
  const { form, path, domain } = payload.value;
  if (form === "plist") return fail(barePlist);
  const shared = listPayloads(document).filter((other) => other.path[1] === path[1]).length > 1;
  return succeed([
    { edit: "remove", path: shared && domain !== null ? [...path, "PayloadContent", domain] : path },
  ]);
}

function findPayload(document: ProfileDocument, address: PayloadAddress): Result<Payload> {
  const candidates = listPayloads(document).filter((payload) => payload.domain === address.domain);
  const payload = candidates[address.index ?? 0];
  return payload === undefined ? fail(noSuchPayload(address)) : succeed(payload);
}

/** The layer whose value for the key counts: the last one that has it. */
function decidingLayer(payload: Payload, key: string | number) {
  return payload.layers.findLast((layer) => childOf(layer.settings, key) !== undefined);
}

function forcedElement(payload: Payload, settings: TypedJson): DocumentEdit {
  const path = [...payload.path, "PayloadContent", payload.domain ?? ""];
  return { edit: "put", path, value: { Forced: [{ mcx_preference_settings: settings }] } };
}

function childOf(container: PlistValue, step: string | number): PlistValue | undefined {
  if (container.kind === "dict" && typeof step === "string") return container.entries.get(step);
  return container.kind === "array" && typeof step === "number" ? container.items[step] : undefined;
}

/** `value` inside the dictionaries that the path names; null when the path asks for an array that does not exist. */
function nested(path: KeyPath, value: TypedJson): TypedJson | null {
  let made = value;
  for (const step of path.toReversed()) {
    if (typeof step === "number") return null;
    made = { [step.startsWith("$") ? `$${step}` : step]: made };
  }
  return made;
}

function noSuchPayload({ domain, index }: PayloadAddress): Problem {
  const which = (index ?? 0) === 0 ? "" : ` at position ${index}`;
  return {
    code: "patch-payload",
    title: `The profile has no payload for ${domain}${which}.`,
    detail: "The change names a payload that is not there.",
    fix: `Add a payload for ${domain} first.`,
  };
}

const barePlist: Problem = {
  code: "patch-form",
  title: "A bare property list holds the settings of one domain and no payloads.",
  detail: "Payloads can be added to and removed from a .mobileconfig only.",
  fix: "Convert the file to a .mobileconfig first.",
};
