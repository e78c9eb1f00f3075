package dev.pickup.media.session;

import dev.pickup.media.speaking.Playout;
import dev.pickup.media.speaking.SpokenForm;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.TextToSpeech.WordTiming;
import dev.pickup.media.turn.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The voices of a call's utterances: text to the engine, samples to the playout. What is rehearsed is held back
/// until an utterance begins with it. Owned by the loop.
final class Mouth implements AutoCloseable {
    /// Samples in a millisecond.
    private static final int SAMPLES_PER_MS = 16;

    private final TextToSpeech engine;
    private final AgentVoice agent;
    private final Playout playout;
    private final Tape tape;
    private final Mailbox mailbox;
    private final FrameClock clock;
    private final Map<Integer, Voice> voices = new HashMap<>();
    private final List<Fact> heldBack = new ArrayList<>();
    private final Rehearsals rehearsals = new Rehearsals();
    private Optional<Voice> rehearsing = Optional.empty();

    /// One utterance being made. `clauses` counts those handed over.
    private static final class Voice {
        final int attempt;
        final SpokenForm form;
        final TextToSpeech.Utterance utterance;
        final Listener listener;
        int clauses;

        Voice(int attempt, SpokenForm form, TextToSpeech.Utterance utterance, Listener listener, int clauses) {
            this.attempt = attempt;
            this.form = form;
            this.utterance = utterance;
            this.listener = listener;
            this.clauses = clauses;
        }
    }

    Mouth(TextToSpeech engine, AgentVoice agent, Playout playout, Tape tape, Mailbox mailbox, FrameClock clock) {
        this.engine = engine;
        this.agent = agent;
        this.playout = playout;
        this.tape = tape;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /// Makes a clause for nobody yet; clause 0 begins anew, instead of what was rehearsed before.
    ///
    /// @param language what it is in; empty: the agent's own
    void rehearse(int clause, String text, Optional<String> language) {
        if (clause == 0) {
            dropRehearsal();
            Listener listener = new Listener(rehearsals.begin(), 0);
            AgentVoice.Manner manner = agent.in(language);
            rehearsing = Optional.of(
                    new Voice(0, manner.form(), engine.openAhead(manner.settings(), listener), listener, 0));
        }
        hand(rehearsing.orElseThrow(), clause, text);
    }

    void dropRehearsal() {
        rehearsing.ifPresent(unwanted -> unwanted.utterance.cancel());
        rehearsing = Optional.empty();
        rehearsals.drop();
    }

    /// What was rehearsed is the utterance's beginning; what came of it so far follows at once, see [#heldBack].
    ///
    /// @param silence how long the caller has heard nothing
    void openRehearsed(int utterance, Duration silence) {
        playout.open(utterance);
        Voice rehearsed = rehearsing.orElseThrow();
        rehearsed.utterance.wanted();
        rehearsed.utterance.awaited(silence);
        voices.put(utterance, rehearsed);
        rehearsing = Optional.empty();
        for (Message message : rehearsals.perform(utterance)) {
            switch (message) {
                case Message.Sound sound -> sound(sound);
                case Message.Voiced voiced -> said(voiced).ifPresent(heldBack::add);
                default -> throw new IllegalStateException("Nothing else is held back.");
            }
        }
    }

    /// Takes the facts about what was rehearsed that the conversation has to be told now.
    List<Fact> heldBack() {
        List<Fact> facts = List.copyOf(heldBack);
        heldBack.clear();
        return facts;
    }

    /// @param language what it will be in; empty: the agent's own
    void open(int utterance, Optional<String> language) {
        Voice before = voices.get(utterance);
        int attempt = before == null ? 0 : before.attempt + 1;
        if (before != null) {
            before.utterance.cancel();
        }
        playout.open(utterance);
        Listener listener = new Listener(utterance, attempt);
        AgentVoice.Manner manner = agent.in(language);
        voices.put(
                utterance,
                new Voice(
                        attempt,
                        manner.form(),
                        engine.open(manner.settings(), listener),
                        listener,
                        before == null ? 0 : before.clauses));
    }

    /// @param silence how long the caller has heard nothing
    void speak(int utterance, int clause, String text, Duration silence) {
        Voice voice = voices.get(utterance);
        if (voice != null) {
            voice.utterance.awaited(silence);
            hand(voice, clause, text);
        }
    }

    private void hand(Voice voice, int clause, String text) {
        voice.clauses = Math.max(voice.clauses, clause + 1);
        String spoken = voice.form.of(text);
        voice.listener.handedUs.put(clause, clock.nowUs());
        voice.utterance.clause(clause, spoken);
    }

    void end(int utterance) {
        Voice voice = voices.get(utterance);
        if (voice != null) {
            voice.utterance.end();
            playout.complete(utterance, voice.clauses);
        }
    }

    /// Barge-in, first half: the caller's ear falls silent now.
    void pause(int utterance) {
        double nowMs = clock.nowMs();
        fellSilent(utterance, playout.hold(utterance, nowMs), nowMs);
    }

    /// Barge-in, second half: the voice, its audio and the carrier's buffer.
    void drop(int utterance) {
        double nowMs = clock.nowMs();
        Voice voice = voices.remove(utterance);
        if (voice != null) {
            voice.utterance.cancel();
        }
        boolean audible = playout.current() == utterance;
        Playout.Heard heard = playout.drop(utterance, nowMs);
        if (audible) {
            fellSilent(utterance, heard, nowMs);
        }
    }

    /// What was heard until now of what is being said.
    Optional<Fact> heard() {
        int current = playout.current();
        return current < 0 ? Optional.empty() : Optional.of(held(current, playout.heard(current, clock.nowMs())));
    }

    private void fellSilent(int utterance, Playout.Heard heard, double nowMs) {
        tape.cut(nowMs);
        mailbox.put(new Message.Noted(held(utterance, heard)));
    }

    private static Fact held(int utterance, Playout.Heard heard) {
        return new Fact.OutputHeld(utterance, heard.clause(), heard.playedMs());
    }

    /// A sentence made beforehand, as an utterance of one clause.
    Fact clip(Message.ClipReady clip) {
        if (clip.samples.length == 0) {
            return new Fact.VoiceFailed(clip.utterance, "no-clip");
        }
        playout.open(clip.utterance);
        playout.add(clip.utterance, 0, clip.samples);
        playout.clauseDone(clip.utterance, 0);
        playout.complete(clip.utterance, 1);
        return new Fact.ClauseMade(clip.utterance, 0, clip.samples.length / SAMPLES_PER_MS, List.of());
    }

    void sound(Message.Sound sound) {
        if (rehearsals.holdsBack(sound.utterance, sound)) {
            return;
        }
        int utterance = rehearsals.utterance(sound.utterance);
        if (current(utterance, sound.attempt)) {
            playout.add(utterance, sound.clause, sound.samples);
        }
    }

    /// The fact, unless it is from a voice that was given up.
    Optional<Fact> said(Message.Voiced message) {
        if (rehearsals.holdsBack(message.fact().utterance(), message)) {
            return Optional.empty();
        }
        Fact.FromVoice fact = rehearsals.about(message.fact());
        if (!current(fact.utterance(), message.attempt())) {
            return Optional.empty();
        }
        if (fact instanceof Fact.ClauseMade made) {
            playout.clauseDone(made.utterance(), made.clause());
        }
        if (fact instanceof Fact.VoiceDone done) {
            voices.remove(done.utterance());
            rehearsals.forget(message.fact().utterance());
        }
        return Optional.of(fact);
    }

    @Override
    public void close() {
        dropRehearsal();
        voices.values().forEach(voice -> voice.utterance.cancel());
        voices.clear();
    }

    private boolean current(int utterance, int attempt) {
        Voice voice = voices.get(utterance);
        return voice != null && voice.attempt == attempt;
    }

    /// Called on the engine's threads, one at a time; stamps what comes and posts it.
    private final class Listener implements TextToSpeech.Listener {
        private final int utterance;
        private final int attempt;
        private final Map<Integer, Integer> samples = new HashMap<>();
        private final Map<Integer, Long> handedUs = new ConcurrentHashMap<>();

        Listener(int utterance, int attempt) {
            this.utterance = utterance;
            this.attempt = attempt;
        }

        @Override
        public void servedBy(String provider) {
            mailbox.put(new Message.ServedBy("voice", provider));
        }

        @Override
        public void audio(int clause, short[] piece) {
            boolean first = samples.merge(clause, piece.length, Integer::sum) == piece.length;
            if (first) { // before the sound itself, which may be on the wire a moment later
                post(new Fact.VoiceBegan(utterance, clause, handedUs.getOrDefault(clause, 0L), clock.nowUs()));
            }
            mailbox.put(new Message.Sound(attempt, utterance, clause, piece));
        }

        @Override
        public void clauseDone(int clause, List<WordTiming> words) {
            long lengthMs = samples.getOrDefault(clause, 0) / SAMPLES_PER_MS;
            post(new Fact.ClauseMade(
                    utterance,
                    clause,
                    lengthMs,
                    words.stream().map(WordTiming::lastMs).toList()));
        }

        @Override
        public void done(long characters) {
            post(new Fact.VoiceDone(utterance, characters));
        }

        @Override
        public void failed(String code, String sentence) {
            post(new Fact.VoiceFailed(utterance, code));
        }

        private void post(Fact.FromVoice fact) {
            mailbox.put(new Message.Voiced(attempt, fact));
        }
    }
}
