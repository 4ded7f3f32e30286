import { homedir } from "node:os";
import { browserRoute, browserSignIn } from "../../../app/runs/browser-sign-in.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { SignIn } from "../../../login/ports.ts";
import type { PasteAnswer } from "../../../login/sign-in/paste.ts";
import { openInBrowser } from "../../launch/open-in-browser.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { wrongCall } from "../wrong-call.ts";
import { text } from "./options.ts";

/** How the call wants the person to sign in: the address on stderr, the answer on standard input where it is pasted. */
export function terminalSignIn(
  call: CommandCall,
  redirectUri: string,
  terminal: Terminal,
  usage: string,
): Result<SignIn> {
  const wanted = text(call, "redirect");
  if (wanted !== null && wanted !== "loopback" && wanted !== "paste") {
    return fail(wrongCall("--redirect takes loopback or paste.", usage));
  }
  const route = browserRoute(redirectUri, wanted);
  if (!route.ok) return route;
  const { environment } = terminal;
  const surroundings = { platform: process.platform, environment, home: homedir() };
  const method = browserSignIn({
    redirectUri,
    route: route.value,
    announce: (url) => terminal.stderr(`Open: ${url}\n`),
    open: call.options["no-open"] === true ? null : (url) => void openInBrowser(url, surroundings),
    ask: () => askAddress(terminal),
  });
  return succeed(method.signIn);
}

async function askAddress(terminal: Terminal): Promise<PasteAnswer> {
  terminal.stderr("Sign in there, then paste the address on which the browser ends, as one line:\n");
  const address = await terminal.readStdinLine();
  return address === null ? { kind: "closed" } : { kind: "pasted", address };
}
