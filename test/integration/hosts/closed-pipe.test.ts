import { execFile, spawn } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const cli = resolve(import.meta.dirname, "../../../dist/main/cli.js");

it("ends without a word when whoever reads its output stops reading", async () => {
  const child = spawn(process.execPath, [cli, "explain", "50076", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((done) => child.once("exit", done));
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" });
});

it("reads what another program pipes into it", async () => {
  const profile = resolve(import.meta.dirname, "../../fixtures/profiles/contoso.mobileconfig");
  const line = `cat "${profile}" | "${process.execPath}" "${cli}" show /dev/stdin --json`;
  const { stdout } = await promisify(execFile)("sh", ["-c", line]);
  expect(JSON.parse(stdout)).toMatchObject({ format: "mobileconfig", encoding: "xml" });
});
