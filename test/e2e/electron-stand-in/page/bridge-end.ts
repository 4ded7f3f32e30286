import type { Codec } from "./codec.ts";

/** One end of the bridge between the page's world and the preload's. */
export type BridgeEnd = {
  /** Encodes a value; its functions stay here and get numbers. */
  readonly encode: (value: unknown) => string;
  /** Decodes a value of the other end; its functions call back over the bridge. */
  readonly decode: (text: string) => unknown;
};

/**
 * The two worlds share the document but no objects. A `CustomEvent` on the document under a name nobody can guess crosses
 * synchronously, and its `detail` is cloned on the way; so a synchronous function stays one: the answer is there when
 * `dispatchEvent` returns.
 *
 * Refers to nothing outside itself and its parameters, because its text is put into the page.
 *
 * @param here name of this end; calls for its functions arrive under this name
 * @param there name of the other end
 */
export function createBridgeEnd(codec: Codec, secret: string, here: string, there: string): BridgeEnd {
  const held: ((...args: never[]) => unknown)[] = [];
  const hold = (fn: (...args: never[]) => unknown) => held.push(fn) - 1;
  let answer = "";
  // Of whatever is thrown only the message crosses, in an error of the other side.
  const asError = (thrown: unknown) => {
    const { message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
      message?: unknown;
    };
    return new Error(
      typeof message === "string"
        ? message
        : "An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.",
    );
  };

  const proxy =
    (id: number) =>
    (...args: unknown[]) => {
      document.dispatchEvent(
        new CustomEvent(`${secret}:call:${there}`, {
          detail: JSON.stringify({ id, args: codec.encode(args, hold) }),
        }),
      );
      const got = JSON.parse(answer) as { value?: string; error?: string };
      if (got.error !== undefined) throw codec.decode(got.error, proxy);
      return codec.decode(got.value ?? "null", proxy);
    };

  document.addEventListener(`${secret}:call:${here}`, (event) => {
    const { id, args } = JSON.parse((event as CustomEvent<string>).detail) as { id: number; args: string };
    let reply: string;
    try {
      const given = codec.decode(args, proxy) as never[];
      reply = JSON.stringify({ value: codec.encode(held[id]?.(...given), hold) });
    } catch (error) {
      reply = JSON.stringify({ error: codec.encode(asError(error), hold) });
    }
    document.dispatchEvent(new CustomEvent(`${secret}:answer:${there}`, { detail: reply }));
  });
  document.addEventListener(`${secret}:answer:${here}`, (event) => {
    answer = (event as CustomEvent<string>).detail;
  });

  return { encode: (value) => codec.encode(value, hold), decode: (text) => codec.decode(text, proxy) };
}
