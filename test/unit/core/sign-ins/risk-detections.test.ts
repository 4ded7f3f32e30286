import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DetectionMeaning,
  matchDetections,
  type NamedRow,
  namesIn,
  type RiskDetection,
} from "../../../../main/core/sign-ins/risk-detections.ts";
import { riskTypeName } from "../../../../main/core/sign-ins/risk-types.ts";
import { signInClasses } from "../../../../main/core/sign-ins/sign-in-class.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const user = "robin@contoso.com";
const app = "0a0a0a0a-1111-4222-8333-444455556666";

const detection = (over: Partial<RiskDetection> = {}): RiskDetection => ({
  id: "d",
  type: "unfamiliarFeatures",
  at: null,
  requestId: "r1",
  correlationId: "c1",
  ...over,
});
const row = (over: Partial<NamedRow> = {}): NamedRow => ({
  id: "r1",
  requestId: null,
  correlationId: "c1",
  user,
  appId: app,
  class: "password-correct-mfa",
  ...over,
});
const meaning = (found: RiskDetection, rows: readonly NamedRow[], appIds: readonly string[] = []) =>
  matchDetections([found], rows, { user, appIds })[0]?.meaning;

const byRequest = { kind: "check", by: "request-id" };

describe("a risk detection in a log", () => {
  it.each<readonly [string, RiskDetection, readonly NamedRow[], unknown]>([
    ["named by the id of a row", detection(), [row()], byRequest],
    ["named by the request id of a row", detection(), [row({ id: null, requestId: "r1" })], byRequest],
    [
      "of the same correlation id only",
      detection({ requestId: "elsewhere" }),
      [row()],
      { kind: "check", by: "correlation-id" },
    ],
    [
      "of a correlation id that a success has as well",
      detection({ requestId: "elsewhere" }),
      [row(), row({ id: "r2", class: "success" })],
      { kind: "other-sign-in", class: "success", isOtherApp: false },
    ],
    [
      "of the correlation id of somebody else",
      detection({ requestId: "elsewhere" }),
      [row({ user: "kim@contoso.com" })],
      { kind: "not-in-log" },
    ],
    [
      "of a request that went another way, whatever its correlation id has besides",
      detection(),
      [row({ class: "success" }), row({ id: "r2" })],
      { kind: "other-sign-in", class: "success", isOtherApp: false },
    ],
    [
      "of a request that the log has not",
      detection(),
      [row({ id: "r2", correlationId: "c2" })],
      { kind: "not-in-log" },
    ],
    ["without any id", detection({ requestId: null, correlationId: null }), [row()], { kind: "no-sign-in" }],
    [
      "without any id, in a log without ids",
      detection({ requestId: null, correlationId: null }),
      [row({ id: null, correlationId: null })],
      { kind: "no-sign-in" },
    ],
  ])("%s", (_name, found, rows, expected) => {
    expect(meaning(found, rows)).toEqual(expected);
  });

  it("is no check in an application that is not asked about: a stranger with the password meets MFA as well", () => {
    expect(meaning(detection(), [row()], [` ${app.toUpperCase()}`])).toEqual(byRequest);
    const elsewhere = { kind: "other-sign-in", class: "password-correct-mfa", isOtherApp: true };
    expect(meaning(detection(), [row({ appId: "another" })], [app])).toEqual(elsewhere);
    expect(meaning(detection(), [row({ appId: null })], [app])).toEqual(elsewhere);
  });
});

/** Ids from a few, so that detections and rows meet. */
const id = fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: null });
const anyRow: fc.Arbitrary<NamedRow> = fc.record({
  id,
  requestId: id,
  correlationId: id,
  user: fc.constantFrom(user, "kim@contoso.com", null),
  appId: fc.constantFrom(app, "another", null),
  class: fc.constantFrom(...signInClasses),
});
const anyDetection: fc.Arbitrary<RiskDetection> = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "5"),
  type: fc.constantFrom("leakedCredentials", "passwordSpray"),
  at: fc.constant(null),
  requestId: id,
  correlationId: id,
});

describe("any detections against any rows", () => {
  it("each counts once, the kinds add up, and a check has a row of a correct password behind it", () =>
    assertProperty(
      fc.property(
        fc.array(anyDetection),
        fc.array(anyRow),
        fc.constantFrom<readonly string[]>([], [app]),
        (detections, rows, appIds) => {
          const matched = matchDetections(detections, rows, { user, appIds });
          const ids = matched.map(({ detection: { id: own } }) => own);
          expect(ids).toEqual([...new Set(detections.map(({ id: own }) => own))]);
          const kinds: DetectionMeaning["kind"][] = ["check", "other-sign-in", "not-in-log", "no-sign-in"];
          const sum = kinds.map((kind) => matched.filter((each) => each.meaning.kind === kind).length);
          expect(sum.reduce((all, count) => all + count, 0)).toBe(ids.length);
          for (const {
            detection: found,
            meaning: { kind },
          } of matched) {
            const { requestId, correlationId } = found;
            expect(kind === "no-sign-in").toBe(requestId === null && correlationId === null);
            if (kind !== "check") continue;
            const named = rows.filter(
              (each) =>
                (requestId !== null && [each.id, each.requestId].includes(requestId)) ||
                (correlationId !== null && each.correlationId === correlationId && each.user === user),
            );
            expect(
              named.some(
                (each) =>
                  each.class === "password-correct-mfa" && (appIds.length === 0 || each.appId === app),
              ),
            ).toBe(true);
          }
        },
      ),
      "cheap",
    ));

  it("no part of the detections is judged otherwise than in the whole", () =>
    assertProperty(
      fc.property(
        fc
          .uniqueArray(anyDetection, { selector: ({ id: own }) => own })
          .chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
        fc.array(anyRow),
        ([all, part], rows) => {
          const whole = new Map(
            matchDetections(all, rows, { user, appIds: [] }).map((each) => [each.detection.id, each.meaning]),
          );
          for (const { detection: found, meaning: own } of matchDetections(part, rows, { user, appIds: [] }))
            expect(own).toEqual(whole.get(found.id));
        },
      ),
      "cheap",
    ));

  it("are looked for by every id once", () => {
    const names = namesIn([
      detection(),
      detection({ id: "e", correlationId: null }),
      detection({ requestId: null }),
    ]);
    expect(names).toEqual({ requestIds: ["r1"], correlationIds: ["c1"] });
  });
});

it("a type has the name of Entra's pages, and one that nobody knows its own", () => {
  expect(
    ["passwordSpray", "mcasImpossibleTravel", "brandNewType", "no <b>type</b>", ""].map(riskTypeName),
  ).toEqual([
    "password spray",
    "impossible travel",
    "brandNewType",
    "a type without a name",
    "a type without a name",
  ]);
});
