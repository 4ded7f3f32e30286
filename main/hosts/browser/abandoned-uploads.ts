import { removeAbandonedFolders } from "../../files/abandoned-folders.ts";

/** How the name of a folder with uploads begins; the process that made it comes next. */
export const uploadFolderPrefix = "latchkey-files-";

/** Removes the folders of processes that were ended by force. */
export function forgetAbandoned(parent: string): Promise<void> {
  return removeAbandonedFolders(parent, uploadFolderPrefix);
}
