import { describe, expect, it } from "vitest";
import { identityFields, identityPatch } from "../../../../main/core/profile/identity-fields.ts";

const login = {
  domain: "com.jamf.connect.login",
  values: {
    OIDCProvider: "Azure",
    OIDCTenant: "contoso.com",
    OIDCScopes: "openid+profile",
    ROPGSuccessCodes: ["50076", "50079"],
  },
};
const menuBar = {
  domain: "com.jamf.connect",
  values: { IdPSettings: { Provider: "EntraID", ROPGID: "app-1" } },
};

describe("identity fields", () => {
  it("names every place of both domains, with its text", () => {
    const fields = identityFields([login, menuBar]);
    const places = Object.fromEntries(
      fields.map(({ id, places }) => [id, places.map(({ keyPath, value }) => [keyPath, value])]),
    );
    expect(places).toMatchObject({
      provider: [
        ["OIDCProvider", "Azure"],
        ["IdPSettings.Provider", "EntraID"],
      ],
      "check-app": [
        ["OIDCROPGID", null],
        ["IdPSettings.ROPGID", "app-1"],
      ],
      "success-codes": [
        ["ROPGSuccessCodes", "50076 50079"],
        ["IdPSettings.SuccessCodes", null],
      ],
      "redirect-uri": [["OIDCRedirectURI", null]],
    });
  });

  it("leaves out fields of a domain that the profile does not have", () => {
    expect(identityFields([menuBar]).map(({ id }) => id)).toEqual([
      "provider",
      "tenant",
      "check-app",
      "check-scopes",
      "success-codes",
      "discovery-url",
      "okta-domain",
      "change-password-url",
      "check-secret",
      "license",
    ]);
    expect(identityFields([{ domain: "com.apple.dock", values: {} }])).toEqual([]);
  });

  it("tells two payloads of one domain apart", () => {
    const tenant = identityFields([login, { domain: login.domain, values: {} }]).find(
      ({ id }) => id === "tenant",
    );
    expect(tenant?.places.map(({ payload, value }) => [payload.index, value])).toEqual([
      [0, "contoso.com"],
      [1, null],
    ]);
  });

  it("does not follow keys that only objects of the language have", () => {
    const odd = { domain: "com.jamf.connect", values: { IdPSettings: "not a dictionary" } };
    expect(identityFields([odd]).find(({ id }) => id === "provider")?.places[0]?.value).toBeNull();
  });
});

describe("identity patches", () => {
  it("stores in every place, or in one domain when the two are to differ", () => {
    const all = identityPatch([login, menuBar], "tenant", "fabrikam.com ", null);
    expect(all).toMatchObject({
      op: "all",
      patches: [
        // A blank is kept, so that the form can show it.
        { op: "set", path: ["OIDCTenant"], value: "fabrikam.com " },
        { op: "set", path: ["IdPSettings", "TenantID"], value: "fabrikam.com " },
      ],
    });
    const one = identityPatch([login, menuBar], "tenant", "fabrikam.com", "com.jamf.connect");
    expect(one).toMatchObject({ patches: [{ payload: { domain: "com.jamf.connect" } }] });
  });

  it("removes a key for an empty text, and leaves absent keys absent", () => {
    expect(identityPatch([login, menuBar], "tenant", "", null)).toMatchObject({
      patches: [{ op: "remove", path: ["OIDCTenant"] }],
    });
  });

  it("stores success codes as an array of strings, however they were separated", () => {
    expect(identityPatch([login], "success-codes", "50076, 50079+50074", null)).toMatchObject({
      patches: [{ value: ["50076", "50079", "50074"] }],
    });
  });
});
