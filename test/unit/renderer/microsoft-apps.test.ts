import { expect, it } from "vitest";
import * as known from "../../../main/core/conditional-access/sign-in/well-known.ts";
import { MICROSOFT_GRAPH, microsoftApps, WINDOWS_AZURE_AD } from "../../../renderer/text/microsoft-apps.ts";

it("the screen names Microsoft's applications as policies are judged by them", () => {
  expect([WINDOWS_AZURE_AD, MICROSOFT_GRAPH]).toEqual([known.WINDOWS_AZURE_AD, known.MICROSOFT_GRAPH]);
  for (const id of [WINDOWS_AZURE_AD, MICROSOFT_GRAPH]) {
    expect(microsoftApps[id]).toBe(known.RESOURCE_NAMES.get(id));
  }
});
