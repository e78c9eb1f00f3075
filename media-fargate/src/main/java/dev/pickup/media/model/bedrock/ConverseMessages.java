package dev.pickup.media.model.bedrock;

import dev.pickup.media.model.Instructions;
import dev.pickup.media.replying.LanguageModel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;

/// The conversation as Bedrock wants it: the user begins, roles alternate, no text is blank, and the results of tools
/// follow their calls, all of them, in the next message. A call that was cut off has no result and is left out.
final class ConverseMessages {
    /// Our agent speaks first; the protocol wants somebody to have said something before.
    private static final String CALL_BEGINS = "(The caller is connected.)";

    private final List<software.amazon.awssdk.services.bedrockruntime.model.Message> messages = new ArrayList<>();
    private final List<ContentBlock> blocks = new ArrayList<>();
    private ConversationRole role = ConversationRole.USER;

    private ConverseMessages() {}

    static List<software.amazon.awssdk.services.bedrockruntime.model.Message> of(List<Message> conversation) {
        Set<String> answered = conversation.stream()
                .filter(Message.ToolResult.class::isInstance)
                .map(result -> ((Message.ToolResult) result).id())
                .collect(Collectors.toUnmodifiableSet());
        ConverseMessages converse = new ConverseMessages();
        if (conversation.isEmpty() || !(conversation.getFirst() instanceof Message.Caller)) {
            converse.text(ConversationRole.USER, CALL_BEGINS);
        }
        conversation.forEach(message -> converse.add(message, answered));
        if (converse.role == ConversationRole.ASSISTANT) {
            converse.text(ConversationRole.USER, Instructions.BROKE_OFF);
        }
        converse.flush();
        return converse.messages;
    }

    private void add(Message message, Set<String> answered) {
        switch (message) {
            case Message.Caller(String text) -> text(ConversationRole.USER, text);
            case Message.Agent(String text) -> text(ConversationRole.ASSISTANT, text);
            case Message.Digits(String digits) -> text(ConversationRole.USER, Instructions.pressed(digits));
            case Message.ToolCall(String id, String name, Map<String, Object> arguments) -> {
                if (answered.contains(id)) {
                    block(
                            ConversationRole.ASSISTANT,
                            ContentBlock.fromToolUse(
                                    t -> t.toolUseId(id).name(name).input(Documents.of(arguments))));
                }
            }
            case Message.ToolResult(String id, String _, Map<String, Object> result) ->
                block(
                        ConversationRole.USER,
                        ContentBlock.fromToolResult(
                                t -> t.toolUseId(id).content(ToolResultContentBlock.fromJson(Documents.of(result)))));
        }
    }

    private void text(ConversationRole speaker, String text) {
        if (!text.isBlank()) {
            block(speaker, ContentBlock.fromText(text.strip()));
        }
    }

    private void block(ConversationRole speaker, ContentBlock block) {
        if (speaker != role) {
            flush();
            role = speaker;
        }
        blocks.add(block);
    }

    private void flush() {
        if (!blocks.isEmpty()) {
            messages.add(software.amazon.awssdk.services.bedrockruntime.model.Message.builder()
                    .role(role)
                    .content(List.copyOf(blocks))
                    .build());
            blocks.clear();
        }
    }
}
