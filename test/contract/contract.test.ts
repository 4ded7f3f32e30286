import { afterEach, describe, expect, it } from "vitest";
import { callChannel, eventChannel } from "../../preload/bridge.ts";
import { callNames, eventNames } from "../../preload/contract.ts";
import { inputs } from "../../preload/inputs.ts";
import { type Bench, createBench } from "./bench.ts";
import { callTests } from "./call-tests.ts";
import { eventTests } from "./event-tests.ts";

let bench: Bench | undefined;
afterEach(() => bench?.session.dispose());
const fresh = (): Bench => {
  bench = createBench();
  return bench;
};

describe("the contract as a whole", () => {
  it("every call and every event has a test, and no test is left over", () => {
    expect(Object.keys(callTests).sort()).toEqual([...callNames].sort());
    expect(Object.keys(eventTests).sort()).toEqual([...eventNames].sort());
  });

  it("channel names are unique", () => {
    const channels = [...callNames.map(callChannel), ...eventNames.map(eventChannel)];
    expect(new Set(channels).size).toBe(channels.length);
  });

  it("refuses a call that is not listed, whatever its name", async () => {
    for (const name of ["profile.delete", "constructor", "__proto__", "toString", ""]) {
      expect((await fresh().problem(name, {})).code).toBe("unknown-call");
    }
  });
});

describe.each(callNames)("%s", (name) => {
  it("has a schema that takes objects only and nothing surplus", () => {
    for (const input of [undefined, null, 1, "x", [], { surplus: true }]) {
      expect(inputs[name].safeParse(input).success, JSON.stringify(input)).toBe(false);
    }
  });

  it("has a handler: a wrong input is refused by the schema, not by chance", async () => {
    expect((await fresh().problem(name, { surplus: "a-value-that-must-not-come-back" })).code).toBe(
      "wrong-input",
    );
    expect(JSON.stringify(await fresh().problem(name, "a-value-that-must-not-come-back"))).not.toContain(
      "must-not",
    );
  });

  it("does what it promises", () => callTests[name](fresh()));
});

describe.each(eventNames)("event %s", (name) => {
  it("is announced", () => eventTests[name](fresh()));
});
