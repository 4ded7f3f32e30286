import { describe, expect, test } from "vitest";
import type { TypedJson } from "../../../main/core/plist/index.ts";
import type { DescribedProfile } from "../../../main/core/profile/index.ts";
import { latchkey } from "./latchkey.ts";
import { comparable, hasPlistlib, readWithPlistlib } from "./plistlib.ts";
import { readSamples, type Sample, sampleIndex } from "./samples.ts";

const index = new Map(sampleIndex("profiles").map((entry) => [entry.file, entry.facts]));

/** Samples that name Jamf Connect in their file name or in a payload type, and that are well-formed. */
const jamfConnectSamples = readSamples("profiles").filter(({ name }) => {
  const facts = index.get(name);
  const types = facts?.payload_types?.filter((type) => type !== null) ?? [];
  const named = /com\.jamf\.connect/.test(name) || types.some((type) => type.startsWith("com.jamf.connect"));
  return named && facts?.python_plistlib_parses === true;
});

describe("show on published Jamf Connect profiles", () => {
  test.each(jamfConnectSamples.map((sample) => [sample.name, sample] as const))("%s", async (_, sample) => {
    const shown = await show(sample);
    const payload = shown.payloads.find(({ domain }) => domain?.startsWith("com.jamf.connect"));
    expect(payload, "a payload for a Jamf Connect domain").toBeDefined();
    expect(Object.keys(payload?.values ?? {}).filter((key) => /^Payload[A-Z]/.test(key))).toEqual([]);
  });

  test("values equal what plistlib reads", async () => {
    if (!hasPlistlib()) return;
    const readings = readWithPlistlib(jamfConnectSamples.map(({ bytes }) => bytes));
    for (const [i, sample] of jamfConnectSamples.entries()) {
      const reading = readings[i];
      if (reading === undefined || "error" in reading)
        throw new Error(`plistlib did not read ${sample.name}`);
      const shown = await show(sample);
      expect(
        shown.payloads.map(({ values }) => comparable(values)),
        sample.name,
      ).toEqual(expectedValues(reading.value).map(comparable));
    }
  });
});

async function show(sample: Sample): Promise<DescribedProfile> {
  const { code, stdout, stderr } = await latchkey("show", sample.path, "--json");
  expect(stderr, sample.name).toBe("");
  expect(code, sample.name).toBe(0);
  return JSON.parse(stdout);
}

type Json = { readonly [key: string]: TypedJson };

/** The settings of every payload, taken from plistlib's reading by rules written down a second time here. */
function expectedValues(root: TypedJson): readonly Json[] {
  const { PayloadContent: content } = asObject(root);
  if (!Array.isArray(content)) return [settings(asObject(root))];
  return content.map(asObject).flatMap((payload: Json) => {
    if (payload["PayloadType"] !== "com.apple.ManagedClient.preferences") return [settings(payload)];
    return Object.values(asObject(payload["PayloadContent"])).map((modes) => {
      const [element] = asObject(modes)["Forced"] as readonly TypedJson[];
      return settings(asObject(asObject(element)["mcx_preference_settings"]));
    });
  });
}

function settings(payload: Json): Json {
  return Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith("Payload")));
}

function asObject(value: TypedJson | undefined): Json {
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("expected a dictionary");
  return value as Json;
}
