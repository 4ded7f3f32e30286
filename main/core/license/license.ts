/** A day of the calendar, as it is compared: `2027-01-31`. */
export type Day = string;

/** A date in a license. */
export type LicenseDate = {
  /** Null where the text is in a form that Latchkey does not read. */
  readonly day: Day | null;
  /** As the license spells it; dates of the property list in ISO form. */
  readonly asWritten: string;
};

/**
 * What a license of Jamf Connect says about itself. The license key in it is left out: nothing that shows a license needs it.
 * Fields that the license does not have are null.
 *
 * The names come from public scripts that read licenses on Macs, of which one is by a Jamf employee
 * (https://github.com/Sunshine-was-here/jamf-connect-troubleshooting); Jamf does not document the format.
 */
export type License = {
  readonly name: string | null;
  readonly email: string | null;
  readonly product: string | null;
  readonly edition: string | null;
  /** How many Macs it is for. */
  readonly clients: number | null;
  readonly issued: LicenseDate | null;
  readonly expires: LicenseDate | null;
  readonly majorVersion: string | null;
};

/** Where a license stands on a day. `unknown` where it does not say when it expires. */
export type LicenseState = "valid" | "grace" | "expired" | "unknown";

/** Days that an expired license works on, and the first version that grants them. */
export const licenseGrace = { days: 14, since: "2.43" } as const;

/** How long a license is good for, in days from `today`; below zero when the day is over. Null where no date could be read. */
export function daysLeft(license: License, today: Day): number | null {
  const expires = license.expires?.day ?? null;
  return expires === null ? null : Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000);
}

/**
 * The last day counts as a day that the license is good for.
 *
 * @param hasGrace false for versions of Jamf Connect before 2.43
 */
export function licenseState(license: License, today: Day, hasGrace: boolean): LicenseState {
  const left = daysLeft(license, today);
  if (left === null) return "unknown";
  if (left >= 0) return "valid";
  return hasGrace && left >= -licenseGrace.days ? "grace" : "expired";
}

/** `Contoso Ltd, 250 Macs, until 2027-01-31`: a license in one line, without its key. */
export function licenseText({ name, clients, expires }: License): string {
  const parts = [
    name ?? "license without a name",
    ...(clients === null ? [] : [`${clients} ${clients === 1 ? "Mac" : "Macs"}`]),
    expires === null ? "no date of expiry" : `until ${expires.day ?? expires.asWritten}`,
  ];
  return parts.join(", ");
}
