import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run as sign } from "../../../main/hosts/command-line/commands/sign.ts";
import { run as unsign } from "../../../main/hosts/command-line/commands/unsign.ts";
import { run as verify } from "../../../main/hosts/command-line/commands/verify.ts";
import {
  describeWithOpenssl,
  makeFamily,
  makeP12,
  opensslVerify,
  openWorkshop,
  randomPassphrase,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";
import { call } from "./support/terminal.ts";

let workshop: Workshop;
let input: string;
let p12: string;
let root: string;
const passphrase = randomPassphrase();

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  input = workshop.write("in.mobileconfig", profileBytes);
  makeP12(workshop, "id.p12", passphrase, ["-certfile", "issuing.pem"]);
  p12 = workshop.path("id.p12");
  root = workshop.path("root.pem");
});
afterAll(() => workshop.remove());

const stdin = { stdin: [passphrase] };

const bareSettings = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>OIDCProvider</key><string>Azure</string></dict></plist>
`;

describeWithOpenssl("sign", () => {
  it("signs bare settings and says that a Mac installs profiles only", async () => {
    const bare = workshop.write("bare.plist", Buffer.from(bareSettings));
    const out = workshop.path("bare-signed.plist");
    const result = await call(sign, [bare], { out, p12, "password-stdin": true }, stdin);
    expect(result.exitCode).toBe(0);
    expect(existsSync(out)).toBe(true);
    expect(result.stderr).toMatch(/^.*A Mac installs signed profiles only, not bare settings\./);
    expect(result.stderr).toContain(`latchkey convert ${bare} -o OUT --to mobileconfig`);
  });

  it("says of a profile only that the certificate ends within a month", async () => {
    const out = workshop.path("quiet.mobileconfig");
    const result = await call(sign, [input], { out, p12, "password-stdin": true }, stdin);
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toMatch(/^The certificate ends in \d+ days\. .*\n$/);
  });

  it("signs with a .p12 whose passphrase comes on standard input", async () => {
    const out = workshop.path("signed.mobileconfig");
    const result = await call(sign, [input], { out, p12, "password-stdin": true }, stdin);
    expect(result.problem).toBeNull();
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.stdout)).toMatchObject({
      out,
      verified: true,
      signer: { subject: "O=Contoso, CN=Contoso Profiles" },
    });
    const check = opensslVerify(workshop, out, root);
    expect(check.output.equals(profileBytes)).toBe(true);
  });

  it("asks for the passphrase without echo when it is needed", async () => {
    const out = workshop.path("asked.mobileconfig");
    const result = await call(sign, [input], { out, p12 }, { hidden: passphrase });
    expect(result).toMatchObject({ exitCode: 0, asked: ["Passphrase: "] });
  });

  it("signs with PEM files and asks nothing when the key is open", async () => {
    const out = workshop.path("pem.mobileconfig");
    const options = { out, cert: workshop.path("chain.pem"), key: workshop.path("leaf.key") };
    expect(await call(sign, [input], options)).toMatchObject({ exitCode: 0, asked: [] });
  });

  it("says in words what it did without --json", async () => {
    const out = workshop.path("words.mobileconfig");
    const result = await call(sign, [input], { out, p12, "password-stdin": true, json: false }, stdin);
    expect(result.stdout).toContain("is signed by O=Contoso, CN=Contoso Profiles");
  });

  it("writes nothing and explains in one problem when something is wrong", async () => {
    const out = workshop.path("never.mobileconfig");
    const signed = workshop.path("signed.mobileconfig");
    const text = workshop.write("text.mobileconfig", "no profile");
    const empty = workshop.write("empty.mobileconfig", "");
    const cut = workshop.write("cut.mobileconfig", profileBytes.subarray(0, 300));
    const list = workshop.write("list.plist", '<plist version="1.0"><array/></plist>');
    const good = { out, p12, "password-stdin": true };
    const pem = { out, cert: workshop.path("chain.pem") };
    const cases: readonly (readonly [
      string,
      readonly string[],
      Record<string, string | boolean>,
      string,
      readonly string[],
    ])[] = [
      ["wrong passphrase", [input], good, "wrong-passphrase", [randomPassphrase()]],
      ["no line on standard input", [input], good, "wrong-passphrase", []],
      ["no passphrase and no terminal", [input], { out, p12 }, "passphrase-needed", []],
      ["signed already", [signed], good, "already-signed", [passphrase]],
      ["not a profile", [text], good, "", [passphrase]],
      ["empty", [empty], good, "", [passphrase]],
      ["cut off", [cut], good, "", [passphrase]],
      ["an array", [list], good, "not-a-profile", [passphrase]],
      ["missing input", [workshop.path("nowhere")], good, "file-unreadable", [passphrase]],
      ["missing p12", [input], { ...good, p12: workshop.path("nowhere") }, "file-unreadable", [passphrase]],
      ["a p12 that is none", [input], { ...good, p12: input }, "identity-unreadable", [passphrase]],
      ["no input", [], good, "wrong-call", []],
      ["two inputs", [input, input], good, "wrong-call", []],
      ["no output", [input], { p12 }, "wrong-call", []],
      ["no identity", [input], { out }, "wrong-call", []],
      ["two identities", [input], { ...good, keychain: "0".repeat(40) }, "wrong-call", []],
      ["certificate without key", [input], pem, "wrong-call", []],
      ["key of another certificate", [input], { ...pem, key: workshop.path("root.key") }, "key-mismatch", []],
    ];
    for (const [name, files, options, code, lines] of cases) {
      const result = await call(sign, files, options, { stdin: lines });
      expect(result.exitCode, name).toBe(2);
      expect(result.stdout, name).toBe("");
      if (code !== "") expect(result.problem?.code, name).toBe(code);
      if (code === "wrong-passphrase") expect(result.problem?.title, name).toContain(`${p12}: `);
      expect(Object.values(result.problem ?? {}).join(" "), name).not.toContain(passphrase);
      expect(existsSync(out), name).toBe(false);
    }
  });

  it("refuses a file that only the second reader cannot read, and says what to do", async () => {
    const bare = workshop.write(
      "bare.plist",
      '<?xml version="1.0"?>\n<dict><key>OIDCProvider</key><string>EntraID</string></dict>\n',
    );
    const out = workshop.path("bare.signed");
    const result = await call(sign, [bare], { out, p12, "password-stdin": true }, stdin);
    expect(result).toMatchObject({
      exitCode: 2,
      problem: { code: "second-opinion-unreadable", fix: expect.stringContaining("latchkey convert") },
    });
    expect(existsSync(out)).toBe(false);
  });

  it("says that the keychain is on a Mac, elsewhere", async () => {
    const result = await call(sign, [input], { out: workshop.path("never"), keychain: "AB".repeat(20) });
    if (process.platform !== "darwin") expect(result.problem?.code).toBe("keychain-not-here");
  });
});

describeWithOpenssl("verify", () => {
  it("answers 0 only for a valid signature", async () => {
    const signed = workshop.path("signed.mobileconfig");
    const valid = await call(verify, [signed], { ca: root });
    expect(valid.exitCode).toBe(0);
    expect(JSON.parse(valid.stdout)).toMatchObject({
      status: "valid",
      signers: [{ subject: "O=Contoso, CN=Contoso Profiles" }],
    });
    const untrusted = await call(verify, [signed], {});
    expect(untrusted.exitCode).toBe(1);
    expect(JSON.parse(untrusted.stdout)).toMatchObject({ status: "untrusted" });
  });

  it("prints null and answers 1 for an unsigned profile", async () => {
    expect(await call(verify, [input], {})).toMatchObject({ exitCode: 1, stdout: "null\n" });
    expect((await call(verify, [input], { json: false })).stdout).toContain("is not signed");
  });

  it("answers 1 for a changed profile", async () => {
    const changed = Buffer.from(workshop.read("signed.mobileconfig"));
    changed.write("OktaXXX", changed.indexOf("EntraID"));
    const result = await call(verify, [workshop.write("changed", changed)], { ca: root });
    expect(result.exitCode).toBe(1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      status: "invalid",
      why: "The content was changed after it was signed.",
    });
  });

  it("says in words why", async () => {
    const result = await call(verify, [workshop.path("changed")], { ca: root, json: false });
    expect(result.stdout).toContain(
      "The signature is not valid. The content was changed after it was signed.",
    );
  });

  it("answers 2 for what is neither a profile nor signed", async () => {
    expect((await call(verify, [workshop.path("text.mobileconfig")], {})).exitCode).toBe(2);
    expect((await call(verify, [workshop.path("nowhere")], {})).exitCode).toBe(2);
    expect((await call(verify, [], {})).problem?.code).toBe("wrong-call");
    expect((await call(verify, [input], { ca: input })).exitCode).toBe(1);
    expect((await call(verify, [workshop.path("signed.mobileconfig")], { ca: input })).problem?.code).toBe(
      "certificate-unreadable",
    );
    const cut = workshop.write("cut.signed", workshop.read("signed.mobileconfig").subarray(0, 900));
    expect((await call(verify, [cut], {})).problem).toMatchObject({
      code: "cms-damaged",
      title: expect.stringContaining(`${cut}: `),
    });
  });
});

describeWithOpenssl("unsign", () => {
  it("writes the exact bytes that were signed", async () => {
    const out = workshop.path("unsigned.mobileconfig");
    const result = await call(unsign, [workshop.path("signed.mobileconfig")], { out });
    expect(result).toMatchObject({ exitCode: 0, stdout: `${JSON.stringify({ out })}\n`, stderr: "" });
    expect(Buffer.compare(workshop.read("unsigned.mobileconfig"), profileBytes)).toBe(0);
  });

  it("warns when the signature was not valid", async () => {
    const result = await call(unsign, [workshop.path("changed")], { out: workshop.path("unsigned.changed") });
    expect(result).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("The content was changed") });
  });

  it("writes nothing for an unsigned profile", async () => {
    const out = workshop.path("never-unsigned");
    expect(await call(unsign, [input], { out })).toMatchObject({
      exitCode: 2,
      problem: { code: "not-signed" },
    });
    expect(existsSync(out)).toBe(false);
  });
});
