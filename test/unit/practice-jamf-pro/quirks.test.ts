import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createBody, type StoredProfile, updateBody } from "../../../main/core/jamf-pro/classic-profile.ts";
import { compareStored } from "../../../main/core/jamf-pro/compare-stored.ts";
import { quirks } from "../../../main/core/jamf-pro/quirks.ts";
import type { PlistDict } from "../../../main/core/plist/value.ts";
import { textAt } from "../../../main/core/profile/bookkeeping.ts";
import type { ProfileDocument } from "../../../main/core/profile/index.ts";
import { connectToJamfPro, type JamfProClient } from "../../../main/jamf-pro/index.ts";
import {
  clientOf,
  connected,
  handClock,
  practiceJamfPro,
  serverOf,
} from "../../support/practice-jamf-pro.ts";
import { direct, login, managed, profile, type Settings } from "../core/jamf-pro/fixtures.ts";

type Practice = Awaited<ReturnType<typeof practiceJamfPro>>;

/** A call as a program would make it that knows nothing of the quirks. */
async function plainly(practice: Practice, method: string, path: string, body?: string, headers = {}) {
  const isGateway = practice.world.kind === "gateway";
  const grant = await fetch(`${practice.origin}${isGateway ? "/auth/token" : "/api/v1/oauth/token"}`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: practice.world.clientId,
      client_secret: practice.world.clientSecret,
    }),
  });
  const { access_token: token } = (await grant.json()) as { access_token: string };
  const context = isGateway ? { "X-Environment-Id": practice.world.context.id } : {};
  const answer = await fetch(`${practice.origin}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, Cookie: "jpro-ingress=node-1", ...context, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
}

async function stored(client: JamfProClient, document: ProfileDocument): Promise<StoredProfile> {
  const body = createBody({
    name: textAt(document.root, "PayloadDisplayName") ?? "",
    root: document.root,
    level: "computer",
  });
  if (!body.ok) throw new Error(body.problem.title);
  const written = await client.create(body.value);
  if (written.kind !== "done" || written.id === null) throw new Error(JSON.stringify(written));
  const read = await client.read(written.id);
  if (!read.ok) throw new Error(read.problem.title);
  return read.value;
}

const asDocument = (root: PlistDict): ProfileDocument => ({ ...profile([]), root });

async function differences(document: ProfileDocument) {
  const client = await connected(await practiceJamfPro());
  const kept = await stored(client, document);
  return compareStored(document, asDocument(kept.root), "new").differences;
}

const settingsOf = async (settings: Settings) =>
  (await differences(profile([managed(login, settings)]))).filter(({ isSetting }) => isSetting);
const ofScreen = async (text: string) =>
  (await differences(profile([direct("com.apple.loginwindow", { LoginwindowText: text })]))).filter(
    ({ isSetting }) => isSetting,
  );

const classicBody = (payloads: string) =>
  `<os_x_configuration_profile><general><name>Plain</name><payloads>${payloads}</payloads></general></os_x_configuration_profile>`;
const plistOf = (text: string) =>
  `<plist version="1.0"><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.apple.loginwindow</string><key>LoginwindowText</key><string>${text}</string></dict></array></dict></plist>`;

describe("the practice Jamf Pro does to a profile what Jamf Pro does", () => {
  it("C1: a profile with & or < that is sent as XML says is refused, and in our form it is stored exactly", async () => {
    const practice = await practiceJamfPro();
    const path = "/JSSResource/osxconfigurationprofiles/id/0";
    const refused = await plainly(practice, "POST", path, classicBody(`<![CDATA[${plistOf("R&amp;D")}]]>`));
    expect(refused).toMatchObject({ status: 409, type: expect.stringContaining("html") });
    expect(refused.text).toContain("Unable to update the database");
    const texts = { A: "R&D", B: "a<b>c", C: "\"'", D: "&amp;", E: "]]>", F: "x > y && z", "K&<k>": "v" };
    expect(await settingsOf(texts)).toEqual([]);
  });

  it("C2: outside managed preferences a layer of escaping stays, by Jamf's number PI-827", async () => {
    expect(await ofScreen("R&D, lab 2")).toMatchObject([
      {
        keyPath: "LoginwindowText",
        sent: "R&D, lab 2",
        stored: "R&amp;D, lab 2",
        kind: "known-defect",
        defect: "PI-827",
      },
    ]);
  });

  it("C3: line feeds and tabs go outside managed preferences, a carriage return stays; inside, it comes back as a line feed", async () => {
    expect(await ofScreen("Call us.\nWe\thelp.")).toMatchObject([
      { stored: "Call us.Wehelp.", kind: "known-defect", defect: "C3" },
    ]);
    expect(await ofScreen("Call us.\rWe help.")).toEqual([]);
    expect(await settingsOf({ A: "one\ntwo\tthree" })).toEqual([]);
    expect(await settingsOf({ A: "one\rtwo" })).toMatchObject([{ stored: "one\ntwo", kind: "usual" }]);
  });

  it("C4: an emoji empties a managed-preferences payload, and is two marks elsewhere", async () => {
    expect(await settingsOf({ A: "Hello \u{1f44b}", B: 1 })).toMatchObject([
      { keyPath: "A", stored: null, kind: "known-defect", defect: "C4" },
      { keyPath: "B", stored: null, kind: "known-defect", defect: "C4" },
    ]);
    expect(await ofScreen("Hi \u{1f44b}")).toMatchObject([
      { stored: "Hi \ufffd\ufffd", kind: "known-defect", defect: "C4" },
    ]);
  });

  it("C5: blanks at the ends of a value are cut off, the order of keys is another", async () => {
    expect(await settingsOf({ B: " x ", A: "y" })).toMatchObject([
      { keyPath: "B", stored: "x", kind: "known-defect", defect: "C5" },
    ]);
  });

  it("C6: what is read back holds an empty key without a value, and is read all the same", async () => {
    const practice = await practiceJamfPro();
    const { text } = await plainly(practice, "GET", "/JSSResource/osxconfigurationprofiles/id/2");
    expect(text).toContain("&lt;key/&gt;&lt;/dict&gt;");
    const client = await connected(practice);
    expect((await client.read("2")).ok).toBe(true);
  });

  it("C7: an unknown element and a value that an enumeration does not have are dropped with a 201", async () => {
    const practice = await practiceJamfPro();
    const body = classicBody(`<![CDATA[${plistOf("x")}]]>`).replace(
      "</general>",
      "<nonsense>1</nonsense><distribution_method>By pigeon</distribution_method></general>",
    );
    expect((await plainly(practice, "POST", "/JSSResource/osxconfigurationprofiles/id/0", body)).status).toBe(
      201,
    );
    const { text } = await plainly(practice, "GET", "/JSSResource/osxconfigurationprofiles/id/3");
    expect(text).not.toContain("nonsense");
    expect(text).toContain("<distribution_method>Install Automatically</distribution_method>");
  });

  it("C8: a missing field is a 409 that names it in Jamf Pro's page, and we say its sentence", async () => {
    const client = await connected(await practiceJamfPro());
    const written = await client.create(
      "<os_x_configuration_profile><general/></os_x_configuration_profile>",
    );
    expect(written).toMatchObject({
      kind: "refused",
      problem: { code: "jamf-pro-refused", detail: expect.stringContaining("name is required") },
    });
  });

  it("C9: an update leaves scope, category and site alone", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    const before = await client.read("2");
    if (!before.ok) throw new Error(before.problem.title);
    const body = updateBody(before.value, before.value.root, "Newly Assigned");
    if (!body.ok) throw new Error(body.problem.title);
    expect(body.value).not.toContain("<scope>");
    expect(await client.update("2", body.value)).toMatchObject({ kind: "done", id: "2" });
    const after = await client.read("2");
    expect(after).toMatchObject({
      ok: true,
      value: { scope: before.value.scope, category: before.value.category, site: before.value.site },
    });
    expect(before.value.scope).toMatchObject({ targets: 1, allComputers: false });
  });

  it("C10: a new profile gets Jamf Pro's own identity, which is usual; an update keeps what it is sent", async () => {
    const sent = profile([managed(login, { A: 1 })]);
    const found = await differences(sent);
    expect(found.filter(({ domain }) => domain === null)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ keyPath: "PayloadUUID", kind: "usual" }),
        expect.objectContaining({ keyPath: "PayloadIdentifier", kind: "usual" }),
      ]),
    );
    const client = await connected(await practiceJamfPro());
    const kept = await stored(client, sent);
    const ghost = compareStored(sent, asDocument(kept.root), "kept").differences;
    expect(ghost.filter(({ kind }) => kind === "unexplained").map(({ keyPath }) => keyPath)).toEqual([
      "PayloadIdentifier",
      "PayloadUUID",
    ]);
  });

  it("C11: names and identifiers of payloads and what is added to them are all usual", async () => {
    const found = (await differences(profile([managed(login, { A: 1 })]))).filter(
      ({ domain }) => domain === login,
    );
    expect(found.map(({ keyPath }) => keyPath).sort()).toEqual([
      "PayloadDescription",
      "PayloadDisplayName",
      "PayloadEnabled",
      "PayloadIdentifier",
      "PayloadOrganization",
      "PayloadUUID",
    ]);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["usual"]));
  });

  it("C12: redeploy_on_update reads back as Newly Assigned", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    const before = await client.read("2");
    if (!before.ok) throw new Error(before.problem.title);
    const body = updateBody(before.value, before.value.root, "All");
    if (!body.ok) throw new Error(body.problem.title);
    expect(body.value).toContain("<redeploy_on_update>All</redeploy_on_update>");
    await client.update("2", body.value);
    expect((await plainly(practice, "GET", "/JSSResource/osxconfigurationprofiles/id/2")).text).toContain(
      "<redeploy_on_update>Newly Assigned<",
    );
  });

  it("C13: a name at a site that the account does not see is taken", async () => {
    const practice = await practiceJamfPro();
    practice.world.site = 7;
    const client = await connected(practice);
    expect(await client.list()).toEqual({ ok: true, value: [] });
    const body = createBody({
      name: "PRACTICE Jamf Connect, pilot",
      root: profile([managed(login, { A: 1 })]).root,
      level: "computer",
    });
    if (!body.ok) throw new Error(body.problem.title);
    expect(await client.create(body.value)).toMatchObject({
      kind: "refused",
      problem: { code: "jamf-pro-name-taken", detail: expect.stringContaining("another site") },
    });
  });

  it("C14: without the cookie a node answers from before the write; our client sends it back", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    const kept = await stored(client, profile([managed(login, { A: 1 })]));
    expect(kept.id).toBe("3");
    const stale = await plainly(practice, "GET", "/JSSResource/osxconfigurationprofiles/id/3", undefined, {
      Cookie: "",
    });
    expect(stale.status).toBe(404);
  });

  it.each(["v1", "old"] as const)("C15: the token is had at the address of %s servers", async (path) => {
    const practice = await practiceJamfPro();
    practice.world.tokenPath = path;
    expect((await (await connected(practice)).list()).ok).toBe(true);
  });

  it("C16: signed bytes are a malformed call; a signed profile is unwrapped before and goes without its signature", async () => {
    const practice = await practiceJamfPro();
    const bytes = String.fromCharCode(0x30, 0x80, 0x06, 0x09);
    const refused = await plainly(
      practice,
      "POST",
      "/JSSResource/osxconfigurationprofiles/id/0",
      classicBody(bytes),
    );
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining("Error in XML file") });
  });

  it("C17: a token that lives for a minute is renewed before it ends, and used for many calls till then", async () => {
    const clock = handClock();
    const practice = await practiceJamfPro({ now: clock.now });
    practice.world.tokenSeconds = 60;
    const client = await connected(practice, clock.ports());
    for (let call = 0; call < 5; call += 1) expect((await client.list()).ok).toBe(true);
    const tokens = () => practice.calls().filter((call) => call.endsWith("/oauth/token")).length;
    expect(tokens()).toBe(1);
    clock.pass(50_000);
    expect((await client.list()).ok).toBe(true);
    expect(tokens()).toBe(2);
  });
});

describe("the practice gateway answers as the gateway does", () => {
  it("G1: the path of the beta is no path, in plain text", async () => {
    const practice = await practiceJamfPro({ kind: "gateway" });
    expect(await plainly(practice, "GET", "/api/proclassic/osxconfigurationprofiles")).toMatchObject({
      status: 404,
      text: "404 page not found",
    });
  });

  it("G2: both headers, none, and the other one are refused by name; ours sends exactly one", async () => {
    const seen: string[][] = [];
    const practice = await practiceJamfPro({
      kind: "gateway",
      onCall: ({ headers }) =>
        seen.push(Object.keys(headers).filter((name) => /-(?:environment|tenant)-id$/.test(name))),
    });
    const path = "/proclassic/osxconfigurationprofiles";
    expect((await plainly(practice, "GET", path, undefined, { "X-Tenant-Id": "t" })).status).toBe(400);
    seen.length = 0;
    const client = await connected(practice);
    expect((await client.list()).ok).toBe(true);
    expect(seen.filter((names) => names.length > 1)).toEqual([]);
    expect(seen.at(-1)).toEqual(["x-environment-id"]);
    const wrong = { ...serverOf(practice), context: { header: "X-Tenant-Id", id: "t" } as const };
    expect(await connectToJamfPro(handClock().ports(), wrong, clientOf(practice))).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-context", title: expect.stringContaining("another environment") },
    });
    const none = { ...serverOf(practice), context: null };
    expect(await connectToJamfPro(handClock().ports(), none, clientOf(practice))).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-context", detail: expect.stringContaining("REQUEST_CONTEXT_NOT_PROVIDED") },
    });
  });

  it("G3: a subset of a profile is refused; ours reads whole profiles only", async () => {
    const practice = await practiceJamfPro({ kind: "gateway" });
    expect(
      (await plainly(practice, "GET", "/proclassic/osxconfigurationprofiles/id/2/subset/Scope")).status,
    ).toBe(403);
    const client = await connected(practice);
    await client.read("2");
    expect(practice.calls().filter((call) => call.includes("subset"))).toHaveLength(1);
  });

  it("G4: file:// and bursts meet the firewall's page, which is told from a missing right", async () => {
    const practice = await practiceJamfPro({ kind: "gateway", now: () => 0 });
    const client = await connected(practice);
    expect(await client.create("<a>file:///x</a>")).toMatchObject({
      kind: "refused",
      problem: { code: "jamf-pro-firewall" },
    });
    practice.world.burst = 3;
    expect(await client.list()).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-firewall", detail: expect.stringContaining("has not seen the call") },
    });
  });

  it("G5: a name with a plus sign is found in the list and by id, never by its name", async () => {
    const practice = await practiceJamfPro({ kind: "gateway" });
    expect((await plainly(practice, "GET", "/proclassic/osxconfigurationprofiles/name/a+b")).status).toBe(
      404,
    );
    const client = await connected(practice);
    const kept = await stored(client, profile([managed(login, { A: 1 })], "a+b"));
    expect(kept.name).toBe("a+b");
  });

  it("G6: what is missing has the gateway's name", async () => {
    const practice = await practiceJamfPro({ kind: "gateway" });
    practice.world.privileges = ["configuration-profiles:read"];
    const client = await connected(practice);
    expect([...(client.held ?? [])]).toEqual(["configuration-profiles:read"]);
    expect(await client.create("<a/>")).toMatchObject({
      kind: "refused",
      problem: {
        code: "jamf-pro-forbidden",
        title: "The capability configuration-profiles:create is missing.",
      },
    });
  });
});

it("has a test for every quirk of the table", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8");
  const tested = [...source.matchAll(/\bit(?:\.each\([^)]*\))?\(\s*"([CG]\d+):/g)].map(([, id]) => id);
  expect(tested).toEqual(quirks.map(({ id }) => id));
});

it("is told of in the docs, every quirk by its number", () => {
  const page = readFileSync(new URL("../../../docs/jamf-pro.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| ([CG]\d+) \| (\S+) \|/gm)].map(([, id, defect]) => [id, defect]);
  expect(listed).toEqual(quirks.map(({ id, defect }) => [id, defect ?? "–"]));
});
