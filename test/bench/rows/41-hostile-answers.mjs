import { generateKeyPairSync } from "node:crypto";
import { importBundled } from "../support/bundle.mjs";
import { timed } from "../support/timing.mjs";

const origin = "http://127.0.0.1:1";
const megabyte = 1_000_000;

/** The slowest of many runs, each against a provider that puts 1 MB of something harmful into one of its answers. */
export const row = {
  what: "worst time of a login test for any answer of a provider (1 MB, nested, any shape)",
  aim: { ms: 200 },
  measure: async () => {
    const { runRopg, runOidc } = await importBundled("main/login/index.ts");
    const { login, check } = inputs();
    const runs = {
      login: (context) => runOidc(login, context),
      check: (context) => runRopg(check, context),
    };
    const measured = [];
    for (const [what, bodies] of hostileAnswers()) {
      for (const kind of ["login", "check"]) {
        measured.push({ what: `${kind}, ${what}`, kind, bodies, ms: await timeOf(runs[kind], bodies, what) });
      }
    }
    // The slowest again, best of three: what the machine did beside is not the answer's doing.
    const slowest = measured.sort((a, b) => b.ms - a.ms).slice(0, 12);
    for (const one of slowest) {
      for (let round = 0; round < 2; round += 1) {
        one.ms = Math.min(one.ms, await timeOf(runs[one.kind], one.bodies, one.what));
      }
    }
    const [worst] = slowest.sort((a, b) => b.ms - a.ms);
    process.stderr.write(`  the slowest of ${measured.length}: ${worst.what}\n`);
    return { ours: worst.ms };
  },
};

/** Milliseconds of one run, without what the provider took to make its answers. */
async function timeOf(run, bodies, what) {
  const provider = answers(bodies);
  let result;
  const ms = await timed(async () => {
    result = await run(contextOf(provider.fetch));
  });
  if (typeof result.outcome !== "string") throw new Error(`${what}: no verdict`);
  return ms - provider.spent();
}

/** What fills an answer: shapes that cost much for their size, somewhere. */
function fillers() {
  const repeat = (piece, size = megabyte - 200) => piece.repeat(Math.floor(size / piece.length));
  const nested = (open, shut) => {
    const levels = Math.floor((megabyte - 200) / (open.length + shut.length));
    return `${open.repeat(levels)}1${shut.repeat(levels)}`;
  };
  const shallow = (open, shut, times) =>
    `${open.repeat(times)}${JSON.stringify(repeat("x", 900_000))}${shut.repeat(times)}`;
  return [
    ["arrays in arrays", nested("[", "]")],
    ["objects in objects", nested('{"a":', "}")],
    ["a text 60 levels deep", shallow("[", "]", 60)],
    ["numbers", `[${repeat("0,")}0]`],
    [
      "9,900 texts",
      `[${Array.from({ length: 9_900 }, (_, at) => JSON.stringify(repeat("ab%41", 90) + at)).join(",")}]`,
    ],
    [
      "9,900 members",
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 9_900 }, (_, at) => [`m${at}${repeat("%5Cu0041", 64)}`, at])),
      ),
    ],
    [
      "objects of one member",
      `[${Array.from({ length: 4_900 }, (_, at) => `{"password${at}":"${repeat("&#x41;", 150)}"}`).join(",")}]`,
    ],
    ...[
      ["one letter", "a"],
      ["blanks", " "],
      ["percent escapes", "%41"],
      ["percent escapes of escapes", "%2541"],
      ["entities", "&#x41;"],
      ["base64", "QUFB"],
      ["base64 of base64", "UVVGQg"],
      ["hexadecimal digits", "4141"],
      ["error codes", "AADSTS50076: "],
      ["trailers", "Trace ID: "],
      ["tokens", "eyJhbGciOi.eyJh."],
      ["form fields", "password=a&"],
      ["titles", "<title"],
      ["the password", "a password of the bench"],
      ["the beginning of the password", "a password of the benc "],
      ["accents", "é"],
      ["halves of pairs", "\\\\ud800"],
    ].map(([what, piece]) => [`a text of ${what}`, JSON.stringify(repeat(piece, (megabyte - 400) / 2))]),
    ["no JSON, quotation marks", `"a":"${repeat('"a":"')}`],
    ["no JSON, backslashes", `{"a":"${repeat("\\")}`],
    ["a page of titles", `<!doctype html>${repeat("<title")}`],
    ["a page of error codes", `<!doctype html>${repeat("AADSTS50076:")}`],
    ["a form", repeat("password=a&")],
  ];
}

/** Every place of the protocol into which a provider can put a filler. */
function* hostileAnswers() {
  const encode = (text) => Buffer.from(text).toString("base64url");
  for (const [what, filler] of fillers()) {
    const members = (rest) => () => `${JSON.stringify(rest).slice(0, -1)},"x":${filler}}`;
    const named = (name, rest) => () =>
      `${JSON.stringify(rest).slice(0, -1)},${JSON.stringify(name)}:${filler}}`;
    yield [`discovery is ${what}`, { discovery: () => filler }];
    yield [`discovery with ${what}`, { discovery: members(discovery) }];
    yield [`issuer is ${what}`, { discovery: named("issuer", discovery) }];
    yield [`keys are ${what}`, { keys: () => filler }];
    yield [`keys with ${what}`, { keys: members({ keys: [] }) }];
    yield [`token answer is ${what}`, { token: () => filler }];
    yield [`userinfo is ${what}`, { userinfo: () => filler }];
    yield [`userinfo with ${what}`, { userinfo: members({ sub: "s" }) }];
    yield [`sign-in page is ${what}`, { authorize: () => filler }];
    for (const name of ["error", "error_description", "error_codes", "claims", "suberror", "trace_id"]) {
      yield [
        `${name} is ${what}`,
        { token: named(name, { error: "invalid_grant", error_description: "AADSTS50076: x" }) },
      ];
    }
    for (const name of ["access_token", "refresh_token", "id_token", "scope"]) {
      yield [`${name} is ${what}`, { token: named(name, { token_type: "Bearer", access_token: "opaque" }) }];
    }
    const half = filler.length > 700_000 ? null : filler;
    for (const alg of ["none", "RS256"]) {
      const header = encode(JSON.stringify({ alg }));
      const inside = half ?? shortened(filler);
      const token = (claims) =>
        `${header}.${encode(claims)}.${alg === "none" ? "" : encode("x".repeat(256))}`;
      for (const [place, claims] of [
        [`${alg} claims are`, inside],
        [`${alg} claims with`, `{"sub":"s","x":${inside}}`],
        [`${alg} aud is`, `{"sub":"s","aud":${inside}}`],
        [
          `${alg} name is`,
          `{"sub":"s","name":${inside},"email":${inside.length < 300_000 ? inside : '"a@b"'}}`,
        ],
      ]) {
        yield [
          `${place} ${what}`,
          { token: () => JSON.stringify({ token_type: "Bearer", id_token: token(claims) }) },
        ];
      }
      yield [
        `${alg} access token with ${what}`,
        {
          token: () =>
            JSON.stringify({
              token_type: "Bearer",
              access_token: token(`{"x":${inside}}`),
              id_token: "a.b.c",
            }),
        },
      ];
    }
  }
  yield* hostileKeys();
}

/** The same shape in the 700 kB that fit into a token. */
function shortened(filler) {
  if (filler.startsWith("[[")) return `${"[".repeat(300_000)}1${"]".repeat(300_000)}`;
  if (filler.startsWith('{"a":{')) return `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  if (filler.startsWith("[0,")) return `[${"0,".repeat(300_000)}0]`;
  return JSON.stringify(filler.slice(0, 300_000));
}

function* hostileKeys() {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const good = { ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
  const large = Buffer.alloc(375, 0xff).toString("base64url");
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = JSON.stringify({
    token_type: "Bearer",
    id_token: `${encode({ alg: "RS256" })}.${encode({ sub: "s" })}.${Buffer.alloc(256, 1).toString("base64url")}`,
  });
  const sets = {
    "100 keys": Array.from({ length: 100 }, (_, at) => ({ ...good, x: `${at}` })),
    "2,000 keys": Array.from({ length: 2_000 }, () => good),
    "large exponents": Array.from({ length: 20 }, () => ({ ...good, n: large, e: large })),
    "an endless number": [{ ...good, n: "A".repeat(900_000) }],
    "8,192 bits": Array.from({ length: 100 }, () => ({
      ...good,
      n: Buffer.alloc(1_024, 0xff).toString("base64url"),
      e: "__________8",
    })),
  };
  for (const [what, keys] of Object.entries(sets)) {
    yield [`key set of ${what}`, { keys: () => JSON.stringify({ keys }), token: () => token }];
  }
}

const discovery = {
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/keys`,
  userinfo_endpoint: `${origin}/userinfo`,
};

/** A provider without a network, honest but for `bodies`, and a clock of what its answers cost. */
function answers(bodies) {
  let spent = 0;
  const honest = {
    discovery: () => JSON.stringify(discovery),
    authorize: () => "<title>Sign in</title>",
    keys: () => '{"keys":[]}',
    token: () => JSON.stringify({ token_type: "Bearer", access_token: "opaque" }),
    userinfo: () => '{"sub":"s"}',
    ...bodies,
  };
  const fetch = async (address) => {
    const start = performance.now();
    const name = new URL(address).pathname.split("/").at(-1);
    const body = (honest[name] ?? honest.discovery)();
    const isForm = body.startsWith("password=");
    const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
    const response = new Response(body, { headers: { "content-type": type } });
    spent += performance.now() - start;
    return response;
  };
  return { fetch, spent: () => spent };
}

function contextOf(fetch) {
  return {
    fetch,
    now: Date.now,
    onStep: () => undefined,
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
  };
}

function inputs() {
  const from = (value) => ({ value, domain: "com.jamf.connect.login", keyPath: null });
  const redirectUri = "https://127.0.0.1/jamfconnect";
  const settings = {
    from: "login",
    provider: from("Custom"),
    providerAsWritten: "Custom",
    clientId: from("client"),
    clientSecret: null,
    tenant: null,
    scopes: from(["openid", "profile", "email"]),
    redirectUri: from(redirectUri),
    discoveryUrl: from(`${origin}/.well-known/openid-configuration`),
    successCodes: from([]),
    shortNameClaim: null,
    fullNameClaim: null,
    adminClaim: from("groups"),
    adminValues: from(["mac-admins"]),
    ignoreAdmin: from(false),
    createAdminUser: from(false),
    useUserInfo: from(true),
  };
  const signIn = async ({ authorizeUrl }) => ({
    kind: "callback",
    url: `${redirectUri}?code=c0de-of-the-bench&state=${new URL(authorizeUrl).searchParams.get("state")}`,
    secondFactorSeen: null,
    sessionMayBeReused: false,
  });
  return {
    settings,
    login: { settings, loginHint: null, through: "window", signIn },
    check: { settings, username: "robin@contoso.example", password: "a password of the bench" },
  };
}
