import { contextBridge, ipcRenderer } from "electron";
import { createLatchkey } from "./electron/latchkey.ts";

contextBridge.exposeInMainWorld(
  "latchkey",
  createLatchkey({
    invoke: (channel, input) => ipcRenderer.invoke(channel, input),
    on: (channel, listener) => ipcRenderer.on(channel, listener),
    off: (channel, listener) => ipcRenderer.off(channel, listener),
  }),
);
