import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";
import { signInAsAsked } from "../../support/sign-in-as-asked.ts";
import { passwordForm, postToken, start } from "../practice-tenant/support.ts";

const CLIENT = "aaaabbbb-0000-4000-8000-0000000000c1";

/** A tenant in which two password checks, a wrong password and a refresh, which is not interactive, left their rows. */
async function tenantWithRows(graph: Partial<Tenant["graph"]> = {}): Promise<PracticeTenant> {
  const practice = await start("api-excluded", (tenant) => ({
    ...tenant,
    deviceCode: { seconds: 900, interval: 1 },
    graph: { ...tenant.graph, ...graph },
  }));
  const scope = `${practice.description.apiScope ?? ""} offline_access`;
  await postToken(practice, passwordForm(practice));
  const clean = await postToken(practice, passwordForm(practice, { scope }));
  await postToken(practice, passwordForm(practice, { password: "wrong" }));
  await postToken(practice, {
    grant_type: "refresh_token",
    client_id: practice.description.clientId,
    refresh_token: String(clean.body["refresh_token"]),
  });
  return practice;
}

async function signins(practice: PracticeTenant, ...more: readonly string[]) {
  const terminal = recordingTerminal();
  const args = ["--client-id", CLIENT, "--authority", practice.authority, "--device-code", ...more];
  const running = runCommandLine(["signins", ...args], terminal);
  await signInAsAsked(terminal, practice);
  return { code: await running, out: terminal.out(), err: terminal.err() };
}

test("rows of checks come from Graph, interactive and not, and are classed as those of a file", async () => {
  const practice = await tenantWithRows();
  const { clientId } = practice.description;
  const { code, out, err } = await signins(practice, "--app-id", clientId, "--days", "1", "--json");
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(report).toMatchObject({
    rows: 4,
    skipped: 0,
    realFailures: 1,
    classes: { success: 2, "password-correct-mfa": 1, "password-wrong": 1 },
  });
  expect(report.byApp.map(({ appId }: { appId: string }) => appId)).toEqual([clientId]);
  expect(err).toContain("Read 4 rows from Microsoft Graph");
  const left = (await readdir(tmpdir())).filter((name) =>
    name.startsWith(`latchkey-sign-ins-${process.pid}-`),
  );
  expect(left).toEqual([]);
});

test("a tenant without a licence is told so, and no permission is blamed", async () => {
  const { code, err } = await signins(await tenantWithRows({ premium: false }));
  expect(code).toBe(2);
  expect(err).toContain("to tenants with a licence only");
  expect(err).toContain("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
  expect(err).toContain("Download the sign-in log in the Entra admin center and open the file.");
  expect(err).not.toMatch(/consent|Add AuditLog|policies/u);
});

test("a Graph that throttles is waited for, and every row is there once", async () => {
  const practice = await tenantWithRows({ throttleFirst: 2, retryAfter: 1 });
  const { code, out } = await signins(practice, "--app-id", practice.description.clientId, "--csv");
  expect(code).toBe(0);
  expect(out.trim().split("\n")).toHaveLength(5);
});

test("the row of one check is waited for by its correlation id or its request id, and printed", async () => {
  const practice = await tenantWithRows();
  const wrong = await postToken(practice, passwordForm(practice, { password: "wrong" }));
  const correlationId = String(wrong.body["correlation_id"]);
  const { code, out, err } = await signins(practice, "--correlation-id", correlationId, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    total: 1,
    rows: [{ row: { code: 50126, class: "password-wrong", correlationId } }],
  });
  expect(err).toContain("Asking for the sign-in, 1 of 10 times");
  const traceId = String(wrong.body["trace_id"]);
  const byRequest = await signins(practice, "--request-id", traceId);
  expect([byRequest.code, byRequest.out]).toEqual([0, expect.stringMatching(/^Code +50126$/m)]);
});

/** A tenant whose second person is at risk, with two password checks that met MFA and a wrong password; the first reads the log. */
async function tenantAtRisk(riskDetections: string[] = []): Promise<PracticeTenant> {
  const practice = await start("api-excluded", (tenant) => ({
    ...tenant,
    deviceCode: { seconds: 900, interval: 1 },
    users: tenant.users.map((user, index) =>
      index === 1 ? { ...user, riskLevel: "high", riskDetections } : user,
    ),
  }));
  const { username = "", password = "" } = practice.description.accounts[1] ?? {};
  for (const sent of [password, password, "wrong"]) {
    await postToken(practice, passwordForm(practice, { username, password: sent }));
  }
  return practice;
}

test("the risk of somebody is proven to come from checks: Entra names each of their requests", async () => {
  const practice = await tenantAtRisk();
  const asked = ["--app-id", practice.description.clientId, "--risky-users"];
  const { code, out, err } = await signins(practice, ...asked, "--json");
  expect(code).toBe(0);
  expect(err).not.toContain("latchkey:");
  const [risk, ...more] = JSON.parse(out).findings.filter(
    ({ rule }: { rule: string }) => rule === "risk-from-checks",
  );
  expect(more).toEqual([]);
  expect(risk).toMatchObject({ severity: "info", certainty: "documented" });
  expect(risk.title).toMatch(
    /is at risk \(high\) in Entra ID Protection.*\. Both risk detections that still count there name correct passwords that met MFA in this log\.$/,
  );
  expect(risk.detail).toContain("unfamiliar sign-in properties (2)");
  expect(risk.detail).toContain("2 of their 3 failures are correct passwords that met MFA.");
  expect(risk.fix.steps.join(" ")).toContain("dismiss the risk of this person");
});

test("a leak beside the checks is printed with its type, and the risk stays real", async () => {
  const practice = await tenantAtRisk(["leakedCredentials"]);
  const { code, out } = await signins(practice, "--app-id", practice.description.clientId, "--risky-users");
  expect(code).toBe(0);
  expect(out).toContain("2 of the 3 risk detections that still count there name correct passwords");
  expect(out).toMatch(/leaked credentials on \d+ \w+ \d{4} \d\d:\d\d UTC, which names no sign-in\./);
  expect(out).toContain("Treat the risk as real");
});

test("checks of an application that was not read are not in the log, and are not said to be checks", async () => {
  const practice = await tenantAtRisk();
  const { username = "", password = "" } = practice.description.accounts[1] ?? {};
  const other = "0f0f0f0f-1111-4222-8333-44445555dddd";
  await postToken(practice, passwordForm(practice, { username, password, client_id: other }));
  const { out } = await signins(practice, "--app-id", other, "--risky-users");
  expect(out).toContain("1 of the 3 risk detections that still count there names a correct password");
  expect(out.match(/a sign-in that is not in this log/g)).toHaveLength(2);
  expect(out).toContain("Read the log of the days and applications that are missing here");
});

test("an application without a sign-in is said to have none", async () => {
  const practice = await tenantWithRows();
  const { code, err } = await signins(practice, "--app-id", "0c0c0c0c-1111-4222-8333-444455556666");
  expect(code).toBe(2);
  expect(err).toContain("Microsoft Graph has no such sign-ins. It was asked for the last 7 days");
});

test.each([
  [["log.json", "--risky-users"], "--risky-users belongs to --client-id"],
  [["log.json", "--days", "3"], "--days belongs to --client-id"],
  [["log.json", "--client-id", CLIENT], "Give either LOG or --client-id, not both."],
  [["--client-id", "mine"], "--client-id takes the application (client) id."],
  [["--client-id", CLIENT, "--days", "31"], "--days takes a number from 1 to 30."],
  [["--client-id", CLIENT, "--days", "0"], "--days takes a number from 1 to 30."],
  [["--client-id", CLIENT, "--app-id", "Jamf"], "--app-id Jamf is no application id"],
  [["--client-id", CLIENT, "--kql"], "--kql prints a query, and --client-id reads a log."],
  [["log.json", "--correlation-id", "mine"], "A sign-in is named by an id such as"],
  [["log.json", "--correlation-id", CLIENT, "--request-id", CLIENT], "not both"],
  [["log.json", "--correlation-id", CLIENT, "--csv"], "leave out the id of a sign-in"],
])("a call that cannot be meant is refused: %j", async (args, said) => {
  const terminal = recordingTerminal();
  const authority = args.includes("log.json") ? [] : ["--authority", "https://login.microsoftonline.com/t"];
  expect(await runCommandLine(["signins", ...args, ...authority], terminal)).toBe(2);
  expect(terminal.err()).toContain(said);
});
