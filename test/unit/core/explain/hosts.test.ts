import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostOfError, hostsIn } from "../../../../main/core/explain/evidence/hosts.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("the hosts that a text names", () => {
  test.each([
    ["asked https://login.microsoftonline.com.", ["login.microsoftonline.com"]],
    ["is it https://idp.contoso.example?", ["idp.contoso.example"]],
    ["(https://idp.contoso.example), then", ["idp.contoso.example"]],
    ["asked login.microsoftonline.com. Then nothing.", ["login.microsoftonline.com"]],
    ["https://a.example, https://b.example", ["a.example", "b.example"]],
    ["https://idp.contoso_x.example", []],
    ["https://idp.contoso.example: refused", ["idp.contoso.example"]],
    ["https://idp.contoso.example:8443/x", ["idp.contoso.example"]],
    ["http://[::1]:8080/x", ["[::1]"]],
    ["https://megan:hunter22@idp.contoso.example/x", ["idp.contoso.example"]],
    ["https://login.microsoftonline.com@evil.example/x", ["evil.example"]],
    ["login.microsoftonline.com.evil.example", []],
    ["https://login.microsoftonline.com.evil.example/x", ["login.microsoftonline.com.evil.example"]],
    ["https://hunter22:pass/word@idp.contoso.example", []],
    ["com.jamf.connect.login", []],
  ])("%s", (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  test.each([
    ["getaddrinfo ENOTFOUND idp.contoso.example", "idp.contoso.example"],
    ["ECONNREFUSED https://hunter22:x@idp.contoso.example.", "idp.contoso.example"],
    ["nothing", null],
  ])("of an error: %s", (text, host) => {
    expect(hostOfError(text)).toBe(host);
  });

  test("attack: no name or password before the @ of an address comes out as a host, however long it is", () => {
    const part = fc.oneof(
      fc.stringMatching(/^[a-z0-9.-]{1,20}$/),
      anyText({ maxLength: 20 }).map((text) => text.replace(/[\s@"'<>/?#\\]/g, "x")),
    );
    assertProperty(
      fc.property(part, part, fc.constantFrom(1, 40, 400, 4000), (user, password, times) => {
        const secret = `Zq7${user}:${password.repeat(times)}`;
        for (const host of hostsIn(`x https://${secret}@idp.contoso.example/y`)) {
          expect(host).toBe("idp.contoso.example");
        }
      }),
    );
  });
});
