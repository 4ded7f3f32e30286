import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { callChannel, eventChannel } from "../../../preload/bridge.ts";
import { callNames, eventNames } from "../../../preload/contract.ts";
import { createLatchkey } from "../../../preload/electron/latchkey.ts";
import { inputs } from "../../../preload/inputs.ts";

function connect(invoke: (channel: string, input: unknown) => Promise<unknown>) {
  const emitter = new EventEmitter();
  const latchkey = createLatchkey({
    invoke,
    on: (channel, listener) => emitter.on(channel, listener),
    off: (channel, listener) => emitter.off(channel, listener),
  });
  return { latchkey, emitter };
}

describe("the schemas of the contract", () => {
  it("never try to make code from text, which a page's policy would report", () => {
    expect(Object.keys(inputs).sort()).toEqual([...callNames].sort());
    expect(z.config().jitless).toBe(true);
  });
});

describe("createLatchkey", () => {
  it("sends every call of the contract on its own channel", async () => {
    const sent: string[] = [];
    const { latchkey } = connect(async (channel) => {
      sent.push(channel);
      return { ok: true, value: null };
    });
    for (const name of callNames) await latchkey.call(name, {} as never);
    expect(sent).toEqual(callNames.map(callChannel));
  });

  it("keeps names that the contract does not list inside the page", async () => {
    const sent: string[] = [];
    const { latchkey, emitter } = connect(async (channel) => sent.push(channel));
    for (const name of ["app.quit", "__proto__", "toString", ""]) {
      expect(await latchkey.call(name as "app.describe", {})).toMatchObject({
        problem: { code: "unknown-call" },
      });
      latchkey.on(name as "app.command", () => undefined)();
    }
    expect(sent).toEqual([]);
    expect(emitter.eventNames()).toEqual([]);
  });

  it("turns a failed message into a problem that says nothing of channels", async () => {
    const { latchkey } = connect(async () => {
      throw new Error("Error invoking remote method 'latchkey:call:app.describe': Error: secret");
    });
    const answer = await latchkey.call("app.describe", {});
    expect(answer).toMatchObject({ ok: false, problem: { code: "no-answer" } });
    expect(JSON.stringify(answer)).not.toContain("secret");
  });

  it("gives the page the payload of an event and not the event object", () => {
    const { latchkey, emitter } = connect(async () => null);
    const given: unknown[][] = [];
    const end = latchkey.on("app.command", (...values) => given.push(values));
    const electronEvent = { sender: "ipcRenderer" };
    emitter.emit(eventChannel("app.command"), electronEvent, { command: "open" }, "surplus");
    end();
    emitter.emit(eventChannel("app.command"), electronEvent, { command: "save" });
    expect(given).toEqual([[{ command: "open" }]]);
  });

  it("ends one subscription without touching another", () => {
    const { latchkey, emitter } = connect(async () => null);
    const given: string[] = [];
    for (const name of eventNames) latchkey.on(name, () => given.push(`kept ${name}`));
    const ends = eventNames.map((name) => latchkey.on(name, () => given.push(`ended ${name}`)));
    for (const end of ends) end();
    for (const name of eventNames) emitter.emit(eventChannel(name), {}, {});
    expect(given).toEqual(eventNames.map((name) => `kept ${name}`));
  });
});
