// Writes package-lock.json anew (`npm run lock`): complete for every platform, and without any registry's address.
// npm's own omit-lockfile-registry-resolved is not enough: while it locks, it drops optional packages of other platforms
// that its registry does not have, and then `npm ci` of npm 11 refuses the file. So a gap is an error here.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const LOCK = "package-lock.json";
rmSync(LOCK, { force: true });
rmSync("node_modules", { force: true, recursive: true });
spawnSync("npm", ["install", "--package-lock-only", "--no-omit-lockfile-registry-resolved"], { stdio: "inherit" });

const lock = JSON.parse(readFileSync(LOCK, "utf8"));
const missing = Object.values(lock.packages)
  .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  .filter((name) => !lock.packages[`node_modules/${name}`]);
if (missing.length > 0) {
  console.error(
    `Not obtainable, so the lock is incomplete; pin an older version of what needs them: ${missing.join(", ")}`,
  );
  process.exit(1);
}
for (const entry of Object.values(lock.packages)) delete entry.resolved;
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
