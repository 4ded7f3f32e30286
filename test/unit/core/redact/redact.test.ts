import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  maskExchange,
  maskJson,
  maskKnown,
  maskText,
  maskTokens,
  maskUrl,
  maskValues,
  prepareSecrets,
  shortenUserName,
} from "../../../../main/core/redact/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const none = prepareSecrets({ hidden: [], userNames: [] });
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("an exchange", () => {
  test("keeps what explains it and masks what opens doors", () => {
    const raw = {
      line: "POST https://login.example/token?code=abc&x=1",
      headers: { ...form, Authorization: "Basic abc", Cookie: "a=b", "x-ms-request-id": "id-1" },
      body: "grant_type=password&username=megan%40contoso.com&password=p%2Bq&client_secret=s&scope=openid+email&client_id=c",
    };
    expect(maskExchange(raw, none)).toEqual({
      line: "POST https://login.example/token?code=masked&x=1",
      headers: { ...form, Authorization: "masked", Cookie: "masked", "x-ms-request-id": "id-1" },
      body: "grant_type=password&username=m…@contoso.com&password=masked&client_secret=masked&scope=openid+email&client_id=c",
    });
  });

  test("masks tokens in JSON at any depth, whatever the content type says", () => {
    const body = JSON.stringify({
      a: [{ access_token: "x", expires_in: 1 }],
      error_codes: [50076],
      code: 5,
      upn: "megan@contoso.com",
    });
    const masked = maskExchange(
      { line: "200 OK", headers: { "content-type": "text/plain" }, body },
      none,
    ).body;
    expect(JSON.parse(masked)).toEqual({
      a: [{ access_token: "masked", expires_in: 1 }],
      error_codes: [50076],
      code: 5,
      upn: "m…@contoso.com",
    });
  });

  test("masks the code in a Location header", () => {
    const raw = {
      line: "302 Found",
      headers: { Location: "https://127.0.0.1/jamfconnect?code=abc&state=s" },
      body: "",
    };
    expect(maskExchange(raw, none).headers["Location"]).toBe(
      "https://127.0.0.1/jamfconnect?code=masked&state=s",
    );
  });

  test("keeps of a page its title, its size and the line with the code", () => {
    const pageOf = (body: string) =>
      maskExchange({ line: "200 OK", headers: { "content-type": "text/html" }, body }, none).body;
    const signIn = `<!doctype html><title>Sign in</title><script>var sFT="flow-token"</script><input value="secret-context">`;
    expect(pageOf(signIn)).toBe(`An HTML page, “Sign in”, ${signIn.length} characters. Pages are not kept.`);
    expect(pageOf("<html><p>AADSTS50011: The redirect URI differs.</p></html>")).toMatch(
      /without a title.*\nAADSTS50011: The redirect URI differs\.$/,
    );
    expect(pageOf("plain words")).toBe("plain words");
    expect(pageOf("x".repeat(20_000)).length).toBeLessThan(9_000);
  });
});

describe("known secrets", () => {
  const secretText = fc
    .string({ minLength: 6, maxLength: 30 })
    .filter((text) => !"masked".includes(text.trim()) && !/^[\s/=&+%]+$/.test(text));

  test("disappear in every form in which software repeats them", () => {
    assertProperty(
      fc.property(secretText, (secret) => {
        const known = prepareSecrets({ hidden: [secret], userNames: [] });
        const forms = [
          secret,
          encodeURIComponent(secret),
          new URLSearchParams({ v: secret }).toString().slice(2),
          JSON.stringify(secret).slice(1, -1),
          Buffer.from(secret).toString("base64"),
          Buffer.from(secret).toString("base64url"),
        ];
        for (const one of forms) expect(maskKnown(`<${one}>`, known)).toBe("<masked>");
      }),
      "cheap",
    );
  });

  test("short ones do not garble the text", () => {
    expect(maskKnown("a cat and a hat", prepareSecrets({ hidden: ["a"], userNames: [] }))).toBe(
      "a cat and a hat",
    );
  });

  test("user names are shortened in free text", () => {
    expect(
      maskKnown(
        "User megan@contoso.com is locked",
        prepareSecrets({ hidden: [], userNames: ["megan@contoso.com"] }),
      ),
    ).toBe("User m…@contoso.com is locked");
  });

  test("the longer of two that overlap goes first", () => {
    expect(maskKnown("abcdefgh", prepareSecrets({ hidden: ["abcd", "abcdefgh"], userNames: [] }))).toBe(
      "masked",
    );
  });

  test("are masked in values, with names and shape kept", () => {
    expect(
      maskValues(
        { code: "hunter22", n: 1, list: ["x hunter22"] },
        prepareSecrets({ hidden: ["hunter22"], userNames: [] }),
      ),
    ).toEqual({
      code: "masked",
      n: 1,
      list: ["x masked"],
    });
  });
});

test("tokens are recognised by their form", () => {
  expect(
    maskTokens("see eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. and eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
  ).toBe("see masked and masked");
});

test("tokens are found where a plain pattern finds them, in any text", () => {
  const pattern = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*){1,3}/g;
  const piece = fc.constantFrom(
    "eyJabcde",
    "eyJ",
    "a",
    "-",
    "_",
    ".",
    "..",
    " ",
    "é",
    "x.y",
    "eyJ1234567.b.c",
  );
  assertProperty(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      expect(maskTokens(text)).toBe(text.replace(pattern, "masked"));
    }),
    "cheap",
  );
});

describe("pasted text", () => {
  test.each([
    ["https://h/?code=0.AAA&state=s&error=x", "https://h/?code=masked&state=s&error=x"],
    [
      "grant_type=password&username=megan%40contoso.com&password=hunter2",
      "grant_type=password&username=m…&password=masked",
    ],
    ["username=megan@contoso.com password=hunter2", "username=m…@contoso.com password=masked"],
    ['{"refresh_token": "0.abc", "error":"x"}', '{"refresh_token": "masked", "error":"x"}'],
    [String.raw`"{\"client_secret\":\"s3cret\"}"`, String.raw`"{\"client_secret\":\"masked\"}"`],
    ["Authorization: Bearer abc.def", "Authorization: masked"],
    ["Password: hunter2, again", "Password: masked, again"],
    ["see eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "see masked"],
    ['{"code": "50076"} error?code=50076', '{"code": "50076"} error?code=50076'],
    ["AADSTS50126: Error validating credentials.", "AADSTS50126: Error validating credentials."],
    ["The token request failed: password expired", "The token request failed: password expired"],
  ])("%s", (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });
});

test("addresses lose user info and secret parameters, also in the fragment", () => {
  expect(maskUrl("https://u:p@h.example/a?id_token=x&b=1#access_token=y&state=s", none)).toBe(
    "https://h.example/a?id_token=masked&b=1#access_token=masked&state=s",
  );
});

test("deep nesting is masked and not followed", () => {
  let deep: unknown = "leaf-secret";
  for (let depth = 0; depth < 100; depth += 1) deep = { deep };
  expect(JSON.stringify(maskJson(deep, none))).not.toContain("leaf-secret");
});

test.each([
  ["megan@contoso.com", "m…@contoso.com"],
  ["megan", "m…"],
  ["", "…"],
  ["😀x@contoso.com", "😀…@contoso.com"],
])("%s is shown as %s", (name, shown) => {
  expect(shortenUserName(name)).toBe(shown);
});
