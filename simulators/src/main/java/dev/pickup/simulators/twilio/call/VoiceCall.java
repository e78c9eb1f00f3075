package dev.pickup.simulators.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.line.Timer;
import dev.pickup.simulators.twilio.account.Kind;
import dev.pickup.simulators.twilio.account.TwilioAccount;
import dev.pickup.simulators.twilio.account.VoiceRoute;
import dev.pickup.simulators.twilio.call.TwimlReader.BadTwimlException;
import dev.pickup.simulators.twilio.fault.CallFault;
import dev.pickup.simulators.twilio.media.TwilioStream;
import dev.pickup.simulators.twilio.rest.Form;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A call that has found its web server: asks it what to do and does it, verb after verb. Owned by the exchange's loop.
final class VoiceCall {
    private static final Duration PER_CHARACTER = Duration.ofMillis(60);
    private static final Duration DIAL_RINGS = Duration.ofSeconds(1);
    private static final String TWILIO_AUTO_ERROR = "We are sorry, an application error has occurred. Goodbye.";

    private final Plant plant;
    private final TwilioAccount account;
    private final VoiceRoute.Urls route;
    private final CallerSide caller;
    private final String sid = TwilioAccount.newSid("CA");
    private final WebhookFetch web;
    private final ArrayDeque<Verb> verbs = new ArrayDeque<>();
    private Optional<TwilioStream> stream = Optional.empty();
    private Timer waiting = () -> {};
    /// Grows when the call is told to do something else: what was under way counts no more.
    private int program;
    private int streams;

    VoiceCall(Plant plant, TwilioAccount account, VoiceRoute.Urls route, CallerSide caller) {
        this.plant = plant;
        this.account = account;
        this.route = route;
        this.caller = caller;
        web = new WebhookFetch(plant.http(), account.authToken(), caller.call().faults(), caller::note);
    }

    String sid() {
        return sid;
    }

    TwilioAccount account() {
        return account;
    }

    void ring() {
        account.add(Kind.CALL, CallForm.resource(account.sid(), sid, caller.call()));
        ask(route.url(), route.method(), Map.of(), true);
    }

    /// By REST: another program.
    void redirect(String twiml) throws BadTwimlException {
        Verb.Document document = TwimlReader.read(twiml);
        interrupt();
        run(document);
    }

    /// By REST: ask there.
    void redirectTo(String url, String method) {
        interrupt();
        ask(url, method, Map.of(), false);
    }

    void pressed(char digit) {
        stream.ifPresent(s -> s.digit(digit));
    }

    boolean isOver() {
        return caller.isOver();
    }

    /// Fills `heard` with what is played to the caller in these 20 ms.
    void listen(short[] heard) {
        stream.ifPresent(s -> s.play(heard));
    }

    /// What the line carries from the caller in these 20 ms.
    void speak(short[] said) {
        stream.ifPresent(s -> s.send(said));
    }

    void end(Party by, String status) {
        if (caller.isOver()) {
            return;
        }
        program++;
        waiting.cancel();
        stream.ifPresent(TwilioStream::stop);
        stream = Optional.empty();
        Duration talked = caller.talked();
        caller.ended(by, status);
        String seconds = Long.toString((talked.toMillis() + 999) / 1000);
        status(status, Map.of("duration", seconds));
        if (!route.statusCallback().isEmpty()) {
            Map<String, String> more = CallForm.finished(status, seconds);
            Thread.ofVirtual()
                    .name("twilio-status")
                    .start(() -> web.fetch(route.statusCallback(), route.statusCallbackMethod(), form(status, more)));
        }
    }

    private void ask(String url, String method, Map<String, String> more, boolean fallback) {
        int asked = ++program;
        String status = caller.answered() ? "in-progress" : "ringing";
        Form form = form(status, more);
        Thread.ofVirtual().name("twilio-webhook").start(() -> {
            WebhookFetch.Answer answer = web.fetch(url, method, form);
            plant.loop().run(() -> {
                if (program == asked && !caller.isOver()) {
                    told(url, answer, fallback);
                }
            });
        });
    }

    private void told(String url, WebhookFetch.Answer answer, boolean fallback) {
        if (answer.error() != 0) {
            failed(url, answer.error(), fallback);
            return;
        }
        try {
            run(TwimlReader.read(answer.body()));
        } catch (BadTwimlException e) {
            caller.note("TwiML refused: " + e.getMessage());
            failed(url, e.code(), fallback);
        }
    }

    private void failed(String url, int error, boolean fallback) {
        if (fallback && !route.fallbackUrl().isEmpty()) {
            ask(
                    route.fallbackUrl(),
                    route.fallbackMethod(),
                    Map.of("ErrorCode", Integer.toString(error), "ErrorUrl", url),
                    false);
            return;
        }
        caller.note(TWILIO_AUTO_ERROR);
        end(Party.CARRIER, caller.answered() ? "completed" : "failed");
    }

    private void run(Verb.Document document) {
        program++;
        verbs.clear();
        verbs.addAll(document.verbs());
        next();
    }

    /// Nothing left to do ends the call.
    private void next() {
        Verb verb = verbs.poll();
        if (verb == null) {
            verb = new Verb.Hangup();
        }
        if (verb instanceof Verb.Reject(boolean busy) && !caller.answered()) {
            end(Party.AGENT, busy ? "busy" : "no-answer");
            return;
        }
        answer();
        switch (verb) {
            case Verb.Connect connect -> open(connect);
            case Verb.Say(String sentence) -> wait(say(sentence));
            case Verb.Pause(Duration length) -> wait(length);
            case Verb.Redirect(String url, String method) -> ask(url, method, Map.of(), true);
            case Verb.Dial(String action, String method) -> dial(action, method);
            case Verb.Hangup _, Verb.Reject _ -> end(Party.AGENT, "completed");
        }
    }

    private void answer() {
        if (!caller.answered()) {
            status("in-progress", Map.of());
            caller.answer();
        }
    }

    private void wait(Duration length) {
        int now = program;
        waiting = plant.loop().after(length, () -> {
            if (program == now) {
                next();
            }
        });
    }

    /// In a voice of its own, which is not heard: a report tells that it was said.
    private Duration say(String sentence) {
        caller.note("Twilio said: " + sentence);
        return PER_CHARACTER.multipliedBy(Math.max(1, sentence.length()));
    }

    private void dial(String action, String method) {
        int now = program;
        waiting = plant.loop().after(DIAL_RINGS, () -> {
            if (program != now) {
                return;
            }
            if (action.isEmpty()) {
                next();
            } else {
                ask(action, method, Map.of("DialCallStatus", "no-answer", "DialBridged", "false"), true);
            }
        });
    }

    private void open(Verb.Connect connect) {
        int now = program;
        boolean first = streams++ == 0;
        TwilioStream.Request request = new TwilioStream.Request(
                TwilioAccount.newSid("MZ"),
                account.sid(),
                sid,
                connect.url(),
                WebhookSignature.sign(account.authToken(), connect.url(), Form.empty()),
                connect.parameters(),
                first
                        ? CallFault.find(caller.call().faults(), CallFault.StreamDrops.class)
                                .map(CallFault.StreamDrops::after)
                        : Optional.empty());
        TwilioStream opened = new TwilioStream(request, plant.loop(), caller.tally(), new TwilioStream.Listener() {
            @Override
            public void started() {}

            @Override
            public void ended(boolean clean) {
                stream = Optional.empty();
                if (program == now && !caller.isOver()) {
                    afterStream(connect);
                }
            }

            @Override
            public void cleared() {
                caller.cleared();
            }

            @Override
            public double nowMs() {
                return caller.nowMs();
            }
        });
        stream = Optional.of(opened);
        opened.open(plant.http());
    }

    private void afterStream(Verb.Connect connect) {
        if (connect.action().isEmpty()) {
            next();
        } else {
            ask(connect.action(), connect.method(), Map.of(), true);
        }
    }

    private void interrupt() {
        program++;
        waiting.cancel();
        verbs.clear();
        stream.ifPresent(TwilioStream::stop);
        stream = Optional.empty();
    }

    private Form form(String status, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(CallForm.fields(account.sid(), sid, caller.call(), status));
        fields.putAll(more);
        return Form.of(fields);
    }

    private void status(String status, Map<String, String> more) {
        account.change(Kind.CALL, sid, call -> {
            ObjectNode changed = call.put("status", status);
            more.forEach(changed::put);
            return changed;
        });
    }
}
