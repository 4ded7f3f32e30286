import { describeKey } from "../keys/index.ts";
import { isLicense, type License, licenseFrom, readLicenseValue } from "../license/index.ts";
import { dictToTypedJson, type TypedJson } from "../plist/index.ts";
import type { PlistDict } from "../plist/value.ts";
import type { Problem } from "../problem.ts";
import { textAt } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import { listPayloads, type Payload, type PayloadForm, payloadValues } from "./payloads.ts";

/** What `show --json` prints, without the signature (design section 4). */
export type DescribedProfile = {
  readonly format: "mobileconfig" | "plist";
  readonly encoding: "xml" | "binary";
  readonly profile: DescribedHead | null;
  readonly payloads: readonly DescribedPayload[];
};

/** The profile around the payloads; null fields are absent in the file. */
export type DescribedHead = {
  readonly identifier: string | null;
  readonly uuid: string | null;
  readonly displayName: string | null;
  /** `System` or `User`. */
  readonly scope: string | null;
  readonly organization: string | null;
  readonly description: string | null;
};

export type DescribedPayload = {
  readonly type: string | null;
  readonly identifier: string | null;
  readonly uuid: string | null;
  readonly displayName: string | null;
  readonly domain: string | null;
  readonly form: PayloadForm;
  /** The settings in typed JSON, without the keys that describe the payload (see `isBookkeepingKey`). */
  readonly values: { readonly [key: string]: TypedJson };
  /** What the license in `LicenseFile` says, or why it cannot be read; absent where there is none. Never the license key. */
  readonly license?: DescribedLicense;
};

export type DescribedLicense = License | { readonly problem: Problem };

/** Everything a document holds, as data for people and programs. */
export function describeProfile(document: ProfileDocument): DescribedProfile {
  return {
    format: document.format,
    encoding: document.encoding,
    profile: document.format === "plist" ? null : describeHead(document),
    payloads: listPayloads(document).map((payload) => {
      const settings = payloadValues(payload);
      const license = licenseIn(payload, settings);
      return {
        type: payload.type,
        identifier: payload.identifier,
        uuid: payload.uuid,
        displayName: payload.displayName,
        domain: payload.domain,
        form: payload.form,
        values: dictToTypedJson(settings),
        ...(license !== null && { license }),
      };
    }),
  };
}

/** The license among the settings of a Jamf Connect domain; of a license file opened by itself, that one. */
function licenseIn({ domain, form }: Payload, settings: PlistDict): DescribedLicense | null {
  if (form === "plist" && domain === null && isLicense(settings)) return licenseFrom(settings);
  const value = settings.entries.get("LicenseFile");
  if (value === undefined || domain === null || describeKey(domain, "LicenseFile") === null) return null;
  const license = readLicenseValue(value);
  return license.ok ? license.value : { problem: license.problem };
}

function describeHead({ root }: ProfileDocument): DescribedHead {
  return {
    identifier: textAt(root, "PayloadIdentifier"),
    uuid: textAt(root, "PayloadUUID"),
    displayName: textAt(root, "PayloadDisplayName"),
    scope: textAt(root, "PayloadScope"),
    organization: textAt(root, "PayloadOrganization"),
    description: textAt(root, "PayloadDescription"),
  };
}
