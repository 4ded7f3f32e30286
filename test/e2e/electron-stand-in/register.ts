import { register } from "node:module";

/** Loaded before the app's main file: puts the stand-in in Electron's place and makes the process look like Electron's. */
const { versions } = process;
Object.defineProperty(process, "versions", { value: { ...versions, electron: "45.4.1", chrome: "0.0.0.0" } });
Object.defineProperties(process, {
  type: { value: "browser" },
  defaultApp: { value: true },
  resourcesPath: { value: "" },
});

register(new URL("./hooks.mjs", import.meta.url), {
  data: { standIn: new URL("./electron.mjs", import.meta.url).href },
});
