package dev.pickup.local.stack;

import dev.pickup.media.EnginesChoice;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How a stack is to run. Immutable; begin with [#at].
///
/// @param port            of the API, the webhooks, the media sockets and the dashboard, on 127.0.0.1; 0 for any free
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
@RecordBuilder
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
        return StackSettingsBuilder.builder(this)
                .publicBaseUrl(Optional.of(value))
                .build();
    }

    public StackSettings withEngines(EnginesChoice value) {
        return StackSettingsBuilder.builder(this).engines(value).build();
    }

    public StackSettings withTelnyx(TelnyxAccess value) {
        return StackSettingsBuilder.builder(this).telnyx(Optional.of(value)).build();
    }

    public StackSettings withTwilio(URI value) {
        return StackSettingsBuilder.builder(this).twilio(Optional.of(value)).build();
    }

    public StackSettings withModel(ModelAccess value) {
        return StackSettingsBuilder.builder(this).model(Optional.of(value)).build();
    }

    public StackSettings withFresh(boolean value) {
        return StackSettingsBuilder.builder(this).fresh(value).build();
    }

    public StackSettings withDashboardFolder(Path value) {
        return StackSettingsBuilder.builder(this)
                .dashboardFolder(Optional.of(value))
                .build();
    }

    public StackSettings withAws(AwsEndpoints value) {
        return StackSettingsBuilder.builder(this).aws(value).build();
    }
}
