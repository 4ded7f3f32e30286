import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { signIn, start } from "../practice-tenant/support.ts";

const cli = "dist/main/cli.js";

/** Folders that a run may write to, and one beside them for what the test itself brings. */
type Place = {
  readonly root: string;
  readonly home: string;
  readonly temp: string;
  readonly work: string;
  readonly input: string;
};

let place: Place;
const canaries = new Map<string, string>();
const output: string[] = [];

function canary(name: string): string {
  const value = `Kanari+${name}&${Math.random().toString(36).slice(2, 12)}%~`;
  canaries.set(name, value);
  return value;
}

beforeAll(() => {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run npm run build first`);
  const root = mkdtempSync(join(tmpdir(), "latchkey-canary-"));
  const [home, temp, work, input] = ["home", "temp", "work", "input"].map((name) => join(root, name));
  place = { root, home: home ?? "", temp: temp ?? "", work: work ?? "", input: input ?? "" };
  for (const folder of [place.home, place.temp, place.work, place.input]) mkdirSync(folder);
});
afterAll(() => rmSync(place.root, { recursive: true, force: true }));

type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the built command line; `answer` may write to standard input when it sees a line of standard error. */
function latchkey(
  args: readonly string[],
  stdin: string | null,
  answer?: (stderr: string) => Promise<string | null>,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(process.cwd(), cli), ...args], {
      cwd: place.work,
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: place.home,
        TMPDIR: place.temp,
        XDG_CONFIG_HOME: place.home,
        NODE_DEBUG: "",
      },
    });
    let stdout = "";
    let stderr = "";
    let asked = false;
    child.stdout.on("data", (part) => {
      stdout += part;
    });
    child.stderr.on("data", (part) => {
      stderr += part;
      if (asked || answer === undefined || !/Open: \S+\n/.test(stderr)) return;
      asked = true;
      void answer(stderr).then((line) => child.stdin.end(line === null ? "" : `${line}\n`));
    });
    child.on("close", (code) => {
      output.push(stdout, stderr);
      resolve({ code, stdout, stderr });
    });
    if (stdin !== null) child.stdin.end(stdin);
  });
}

function writeProfile(practice: PracticeTenant, change: (xml: string) => string = (xml) => xml): string {
  const path = join(place.input, `${Math.random().toString(36).slice(2)}.mobileconfig`);
  writeFileSync(path, change(Buffer.from(practice.profile.bytes).toString("utf8")));
  return path;
}

function withPassword(password: string) {
  return (tenant: Parameters<NonNullable<Parameters<typeof start>[1]>>[0]) => ({
    ...tenant,
    users: tenant.users.map((user, index) => (index === 0 ? { ...user, password } : user)),
  });
}

/** Every form in which software repeats a secret. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString("base64");
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ v: secret }).toString().slice(2),
    base64,
    base64.replace(/=+$/, ""),
    Buffer.from(secret).toString("base64url"),
    Buffer.from(secret).toString("hex"),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret, "utf16le").toString("latin1"),
  ];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("no secret leaves the process", () => {
  test("password checks: accepted, wrong, blocked by an unknown host", async () => {
    const password = canary("password");
    for (const scenario of ["no-mfa", "all-cloud-apps-mfa"]) {
      const practice = await start(scenario, withPassword(password));
      const profile = writeProfile(practice);
      const username = practice.description.accounts[0]?.username ?? "";
      const common = ["test", "ropg", "--profile", profile, "--username", username, "--password-stdin"];
      expect((await latchkey([...common, "--json"], `${password}\n`)).code).toBe(0);
      expect((await latchkey(common, `${password}\n`)).code).toBe(0);
      expect((await latchkey([...common, "--json"], `${canary("wrong-password")}\n`)).code).toBe(1);
      const refused = [...common, "--authority", "https://login.evil.example"];
      expect((await latchkey(refused, `${canary("refused-password")}\n`)).code).toBe(2);
    }
  });

  test("logins: succeeded, code of another login, client secret", async () => {
    const password = canary("login-password");
    const practice = await start("all-cloud-apps-mfa", withPassword(password));
    const secret = canary("secret");
    const profile = writeProfile(practice);
    const withSecret = writeProfile(practice, (xml) =>
      xml.replace(
        "<key>OIDCScopes</key>",
        `<key>OIDCClientSecret</key><string>${secret.replace("&", "&amp;")}</string><key>OIDCScopes</key>`,
      ),
    );
    const person = async (stderr: string): Promise<string> => {
      const url = /Open: (\S+)/.exec(stderr)?.[1] ?? "";
      const ended = await signIn(practice, url);
      const address = ended.location ?? "";
      canaries.set(`code ${canaries.size}`, new URL(address).searchParams.get("code") ?? "no-code");
      return address;
    };
    const common = ["test", "oidc", "--redirect", "paste", "--no-open"];
    const fine = await latchkey([...common, "--profile", profile, "--json"], null, person);
    expect(JSON.parse(fine.stdout)).toMatchObject({ outcome: "succeeded" });
    expect((await latchkey([...common, "--profile", profile], null, person)).code).toBe(0);
    const withUserInfo = writeProfile(practice, (xml) =>
      xml.replace("<key>OIDCScopes</key>", "<key>UseUserInfo</key><true/><key>OIDCScopes</key>"),
    );
    const asked = await latchkey([...common, "--profile", withUserInfo, "--json"], null, person);
    expect(asked.stdout).toContain('"id":"userinfo"');
    const elsewhere = async (stderr: string) => `${await person(stderr)}&state=other`;
    expect((await latchkey([...common, "--profile", profile, "--json"], null, elsewhere)).code).toBe(1);
    expect((await latchkey([...common, "--profile", withSecret, "--json"], null, person)).code).toBe(1);
  });

  test("signing: a right and a wrong passphrase", async () => {
    const passphrase = canary("passphrase").replace(/[&%]/g, "-");
    canaries.set("passphrase", passphrase);
    const key = join(place.input, "key.pem");
    const cert = join(place.input, "cert.pem");
    const p12 = join(place.input, "id.p12");
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Contoso", "-keyout", key, "-out", cert],
      { stdio: "ignore" },
    );
    execFileSync(
      "openssl",
      ["pkcs12", "-export", "-inkey", key, "-in", cert, "-out", p12, "-passout", `pass:${passphrase}`],
      { stdio: "ignore" },
    );
    const practice = await start("no-mfa");
    const sign = [
      "sign",
      writeProfile(practice),
      "-o",
      join(place.work, "signed.mobileconfig"),
      "--p12",
      p12,
      "--password-stdin",
    ];
    expect((await latchkey(sign, `${passphrase}\n`)).code).toBe(0);
    expect((await latchkey(sign, `${canary("wrong-passphrase")}\n`)).code).toBe(2);
  });

  test("none of them is in any output or file", () => {
    expect(canaries.size).toBeGreaterThan(10);
    const sinks = new Map([["stdout and stderr", output.join("\n")]]);
    for (const folder of [place.home, place.temp, place.work]) {
      for (const file of filesUnder(folder)) sinks.set(file, readFileSync(file, "latin1"));
    }
    const leaks: string[] = [];
    for (const [sink, text] of sinks) {
      for (const [name, secret] of canaries) {
        if (formsOf(secret).some((form) => text.includes(form))) leaks.push(`${name} in ${sink}`);
      }
      if (/eyJ[\w-]{10,}\.[\w-]+\./.test(text)) leaks.push(`a token in ${sink}`);
      if (/code_verifier=(?!masked)/.test(text)) leaks.push(`a code verifier in ${sink}`);
    }
    expect(leaks).toEqual([]);
  });
});
