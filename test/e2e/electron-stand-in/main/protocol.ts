import { onlyKeys } from "../strict.ts";
import type { World } from "./world.ts";

type Handler = (request: Request) => Response | Promise<Response>;

/** `session.protocol`, and `protocol` for the default session. */
export class StandInProtocol
  implements
    Pick<Electron.Protocol, "registerSchemesAsPrivileged" | "handle" | "unhandle" | "isProtocolHandled">
{
  private readonly handlers = new Map<string, Handler>();
  private registered = false;

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (this.world.isReady())
      throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
    if (this.registered)
      throw new Error(
        "stand-in: registerSchemesAsPrivileged was called twice; the second call wins in Electron",
      );
    this.registered = true;
    for (const { scheme, privileges = {} } of schemes) {
      onlyKeys("CustomScheme.privileges", privileges, ["standard", "secure", "supportFetchAPI"]);
      if (privileges.standard !== true || privileges.secure !== true) {
        throw new Error("stand-in: only standard and secure schemes are covered");
      }
      this.world.addresses.register(scheme);
    }
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.world.isReady()) throw new Error("protocol.handle cannot be used before the app is ready");
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!this.world.addresses.isRegistered(scheme))
      throw new Error(`stand-in: the scheme ${scheme} is not privileged`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  /** Answers a request with the handler of this session; null without one. */
  async answer(scheme: string, request: Request): Promise<Response | null> {
    const handler = this.handlers.get(scheme);
    return handler === undefined ? null : handler(request);
  }
}
