import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../../../../preload/contract.ts";
import {
  colourLine,
  readableBody,
  splitLine,
} from "../../../../../../renderer/screens/logins/steps/exchange-text.ts";

const exchange = (body: string): Exchange => ({
  line: "POST https://login.example/token",
  headers: {},
  body,
});

describe("readableBody", () => {
  it("puts each form field on its own line, decoded", () => {
    expect(
      readableBody(exchange("grant_type=password&scope=openid+profile&username=r%E2%80%A6%40contoso.com")),
    ).toBe("grant_type=password\nscope=openid profile\nusername=r…@contoso.com");
  });

  it("indents JSON and leaves broken JSON as it came", () => {
    expect(readableBody(exchange('{"error":"invalid_grant"}'))).toBe('{\n  "error": "invalid_grant"\n}');
    expect(readableBody(exchange('{"error":'))).toBe('{"error":');
  });

  it("does not take a page or a sentence for a form", () => {
    expect(readableBody(exchange("<a href='?x=1&y=2'>a=b&c</a>"))).toBe("<a href='?x=1&y=2'>a=b&c</a>");
    expect(readableBody(exchange("Bad gateway & nothing else"))).toBe("Bad gateway & nothing else");
  });
});

describe("splitLine", () => {
  it("parts method or status from the rest", () => {
    expect(splitLine("400 Bad Request")).toEqual({ first: "400", rest: "Bad Request" });
    expect(splitLine("POST https://a.example/x")).toEqual({ first: "POST", rest: "https://a.example/x" });
    expect(splitLine("200")).toEqual({ first: "200", rest: "" });
  });
});

describe("colourLine", () => {
  it("marks the name, what is masked and the deciding code", () => {
    expect(colourLine("password=masked", null)).toEqual([
      { kind: "key", text: "password" },
      { kind: "text", text: "=" },
      { kind: "mask", text: "masked" },
    ]);
    const parts = colourLine('  "error_description": "AADSTS50076: Due to …",', 50076);
    expect(parts.find((part) => part.kind === "hit")?.text).toBe("AADSTS50076");
    expect(parts.find((part) => part.kind === "key")?.text).toBe('"error_description"');
  });

  it("does not mark a longer number that only starts with the code", () => {
    expect(colourLine("    500761", 50076).some((part) => part.kind === "hit")).toBe(false);
  });

  it("loses no character", () => {
    const line = '  "token": "masked", "n": 50076';
    expect(
      colourLine(line, 50076)
        .map((part) => part.text)
        .join(""),
    ).toBe(line);
  });
});
