import { describe, expect, it } from "vitest";
import { refuseWithoutTlsChecks } from "../../../../main/core/oidc/tls-checks.ts";

const none = (): boolean => false;

describe("refuseWithoutTlsChecks", () => {
  it("attack: NODE_TLS_REJECT_UNAUTHORIZED=0 lets a made-up certificate have the password", () => {
    const refused = refuseWithoutTlsChecks({ NODE_TLS_REJECT_UNAUTHORIZED: "0" }, none);
    expect(refused).toMatchObject({ code: "tls-checks-off" });
    expect(`${refused?.detail} ${refused?.fix}`).toContain("NODE_TLS_REJECT_UNAUTHORIZED=0");
    expect(refused?.fix).toContain("NODE_EXTRA_CA_CERTS");
  });

  it.each(["ignore-certificate-errors", "ignore-certificate-errors-spki-list", "allow-insecure-localhost"])(
    "attack: the app is started with --%s",
    (name) => {
      expect(refuseWithoutTlsChecks({}, (asked) => asked === name)?.detail).toContain(`--${name}`);
    },
  );

  // Node switches its checks off for the text 0 and for nothing else.
  it.each([undefined, "", "1", "false", "00"])("%s leaves the checks on", (value) => {
    expect(refuseWithoutTlsChecks({ NODE_TLS_REJECT_UNAUTHORIZED: value }, none)).toBeNull();
  });
});
