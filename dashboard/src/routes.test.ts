import { expect, test } from "vitest";
import { pageOf } from "./routes";

test.each([
  ["/", { page: "welcome" }],
  ["//", { page: "welcome" }],
  ["/calls/", { page: "not-found", path: "/calls" }],
])("%s", (path, page) => {
  expect(pageOf(path)).toEqual(page);
});
