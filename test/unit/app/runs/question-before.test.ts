import { describe, expect, it } from "vitest";
import { questionBefore } from "../../../../main/app/runs/question-before.ts";
import { createWrongPasswords } from "../../../../main/app/runs/wrong-passwords.ts";

const host = "login.fabrikam.example";
const target = { host, practice: false, known: true, thisMachine: false };
const calm = { kind: "ropg", target, isAllowed: false, wrongInARow: 0, acceptedWrong: null } as const;

describe("before a run", () => {
  it("nothing is asked about a known host and an account without wrong passwords", () => {
    expect(questionBefore(calm)).toBeNull();
  });

  it("attack: a host that nobody knows gets neither password nor sign-in page unasked", () => {
    const unknown = { ...calm, target: { ...target, known: false } };
    expect(questionBefore(unknown)).toEqual({ about: "host", host, carries: "password" });
    expect(questionBefore({ ...unknown, kind: "oidc" })).toMatchObject({ carries: "sign-in page" });
    expect(questionBefore({ ...unknown, isAllowed: true })).toBeNull();
    expect(questionBefore({ ...unknown, target: { ...unknown.target, practice: true } })).toBeNull();
  });

  it("two wrong passwords in a row are told before a third, and each further one anew", () => {
    const twice = { ...calm, wrongInARow: 2 };
    expect(questionBefore({ ...calm, wrongInARow: 1 })).toBeNull();
    expect(questionBefore(twice)).toMatchObject({
      about: "lock-out",
      wrong: 2,
      warning: { rule: "smart-lockout-near" },
    });
    expect(questionBefore({ ...twice, kind: "oidc" })).toBeNull();
    expect(questionBefore({ ...twice, acceptedWrong: 2 })).toBeNull();
    expect(questionBefore({ ...twice, wrongInARow: 3, acceptedWrong: 2 })).toMatchObject({ wrong: 3 });
  });
});

describe("wrong passwords", () => {
  it("are counted for an account and a host, whatever the case of the name, until a right one", () => {
    const counted = createWrongPasswords();
    const count = (passwordVerdict: "wrong" | "correct" | "not-checked", at = host) =>
      counted.count(at, "robin@contoso.example", { passwordVerdict });
    count("wrong");
    count("not-checked");
    count("wrong");
    count("wrong", "other.example");
    expect(counted.inARow(host, " Robin@Contoso.example")).toBe(2);
    expect(counted.inARow(host, "sam@contoso.example")).toBe(0);
    count("correct");
    expect(counted.inARow(host, "robin@contoso.example")).toBe(0);
    expect(counted.inARow("other.example", "robin@contoso.example")).toBe(1);
  });
});
