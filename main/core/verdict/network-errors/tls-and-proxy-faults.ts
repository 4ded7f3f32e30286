import type { NetworkErrorEntry } from "./fault-entry.ts";

const unreachable = "unreachable" as const;

/** Faults of what stands between this machine and the provider: certificates, proxies, portals. */
export const tlsAndProxyErrors: readonly NetworkErrorEntry[] = [
  {
    id: "tls-untrusted",
    title: "The certificate is not trusted.",
    sentence: "The certificate of {host} is not trusted by this machine, so nothing was sent.",
    cause:
      "A proxy opens TLS with its own certificate (TLS interception), or the server uses a private certificate authority.",
    fix: "Have the provider's hosts excluded from TLS inspection. A Mac at the login window trusts the system keychain only.",
    steps: [
      "Look at the issuer of the certificate in a browser: a company name means interception.",
      "Ask for an exception for the provider's hosts.",
      "For a private authority: name its PEM file in NODE_EXTRA_CA_CERTS here, and deploy it to the Macs.",
    ],
    outcome: unreachable,
  },
  {
    id: "tls-name",
    title: "The certificate is for another host.",
    sentence: "The certificate of {host} is for another host, so nothing was sent.",
    cause: "The name in the profile is not the name of the server, or a captive portal answers in its place.",
    fix: "Use the host name that stands in the certificate; sign in to the Wi-Fi portal first.",
    steps: ["Open the address in a browser and read the certificate.", "Correct the host in the profile."],
    outcome: unreachable,
  },
  {
    id: "tls-date",
    title: "The certificate is out of date.",
    sentence: "The certificate of {host} is expired or not yet valid, so nothing was sent.",
    cause: "The server's certificate was not renewed, or the clock of this machine is wrong.",
    fix: "Check the clock of this machine first, then have the certificate renewed.",
    steps: ["Compare the clock with a reliable one.", "Read the dates of the certificate in a browser."],
    outcome: unreachable,
  },
  {
    id: "tls",
    title: "The encrypted connection failed.",
    sentence: "The encrypted connection to {host} failed, so nothing was sent.",
    cause: "The server and this machine agree on no protocol version, or the port speaks no TLS.",
    fix: "Check port and scheme of the address, and that the server offers TLS 1.2 or later.",
    steps: ["Open the address in a browser.", "Check whether a proxy stands between."],
    outcome: unreachable,
  },
  {
    id: "proxy",
    title: "The proxy failed.",
    sentence: "The proxy did not connect to {host}.",
    cause: "The proxy of this machine is down, or refuses this host.",
    fix: "Check HTTPS_PROXY and NO_PROXY, and allow the provider's hosts on the proxy.",
    steps: [
      "Read the proxy's answer in the step.",
      "Remember that a Mac at the login window may use another proxy.",
    ],
    outcome: unreachable,
  },
  {
    id: "proxy-login",
    title: "The proxy wants a login.",
    sentence: "The proxy wants a login before it connects to {host}.",
    cause: "Status 407: the proxy authenticates its users. At the login window there is no user yet.",
    fix: "Let the provider's hosts pass the proxy without a login.",
    steps: ["Have an exception made for the provider's hosts.", "Test again without VPN."],
    outcome: unreachable,
  },
  {
    id: "captive-portal",
    title: "A network login page answered.",
    sentence: "A login page of this network answered in place of {host}.",
    cause: "Guest Wi-Fi redirects everything until somebody has accepted its terms.",
    fix: "Sign in to the network, then test again. Macs at the login window need AllowNetworkSelection for this.",
    steps: ["Open any http address in a browser and complete the network's page.", "Test again."],
    outcome: unreachable,
  },
];
