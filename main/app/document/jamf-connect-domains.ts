import { keyDomains } from "../../core/keys/index.ts";

/** Every preference domain that the catalogue has keys of. */
export const jamfConnectDomains: ReadonlySet<string> = new Set(keyDomains.map(({ domain }) => domain));
