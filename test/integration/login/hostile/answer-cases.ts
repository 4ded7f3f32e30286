import { both, type HostileCase, login } from "./case.ts";
import type { Twist } from "./provider.ts";

const html: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<!doctype html><title>Welcome to the Wi-Fi</title>");
};
const huge: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(`{"filler":"${"x".repeat(10_000_000)}"}`);
};
/** Sends one byte now and then, and never ends. */
const drip: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
const loop: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(302, { location: "/.well-known/openid-configuration" });
  response.end();
};
const empty: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end();
};
const cut: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"issuer":');
  setImmediate(() => response.destroy());
};
const array: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end("[]");
};
const broken: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(500, { "content-type": "text/plain" });
  response.end("Internal Server Error");
};
/** No status of HTTP (RFC 9110, section 15), which clients let through all the same. */
const odd: NonNullable<Twist["tokenAnswer"]> = (response) => {
  response.writeHead(999, { "content-type": "application/json" });
  response.end("{}");
};

const answers = [
  ["a web page", html, "fault-html", "unreachable"],
  ["10 MB", huge, "fault-too-large", "unreachable"],
  ["a slow drip", drip, "fault-timeout", "unreachable"],
  ["an endless redirection", loop, "fault-redirected", "misconfigured"],
  ["nothing", empty, "fault-empty", "unreachable"],
  ["a cut connection", cut, "fault-reset", "unreachable"],
  ["an array", array, "fault-not-object", "misconfigured"],
  ["status 500", broken, "fault-http-status", "unreachable"],
  ["status 999", odd, "fault-http-status", "unreachable"],
] as const;

export const answerCases: readonly HostileCase[] = answers.flatMap(([what, answer, finding, outcome]) => [
  {
    name: `discovery answers with ${what}`,
    kinds: both,
    twist: { discoveryAnswer: answer },
    outcome,
    finding,
  },
  { name: `key set answers with ${what}`, kinds: both, twist: { keySetAnswer: answer }, outcome, finding },
  // A redirected password is worth its own finding; see passwordCases.
  {
    name: `token endpoint answers with ${what}`,
    kinds: what.includes("redirection") ? login : both,
    twist: { tokenAnswer: answer },
    outcome,
    finding,
  },
]);
