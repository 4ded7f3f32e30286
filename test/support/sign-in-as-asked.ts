import { expect } from "vitest";
import type { PracticeTenant } from "../../main/practice-tenant/index.ts";
import { submit, visit } from "./practice-pages.ts";
import type { RecordingTerminal } from "./recording-terminal.ts";

/** Does what the terminal asks the person to do: opens the page, types the code, signs in with a device code. */
export async function signInAsAsked(terminal: RecordingTerminal, practice: PracticeTenant): Promise<void> {
  const asked = /Open: (\S+)\nType this code: (\S+)\n/;
  await expect.poll(() => terminal.err(), { timeout: 60_000 }).toMatch(asked);
  const [, page = "", code = ""] = asked.exec(terminal.err()) ?? [];
  const [account] = practice.description.accounts;
  const form = await submit(await visit(page), practice, { otc: code });
  const named = { loginfmt: account?.username ?? "", passwd: account?.password ?? "" };
  const second = await submit(form, practice, named);
  const otc = account?.mfa?.code ?? "";
  const question = second.text.includes('inputmode="numeric"')
    ? await submit(second, practice, { otc })
    : second;
  await submit(question, practice, { answer: "accept" });
}
