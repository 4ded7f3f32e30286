import { describe, expect, test } from "vitest";
import { isPublicHost } from "../../../main/core/anonymize/public-hosts.ts";
import { describeProfile, readProfile } from "../../../main/core/profile/index.ts";
import { makeReport } from "../../../main/core/report/index.ts";
import { openSigned } from "../../../main/signing/index.ts";
import { inputOf, mira } from "../../unit/core/report/fixtures.ts";
import { readSamples, type Sample } from "../profiles/samples.ts";

const samples = readSamples("profiles");

async function reportOn(
  sample: Sample,
): Promise<{ readonly bundle: string; readonly before: string } | null> {
  const signed = await openSigned(sample.bytes);
  if (!signed.ok) return null;
  const document = readProfile(signed.value?.content ?? sample.bytes, { fileName: sample.name });
  if (!document.ok) return null;
  const profile = {
    document: document.value,
    name: sample.name,
    signature: null,
    edited: false,
    practice: false,
    findings: [],
  };
  const made = makeReport(inputOf(mira, { runs: [], profile }), "bundle");
  if (!made.ok) throw new Error(`${sample.name}: ${made.problem.title} ${made.problem.detail}`);
  return {
    bundle: new TextDecoder().decode(made.value.bytes),
    before: JSON.stringify(describeProfile(document.value)),
  };
}

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

describe("masked reports on published profiles", () => {
  test("hold no id, no mail address and no host of anybody", async () => {
    let read = 0;
    for (const sample of samples) {
      const report = await reportOn(sample);
      if (report === null) continue;
      read += 1;
      const own = report.bundle.replace(/00000000-0000-4000-8000-\d{12}/g, "");
      expect(own.match(guid)?.filter((id) => !id.startsWith("0000000")) ?? [], sample.name).toEqual([]);
      const addresses = [...own.matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/g)].map((found) => found[1]);
      expect(
        addresses.filter((host) => host?.endsWith(".example") === false),
        sample.name,
      ).toEqual([]);
      const hosts = [...own.matchAll(/https?:\/\/([\w.-]+\w)/g)].map((found) => found[1] ?? "");
      const foreign = hosts.filter(
        (host) => !isPublicHost(host) && !/^(?:host|tenant|domain)-\d+\./.test(host),
      );
      expect([...new Set(foreign)], sample.name).toEqual([]);
      // Names of products are everybody's; all others are somebody's words.
      const names = [...report.before.matchAll(/"displayName":"([^"\\]{8,})"/g)].map(
        (found) => found[1] ?? "",
      );
      const somebodys = names.filter((name) => !/^com\.(?:jamf|apple|microsoft)/.test(name));
      for (const name of somebodys) expect(own, sample.name).not.toContain(`>${name}<`);
    }
    if (samples.length > 0) expect(read).toBeGreaterThan(100);
  });
});
