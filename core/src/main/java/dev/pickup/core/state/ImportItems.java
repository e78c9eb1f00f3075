package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.ByopImport.Plan;
import dev.pickup.core.byop.ByopImport.Progress;
import dev.pickup.core.byop.ByopImport.Reason;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Imports as items. Routing fields are lists, as their order matters and a map of DynamoDB has none.
final class ImportItems {
    static final String KIND = "import";

    /// Partitions of the index of due work; one alone would cap the writes of the whole product.
    static final int SHARDS = 4;

    private ImportItems() {}

    static Attributes key(AccountId account, PhoneNumber number) {
        return Attributes.of(Keys.account(account), Keys.numberImport(number));
    }

    static Attributes write(ByopImport state) {
        Progress progress = state.progress();
        Attributes item = key(state.account(), state.number())
                .text("accountId", state.account().value())
                .text("number", state.number().e164())
                .text("credentialId", state.credential().value())
                .text("carrier", state.carrier().name())
                .text("agentId", state.agent().map(AgentId::value))
                .text("numberId", state.before().numberId())
                .items("before", fields(state.before().fields()))
                .items("context", fields(state.before().context()))
                .items("planFields", fields(state.plan().fields()))
                .texts("planNotes", state.plan().notes())
                .text("stage", progress.stage().name())
                .text("reasonCode", progress.reason().map(Reason::code))
                .text("reasonDetail", progress.reason().map(Reason::detail))
                .flag("force", progress.force())
                .number("attempts", progress.attempts())
                .text("lastFault", progress.lastFault())
                .instant("dueAt", progress.dueAt())
                .instant("leaseUntil", progress.leaseUntil())
                .items(
                        "drift",
                        state.drift().stream().map(ImportItems::difference).toList())
                .instant("startedAt", state.startedAt())
                .number("version", state.version());
        progress.dueAt()
                .ifPresent(due -> item.text(
                                Tables.NUMBER_WORK.partition(),
                                shard(Math.floorMod(state.number().hashCode(), SHARDS)))
                        .instant(Tables.NUMBER_WORK.sort(), due));
        return item;
    }

    static String shard(int shard) {
        return "IMPORT#" + shard;
    }

    static ByopImport read(Item item) {
        PhoneNumber number = item.parsed("number", PhoneNumber::new);
        return new ByopImport(
                item.parsed("accountId", AccountId::new),
                number,
                item.parsed("credentialId", CredentialId::new),
                item.parsed("carrier", CarrierName::valueOf),
                item.optionalParsed("agentId", AgentId::new),
                new NumberRouting(number, item.text("numberId"), fields(item, "before"), fields(item, "context")),
                new Plan(fields(item, "planFields"), item.texts("planNotes")),
                progress(item),
                item.items("drift").stream().map(ImportItems::difference).toList(),
                item.instant("startedAt"),
                item.integer("version"));
    }

    private static Progress progress(Item item) {
        Optional<Reason> reason =
                item.optionalText("reasonCode").map(code -> new Reason(code, item.text("reasonDetail")));
        return new Progress(
                item.parsed("stage", Stage::valueOf),
                reason,
                item.flag("force"),
                item.integer("attempts"),
                item.text("lastFault"),
                item.has("dueAt") ? Optional.of(item.instant("dueAt")) : Optional.empty(),
                item.instant("leaseUntil"));
    }

    private static List<Attributes> fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> Attributes.nested().text("name", field.getKey()).text("value", field.getValue()))
                .toList();
    }

    private static Map<String, String> fields(Item item, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.items(name).forEach(field -> fields.put(field.text("name"), field.text("value")));
        return fields;
    }

    private static Attributes difference(Difference difference) {
        return Attributes.nested()
                .text("field", difference.field())
                .text("expected", difference.expected())
                .text("found", difference.found());
    }

    private static Difference difference(Item item) {
        return new Difference(item.text("field"), item.text("expected"), item.text("found"));
    }
}
