export function NotFound({ path }: { path: string }) {
  return (
    <section className="hero">
      <h1>There is no page here.</h1>
      <p className="lead">
        <code>{path}</code> is not part of this dashboard.
      </p>
      <p>
        <a className="button" href="/">
          Go to the start page
        </a>
      </p>
    </section>
  );
}
