import { describe, expect, it } from "vitest";
import errors from "../../../../assets/reference/errors.json" with { type: "json" };
import { allSituations } from "../../../../main/core/explain/situations.ts";
import { allOAuthEntries } from "../../../../main/core/verdict/oauth-errors.ts";
import { allProviderEntries } from "../../../../main/core/verdict/provider-errors.ts";
import { isOwnAddress } from "../../../../main/hosts/electron/address.ts";
import {
  decideNavigation,
  mayVisitDuringLogin,
  outsideAddress,
  outsideOrAwaited,
  signInAddress,
} from "../../../../main/hosts/electron/navigation-policy.ts";

describe("isOwnAddress", () => {
  it.each([
    ["app://latchkey/index.html", true],
    ["app://latchkey/assets/main.js?x#y", true],
    ["APP://latchkey/index.html", true],
    ["app://latchkey.evil.example/index.html", false],
    ["app://latchkey@evil.example/index.html", false],
    ["app://evil@latchkey/index.html", false],
    ["app://latchkey:1/index.html", false],
    ["app://other/index.html", false],
    ["app:latchkey", false],
    ["https://latchkey/index.html", false],
    ["about:blank", false],
    ["", false],
  ])("%s → %s", (address, own) => {
    expect(isOwnAddress(address)).toBe(own);
  });
});

describe("decideNavigation", () => {
  it.each([
    ["app://latchkey/index.html", "stay"],
    ["https://learn.microsoft.com/entra/", "system-browser"],
    ["https://docs.jamf.com/x#y", "system-browser"],
    ["https://LEARN.microsoft.com/", "system-browser"],
    ["http://learn.microsoft.com/", "refuse"],
    ["https://learn.microsoft.com:8443/", "refuse"],
    ["https://learn.microsoft.com@evil.example/", "refuse"],
    ["https://user@learn.microsoft.com/", "refuse"],
    ["https://learn.microsoft.com.evil.example/", "refuse"],
    ["https://evil.example/?https://learn.microsoft.com/", "refuse"],
    ["file:///etc/passwd", "refuse"],
    ["javascript:alert(1)", "refuse"],
    ["data:text/html,x", "refuse"],
    ["about:blank", "refuse"],
    ["mailto:someone@contoso.example", "refuse"],
    ["not an address", "refuse"],
  ] as const)("%s → %s", (address, decision) => {
    expect(decideNavigation(address)).toBe(decision);
  });

  it.each([
    "https://login.microsoftonline.us/common/oauth2/deviceauth",
    "https://login.partner.microsoftonline.cn/t/oauth2/v2.0/authorize?x=1",
    "https://login.microsoft.com/device",
    "https://microsoft.com/devicelogin",
    "https://entra.microsoft.us/#home",
  ])("lets the sign-in of every cloud out: %s", (address) => {
    expect(outsideAddress(address)).toBe(address);
  });

  it("lets the one sign-in page out that the app waits for, while it waits", () => {
    const page = "http://127.0.0.1:4711/t/oauth2/v2.0/authorize?state=1";
    expect(outsideOrAwaited(page, page)).toBe(page);
    expect(outsideOrAwaited(page, null)).toBeNull();
    for (const other of [
      "http://127.0.0.1:4711/t/oauth2/v2.0/authorize?state=2",
      "http://127.0.0.1:22/",
      "file:///etc/passwd",
      "not an address",
    ])
      expect(outsideOrAwaited(other, page), other).toBeNull();
    // What is waited for is no way around the rules either.
    expect(outsideOrAwaited("file:///etc/passwd", "file:///etc/passwd")).toBeNull();
    expect(outsideOrAwaited("https://learn.microsoft.com/", page)).toBe("https://learn.microsoft.com/");
  });

  it("hands over nothing that it would not let the page open", () => {
    expect(outsideAddress("app://latchkey/index.html")).toBeNull();
    expect(outsideAddress("smb://files.contoso.example/")).toBeNull();
  });
});

describe("links of the error catalogue", () => {
  const links: string[] = [];
  const collect = (node: unknown): void => {
    if (typeof node === "string" && /^https:\/\/\S+$/.test(node)) links.push(node);
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(collect);
  };
  collect(errors);

  it("all lead to sites that the policy lets out", () => {
    expect(links).not.toHaveLength(0);
    expect(links.filter((link) => outsideAddress(link) === null)).toEqual([]);
  });
});

it("lets out what an explained situation, error of a provider or word of the protocol cites", () => {
  const cited = [
    ...allSituations().flatMap(({ sources }) => sources),
    ...allProviderEntries().map(({ source }) => source),
    ...allOAuthEntries().map(({ source }) => source),
  ];
  expect(cited).not.toHaveLength(0);
  expect(cited.filter((address) => outsideAddress(address) === null)).toEqual([]);
});

describe("mayVisitDuringLogin", () => {
  it.each([
    ["https://login.microsoftonline.com/common/oauth2/v2.0/authorize", true],
    ["https://sts.contoso.example/adfs/ls", true],
    ["http://127.0.0.1:49152/authorize", true],
    ["http://localhost:49152/authorize", true],
    ["http://[::1]:49152/authorize", true],
    ["http://127.0.0.1.evil.example/", false],
    ["http://login.microsoftonline.com.localhost/", false],
    ["http://sts.contoso.example/adfs/ls", false],
    ["companyportal://enroll", false],
    ["file:///etc/passwd", false],
    ["javascript:alert(1)", false],
    ["", false],
  ])("%s → %s", (address, may) => {
    expect(mayVisitDuringLogin(address, null)).toBe(may);
  });

  it.each([
    ["http://127.0.0.1:49152/authorize", true],
    ["http://127.0.0.1:49153/authorize", false],
    ["http://localhost:49152/authorize", false],
    ["https://login.microsoftonline.com/common/oauth2/v2.0/authorize", false],
    ["http://127.0.0.1:49152@evil.example/", false],
  ])("attack: a practice login is led out of the practice tenant: %s → %s", (address, may) => {
    expect(mayVisitDuringLogin(address, "http://127.0.0.1:49152")).toBe(may);
  });
});

describe("signInAddress", () => {
  it("is the parsed address of what the login window may visit, and nothing else", () => {
    expect(signInAddress("https://sts.contoso.example/adfs/ls?a=b c")).toBe(
      "https://sts.contoso.example/adfs/ls?a=b%20c",
    );
    expect(signInAddress("companyportal://enroll")).toBeNull();
    expect(signInAddress("")).toBeNull();
  });
});
