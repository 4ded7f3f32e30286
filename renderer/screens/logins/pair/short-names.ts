/** Where the picture of the two sign-ins has no room for whole ids and names. */
export const narrow = "(max-width: 1180px)";

/** A name of a policy that begins with a number of its own: `CA001 Require MFA`, `CA-12: Block`. */
const numbered = /^[A-Z]{1,6}[-_]?\d{1,4}(?=[\s:_–-])/u;

/**
 * A policy as a short sentence calls it: by its number, else by its name, where that is too long as one of them.
 *
 * @param most characters of a name that have room in the sentence
 */
export function shortPolicyName(name: string, most: number): string {
  return numbered.exec(name)?.[0] ?? (Array.from(name).length <= most ? name : "A policy");
}

/** An application without the name of its maker, for a narrow place: `Graph`, `Login API`. */
export function shortAppName(name: string): string {
  return name.replace(/^(?:Microsoft |Jamf Connect - )(?=\S)/u, "");
}

/** An API that is named by a GUID goes by its last characters, as ids are told apart: `…000000a2`; everything else stays whole. */
export function shortApiId(id: string): string {
  return /^(?:api:\/\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id) ? `…${id.slice(-8)}` : id;
}
