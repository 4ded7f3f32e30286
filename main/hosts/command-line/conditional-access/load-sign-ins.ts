import {
  type NamedDocument,
  type ProfileSignIns,
  profileSignIns,
} from "../../../app/policies/profile-sign-ins.ts";
import type { Result } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";
import { openDocument } from "../open-document.ts";

/** Forms the two sign-ins from the profiles in these files; see {@link profileSignIns}. */
export async function loadSignIns(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Result<ProfileSignIns>> {
  const documents: NamedDocument[] = [];
  for (const path of paths) {
    const opened = await openDocument(path, terminal);
    if (!opened.ok) return opened;
    documents.push({ document: opened.value.document, path });
  }
  return profileSignIns(documents, null);
}
