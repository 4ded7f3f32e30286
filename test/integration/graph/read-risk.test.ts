import { expect, test } from "vitest";
import { readRisk } from "../../../main/app/sign-ins/read-risk.ts";
import type { RiskDetection } from "../../../main/core/sign-ins/risk-detections.ts";
import { type GraphPorts, readRiskDetections, riskScopes, signInScopes } from "../../../main/graph/index.ts";
import { passwordForm, postToken, start } from "../practice-tenant/support.ts";
import { connect } from "./support.ts";

const origin = "https://graph.example";
const guid = (number: number) => `0b0b0b0b-1111-4222-8333-${String(number).padStart(12, "0")}`;

function graphOf(answer: (url: URL) => Response) {
  const asked: URL[] = [];
  const ports: GraphPorts = {
    fetch: async (url) => {
      asked.push(new URL(String(url)));
      return answer(new URL(String(url)));
    },
    origin,
    token: async () => ({ ok: true, value: "token" }),
    wait: async () => undefined,
    purpose: "sign-ins",
    signal: new AbortController().signal,
  };
  return { ports, asked };
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** As Graph's own documentation shows one. */
const documented = {
  "@odata.type": "#microsoft.graph.riskDetection",
  id: "6a5874ca-abcd-9d82-5ad39bd71600",
  requestId: "6A5874CA-ABCD-9d82-5ad39bd71600",
  correlationId: "abcd74ca-9823-4b1c-9d82-5ad39bd71600",
  riskEventType: "unfamiliarFeatures",
  riskState: "atRisk",
  riskLevel: "medium",
  activity: "signin",
  activityDateTime: "2018-09-05T00:09:18.7822851Z",
  detectedDateTime: "2018-09-05T00:11:27.773602Z",
  userId: guid(1),
};

test("detections are read for ten people at a time, page by page, and what somebody settled is left out", async () => {
  const people = Array.from({ length: 12 }, (_, index) => guid(index).toUpperCase());
  const { ports, asked } = graphOf((url) => {
    if (url.searchParams.has("$skiptoken"))
      return json({
        value: [{ userId: guid(2), riskEventType: "leakedCredentials", requestId: null }, null, "x"],
      });
    const others = ["remediated", "dismissed", "confirmedSafe"].map((riskState) => ({
      ...documented,
      riskState,
    }));
    return url.searchParams.get("$filter")?.toLowerCase().includes(guid(11))
      ? json({
          value: [
            { ...documented, userId: guid(11) },
            { ...documented, userId: guid(99) },
          ],
        })
      : json({
          value: [documented, ...others],
          "@odata.nextLink": `${origin}/v1.0/identityProtection/riskDetections?$skiptoken=x`,
        });
  });
  const read = await readRiskDetections(ports, [...people, "no id' or 1 eq 1"]);
  const found = read.ok ? read.value : new Map<string, readonly RiskDetection[]>();
  const of = (index: number) => found.get(people[index] ?? "");
  expect([...found.keys()]).toEqual(people);
  expect(of(1)).toEqual([
    {
      id: documented.id,
      type: "unfamiliarFeatures",
      at: documented.activityDateTime,
      requestId: documented.requestId.toLowerCase(),
      correlationId: documented.correlationId,
    },
  ]);
  expect(of(2)).toMatchObject([{ type: "leakedCredentials", requestId: null, correlationId: null }]);
  expect([of(0), of(11)?.length]).toEqual([[], 1]);
  const filters = asked.map((url) => url.searchParams.get("$filter")?.match(/userId eq '/g)?.length);
  expect(filters).toEqual([10, undefined, 2]);
  expect(asked[0]?.pathname).toBe("/v1.0/identityProtection/riskDetections");
  expect(asked[0]?.searchParams.get("$top")).toBe("500");
});

test("nobody is asked about where nobody at risk has such rows", async () => {
  const { ports, asked } = graphOf(() =>
    json({ value: [{ id: guid(1), userPrincipalName: "Kim@contoso.com", riskState: "atRisk" }] }),
  );
  const read = await readRisk(ports, new Set(["robin@contoso.com"]));
  expect(read).toMatchObject({ value: { people: [{ user: "kim@contoso.com" }], unread: null } });
  expect(asked.map(({ pathname }) => pathname)).toEqual(["/v1.0/identityProtection/riskyUsers"]);
});

test("a tenant without the licence for detections still says who is at risk", async () => {
  const { ports } = graphOf((url) =>
    url.pathname.endsWith("riskyUsers")
      ? json({ value: [{ id: guid(1), userPrincipalName: "kim@contoso.com", riskState: "atRisk" }] })
      : json({ error: { code: "Forbidden", message: "Your tenant is not licensed for this feature." } }, 403),
  );
  const read = await readRisk(ports, new Set(["kim@contoso.com"]));
  expect(read).toMatchObject({
    value: {
      people: [{ user: "kim@contoso.com" }],
      unread: { code: "graph-licence-missing", fix: expect.stringMatching(/^Look at the risky users/) },
    },
  });
});

test("a token without the permission for detections still says who is at risk, and names the permission", async () => {
  const practice = await start("api-excluded", (tenant) => ({
    ...tenant,
    users: tenant.users.map((user, index) => (index === 0 ? { ...user, riskLevel: "high" } : user)),
  }));
  const [{ username = "" } = {}] = practice.description.accounts;
  await postToken(practice, passwordForm(practice));
  const scopes = [...signInScopes, ...riskScopes.filter((scope) => scope !== "IdentityRiskEvent.Read.All")];
  const { ports } = await connect(practice, { scopes, purpose: "sign-ins" });
  const read = await readRisk(ports, new Set([username]));
  expect(read).toMatchObject({
    value: {
      people: [{ user: username, level: "high" }],
      unread: { code: "graph-consent-missing", fix: expect.stringContaining("IdentityRiskEvent.Read.All") },
    },
  });
  expect(read.ok && read.value.detections.size).toBe(0);
});
