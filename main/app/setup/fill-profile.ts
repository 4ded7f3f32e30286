import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { identityFields, identityPatch } from "../../core/profile/identity-fields.ts";
import { describeProfile, testSettings } from "../../core/profile/index.ts";
import { readPrintedIds } from "../../core/setup/index.ts";
import { edit, type OpenDocument } from "../document/open-document.ts";
import { settingsOf } from "./steps-view.ts";

/** The document with the printed ids in it, and how many keys they went into. */
export type Filled = { readonly open: OpenDocument; readonly keys: number };

/**
 * Puts what a script printed into every domain of the profile that has a place for it, as one change. Problems:
 * those of `readPrintedIds`, `ids-of-other-tenant` and `ids-nowhere`.
 */
export function fillProfile(open: OpenDocument, printed: string): Result<Filled> {
  const pasted = readPrintedIds(printed);
  if (!pasted.ok) return pasted;
  const { tenant, ...prints } = pasted.value;
  const own = tenantOf(open);
  if (isGuid(tenant) && own !== null && isGuid(own) && own.toLowerCase() !== tenant.toLowerCase())
    return fail(ofOtherTenant(tenant, own));
  const settings = settingsOf({ prints });
  const { payloads } = describeProfile(open.document);
  const fields = identityFields(payloads);
  const keys = settings.reduce(
    (sum, { field }) => sum + (fields.find(({ id }) => id === field)?.places.length ?? 0),
    0,
  );
  if (keys === 0) return fail(nowhere);
  const patches = settings.map(({ field, value }) => identityPatch(payloads, field, value, null));
  const filled = edit(open, { op: "all", patches });
  return filled.ok ? succeed({ open: filled.value, keys }) : filled;
}

/** As the profile names it, in whichever domain names one first. */
function tenantOf({ document }: OpenDocument): string | null {
  for (const from of ["login", "menu-bar"] as const) {
    const settings = testSettings(document, from);
    if (settings.ok && settings.value.tenant !== null) return settings.value.tenant.value;
  }
  return null;
}

function ofOtherTenant(printed: string, own: string): Problem {
  return {
    code: "ids-of-other-tenant",
    title: "These ids are of another tenant than the profile's.",
    detail: `They were printed for ${printed}, and the profile signs people in to ${own}.`,
    fix: "Paste what the script printed for the profile's own tenant, or open the profile that they are for.",
  };
}

const nowhere: Problem = {
  code: "ids-nowhere",
  title: "This profile has no place for these ids.",
  detail: "It manages neither com.jamf.connect.login nor com.jamf.connect.",
  fix: "Open the profile that configures Jamf Connect.",
};
