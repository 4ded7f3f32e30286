import { describe, expect, test } from "vitest";
import { endingOfError, NetworkError, networkErrorOf, reasonOf } from "../../../main/network/fault.ts";

function withCode(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("why"), { code }) });
}

describe("the fault behind an error", () => {
  test.each([
    [withCode("ENOTFOUND"), "dns"],
    [withCode("ECONNREFUSED"), "refused"],
    [withCode("EHOSTUNREACH"), "no-route"],
    [withCode("ECONNRESET"), "reset"],
    [withCode("UND_ERR_HEADERS_TIMEOUT"), "timeout"],
    [withCode("SELF_SIGNED_CERT_IN_CHAIN"), "tls-untrusted"],
    [withCode("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "tls-untrusted"],
    [withCode("ERR_TLS_CERT_ALTNAME_INVALID"), "tls-name"],
    [withCode("CERT_HAS_EXPIRED"), "tls-date"],
    [withCode("ERR_SSL_WRONG_VERSION_NUMBER"), "tls"],
    [withCode("ERR_SSL_SOMETHING_NEW"), "tls"],
    [
      new TypeError("fetch failed", {
        cause: new AggregateError([Object.assign(new Error("x"), { code: "ECONNREFUSED" })]),
      }),
      "refused",
    ],
    [new Error("net::ERR_NAME_NOT_RESOLVED"), "dns"],
    [new Error("net::ERR_CERT_AUTHORITY_INVALID"), "tls-untrusted"],
    [new Error("net::ERR_UNSAFE_PORT"), "blocked-port"],
    [new TypeError("fetch failed", { cause: new Error("bad port") }), "blocked-port"],
    [new Error("Redirect was cancelled"), "redirected"],
    [new Error("Proxy response (407) !== 200 when HTTP Tunneling"), "proxy-login"],
    [new Error("Proxy response (502) !== 200 when HTTP Tunneling"), "proxy"],
    [new DOMException("late", "TimeoutError"), "timeout"],
    [new Error("something else"), "network"],
    ["no error at all", "network"],
  ])("%s is %s", (error, fault) => {
    expect(networkErrorOf(error)).toBe(fault);
  });

  test("a chain of causes without end ends", () => {
    const error = new Error("round");
    error.cause = error;
    expect(networkErrorOf(error)).toBe("network");
    expect(reasonOf(error)).toBe("round");
  });

  test("the reason is the innermost message", () => {
    expect(reasonOf(withCode("X"))).toBe("why");
    expect(reasonOf(undefined)).toBe("The system gave no reason.");
  });
});

describe("what an error means for a run", () => {
  const signal = new AbortController().signal;

  test("a fault keeps its host, also when a library wrapped it", () => {
    const fault = new NetworkError("html", "login.example", "Status 200.");
    const expected = { kind: "fault", fault: "html", host: "login.example", at: "discovery" };
    expect(endingOfError(fault, "discovery", signal)).toMatchObject(expected);
    expect(endingOfError(new Error("wrapped", { cause: fault }), "discovery", signal)).toMatchObject(
      expected,
    );
  });

  test("after a stop everything is a stop", () => {
    expect(endingOfError(new Error("x"), "request", AbortSignal.abort())).toEqual({
      kind: "cancelled",
      by: "user",
      at: "request",
      began: true,
    });
  });
});
