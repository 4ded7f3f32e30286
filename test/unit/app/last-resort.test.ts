import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { describeFault, installLastResort, type Survival } from "../../../main/app/last-resort.ts";

const secret = "Practice-Robin-1";

function reset(): Error {
  return Object.assign(new Error(`read ECONNRESET ${secret}`), { code: "ECONNRESET", syscall: "read" });
}

function process(survival: Survival) {
  const emitter = new EventEmitter();
  const lines: string[] = [];
  let ended = 0;
  installLastResort(emitter, {
    survival: () => survival,
    log: (line) => void lines.push(line),
    end: () => {
      ended += 1;
    },
  });
  return { emitter, lines, ended: () => ended };
}

const cases: readonly [Survival, "unhandledRejection" | "uncaughtException", unknown, boolean][] = [
  ["nothing", "unhandledRejection", new TypeError(secret), false],
  ["nothing", "uncaughtException", reset(), false],
  ["connections", "unhandledRejection", new TypeError(secret), true],
  ["connections", "uncaughtException", reset(), true],
  ["connections", "uncaughtException", new TypeError(secret), false],
  ["everything", "uncaughtException", new TypeError(secret), true],
  ["everything", "unhandledRejection", secret, true],
];

it.each(cases)(
  "where %s goes on, an %s of %s: goes on is %s; one line, without its text",
  (survival, name, error, goesOn) => {
    const { emitter, lines, ended } = process(survival);
    emitter.emit(name, error);
    expect(ended()).toBe(goesOn ? 0 : 1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^latchkey: .+\. Latchkey (goes on|has to end)\.\n$/);
    expect(lines[0]).not.toContain(secret);
  },
);

it("attack: an error that comes back all the time does not fill a disk", () => {
  const { emitter, lines } = process("everything");
  for (let count = 0; count < 1_000; count += 1) emitter.emit("uncaughtException", reset());
  expect(lines.length).toBeLessThanOrEqual(50);
});

it("says the kind, the code and the place, never what the error says", () => {
  expect(describeFault(reset())).toMatch(/^Error ECONNRESET at last-resort\.test\.ts:\d+:\d+$/);
  const forged = Object.assign(new Error(`x\n    at ${secret} (/a/${secret}:1:1)`), {
    name: secret,
    code: `${secret} x`,
  });
  expect(describeFault(forged)).not.toContain(secret);
  forged.stack = `${secret}: ${secret}`;
  expect(describeFault(forged)).not.toContain(secret);
});
