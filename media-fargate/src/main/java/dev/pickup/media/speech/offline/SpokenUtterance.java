package dev.pickup.media.speech.offline;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.Deliveries;
import dev.pickup.media.speech.offline.EngineWorkers.Urgency;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// One reply being spoken, clause after clause. Guarded by this object's monitor, which is never held during
/// synthesis.
final class SpokenUtterance implements TextToSpeech.Utterance {
    private final OfflineTextToSpeech engine;
    private final TextToSpeech.Listener listener;
    private final Deliveries deliveries = new Deliveries();
    private final Queue<Piece> waiting = new ArrayDeque<>();
    private String voice;
    private boolean working;
    private boolean ended;
    private boolean broken;
    private long characters;
    private int pauseMs;
    private boolean begun;

    /// Part of a clause; a long clause has several.
    private record Piece(int clause, String text, boolean last) {}

    SpokenUtterance(OfflineTextToSpeech engine, String voice, TextToSpeech.Listener listener) {
        this.engine = engine;
        this.voice = voice;
        this.listener = listener;
    }

    @Override
    public synchronized void clause(int clause, String text) {
        characters += text.length();
        List<String> pieces = Sayable.pieces(text);
        for (int i = 0; i < pieces.size(); i++) {
            waiting.add(new Piece(clause, pieces.get(i), i == pieces.size() - 1));
        }
        goOn();
        deliveries.runElsewhere();
    }

    @Override
    public synchronized void end() {
        ended = true;
        goOn();
        deliveries.runElsewhere();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            broken = true;
            waiting.clear();
        }
        deliveries.close();
    }

    /// Delivers what is known already, then has the next piece made.
    private synchronized void goOn() {
        while (!working && !broken && !waiting.isEmpty()) {
            Piece next = waiting.peek();
            Optional<short[]> known = known(next);
            if (known.isPresent()) {
                waiting.remove();
                deliver(next, known.get());
            } else {
                working = engine.submit(begun ? Urgency.SOON : Urgency.NOW, this::make);
                if (!working) {
                    fail("engine-overloaded", "Too many replies wait for a voice.");
                }
            }
        }
        if (!working && !broken && waiting.isEmpty() && ended) {
            broken = true;
            long charged = characters;
            deliveries.add(() -> listener.done(charged));
        }
    }

    private Optional<short[]> known(Piece piece) {
        return piece.text().isEmpty()
                ? Optional.of(new short[0])
                : engine.voices().remembered(voice, piece.text());
    }

    /// On a worker.
    private void make() {
        Piece piece;
        synchronized (this) {
            working = false;
            if (broken || waiting.isEmpty()) {
                return;
            }
            working = true;
            piece = waiting.remove();
            voice = engine.inTime(voice);
        }
        try {
            short[] sound = engine.voices().say(voice, piece.text());
            synchronized (this) {
                working = false;
                deliver(piece, sound);
                goOn();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            fail("engine-failed", "The voice was shut down.");
        } catch (RuntimeException e) {
            fail("engine-failed", "The voice broke down (" + e.getClass().getSimpleName() + ").");
        }
        deliveries.run();
    }

    private void deliver(Piece piece, short[] sound) {
        if (sound.length > 0) {
            short[] own = Sound.after(begun ? pauseMs : 0, sound);
            deliveries.add(() -> listener.audio(piece.clause(), own));
            begun = true;
            pauseMs = Sound.pauseMsAfter(piece.text());
        }
        if (piece.last()) {
            deliveries.add(() -> listener.clauseDone(piece.clause(), List.of()));
        }
    }

    private synchronized void fail(String code, String sentence) {
        if (!broken) {
            broken = true;
            waiting.clear();
            deliveries.add(() -> listener.failed(code, sentence));
        }
    }
}
