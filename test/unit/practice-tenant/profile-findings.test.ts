import { expect, test } from "vitest";
import { documentFindings } from "../../../main/app/document/findings.ts";
import { readProfile } from "../../../main/core/profile/index.ts";
import { listScenarios, loadScenario } from "../../../main/practice-tenant/index.ts";
import { fittingProfile } from "../../../main/practice-tenant/profile/fitting-profile.ts";

test.each(listScenarios().map(({ name }) => [name] as const))(
  "the profile of %s is in order by itself: what a scenario is about shows in a login",
  (name) => {
    const scenario = loadScenario(name);
    if (!scenario.ok) throw new Error(scenario.problem.title);
    const { bytes, fileName } = fittingProfile(scenario.value.tenant, "http://127.0.0.1:9");
    const document = readProfile(bytes, { fileName });
    if (!document.ok) throw new Error(document.problem.title);
    const found = (documentFindings(document.value) ?? []).filter(({ severity }) => severity !== "info");
    expect(found.map(({ rule }) => rule)).toEqual([]);
  },
);
