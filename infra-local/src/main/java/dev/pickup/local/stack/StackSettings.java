package dev.pickup.local.stack;

import dev.pickup.media.EnginesChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How a stack is to run. Immutable; begin with [#at].
///
/// @param port            of the API, the webhooks, the media sockets and the dashboard, on 127.0.0.1; 0 for
/// any free
///                        one
/// @param publicBaseUrl   how carriers reach us; empty for this machine itself
/// @param dataFolder      where state and recordings are kept
/// @param modelsFolder    where the models of the offline engines lie
/// @param telnyx          the operator's account; empty for the simulated exchange
/// @param twilio          where Twilio's REST API is; empty for the simulated exchange
/// @param model           an endpoint for the language model
/// @param fresh           forget the state that is there, before starting
/// @param dashboardFolder the built dashboard; empty when it was not built
/// @param aws             where the AWS engines' services are
public record StackSettings(
        int port,
        Optional<URI> publicBaseUrl,
        Path dataFolder,
        Path modelsFolder,
        EnginesChoice engines,
        Optional<TelnyxAccess> telnyx,
        Optional<URI> twilio,
        Optional<ModelAccess> model,
        boolean fresh,
        Optional<Path> dashboardFolder,
        AwsEndpoints aws) {
    public StackSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535.");
        }
        if (engines.model().contains(EnginesChoice.Model.OPENAI) && model.isEmpty()) {
            throw new IllegalArgumentException("model=openai needs MODEL_BASE_URL and MODEL_NAME.");
        }
    }

    /// Offline engines, simulated exchange, no dashboard, state kept.
    public static StackSettings at(int port, Path dataFolder, Path modelsFolder) {
        return new StackSettings(
                port,
                Optional.empty(),
                dataFolder,
                modelsFolder,
                EnginesChoice.OFFLINE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                AwsEndpoints.SIMULATED);
    }

    public StackSettings withPublicBaseUrl(URI value) {
        return new StackSettings(
                port,
                Optional.of(value),
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                twilio,
                model,
                fresh,
                dashboardFolder,
                aws);
    }

    public StackSettings withEngines(EnginesChoice value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                value,
                telnyx,
                twilio,
                model,
                fresh,
                dashboardFolder,
                aws);
    }

    public StackSettings withTelnyx(TelnyxAccess value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                Optional.of(value),
                twilio,
                model,
                fresh,
                dashboardFolder,
                aws);
    }

    public StackSettings withTwilio(URI value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                Optional.of(value),
                model,
                fresh,
                dashboardFolder,
                aws);
    }

    public StackSettings withModel(ModelAccess value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                twilio,
                Optional.of(value),
                fresh,
                dashboardFolder,
                aws);
    }

    public StackSettings withFresh(boolean value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                twilio,
                model,
                value,
                dashboardFolder,
                aws);
    }

    public StackSettings withDashboardFolder(Path value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                twilio,
                model,
                fresh,
                Optional.of(value),
                aws);
    }

    public StackSettings withAws(AwsEndpoints value) {
        return new StackSettings(
                port,
                publicBaseUrl,
                dataFolder,
                modelsFolder,
                engines,
                telnyx,
                twilio,
                model,
                fresh,
                dashboardFolder,
                value);
    }
}
