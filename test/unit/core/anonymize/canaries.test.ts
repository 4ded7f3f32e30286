import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import {
  makeReport,
  maskForKeeping,
  type ReportFormat,
  type ReportInput,
} from "../../../../main/core/report/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { buildPaired } from "../../../support/paired.ts";
import {
  acceptedLogin,
  type Cast,
  inputOf,
  mira,
  profileOf,
  refusedCheck,
  runOf,
} from "../report/fixtures.ts";

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const uuid = fc
  .tuple(hex(8), hex(4), hex(4), hex(4), hex(12))
  .map((parts) => parts.join("-"))
  .filter((id) => !/^0{7}/.test(id));
const word = fc.stringMatching(/^[a-z]{3,8}[0-9]{3}$/);
const name = fc.stringMatching(/^[A-Z][a-z]{4,9}q[xz]$/);
const cast: fc.Arbitrary<Cast> = fc.record({
  upn: fc.tuple(word, word, word).map(([a, b, domain]) => `${a}.${b}@${domain}zq.com`),
  fullName: fc.tuple(name, name).map((parts) => parts.join(" ")),
  shortName: word.map((one) => `${one}.zq`),
  objectId: uuid,
  tenantId: uuid,
  appId: uuid,
  policyId: uuid,
  traceId: uuid,
  address: fc
    .tuple(fc.integer({ min: 11, max: 99 }), fc.nat(255), fc.nat(255), fc.nat(255))
    .map((n) => n.join(".")),
  clientSecret: fc.stringMatching(/^[A-Za-z0-9~_]{12,30}$/).map((text) => `S${text}`),
});

/** What a text from outside may do with a value that it repeats. */
const wrappings: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `glued${value}glued`,
  (value) => value.toUpperCase(),
  (value) => `'${value}' (and "${value}")`,
  (value) => encodeURIComponent(value),
  (value) => `next=${encodeURIComponent(encodeURIComponent(value))}`,
  (value) => Buffer.from(value).toString("base64"),
  (value) => Buffer.from(`xy${value}`).toString("base64url"),
  (value) => `https://evil.example/${encodeURIComponent(value)}?q=${encodeURIComponent(value)}#${value}`,
  (value) => `\u001b[31m${value}\u001b[0m`,
  (value) => `| ${value} |\n# ${value}\n<b>${value}</b>`,
  (value) => JSON.stringify({ a: { b: [value] } }),
];

/** Puts a hostile text wherever outside text can come from. */
function infected(who: Cast, text: string): ReportInput {
  const finding: Finding = {
    rule: "r",
    severity: "error",
    certainty: "inferred",
    title: text,
    detail: text,
    where: { keyPath: text, row: text, policyId: text },
    fix: { label: text, steps: [text], link: text },
    source: text,
  };
  const check = refusedCheck(who);
  const login = acceptedLogin(who);
  const exchange = { line: text, headers: { server: text, "x-other": text, location: text }, body: text };
  const result = {
    ...check,
    provider: text,
    asked: {
      ...check.asked,
      host: text,
      tenant: text,
      client: text,
      scopes: [text],
      resource: text,
      redirectUri: text,
      person: text,
    },
    sentence: text,
    factorEvidence: text,
    jamfConnect: { ...check.jamfConnect, why: text },
    signInLog: { ...check.signInLog, note: text },
    error: {
      oauthError: text,
      name: text,
      suberror: text,
      description: text,
      resource: text,
      correlationId: text,
      timestamp: text,
    },
    account: {
      shortName: text,
      fullName: text,
      role: "standard",
      because: { role: text },
      decidedBy: { shortName: [text], fullName: [], role: [text] },
    } as const,
    tokens: {
      ...login.tokens,
      access: {
        header: { x: text },
        claims: {
          custom: text,
          roles: [text],
          [text]: text,
          nested: { deep: [text] },
          scp: text,
          groups: [text],
        },
        signature: "invalid" as const,
        checks: [{ id: "issuer", title: "Issuer", outcome: "failed" as const, detail: text }],
        problems: [text],
      },
    },
    steps: [
      ...check.steps,
      {
        id: "x",
        title: "X",
        status: "failed" as const,
        ms: 1,
        note: text,
        request: exchange,
        response: exchange,
      },
    ],
    findings: [finding],
    prediction: { mfa: "yes", blocked: "no", text, policies: [{ id: text, displayName: text }] } as const,
  };
  const paired = buildPaired({ sentence: text, evidence: [text], findings: [finding] });
  const input = inputOf(who);
  return {
    ...input,
    runs: [
      ...input.runs,
      { record: runOf([login, result], who, { kind: "both", paired }), profileIsCurrent: false },
    ],
    profile: input.profile === null ? null : { ...input.profile, name: text, findings: [finding] },
    prediction: {
      recipe: null,
      signIns: [
        {
          id: "login-window",
          resource: text,
          resourceName: text,
          verdict: { mfa: "yes", blocked: "no", lockout: "no", text },
          policies: [
            { id: text, displayName: text, state: text, applies: "yes", effect: text, because: [text] },
          ],
        },
      ],
    },
  };
}

/** The value itself, and the forms in which software repeats it. Capitals do not hide anybody. */
function forms(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ].map((form) => form.toLowerCase());
}

function make(input: ReportInput, format: ReportFormat): string {
  const made = makeReport(input, format);
  if (!made.ok) throw new Error(made.problem.title);
  // Stored without compression, so every file of a bundle can be searched in it.
  return new TextDecoder("latin1").decode(made.value.bytes);
}

function disclosed(text: string, values: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return values.filter((value) => forms(value).some((form) => lower.includes(form)));
}

const identities = (who: Cast) => [
  who.upn,
  who.upn.split("@")[1] ?? "",
  who.objectId,
  who.tenantId,
  who.appId,
  who.policyId,
  who.traceId,
  who.clientSecret,
];

describe("a masked report", () => {
  test.each(["markdown", "html", "json", "bundle"] as const)(
    "as %s names nobody of its own runs",
    (format) => {
      const text = make(inputOf(mira), format);
      const values = [
        ...identities(mira),
        mira.fullName,
        mira.shortName,
        mira.address,
        "contoso",
        "4711",
        "proxy7",
      ];
      expect(disclosed(text, values)).toEqual([]);
      for (const file of ["Sales of", "Berlin", "background.png", "Welcome to", "ladmin"]) {
        expect(text).not.toContain(file);
      }
    },
  );

  test("names nobody, whatever texts from outside repeat, however they are encoded", () => {
    assertProperty(
      fc.property(
        cast,
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(...wrappings),
        fc.constantFrom<ReportFormat>("markdown", "html", "json", "bundle"),
        (who, chosen, wrap, format) => {
          const values = identities(who);
          const text = make(infected(who, wrap(values[chosen] ?? "")), format);
          expect(disclosed(text, values)).toEqual([]);
        },
      ),
      "dear",
    );
  });

  test("gives one value one label, and two values two", () => {
    assertProperty(
      fc.property(cast, (who) => {
        const one = JSON.parse(make(inputOf(who), "json"));
        const again = JSON.parse(make(inputOf(who), "json"));
        expect(again).toEqual(one);
        const settings = new Map<string, string>(
          one.profile.settings.map((line: { keyPath: string; value: string }) => [line.keyPath, line.value]),
        );
        const claims = one.runs[1].results[0].tokens.id.claims;
        expect(claims.tid).toBe(settings.get("OIDCTenant"));
        expect(claims.aud).toBe(settings.get("OIDCClientID"));
        expect(settings.get("IdPSettings.ROPGID")).toBe(claims.aud);
        expect(settings.get("OIDCScopes")).toBe(`openid+profile+api://${claims.aud}/jamfconnect`);
        expect(claims.iss).toBe(`https://sts.windows.net/${claims.tid}/`);
        expect(new Set([claims.tid, claims.aud, claims.oid, claims.upn, claims.name]).size).toBe(5);
      }),
      "dear",
    );
  });
});

describe("a report that shows everybody", () => {
  test.each(["markdown", "html", "json", "bundle"] as const)("as %s still holds no secret", (format) => {
    const text = make(
      { ...infected(mira, `the secret is ${mira.clientSecret}`), identities: "shown" },
      format,
    );
    expect(text).toContain(mira.tenantId);
    expect(disclosed(text, [mira.clientSecret, `license-${mira.clientSecret}`])).toEqual([]);
  });
});

describe("a kept run", () => {
  test("names nobody", () => {
    assertProperty(
      fc.property(
        cast,
        fc.constantFrom(...wrappings),
        fc.integer({ min: 0, max: 6 }),
        (who, wrap, chosen) => {
          const values = identities(who).slice(0, 7);
          const record = infected(who, wrap(values[chosen] ?? "")).runs.at(-1)?.record;
          if (record === undefined) throw new Error("no run");
          const kept = maskForKeeping(record);
          expect(kept.masked).toBe(true);
          expect(disclosed(JSON.stringify(kept), values)).toEqual([]);
        },
      ),
      "dear",
    );
  });

  test("of another session keeps its labels apart from those of the report", () => {
    const kept = maskForKeeping(runOf([acceptedLogin(mira)], mira));
    const other: Cast = {
      ...mira,
      upn: "theo@fabrikam.com",
      tenantId: "22223333-3333-4444-8555-666677778888",
    };
    const input = inputOf(other, {
      runs: [
        { record: runOf([acceptedLogin(other)], other), profileIsCurrent: true },
        { record: { ...kept, startedAt: "2026-11-01T00:00:00.000Z" }, profileIsCurrent: false },
      ],
      profile: null,
    });
    const [fresh, old] = JSON.parse(make(input, "json")).runs;
    expect(fresh.results[0].tokens.id.claims.tid).toBe("tenant-1");
    expect(old.kept).toBe(true);
    expect(old.results[0].tokens.id.claims.tid).toBe("tenant-1-kept-1");
    expect(profileOf(mira).format).toBe("mobileconfig");
  });
});
