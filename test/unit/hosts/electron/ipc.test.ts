import { describe, expect, it } from "vitest";
import { isOwnMainFrame, registerCalls, registerFiles } from "../../../../main/hosts/electron/ipc.ts";
import { callChannel, fileChannel } from "../../../../preload/bridge.ts";
import { callNames } from "../../../../preload/contract.ts";

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const ownFrame = { url: "app://latchkey/index.html", origin: "app://latchkey", parent: null };
// Only its being there matters.
const someFrame = {} as Electron.WebFrameMain;

describe("isOwnMainFrame", () => {
  it.each([
    ["the app's main frame", ownFrame, true],
    ["a frame that is gone", null, false],
    ["a sub-frame of the same origin", { ...ownFrame, parent: someFrame }, false],
    ["another origin", { ...ownFrame, origin: "https://evil.example" }, false],
    ["an address that only starts alike", { ...ownFrame, url: "app://latchkey.evil.example/" }, false],
    ["an empty document of our origin", { ...ownFrame, url: "about:blank" }, false],
  ])("%s", (_name, frame, own) => {
    expect(isOwnMainFrame(frame)).toBe(own);
  });
});

describe("registerCalls", () => {
  const handlers = new Map<string, Handler>();
  const asked: unknown[] = [];
  const end = registerCalls(
    {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    async (name, input) => {
      asked.push([name, input]);
      return { ok: true, value: name };
    },
  );
  const invoke = (channel: string, senderFrame: object | null, ...args: unknown[]) =>
    handlers.get(channel)?.({ senderFrame } as Electron.IpcMainInvokeEvent, ...args);

  it("listens to the contract's calls and to nothing else", () => {
    expect([...handlers.keys()].sort()).toEqual(callNames.map(callChannel).sort());
  });

  it("passes name and first argument on, for each call", async () => {
    for (const name of callNames) {
      expect(await invoke(callChannel(name), ownFrame, { some: "input" }, "surplus")).toEqual({
        ok: true,
        value: name,
      });
    }
    expect(asked).toEqual(callNames.map((name) => [name, { some: "input" }]));
  });

  it("refuses a stranger with a value, and asks nobody", async () => {
    const before = asked.length;
    const answer = await invoke(callChannel("app.describe"), { ...ownFrame, parent: someFrame }, {});
    expect(answer).toMatchObject({ ok: false, problem: { code: "call-refused" } });
    expect(asked).toHaveLength(before);
  });

  it("takes every handler away again", () => {
    end();
    expect(handlers.size).toBe(0);
  });
});

describe("registerFiles", () => {
  const handlers = new Map<string, Handler>();
  const given: unknown[] = [];
  const end = registerFiles(
    {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    (path) => {
      given.push(path);
      return { ok: true, value: "a-handle" };
    },
  );
  const invoke = (senderFrame: object | null, ...args: unknown[]) =>
    handlers.get(fileChannel)?.({ senderFrame } as Electron.IpcMainInvokeEvent, ...args);

  it("gives the own page a handle for a path", () => {
    expect(invoke(ownFrame, "/home/kim/staff.plist", "surplus")).toEqual({ ok: true, value: "a-handle" });
    expect(given).toEqual(["/home/kim/staff.plist"]);
  });

  it("attack: a frame inside the page and a page of somebody else get no handle", () => {
    for (const frame of [
      { ...ownFrame, parent: someFrame },
      { ...ownFrame, origin: "https://evil.example" },
      null,
    ]) {
      expect(invoke(frame, "/etc/passwd")).toMatchObject({ ok: false, problem: { code: "call-refused" } });
    }
    expect(given).toHaveLength(1);
  });

  it("takes its handler away again", () => {
    end();
    expect(handlers.size).toBe(0);
  });
});
