import { unzipSync } from "fflate";
import { expect } from "vitest";
import type { ExportChoice, FileRoute } from "../../preload/contract.ts";
import { signedFile } from "../support/signed-file.ts";
import { throwawayIdentity } from "../support/throwaway-identity.ts";
import { type Bench, createBench, openStaff, staffProfile } from "./bench.ts";

const choice = (route: FileRoute, domain: string | null = null): ExportChoice => ({
  route,
  domain,
  blueprintReady: false,
});

export const exportTests = {
  "export.checkSignature": async (bench) => {
    const signed = await signedFile(staffProfile);
    const name = "staff-signed.mobileconfig";
    const file = () => bench.give(name, signed);
    const alone = await bench.call("export.checkSignature", { file: file(), original: null });
    expect(alone).toMatchObject({ fileName: name, status: "untrusted", original: null });
    expect(alone.chain.map(({ subject }) => subject)).toEqual(["CN=Signed file"]);
    expect(alone.ending).toMatch(/^ends in \d+ days$/);
    const same = bench.give("staff.mobileconfig", staffProfile);
    const equal = await bench.call("export.checkSignature", { file: file(), original: same });
    expect(equal.original).toEqual({ name: "staff.mobileconfig", isSameBytes: true, changes: [] });
    const other = bench.give(
      "other.mobileconfig",
      staffProfile.replace("not-for-the-screen", "another-secret"),
    );
    const changed = await bench.call("export.checkSignature", { file: file(), original: other });
    expect(changed.original?.changes.map(({ secret }) => secret)).toEqual([true]);
    expect(JSON.stringify(changed)).not.toMatch(/not-for-the-screen|another-secret/);
    const plain = bench.give("plain.mobileconfig", staffProfile);
    const problem = await bench.problem("export.checkSignature", { file: plain, original: null });
    expect(problem.code).toBe("not-signed");
  },
  "export.takeOffSignature": async (bench) => {
    const file = bench.give("staff-signed.mobileconfig", await signedFile(staffProfile));
    const made = await bench.call("export.takeOffSignature", { file });
    expect(made?.fileName).toBe("staff-unsigned.mobileconfig");
    expect(bench.taken(made?.download).toString()).toBe(staffProfile);
    const plain = bench.give("plain.mobileconfig", staffProfile);
    expect((await bench.problem("export.takeOffSignature", { file: plain })).code).toBe("not-signed");
  },
  "export.reSignList": async (bench) => {
    const signed = await signedFile(staffProfile);
    const files = () => [
      bench.give("plain.mobileconfig", staffProfile),
      bench.give("signed.mobileconfig", signed),
      bench.give("cut.mobileconfig", signed.subarray(0, signed.length - 200)),
    ];
    const soon = await bench.call("export.reSignList", { files: files(), days: 31 });
    expect(soon).toMatchObject([
      { signature: null, ending: null, signAgain: false, problem: null },
      { signature: { status: "untrusted" }, signAgain: true, problem: null },
      { signature: null, signAgain: false, problem: { code: "cms-damaged" } },
    ]);
    expect(soon[1]?.ending).toMatch(/^ends in \d+ days$/);
    const later = await bench.call("export.reSignList", { files: files(), days: 10 });
    expect(later.map(({ signAgain }) => signAgain)).toEqual([false, false, false]);
  },
  "export.keychain": async (bench) => {
    expect((await bench.problem("export.keychain", {})).code).toBe("keychain-not-here");
    const empty = { exitCode: 0, stdout: "     0 valid identities found\n", stderr: "" };
    const mac = createBench({ keychain: { platform: "darwin", runSecurity: async () => empty } });
    try {
      expect(await mac.call("app.describe", {})).toMatchObject({
        capabilities: { canSignWithKeychain: true },
      });
      expect(await mac.call("export.keychain", {})).toEqual({ identities: [], unread: 0 });
    } finally {
      await mac.session.dispose();
    }
  },
  "export.keptSignatures": async (bench) => {
    const entry = (file: string, day: string) => ({
      file,
      signer: "CN=Contoso Signing",
      notAfter: `${day}T12:00:00.000Z`,
    });
    const list = (content: string) => bench.give("latchkey-signatures.json", content);
    const whole = JSON.stringify({
      version: 1,
      signatures: [
        entry("here.mobileconfig", "2020-01-01"),
        entry("Jamf Pro, id 188", "2020-01-01"),
        entry("later", "2999-01-01"),
      ],
    });
    const rows = await bench.call("export.keptSignatures", {
      list: list(whole),
      here: ["here.mobileconfig"],
      days: 30,
    });
    expect(rows).toMatchObject([
      { file: "Jamf Pro, id 188", signAgain: true, ending: expect.stringContaining("expired") },
      { file: "later", signAgain: false },
    ]);
    for (const damaged of [
      "",
      whole.slice(0, -20),
      whole.replace('"version":1', '"version":2'),
      whole.replace("CN=Contoso Signing", "").replace('"signer":"",', ""),
    ])
      expect(
        (await bench.problem("export.keptSignatures", { list: list(damaged), here: [], days: 30 })).code,
      ).toBe("signature-list-damaged");
  },
  "export.keepSignatures": async (bench) => {
    const signatures = [
      { file: "b.mobileconfig", signer: "CN=B", notAfter: "2027-01-01T00:00:00.000Z" },
      { file: "a.mobileconfig", signer: "CN=A", notAfter: "2027-01-01T00:00:00.000Z" },
    ];
    const made = await bench.call("export.keepSignatures", { signatures });
    expect(made?.fileName).toBe("latchkey-signatures.json");
    const written = bench.taken(made?.download).toString();
    expect(JSON.parse(written)).toEqual({ version: 1, signatures: signatures.toReversed() });
    const list = bench.give("latchkey-signatures.json", written);
    const read = await bench.call("export.keptSignatures", { list, here: [], days: 30 });
    expect(read.map(({ file }) => file)).toEqual(["a.mobileconfig", "b.mobileconfig"]);
  },
  "export.signAgain": async (bench) => {
    const { p12 } = throwawayIdentity("Contoso Profile Signing");
    const { id } = await bench.call("export.unlockP12", {
      file: bench.give("signing.p12", Buffer.from(p12, "base64")),
      passphrase: "open sesame",
    });
    const signed = await signedFile(staffProfile);
    const name = "staff-signed.mobileconfig";
    const again = await bench.call("export.signAgain", { file: bench.give(name, signed), identityId: id });
    expect(again?.fileName).toBe(name);
    expect(again?.signature?.signers.map(({ subject }) => subject)).toEqual(["CN=Contoso Profile Signing"]);
    const written = bench.give(name, bench.taken(again?.download));
    const inside = await bench.call("export.takeOffSignature", { file: written });
    expect(bench.taken(inside?.download).toString()).toBe(staffProfile);
    const changed = Buffer.from(signed);
    changed.write("X", changed.indexOf("staff"));
    const problems = await Promise.all(
      [changed, Buffer.from(staffProfile)].map((bytes) =>
        bench.problem("export.signAgain", { file: bench.give(name, bytes), identityId: id }),
      ),
    );
    expect(problems.map(({ code }) => code)).toEqual(["signature-broken", "not-signed"]);
    const gone = { file: bench.give(name, signed), identityId: "none" };
    expect((await bench.problem("export.signAgain", gone)).code).toBe("identity-locked");
  },
  "export.unlockP12": async (bench) => {
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const file = () => bench.give("signing.p12", Buffer.from(p12, "base64"));
      const identity = await bench.call("export.unlockP12", { file: file(), passphrase: "open sesame" });
      expect(identity).toMatchObject({
        label: "signing.p12",
        subject: expect.stringContaining("Contoso Profile Signing"),
      });
      const wrong = await bench.problem("export.unlockP12", { file: file(), passphrase: "wrong guess" });
      expect(wrong.code).toBe("wrong-passphrase");
      expect(JSON.stringify(wrong)).not.toContain("wrong guess");
    }
  },
  "export.unlockPem": async (bench) => {
    {
      const { certificate, key } = throwawayIdentity("Contoso Profile Signing");
      const apart = {
        certificate: bench.give("signing.pem", certificate),
        key: bench.give("signing.key", key),
        chain: bench.give("chain.pem", throwawayIdentity("Contoso Authority").certificate),
        passphrase: "",
      };
      expect((await bench.call("export.unlockPem", apart)).subject).toContain("Contoso Profile Signing");
      const together = {
        certificate: bench.give("both.pem", `${certificate}\n${key}`),
        key: null,
        chain: null,
        passphrase: "",
      };
      expect(await bench.call("export.unlockPem", together)).toMatchObject({
        label: "both.pem",
        subject: expect.stringContaining("Contoso Profile Signing"),
      });
    }
  },
  "export.preview": async (bench) => {
    await openStaff(bench);
    const direct = await bench.call("export.preview", choice("signed"));
    expect(direct.source).toContain("<string>com.jamf.connect.login</string>");
    expect(direct.source).not.toContain("not-for-the-screen");
    const editable = await bench.call("export.preview", choice("unsigned"));
    expect(editable.source).toContain("com.apple.ManagedClient.preferences");
    const bare = await bench.call("export.preview", choice("plist", "com.jamf.connect"));
    expect(bare.source).not.toContain("PayloadType");
    expect(direct.changes).toEqual([]);
    expect(direct.sourceChanges).toEqual([]);
    const wrapped = (editable.sourceChanges ?? []).flatMap((line) =>
      line === null || line.kind === "same" ? [] : `${line.kind} ${line.text.trim()}`,
    );
    expect(wrapped).toContain("added <string>com.apple.ManagedClient.preferences</string>");
    expect(wrapped.join()).not.toContain("not-for-the-screen");
    expect(JSON.stringify(direct.checks)).not.toContain("not-for-the-screen");
    expect(direct.payloads.map(({ domain }) => domain)).toContain("com.jamf.connect.login");
  },
  "export.previewEach": async (bench) => {
    await openStaff(bench);
    const each = await bench.call("export.previewEach", { route: "plist", blueprintReady: false });
    expect(each.fileNames).toEqual(["com.jamf.connect.login.plist", "com.jamf.connect.plist"]);
    expect(each.payloads.map(({ domain }) => domain)).toEqual(["com.jamf.connect.login", "com.jamf.connect"]);
    expect(each.checks.map(({ id }) => id)).not.toContain("left-out");
    expect(each.changes).toEqual([]);
    expect(JSON.stringify(each)).not.toContain("not-for-the-screen");
  },
  "export.saveEach": async (bench) => {
    await openStaff(bench);
    const asked = { route: "plist", blueprintReady: false, identityId: null, confirmedName: null } as const;
    const plists = await bench.call("export.saveEach", asked);
    expect(plists?.fileName).toBe("Contoso staff-plists.zip");
    const files = unzipSync(bench.taken(plists?.download));
    expect(Object.keys(files)).toEqual(["com.jamf.connect.login.plist", "com.jamf.connect.plist"]);
    expect(Buffer.from(files["com.jamf.connect.login.plist"] ?? []).toString()).toContain(
      "not-for-the-screen",
    );
    const { p12 } = throwawayIdentity("Contoso Profile Signing");
    const file = bench.give("signing.p12", Buffer.from(p12, "base64"));
    const { id } = await bench.call("export.unlockP12", { file, passphrase: "open sesame" });
    const signed = await bench.call("export.saveEach", { ...asked, route: "signed", identityId: id });
    const profiles = unzipSync(bench.taken(signed?.download));
    expect(Object.keys(profiles)).toHaveLength(2);
    for (const [name, bytes] of Object.entries(profiles)) {
      const given = bench.give(name, Buffer.from(bytes));
      const checked = await bench.call("export.checkSignature", { file: given, original: null });
      expect(checked.status).toBe("untrusted");
    }
    const payload = { domain: "com.jamf.connect.login" };
    await bench.change("profile.edit", {
      patch: { op: "set", payload, path: ["DenyLocal"], value: true },
    });
    expect(await bench.problem("export.saveEach", asked)).toMatchObject({ code: "lock-out" });
    const { confirmName } = await bench.call("export.previewEach", { route: "plist", blueprintReady: false });
    expect(await bench.call("export.saveEach", { ...asked, confirmedName: confirmName })).not.toBeNull();
  },
  "export.save": async (bench) => {
    await openStaff(bench);
    const plain = await bench.call("export.save", {
      ...choice("mac"),
      identityId: null,
      confirmedName: null,
    });
    expect(bench.taken(plain?.download).toString()).toContain("not-for-the-screen");
    expect(plain).toMatchObject({ fileName: "Contoso staff.mobileconfig", savedTo: null, signature: null });
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const { id } = await bench.call("export.unlockP12", {
        file: bench.give("signing.p12", Buffer.from(p12, "base64")),
        passphrase: "open sesame",
      });
      const signed = await bench.call("export.save", {
        ...choice("signed"),
        identityId: id,
        confirmedName: null,
      });
      expect(signed?.signature?.signers[0]?.subject).toContain("Contoso Profile Signing");
      const after = await bench.call("rollout.judge", {});
      expect(after.reasons.map(({ text }) => text)).toContain(
        "The signature is intact. This machine does not trust its signer.",
      );
      const again = bench.give("again.mobileconfig", bench.taken(signed?.download));
      const opened = await bench.change("profile.open", { file: again });
      expect(opened.signature?.status).toBe("untrusted");
    }
    const gone = await bench.problem("export.save", {
      ...choice("signed"),
      identityId: "none",
      confirmedName: null,
    });
    expect(gone.code).toBe("identity-locked");
    const payload = { domain: "com.jamf.connect.login" };
    await bench.change("profile.edit", {
      patch: { op: "set", payload, path: ["DenyLocal"], value: true },
    });
    const { lockOut, confirmName } = await bench.call("export.preview", choice("unsigned"));
    expect(lockOut.map(({ severity }) => severity)).toContain("error");
    const unconfirmed = { ...choice("unsigned"), identityId: null, confirmedName: "Contoso" };
    expect(await bench.problem("export.save", unconfirmed)).toMatchObject({ code: "lock-out" });
    const confirmed = await bench.call("export.save", { ...unconfirmed, confirmedName: confirmName });
    expect(confirmed?.fileName).toMatch(/\.mobileconfig$/);
    const dialogs = createBench({ dialogs: true });
    await openStaff(dialogs);
    const saved = await dialogs.call("export.save", {
      ...choice("plist", "com.jamf.connect"),
      identityId: null,
      confirmedName: null,
    });
    expect(saved).toMatchObject({ savedTo: "/somewhere/com.jamf.connect.plist", download: null });
    expect(dialogs.saved()).toHaveLength(1);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
