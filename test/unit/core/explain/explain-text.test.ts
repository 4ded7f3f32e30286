import { describe, expect, test } from "vitest";
import { explainText } from "../../../../main/core/explain/explain-text.ts";

describe("explainText", () => {
  test("tells a row of the sign-in log from a code alone", () => {
    const row = JSON.stringify({ appId: "x", status: { errorCode: 50126 } });
    expect(explainText(row)).toMatchObject({ ok: true, value: { kind: "explained", isRow: true } });
    const alone = explainText("50126");
    expect(alone.ok && "isRow" in alone.value).toBe(false);
  });

  test("explains what the catalogue knows, with blanks around it or not", () => {
    expect(explainText("  50076\n")).toMatchObject({
      ok: true,
      value: { kind: "explained", entries: [{ code: 50076, assessed: true }] },
    });
  });

  test("says of a code without a judgement that there is none", () => {
    expect(explainText("AADSTS16000")).toMatchObject({
      ok: true,
      value: { entries: [{ assessed: false, basis: "Not assessed.", jamfConnect: { accepts: null } }] },
    });
  });

  test("explains a situation and a network fault by the name that the list gives", () => {
    expect(explainText("white-window")).toMatchObject({
      value: {
        kind: "explained",
        entries: [{ kind: "situation", name: "white-window", passwordVerdict: "unknown" }],
      },
    });
    expect(explainText("Network-Timeout")).toMatchObject({
      value: { kind: "explained", entries: [{ kind: "network", name: "timeout" }] },
    });
  });

  test("explains each of several names, in their order, with a code among them", () => {
    expect(explainText("white-window, AADSTS50076 network-timeout white-window")).toMatchObject({
      value: {
        kind: "explained",
        entries: [{ name: "white-window" }, { code: 50076 }, { name: "timeout" }],
      },
    });
    expect(explainText("white-window and 50076")).toMatchObject({ value: { kind: "candidates" } });
  });

  test("answers an empty text in words", () => {
    expect(explainText(" \n ")).toMatchObject({
      ok: false,
      problem: { title: "There is nothing to explain yet." },
    });
  });

  test("does not repeat what it does not know", () => {
    expect(JSON.stringify(explainText("my password is hunter22"))).not.toContain("hunter22");
  });
});
