import type { Problem } from "../problem.ts";

/** Switches of Chromium that let certificates pass unchecked (content/public/common/content_switches.cc, services/network). */
const uncheckedSwitches: readonly string[] = [
  "ignore-certificate-errors",
  "ignore-certificate-errors-spki-list",
  "allow-insecure-localhost",
];

/**
 * Why nothing may be sent at all: somebody has switched off the check of certificates for this whole process, so any machine on
 * the way could take the provider's place and read the password. Null while certificates are checked.
 *
 * Node reads `NODE_TLS_REJECT_UNAUTHORIZED`, and takes `0` only (https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue).
 *
 * @param hasSwitch whether a switch of Chromium was given; for hosts without Chromium it has none
 */
export function refuseWithoutTlsChecks(
  environment: Readonly<Record<string, string | undefined>>,
  hasSwitch: (name: string) => boolean,
): Problem | null {
  if (environment["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") return off("NODE_TLS_REJECT_UNAUTHORIZED=0");
  const given = uncheckedSwitches.find(hasSwitch);
  return given === undefined ? null : off(`--${given}`);
}

function off(how: string): Problem {
  return {
    code: "tls-checks-off",
    title: "The check of certificates is switched off.",
    detail: `Latchkey was started with ${how}. Any machine on the way could take the provider's place and read the password, so nothing is sent.`,
    fix: `Start Latchkey without ${how.replace("=0", "")}. For a certificate authority of your own, name its PEM file in NODE_EXTRA_CA_CERTS or have this machine trust it.`,
  };
}
