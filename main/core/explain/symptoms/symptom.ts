import type { SymptomText } from "../explanation.ts";

/** A symptom as people describe it: it matches when every group has at least one of its words in the text. */
export type Symptom = SymptomText & { readonly words: readonly (readonly string[])[] };

export const thread =
  "https://community.jamf.com/t5/jamf-connect/jamf-connect-and-microsoft-azure-conditional-access/m-p/249968";
export const enforcement =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps";
export const lockout =
  "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout";
