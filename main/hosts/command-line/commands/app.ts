import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../../core/problem.ts";
import { startBrowserHost } from "../../browser/start.ts";
import { findElectron } from "../../launch/find-electron.ts";
import { openElectron } from "../../launch/open-electron.ts";
import { openInBrowser } from "../../launch/open-in-browser.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";

/** `app`: what `npm start` runs. */
export async function run(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const port = portFrom(call.options["port"]);
  if (typeof port !== "number") return port;
  if (call.options["browser"] !== true) {
    const bundle = fileURLToPath(import.meta.url);
    const electron = await findElectron({
      from: bundle,
      environment: terminal.environment,
      platform: process.platform,
    });
    if ("executable" in electron) {
      const code = await openElectron(electron.executable, builtFile("../.."));
      if (code !== null) return code === 0 ? 0 : 1;
      terminal.stderr("Electron could not be started. The app opens in the browser instead.\n");
    } else {
      terminal.stderr(
        `Electron is not used because ${electron.missing}. The app opens in the browser instead.\n`,
      );
    }
  }
  let forgetLink = (): void => undefined;
  const onLinkUsed = (): void => forgetLink();
  const host = await startBrowserHost({ port, root: builtFile("../renderer"), onLinkUsed });
  if (!host.ok) return host.problem;
  terminal.stdout(`Latchkey is ready at ${host.value.url}\n`);
  if (call.options["no-open"] !== true) {
    const { environment } = terminal;
    const surroundings = { platform: process.platform, environment, home: homedir() };
    forgetLink = await openInBrowser(host.value.url, surroundings);
  }
  await terminal.untilAskedToStop({ signalsOnly: true });
  forgetLink();
  await host.value.stop();
  return 0;
}

function portFrom(value: CommandCall["options"][string]): number | Problem {
  if (value === undefined) return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return {
    code: "wrong-call",
    title: "This port does not exist.",
    detail: `--port was ${JSON.stringify(String(value).slice(0, 20))}.`,
    fix: "Use a number from 1 to 65535, or leave --port out.",
  };
}

/** A file beside the built command line; chunks lie one folder below it. */
function builtFile(relative: string): string {
  const here = import.meta.url;
  const base = here.includes("/chunks/") ? new URL("..", here) : new URL(".", here);
  return fileURLToPath(new URL(relative, base));
}
