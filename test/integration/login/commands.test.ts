import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Terminal } from "../../../main/hosts/command-line/command.ts";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";
import { start } from "../practice-tenant/support.ts";
import { serve, unusedPort } from "./servers.ts";
import { person } from "./support.ts";

function file(name: string, content: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A terminal where a person signs in with a browser when an address is printed, and pastes where it ends. */
function terminalOf(practice: PracticeTenant, lines: readonly string[]) {
  const base = recordingTerminal(lines);
  const readStdinLine: Terminal["readStdinLine"] = async () => {
    const line = await base.readStdinLine();
    if (line !== null) return line;
    const authorizeUrl = /Open: (\S+)/.exec(base.err())?.[1] ?? "";
    const redirectUri = new URL(authorizeUrl).searchParams.get("redirect_uri") ?? "";
    const ended = await person(practice)({ authorizeUrl, redirectUri, signal: new AbortController().signal });
    return ended.kind === "callback" ? ended.url : null;
  };
  return { ...base, readStdinLine };
}

async function latchkey(practice: PracticeTenant, args: readonly string[], lines: readonly string[] = []) {
  const terminal = terminalOf(practice, lines);
  const profile = file(practice.profile.fileName, practice.profile.bytes);
  const code = await runCommandLine([...args, "--profile", profile], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

const account = (practice: PracticeTenant) =>
  practice.description.accounts[0] ?? { username: "", password: "" };

const both = ["test", "both", "--redirect", "paste", "--no-open", "--password-stdin", "--json"];

describe("test both", () => {
  test.each([
    ["two-apis", "yes", true, "two-apis", "The login demands MFA and the password check does not."],
    ["custom-scope-2023-enforced", "yes", false, "custom-scope-2023", "Since 15 June 2026"],
    [
      "all-cloud-apps-mfa",
      "not-proven",
      false,
      "simple",
      "The login works. Whether it demands MFA is not proven.",
    ],
  ] as const)("%s", async (scenario, loginMfa, checkClean, recipe, sentence) => {
    const practice = await start(scenario);
    const { username, password } = account(practice);
    const { code, out } = await latchkey(practice, [...both, "--username", username], [password]);
    const answer = JSON.parse(out);
    expect(answer.paired).toMatchObject({ loginMfa, checkClean, recipe });
    expect(answer.paired.sentence.startsWith(sentence)).toBe(true);
    expect([answer.login.outcome, answer.check.kind]).toEqual(["succeeded", "ropg"]);
    expect(answer.login.signInLog).toMatchObject({ status: "Success", errorCode: 0 });
    expect(answer.login.signInLog.note).not.toMatch(/ROPC|single-factor/i);
    expect(code).toBe(0);
  });

  test("a wrong password fails the pair, and is not tried again", async () => {
    const practice = await start("no-mfa");
    const { code, out } = await latchkey(
      practice,
      [...both, "--username", account(practice).username],
      ["wrong"],
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).check.outcome).toBe("password-wrong");
  });

  test("with policies the prediction stands beside the live result, and agrees", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const answer = await fetch(`${practice.description.graph}/v1.0/identity/conditionalAccess/policies`);
    const policies = file("policies.json", answer.ok ? await answer.text() : '{"value":[]}');
    const { username, password } = account(practice);
    const args = [...both, "--username", username, "--policies", policies];
    const { out } = await latchkey(practice, args, [password]);
    if (!answer.ok) return;
    const { check } = JSON.parse(out);
    expect(check.prediction.mfa).toBe("yes");
    expect(check.findings.map((finding: { rule: string }) => finding.rule)).not.toContain(
      "prediction-mismatch",
    );
  });
});

describe("test and discover without --json", () => {
  test("print the verdict first, and each step once", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const { username, password } = account(practice);
    const { out, err } = await latchkey(
      practice,
      ["test", "ropg", "--username", username, "--password-stdin"],
      [password],
    );
    expect(out.split("\n")[0]).toBe(
      "The password is correct. Entra demanded MFA, so it answered with an error.",
    );
    expect(out.match(/Discovery/g)).toHaveLength(1);
    expect(err).toBe("");
  });

  test("print of both what the screen says, and every fact of the pair", async () => {
    const practice = await start("custom-scope-2023-enforced");
    const { username, password } = account(practice);
    const args = both.filter((arg) => arg !== "--json");
    const { out } = await latchkey(practice, [...args, "--username", username], [password]);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "It works, at a cost: every check leaves a red line in the log.",
      "Jamf Connect accepts it. The check's answer, AADSTS50076, means a correct password.",
      expect.stringMatching(
        /^Since 15 June 2026 .* The login demands MFA\. The password check ends with 50076/,
      ),
    ]);
  });

  test("discover names both documents", async () => {
    const practice = await start("no-mfa");
    const { code, out } = await latchkey(practice, ["discover", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      oidc: {
        ok: true,
        url: practice.description.discovery.v2,
        document: { token_endpoint: expect.any(String) },
        findings: [],
      },
      ropg: { ok: true },
    });
  });
});

describe("discover", () => {
  test("names the address once, in one line, when both logins share a document that is a page", async () => {
    const { origin } = await serve((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>Network login</title>");
    });
    const practice = await start("no-mfa");
    const { code, err } = await latchkey(practice, ["discover", "--authority", `${origin}/contoso`]);
    expect(code).toBe(2);
    expect(err).toMatch(
      new RegExp(`^latchkey: ${origin}/contoso/v2\\.0/\\S+: A web page came instead of JSON\\. .*\\.\n$`),
    );
  });
});

describe("a wrong call", () => {
  test.each([
    [["test"], "needs a login"],
    [["test", "smb"], "needs a login"],
    [["test", "ropg"], "needs --username U"],
    [["test", "ropg", "--username", "u", "--from", "desk"], "--from takes"],
    [["test", "oidc", "--redirect", "mail"], "--redirect takes"],
    [["test", "oidc", "--redirect", "loopback"], "Nothing can listen"],
    [["test", "ropg", "--username", "u", "--jamf-connect", "new"], "--jamf-connect takes"],
    [
      ["test", "ropg", "--username", "u", "--password-stdin", "--password", "x"],
      "A password is never taken from an argument",
    ],
  ])("%j ends with 2 and one line", async (args, text) => {
    const practice = await start("no-mfa");
    const { code, out, err } = await latchkey(practice, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(text);
  });

  test.each([
    ["nothing answers there", "nothing", "refused the connection"],
    ["a web page answers there", "html", "answered with a web page"],
  ])("an authority where %s: 2, one sentence", async (_name, authority, text) => {
    const page = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<!doctype html><title>Welcome</title>");
    });
    const practice = await start("no-mfa");
    const where = authority === "html" ? `${page.origin}/t` : `http://127.0.0.1:${await unusedPort()}/t`;
    const args = ["test", "ropg", "--username", "u", "--password-stdin", "--authority", where];
    const { code, err } = await latchkey(practice, args, ["secret-password"]);
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(text);
    expect(page.hits().filter((hit) => hit.startsWith("POST"))).toEqual([]);
  });
});

describe("test oidc over the loopback listener", () => {
  test("receives the answer on the redirect URI and takes only its own state", async () => {
    const practice = await start("no-mfa");
    const port = await unusedPort();
    const xml = Buffer.from(practice.profile.bytes).toString("utf8");
    const profile = file(
      "p.mobileconfig",
      xml.replaceAll("https://127.0.0.1/jamfconnect", `http://localhost:${port}`),
    );
    const base = recordingTerminal();
    const statuses: number[] = [];
    const terminal: Terminal = {
      ...base,
      stderr: (text) => {
        base.stderr(text);
        const authorizeUrl = /Open: (\S+)/.exec(text)?.[1];
        if (authorizeUrl !== undefined) void visitAs(practice, authorizeUrl, port, statuses);
      },
    };
    const code = await runCommandLine(
      ["test", "oidc", "--redirect", "loopback", "--no-open", "--json", "--profile", profile],
      terminal,
    );
    expect(JSON.parse(base.out())).toMatchObject({
      outcome: "succeeded",
      tokens: { id: { signature: "valid" } },
    });
    expect(JSON.parse(base.out()).findings.map((one: { rule: string }) => one.rule)).toContain(
      "session-reused",
    );
    expect(code).toBe(0);
    expect(statuses).toEqual([404, 400, 200]);
  });
});

/** Tries two wrong callbacks first, then the right one. */
async function visitAs(
  practice: PracticeTenant,
  authorizeUrl: string,
  port: number,
  statuses: number[],
): Promise<void> {
  const signal = new AbortController().signal;
  const ended = await person(practice)({ authorizeUrl, redirectUri: `http://localhost:${port}`, signal });
  const right = ended.kind === "callback" ? ended.url : "";
  const base = `http://127.0.0.1:${port}`;
  for (const address of [
    `${base}/favicon.ico`,
    `${base}/?code=x&state=other`,
    right.replace("localhost", "127.0.0.1"),
  ]) {
    statuses.push((await fetch(address)).status);
  }
}
