import type { CommandForm } from "./command.ts";
import { application } from "./forms/application.ts";
import { jamfPro } from "./forms/jamf-pro.ts";
import { logins } from "./forms/logins.ts";
import { profiles } from "./forms/profiles.ts";
import { signatures } from "./forms/signatures.ts";
import { tenants } from "./forms/tenants.ts";

/**
 * How every command is called: its usage, its help and what of its arguments is understood, in one place and without loading any
 * command. `--json` and `--help` are understood everywhere and not listed.
 */
export const commandTable = {
  app: application.app,
  ...profiles,
  ...signatures,
  ...logins,
  ...jamfPro,
  ...tenants,
  completion: application.completion,
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof commandTable;

/** The usage line of a command, for a {@link wrongCall}. */
export function usageOf(name: CommandName): string {
  return commandTable[name].usage;
}
