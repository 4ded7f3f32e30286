import type { ExportView, ProfileView } from "../../../preload/contract.ts";
import { commonName } from "../../text/distinguished-name.ts";

/** What was done, and what became of the file that is open: the one thing that the page says after saving. */
export function savedSentence(
  { fileName, savedTo, signature }: ExportView,
  view: Pick<ProfileView, "fileName" | "edited">,
): { readonly sentence: string; readonly why: string } {
  const [signer] = signature?.signers ?? [];
  const signed = signer === undefined ? "" : `, signed by ${commonName(signer.subject)}`;
  const done = savedTo === null ? "Downloaded" : "Saved";
  const open = view.edited
    ? `Your changes are in it, and not yet in ${view.fileName}, which is as it was.`
    : `${view.fileName} has not been changed.`;
  return {
    sentence: `${done}${signed}: ${fileName}`,
    why: `It was read back, and holds what was to be written. ${open}`,
  };
}
