import { isGuid } from "../guid.ts";
import { asDict, textAt } from "../profile/bookkeeping.ts";
import type { ProfileDocument } from "../profile/index.ts";
import type { Checked, RouteCheck } from "./route-check.ts";

/** Whether a Mac takes what is written for the profile that it has; null where the file carries no identity. */
export function identityCheck({ written, opened }: Checked): RouteCheck | null {
  if (written.format === "plist") return null;
  const check = (state: RouteCheck["state"], detail: string): RouteCheck => ({
    id: "identifiers",
    title: "Identifiers",
    state,
    detail,
    certainty: "documented",
    places: [],
  });
  const now = identitiesOf(written);
  const missing = now.filter(({ identifier, uuid }) => identifier === null || uuid === null).length;
  if (missing > 0)
    return check(
      "look",
      `${missing === 1 ? "One identifier or UUID is" : `${missing} identifiers or UUIDs are`} missing. A Mac does not install such a profile.`,
    );
  const uuids = now.map(({ uuid }) => uuid?.toUpperCase());
  if (new Set(uuids).size < uuids.length)
    return check("look", "Two of them have one UUID, and each needs its own.");
  const before = opened === null ? null : identitiesOf(opened);
  if (opened === null || before === null) return check("fine", "there is no file to compare them with");
  if (opened.format === "plist")
    return check(
      "look",
      "Made from the settings, because the opened file has none: other settings make another profile, which a Mac installs beside the old one.",
    );
  const [head, ...payloads] = now;
  const [oldHead, ...oldPayloads] = before;
  if (head?.identifier !== oldHead?.identifier)
    return check("look", "Another profile for a Mac than the opened one: it is installed beside it.");
  const isSame = (a: Identity | undefined, b: Identity | undefined) =>
    a?.identifier === b?.identifier && a?.uuid === b?.uuid;
  if (isSame(head, oldHead) && payloads.length === oldPayloads.length) {
    const other = payloads.filter((payload, index) => !isSame(payload, oldPayloads[index])).length;
    return other === 0
      ? check("fine", "same as in the opened file")
      : check("fine", `those of ${other} of ${payloads.length} payloads are new; the profile's are the same`);
  }
  return check("fine", "the profile's identifier is the same, so a Mac replaces the old one");
}

/** Whether the profile is for the Mac: the login window is nobody's user. Null for bare settings. */
export function scopeCheck({ route, written }: Checked): RouteCheck | null {
  if (written.format === "plist") return null;
  const scope = textAt(written.root, "PayloadScope") ?? "User";
  const removal = written.root.entries.get("PayloadRemovalDisallowed");
  const isLocked = removal?.kind === "boolean" && removal.value;
  const isSystem = scope === "System";
  return {
    id: "scope",
    title: "Scope",
    state: isSystem ? "fine" : "look",
    detail: isSystem
      ? // What Jamf Pro installs, Jamf Pro removes: who may do it on the Mac is a matter of the route by hand.
        isLocked
        ? "System, not removable"
        : route === "mac"
          ? "System. An administrator can remove it."
          : "System"
      : `${scope}. The login window reads what is set for the Mac: it has to be System.`,
    certainty: "documented",
    places: [],
  };
}

/** Whether a Blueprint could take the profile over: the UUID of every payload is its identifier. */
export function isBlueprintReady(document: ProfileDocument): boolean {
  const [, ...payloads] = identitiesOf(document);
  return (
    payloads.length > 0 &&
    payloads.every(({ identifier, uuid }) => uuid !== null && isGuid(uuid) && identifier === uuid)
  );
}

type Identity = { readonly identifier: string | null; readonly uuid: string | null };

/** The profile's own first, then its payloads' in their order. */
function identitiesOf({ root }: ProfileDocument): readonly Identity[] {
  const content = root.entries.get("PayloadContent");
  const payloads = content?.kind === "array" ? content.items.map(asDict).filter((item) => item !== null) : [];
  return [root, ...payloads].map((dict) => ({
    identifier: textAt(dict, "PayloadIdentifier"),
    uuid: textAt(dict, "PayloadUUID"),
  }));
}
