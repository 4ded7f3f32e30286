import type { Outcome } from "./login-result.ts";

/** Everything that can go wrong below the protocol, and answers that are not the protocol's. */
export type FaultId =
  | "dns"
  | "refused"
  | "no-route"
  | "reset"
  | "timeout"
  | "tls-untrusted"
  | "tls-name"
  | "tls-date"
  | "tls"
  | "proxy"
  | "proxy-login"
  | "captive-portal"
  | "redirected"
  | "html"
  | "not-json"
  | "empty"
  | "too-large"
  | "http-status"
  | "not-discovery"
  | "clock-skew"
  | "network";

export type FaultEntry = {
  readonly id: FaultId;
  readonly title: string;
  /** First sentence of the verdict; `{host}` is the host that was asked. */
  readonly sentence: string;
  readonly cause: string;
  readonly fix: string;
  readonly steps: readonly string[];
  readonly outcome: Outcome;
};

const unreachable = "unreachable" as const;

const table: readonly FaultEntry[] = [
  {
    id: "dns",
    title: "The host name cannot be resolved.",
    sentence: "{host} was not found.",
    cause: "DNS knows no such name: a typing error in the profile, no network, or a DNS filter.",
    fix: "Check the spelling of the host in the profile, then the network and its DNS.",
    steps: [
      "Look the host up: nslookup HOST.",
      "Try another network.",
      "Compare the discovery address with the provider's documentation.",
    ],
    outcome: unreachable,
  },
  {
    id: "refused",
    title: "The connection was refused.",
    sentence: "{host} refused the connection.",
    cause: "The host exists, but nothing listens on that port, or a firewall answers for it.",
    fix: "Check host and port in the profile, then the firewall.",
    steps: [
      "Open the discovery address in a browser on this machine.",
      "Check whether the port is part of the address.",
    ],
    outcome: unreachable,
  },
  {
    id: "no-route",
    title: "The host cannot be reached.",
    sentence: "There is no way from this machine to {host}.",
    cause: "No network, a VPN that is down, or a firewall that drops the packets.",
    fix: "Connect to a network from which the provider can be reached.",
    steps: ["Check Wi-Fi and VPN.", "Open the discovery address in a browser."],
    outcome: unreachable,
  },
  {
    id: "reset",
    title: "The connection was cut.",
    sentence: "{host} cut the connection before it answered.",
    cause:
      "A firewall or content filter ends the connection, the server failed, or it speaks no TLS on this port.",
    fix: "Exclude the provider's hosts from content inspection, and check the port.",
    steps: ["Try another network.", "Ask the network team for a block of this host."],
    outcome: unreachable,
  },
  {
    id: "timeout",
    title: "No answer in time.",
    sentence: "{host} did not answer in time.",
    cause: "The host is slow or overloaded, or a firewall drops the packets without a word.",
    fix: "Try again. If it stays so, check firewall and VPN.",
    steps: [
      "Open the discovery address in a browser and compare the time it takes.",
      "Look at the service health of the provider.",
    ],
    outcome: unreachable,
  },
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
  {
    id: "redirected",
    title: "The request was redirected.",
    sentence: "{host} redirected the request. Latchkey did not follow it.",
    cause:
      "The address in the profile is not the final one, or something stands between. A password must not follow a redirection.",
    fix: "Put the final address into the profile.",
    steps: [
      "Read the Location header of the answer in the step.",
      "Find out whether it is the provider's own.",
    ],
    outcome: "misconfigured",
  },
  {
    id: "html",
    title: "A web page came instead of JSON.",
    sentence: "{host} answered with a web page where JSON was expected.",
    cause:
      "The address is that of a page and not of the protocol, or a portal or proxy answers in its place.",
    fix: "Check the discovery address: it ends in /.well-known/openid-configuration.",
    steps: [
      "Open the address in a browser: it must show JSON.",
      "If it shows a network login page, sign in there first.",
    ],
    outcome: unreachable,
  },
  {
    id: "not-json",
    title: "The answer is not JSON.",
    sentence: "{host} answered with something that is not JSON.",
    cause: "The address does not belong to the protocol, or the answer was cut or changed on the way.",
    fix: "Check the address, and whether a proxy changes answers.",
    steps: ["Open the address in a browser: it must show JSON."],
    outcome: unreachable,
  },
  {
    id: "empty",
    title: "The answer is empty.",
    sentence: "{host} answered with nothing.",
    cause: "The server failed, or something on the way swallowed the answer.",
    fix: "Try again, then look into the logs of the provider.",
    steps: ["Look at the status in the step."],
    outcome: unreachable,
  },
  {
    id: "too-large",
    title: "The answer is far too large.",
    sentence: "{host} sent more than 1 MB, so Latchkey stopped reading.",
    cause: "No answer of this protocol is that large. The address belongs to something else.",
    fix: "Check the address in the profile.",
    steps: ["Open the address in a browser: it must show a short JSON text."],
    outcome: unreachable,
  },
  {
    id: "http-status",
    title: "The server answered with an error status.",
    sentence: "{host} answered with an error that is not part of the protocol.",
    cause: "The address does not exist on that host, or the server fails.",
    fix: "Check tenant and path of the address. For status 500 and above, try again later.",
    steps: ["Read the status in the step.", "Open the address in a browser."],
    outcome: unreachable,
  },
  {
    id: "not-discovery",
    title: "The JSON is no discovery document.",
    sentence: "{host} answered with JSON that is no discovery document.",
    cause: "issuer, authorization endpoint, token endpoint or key address is missing.",
    fix: "Check the discovery address in the profile.",
    steps: ["Open the address in a browser and look for issuer and token_endpoint."],
    outcome: "misconfigured",
  },
  {
    id: "clock-skew",
    title: "The clocks differ.",
    sentence: "The clock of this machine differs from that of {host} by more than five minutes.",
    cause: "Tokens carry times. With a wrong clock they look expired or not yet valid.",
    fix: "Set the clock from a time server.",
    steps: ["On a Mac: System Settings, General, Date & Time, set automatically."],
    outcome: "unclear",
  },
  {
    id: "network",
    title: "The network failed.",
    sentence: "The connection to {host} failed.",
    cause: "The system gave no reason that Latchkey knows.",
    fix: "Read the detail in the step, then check network, VPN and proxy.",
    steps: ["Try another network."],
    outcome: unreachable,
  },
];

const network: FaultEntry | undefined = table.find((entry) => entry.id === "network");

/** The entry of a fault. */
export function faultEntry(id: FaultId): FaultEntry {
  const entry = table.find((candidate) => candidate.id === id) ?? network;
  if (entry === undefined) throw new Error("the fault table has no entry for an unnamed network fault");
  return entry;
}

/** Every fault, for `explain` and the documentation. */
export function allFaults(): readonly FaultEntry[] {
  return table;
}
