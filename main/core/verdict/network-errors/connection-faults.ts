import type { NetworkErrorEntry } from "./fault-entry.ts";

const unreachable = "unreachable" as const;

/** Faults of the connection itself. */
export const connectionErrors: readonly NetworkErrorEntry[] = [
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
    // https://fetch.spec.whatwg.org/#port-blocking
    id: "blocked-port",
    title: "HTTP clients refuse this port.",
    sentence: "HTTP clients refuse to connect to {host} because of its port.",
    cause: "The port belongs to another protocol, so browsers and other HTTP clients never connect to it.",
    fix: "Choose another port.",
    steps: [
      "Let the server listen on another port, for example 443 or 8443.",
      "Put that port into the address.",
    ],
    outcome: "misconfigured",
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
    id: "offline",
    title: "This machine is offline.",
    sentence: "This machine is offline, so {host} was not asked.",
    cause: "No network is connected: neither Wi-Fi nor a cable nor a VPN has an address.",
    fix: "Connect to a network, then test again.",
    steps: [
      "Turn on Wi-Fi or plug in a cable, then test again.",
      "Remember what a Mac does in this state: at its login window it lets people in only with LocalFallback, or with a local account.",
    ],
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
    id: "network",
    title: "The network failed.",
    sentence: "The connection to {host} failed.",
    cause: "The system gave no reason that Latchkey knows.",
    fix: "Read the detail in the step, then check network, VPN and proxy.",
    steps: ["Try another network."],
    outcome: unreachable,
  },
];
