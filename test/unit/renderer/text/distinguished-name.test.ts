import { describe, expect, it } from "vitest";
import { commonName } from "../../../../renderer/text/distinguished-name.ts";

describe("commonName", () => {
  it.each([
    ["CN=Contoso Signing", "Contoso Signing"],
    ["O=Contoso Ltd, CN=Contoso Issuing CA 2, C=GB", "Contoso Issuing CA 2"],
    ["CN=Contoso\\, Ltd,O=Contoso", "Contoso, Ltd"],
    ["O=Contoso Ltd", "O=Contoso Ltd"],
    ["OU=XCN=a", "OU=XCN=a"],
  ])("knows %s as %s", (name, shown) => {
    expect(commonName(name)).toBe(shown);
  });
});
