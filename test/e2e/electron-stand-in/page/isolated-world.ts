import type { BridgeEnd } from "./bridge-end.ts";
import type { Codec } from "./codec.ts";

/** What the page sends to main. */
export type FromPage =
  | { readonly kind: "invoke"; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: "send"; readonly channel: string; readonly args: string }
  | { readonly kind: "preload-error"; readonly message: string };

/** What main sends to the page. */
export type ToPage =
  | { readonly kind: "answer"; readonly id: number; readonly value?: string; readonly error?: string }
  | { readonly kind: "message"; readonly channel: string; readonly args: string };

type Listener = (event: object, ...args: unknown[]) => void;

/**
 * Runs in the preload's world: gives the preload the little that a sandboxed one has (`contextBridge`, `ipcRenderer`) and
 * runs it, in the main frame only. Refers to nothing outside itself and its parameters.
 *
 * @param names names of the binding to main, of the function main calls, and of the list of files whose paths are asked for
 */
export function runIsolatedWorld(
  codec: Codec,
  bridge: BridgeEnd,
  secret: string,
  names: { readonly binding: string; readonly receiver: string; readonly files: string },
  preload: (
    require: (name: string) => unknown,
    module: { exports: unknown },
    exports: unknown,
    process: object,
  ) => void,
): void {
  const scope = globalThis as unknown as Record<string, (value: string) => void>;
  const tell = (message: FromPage) => scope[names.binding]?.(JSON.stringify(message));
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; channel: string }
  >();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;

  const uncovered = (name: string, part: object) =>
    new Proxy(part, {
      get(target, property, receiver): unknown {
        if (typeof property === "symbol" || property in target)
          return Reflect.get(target, property, receiver);
        throw new Error(`stand-in: ${name}.${property} is not covered`);
      },
    });

  const ipcRenderer = uncovered("ipcRenderer", {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const encoded = codec.encode(args);
        lastId += 1;
        waiting.set(lastId, { resolve, reject, channel });
        tell({ kind: "invoke", id: lastId, channel, args: encoded });
      }),
    send: (channel: string, ...args: unknown[]) => tell({ kind: "send", channel, args: codec.encode(args) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => {
      const left = listeners.get(channel) ?? [];
      const at = left.lastIndexOf(listener);
      listeners.set(
        channel,
        left.filter((_, index) => index !== at),
      );
      return ipcRenderer;
    },
  });

  scope[names.receiver] = (text: string) => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === "message") {
      const args = codec.decode(message.args) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer }, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(codec.decode(message.value ?? "null"));
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.error}`));
  };

  const files: File[] = [];
  (globalThis as unknown as Record<string, File[]>)[names.files] = files;
  const webUtils = uncovered("webUtils", {
    // Only Chromium knows the path, and tells it to whoever holds its other end: main puts it in the place of this word.
    getPathForFile: (file: unknown) => {
      if (!(file instanceof File))
        throw new TypeError("Error processing argument at index 0, conversion failure");
      return `${names.files}:${files.push(file) - 1}`;
    },
  });

  const contextBridge = uncovered("contextBridge", {
    exposeInMainWorld: (key: string, api: unknown) => {
      const detail = JSON.stringify({ key, value: bridge.encode(api) });
      document.dispatchEvent(new CustomEvent(`${secret}:expose`, { detail }));
    },
  });

  // Scripts are put into every frame; the preload of Electron runs in the main frame, and not before there is a page.
  if (window.parent !== window || location.href === "about:blank") return;
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === "electron" || name === "electron/renderer")
      return uncovered("electron", { contextBridge, ipcRenderer, webUtils });
    throw new Error(`module not found: ${name}`);
  };
  try {
    preload(
      require,
      module,
      module.exports,
      uncovered("process", { type: "renderer", sandboxed: true, contextIsolated: true, env: {} }),
    );
  } catch (error) {
    tell({
      kind: "preload-error",
      message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error),
    });
  }
}
