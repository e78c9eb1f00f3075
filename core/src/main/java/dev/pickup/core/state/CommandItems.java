package dev.pickup.core.state;

import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.PendingCommands.Pending;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Carrier commands that wait, as items of their call's partition.
final class CommandItems {
    private static final String KIND = "carrier command";

    private CommandItems() {}

    /// The writes that queue what `call` (as it was read) decided.
    static List<TransactWriteItem> queue(Call call, List<CarrierCommand> commands) {
        return IntStream.range(0, commands.size())
                .mapToObj(i -> put(call, i, commands.get(i)))
                .toList();
    }

    static Pending read(CallId call, Item item) {
        return new Pending(call, item.text(Tables.SORT), command(item));
    }

    private static TransactWriteItem put(Call call, int position, CarrierCommand command) {
        Attributes item = Attributes.of(Keys.call(call.id()), Keys.command(call.version(), position, command.name()))
                .text("kind", kind(command));
        switch (command) {
            case CarrierCommand.Answer _, CarrierCommand.HangUp _ -> {}
            case CarrierCommand.StartStream start -> item.number("number", start.number());
            case CarrierCommand.Speak speak ->
                item.text("sentence", speak.sentence()).text("language", speak.language());
            case CarrierCommand.Transfer transfer ->
                item.text("to", transfer.to().e164());
        }
        Put put = Put.builder()
                .tableName(Tables.CALLS.name())
                .item(item.toMap())
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    private static String kind(CarrierCommand command) {
        return switch (command) {
            case CarrierCommand.Answer _ -> "answer";
            case CarrierCommand.StartStream _ -> "start-stream";
            case CarrierCommand.Speak _ -> "speak";
            case CarrierCommand.Transfer _ -> "transfer";
            case CarrierCommand.HangUp _ -> "hang-up";
        };
    }

    private static CarrierCommand command(Item item) {
        return switch (item.text("kind")) {
            case "answer" -> new CarrierCommand.Answer();
            case "start-stream" -> new CarrierCommand.StartStream(item.integer("number"));
            case "speak" -> new CarrierCommand.Speak(item.text("sentence"), item.text("language"));
            case "transfer" -> new CarrierCommand.Transfer(item.parsed("to", PhoneNumber::new));
            case "hang-up" -> new CarrierCommand.HangUp();
            default -> throw new CorruptItemException(KIND, "kind");
        };
    }
}
