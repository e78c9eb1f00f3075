import { expect, test } from "vitest";
import { pageOf } from "./routes";

test.each([
  ["/", { page: "welcome" }],
  ["//", { page: "welcome" }],
  ["/telephony/", { page: "telephony" }],
  ["/calls/", { page: "not-found", path: "/calls" }],
])("%s", (path, page) => {
  expect(pageOf(path)).toEqual(page);
});
