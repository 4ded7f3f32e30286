import type { TypedJson } from "../../main/core/plist/typed-json.ts";
import type { DocumentEdit, ProfilePatch } from "../../main/core/profile/patch.ts";
import type { ProfileCalls } from "../contract/profile.ts";
import { fileHandle, type Inputs, nothing } from "./common.ts";
import { keyPath } from "./key-path.ts";
import { z } from "./zod.ts";

export const identityField = z.enum([
  "provider",
  "tenant",
  "login-app",
  "check-app",
  "redirect-uri",
  "login-scopes",
  "check-scopes",
  "success-codes",
  "discovery-url",
  "okta-domain",
  "change-password-url",
  "check-secret",
  "license",
]);

const typedJson: z.ZodType<TypedJson> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(typedJson), z.record(z.string(), typedJson)]),
);
export const payload = z.strictObject({
  domain: z.string().min(1).max(255),
  index: z.number().int().nonnegative().exactOptional(),
});
/** A source and the name of the one that it was typed over. */
export const sourceText = z.strictObject({
  text: z.string().max(16 * 1024 * 1024),
  version: z.string().max(64),
});
/** Fixes of findings name their place from the root of the document. */
const documentEdit: z.ZodType<DocumentEdit> = z.discriminatedUnion("edit", [
  z.strictObject({
    edit: z.literal("put"),
    path: keyPath,
    value: typedJson,
    position: z.number().int().nonnegative().exactOptional(),
  }),
  z.strictObject({ edit: z.literal("insert"), path: keyPath, value: typedJson }),
  z.strictObject({ edit: z.literal("remove"), path: keyPath }),
]);
const position = z.number().int().nonnegative().exactOptional();
const patch: z.ZodType<ProfilePatch> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("set"), payload, path: keyPath, value: typedJson, position }),
    z.strictObject({ op: z.literal("remove"), payload, path: keyPath }),
    z.strictObject({
      op: z.literal("add-payload"),
      domain: z.string().min(1).max(255),
      form: z.enum(["direct", "managed-preferences"]),
      identifier: z.string().min(1).max(255),
      uuid: z.uuid(),
      settings: z.record(z.string(), typedJson),
      position,
    }),
    z.strictObject({ op: z.literal("remove-payload"), payload }),
    z.strictObject({ op: z.literal("edit"), edits: z.array(documentEdit).max(1000) }),
    z.strictObject({ op: z.literal("all"), patches: z.array(patch).max(1000) }),
  ]),
);

export const profileInputs: Inputs<ProfileCalls> = {
  "profile.compare": z.union([
    z.strictObject({ with: z.enum(["disk", "export"]) }),
    z.strictObject({ with: z.literal("file"), file: fileHandle }),
  ]),
  "profile.choose": nothing,
  "profile.open": z.strictObject({ file: fileHandle }),
  "profile.current": nothing,
  "profile.edit": z.strictObject({ patch }),
  "profile.editField": z.strictObject({
    field: identityField,
    value: z.string().max(65_536),
    domain: z.string().max(255).nullable(),
  }),
  // Longer texts are refused by a problem of their own; this is what one call may hold at all.
  "profile.editSource": sourceText,
  "profile.undo": nothing,
  "profile.redo": nothing,
  "profile.close": nothing,
};
