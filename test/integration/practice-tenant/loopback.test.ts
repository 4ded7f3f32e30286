import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { loadScenario, startPracticeTenant } from "../../../main/practice-tenant/index.ts";
import { need, start } from "./support.ts";

function statusWithHost(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("a foreign Host header is refused, the loopback names are not", async () => {
  const { description } = await start("no-mfa");
  const { host, port } = new URL(description.discovery.v2);
  expect(await statusWithHost(description.discovery.v2, "attacker.example")).toBe(421);
  expect(await statusWithHost(description.discovery.v2, `attacker.example:${port}`)).toBe(421);
  expect(await statusWithHost(description.discovery.v2, "127.0.0.1")).toBe(421);
  expect(await statusWithHost(description.discovery.v2, host)).toBe(200);
  expect(await statusWithHost(description.discovery.v2, `localhost:${port}`)).toBe(200);
});

test("nothing answers on the other addresses of this machine", async () => {
  const { authority } = await start("no-mfa");
  const { port } = new URL(authority);
  const addresses = Object.values(networkInterfaces()).flat();
  for (const address of addresses.filter((each) => each?.internal === false && each.family === "IPv4")) {
    await expect(fetch(`http://${address?.address}:${port}/`), address?.address).rejects.toThrow();
  }
});

test("a port in use is a problem with a way out, not an exception", async () => {
  const first = await start("no-mfa");
  const port = Number(new URL(first.authority).port);
  const second = await startPracticeTenant({ tenant: need(loadScenario("no-mfa")).tenant, port });
  expect(second).toMatchObject({ ok: false, problem: { code: "practice-port-unavailable" } });
});

test("a request body that is far too large is refused", async () => {
  const { authority } = await start("no-mfa");
  const answer = await fetch(`${authority}/oauth2/v2.0/token`, {
    method: "POST",
    body: "x".repeat(1024 * 1024),
  }).then(
    (response) => response.status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(answer);
});

test("attack: a form that is larger than any sign-in needs is refused, so that none is kept", async () => {
  const { authority } = await start("no-mfa");
  const answer = await fetch(`${authority}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({ state: "x".repeat(40_000) }),
  }).then(
    (response) => response.status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(answer);
});
