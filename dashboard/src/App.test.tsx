import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { App } from "./App";

afterEach(cleanup);

test("the start page says what the product is and how to ring it", () => {
  render(<App path="/" />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Pickup answers the phone.");
  expect(screen.getByText('./pickup call --say "What are your opening hours?"')).toBeTruthy();
  expect(document.title).toBe("Pickup");
});

test("an unknown path says so, names it, and leads back", () => {
  render(<App path="/no/such/page" />);
  expect(screen.getByText("/no/such/page")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to the start page" }).getAttribute("href")).toBe("/");
  expect(document.title).toBe("Not found · Pickup");
});

test("by keyboard, the first stop skips to the content", async () => {
  render(<App path="/" />);
  await userEvent.tab();
  const focused = document.activeElement;
  expect(focused?.textContent).toBe("Skip to the content");
  expect(document.querySelector(focused?.getAttribute("href") ?? "")?.tagName).toBe("MAIN");
});

test("a command is copied as it stands, and the page says so", async () => {
  const user = userEvent.setup();
  render(<App path="/" />);
  await user.click(screen.getByRole("button", { name: "Copy: ./pickup help" }));
  expect(await navigator.clipboard.readText()).toBe("./pickup help");
  expect(screen.getAllByText("Copied").length).toBeGreaterThan(0);
});

test("where the browser forbids copying, the page says what to do instead", async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  render(<App path="/" />);
  await user.click(screen.getByRole("button", { name: "Copy: ./pickup help" }));
  expect(screen.getAllByText("Select it and copy by hand").length).toBeGreaterThan(0);
});
