import { chmodSync } from "node:fs";
import type { KeychainPorts } from "../../../../main/signing/index.ts";
import { machineKeychain } from "../../../../main/signing/keychain/security-tool.ts";
import type { Workshop } from "./openssl.ts";

type Behaviour = {
  /** Files of the certificates in the keychain. */
  readonly certificates?: readonly string[];
  /** What `find-identity` prints. */
  readonly identities?: string;
  /** What every call but `find-certificate` fails with. */
  readonly fail?: string;
  readonly refuseKeyIdentifier?: boolean;
};

/**
 * A stand-in for `/usr/bin/security`: an executable that records how it was called and answers `find-identity`, `find-certificate` and
 * `cms -S` the way the real one does, signing with `signer` through openssl.
 */
export function securityStandIn(
  workshop: Workshop,
  signer: string,
  { certificates = ["root.pem", "namesake.pem", "leaf.pem"], identities = "", ...other }: Behaviour = {},
): KeychainPorts {
  workshop.write("identities", identities);
  const script = `#!/bin/sh
cd "${workshop.path(".")}"
printf '%s\\n' "$@" >> calls; echo -- >> calls
if [ "$1" = find-certificate ]; then cat ${certificates.join(" ")}; exit 0; fi
${other.fail === undefined ? "" : `if [ "$1" = find-identity ]; then echo "${other.fail}" >&2; exit 1; fi`}
if [ "$1" = find-identity ]; then cat identities; exit 0; fi
while [ $# -gt 0 ]; do case "$1" in -i) in="$2";; -o) out="$2";; -Z) byKey=1;; esac; shift; done
ls -l "$in" | cut -c1-10 >> modes; ls -ld "$(dirname "$in")" | cut -c1-10 >> modes; dirname "$in" > folder
${other.fail === undefined ? "" : `echo "${other.fail}" >&2; exit 1`}
${other.refuseKeyIdentifier === true ? 'if [ -n "$byKey" ]; then echo "illegal option -- Z" >&2; exit 2; fi' : ""}
exec openssl cms -sign -binary -nodetach -md sha256 -in "$in" -signer ${signer}.pem -inkey ${signer}.key -certfile issuing.pem -outform DER -out "$out"
`;
  workshop.write("calls", "");
  workshop.write("modes", "");
  const executable = workshop.write("security", script);
  chmodSync(executable, 0o700);
  return machineKeychain(executable, "darwin");
}

/** How the stand-in was called so far, each call as its arguments. */
export function securityCalls(workshop: Workshop): readonly (readonly string[])[] {
  return Buffer.from(workshop.read("calls"))
    .toString()
    .split("--\n")
    .filter(Boolean)
    .map((one) => one.trim().split("\n"));
}
