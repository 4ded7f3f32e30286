import type { NetworkErrorEntry } from "./fault-entry.ts";

const unreachable = "unreachable" as const;

/** Answers that came, and are not the protocol's. */
export const answerErrors: readonly NetworkErrorEntry[] = [
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
    id: "not-object",
    title: "The answer is JSON, but not an object.",
    sentence: "{host} answered with JSON that is not an object.",
    cause:
      "The answers of the protocol are JSON objects, from { to }. The address belongs to something else.",
    fix: "Check the address in the profile.",
    steps: ["Open the address in a browser: the JSON must begin with {."],
    outcome: "misconfigured",
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
    id: "too-complex",
    title: "The answer is nested too deep, or holds too much.",
    sentence: "{host} sent JSON that is nested too deep or holds too many values. Latchkey did not take it.",
    cause:
      "No answer of this protocol has more than a few levels and a few hundred values. The address belongs to something else, or the server means harm.",
    fix: "Check the address in the profile.",
    steps: ["Open the address in a browser: it must show a short JSON text."],
    outcome: "misconfigured",
  },
  {
    id: "unexpected",
    title: "Latchkey could not make sense of the answer.",
    sentence: "{host} sent something that Latchkey was not built for.",
    cause: "The answer broke a rule that nobody had thought of. Nothing of it was believed.",
    fix: "Save a report of the run and send it to the makers of Latchkey.",
    steps: [
      "Look at the answer in the step.",
      "Run the test again: if it goes well, the answer was damaged on its way.",
    ],
    outcome: "unclear",
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
];
