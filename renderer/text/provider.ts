/**
 * Whether a value of `OIDCProvider` names Microsoft Entra ID; Jamf Connect also takes the old name `Azure`.
 *
 * @param provider the value as the profile holds it, `null` or `undefined` where it has none
 */
export function namesEntra(provider: string | null | undefined): boolean {
  return /^(azure|entraid)$/i.test(provider ?? "");
}
