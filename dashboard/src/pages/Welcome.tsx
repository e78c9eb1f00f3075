import { Command } from "./Command";

/** What Pickup is, how to ring it, and where the API is. */
export function Welcome() {
  return (
    <>
      <section className="hero">
        <Waveform />
        <h1>Pickup answers the phone.</h1>
        <p className="lead">
          An AI agent that picks up every call, answers questions, books appointments, and hands the caller to a person
          when it should.
        </p>
      </section>
      <div className="cards">
        <section>
          <h2>Ring it</h2>
          <p>From the folder of the project, in a second terminal. Each line is spoken when it is the caller's turn.</p>
          <Command text={'./pickup call --say "What are your opening hours?"'} />
        </section>
        <section>
          <h2>Use the API</h2>
          <p>
            Agents, numbers, calls and usage are under <code>/api</code>, with a token of this machine's own issuer.
          </p>
          <Command text={`curl -H "Authorization: Bearer $(./pickup token)" ${window.location.origin}/api/calls`} />
        </section>
        <section>
          <h2>Read on</h2>
          <p>
            <code>README.md</code> is one screen long. <code>docs/</code> shows how a call flows, how to run and how to
            test. Every command and option:
          </p>
          <Command text="./pickup help" />
        </section>
      </div>
    </>
  );
}

/** Ornament: a voice, from silence to silence. */
function Waveform() {
  const heights = [4, 10, 22, 14, 30, 42, 26, 38, 18, 28, 12, 20, 8, 4];
  const bars = heights.map((height, i) => `M${i * 10 + 5} ${24 - height / 2}v${height}`).join("");
  return (
    <svg className="waveform" viewBox={`0 0 ${heights.length * 10} 48`} aria-hidden="true">
      <path d={bars} />
    </svg>
  );
}
