import { expect, it } from "vitest";
import { RESOURCE_NAMES } from "../../../main/core/conditional-access/sign-in/well-known.ts";
import { isGuid } from "../../../main/core/guid.ts";
import * as known from "../../../main/core/microsoft-apps.ts";
import { isGuid as isGuidOnPage } from "../../../renderer/text/is-guid.ts";
import { MICROSOFT_GRAPH, microsoftApps, WINDOWS_AZURE_AD } from "../../../renderer/text/microsoft-apps.ts";

it("the screen names Microsoft's applications as policies are judged by them", () => {
  expect([WINDOWS_AZURE_AD, MICROSOFT_GRAPH]).toEqual([known.WINDOWS_AZURE_AD, known.MICROSOFT_GRAPH]);
  for (const id of [WINDOWS_AZURE_AD, MICROSOFT_GRAPH]) {
    expect(microsoftApps[id]).toBe(RESOURCE_NAMES.get(id));
  }
});

it("the screen takes for an id what everything else takes for one", () => {
  const id = "0f0f0f0f-1111-4222-8333-444455556666";
  const texts = [
    id,
    id.toUpperCase(),
    ` ${id}`,
    `{${id}}`,
    id.slice(1),
    id.replaceAll("-", ""),
    `${id}\n`,
    "\u017f",
    "",
  ];
  for (const text of texts) expect(isGuidOnPage(text), JSON.stringify(text)).toBe(isGuid(text));
  expect(isGuid(id)).toBe(true);
});
