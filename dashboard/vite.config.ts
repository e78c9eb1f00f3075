import { defineConfig } from "vitest/config";

// React needs no plugin here: esbuild's automatic JSX runtime does it.
export default defineConfig({
  esbuild: { jsx: "automatic" },
  build: { target: "es2023", sourcemap: true },
  server: { proxy: { "/api": "http://localhost:8080" } },
  test: {
    environment: "happy-dom",
    // The same report format as Surefire's, beside it, so that `./pickup test` adds up both.
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-dashboard.xml" }]],
  },
});
