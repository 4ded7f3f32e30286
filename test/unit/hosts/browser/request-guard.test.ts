import type { IncomingHttpHeaders } from "node:http";
import { expect, it } from "vitest";
import { refusal } from "../../../../main/hosts/browser/request-guard.ts";

const own = { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" };

const cases: readonly [name: string, headers: IncomingHttpHeaders, needsOrigin: boolean, allowed: boolean][] =
  [
    ["own page, acting", own, true, true],
    ["own page load without Origin", { host: own.host }, false, true],
    ["acting without Origin", { host: own.host }, true, false],
    [
      "DNS rebinding: another name for this machine",
      { host: "evil.example:4000", origin: "http://evil.example:4000" },
      true,
      false,
    ],
    ["localhost is another origin", { host: "localhost:4000", origin: "http://localhost:4000" }, true, false],
    ["another port of this machine", { ...own, origin: "http://127.0.0.1:4001" }, true, false],
    ["https of the same name", { ...own, origin: "https://127.0.0.1:4000" }, true, false],
    ["a sandboxed frame", { ...own, origin: "null" }, true, false],
    ["Host without a port", { ...own, host: "127.0.0.1" }, true, false],
    ["no Host", { origin: own.origin }, true, false],
    ["a form of another site", { ...own, "sec-fetch-site": "cross-site" }, true, false],
  ];

it.each(cases)("%s", (_name, headers, needsOrigin, allowed) => {
  expect(refusal(headers, 4000, needsOrigin) === null).toBe(allowed);
});
