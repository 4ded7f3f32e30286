import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { createBody } from "../../../main/core/jamf-pro/classic-profile.ts";
import type { JamfProServer } from "../../../main/core/jamf-pro/server.ts";
import { connectToJamfPro } from "../../../main/jamf-pro/index.ts";
import {
  clientOf,
  connected,
  handClock,
  practiceJamfPro,
  serverOf,
} from "../../support/practice-jamf-pro.ts";
import { login, managed, profile } from "../core/jamf-pro/fixtures.ts";

const secret = { kind: "client", clientId: "c", clientSecret: "canary-secret" } as const;

/** Some server that is no Jamf Pro; keeps everything that it was sent. */
async function someServer(
  answer: (path: string) => { status: number; headers?: Record<string, string>; body: string },
) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      seen.push(
        `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${Buffer.concat(parts)}`,
      );
      const { status, headers = {}, body } = answer(request.url ?? "/");
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const at: JamfProServer = { kind: "classic", origin: `http://127.0.0.1:${port}`, context: null };
  return { at, seen, stop: () => new Promise((resolve) => void server.close(resolve)) };
}

const body = () => {
  const made = createBody({ name: "New", root: profile([managed(login, { A: 1 })]).root, level: "computer" });
  if (!made.ok) throw new Error(made.problem.title);
  return made.value;
};

describe("connectToJamfPro", () => {
  it("learns version and privileges, with one token, and gives it back", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    expect(client.version).toBe("11.34.0-PRACTICE");
    expect(client.held?.has("Create macOS Configuration Profiles")).toBe(true);
    await client.list();
    await client.close();
    expect(practice.calls().filter((call) => call.startsWith("POST"))).toEqual([
      "POST /api/v1/oauth/token",
      "POST /api/v1/auth/invalidate-token",
    ]);
  });

  it("signs in with an account", async () => {
    const practice = await practiceJamfPro();
    const { name, password } = practice.world.user;
    const client = await connectToJamfPro(handClock().ports(), serverOf(practice), {
      kind: "user",
      name,
      password,
    });
    expect(client.ok && (await client.value.list()).ok).toBe(true);
    const wrong = await connectToJamfPro(handClock().ports(), serverOf(practice), {
      kind: "user",
      name,
      password: "no",
    });
    expect(wrong).toMatchObject({ ok: false, problem: { code: "jamf-pro-unauthorized" } });
  });

  it("says that a secret is wrong or has expired", async () => {
    const practice = await practiceJamfPro();
    const client = await connectToJamfPro(handClock().ports(), serverOf(practice), secret);
    expect(client).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-unauthorized", detail: expect.stringContaining("expired") },
    });
    expect(JSON.stringify(client)).not.toContain("canary");
  });

  const others: readonly (readonly [string, number, Record<string, string>, string])[] = [
    ["a web page", 200, { "content-type": "text/html" }, "<!doctype html><title>Welcome</title>"],
    ["another product", 404, { "content-type": "text/html" }, "<html><h1>Not found</h1></html>"],
    ["a redirection to another host", 302, { location: "https://elsewhere.example/" }, ""],
  ];
  it.each(others)("attack: %s at the address gets the secret", async (_name, status, headers, text) => {
    const other = await someServer(() => ({ status, headers, body: text }));
    const client = await connectToJamfPro(handClock().ports(), other.at, secret);
    await other.stop();
    expect(client).toMatchObject({
      ok: false,
      problem: { code: "not-jamf-pro", detail: expect.stringContaining("No secret was sent") },
    });
    expect(other.seen.join("\n")).not.toContain("canary");
  });

  it("attack: the address of the token redirects the secret to another server", async () => {
    const thief = await someServer(() => ({ status: 200, body: "{}" }));
    const other = await someServer((path) =>
      path.includes("token")
        ? { status: 307, headers: { location: `${thief.at.origin}/api/v1/oauth/token` }, body: "" }
        : { status: 401, headers: { "content-type": "application/json" }, body: "{}" },
    );
    const client = await connectToJamfPro(handClock().ports(), other.at, secret);
    await Promise.all([other.stop(), thief.stop()]);
    expect(client).toMatchObject({ ok: false, problem: { code: "jamf-pro-elsewhere" } });
    expect(thief.seen).toEqual([]);
  });

  it("attack: a token with a line break in it adds a header to the next call", async () => {
    const other = await someServer((path) =>
      path.includes("token")
        ? {
            status: 200,
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ access_token: "a\r\nX-Evil: 1", expires_in: 60 }),
          }
        : { status: 401, headers: { "content-type": "application/json" }, body: "{}" },
    );
    expect(await connectToJamfPro(handClock().ports(), other.at, secret)).toMatchObject({
      ok: false,
      problem: { code: "not-jamf-pro" },
    });
    await other.stop();
  });

  it("names the host that does not answer", async () => {
    const gone = await someServer(() => ({ status: 200, body: "" }));
    await gone.stop();
    expect(await connectToJamfPro(handClock().ports(), gone.at, secret)).toMatchObject({
      ok: false,
      problem: { code: "jamf-pro-unreachable", title: expect.stringContaining(new URL(gone.at.origin).host) },
    });
  });
});

describe("a client that is signed in", () => {
  it("tries what changes nothing again, with growing waits and a bound", async () => {
    const clock = handClock();
    const practice = await practiceJamfPro();
    const client = await connected(practice, clock.ports());
    practice.world.troubles = [{ kind: "status", status: 503, calls: 2 }];
    expect((await client.list()).ok).toBe(true);
    expect(clock.waits).toEqual([1000, 2000]);
    practice.world.troubles = [{ kind: "status", status: 502, calls: 100 }];
    expect(await client.list()).toMatchObject({ ok: false, problem: { code: "jamf-pro-fault" } });
    expect(practice.world.troubles).toMatchObject([{ calls: 95 }]);
  });

  it("waits as long as the server asks when it is asked too often, for a write too", async () => {
    const clock = handClock();
    const practice = await practiceJamfPro();
    const client = await connected(practice, clock.ports());
    practice.world.troubles = [{ kind: "status", status: 429, calls: 1, retryAfter: 7 }];
    expect(await client.create(body())).toMatchObject({ kind: "done", id: "3" });
    expect(clock.waits).toEqual([7000]);
  });

  it("does not repeat a write that may have been done", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    practice.world.troubles = [{ kind: "cut-after-write", calls: 1 }];
    expect(await client.create(body())).toMatchObject({
      kind: "unknown",
      problem: { code: "jamf-pro-unreachable" },
    });
    expect(practice.calls().filter((call) => call.startsWith("POST /JSSResource"))).toHaveLength(1);
    practice.world.troubles = [{ kind: "status", status: 500, calls: 1 }];
    expect(await client.update("2", body())).toMatchObject({
      kind: "unknown",
      problem: { code: "jamf-pro-fault" },
    });
  });

  it("gets a new token when the server takes the old one back", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    practice.world.troubles = [{ kind: "token-revoked", calls: 1 }];
    expect((await client.list()).ok).toBe(true);
    expect(practice.calls().filter((call) => call.endsWith("/oauth/token"))).toHaveLength(2);
  });

  it("reads again after half an answer, once, and then says so", async () => {
    const practice = await practiceJamfPro();
    const client = await connected(practice);
    practice.world.troubles = [{ kind: "half-answer", calls: 1 }];
    expect((await client.read("2")).ok).toBe(true);
    practice.world.troubles = [{ kind: "half-answer", calls: 9 }];
    expect(await client.read("2")).toMatchObject({ ok: false, problem: { code: "jamf-pro-half-answer" } });
  });

  it("attack: a page of the web asks the practice Jamf Pro under a name of its own", async () => {
    const practice = await practiceJamfPro();
    const { port } = new URL(practice.origin);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request({ host: "127.0.0.1", port, headers: { Host: "evil.example" } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(status).toBe(421);
    expect(clientOf(practice).kind).toBe("client");
  });
});
