import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholderLeft } from "../../../../main/core/lint/rules/placeholder-left.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { findPlaceholder } from "../../../../main/core/text/placeholder.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { foundInLogin, foundInMenuBar } from "../lint/found-in.ts";

describe("a placeholder", () => {
  it.each([
    ["[YOUR TENANT UUID]", "[YOUR TENANT UUID]"],
    ["https://[replace with your tenant ID].example.com/idp", "[replace with your tenant ID]"],
    ["[tenant id]", "[tenant id]"],
    ["[TENANT_UUID]", "[TENANT_UUID]"],
    ["https://login.microsoftonline.com/<tenant-id>/v2.0", "<tenant-id>"],
    ["<your client id>", "<your client id>"],
    ["Enter your client ID", "Enter your client ID"],
    ["insert-client-secret-here", "insert-client-secret-here"],
    ["your-tenant-id", "your-tenant-id"],
    ["https://your-domain.okta.com", "your-domain"],
    ["https://login.example.com/your_tenant/v2.0", "your_tenant"],
    ["YOUR_CLIENT_ID", "YOUR_CLIENT_ID"],
    ["YOUR COMPANY HERE", "YOUR COMPANY HERE"],
    ["YOURTENANTID", "YOURTENANTID"],
    ["changeme", "changeme"],
    ["REPLACE_THIS", "REPLACE_THIS"],
    ["xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"],
  ])("a person has to fill in: %s", (text, mark) => {
    expect(findPlaceholder(text)).toEqual({ text: mark, filledBy: "person" });
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template's own placeholder
    ["${tenant}", "${tenant}"],
    ["{{ tenant.id }}", "{{ tenant.id }}"],
    ["a $FLEET_SECRET_ID", "$FLEET_SECRET_ID"],
  ])("a tool fills in: %s", (text, mark) => {
    expect(findPlaceholder(text)).toEqual({ text: mark, filledBy: "tool" });
  });

  it.each([
    "my-app",
    "my-tenant",
    "my-client-id",
    "my-domain.okta.com",
    "my_org.okta.com",
    "https://my-app.example.com/callback",
    "https://grow-your-app.example.com",
    "https://grow-your-domain.example.com",
    "https://your-server.example.com",
    "https://example.com/change-this-password",
    "MY-DOMAIN",
    "DO IT YOURSELF",
    "YOURS",
    "[IT] Mac admins",
    "[EU-ID] Mac admins",
    "Mac admins [name]",
    "[Contoso]",
    "<name@example.com>",
    '<a href="https://example.com" id="help">Help</a>',
    '<input name="x">',
    "https://example.com/help?host=<<domain>>&who=<<shortname>>",
    "Exchange-Me",
    "interchange-this",
    "https://[::1]/jamfconnect",
  ])("is not what a real name can look like: %s", (text) => {
    expect(findPlaceholder(text)).toBeNull();
  });

  it("is not what people are asked at a login window", () => {
    const prose = {
      ...soundLogin,
      LoginWindowMessage:
        "Enter your name [your Contoso name], then <your domain> and ask about your client.",
    };
    expect(foundInLogin(placeholderLeft, prose)).toEqual([]);
    const sound = { ...soundMenuBar, SignIn: { UsernameLabel: "Enter your Contoso name" } };
    expect(foundInMenuBar(placeholderLeft, sound)).toEqual([]);
  });

  it("is found where a template left it in a text for people", () => {
    for (const LoginWindowMessage of ["Welcome to YOUR COMPANY HERE", "REPLACE_ME", "{{ greeting }}"])
      expect(foundInLogin(placeholderLeft, { ...soundLogin, LoginWindowMessage })).toHaveLength(1);
  });

  it("stands in the text that is searched, and is looked for in any", () => {
    const parts = fc.constantFrom(
      "your-",
      "YOUR",
      "[",
      "]",
      "<",
      ">",
      "my-",
      "id",
      "enter ",
      "${",
      "}",
      "a",
      "-",
    );
    assertProperty(
      fc.property(fc.array(parts, { maxLength: 40 }), (all) => {
        const text = all.join("");
        const found = findPlaceholder(text);
        if (found !== null) expect(text).toContain(found.text);
      }),
    );
  });

  it("attack: a long text of beginnings of placeholders is searched in linear time", () => {
    for (const part of ["your-", "[your ", "<your ", "YOUR ", "{{", "change"])
      expect(findPlaceholder(part.repeat(400_000))).toBeNull();
  });
});
