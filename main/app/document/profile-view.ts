import type { IdentityField, PayloadView, ProfileView } from "../../../preload/contract.ts";
import type { LintContext } from "../../core/lint/context.ts";
import { type IdentityPlace, identityFields } from "../../core/profile/identity-fields.ts";
import {
  type DescribedProfile,
  describeProfile,
  leftOutIn,
  maskedText,
  maskSecrets,
} from "../../core/profile/index.ts";
import type { PayloadAddress } from "../../core/profile/patch.ts";
import { documentNotes } from "./document-notes.ts";
import { documentFindings } from "./findings.ts";
import { fieldText } from "./identity-field-texts.ts";
import { keyRows, licenseLine } from "./key-rows.ts";
import { findingsBeside, leftOutViews, withLeftOut } from "./left-out.ts";
import { sourceOf } from "./masked-source.ts";
import { isEdited, isUnsaved, type OpenDocument } from "./open-document.ts";
import { unseenInText } from "./unseen-text.ts";

/**
 * Everything the screens show about the open document.
 *
 * @param context what is known beside it: the day, the policies
 */
export function profileView(
  open: OpenDocument,
  context: LintContext,
  openElsewhere: ProfileView["openElsewhere"] = null,
): ProfileView {
  const described = describeProfile(open.document);
  const leftOut = leftOutIn(open.document, open.mark);
  const payloads = payloadViews(described).map((payload) => withLeftOut(payload, leftOut, open.mark));
  const identity = identityViews(described, payloads);
  const { profile } = describeProfile(maskSecrets(open.document, leftOut).document);
  return {
    id: open.draftId,
    fileName: open.fileName,
    displayName: profile?.displayName ?? open.fileName.replace(/\.(mobileconfig|plist)$/i, ""),
    format: described.format,
    encoding: described.encoding,
    bytes: open.bytes,
    signature: open.signature,
    isFileSigned: open.isFileSigned,
    profile:
      profile === null
        ? null
        : { identifier: profile.identifier, uuid: profile.uuid, scope: profile.scope ?? null },
    provider: identity.find((field) => field.id === "provider")?.value || null,
    payloads:
      leftOut.length === 0 ? payloads : payloads.map((payload) => withLeftOut(payload, leftOut, open.mark)),
    identity,
    ...sourceOf(open.document, leftOut),
    findings: findingsBeside(documentFindings(open.document, context), leftOut),
    edited: isEdited(open),
    unsaved: isUnsaved(open),
    hasPlace: open.place !== null,
    leftOut: leftOutViews(leftOut),
    openElsewhere,
    notes: documentNotes(open),
    canUndo: open.undo.length > 0,
    canRedo: open.redo.length > 0,
    practice: open.practice,
  };
}

function payloadViews(described: DescribedProfile): readonly PayloadView[] {
  const seen = new Map<string, number>();
  return described.payloads.map((payload) => {
    const index = payload.domain === null ? 0 : (seen.get(payload.domain) ?? 0);
    if (payload.domain !== null) seen.set(payload.domain, index + 1);
    const address: PayloadAddress | null = payload.domain === null ? null : { domain: payload.domain, index };
    return {
      address,
      type: payload.type,
      identifier: payload.identifier === null ? null : maskedText(payload.identifier),
      domain: payload.domain,
      form: payload.form,
      keys: keyRows(address ?? { domain: "" }, payload.values, payload.domain ?? payload.type),
    };
  });
}

function identityViews(
  described: DescribedProfile,
  payloads: readonly PayloadView[],
): readonly IdentityField[] {
  return identityFields(described.payloads).map(({ id, places }) => {
    const values = new Set(places.map((place) => place.value).filter((value) => value !== null));
    const { fallback, ...words } = fieldText[id];
    const [value = ""] = values;
    const kind =
      words.kind !== "license" && places.some((place) => isHidden(place, payloads)) ? "secret" : words.kind;
    const shown = kind === "secret" ? hidden : kind === "license" ? licenseLine : itself;
    return {
      id,
      ...words,
      kind,
      fallback,
      value: shown(value),
      destinations: places.map((place) => ({
        ...place,
        value: place.value === null ? null : shown(place.value),
      })),
      differs: new Set([...values].map(meaningOf)).size > 1,
      unseen: kind === "secret" || kind === "license" ? null : unseenInText(value),
    };
  });
}

/** Whether the value of a field is a secret, for example an address with a password in it, or was left out of a draft as one. */
function isHidden({ payload, keyPath }: IdentityPlace, payloads: readonly PayloadView[]): boolean {
  const holder = payloads.find(
    ({ address }) => address?.domain === payload.domain && address.index === payload.index,
  );
  return holder?.keys.some((key) => key.keyPath === keyPath && key.secret) === true;
}

/** Of a secret nothing reaches the page but that it is there. */
const hidden = () => "";
const itself = (value: string) => value;

/** `Azure` is the older name of `EntraID` (Jamf, Login Window Authentication Settings): two spellings, one provider. */
function meaningOf(value: string): string {
  return value === "Azure" ? "EntraID" : value;
}
