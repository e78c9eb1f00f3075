package dev.pickup.local.cli;

import dev.pickup.local.config.WrongSettingsException;
import dev.pickup.local.live.NoAnswerException;
import dev.pickup.local.stack.StackException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells a person what went wrong, in one sentence, and chooses the exit code.
final class Refusals {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Terminal terminal;

    Refusals(Terminal terminal) {
        this.terminal = terminal;
    }

    /// For what the parser of the command line does not take.
    int ofParameters(ParameterException refused, String[] arguments) {
        if (refused.getCause() instanceof InputException input) {
            return say(input.getMessage(), WRONG);
        }
        String name = refused.getCommandLine().getCommandName();
        String help = name.equals("./pickup") ? "./pickup help" : "./pickup help " + name;
        String first = String.valueOf(refused.getMessage()).lines().findFirst().orElse("The command is not understood");
        String sentence = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return say(sentence + "; " + suggestion(refused) + help + " lists what there is.", WRONG);
    }

    private static String suggestion(ParameterException refused) {
        List<String> meant =
                refused instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return meant.isEmpty() ? "" : "did you mean " + meant.getFirst() + "? ";
    }

    /// For what came up while the command ran.
    int ofExecution(Exception fault, CommandLine command, ParseResult parsed) {
        return switch (fault) {
            case InputException input -> say(input.getMessage(), WRONG);
            case WrongSettingsException settings -> say(settings.getMessage(), WRONG);
            case StackException stack -> say(stack.getMessage(), code(stack.code()));
            case NoAnswerException noAnswer -> say(noAnswer.getMessage(), FAILED);
            default -> {
                LOG.error("Unexpected", fault);
                yield say(
                        "Something unexpected happened (" + fault + "): please report it, with the lines above.",
                        FAILED);
            }
        };
    }

    /// Another option mends some of them; the others are faults.
    private static int code(StackException.Code code) {
        return switch (code) {
            case PORT_BUSY, DATA_FOLDER_BUSY, DATA_FOLDER_FOREIGN, DATA_FOLDER_UNUSABLE, ENGINES_NOT_AVAILABLE -> WRONG;
            case MODELS_MISSING, START_FAILED -> FAILED;
        };
    }

    private int say(@Nullable String sentence, int code) {
        terminal.err().println("pickup: " + sentence);
        return code;
    }
}
