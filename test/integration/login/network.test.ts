import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LoginResult } from "../../../main/core/login-result.ts";
import { runRopg } from "../../../main/login/index.ts";
import { nodeFetch } from "../../../main/network/node-fetch.ts";
import { realContext } from "./context.ts";
import { makeKeys, startProvider } from "./hostile/provider.ts";
import { serve, unusedPort } from "./servers.ts";
import { settingsFor } from "./settings.ts";

const input = { username: "robin@contoso.example", password: "right-password" };

function rules(result: LoginResult): readonly string[] {
  return result.findings.map((finding) => finding.rule);
}

/** An https server with a certificate made for this test. */
async function tlsServer(
  ...extra: readonly string[]
): Promise<{ origin: string; certificate: string; hits: () => number }> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-tls-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const key = join(folder, "key.pem");
  const cert = join(folder, "cert.pem");
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-subj",
      "/CN=test",
      "-keyout",
      key,
      "-out",
      cert,
      ...extra,
    ],
    { stdio: "ignore" },
  );
  let hits = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
    hits += 1;
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { origin: `https://127.0.0.1:${port}`, certificate: cert, hits: () => hits };
}

describe("a provider that cannot be reached", () => {
  test("a host that DNS does not know", async () => {
    const result = await runRopg(
      { ...input, settings: settingsFor("https://nowhere.invalid") },
      realContext(),
    );
    expect(result.outcome).toBe("unreachable");
    expect(rules(result)).toContain("fault-dns");
    expect(result.sentence).toBe("nowhere.invalid was not found. Nothing was sent.");
  });

  test.each([
    ["nowhere.invalid", false, "fault-offline"],
    ["nowhere.invalid", true, "fault-dns"],
  ] as const)("%s, online %s: %s", async (host, online, rule) => {
    const settings = settingsFor(`https://${host}`);
    const result = await runRopg({ ...input, settings }, realContext({ isOnline: () => online }));
    expect(result.outcome).toBe("unreachable");
    expect(rules(result)).toContain(rule);
  });

  test("a refused connection proves a network, whatever the interfaces say", async () => {
    const port = await unusedPort();
    const settings = settingsFor(`http://127.0.0.1:${port}`);
    const result = await runRopg({ ...input, settings }, realContext({ isOnline: () => false }));
    expect(rules(result)).toContain("fault-refused");
  });

  test("a port on which nothing listens", async () => {
    const port = await unusedPort();
    const result = await runRopg(
      { ...input, settings: settingsFor(`http://127.0.0.1:${port}`) },
      realContext(),
    );
    expect(result).toMatchObject({
      outcome: "unreachable",
      passwordVerdict: "not-checked",
      jamfConnect: { accepts: null },
    });
    expect(rules(result)).toContain("fault-refused");
  });

  test("a port that HTTP clients refuse", async () => {
    const result = await runRopg({ ...input, settings: settingsFor("http://127.0.0.1:6000") }, realContext());
    expect(result.outcome).toBe("misconfigured");
    expect(result.sentence).toBe(
      "HTTP clients refuse to connect to 127.0.0.1:6000 because of its port. Nothing was sent.",
    );
    const finding = result.findings.find(({ rule }) => rule === "fault-blocked-port");
    expect(finding?.detail).toContain("The port is 6000.");
    expect(finding?.fix).toMatchObject({
      steps: [expect.stringContaining("another port"), expect.anything()],
    });
  });

  test.each([
    ["[]", "an array"],
    ['"text"', "a string"],
    ["7", "a number"],
    ["null", "null"],
  ])("JSON that is no object: %s", async (body, name) => {
    const { origin } = await serve((_request, response) => response.end(body));
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext());
    expect(result.sentence).toContain("answered with JSON that is not an object.");
    const finding = result.findings.find(({ rule }) => rule === "fault-not-object");
    expect(finding?.detail).toContain(`It is ${name}.`);
    expect(rules(result)).not.toContain("fault-not-json");
  });

  test("a certificate that this machine does not trust is a result, not a question", async () => {
    const { origin } = await tlsServer("-addext", "subjectAltName=IP:127.0.0.1");
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext());
    expect(result.outcome).toBe("unreachable");
    expect(rules(result)).toContain("fault-tls-untrusted");
    expect(result.sentence).toContain("so nothing was sent");
  });

  test("a certificate for another host, although trusted", async () => {
    const { origin, certificate } = await tlsServer("-addext", "subjectAltName=DNS:other.example");
    const fetch = await nodeFetch({ SSL_CERT_FILE: certificate });
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext({ fetch }));
    expect(rules(result)).toContain("fault-tls-name");
  });

  test("a certificate authority of the platform's bundle is trusted", async () => {
    const { origin, certificate } = await tlsServer("-addext", "subjectAltName=IP:127.0.0.1");
    const fetch = await nodeFetch({ SSL_CERT_FILE: certificate });
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext({ fetch }));
    expect(rules(result)).toContain("fault-not-discovery");
  });

  test("https on a port that speaks plain http", async () => {
    const plain = await serve((_request, response) => response.end("{}"));
    const address = plain.origin.replace("http:", "https:");
    const result = await runRopg({ ...input, settings: settingsFor(address) }, realContext());
    expect(result.outcome).toBe("unreachable");
    expect(rules(result)).toContain("fault-tls");
  });

  test("plain http outside this machine is refused before anything is sent", async () => {
    let asked = 0;
    const context = realContext({
      fetch: () => {
        asked += 1;
        return Promise.reject(new Error("must not be called"));
      },
    });
    const result = await runRopg(
      { ...input, settings: settingsFor("http://login.contoso.example") },
      context,
    );
    expect(result.outcome).toBe("misconfigured");
    expect(rules(result)).toContain("discovery-not-https");
    expect(asked).toBe(0);
  });

  test("a run that is stopped ends as cancelled", async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    const result = await runRopg(
      { ...input, settings: settingsFor(server.origin) },
      realContext({ signal: stop.signal }),
    );
    expect(result).toMatchObject({ outcome: "cancelled", passwordVerdict: "not-checked" });
  });
});

/** Switches the certificate checks of this process off, as `NODE_TLS_REJECT_UNAUTHORIZED=0 latchkey …` does. */
function switchChecksOff(): void {
  const name = "NODE_TLS_REJECT_UNAUTHORIZED";
  const before = process.env[name];
  onTestFinished(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
  process.env[name] = "0";
}

describe("the checks of certificates are switched off from outside", () => {
  test("attack: a self-signed certificate of another name gets the password", async () => {
    const { origin, hits } = await tlsServer("-addext", "subjectAltName=DNS:other.example");
    switchChecksOff();
    const fetch = await nodeFetch(process.env);
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext({ fetch }));
    expect(result).toMatchObject({ outcome: "misconfigured", passwordVerdict: "not-checked" });
    expect(rules(result)).toContain("tls-checks-off");
    expect(result.jamfConnect.why).toContain("NODE_TLS_REJECT_UNAUTHORIZED=0");
    expect(hits()).toBe(0);
  });

  test("attack: plain http to this machine is refused too, so that no run looks right meanwhile", async () => {
    const { origin, hits } = await serve((_request, response) => response.end("{}"));
    const fetch = await nodeFetch({ NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext({ fetch }));
    expect(rules(result)).toContain("tls-checks-off");
    expect(hits()).toEqual([]);
  });

  test("attack: Node's own switch changes nothing for a connection of Latchkey", async () => {
    const { origin, hits } = await tlsServer("-addext", "subjectAltName=DNS:other.example");
    switchChecksOff();
    const fetch = await nodeFetch({});
    const result = await runRopg({ ...input, settings: settingsFor(origin) }, realContext({ fetch }));
    expect(rules(result)).toContain("fault-tls-untrusted");
    expect(hits()).toBe(0);
  });
});

describe("the proxy of the environment", () => {
  test("carries requests to other hosts, and loopback goes past it", async () => {
    const asked: string[] = [];
    const proxy = createTcpServer((socket) => {
      socket.once("data", (data) => {
        asked.push(data.toString("latin1").split("\r\n")[0] ?? "");
        socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => new Promise<void>((resolve) => void proxy.close(() => resolve())));
    const address = proxy.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const through = await nodeFetch({ HTTPS_PROXY: `http://127.0.0.1:${port}` });
    const context = realContext({ fetch: through });
    const outside = await runRopg(
      { ...input, settings: settingsFor("https://login.contoso.example") },
      context,
    );
    expect(asked).toEqual(["CONNECT login.contoso.example:443 HTTP/1.1"]);
    expect(rules(outside)).toContain("fault-proxy-login");
    const provider = await startProvider({}, await makeKeys());
    const inside = await runRopg({ ...input, settings: settingsFor(provider.origin) }, context);
    expect(inside.outcome).toBe("succeeded");
    expect(asked).toHaveLength(1);
  });
});

test.each(["127.0.0.1", "127.0.0.2", "[::1]", "localhost"])(
  "attack: a proxy of the environment is handed what goes to %s",
  async (host) => {
    const proxy = await serve((_request, response) => response.end("{}"));
    const fetch = await nodeFetch({ HTTP_PROXY: proxy.origin, HTTPS_PROXY: proxy.origin });
    const closed = await unusedPort();
    const settings = settingsFor(`http://${host}:${closed}`);
    const result = await runRopg({ ...input, settings }, realContext({ fetch }));
    expect(result.outcome).toBe("unreachable");
    expect(proxy.hits()).toEqual([]);
    expect(rules(result)).not.toContain("fault-proxy");
  },
);

test("attack: a name below localhost, which DNS answers, gets the password in clear", async () => {
  const asked: string[] = [];
  const context = realContext({
    fetch: (address) => {
      asked.push(String(address));
      return Promise.reject(new Error("must not be called"));
    },
  });
  const settings = settingsFor("http://login.microsoftonline.com.localhost:8080", "EntraID");
  const result = await runRopg({ ...input, settings }, context);
  expect(rules(result)).toContain("discovery-not-https");
  expect(asked).toEqual([]);
});

test("the clock of the provider is compared with the own one", async () => {
  const provider = await startProvider({}, await makeKeys());
  const ahead = realContext({ now: () => Date.now() + 20 * 60_000 });
  const result = await runRopg({ ...input, settings: settingsFor(provider.origin) }, ahead);
  expect(rules(result)).toContain("fault-clock-skew");
});

test("a connection that is cut while the password is on its way leaves the verdict open", async () => {
  const provider = await startProvider({ tokenAnswer: (response) => response.destroy() }, await makeKeys());
  const result = await runRopg({ ...input, settings: settingsFor(provider.origin) }, realContext());
  expect(result).toMatchObject({ outcome: "unreachable", passwordVerdict: "unknown" });
  expect(provider.hits().filter((hit) => hit.startsWith("POST"))).toHaveLength(1);
});
