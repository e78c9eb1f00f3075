package dev.pickup.media.speaking;

import dev.pickup.media.audio.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The audio of all utterances, what of it was sent, and what of that was heard. Sends by an absolute clock: never more
/// than a little ahead, so that a `clear` stops the voice at once. Owned by the session's loop; not thread-safe.
///
/// The carrier plays what it gets without a gap, so the moment at which a frame is heard is known when it is sent;
/// marks that return later than that show how far the caller's ear lags behind (half of the lag is the way there).
public final class Playout {
    private static final int FRAME_MS = AudioFrame.PTIME_MS;
    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1000;
    private static final Pattern MARK = Pattern.compile("e(\\d+)u(\\d+)c(\\d+)");

    /// Utterances kept behind the newest one: their marks may still come. Bounds a call whose marks never do.
    private static final int KEPT = 3;

    private final OutputLine line;
    private final double aheadMs;
    private final NavigableMap<Integer, Track> tracks = new TreeMap<>();
    private final InFlight inFlight = new InFlight(tracks);
    private final List<Event> events = new ArrayList<>();
    private double sentUntilMs;
    private int heldTrack = -1;
    private long epoch;
    private long frames;
    private long lateFrames;

    /// What happened on the way to the caller's ear. Times are ms since the answer.
    public sealed interface Event {
        record FirstFrame(int utterance) implements Event {}

        /// Its last frame is on the wire.
        record ClauseSent(int utterance, int clause, long endsAtMs) implements Event {}

        record FrameSent(AudioFrame frame, long heardAtMs) implements Event {}
    }

    /// How far the caller heard an utterance. Clause -1: not at all.
    public record Heard(int clause, long playedMs) {}

    public Playout(OutputLine line, long aheadMs) {
        this.line = line;
        this.aheadMs = aheadMs;
    }

    /// Begins an utterance, or gives up the clauses of one that were not made completely.
    public void open(int utterance) {
        tracks.headMap(utterance - KEPT).clear();
        Track track = tracks.computeIfAbsent(utterance, _ -> new Track());
        track.giveUpUnmade();
    }

    public void add(int utterance, int clause, short[] samples) {
        audio(utterance, clause).ifPresent(audio -> {
            audio.pieces.add(samples);
            audio.samples += samples.length;
        });
    }

    /// All audio of the clause is there.
    public void clauseDone(int utterance, int clause) {
        audio(utterance, clause).ifPresent(audio -> audio.done = true);
    }

    /// No more clauses come.
    public void complete(int utterance, int clauses) {
        Track track = tracks.get(utterance);
        if (track != null) {
            audio(utterance, clauses - 1);
            track.complete = true;
        }
        if (clauses == 0) {
            tracks.remove(utterance);
        }
    }

    /// Sends what is due at `nowMs`; returns what happened since the last call.
    public List<Event> tick(double nowMs) {
        while (heldTrack < 0 && sentUntilMs - nowMs < aheadMs && sendNext(nowMs)) {}
        inFlight.settle(nowMs);
        List<Event> since = List.copyOf(events);
        events.clear();
        return since;
    }

    /// When the next tick has something to do: 20 ms ahead of an empty carrier; far away when there is nothing.
    public double nextTickMs(double nowMs) {
        boolean waiting = heldTrack < 0 && tracks.values().stream().anyMatch(track -> !track.allSent());
        return waiting ? Math.max(nowMs + 1, sentUntilMs - aheadMs + FRAME_MS) : Double.MAX_VALUE;
    }

    /// Falls silent: clears the carrier, keeps the audio. Tells what was heard of the utterance.
    public Heard hold(int utterance, double nowMs) {
        Heard heard = heard(utterance, nowMs);
        flush(nowMs);
        heldTrack = utterance;
        return heard;
    }

    /// Goes on with the utterance from here.
    public void resume(int utterance, int clause, long fromMs) {
        heldTrack = -1;
        Track track = tracks.get(utterance);
        if (track != null) {
            track.clause = clause;
            track.sample = (int) fromMs * SAMPLES_PER_MS;
        }
    }

    /// Throws an utterance away; at the carrier too when it lies there. Tells what was heard of it.
    public Heard drop(int utterance, double nowMs) {
        Heard heard = heard(utterance, nowMs);
        boolean onItsWay = inFlight.holds(utterance, nowMs);
        tracks.remove(utterance);
        if (heldTrack == utterance) {
            heldTrack = -1;
        } else if (onItsWay) {
            flush(nowMs);
        }
        inFlight.forget(utterance);
        return heard;
    }

    /// How much the caller heard of an utterance.
    public Heard heard(int utterance, double nowMs) {
        Track track = tracks.get(utterance);
        if (track == null) {
            return new Heard(-1, 0);
        }
        inFlight.settle(nowMs);
        return new Heard(track.heardClause, Math.round(track.heardMs));
    }

    /// A clause that was heard to its end.
    public record Played(int utterance, int clause) {}

    /// A mark came back: which clause was heard to its end, unless the mark was flushed by a `clear`.
    public Optional<Played> markReturned(String name, double nowMs) {
        Matcher mark = MARK.matcher(name);
        if (!mark.matches() || Long.parseLong(mark.group(1)) != epoch) {
            return Optional.empty();
        }
        int utterance = Integer.parseInt(mark.group(2));
        int clause = Integer.parseInt(mark.group(3));
        Track track = tracks.get(utterance);
        if (track == null || clause >= track.clauses.size()) {
            return Optional.empty();
        }
        double late = nowMs - track.clauses.get(clause).endMs;
        inFlight.markLate(late);
        track.clauses.get(clause).pieces.clear();
        if (track.allSent() && clause == track.clauses.size() - 1) {
            tracks.remove(utterance);
        }
        return Optional.of(new Played(utterance, clause));
    }

    /// The utterance whose audio is at the caller's ear or next in line; -1 for none.
    public int current() {
        return tracks.isEmpty() ? -1 : tracks.firstKey();
    }

    /// Frames sent so far.
    public long frames() {
        return frames;
    }

    /// Frames that went out when the carrier had nothing left to play though audio was there: a gap was heard.
    public long lateFrames() {
        return lateFrames;
    }

    private boolean sendNext(double nowMs) {
        for (var entry : tracks.entrySet()) {
            if (!entry.getValue().allSent()) {
                return send(entry.getKey(), entry.getValue(), nowMs);
            }
        }
        return false;
    }

    private boolean send(int id, Track track, double nowMs) {
        if (track.clause >= track.clauses.size()) {
            return false;
        }
        Track.ClauseAudio audio = track.clauses.get(track.clause);
        int left = audio.samples - track.sample;
        if (left >= AudioFrame.SAMPLES || (audio.done && left > 0)) {
            frame(id, track, audio, nowMs);
            left = audio.samples - track.sample;
        } else if (!audio.done) {
            return false;
        }
        if (audio.done && left <= 0) {
            audio.endMs = sentUntilMs;
            line.mark("e" + epoch + "u" + id + "c" + track.clause);
            events.add(new Event.ClauseSent(
                    id, track.clause, Math.round(Math.max(nowMs, sentUntilMs) + inFlight.lagMs())));
            track.clause++;
            track.sample = 0;
        }
        return true;
    }

    private void frame(int id, Track track, Track.ClauseAudio audio, double nowMs) {
        AudioFrame frame = AudioFrame.owning(audio.frameAt(track.sample));
        boolean gap = track.begun && sentUntilMs < nowMs && track.sample > 0;
        lateFrames += gap ? 1 : 0;
        double startMs = Math.max(sentUntilMs, nowMs);
        line.audio(frame);
        frames++;
        inFlight.add(id, track.clause, track.sample, startMs);
        sentUntilMs = startMs + FRAME_MS;
        track.sample += AudioFrame.SAMPLES;
        if (!track.begun) {
            track.begun = true;
            events.add(new Event.FirstFrame(id));
        }
        events.add(new Event.FrameSent(frame, Math.round(startMs)));
    }

    /// Clears the carrier: what was sent and not heard has to be sent again.
    private void flush(double nowMs) {
        inFlight.settle(nowMs);
        line.clear();
        epoch++;
        inFlight.takeBack();
        sentUntilMs = nowMs;
    }

    private Optional<Track.ClauseAudio> audio(int utterance, int clause) {
        return clause < 0
                ? Optional.empty()
                : Optional.ofNullable(tracks.get(utterance)).map(track -> track.audio(clause));
    }
}
