import { isGuid } from "../core/guid.ts";
import { isThisMachine } from "../core/providers/hosts.ts";
import type { LoginContext } from "./ports.ts";
import type { Gathered } from "./result.ts";

const header = "x-latchkey-practice-adopted-client";

/**
 * The same outside world, which notices when a practice tenant says that it stands in for the client (docs/practice-tenant.md).
 * Only a server on this machine is believed; nobody else is a practice tenant.
 */
export function noticingAdoption<T extends LoginContext>(context: T, gathered: Gathered): T {
  return {
    ...context,
    fetch: async (input, init) => {
      const response = await context.fetch(input, init);
      const adopted = response.headers.get(header) ?? "";
      const address = input instanceof Request ? input.url : String(input);
      if (isGuid(adopted) && isThisMachine(new URL(address).hostname)) gathered.adoptedClient = adopted;
      return response;
    },
  };
}
