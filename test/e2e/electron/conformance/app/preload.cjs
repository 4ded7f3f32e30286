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
  boomWithText: () => {
    throw "only text";
  },
  giveError: () => Object.assign(new RangeError("given"), { code: "E_CODE" }),
  reject: () => Promise.reject(new RangeError("rejected")),
  rejectWithText: () => Promise.reject("only text"),
  hear: (listener) => {
    try {
      listener();
      return "nothing thrown";
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  },
  callBack: (listener) => listener("called") === "answered",
  subscribe: (listener) => {
    listener(1);
    return () => "ended";
  },
  later: () => Promise.resolve("done"),
  nested: { list: [1, { deep: true }] },
});
