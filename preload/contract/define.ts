import type { z } from "zod";

/** Carries a type without a value. */
declare const outputType: unique symbol;

/** One call: what goes in is checked by `input`; what comes out is typed by `O` and made by main. */
export type CallDefinition<I extends z.ZodType, O> = { readonly input: I; readonly [outputType]?: O };

/** One event that main announces. Events tell about state, they never command. */
export type EventDefinition<P> = { readonly [outputType]?: P };

/** Declares a call; the output type is given by currying because TypeScript cannot infer one of two type arguments. */
export function call<O>(): <I extends z.ZodType>(input: I) => CallDefinition<I, O> {
  return (input) => ({ input });
}

/** Declares an event with payload `P`. */
export function event<P>(): EventDefinition<P> {
  return {};
}

export type InputOf<D> = D extends CallDefinition<infer I, unknown> ? z.infer<I> : never;
export type OutputOf<D> = D extends { readonly [outputType]?: infer O } ? O : never;
