import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { type Served, serveCommand } from "../integration/hosts/support/served-app.ts";
import { startHost } from "./support/host.ts";
import { heldBy, report, settled } from "./support/measure.ts";

const sockets = 3_000;
/** What the process may have grown by, in megabytes, after one round that warmed it up. */
const slack = 32;

type Target = { readonly served: Served; readonly port: number; readonly answers: () => Promise<boolean> };

/** Opens slow sockets, a hundred at a time, asks between them, and lets go of them. Gives the most descriptors seen. */
async function round({ served, port, answers }: Target, text: string): Promise<number> {
  const open: Socket[] = [];
  const idle = heldBy(served.pid).descriptors;
  let most = 0;
  for (let batch = 0; batch < sockets / 100; batch += 1) {
    const more = Array.from({ length: 100 }, () => connect(port, "127.0.0.1").on("error", () => undefined));
    await Promise.all(more.map((socket) => Promise.race([once(socket, "connect"), once(socket, "close")])));
    for (const socket of more) socket.write(text);
    open.push(...more);
    expect(await answers()).toBe(true);
    most = Math.max(most, heldBy(served.pid).descriptors);
  }
  for (const socket of open) socket.destroy();
  await settled(() => heldBy(served.pid).descriptors, idle);
  return most;
}

async function endure(target: Target, text: string, what: string): Promise<void> {
  expect(await target.answers()).toBe(true);
  await round(target, text);
  const before = heldBy(target.served.pid);
  const most = await round(target, text);
  const after = heldBy(target.served.pid);
  report(`${what}, ${sockets} sockets, at most ${most} descriptors meanwhile`, before, after);
  expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 3);
  expect(after.megabytes - before.megabytes).toBeLessThan(slack);
  expect(target.served.isAlive()).toBe(true);
}

it(`${sockets} slow sockets do not keep anybody out of the browser host`, async () => {
  const host = await startHost();
  onTestFinished(() => host.app.stop());
  const answers = async () => (await host.call("app.describe", {})) !== null;
  const target = { served: host.app, port: host.port, answers };
  await endure(target, "POST /session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", "browser host, slow headers");
  const half = `POST /session HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: http://127.0.0.1:${host.port}\r\nContent-Length: 4000\r\n\r\n{`;
  await endure(target, half, "browser host, slow bodies");
});

it(`${sockets} slow sockets do not keep anybody out of the practice tenant`, async () => {
  const served = await serveCommand(["practice-tenant", "--scenario", "no-mfa"]);
  onTestFinished(() => served.stop());
  const { discovery } = JSON.parse(served.firstLine) as { discovery: { v2: string } };
  const { host, port } = new URL(discovery.v2);
  const answers = async () => (await fetch(discovery.v2)).ok;
  const target = { served, port: Number(port), answers };
  await endure(target, "", "practice tenant, silent");
  const half = `POST /common/oauth2/v2.0/token HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4000\r\n\r\ngrant`;
  await endure(target, half, "practice tenant, slow bodies");
});
