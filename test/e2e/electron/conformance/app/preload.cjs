const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("api", {
  echo: (value) => ipcRenderer.invoke("echo", value),
  fail: () => ipcRenderer.invoke("fail"),
  missing: () => ipcRenderer.invoke("missing"),
  giveFunction: () => ipcRenderer.invoke("give-function"),
  twice: (number) => number * 2,
  boom: () => {
    throw new RangeError("too far");
  },
  callBack: (listener) => listener("called") === "answered",
  subscribe: (listener) => {
    listener(1);
    return () => "ended";
  },
  later: () => Promise.resolve("done"),
  nested: { list: [1, { deep: true }] },
});
