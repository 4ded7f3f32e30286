import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCodec } from "../../../../e2e/electron-stand-in/page/codec.ts";
import { assertProperty } from "../../../../support/assert-property.ts";

/** As it is in the page: from its text, with nothing of this module around it. */
const here = createCodec();
const there = new Function(`return (${createCodec})()`)() as ReturnType<typeof createCodec>;
const cross = (value: unknown) => there.decode(here.encode(value));

describe("createCodec", () => {
  it("carries whatever structured clone carries", () => {
    const value = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withNullPrototype: false,
    });
    assertProperty(
      fc.property(value, (given) => {
        expect(cross(given)).toEqual(structuredClone(given));
      }),
    );
  });

  it("tells undefined, -0, NaN and infinities apart", () => {
    const values = [undefined, -0, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null];
    for (const value of values) expect(Object.is(cross(value), value)).toBe(true);
  });

  it("keeps cycles and shared objects", () => {
    const shared = { name: "shared" };
    const value: Record<string, unknown> = { a: shared, b: shared };
    value["self"] = value;
    const got = cross(value) as typeof value;
    expect(got["self"]).toBe(got);
    expect(got["a"]).toBe(got["b"]);
  });

  it("keeps class and message of errors", () => {
    const got = cross(new RangeError("too far")) as Error;
    expect(got).toBeInstanceOf(RangeError);
    expect(got.message).toBe("too far");
  });

  it("never lets a key become a prototype", () => {
    const got = cross(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
    expect(Object.hasOwn(got, "__proto__")).toBe(true);
  });

  it.each([
    ["a function", () => 1],
    ["a promise", Promise.resolve()],
    ["a symbol", Symbol("x")],
  ])("refuses %s where nobody holds it", (_name, value) => {
    expect(() => here.encode(value)).toThrow("could not be cloned");
  });

  it("carries functions and promises by number where somebody holds them", async () => {
    const held: ((...args: never[]) => unknown)[] = [];
    const text = here.encode(
      { twice: (n: number) => n * 2, later: Promise.resolve("done") },
      (fn) => held.push(fn) - 1,
    );
    const proxy =
      (id: number) =>
      (...args: unknown[]) =>
        held[id]?.(...(args as never[]));
    const got = there.decode(text, proxy) as { twice: (n: number) => number; later: Promise<string> };
    expect(got.twice(21)).toBe(42);
    expect(await got.later).toBe("done");
  });
});
