/** What an AADSTS code means on a page, in one plain sentence; the code itself stands under it. */
const titles: Readonly<Record<number, string>> = {
  50011: "This redirect URI is not registered.",
  50034: "This tenant has no such account.",
  50053: "The account is locked, or the address is blocked.",
  50055: "The password has expired.",
  50056: "The directory holds no password for this account.",
  50057: "The account is disabled.",
  50105: "This account is not assigned to the application.",
  50126: "The user name or the password is wrong.",
  50144: "The Active Directory password has expired.",
  50097: "A policy asks for a proof of the device.",
  53000: "A policy asks for a compliant device.",
  53001: "A policy asks for a hybrid joined device.",
  53003: "A policy blocks this sign-in.",
  53009: "A policy asks for an app with protection.",
  70018: "No device waits with this code, or it is too old.",
  90002: "There is no such tenant.",
  90033: "Entra is not available.",
  90094: "An administrator has to consent.",
  530003: "A policy asks for a managed device, and this sign-in shows none.",
  500113: "The application has no redirect URI.",
  700016: "There is no such application in this tenant.",
  700054: "This response type is switched off.",
  900144: "The request lacks a parameter.",
};

/** The sentence for a code; a general one where there is none. */
export function titleOf(code: number): string {
  return titles[code] ?? "Entra refuses this sign-in.";
}
