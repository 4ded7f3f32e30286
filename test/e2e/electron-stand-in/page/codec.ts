/** What crosses: `plain` JSON, or a tagged form of what JSON cannot say. */
export type Encoded = null | boolean | string | number | { readonly [key: string]: unknown };

export type Codec = {
  /** `hold` keeps a function and gives it a number; without it a function is refused, as structured clone does. */
  readonly encode: (value: unknown, hold?: (fn: (...args: never[]) => unknown) => number) => string;
  readonly decode: (text: string, proxy?: (id: number) => (...args: unknown[]) => unknown) => unknown;
};

/**
 * Structured values ⇄ text, the same source in main and in both worlds of the page. The function refers to nothing outside
 * itself, because its text is put into the page.
 */
export function createCodec(): Codec {
  const typed = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ];
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const refuse = () => {
    throw new DOMException("An object could not be cloned.", "DataCloneError");
  };
  const toBase64 = (bytes: Uint8Array) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) {
      text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    }
    return btoa(text);
  };
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  // Both worlds of a page see its document: a file crosses in a file field, and stays the file that it is.
  const park = (file: File): string => {
    const field = document.createElement("input");
    const files = new DataTransfer();
    files.items.add(file);
    field.type = "file";
    field.files = files.files;
    field.id = crypto.randomUUID();
    document.documentElement.append(field);
    return field.id;
  };
  const fetchParked = (id: string): File | undefined => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    field?.remove();
    return field?.files?.[0];
  };

  const encode: Codec["encode"] = (root, hold) => {
    const seen = new Map<object, number>();
    const write = (value: unknown): unknown => {
      if (value === null || typeof value === "boolean" || typeof value === "string") return value;
      if (value === undefined) return { t: "undefined" };
      if (typeof value === "number") {
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { t: "number", v: Object.is(value, -0) ? "-0" : String(value) };
      }
      if (typeof value === "bigint") return { t: "bigint", v: String(value) };
      if (typeof value === "function")
        return hold === undefined ? refuse() : { t: "function", v: hold(value as never) };
      if (typeof value !== "object") return refuse();
      const known = seen.get(value);
      if (known !== undefined) return { t: "seen", v: known };
      const id = seen.size;
      seen.set(value, id);
      return writeObject(value, id);
    };
    const writeObject = (value: object, id: number): unknown => {
      if (Array.isArray(value)) return { t: "array", id, v: value.map(write) };
      if (value instanceof Date) return { t: "date", id, v: write(value.getTime()) };
      if (value instanceof RegExp) return { t: "regexp", id, v: [value.source, value.flags] };
      if (value instanceof Map)
        return { t: "map", id, v: [...value].map(([key, item]) => [write(key), write(item)]) };
      if (value instanceof Set) return { t: "set", id, v: [...value].map(write) };
      if (value instanceof ArrayBuffer) return { t: "buffer", id, v: toBase64(new Uint8Array(value)) };
      const view = typed.find((kind) => value instanceof kind);
      if (view !== undefined && ArrayBuffer.isView(value)) {
        return {
          t: "view",
          id,
          k: view.name,
          v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        };
      }
      if (value instanceof Error) {
        return {
          t: "error",
          id,
          // The bridge passes functions, and of errors only the message.
          k: hold === undefined && Object.hasOwn(errors, value.name) ? value.name : "Error",
          v: value.message,
          s: value.stack,
        };
      }
      if (hold !== undefined && value instanceof Promise) {
        const settle = (resolve: (v: unknown) => void, reject: (e: unknown) => void) =>
          void value.then(resolve, reject);
        return { t: "promise", id, v: hold(settle) };
      }
      if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse();
      if (value instanceof File) return hold === undefined ? refuse() : { t: "file", id, v: park(value) };
      return { t: "object", id, v: Object.entries(value).map(([key, item]) => [key, write(item)]) };
    };
    return JSON.stringify(write(root));
  };

  const decode: Codec["decode"] = (text, proxy) => {
    const made: unknown[] = [];
    const keep = <T>(id: number, value: T): T => {
      made[id] = value;
      return value;
    };
    const proxyOf = (id: number) =>
      (proxy === undefined ? refuse() : proxy(id)) as (...args: unknown[]) => unknown;
    // The text was written by `encode`, so the tags and what they carry fit together.
    const read = (raw: unknown): unknown => {
      if (raw === null || typeof raw !== "object") return raw;
      const node = raw as { t: string; id: number; v: never; k: string; s?: string };
      switch (node.t) {
        case "undefined":
          return undefined;
        case "number":
          return Number(node.v);
        case "bigint":
          return BigInt(node.v);
        case "function":
          return proxyOf(node.v);
        case "promise":
          return keep(node.id, new Promise((resolve, reject) => void proxyOf(node.v)(resolve, reject)));
        case "file":
          return keep(node.id, fetchParked(node.v));
        case "seen":
          return made[node.v];
        case "date":
          return keep(node.id, new Date(Number(read(node.v))));
        case "regexp":
          return keep(node.id, new RegExp(node.v[0], node.v[1]));
        case "buffer":
          return keep(node.id, fromBase64(node.v).buffer);
        case "view": {
          // Every one of them takes a buffer; their other signatures differ.
          const kind = (typed.find((candidate) => candidate.name === node.k) ??
            Uint8Array) as Uint8ArrayConstructor;
          return keep(node.id, new kind(fromBase64(node.v).buffer));
        }
        case "error": {
          const kind = errors[node.k as keyof typeof errors] ?? Error;
          return keep(
            node.id,
            Object.defineProperty(new kind(node.v), "stack", {
              value: node.s,
              configurable: true,
              writable: true,
            }),
          );
        }
        case "array": {
          const list = keep<unknown[]>(node.id, []);
          for (const item of node.v as unknown[]) list.push(read(item));
          return list;
        }
        case "map": {
          const map = keep(node.id, new Map<unknown, unknown>());
          for (const [key, item] of node.v as [unknown, unknown][]) map.set(read(key), read(item));
          return map;
        }
        case "set": {
          const set = keep(node.id, new Set<unknown>());
          for (const item of node.v as unknown[]) set.add(read(item));
          return set;
        }
        default: {
          const object = keep<Record<string, unknown>>(node.id, {});
          for (const [key, item] of node.v as [string, unknown][]) {
            Object.defineProperty(object, key, {
              value: read(item),
              enumerable: true,
              configurable: true,
              writable: true,
            });
          }
          return object;
        }
      }
    };
    return read(JSON.parse(text));
  };

  return { encode, decode };
}
