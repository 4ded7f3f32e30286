import { contextBridge, ipcRenderer, webUtils } from "electron";
import { createLatchkey } from "./electron/latchkey.ts";

contextBridge.exposeInMainWorld(
  "latchkey",
  createLatchkey({
    invoke: (channel, input) => ipcRenderer.invoke(channel, input),
    on: (channel, listener) => ipcRenderer.on(channel, listener),
    // Only Electron knows where a file lies; for what is no file it throws.
    pathOf: (file) => webUtils.getPathForFile(file as File),
    off: (channel, listener) => ipcRenderer.off(channel, listener),
  }),
);
