/** Licenses of Jamf Connect: what they say about themselves, and where they stand on a day. */
export {
  type Day,
  daysLeft,
  type License,
  type LicenseDate,
  type LicenseState,
  licenseGrace,
  licenseState,
  licenseText,
} from "./license.ts";
export { isLicense, licenseFrom, readLicense, readLicenseValue } from "./read-license.ts";
