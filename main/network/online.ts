import { networkInterfaces } from "node:os";

/**
 * Whether any interface but the loopback one has an address. True says nothing about the way to a host; false says that
 * there is none.
 *
 * @param interfaces as Node lists them
 */
export function hasNetwork(interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces()): boolean {
  return Object.values(interfaces).some((addresses) => addresses?.some(({ internal }) => !internal) === true);
}
