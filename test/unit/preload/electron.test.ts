import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { callChannel, eventChannel, fileChannel } from "../../../preload/bridge.ts";
import { callNames, eventNames } from "../../../preload/contract.ts";
import { createLatchkey } from "../../../preload/electron/latchkey.ts";
import { inputs } from "../../../preload/inputs.ts";

function connect(
  invoke: (channel: string, input: unknown) => Promise<unknown>,
  pathOf: (file: object) => string = () => "",
) {
  const emitter = new EventEmitter();
  const latchkey = createLatchkey({
    invoke,
    pathOf,
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

  it("gives main the path that Electron knows of a file, and the page the handle only", async () => {
    const sent: unknown[][] = [];
    const file = { name: "staff.mobileconfig", path: "/what/the/page/says" };
    const { latchkey } = connect(
      async (...message) => {
        sent.push(message);
        return { ok: true, value: "a-handle" };
      },
      (given) => (given === file ? "/Users/kim/staff.mobileconfig" : ""),
    );
    expect(await latchkey.giveFile(file)).toEqual({ ok: true, value: "a-handle" });
    expect(sent).toEqual([[fileChannel, "/Users/kim/staff.mobileconfig"]]);
  });

  it("attack: what is no file is a problem, and nothing that it says leaves the page", async () => {
    const sent: unknown[] = [];
    const noFile = () => {
      throw new TypeError("secret: is not a File");
    };
    const { latchkey } = connect(async (...message) => sent.push(message), noFile);
    for (const thing of ["/etc/passwd", { path: "/etc/passwd" }, null]) {
      const answer = await latchkey.giveFile(thing as object);
      expect(answer).toMatchObject({ ok: false });
      expect(JSON.stringify(answer)).not.toContain("secret");
    }
    expect(sent).toEqual([]);
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
