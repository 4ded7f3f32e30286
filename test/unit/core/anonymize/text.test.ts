import { describe, expect, test } from "vitest";
import { createMask } from "../../../../main/core/anonymize/create-mask.ts";
import { type Known, nothingKnown, type Person } from "../../../../main/core/anonymize/known.ts";
import { createLabelBook } from "../../../../main/core/anonymize/label-book.ts";
import type { Mask } from "../../../../main/core/anonymize/mask.ts";

const nobody: Person = {
  addresses: [],
  fullNames: [],
  givenNames: [],
  familyNames: [],
  shortNames: [],
  objectIds: [],
};
const miraKeller: Person = {
  ...nobody,
  addresses: ["mira.keller@contoso.com"],
  fullNames: ["Mira Keller"],
  givenNames: ["Mira"],
  familyNames: ["Keller"],
  shortNames: ["mira.keller"],
};
const tenant = "11112222-3333-4444-8555-666677778888";

function maskOf(known: Partial<Known> = {}, showRequestIds = false): Mask {
  return createMask({ ...nothingKnown, ...known }, createLabelBook(), { showRequestIds });
}

const contoso = () =>
  maskOf({
    people: [miraKeller],
    tenants: [{ id: tenant, domains: ["contoso.com"] }],
    secrets: ["s3cr3t-value"],
  });

describe("people", () => {
  test("carry one number in every form of their name", () => {
    expect(
      contoso().text(
        "Mira Keller <mira.keller@contoso.com>, short name mira.keller, also m…@contoso.com; Mira, Keller",
      ),
    ).toBe(
      "Person 1 <person-1@tenant-1.example>, short name person-1, also person-1@tenant-1.example; Given name 1, Family name 1",
    );
  });

  test("whom nobody knew get a number when they are first met", () => {
    const mask = contoso();
    expect(mask.text("theo@contoso.com and Theo@Contoso.COM, ana@fabrikam.example")).toBe(
      "person-2@tenant-1.example and person-2@tenant-1.example, person-3@domain-1.example",
    );
  });

  test("with one shortened form are not taken for each other", () => {
    const people = [miraKeller, { ...nobody, addresses: ["maria@contoso.com"] }];
    const mask = maskOf({ people, tenants: [{ id: tenant, domains: ["contoso.com"] }] });
    expect(mask.text("m…@contoso.com")).toBe("person-3@tenant-1.example");
  });

  test("do not take words of the language with them", () => {
    const will = { ...nobody, givenNames: ["Will"], shortNames: ["admin"], fullNames: ["Will Grant"] };
    const mask = maskOf({ people: [will] });
    expect(mask.text("It will stay: grant_type, every new account an admin. Ask Will.")).toBe(
      "It will stay: grant_type, every new account an admin. Ask Given name 1.",
    );
    expect(mask.value("person", "admin")).toBe("person-1");
  });

  test("in the user names of guests go as a whole", () => {
    expect(contoso().text("mira_fabrikam.com#EXT#@contoso.onmicrosoft.com.")).toBe(
      "person-2@tenant-1.onmicrosoft.com.",
    );
  });

  test("keep their apostrophe to themselves", () => {
    expect(maskOf().text("'o'brien@contoso.com'")).toBe("'person-1@domain-1.example'");
  });
});

describe("companies", () => {
  test("are found in host names, in other capitals and inside words", () => {
    expect(contoso().text("sso.contoso.com, CONTOSO\\mira.keller, /Library/Contoso/x, ContosoVPN")).toBe(
      "host-1.tenant-1.example, tenant-1\\person-1, /Library/tenant-1/x, tenant-1VPN",
    );
  });

  test("at a provider keep the provider", () => {
    const mask = maskOf({ hosts: ["contoso.okta.com"] });
    expect(mask.text("https://contoso.okta.com/oauth2/default/v1/token, Contoso")).toBe(
      "https://host-1.okta.com/oauth2/default/v1/token, host-1",
    );
  });

  test("that are common words are only replaced where they are the whole host", () => {
    const mask = maskOf({ domains: ["office.com"] });
    expect(mask.text("The office of mail.office.com")).toBe("The office of host-1.domain-1.example");
  });
});

describe("ids and addresses", () => {
  test("get labels, but for those that Microsoft publishes", () => {
    const graph = "00000003-0000-0000-c000-000000000000";
    expect(
      contoso().text(`${tenant} ${tenant.toUpperCase()} ${graph} 5e21c7f0-7777-4888-8999-aaaabbbbcccc`),
    ).toBe(`tenant-1 tenant-1 ${graph} object-1`);
  });

  test.each([
    ["198.51.100.7", "address-1"],
    ["2001:db8::7", "address-1"],
    ["[2001:db8:0:0:0:0:0:7]", "[address-1]"],
    ["127.0.0.1 and ::1", "127.0.0.1 and ::1"],
    ["Chrome/143.0.0.0", "Chrome/143.0.0.0"],
    ["2.1.19343.8", "2.1.19343.8"],
    ["999.1.1.1", "999.1.1.1"],
    ["at 10:14:22Z, from 09:05 to 09:06:07", "at 10:14:22Z, from 09:05 to 09:06:07"],
    ["com.jamf.connect.login, IdPSettings.ROPGID, v2.0", "com.jamf.connect.login, IdPSettings.ROPGID, v2.0"],
    ["getaddrinfo ENOTFOUND idp.fabrikam.net", "getaddrinfo ENOTFOUND host-1.example"],
    ["report.md, run.sh, fabrikam.de", "report.md, run.sh, host-1.example"],
    ["login.microsoftonline.com, learn.jamf.com.", "login.microsoftonline.com, learn.jamf.com."],
  ])("%s becomes %s", (text, masked) => {
    expect(maskOf().text(text)).toBe(masked);
  });

  test("of requests stay when support is to find them", () => {
    const id = "1f0c72ae-9999-4aaa-8bbb-ccccddddeeee";
    const known = { requests: [id] };
    expect(maskOf(known).text(`Trace ID: ${id}`)).toBe("Trace ID: request-1");
    expect(maskOf(known, true).text(`Trace ID: ${id}`)).toBe(`Trace ID: ${id}`);
    expect(maskOf(known, true).value("request", id)).toBe(id);
  });
});

describe("secrets", () => {
  test("are removed, all in one word", () => {
    const mask = maskOf({ secrets: ["s3cr3t-value", "another-one"] });
    expect(mask.text("a s3cr3t-value b another-one c")).toBe("a removed b removed c");
  });
});

describe("encoded", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");

  test.each([
    ["percent", "x=mira.keller%40contoso.com&y=1", "x=person-1@tenant-1.example&y=1"],
    ["percent, twice", "mira.keller%2540contoso.com", "person-1@tenant-1.example"],
    ["percent, in small letters", "api%3a%2f%2f11112222-3333-4444-8555-666677778888%2fx", "api://tenant-1/x"],
    ["with a bad escape", "100%zz mira.keller%40contoso.com", "100%zz person-1@tenant-1.example"],
    ["base64", `Basic ${base64("mira.keller@contoso.com:pw")}`, "Basic masked"],
    ["base64, one further", base64("xmira.keller@contoso.com"), "masked"],
    ["base64 after something else", `v1-${base64("mira.keller@contoso.com")}`, "masked"],
    ["base64 of an id", base64(`{"tid":"${tenant}"}`), "masked"],
    ["base64 of a secret", base64("s3cr3t-value"), "masked"],
    ["base64url", Buffer.from("??>mira.keller@contoso.com").toString("base64url"), "masked"],
  ])("in %s", (_, text, masked) => {
    expect(contoso().text(text)).toBe(masked);
  });

  test("words that only look encoded stay", () => {
    const text = "openid-configuration multi-factor UserStrongAuthClientAuthNRequired 100%25";
    expect(contoso().text(text)).toBe(text);
  });
});

describe("what a provider wrote", () => {
  test.each([
    ["application 'Contoso Jamf (prod)' failed", "application 'name-1' failed"],
    ["Missing 'client_secret' or 'scope'", "Missing 'client_secret' or 'scope'"],
    ["ID 'aaaabbbb-0000-4000-8000-ccccdddd0001' (Sales app) is blocked", "ID 'object-1' (name-1) is blocked"],
    ["don't and can't", "don't and can't"],
  ])("%s", (text, masked) => {
    expect(maskOf().providerText(text)).toBe(masked);
  });
});

describe("addresses of pages", () => {
  const url = (address: string) => contoso().url(address);

  test.each([
    [
      `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
      "https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token",
    ],
    ["https://login.microsoftonline.com/common/v2.0", "https://login.microsoftonline.com/common/v2.0"],
    [
      "https://login.microsoftonline.com/error?code=50076",
      "https://login.microsoftonline.com/error?code=50076",
    ],
    [
      "https://127.0.0.1/jamfconnect?code=0.AXsecret&state=abc",
      "https://127.0.0.1/jamfconnect?code=masked&state=masked",
    ],
    [
      "https://learn.jamf.com/en-US/bundle/x/page/Y.html#z",
      "https://learn.jamf.com/en-US/bundle/x/page/Y.html#z",
    ],
    [
      "https://sso.contoso.com:8443/realms/sales/.well-known/openid-configuration",
      "https://host-1.tenant-1.example:8443/realms/path-1/.well-known/openid-configuration",
    ],
    ["https://idp.fabrikam.net", "https://host-1.example"],
    ["https://github.com/jamf/docs/blob/x.md", "https://github.com/jamf/docs/blob/x.md"],
    ["https://github.com/fabrikam/profiles", "https://github.com/path-1/path-2"],
    ["https://sso.connect.pingidentity.com/a8/sso", "https://sso.connect.pingidentity.com/path-1/sso"],
    ["https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/User.Read"],
    ["smb://files.contoso.com/home/mira.keller", "smb://host-1.tenant-1.example/path-1/person-1"],
    [`api://${tenant}/jamfconnect`, "api://tenant-1/jamfconnect"],
    ["api://jamf.contoso.com/check", "api://host-1.tenant-1.example/check"],
    ["https://user:pass@idp.fabrikam.net/", "https://host-1.example/"],
    ["https://[2001:db8::7]/x", "https://address-1/path-1"],
    ["http://%%%/mira", "http:masked"],
    ["javascript:alert(1)", "javascript:path-1"],
  ])("%s", (address, masked) => {
    expect(url(address)).toBe(masked);
  });
});
