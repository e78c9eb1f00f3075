package dev.pickup.media.session;

import dev.pickup.core.call.ClaimedCall;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import dev.pickup.media.replying.Prompting;
import dev.pickup.media.replying.ToolInvoker;
import dev.pickup.media.replying.ToolInvoker.ToolInvocation;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.Fact;
import dev.pickup.media.turn.ModelEnd;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that ask the model and run tools: one each, they touch nothing of the call and post what comes.
/// Owned by
/// the loop.
final class Replies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final LanguageModel model;
    private final ToolInvoker tools;
    private final Prompting prompting;
    private final ClaimedCall call;
    private final Mailbox mailbox;
    private final FrameClock clock;
    private final Map<Integer, Thread> running = new HashMap<>();

    Replies(
            LanguageModel model,
            ToolInvoker tools,
            Prompting prompting,
            ClaimedCall call,
            Mailbox mailbox,
            FrameClock clock) {
        this.model = model;
        this.tools = tools;
        this.prompting = prompting;
        this.call = call;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /// @param silence how long the caller has heard nothing
    void start(Command.StartModel command, Duration silence) {
        running.values().removeIf(thread -> !thread.isAlive());
        running.put(command.run(), Thread.ofVirtual().name("reply").start(() -> ask(command, silence)));
    }

    void cancel(int run) {
        Thread thread = running.remove(run);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// Runs a tool to its end, whatever becomes of the reply that wanted it.
    void run(Command.RunTool command) {
        Thread.ofVirtual().name("tool").start(() -> {
            ToolResult result = invoke(command);
            post(new Fact.ToolAnswered(command.invocation(), result.outcome(), result.result()));
        });
    }

    @Override
    public void close() {
        running.values().forEach(Thread::interrupt);
        running.clear();
    }

    private void ask(Command.StartModel command, Duration silence) {
        int run = command.run();
        try {
            var request = prompting.request(command.lines(), command.language(), clock.instant(), silence);
            post(new Fact.ModelAsked(run, clock.nowUs()));
            model.reply(request, event -> take(run, event));
        } catch (CancellationException cancelled) {
            // The conversation wanted it so and expects nothing more.
        } catch (ModelUnavailableException e) {
            LOG.warn("model-unavailable {}: {}", call.callId(), e.getMessage());
            post(new Fact.ModelFailed(run, true));
        } catch (ModelRejectedException e) {
            LOG.warn("model-rejected {}: {}", call.callId(), e.getMessage());
            post(new Fact.ModelFailed(run, false));
        } catch (RuntimeException e) {
            LOG.error("model-broken {}: a fault in the adapter", call.callId(), e);
            post(new Fact.ModelFailed(run, false));
        }
    }

    private void take(int run, Event event) {
        if (event instanceof Event.Completed(var _, LanguageModel.Usage usage) && usage.cacheWriteTokens() > 0) {
            mailbox.put(new Message.CacheWritten(usage.cacheWriteTokens()));
        }
        mailbox.put(message(run, event));
    }

    private Message message(int run, Event event) {
        return switch (event) {
            case Event.ServedBy(String provider) -> new Message.ServedBy("model", provider);
            case Event.Token(String text) -> new Message.Noted(new Fact.Token(run, text, clock.nowUs()));
            case Event.ToolRequested request ->
                new Message.Noted(new Fact.ToolRequested(run, request.id(), request.name(), request.arguments()));
            case Event.Completed(LanguageModel.StopReason reason, LanguageModel.Usage usage) ->
                new Message.Noted(new Fact.ModelCompleted(
                        run,
                        clock.nowUs(),
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cachedInputTokens(),
                        end(reason)));
        };
    }

    private static ModelEnd end(LanguageModel.StopReason reason) {
        return switch (reason) {
            case END_OF_REPLY, TOOLS_REQUESTED -> ModelEnd.COMPLETE;
            case DECLINED -> ModelEnd.DECLINED;
            case FILTERED -> ModelEnd.FILTERED;
            case LENGTH -> ModelEnd.LENGTH;
        };
    }

    private ToolResult invoke(Command.RunTool command) {
        try {
            return tools.invoke(new ToolInvocation(
                    call.account().value(),
                    call.callId().value(),
                    call.agentId().value(),
                    call.agentVersion(),
                    call.callId() + "-" + call.epoch() + "-" + command.invocation(),
                    command.name(),
                    command.arguments()));
        } catch (RuntimeException e) {
            LOG.error("tool-broken {} {}: a fault in the adapter", call.callId(), command.name(), e);
            return new ToolResult("failed", Map.of("reason", "The tool does not work right now."));
        }
    }

    private void post(Fact fact) {
        mailbox.put(new Message.Noted(fact));
    }
}
