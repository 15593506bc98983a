// The real program, started as people start it: on a folder of its own and a free port.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = process.env.MEREZHA ?? fileURLToPath(new URL("../../../target/debug/merezha", import.meta.url));
const START_MS = 20_000;
const STOP_MS = 5_000;
const ADDRESSES = /Phones:\s+(http:\/\/[\d.]+:\d+)[^]*Walls:\s+(http:\/\/[\d.]+:\d+)/;

/** A rehearsal whose state outlives a restart. */
export class Rehearsal {
  /** Starts a fresh one with a crowd of so many. */
  static async start(crowd) {
    const rehearsal = new Rehearsal();
    rehearsal.crowd = crowd;
    rehearsal.folder = await mkdtemp(join(tmpdir(), "merezha-browser-"));
    await rehearsal.run("127.0.0.1:0", "--fresh");
    return rehearsal;
  }

  async run(address, ...more) {
    const program = spawn(PROGRAM,
      ["rehearse", "--data", join(this.folder, "rehearsal"), "--addr", address, "--crowd", String(this.crowd), ...more],
      // A token or an address set for other work must not lead the test out of its folder.
      { cwd: this.folder, env: { RUST_LOG: "warn" }, stdio: ["ignore", "pipe", "pipe"] });
    this.program = program;
    this.ended = new Promise((resolve) => program.once("close", resolve));
    this.log = "";
    this.url = await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`The rehearsal ${why}\n${this.log}`));
      const late = setTimeout(() => fail("does not start"), START_MS);
      const heard = (words) => {
        this.log += words;
        const [, url, walls] = ADDRESSES.exec(this.log) ?? [];
        if (!walls) return;
        clearTimeout(late);
        this.walls = walls;
        resolve(url);
      };
      program.stdout.on("data", heard);
      program.stderr.on("data", heard);
      program.once("error", (error) => fail(`cannot be started: ${error.message}`));
      program.once("close", (code) => fail(`ended with code ${code}`));
    });
  }

  /** As a supervisor does, which has as little patience. */
  async stop() {
    this.program.kill("SIGTERM");
    let late;
    const tooLate = new Promise((_, reject) => {
      late = setTimeout(() => {
        this.program.kill("SIGKILL");
        reject(new Error(`The rehearsal does not stop\n${this.log}`));
      }, STOP_MS);
    });
    await Promise.race([this.ended, tooLate]).finally(() => clearTimeout(late));
  }

  /** Again, on the same folder and at the same addresses. */
  async startAgain() {
    await this.run(new URL(this.url).host, "--walls", new URL(this.walls).host);
  }

  /** Ends it and removes what it kept. */
  async end() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
