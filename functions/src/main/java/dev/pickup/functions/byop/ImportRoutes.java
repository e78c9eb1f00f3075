package dev.pickup.functions.byop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiJson;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.List;
import java.util.Optional;

/// Import and rollback of one number.
record ImportRoutes(ByopImporter importer, AgentStore agents) {
    ApiResponse take(ApiRequest request) {
        CredentialId credential =
                CredentialRoutes.id(request.json().path("credentialId").asText());
        PhoneNumber number = number(request);
        Optional<AgentId> agent = agent(request);
        return switch (CarrierFaults.told(() -> importer.take(request.account(), credential, number, agent))) {
            case Imported.Known known -> answer(known.state());
            case Imported.PutBack back -> throw putBack(back.state());
            case Imported.CredentialNotFound() -> throw ProblemException.notFound("credential");
            case Imported.NumberNotThere() ->
                throw new ProblemException(
                        404,
                        "number-not-at-carrier",
                        "The carrier account does not have this number; list its numbers.");
            case Imported.NumberTaken() ->
                throw new ProblemException(
                        409,
                        "number-taken",
                        "This number is in use already; roll it back where it is, then import it.");
        };
    }

    ApiResponse rollBack(ApiRequest request) {
        PhoneNumber number = number(request);
        boolean force = request.json().path("force").asBoolean(false);
        return switch (CarrierFaults.told(() -> importer.rollBack(request.account(), number, force))) {
            case RolledBack.Done done -> ApiResponse.ok(view(done.state()));
            case RolledBack.UnderWay underWay -> ApiResponse.json(202, view(underWay.state()));
            case RolledBack.ChangedMeanwhile changed ->
                throw new ProblemException(
                        409,
                        "changed-meanwhile",
                        "Somebody changed the number at the carrier since the import; look at the differences, and send"
                                + " force to overwrite them.",
                        "differences",
                        differences(changed.differences()));
            case RolledBack.NotImported() ->
                throw new ProblemException(
                        404, "number-not-found", "No number of this account was imported like that.");
        };
    }

    private static ApiResponse answer(ByopImport state) {
        boolean arrived = state.stage() == Stage.ACTIVE;
        return ApiResponse.json(arrived ? 200 : 202, view(state));
    }

    private static ProblemException putBack(ByopImport state) {
        ByopImport.Reason reason = state.progress()
                .reason()
                .orElse(new ByopImport.Reason("rolled-back", "The number was rolled back meanwhile."));
        return new ProblemException(
                422, "import-failed", reason.detail() + " The number points where it did before.", "reason", reason);
    }

    private static ImportView view(ByopImport state) {
        return new ImportView(
                state.number().e164(),
                state.credential().value(),
                state.carrier().name(),
                status(state.stage()),
                state.agent().map(AgentId::value),
                state.plan().notes(),
                state.progress().reason(),
                Optional.of(state.progress().lastFault()).filter(fault -> !fault.isEmpty()));
    }

    private static String status(Stage stage) {
        return switch (stage) {
            case READ, PREPARED -> "IMPORTING";
            case ACTIVE -> "IMPORTED";
            case UNDOING -> "ROLLING_BACK";
            case STUCK -> "STUCK";
            case UNDONE -> "ROLLED_BACK";
        };
    }

    static List<DifferenceView> differences(List<Difference> differences) {
        return differences.stream()
                .map(d -> new DifferenceView(d.field(), ApiJson.value(d.expected()), ApiJson.value(d.found())))
                .toList();
    }

    private static PhoneNumber number(ApiRequest request) {
        String text = request.json().path("phoneNumber").asText();
        if (!PhoneNumber.isE164(text)) {
            throw ProblemException.invalid("phoneNumber", "Write the number as +, country code and number.");
        }
        return new PhoneNumber(text);
    }

    private Optional<AgentId> agent(ApiRequest request) {
        String text = request.json().path("agentId").asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(agent(request.account(), text));
    }

    private AgentId agent(AccountId account, String text) {
        try {
            AgentId id = new AgentId(text);
            if (agents.find(account, id).isPresent()) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // answered below like one that is not there
        }
        throw ProblemException.notFound("agent");
    }

    /// @param notes what does not work even so
    record ImportView(
            String phoneNumber,
            String credentialId,
            String carrier,
            String status,
            Optional<String> agentId,
            List<String> notes,
            Optional<ByopImport.Reason> reason,
            Optional<String> lastFault) {}

    /// @param expected what the field was before the import
    /// @param found    what stands there now
    record DifferenceView(String field, JsonNode expected, JsonNode found) {}
}
