package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;
import java.util.SplittableRandom;

/// What one caller does, 20 ms at a time: listens to the greeting, then asks, listens, thinks, asks again, and
/// interrupts every third answer. Owned by the call's thread; times are ns of one clock.
final class CallerScript {
    private static final long MS = 1_000_000;
    private static final long NANOS_PER_SAMPLE = 1_000_000_000L / AudioFrame.SAMPLE_RATE_HZ;

    /// The agent has finished when it was silent for so long. Chosen: longer than its pauses between sentences.
    private static final long TURN_SILENCE = 700 * MS;

    private static final long PATIENCE = 10_000 * MS;
    private static final int INTERRUPTED = 3;

    private final CallerLines lines;
    private final Ear ear;
    private final Tally tally;
    private final SplittableRandom random;
    private int turn;
    private Doing doing;
    private boolean failed;

    private sealed interface Doing {
        /// Waits for the greeting, if `line` is empty, or for the answer to it, which ended at `since`.
        record Awaiting(long since, String line) implements Doing {
            boolean greeting() {
                return line.isEmpty();
            }
        }

        /// The agent talks; at `interruptAt` it is interrupted, unless that is -1.
        record Listening(long interruptAt) implements Doing {}

        record Thinking(long until) implements Doing {}

        /// @param began its first speech sample; -1 until that is on the wire
        record Speaking(SpokenLine line, int frame, boolean interrupting, long began) implements Doing {}
    }

    CallerScript(CallerLines lines, Ear ear, Tally tally, int number, long now) {
        this.lines = lines;
        this.ear = ear;
        this.tally = tally;
        this.random = new SplittableRandom(number);
        this.turn = random.nextInt(lines.turns().size());
        this.doing = new Doing.Awaiting(now, "");
    }

    /// The frame to send now, as base64.
    String next(long now, long tick) {
        return switch (doing) {
            case Doing.Awaiting awaiting -> {
                await(awaiting, now);
                yield silence(tick);
            }
            case Doing.Listening listening -> {
                listen(listening, now);
                yield silence(tick);
            }
            case Doing.Thinking(long until) -> {
                if (now >= until) {
                    say(lines.turns().get(turn++ % lines.turns().size()), false);
                }
                yield silence(tick);
            }
            case Doing.Speaking speaking -> speak(speaking, now);
        };
    }

    /// Whether something went unanswered.
    boolean failed() {
        return failed;
    }

    private void await(Doing.Awaiting awaiting, long now) {
        long answer = ear.firstAudible();
        if (answer >= 0) {
            if (!awaiting.greeting()) {
                tally.response(awaiting.line(), (answer - awaiting.since()) / (double) MS);
            }
            boolean interrupts = !awaiting.greeting() && turn % INTERRUPTED == 0;
            doing = new Doing.Listening(interrupts ? answer + random.nextLong(700 * MS, 1_800 * MS) : -1);
        } else if (now - awaiting.since() > PATIENCE) {
            failed = true;
            doing = new Doing.Thinking(now);
        }
    }

    private void listen(Doing.Listening listening, long now) {
        long silentSince = ear.audibleUntil();
        if (listening.interruptAt() >= 0 && now >= listening.interruptAt() && silentSince > now) {
            turn++; // or the answer to this would be interrupted as well
            say(lines.interruptions().get(random.nextInt(lines.interruptions().size())), true);
        } else if (now - silentSince > TURN_SILENCE) {
            doing = new Doing.Thinking(now + random.nextLong(100 * MS, 800 * MS));
        }
    }

    private void say(SpokenLine line, boolean interrupting) {
        doing = new Doing.Speaking(line, 0, interrupting, -1);
    }

    /// A frame that is said has ended when it leaves.
    private String speak(Doing.Speaking speaking, long now) {
        SpokenLine line = speaking.line();
        int frame = speaking.frame();
        int endSample = (frame + 1) * AudioFrame.SAMPLES;
        long began = speaking.began();
        if (began < 0 && line.firstSample() < endSample) {
            began = now - (endSample - line.firstSample()) * NANOS_PER_SAMPLE;
            ear.listenAfresh();
            ear.awaitClear();
        }
        if (frame + 1 < line.payloads().size()) {
            doing = new Doing.Speaking(line, frame + 1, speaking.interrupting(), began);
        } else {
            finish(speaking, began, now - (endSample - line.lastSample()) * NANOS_PER_SAMPLE);
        }
        return line.payloads().get(frame);
    }

    private void finish(Doing.Speaking speaking, long began, long ended) {
        String line = speaking.line().text();
        if (speaking.interrupting()) {
            interrupted(began);
            ear.listenAfresh();
            doing = new Doing.Awaiting(ended, line);
        } else if (ear.firstAudible() >= 0) {
            tally.cutOff(line);
            doing = new Doing.Listening(-1);
        } else {
            doing = new Doing.Awaiting(ended, line);
        }
    }

    private void interrupted(long began) {
        long cleared = ear.cleared();
        if (cleared >= 0) {
            tally.bargeIn((cleared - began) / (double) MS);
        } else {
            tally.bargeInMissed();
        }
    }

    private String silence(long tick) {
        return lines.silence().get((int) (tick % lines.silence().size()));
    }
}
