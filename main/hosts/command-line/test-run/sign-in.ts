import { homedir } from "node:os";
import { loopbackPlace } from "../../../core/oidc/loopback-redirect.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { SignIn } from "../../../login/ports.ts";
import { loopbackSignIn } from "../../../login/sign-in/loopback.ts";
import { type PasteAnswer, pasteSignIn } from "../../../login/sign-in/paste.ts";
import { openInBrowser } from "../../launch/open-in-browser.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { wrongCall } from "../wrong-call.ts";
import { text } from "./options.ts";

/** How long a person may take on the provider's pages, in milliseconds. */
const patience = 5 * 60_000;

/** The way to sign in that the call asks for, or the one that the redirect URI allows. */
export function chooseSignIn(
  call: CommandCall,
  redirectUri: string,
  terminal: Terminal,
  usage: string,
): Result<SignIn> {
  const wanted = text(call, "redirect");
  if (wanted !== null && wanted !== "loopback" && wanted !== "paste") {
    return fail(wrongCall("--redirect takes loopback or paste.", usage));
  }
  const possible = loopbackPlace(redirectUri) !== null;
  if (wanted === "loopback" && !possible) return fail(noListener(redirectUri));
  const show = (url: string): void => {
    terminal.stderr(`Open: ${url}\n`);
    if (call.options["no-open"] === true) return;
    void openInBrowser(url, {
      platform: process.platform,
      environment: terminal.environment,
      home: homedir(),
    });
  };
  return succeed(
    wanted === "loopback" || (wanted === null && possible)
      ? loopbackSignIn({ show, timeoutMs: patience })
      : pasteSignIn({ show, ask: () => askAddress(terminal) }),
  );
}

async function askAddress(terminal: Terminal): Promise<PasteAnswer> {
  terminal.stderr("Sign in there, then paste the address on which the browser ends, as one line:\n");
  const address = await terminal.readStdinLine();
  return address === null ? { kind: "closed" } : { kind: "pasted", address };
}

function noListener(redirectUri: string): ReturnType<typeof fail>["problem"] {
  return {
    code: "redirect-not-loopback",
    title: "Nothing can listen on the redirect URI of this profile.",
    detail: `${redirectUri} is not http://localhost or http://127.0.0.1 with a port from 1024 on.`,
    fix: "Leave --redirect out, or use --redirect paste.",
  };
}
