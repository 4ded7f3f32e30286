import { describe, expect, it } from "vitest";
import { judgeAnswer, statusPageMessage } from "../../../../main/core/jamf-pro/answers.ts";
import type { JamfProServer } from "../../../../main/core/jamf-pro/server.ts";

const server: JamfProServer = { kind: "classic", origin: "https://example.jamfcloud.com", context: null };
const gateway: JamfProServer = {
  kind: "gateway",
  origin: "https://us.api.jamfcloud.com",
  context: { header: "X-Environment-Id", id: "e" },
};
const page = (message: string) =>
  `<html><head><title>Status page</title></head><body><p>Conflict</p><p>Error: ${message}</p><p>You can get technical details <a href="x">here</a>.</p></body></html>`;
const blocked = "<!DOCTYPE html><html><body><h1>Request blocked</h1></body></html>";

type Case = readonly [
  name: string,
  status: number,
  contentType: string,
  text: string,
  code: string,
  at?: JamfProServer,
];
const cases: readonly Case[] = [
  ["401 at the sign-in", 401, "application/json", '{"error":"invalid_client"}', "jamf-pro-unauthorized"],
  ["403 of Jamf Pro", 403, "application/json", "{}", "jamf-pro-forbidden"],
  ["403 as Jamf Pro's page", 403, "text/html", page("Forbidden"), "jamf-pro-forbidden"],
  ["403 of a firewall", 403, "text/html", blocked, "jamf-pro-firewall"],
  ["403 of the gateway's firewall", 403, "text/html", blocked, "jamf-pro-firewall", gateway],
  [
    "403 for another level",
    403,
    "application/json",
    '{"errors":[{"code":"OWNERSHIP_FORBIDDEN"}]}',
    "jamf-pro-context",
    gateway,
  ],
  [
    "400 without a context",
    400,
    "application/json",
    '{"errors":[{"code":"REQUEST_CONTEXT_NOT_PROVIDED"}]}',
    "jamf-pro-context",
    gateway,
  ],
  ["404", 404, "text/plain", "404 page not found", "jamf-pro-not-found", gateway],
  ["409 of a name", 409, "text/html", page("Duplicate name"), "jamf-pro-name-taken"],
  ["409 of a value", 409, "text/html", page("Unable to update the database"), "jamf-pro-not-stored"],
  ["409 of anything else", 409, "text/html", page("Problem with category"), "jamf-pro-refused"],
  ["429", 429, "text/html", "", "jamf-pro-throttled"],
  ["503", 503, "text/html", "<html>starting</html>", "jamf-pro-fault"],
  ["a redirection", 302, "", "", "jamf-pro-elsewhere"],
];

describe("judgeAnswer", () => {
  it.each(cases.map((one) => ({ name: one[0], one })))("tells $name", ({ one }) => {
    const [, status, contentType, text, code, at = server] = one;
    const judged = judgeAnswer({ status, contentType, text }, at, { action: "update", what: "profile 7" });
    expect(judged).toMatchObject({ ok: false, problem: { code } });
    if (judged.ok) return;
    for (const part of [judged.problem.title, judged.problem.detail, judged.problem.fix])
      expect(part).toMatch(/[.”]$/);
  });

  it("names the missing privilege in the words of whoever answered", () => {
    const answer = { status: 403, contentType: "application/json", text: "{}" };
    const asked = { action: "create", what: "the new profile" } as const;
    expect(judgeAnswer(answer, server, asked)).toMatchObject({
      problem: { title: "The privilege Create macOS Configuration Profiles is missing." },
    });
    expect(judgeAnswer(answer, gateway, asked)).toMatchObject({
      problem: { title: "The capability configuration-profiles:create is missing." },
    });
  });

  it("takes what is in Jamf Pro's own page and nothing from any other", () => {
    expect(statusPageMessage(page("Duplicate name"))).toBe("Duplicate name");
    expect(statusPageMessage(page("a &amp;lt; b"))).toBe("a &lt; b");
    expect(statusPageMessage(blocked)).toBeNull();
  });
});
