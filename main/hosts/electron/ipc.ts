import { callChannel, eventChannel, fileChannel } from "../../../preload/bridge.ts";
import { callNames, type EventName, type EventPayload } from "../../../preload/contract.ts";
import { fail, type Result } from "../../core/problem.ts";
import { appOrigin, isOwnAddress } from "./address.ts";

/** Answers one call of the contract; checks the input against its schema and never rejects. */
export type Answer = (name: string, input: unknown) => Promise<Result<unknown>>;

type Frame = Pick<Electron.WebFrameMain, "url" | "origin" | "parent">;

/**
 * The only door from a page into main: one handler for each call of the contract, and none for anything else. A call is
 * answered when it comes from the main frame of one of our own pages; the input's schema is checked behind `answer`.
 *
 * @returns takes the handlers away again
 */
export function registerCalls(
  ipc: Pick<Electron.IpcMain, "handle" | "removeHandler">,
  answer: Answer,
): () => void {
  for (const name of callNames) {
    ipc.handle(callChannel(name), (event, input: unknown): Promise<Result<unknown>> => {
      return isOwnMainFrame(event.senderFrame) ? answer(name, input) : Promise.resolve(refused);
    });
  }
  return () => {
    for (const name of callNames) ipc.removeHandler(callChannel(name));
  };
}

/**
 * The door for files: the preload script sends where a file lies that a person picked or dropped, and gets the handle that
 * stands for it. It checks the frame as the other door does; what comes through is checked behind `give`.
 *
 * @returns takes the handler away again
 */
export function registerFiles(
  ipc: Pick<Electron.IpcMain, "handle" | "removeHandler">,
  give: (path: unknown) => Result<string>,
): () => void {
  ipc.handle(fileChannel, (event, path: unknown): Result<string> => {
    return isOwnMainFrame(event.senderFrame) ? give(path) : refused;
  });
  return () => ipc.removeHandler(fileChannel);
}

/** True for the main frame of our own page; null is a frame that is gone by now. */
export function isOwnMainFrame(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin && isOwnAddress(frame.url);
}

/** Announces an event to the page of a window; nothing happens when the window is gone. */
export function announce<E extends EventName>(
  window: Electron.BrowserWindow | null,
  name: E,
  payload: EventPayload<E>,
): void {
  if (window === null || window.isDestroyed()) return;
  window.webContents.send(eventChannel(name), payload);
}

const refused: Result<never> = fail({
  code: "call-refused",
  title: "Latchkey refused a call.",
  detail: "It did not come from the main frame of Latchkey's own page.",
  fix: "Reload the window. If it happens again, restart the app.",
});
