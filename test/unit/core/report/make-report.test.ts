import { describe, expect, test } from "vitest";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { compareProfiles, readProfile } from "../../../../main/core/profile/index.ts";
import { makeReport, type ReportData, type ReportInput } from "../../../../main/core/report/index.ts";
import { buildPaired } from "../../../support/paired.ts";
import { acceptedLogin, inputOf, mira, profileOf, refusedCheck, runOf } from "./fixtures.ts";

function text(input: ReportInput, format: "markdown" | "html" | "json"): string {
  const made = makeReport(input, format);
  if (!made.ok) throw new Error(made.problem.title);
  return new TextDecoder().decode(made.value.bytes);
}

const data = (input: ReportInput): ReportData => JSON.parse(text(input, "json"));

/** The files of a stored archive, by their local headers. */
function unpack(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const files = new Map<string, string>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const size = view.getUint32(at + 18, true);
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const decoder = new TextDecoder();
    files.set(
      decoder.decode(bytes.slice(at + 30, nameEnd)),
      decoder.decode(bytes.slice(nameEnd, nameEnd + size)),
    );
    at = nameEnd + size;
  }
  return files;
}

describe("a report", () => {
  test("opens with the verdict of the newest run", () => {
    const markdown = text(inputOf(mira), "markdown").split("\n");
    expect(markdown[0]).toBe("# Jamf Connect login report");
    expect(markdown[2]).toBe("> **The password is correct.**");
    expect(data(inputOf(mira)).verdict).toEqual({
      tone: "ok",
      sentence: "The password is correct.",
      detail: "It reads AADSTS50076 as a correct password.",
    });
  });

  test("begins with the verdict that the screen shows where both were run as one", () => {
    const paired = buildPaired({
      recipe: "simple",
      sentence: "Login demands MFA, and so does the password check.",
      evidence: ["Login: it works."],
    });
    const record = runOf([acceptedLogin(mira), refusedCheck(mira)], mira, { kind: "both", paired });
    const input = inputOf(mira, { runs: [{ record, profileIsCurrent: true }] });
    expect(data(input).verdict).toEqual({
      tone: "warn",
      sentence: "It works, at a cost: every check leaves a red line in the log.",
      detail: "Jamf Connect accepts it. The check's answer, AADSTS50076, means a correct password.",
    });
    expect(text(input, "markdown").match(/Login demands MFA, and so does the password check/g)).toHaveLength(
      1,
    );
    expect(data(input).runs[0]?.paired).toEqual(paired);
    expect(text(input, "markdown")).toContain("- Login: it works.");
  });

  test("holds evidence, account, error, steps and settings, raw data last", () => {
    const markdown = text(inputOf(mira), "markdown");
    const order = [
      "| Jamf Connect | Accepts it (documented).",
      "| Code | `AADSTS50076` |",
      "policies named: policy-1",
      "| Password request | Done | 316 ms |",
      "| Short name | `person-1` | It comes from the claim upn, up to the @. |",
      "| `com.jamf.connect.login` | `OIDCTenant` | `tenant-1` |",
      "| `com.jamf.connect.login` | `OIDCClientSecret` | A secret, left out |",
      "## What was not done",
      "## About this report",
      "## Raw data",
      "POST https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token",
      '| Issuer | Passed | iss is "https\\://sts.windows.net/tenant-1/", as the discovery document says. |',
      "| `tid` | `tenant-1` |",
    ];
    const places = order.map((part) => markdown.indexOf(part));
    expect(
      places.every((place) => place >= 0),
      JSON.stringify(places),
    ).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("says which policy the answer names, what the log row says, what it costs and how the person signed in", () => {
    const check = {
      ...refusedCheck(mira),
      namedPolicies: [{ id: "p1", displayName: "CA008 Block everywhere" }],
      signInLog: {
        ...refusedCheck(mira).signInLog,
        row: {
          requirement: "multifactor" as const,
          resultDetail: "User did not pass the MFA challenge.",
          certainty: "documented" as const,
        },
        cost: { rowsPerMacAndDay: 96, sentence: "About 96 red lines a day for each Mac." },
      },
    };
    const told = (result: LoginResult) =>
      text(inputOf(mira, { runs: [{ record: runOf([result], mira), profileIsCurrent: true }] }), "markdown");
    expect(told(check)).toContain("| Policies named by the answer | CA008 Block everywhere |");
    expect(told(check)).toContain("| Authentication requirement | Multifactor authentication |");
    expect(told(check)).toContain("| Result detail | User did not pass the MFA challenge. |");
    expect(told(check)).toContain("| Cost | About 96 red lines a day for each Mac. |");
    expect(told(check)).not.toContain("Signed in through");
    const accepted = acceptedLogin(mira);
    const login = { ...accepted, asked: { ...accepted.asked, via: "browser" as const } };
    expect(told(login)).toContain("| Signed in through | The system's browser |");
  });

  test("lists findings with what to do, the gravest first, and never a patch", () => {
    const finding = (severity: "error" | "info", title: string) => ({
      rule: "r",
      severity,
      certainty: "documented" as const,
      title,
      detail: "D.",
      where: { domain: "com.jamf.connect.login", keyPath: "DenyLocal" },
    });
    const profile = {
      ...inputOf(mira).profile,
      document: profileOf(mira),
      name: "x",
      signature: "valid" as const,
      edited: true,
      practice: false,
      findings: [
        finding("info", "A note."),
        {
          ...finding("error", "Nobody could log in."),
          fix: {
            label: "Turn on LocalFallback",
            patch: { op: "remove", payload: { domain: "com.contoso.x" }, path: [] } as const,
          },
        },
      ],
    };
    const markdown = text(inputOf(mira, { profile, identities: "shown" }), "markdown");
    expect(markdown.indexOf("Error: Nobody could log in. (com.jamf.connect.login DenyLocal)")).toBeLessThan(
      markdown.indexOf("Note: A note."),
    );
    expect(markdown).toContain("Fix: Turn on LocalFallback.");
    expect(text(inputOf(mira, { profile, identities: "shown" }), "json")).not.toContain("com.contoso.x");
  });

  test("says what the policies predict", () => {
    const prediction: ReportInput["prediction"] = {
      recipe: "simple",
      signIns: [
        {
          id: "password-check",
          resource: "00000002-0000-0000-c000-000000000000",
          resourceName: "Windows Azure Active Directory",
          verdict: { mfa: "yes", blocked: "no", lockout: "no", text: "CA003 demands MFA." },
          policies: [
            {
              id: mira.policyId,
              displayName: "CA003 MFA | all",
              state: "enabled",
              applies: "yes",
              effect: "MFA",
              because: ["All."],
            },
          ],
        },
      ],
    };
    const markdown = text(inputOf(mira, { prediction }), "markdown");
    expect(markdown).toContain(
      "Evaluated on Windows Azure Active Directory (00000002-0000-0000-c000-000000000000).",
    );
    expect(markdown).toContain("| CA003 MFA \\| all | enabled | yes | MFA | All. |");
    expect(data(inputOf(mira, { prediction })).prediction?.signIns[0]?.policies[0]?.id).toBe("policy-1");
    expect(markdown).not.toContain("No Conditional Access policies were loaded");
  });

  test("leaves out policies and says so where they are not those of the newest run, and calls the profile today's", () => {
    const prediction = { recipe: "simple", signIns: [] };
    const record = runOf([refusedCheck(mira)], mira, { practice: true, scenario: "external-mfa" });
    const told = (predictedScenario: string | null, profileIsCurrent: boolean) =>
      text(
        inputOf(mira, { prediction, predictedScenario, runs: [{ record, profileIsCurrent }] }),
        "markdown",
      );
    const later = told("compliant-device", false);
    expect(later).not.toContain("Recipe that the policies follow");
    expect(later).toContain("are not those of the newest run, so they are left out");
    expect(later).toContain("## Profile as it is now");
    const same = told("external-mfa", true);
    expect(same).toContain("Recipe that the policies follow: simple.");
    expect(same).not.toContain("those of the newest run");
    expect(same).not.toContain("as it is now");
    expect(told(null, true)).not.toContain("Recipe that the policies follow");
  });

  test("compares exactly two runs", () => {
    const [check, login] = inputOf(mira).runs;
    if (check === undefined || login === undefined) throw new Error("no runs");
    const earlier = {
      ...check,
      record: runOf([refusedCheck(mira)], mira, { startedAt: "2026-11-01T00:00:00.000Z" }),
    };
    expect(data(inputOf(mira, { runs: [check, earlier] })).comparison).toBe(
      "Both times 50076 (password correct). The profile is unchanged.",
    );
    expect(data(inputOf(mira, { runs: [check] })).comparison).toBeNull();
    expect(data(inputOf(mira, { runs: [check, login] })).comparison).toBeNull();
    expect(data(inputOf(mira, { runs: [check, earlier, login] })).comparison).toBeNull();
  });

  test("says what was not done", () => {
    const [check] = inputOf(mira).runs;
    const only = data(inputOf(mira, { runs: check === undefined ? [] : [check] })).notDone;
    expect(only[0]).toBe("The login of the login window was not run.");
    expect(only.join(" ")).not.toContain("No password was checked");
    const nothing = data(inputOf(mira, { runs: [] }));
    expect(nothing.verdict.sentence).toBe("No test was run.");
    expect(nothing.notDone.join(" ")).toContain("No password was checked.");
    const practice = runOf([refusedCheck(mira)], mira, { practice: true, scenario: "no-mfa" });
    expect(
      data(inputOf(mira, { runs: [{ record: practice, profileIsCurrent: true }] })).notDone.join(" "),
    ).toContain("met the practice tenant");
  });

  test("shows trace and correlation ids when asked to, and nothing more", () => {
    const markdown = text(inputOf(mira, { requestIds: "shown" }), "markdown");
    expect(markdown).toContain(`trace id: ${mira.traceId}`);
    expect(markdown).not.toContain(mira.tenantId);
  });

  test("of nothing is a problem", () => {
    expect(makeReport(inputOf(mira, { runs: [], profile: null }), "json")).toMatchObject({
      ok: false,
      problem: { code: "nothing-to-report" },
    });
  });
});

describe("a support bundle", () => {
  test("holds the three forms as they are alone, and a profile that keeps its shape", () => {
    const made = makeReport(inputOf(mira), "bundle");
    if (!made.ok) throw new Error(made.problem.title);
    const files = unpack(made.value.bytes);
    expect([...files.keys()]).toEqual(made.value.files);
    expect(files.get("report.md")).toBe(text(inputOf(mira), "markdown"));
    expect(files.get("report.html")).toBe(text(inputOf(mira), "html"));
    expect(files.get("report.json")).toBe(text(inputOf(mira), "json"));
    const copy = readProfile(new TextEncoder().encode(files.get("profile-masked.mobileconfig")), {
      fileName: null,
    });
    if (!copy.ok) throw new Error(copy.problem.title);
    const changes = compareProfiles(profileOf(mira), copy.value).filter(({ domain }) =>
      domain?.startsWith("com.jamf"),
    );
    expect(changes.filter(({ after }) => after === null).map(({ keyPath }) => keyPath)).toEqual([
      "OIDCClientSecret",
      "LicenseFile",
    ]);
    const values = Object.fromEntries(changes.map(({ keyPath, after }) => [keyPath, after]));
    expect(values).toMatchObject({
      OIDCTenant: "tenant-1",
      OIDCClientID: "app-1",
      OIDCScopes: "openid+profile+api://app-1/jamfconnect",
      OIDCDiscoveryURL: "https://login.microsoftonline.com/tenant-1/v2.0/.well-known/openid-configuration",
      LoginWindowMessage: expect.stringMatching(/^text-\d$/),
      HelpURL: "https://host-2.tenant-1.example/path-1?for=person-1@tenant-1.example",
      "IdPSettings.ROPGID": "app-1",
      "Kerberos.Realm": "host-1.tenant-1.example",
    });
    expect([...files.values()].join("\n")).not.toContain("contosoagent");
    // The same for a Mac: provider, redirect, switches, roles, codes.
    for (const kept of [
      "OIDCProvider",
      "OIDCRedirectURI",
      "DenyLocal",
      "OIDCAdmin",
      "IdPSettings.SuccessCodes",
    ]) {
      expect(values).not.toHaveProperty([kept]);
    }
  });

  test("shows the profile without its secrets when identities are shown", () => {
    const made = makeReport(inputOf(mira, { identities: "shown" }), "bundle");
    if (!made.ok) throw new Error(made.problem.title);
    const copy = unpack(made.value.bytes).get("profile-without-secrets.mobileconfig") ?? "";
    expect(copy).toContain(mira.tenantId);
    expect(copy).toContain("Contoso staff");
    expect(copy).not.toContain(mira.clientSecret);
    expect(copy).not.toContain("LicenseFile");
  });
});
