import type { Nothing } from "../contract/define.ts";
import { z } from "./zod.ts";

/** What main accepts as the input of each call of an area. */
export type Inputs<Area> = {
  readonly [N in keyof Area]: z.ZodType<Area[N] extends { readonly input: infer I } ? I : never>;
};

export const nothing: z.ZodType<Nothing> = z.strictObject({});
export const runId = z.strictObject({ runId: z.string().min(1).max(64) });
/** What main gave for a file: no path, and nothing that a page could make up. */
export const fileHandle = z.uuid();
export const secret = z.string().max(4096);
export const settingsSource = z.enum(["login", "menu-bar"]);
export const optionalUserName = z.string().max(1024).nullable();
