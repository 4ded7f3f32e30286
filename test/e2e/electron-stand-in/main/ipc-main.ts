import { Bare, strict } from "../strict.ts";

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Covered = Pick<Electron.IpcMain, "handle" | "removeHandler">;

/** `ipcMain`, as far as `handle`. One-way messages have no listener in this app, so they are not covered. */
export class StandInIpcMain extends Bare implements Covered {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** Runs the handler of a channel; rejects as Electron does where there is none. */
  async invoke(
    channel: string,
    event: Electron.IpcMainInvokeEvent,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...args);
  }
}

/** The event a handler gets. */
export function createInvokeEvent(
  sender: Electron.WebContents,
  senderFrame: Electron.WebFrameMain | null,
): Electron.IpcMainInvokeEvent {
  return strict<Electron.IpcMainInvokeEvent>("IpcMainInvokeEvent", {
    type: "frame",
    sender,
    senderFrame,
    frameId: senderFrame?.routingId ?? 0,
    processId: senderFrame?.processId ?? 0,
    defaultPrevented: false,
    preventDefault: () => undefined,
  });
}
