import { expect, test } from "vitest";
import { electronUserAgent } from "../../../../e2e/electron-stand-in/user-agent.ts";

const engine = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  ["Chrome/142.0.0.0", "Latchkey", "Latchkey/1.0.0 Chrome/142.0.0.0"],
  ["HeadlessChrome/142.0.0.0", "Latchkey", "Latchkey/1.0.0 Chrome/142.0.0.0"],
  ["Chrome/142.0.0.0", "Contoso Key Ring", "ContosoKeyRing/1.0.0 Chrome/142.0.0.0"],
  ["Chrome/142.0.0.0", "Electron", "Chrome/142.0.0.0"],
])("%s with the app %s", (chrome, name, expected) => {
  const parts = { name, version: "1.0.0", electron: "45.4.1" };
  expect(electronUserAgent(`${engine} ${chrome} Safari/537.36`, parts)).toBe(
    `${engine} ${expected} Electron/45.4.1 Safari/537.36`,
  );
});
