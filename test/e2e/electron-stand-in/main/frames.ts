import type { Addresses } from "../addresses.ts";
import type { Protocol } from "../chromium/protocol.ts";
import { Bare, strict } from "../strict.ts";

type Covered = Pick<
  Electron.WebFrameMain,
  | "url"
  | "origin"
  | "parent"
  | "frames"
  | "name"
  | "isDestroyed"
  | "frameTreeNodeId"
  | "processId"
  | "routingId"
>;

/** One frame as main sees it; values are read when they are asked for, as Electron's are. */
class StandInFrame extends Bare implements Covered {
  readonly processId = 1;

  private readonly tree: FrameTree;
  private readonly id: string;
  readonly routingId: number;

  constructor(tree: FrameTree, id: string, routingId: number) {
    super();
    this.tree = tree;
    this.id = id;
    this.routingId = routingId;
  }

  get url(): string {
    return this.tree.look(this.id).url;
  }

  get origin(): string {
    return this.tree.look(this.id).origin;
  }

  get name(): string {
    return this.tree.look(this.id).name;
  }

  get parent(): Electron.WebFrameMain | null {
    const { parent } = this.tree.look(this.id);
    return parent === null ? null : this.tree.frame(parent);
  }

  get frames(): Electron.WebFrameMain[] {
    return this.tree.children(this.id);
  }

  get frameTreeNodeId(): number {
    return this.routingId;
  }

  isDestroyed(): boolean {
    return !this.tree.has(this.id);
  }
}

type Seen = {
  readonly parent: string | null;
  readonly url: string;
  readonly origin: string;
  readonly name: string;
};

/** The frames of one window, and which of them an execution context belongs to. */
export class FrameTree {
  private readonly seen = new Map<string, Seen>();
  private readonly wrapped = new Map<string, Electron.WebFrameMain>();
  private readonly contexts = new Map<number, { readonly frame: string; readonly world: string }>();

  readonly main: string;
  private readonly addresses: Addresses;

  constructor(main: string, addresses: Addresses) {
    this.main = main;
    this.addresses = addresses;
    this.seen.set(main, { parent: null, url: "", origin: "null", name: "" });
  }

  attach(frame: string, parent: string): void {
    // The first empty document of a frame belongs to its parent's origin; no navigation is reported for it.
    this.seen.set(frame, { parent, url: "about:blank", origin: this.look(parent).origin, name: "" });
  }

  detach(frame: string): void {
    for (const [id, { parent }] of this.seen) if (parent === frame) this.detach(id);
    this.seen.delete(frame);
    this.wrapped.delete(frame);
  }

  navigated(frame: Protocol.Page.Frame): void {
    const parent = frame.parentId ?? null;
    // Such a document belongs to its parent's origin, which the protocol does not say. (A sandboxed one does not; the
    // protocol does not tell them apart.)
    const inherits = parent !== null && /^about:(?:blank|srcdoc)/.test(frame.url);
    this.seen.set(frame.id, {
      parent,
      // An error page stands at the address that could not be reached.
      url: this.addresses.toElectron(frame.unreachableUrl ?? frame.url + (frame.urlFragment ?? "")),
      origin: inherits ? this.look(parent).origin : this.addresses.originToElectron(frame.securityOrigin),
      name: frame.name ?? "",
    });
  }

  movedWithin(frame: string, url: string): void {
    this.seen.set(frame, { ...this.look(frame), url: this.addresses.toElectron(url) });
  }

  contextCreated(context: Protocol.Runtime.ExecutionContextDescription): void {
    const data = context.auxData as { frameId?: string } | undefined;
    if (data?.frameId !== undefined)
      this.contexts.set(context.id, { frame: data.frameId, world: context.name });
  }

  contextDestroyed(id: number): void {
    this.contexts.delete(id);
  }

  contextsCleared(): void {
    this.contexts.clear();
  }

  frameOfContext(id: number): string | null {
    return this.contexts.get(id)?.frame ?? null;
  }

  /** The newest context of a world in a frame; null while there is none. */
  contextOf(frame: string, world: string): number | null {
    const ids = [...this.contexts].filter(
      ([, context]) => context.frame === frame && context.world === world,
    );
    return ids.at(-1)?.[0] ?? null;
  }

  has(frame: string): boolean {
    return this.seen.has(frame);
  }

  look(frame: string): Seen {
    const seen = this.seen.get(frame);
    if (seen === undefined)
      throw new Error("Render frame was disposed before WebFrameMain could be accessed");
    return seen;
  }

  children(frame: string): Electron.WebFrameMain[] {
    return [...this.seen].filter(([, { parent }]) => parent === frame).map(([id]) => this.frame(id));
  }

  /** The frame as main gets it, the same object each time. */
  frame(id: string): Electron.WebFrameMain {
    const known = this.wrapped.get(id);
    if (known !== undefined) return known;
    const made = strict<Electron.WebFrameMain>(
      "WebFrameMain",
      new StandInFrame(this, id, this.wrapped.size + 1),
    );
    this.wrapped.set(id, made);
    return made;
  }
}
