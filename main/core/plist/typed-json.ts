/**
 * JSON that keeps what JSON cannot: `{"$data": base64}`, `{"$date": ISO}`, `{"$real": 1}` (a real that is a whole
 * number; `"nan"`, `"+infinity"`, `"-infinity"` and `"-0.0"` as text), `{"$integer": "9223372036854775807"}` (beyond
 * 2^53), `{"$uid": n}`. A real key that starts with `$` is written with a second `$` in front.
 */
export type TypedJson =
  | string
  | number
  | boolean
  | readonly TypedJson[]
  | { readonly [key: string]: TypedJson };
