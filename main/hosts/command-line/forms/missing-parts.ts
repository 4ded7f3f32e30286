import type { CommandCall } from "../command.ts";

/** The parts that have to be there and are not, in the order of the usage. */
export function lacking(...parts: readonly (readonly [isThere: boolean, part: string])[]): readonly string[] {
  return parts.filter(([isThere]) => !isThere).map(([, part]) => part);
}

/** Whether a call has as many arguments. */
export const has = (call: CommandCall, count: number) => call.positionals.length >= count;

/** Whether a call has a value, or a switch, of that option. */
export const says = ({ options }: CommandCall, name: string) =>
  options[name] !== undefined && options[name] !== "";
