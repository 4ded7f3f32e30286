import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CdpSession } from "../chromium/connection.ts";
import { createCodec } from "../page/codec.ts";
import type { FromPage, ToPage } from "../page/isolated-world.ts";
import { isolatedWorldName, isolatedWorldScript, mainWorldScript, type PageNames } from "../page/scripts.ts";
import type { FrameTree } from "./frames.ts";

/** What arrives from the page of a window. */
export type PageLinkOwner = {
  readonly onInvoke: (frame: string, channel: string, args: readonly unknown[]) => Promise<unknown>;
  readonly onPreloadError: (message: string) => void;
};

/** The road between main and the preload of one window; a window without a preload has none. */
export class PageLink {
  private readonly codec = createCodec();
  private readonly names: PageNames = {
    secret: randomUUID(),
    binding: `b${randomUUID().replaceAll("-", "")}`,
    receiver: `r${randomUUID().replaceAll("-", "")}`,
    files: `f${randomUUID().replaceAll("-", "")}`,
  };

  /** The context of the preload that called last from the main frame. */
  private speaker: number | null = null;
  private readonly cdp: CdpSession;
  private readonly frames: FrameTree;
  private readonly owner: PageLinkOwner;

  constructor(cdp: CdpSession, frames: FrameTree, owner: PageLinkOwner) {
    this.cdp = cdp;
    this.frames = frames;
    this.owner = owner;
    cdp.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name === this.names.binding) void this.receive(JSON.parse(payload), executionContextId);
    });
  }

  /** Puts the two scripts into every document to come; they run before any script of the page. */
  async install(preloadPath: string): Promise<void> {
    const preload = readFileSync(preloadPath, "utf8");
    await Promise.all([
      this.cdp.send("Runtime.addBinding", {
        name: this.names.binding,
        executionContextName: isolatedWorldName,
      }),
      this.cdp.send("Page.addScriptToEvaluateOnNewDocument", { source: mainWorldScript(this.names) }),
      this.cdp.send("Page.addScriptToEvaluateOnNewDocument", {
        source: isolatedWorldScript(this.names, preload),
        worldName: isolatedWorldName,
      }),
    ]);
  }

  /** Sends to the main frame; lost when there is no document to take it, as in Electron. */
  send(channel: string, args: readonly unknown[]): void {
    const message: ToPage = { kind: "message", channel, args: this.codec.encode(args) };
    const { main } = this.frames;
    // After a reload the newest context of that world need not be the one with the preload; the one that has spoken is.
    const hasSpoken = this.speaker !== null && this.frames.frameOfContext(this.speaker) === main;
    const context = hasSpoken ? this.speaker : this.frames.contextOf(main, isolatedWorldName);
    if (context !== null) this.deliver(context, message);
  }

  private async receive(message: FromPage, context: number): Promise<void> {
    if (message.kind === "preload-error") {
      this.owner.onPreloadError(message.message);
      return;
    }
    const frame = this.frames.frameOfContext(context);
    if (frame === null) return;
    if (frame === this.frames.main) this.speaker = context;
    if (message.kind === "send")
      throw new Error(`stand-in: ipcRenderer.send("${message.channel}") is not covered`);
    try {
      const sent = this.codec.decode(message.args) as readonly unknown[];
      const args = await Promise.all(sent.map((argument) => this.withPath(argument, context)));
      const value = await this.owner.onInvoke(frame, message.channel, args);
      this.deliver(context, { kind: "answer", id: message.id, value: this.codec.encode(value) });
    } catch (error) {
      this.deliver(context, { kind: "answer", id: message.id, error: String(error) });
    }
  }

  /** The path that a word of `webUtils.getPathForFile` stands for; empty where a script has made the file. */
  private async withPath(argument: unknown, contextId: number): Promise<unknown> {
    const prefix = `${this.names.files}:`;
    if (typeof argument !== "string" || !argument.startsWith(prefix)) return argument;
    const expression = `${this.names.files}[${Number(argument.slice(prefix.length))}]`;
    const { result } = await this.cdp.send("Runtime.evaluate", { expression, contextId });
    const { path } = await this.cdp.send("DOM.getFileInfo", { objectId: result.objectId ?? "" });
    return path;
  }

  private deliver(executionContextId: number, message: ToPage): void {
    this.cdp.tell("Runtime.callFunctionOn", {
      functionDeclaration: "function (name, text) { globalThis[name](text); }",
      arguments: [{ value: this.names.receiver }, { value: JSON.stringify(message) }],
      executionContextId,
    });
  }
}
