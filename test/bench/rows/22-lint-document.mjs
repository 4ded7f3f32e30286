import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importBundled } from "../support/bundle.mjs";
import { root } from "../support/product.mjs";
import { median } from "../support/timing.mjs";

/** All findings of a profile in which every key of both domains is set: what each stroke in the editor costs. */
export const row = {
  what: "lint of a full profile in process, all rules",
  aim: { ms: 2 },
  measure: async () => {
    const { documentFindings, profileFromTypedJson } = await importBundled(
      "test/bench/support/lint-entry.ts",
    );
    const document = profileFromTypedJson(fullProfile(), { fileName: null });
    const times = [];
    for (let round = 0; round < 200; round += 1) {
      const start = performance.now();
      if (documentFindings(document.value) === null) throw new Error("nobody looked");
      times.push(performance.now() - start);
    }
    return { ours: median(times.slice(50)) };
  },
};

/** A profile with a value of its own type for every key that the catalogue has for the login window and the menu bar. */
function fullProfile() {
  const { domains } = JSON.parse(readFileSync(join(root, "assets/reference/keys.json"), "utf8"));
  const wanted = ["com.jamf.connect.login", "com.jamf.connect"];
  return {
    PayloadType: "Configuration",
    PayloadIdentifier: "com.example.full",
    PayloadUUID: "5D0C7C6A-1E2F-4B3A-9C4D-000000000000",
    PayloadScope: "System",
    PayloadContent: domains
      .filter(({ domain }) => wanted.includes(domain))
      .map(({ domain, keys }, index) => ({
        PayloadType: domain,
        PayloadIdentifier: `com.example.full.${index}`,
        PayloadUUID: `5D0C7C6A-1E2F-4B3A-9C4D-00000000001${index}`,
        ...settings(keys),
      })),
  };
}

function settings(keys) {
  const made = {};
  for (const { path, type, values, example } of keys) {
    if (path.includes("[]") || type === "dict") continue;
    const steps = path.split(".");
    let into = made;
    for (const step of steps.slice(0, -1)) into = into[step] ??= {};
    into[steps.at(-1)] = value(type, values?.[0]?.value ?? example);
  }
  return made;
}

function value(type, example) {
  if (type === "boolean") return true;
  if (type === "integer") return 30;
  if (type === "array") return [example ?? ["one", "two"]].flat().map(String);
  return String(example ?? "A value that people write");
}
