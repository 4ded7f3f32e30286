import { allEntries } from "../verdict/catalogue.ts";
import { networkErrors } from "../verdict/network-errors.ts";
import { allOAuthEntries } from "../verdict/oauth-errors.ts";
import { allProviderEntries } from "../verdict/provider-errors.ts";
import type { KnowledgeRow } from "./answer.ts";
import { type Explanation, ofProviderEntry, ofSituation } from "./explanation.ts";
import { ofNetworkError } from "./network-explanation.ts";
import { allSituations } from "./situations.ts";

/** Everything that Latchkey can explain: situations first, then network faults, then codes and words of providers. */
export function listKnowledge(): readonly KnowledgeRow[] {
  return [
    ...allSituations().map(({ id, title, meaning }) => row(id, title, "situation", meaning)),
    ...networkErrors().map(({ id, title, cause }) => row(networkName(id), title, "network", cause)),
    ...allEntries().map(({ code, name, meaning }) => row(`${code}`, codeTitle(code, name), "code", meaning)),
    ...allProviderEntries().map(({ id, title, meaning }) => row(id, title, "code", meaning)),
    ...allOAuthEntries().map(({ error, meaning }) => row(error, error, "code", meaning)),
  ];
}

function row(name: string, title: string, kind: KnowledgeRow["kind"], meaning: string): KnowledgeRow {
  return { name, title: title.replace(/\.$/, ""), kind, meaning };
}

/** Faults are named by plain words such as timeout: in the list they say what they are, and a plain word stays a word. */
export function networkName(id: string): string {
  return `network-${id}`;
}

/** How a code is called: `AADSTS50076 (UserStrongAuthClientAuthNRequired)`. */
export function codeTitle(code: number, name: string | null): string {
  return `AADSTS${code}${name === null ? "" : ` (${name})`}`;
}

/** Explains a situation or network fault by its name in the list; null for anything else. Codes and words are found as text. */
export function explainName(name: string): Explanation | null {
  const asked = name.length > 80 ? "" : name.toLowerCase();
  const situation = allSituations().find(({ id }) => id === asked);
  if (situation !== undefined) return ofSituation(situation);
  const fault = networkErrors().find(({ id }) => networkName(id) === asked);
  if (fault !== undefined) return ofNetworkError(fault, null);
  const entry = allProviderEntries().find(({ id }) => id.toLowerCase() === asked);
  return entry === undefined ? null : ofProviderEntry(entry, null);
}
