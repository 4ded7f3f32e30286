import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { sampleFolder } from "../../support/samples.ts";

function makeSamples(): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-samples-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "profiles"));
  return folder;
}

test("samples that are there are found, required or not", () => {
  const samples = makeSamples();
  for (const required of [false, true]) {
    expect(sampleFolder("profiles", samples, required)).toBe(join(samples, "profiles"));
  }
});

test("samples that are missing are left out in one line, and are an error where they are required", () => {
  const samples = makeSamples();
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  onTestFinished(() => log.mockRestore());
  expect(sampleFolder("signins", samples, false)).toBeNull();
  expect(log.mock.calls).toEqual([
    ["The samples (../shared/samples/signins) are not beside the repository: tests with them are left out."],
  ]);
  expect(() => sampleFolder("signins", samples, true)).toThrow("LATCHKEY_REQUIRE_SAMPLES");
});
