// How Maven builds this room: `node scripts/room.mjs build` or `… test [--skip=true …]`.
// Nothing is installed or built again while its inputs are the same, by content: a build that changes nothing costs 0.1 s.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const room = join(dirname(fileURLToPath(import.meta.url)), "..");
const STEP_MS = 10 * 60_000;
const INPUTS = ["src", "public", "index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

function filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(child) : [child];
  });
}

/** One hash over names and contents; the Node version counts, as packages may differ by it. */
function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  const files = inputs.flatMap((input) => {
    const path = join(room, input);
    return input.includes(".") ? [path] : filesUnder(path);
  });
  for (const file of files.sort()) hash.update(`\0${file.slice(room.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Runs `step` unless `stamp` says that it succeeded on these very inputs; the stamp is written last. */
function once(stamp, inputs, result, step) {
  const now = fingerprint(inputs);
  const stampFile = join(room, stamp);
  const done = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (done === now && existsSync(join(room, result))) return;
  step();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
}

function npm(...args) {
  console.log(`dashboard: npm ${args.join(" ")}`);
  const windows = process.platform === "win32";
  const { status, signal, error } = spawnSync("npm", args, {
    cwd: room,
    stdio: "inherit",
    timeout: STEP_MS,
    shell: windows,
  });
  if (status === 0) return;
  console.error(`dashboard: npm ${args.join(" ")} failed: ${error?.message ?? signal ?? `exit code ${status}`}`);
  process.exit(1);
}

function install() {
  once("node_modules/.installed", ["package-lock.json", ".npmrc"], "node_modules", () => npm("ci", "--no-progress"));
}

const [step, ...options] = process.argv.slice(2);
// What Maven's properties say; one that is not set arrives as its own name, "${…}".
const skipped = options.some((option) => /^--skip=(true)?$|^--only=[^$]/.test(option));
switch (step) {
  case "build":
    install();
    once("target/built", INPUTS, "dist/index.html", () => npm("run", "--silent", "build"));
    break;
  case "test":
    if (skipped) break;
    install();
    npm("run", "--silent", "test");
    break;
  default:
    console.error("dashboard: say `build` or `test`");
    process.exit(2);
}
