import { expect } from "vitest";
import { throwawayIdentity } from "../support/throwaway-identity.ts";
import { type Bench, createBench, openStaff } from "./bench.ts";

export const exportTests = {
  "export.unlockP12": async (bench) => {
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const identity = await bench.call("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "open sesame",
      });
      expect(identity).toMatchObject({
        label: "signing.p12",
        subject: expect.stringContaining("Contoso Profile Signing"),
      });
      const wrong = await bench.problem("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "wrong guess",
      });
      expect(wrong.code).toBe("wrong-passphrase");
      expect(JSON.stringify(wrong)).not.toContain("wrong guess");
    }
  },
  "export.unlockPem": async (bench) => {
    {
      const { certificate, key } = throwawayIdentity("Contoso Profile Signing");
      const input = { name: "signing.pem", certificate, key, passphrase: "" };
      expect((await bench.call("export.unlockPem", input)).subject).toContain("Contoso Profile Signing");
    }
  },
  "export.preview": async (bench) => {
    await openStaff(bench);
    const direct = await bench.call("export.preview", { form: "mobileconfig", domain: null });
    expect(direct.source).toContain("<string>com.jamf.connect.login</string>");
    expect(direct.source).not.toContain("not-for-the-screen");
    const editable = await bench.call("export.preview", { form: "custom-settings", domain: null });
    expect(editable.source).toContain("com.apple.ManagedClient.preferences");
    const bare = await bench.call("export.preview", { form: "plist", domain: "com.jamf.connect" });
    expect(bare.source).not.toContain("PayloadType");
  },
  "export.save": async (bench) => {
    await openStaff(bench);
    const plain = await bench.call("export.save", { form: "mobileconfig", domain: null, identityId: null });
    expect(Buffer.from(plain?.data ?? "", "base64").toString()).toContain("not-for-the-screen");
    expect(plain).toMatchObject({ fileName: "Contoso staff.mobileconfig", savedTo: null, signature: null });
    {
      const { p12 } = throwawayIdentity("Contoso Profile Signing");
      const { id } = await bench.call("export.unlockP12", {
        name: "signing.p12",
        data: p12,
        passphrase: "open sesame",
      });
      const signed = await bench.call("export.save", { form: "mobileconfig", domain: null, identityId: id });
      expect(signed?.signature?.signers[0]?.subject).toContain("Contoso Profile Signing");
      const opened = await bench.change("profile.open", {
        name: "again.mobileconfig",
        data: signed?.data ?? "",
      });
      expect(opened.signature?.status).toBe("untrusted");
    }
    const gone = await bench.problem("export.save", {
      form: "mobileconfig",
      domain: null,
      identityId: "none",
    });
    expect(gone.code).toBe("identity-locked");
    const dialogs = createBench({ dialogs: true });
    await openStaff(dialogs);
    const saved = await dialogs.call("export.save", {
      form: "plist",
      domain: "com.jamf.connect",
      identityId: null,
    });
    expect(saved).toMatchObject({ savedTo: "/somewhere/com.jamf.connect.plist", data: null });
    expect(dialogs.saved()).toHaveLength(1);
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
