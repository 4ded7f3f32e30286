import { spawn } from "node:child_process";
import { resolve } from "node:path";
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
