import { expect, test } from "vitest";
import { stateFolder } from "../../../../main/app/history/state-folder.ts";

const home = "/home/mira";

test.each([
  ["linux", {}, home, "/home/mira/.local/state/latchkey"],
  ["linux", { XDG_STATE_HOME: "/var/state" }, home, "/var/state/latchkey"],
  ["linux", { XDG_STATE_HOME: "relative" }, home, "/home/mira/.local/state/latchkey"],
  ["freebsd", { XDG_STATE_HOME: "" }, home, "/home/mira/.local/state/latchkey"],
  [
    "darwin",
    { XDG_STATE_HOME: "/var/state" },
    "/Users/mira",
    "/Users/mira/Library/Application Support/Latchkey",
  ],
  ["win32", { APPDATA: "D:\\Roaming" }, "C:\\Users\\mira", "D:\\Roaming\\Latchkey"],
  ["win32", {}, "C:\\Users\\mira", "C:\\Users\\mira\\AppData\\Roaming\\Latchkey"],
])("on %s with %j", (platform, environment, where, folder) => {
  expect(stateFolder({ platform, environment, home: where })).toBe(folder);
});
