/**
 * Words that stand in our own sentences, in labels or in the protocol. A user name, company or tenant that is one of
 * them names nobody, and replacing it wherever it stands would garble the report; it is still replaced where it is the
 * whole value.
 */
const common: ReadonlySet<string> = new Set(
  `access account accounts active address admin administrator adminuser answer apple application authenticate azure
  bearer check clean client common company connect consumers contact content corp customer default demo device directory
  discovery domain email enterprise entra error example exchange false federated global google graph group guest
  helpdesk hidden home host info intern internal jamf jamfadmin keycloak ladmin local localadmin localhost login mail
  managed masked menu microsoft mobile name none office okta onelogin openid organization organizations password path
  payload person ping pingfederate policy practice profile provider public redirect removed request role root scope
  secret security service settings shared sign single staff standard status student support sync system teacher team
  temp tenant test tester text time token true user username users value verify window work`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** True for a word that is too common, or too short, to be looked for inside texts. */
export function isCommonWord(word: string): boolean {
  return word.length < 4 || common.has(word.toLowerCase());
}
