import { type BrowserWindow, dialog } from "electron";
import type { Saved } from "../../app/ports.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { fileAt, type SourceFile } from "../../files/source-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";

/** Asks for a profile; null when the person cancelled. */
export async function chooseProfile(window: BrowserWindow | null): Promise<Result<SourceFile | null>> {
  const options: Electron.OpenDialogOptions = {
    title: "Open a Jamf Connect profile",
    properties: ["openFile"],
    filters: [
      { name: "Profiles and property lists", extensions: ["mobileconfig", "plist"] },
      { name: "All files", extensions: ["*"] },
    ],
  };
  const chosen =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  const path = chosen.filePaths[0];
  return succeed(chosen.canceled || path === undefined ? null : fileAt(path));
}

/** Asks where to save and writes there; null when the person cancelled. */
export async function saveFile(
  window: BrowserWindow | null,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<Saved | null>> {
  const options: Electron.SaveDialogOptions = { title: "Export", defaultPath: suggestedName };
  const chosen =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === "") return succeed(null);
  const problem = await writeAtomically(chosen.filePath, bytes);
  return problem === null ? succeed({ savedTo: chosen.filePath, download: null }) : fail(problem);
}

/** Shows that the page is gone. The one message that is no page's: on a Mac no screen reader reads it of itself. */
export async function showProblem(problem: Problem): Promise<void> {
  const { title, detail, fix } = problem;
  await dialog.showMessageBox({
    type: "error",
    message: title,
    detail: `${detail}\n\n${fix}`,
    buttons: ["Close"],
  });
}
