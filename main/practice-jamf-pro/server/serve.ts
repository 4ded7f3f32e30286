import type { IncomingMessage } from "node:http";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { createLoopbackServer, type LoopbackLimits } from "../../loopback/loopback-server.ts";
import { answer, json, type PracticeAnswer, type PracticeCall } from "./http.ts";

export type Served = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
};

const limits: LoopbackLimits = { connections: 128, headersMs: 10_000, requestMs: 30_000 };
/** The largest profile that the app opens has 16 MB. */
const largestBody = 40 * 1024 * 1024;

/**
 * Serves a practice Jamf Pro on 127.0.0.1 and nowhere else; another Host header is refused (DNS rebinding).
 *
 * @param port 0 takes a free one
 * @returns the problem `practice-port-unavailable` where the port is taken
 */
export async function serve(
  port: number,
  handle: (call: PracticeCall) => PracticeAnswer,
): Promise<Result<Served>> {
  const { server, listen, close } = createLoopbackServer(limits);
  const listening = await listen(port);
  if (!listening.ok)
    return fail({
      code: "practice-port-unavailable",
      title: "The practice Jamf Pro cannot start.",
      detail: `127.0.0.1 port ${port}: ${listening.code}.`,
      fix: "Choose another port, or leave the port out so that a free one is used.",
    });
  const hosts = new Set([`127.0.0.1:${listening.port}`, `localhost:${listening.port}`]);
  server.on("request", (message, response) => {
    const respond = async (): Promise<PracticeAnswer> => {
      if (!hosts.has((message.headers.host ?? "").toLowerCase()))
        return answer(421, "text/plain", "This server answers for its own loopback address only.");
      const call = await readCall(message);
      return call === null ? answer(400, "text/plain", "The call cannot be read.") : handle(call);
    };
    respond()
      .catch((error: unknown) => json(500, { practice: error instanceof Error ? error.name : "fault" }))
      .then((given) => {
        if (given.cut === "before") return void response.destroy();
        const bytes = Buffer.from(given.body);
        if (given.cut !== "middle") {
          response.writeHead(given.status, { ...given.headers });
          return void response.end(bytes);
        }
        const half = bytes.subarray(0, Math.floor(bytes.length / 2));
        response.writeHead(given.status, { ...given.headers, "Content-Length": half.length });
        response.end(half);
      })
      .catch(() => response.destroy());
  });
  return succeed({ origin: `http://127.0.0.1:${listening.port}`, stop: close });
}

async function readCall(message: IncomingMessage): Promise<PracticeCall | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) return null;
    chunks.push(bytes);
  }
  const path = decoded(new URL(message.url ?? "/", "http://127.0.0.1").pathname);
  if (path === null) return null;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join("; ") : value;
  return { method: message.method ?? "GET", path, headers, body: Buffer.concat(chunks).toString("utf8") };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path).replace(/^\/+|\/+$/g, "");
  } catch {
    return null; // A stray % that encodes nothing.
  }
}
