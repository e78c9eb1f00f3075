package dev.pickup.media.model.receptionist;

import dev.pickup.media.replying.LanguageModel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers by rules, streamed word by word as a model would. Never unavailable and never rejects; safe on any
/// number of threads.
public final class OfflineReceptionist implements LanguageModel {
    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    private final Duration pace;

    /// @param pace pause before each word; zero writes the reply at once
    public OfflineReceptionist(Duration pace) {
        this.pace = pace;
    }

    @Override
    public void reply(Request request, Consumer<Event> events) {
        Answer answer = new Receptionist(request).answer();
        Matcher words = WORD.matcher(answer.text());
        int count = 0;
        while (words.find()) {
            pause();
            events.accept(new Event.Token(words.group()));
            count++;
        }
        Optional<Answer.Tool> tool = answer.tool();
        tool.ifPresent(wanted -> events.accept(
                new Event.ToolRequested("tool_" + request.messages().size(), wanted.name(), wanted.arguments())));
        StopReason reason = tool.isPresent() ? StopReason.TOOLS_REQUESTED : StopReason.END_OF_REPLY;
        events.accept(new Event.Completed(reason, new Usage(0, count, 0)));
    }

    @Override
    public String name() {
        return "offline/receptionist (rule-based)";
    }

    private void pause() {
        try {
            Thread.sleep(pace);
        } catch (InterruptedException _) {
            throw new CancellationException("The reply was cancelled.");
        }
    }
}
