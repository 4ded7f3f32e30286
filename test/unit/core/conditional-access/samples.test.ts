import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPolicies } from "../../../../main/core/conditional-access/index.ts";

const FOLDER = join(import.meta.dirname, "../../../../../shared/samples/ca-policies");

describe("the sample policies", () => {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name !== "INDEX.json") : [];
  if (names.length === 0)
    console.log("The samples are not here (../shared/samples/ca-policies): nothing was read.");

  it("read, or are refused with what they are instead", () => {
    const refused = new Map<string, number>();
    let policies = 0;
    for (const name of names) {
      const read = readPolicies(readFileSync(join(FOLDER, name)), { fileName: name });
      if (read.ok) {
        policies += read.value.policies.length;
        continue;
      }
      expect(read.problem.code).toBe("no-policy");
      const kind = /is (an? [^.]*|terms of use)\.$/u.exec(read.problem.detail)?.[1] ?? read.problem.detail;
      refused.set(kind, (refused.get(kind) ?? 0) + 1);
    }
    if (names.length === 0) return;
    expect(Object.fromEntries(refused)).toEqual({
      "an Azure Resource Manager template": 1,
      "a named location": 3,
      "an app protection policy": 1,
      "terms of use": 1,
      "a group": 4,
    });
    expect(policies).toBe(names.length - 10);
  });
});
