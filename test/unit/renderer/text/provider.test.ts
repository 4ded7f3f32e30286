import { describe, expect, test } from "vitest";
import { namesEntra } from "../../../../renderer/text/provider.ts";

describe("Microsoft Entra ID", () => {
  test.each(["EntraID", "Azure", "azure"])("is named by %s", (value) => {
    expect(namesEntra(value)).toBe(true);
  });

  test.each(["Okta", "AzureB2C", "", null, undefined])("is not named by %s", (value) => {
    expect(namesEntra(value)).toBe(false);
  });
});
