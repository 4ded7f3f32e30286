import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { basename, join } from "node:path";

type Message = { readonly argv: string[]; readonly cwd: string; readonly data: Record<string, unknown> };

/**
 * The lock of one folder of user data. A file that only one process can create decides, because the call is synchronous; a
 * socket carries what the second process has to say.
 */
export class SingleInstance {
  isFirst = false;
  /** Resolves when the first process has been told, at once in the first process itself. */
  told: Promise<void> = Promise.resolve();
  private server: Server | null = null;
  private readonly userData: string;
  private readonly onSecond: (argv: string[], cwd: string, data: Record<string, unknown>) => void;

  constructor(
    userData: string,
    onSecond: (argv: string[], cwd: string, data: Record<string, unknown>) => void,
  ) {
    this.userData = userData;
    this.onSecond = onSecond;
  }

  request(data: Record<string, unknown>): boolean {
    mkdirSync(this.userData, { recursive: true });
    this.removeLeftLock();
    try {
      writeFileSync(this.lockFile(), String(process.pid), { flag: "wx" });
      this.isFirst = true;
      this.listen();
    } catch {
      // Somebody else has created it.
      this.told = this.tell({ argv: process.argv, cwd: process.cwd(), data });
    }
    return this.isFirst;
  }

  release(): void {
    if (!this.isFirst) return;
    this.isFirst = false;
    this.server?.close();
    rmSync(this.lockFile(), { force: true });
  }

  /** A process that was killed has left its lock, as Chromium's do; it names the process. */
  private removeLeftLock(): void {
    try {
      process.kill(Number(readFileSync(this.lockFile(), "utf8")), 0);
    } catch {
      rmSync(this.lockFile(), { force: true });
      rmSync(this.socketPath(), { force: true });
    }
  }

  private listen(): void {
    this.server = createServer((socket) => {
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (part) => {
        text += part;
      });
      socket.on("end", () => {
        const { argv, cwd, data } = JSON.parse(text) as Message;
        this.onSecond(argv, cwd, data);
        socket.end();
      });
    });
    this.server.listen(this.socketPath());
  }

  private tell(message: Message): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(this.socketPath());
      socket.on("close", () => resolve());
      // The first process is about to end; there is nobody to tell.
      socket.on("error", () => resolve());
      socket.resume();
      socket.end(JSON.stringify(message));
    });
  }

  private lockFile(): string {
    return join(this.userData, "SingletonLock");
  }

  private socketPath(): string {
    const pipe = `\\\\.\\pipe\\${basename(this.userData)}`;
    return process.platform === "win32" ? pipe : join(this.userData, "SingletonSocket");
  }
}
