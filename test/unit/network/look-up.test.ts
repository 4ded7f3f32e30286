import type { LookupAddress, LookupOptions } from "node:dns";
import { describe, expect, it } from "vitest";
import { lookUp } from "../../../main/network/look-up.ts";

function ask(hostname: string, options: LookupOptions): Promise<string | LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookUp(hostname, options, (error, address) => (error === null ? resolve(address) : reject(error)));
  });
}

describe("lookUp", () => {
  it.each([
    [{ all: true }, ["127.0.0.1", "::1"]],
    [{ all: true, family: 4 }, ["127.0.0.1"]],
    [{ all: true, family: "IPv6" }, ["::1"]],
  ] as const)("attack: DNS names another machine for localhost (%j)", async (options, expected) => {
    const found = await ask("LOCALHOST", options);
    expect(Array.isArray(found) ? found.map(({ address }) => address) : found).toEqual(expected);
  });

  it("gives one address where one is asked for", async () => {
    expect(await ask("localhost", {})).toBe("127.0.0.1");
    expect(await ask("localhost", { family: 6 })).toBe("::1");
  });

  it("asks the system for everything else", async () => {
    expect(await ask("127.0.0.9", { all: true })).toEqual([{ address: "127.0.0.9", family: 4 }]);
  });
});
