import { basename } from "node:path";
import { type BrowserWindow, dialog } from "electron";
import type { PickedFile } from "../../app/ports.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import { readFileWithin } from "../../files/read-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";

/** Asks for a profile and reads it; null when the person cancelled. */
export async function chooseProfile(window: BrowserWindow | null): Promise<Result<PickedFile | null>> {
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
  return chosen.canceled || path === undefined ? succeed(null) : readProfileFile(path);
}

/** Reads a profile from disk. A file beyond the limit is a mistake, and reading it would only cost memory. */
export async function readProfileFile(path: string): Promise<Result<PickedFile>> {
  const name = basename(path);
  const bytes = await readFileWithin(path, maximumProfileBytes, name);
  return bytes instanceof Uint8Array ? succeed({ name, bytes }) : fail(bytes);
}

/** Asks where to save and writes there; null when the person cancelled. */
export async function saveFile(
  window: BrowserWindow | null,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly path: string } | null>> {
  const options: Electron.SaveDialogOptions = { title: "Export", defaultPath: suggestedName };
  const chosen =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (chosen.canceled || chosen.filePath === "") return succeed(null);
  const problem = await writeAtomically(chosen.filePath, bytes);
  return problem === null ? succeed({ path: chosen.filePath }) : fail(problem);
}

/** Shows a problem where no page has asked and so none can show it. */
export async function showProblem(problem: Problem): Promise<void> {
  const { title, detail, fix } = problem;
  await dialog.showMessageBox({
    type: "error",
    message: title,
    detail: `${detail}\n\n${fix}`,
    buttons: ["Close"],
  });
}
