import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import type { WebSocket } from "ws";
import { type Host, startHost } from "./support/host.ts";
import { heldBy, report, settled } from "./support/measure.ts";

const parallel = 200;
const tabs = 20;
const rounds = 5;
/** What the process may have grown by, in megabytes; its memory of runs is full after the rounds that warm it up. */
const slack = 64;

/** 200 runs at a time, while 20 tabs listen; every tab hears of the end of every run. */
async function round(host: Host): Promise<void> {
  const open: WebSocket[] = [];
  for (let tab = 0; tab < tabs; tab += 1) open.push(await host.openTab());
  const heard = open.map(
    (tab) =>
      new Promise<void>((resolve, reject) => {
        const ended = new Set<string>();
        tab.on("close", () => reject(new Error("a tab was dropped")));
        tab.on("message", (data) => {
          const text = String(data);
          if (text.startsWith('{"channel":"latchkey:event:test.failed"')) reject(new Error(text));
          if (!text.startsWith('{"channel":"latchkey:event:test.finished"')) return;
          const { payload } = JSON.parse(text) as { payload: { runId: string; result: { outcome: string } } };
          // Thrown here, a wrong outcome would be nobody's, and the round would wait for ever.
          if (payload.result.outcome !== "password-correct")
            reject(new Error(`a run ended in ${payload.result.outcome}: ${text}`));
          ended.add(payload.runId);
          if (ended.size === parallel) resolve();
        });
      }),
  );
  const started = Array.from({ length: parallel }, () =>
    host.call("test.ropg", {
      runId: randomUUID(),
      from: "menu-bar",
      username: "robin@contoso.example",
      password: "Practice-Robin-1",
      allowHost: null,
    }),
  );
  await Promise.all([...started, ...heard]);
  for (const tab of open) {
    tab.removeAllListeners("close");
    const closed = once(tab, "close");
    tab.close();
    await closed;
  }
}

it(`${parallel} runs at a time before ${tabs} tabs, again and again, leave the browser host as it was`, async () => {
  const host = await startHost();
  onTestFinished(() => host.app.stop());
  await host.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: true });
  for (let warm = 0; warm < 3; warm += 1) await round(host);
  const idle = await settled(() => heldBy(host.app.pid).descriptors, 40);
  const before = heldBy(host.app.pid);
  for (let more = 0; more < rounds; more += 1) await round(host);
  await settled(() => heldBy(host.app.pid).descriptors, idle);
  const after = heldBy(host.app.pid);
  report(`${rounds} rounds of ${parallel} runs before ${tabs} tabs`, before, after);
  expect(after.megabytes - before.megabytes).toBeLessThan(slack);
  expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 3);
  expect(host.app.complaints()).toBe("");
});
