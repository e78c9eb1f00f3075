package dev.pickup.media.stream;

import dev.pickup.media.replying.LanguageModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Repeats what it was told, answers questions briefly, tells long stories when asked, and hangs up at "goodbye".
/// 5 ms a token.
final class EchoModel implements LanguageModel {
    private static final String STORY = "Once upon a time there was a small clinic at the end of a long road where"
            + " nobody ever had to wait and everybody was well again before they knew it.";

    @Override
    public void reply(Request request, Consumer<Event> events) {
        String said = request.messages().stream()
                .filter(Message.Caller.class::isInstance)
                .map(message -> ((Message.Caller) message).text())
                .reduce("", (_, last) -> last);
        boolean goodbye = said.contains("goodbye");
        String reply = goodbye
                ? "Goodbye and thank you."
                : said.contains("story")
                        ? "This is story " + said.substring(said.lastIndexOf(' ') + 1) + ". " + STORY
                        : said.contains("question") ? "That is so." : "You said " + said + ". That is all I know.";
        for (String token : reply.splitWithDelimiters("(?<= )", 0)) {
            pause();
            events.accept(new Event.Token(token));
        }
        if (goodbye) {
            events.accept(new Event.ToolRequested("t1", "end_call", Map.of()));
        }
        events.accept(new Event.Completed(
                goodbye ? StopReason.TOOLS_REQUESTED : StopReason.END_OF_REPLY,
                new Usage(10, List.of(reply.split(" ", -1)).size(), 0)));
    }

    @Override
    public String name() {
        return "test/echo";
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
