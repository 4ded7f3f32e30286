import { describe, expect, it } from "vitest";
import { Bare, createEvent, onlyEvents, onlyKeys, strict } from "../../../../e2e/electron-stand-in/strict.ts";

type Thing = { known: number; missing: () => void; name: string };

describe("strict", () => {
  it("throws by name for what is not covered, reading and writing", () => {
    const thing = strict<Thing>("Thing", { known: 1 });
    expect(thing.known).toBe(1);
    expect(() => thing.missing()).toThrow("stand-in: Thing.missing is not covered");
    expect(() => {
      thing.name = "x";
    }).toThrow("stand-in: Thing.name is not covered");
  });

  it("can be awaited and printed like any object", async () => {
    const thing = strict<Thing>("Thing", { known: 1 });
    expect(await thing).toBe(thing);
    expect(JSON.stringify(thing)).toBe('{"known":1}');
  });

  it("throws as Electron does when the object has ended", () => {
    let over = false;
    const thing = strict<Thing>("Thing", { known: 1, name: "x" }, { isOver: () => over, ends: ["known"] });
    expect(thing.known).toBe(1);
    over = true;
    expect(() => thing.known).toThrow("Object has been destroyed");
    expect(thing.name).toBe("x");
  });
});

describe("onlyEvents", () => {
  it("refuses listeners for events that never come", () => {
    class Emitter extends Bare {
      declare on: (name: string, listener: () => void) => void;
    }
    const emitter = new Emitter();
    onlyEvents("Emitter", emitter, ["ready"]);
    emitter.on("ready", () => undefined);
    expect(() => emitter.on("never", () => undefined)).toThrow('stand-in: Emitter never emits "never"');
  });
});

describe("onlyKeys", () => {
  it("names the option that it does not know", () => {
    expect(() => onlyKeys("Options", { kiosk: true }, ["width"])).toThrow(
      "option Options.kiosk is not covered",
    );
  });
});

describe("createEvent", () => {
  it("remembers that somebody prevented it", () => {
    const event = createEvent({ url: "x" });
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
    expect(event).toMatchObject({ url: "x", defaultPrevented: true });
  });
});
