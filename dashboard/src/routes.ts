/** Every page of the dashboard. A page is added here, in `App`, and nowhere else. */
export type Page = { page: "welcome" } | { page: "telephony" } | { page: "not-found"; path: string };

/** Which page a path of the address bar shows. A slash at the end makes no difference. */
export function pageOf(path: string): Page {
  const clean = path.length > 1 ? path.replace(/\/+$/, "") || "/" : path;
  switch (clean) {
    case "/":
      return { page: "welcome" };
    case "/telephony":
      return { page: "telephony" };
    default:
      return { page: "not-found", path: clean };
  }
}
