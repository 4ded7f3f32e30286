import { EventEmitter } from "node:events";

/** Objects of Electron outlive what they stand for; using them then is an error of the app. */
export type Life = {
  readonly isOver: () => boolean;
  /** What throws from then on. */
  readonly ends: readonly string[];
};

/**
 * Wraps a part of the stand-in so that whatever it lacks throws by name instead of being `undefined`: a stand-in that
 * forgives proves nothing. It is also the one place where a part of a class of Electron is taken for the whole.
 *
 * @param life when the object ends, for one that ends before the process
 */
export function strict<Whole>(name: string, part: object, life?: Life): Whole {
  const wrapped = new Proxy(part, {
    get(target, property, receiver): unknown {
      if (typeof property === "string" && life?.ends.includes(property) && life.isOver()) {
        throw new TypeError("Object has been destroyed");
      }
      if (typeof property === "string" && !(property in target) && !probes.has(property)) {
        throw new Error(`stand-in: ${name}.${property} is not covered`);
      }
      return Reflect.get(target, property, receiver);
    },
    set(target, property, value, receiver): boolean {
      if (typeof property === "string" && !(property in target)) {
        throw new Error(`stand-in: ${name}.${property} is not covered`);
      }
      return Reflect.set(target, property, value, receiver);
    },
  });
  return wrapped as Whole;
}

/** What Node itself asks of any object: promises, JSON, inspection. */
const probes: ReadonlySet<string> = new Set(["then", "toJSON", "inspect", "nodeType", "asymmetricMatch"]);

/** An event emitter without types of its own: each class declares the overloads of Electron's class instead. */
export const Bare = EventEmitter as unknown as new () => {
  emit(name: string, ...values: unknown[]): boolean;
};

/** Makes an emitter refuse listeners for events that the stand-in never emits. */
export function onlyEvents(name: string, emitter: object, known: readonly string[]): void {
  EventEmitter.prototype.on.call(emitter as EventEmitter, "newListener", (event: string | symbol) => {
    if (typeof event === "string" && event !== "newListener" && !known.includes(event)) {
      throw new Error(`stand-in: ${name} never emits "${event}"`);
    }
  });
}

/** Throws for a key of an options object that the stand-in does not know. */
export function onlyKeys(name: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new Error(`stand-in: option ${name}.${key} is not covered`);
  }
}

/** The first argument of Electron's events. */
export type StandInEvent = { defaultPrevented: boolean; preventDefault: () => void };

export function createEvent<D extends object>(details: D): StandInEvent & D {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
