import { expect, test } from "vitest";
import { type GraphPorts, readSignIns, waitForSignIn } from "../../../main/graph/index.ts";

const origin = "https://graph.example";
const appId = "0a0a0a0a-1111-4222-8333-444455556666";
const correlationId = "0b0b0b0b-1111-4222-8333-444455556666";

/** A Graph that answers in turn; what it was asked, and what was waited for, can be looked at. */
function graphOf(answer: (url: URL, time: number) => Response) {
  const asked: URL[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  const ports: GraphPorts = {
    fetch: async (url) => {
      asked.push(new URL(String(url)));
      return answer(new URL(String(url)), asked.length);
    },
    origin,
    token: async () => ({ ok: true, value: "token" }),
    wait: async (ms) => void waits.push(ms),
    purpose: "sign-ins",
    signal: stop.signal,
  };
  return { ports, asked, waits, stop };
}

const json = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), { status, headers });
const filterOf = (url: URL | undefined) => url?.searchParams.get("$filter") ?? "";
const isOther = (url: URL) => filterOf(url).includes("nonInteractiveUser");

test("both kinds of rows are read page by page, of the applications and the time that are asked about", async () => {
  const { ports, asked } = graphOf((url) => {
    if (isOther(url)) return json({ value: [{ id: "3" }] });
    if (url.searchParams.has("$skiptoken")) return json({ value: [{ id: "2" }] });
    return json({ value: [{ id: "1" }], "@odata.nextLink": `${origin}/beta/auditLogs/signIns?$skiptoken=x` });
  });
  const taken: unknown[] = [];
  const read = await readSignIns(
    ports,
    { appIds: [appId.toUpperCase(), "no id' or 1 eq 1"], since: new Date("2026-11-09T08:00:00.123Z") },
    async (rows, { kind, rows: all }) => void taken.push([rows, kind, all]),
  );
  expect(read).toEqual({ ok: true, value: 3 });
  expect(taken).toEqual([
    [[{ id: "1" }], "interactive", 1],
    [[{ id: "2" }], "interactive", 2],
    [[{ id: "3" }], "non-interactive", 3],
  ]);
  const [first, , third] = asked;
  expect(first?.pathname).toBe("/beta/auditLogs/signIns");
  const common = `createdDateTime ge 2026-11-09T08:00:00Z and (appId eq '${appId}') and`;
  expect(filterOf(first)).toBe(`${common} signInEventTypes/any(t: t eq 'interactiveUser')`);
  expect(filterOf(third)).toBe(`${common} signInEventTypes/any(t: t eq 'nonInteractiveUser')`);
});

test("a Graph that throttles is waited for as long as it says, and a stop ends it", async () => {
  const busy = graphOf((_url, time) =>
    time === 2 ? json({}, { "retry-after": "7" }, 429) : json({ value: [] }),
  );
  expect(await readSignIns(busy.ports, { appIds: [], since: new Date(0) }, async () => undefined)).toEqual({
    ok: true,
    value: 0,
  });
  expect(busy.waits).toEqual([7000]);
  const stopped = graphOf(() => json({ value: [{ id: "1" }], "@odata.nextLink": `${origin}/beta/x` }));
  const read = await readSignIns(stopped.ports, { appIds: [], since: new Date(0) }, async () => {
    stopped.stop.abort();
  });
  expect(!read.ok && read.problem.code).toBe("graph-stopped");
  expect(stopped.asked).toHaveLength(1);
});

test("the row of a test is asked for with patience until the log has it, in both kinds", async () => {
  const row = { id: "req-2", correlationId };
  const { ports, asked, waits } = graphOf((url, time) =>
    json({ value: time >= 5 && isOther(url) ? [{ id: "req-1", correlationId }, row] : [] }),
  );
  const times: number[] = [];
  const found = await waitForSignIn(ports, { correlationId, requestId: "req-2" }, (time) => times.push(time));
  expect(found).toEqual({ ok: true, value: row });
  expect(times).toEqual([1, 2, 3]);
  expect(waits).toEqual([15_000, 30_000]);
  expect(filterOf(asked[0])).toContain(`correlationId eq '${correlationId}' and`);
});

test("a row that does not arrive is given up after a quarter of an hour, and without an id nothing is asked", async () => {
  const { ports, asked, waits } = graphOf(() => json({ value: [] }));
  expect(await waitForSignIn(ports, { correlationId, requestId: null })).toEqual({ ok: true, value: null });
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(15 * 60_000);
  const before = asked.length;
  expect(await waitForSignIn(ports, { correlationId: "x' or true", requestId: null })).toEqual({
    ok: true,
    value: null,
  });
  expect(asked).toHaveLength(before);
});
