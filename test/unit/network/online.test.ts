import type { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { hasNetwork } from "../../../main/network/online.ts";

type Interfaces = ReturnType<typeof networkInterfaces>;

const address = (internal: boolean): NonNullable<Interfaces[string]> => [
  {
    address: "192.0.2.1",
    netmask: "255.255.255.0",
    family: "IPv4",
    mac: "00:00:00:00:00:00",
    cidr: "192.0.2.1/24",
    internal,
  },
];

test.each([
  ["nothing but the loopback interface", { lo: address(true) }, false],
  ["an interface without an address", { lo: address(true), en0: [] }, false],
  ["Wi-Fi with an address", { lo: address(true), en0: address(false) }, true],
  ["no interfaces at all", {}, false],
] as const)("%s", (_what, interfaces, online) => {
  expect(hasNetwork(interfaces as unknown as Interfaces)).toBe(online);
});
