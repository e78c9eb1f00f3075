package dev.pickup.media.speech.offline;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The operating system of one run of the Flite command: arguments in, one file out, all in memory. What a
/// caller is told never touches a disk. It gives no clock, no input and no other file.
///
/// Source: WASI snapshot preview 1, the thirteen functions that `flite.wasm` imports.
final class FliteHost {
    private static final String FOLDER = "/out";
    private static final int FOLDER_FD = 3;
    private static final int FILE_FD = 4;
    private static final int OK = 0;
    private static final int BAD_DESCRIPTOR = 8;
    private static final int TOO_BIG = 22;
    private static final int CHARACTER_DEVICE = 2;
    private static final int DIRECTORY = 3;
    private static final int REGULAR_FILE = 4;
    private static final int FDSTAT_BYTES = 24;

    private final List<byte[]> arguments;
    private final GrowingFile file;

    FliteHost(String voice, String text, GrowingFile file) {
        this.arguments = List.of("flite", "-voice", voice, "-t", text, "-o", FOLDER + "/wav").stream()
                .map(argument -> (argument + "\0").getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.file = file;
    }

    /// Thrown when the command ends; code 0 is success.
    static final class ExitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        ExitException(int code) {
            super("Flite ended with code " + code + ".", null, false, false);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    ImportValues imports() {
        return ImportValues.builder()
                .addFunction(
                        function("args_sizes_get", "ii", this::argumentSizes),
                        function("args_get", "ii", this::arguments),
                        function("clock_time_get", "iji", FliteHost::noClock),
                        function("fd_close", "i", (_, _) -> result(OK)),
                        function("fd_fdstat_get", "ii", FliteHost::describe),
                        function("fd_fdstat_set_flags", "ii", (_, _) -> result(OK)),
                        function("fd_prestat_get", "ii", FliteHost::folder),
                        function("fd_prestat_dir_name", "iii", FliteHost::folderName),
                        function("fd_read", "iiii", FliteHost::noInput),
                        function("fd_seek", "ijii", this::seek),
                        function("fd_write", "iiii", this::write),
                        function("path_open", "iiiiijjii", FliteHost::open),
                        new HostFunction("wasi_snapshot_preview1", "proc_exit", type("i", List.of()), FliteHost::exit))
                .build();
    }

    private long[] argumentSizes(Instance instance, long... args) {
        instance.memory().writeI32((int) args[0], arguments.size());
        instance.memory()
                .writeI32(
                        (int) args[1],
                        arguments.stream().mapToInt(each -> each.length).sum());
        return result(OK);
    }

    private long[] arguments(Instance instance, long... args) {
        int pointer = (int) args[0];
        int at = (int) args[1];
        for (byte[] argument : arguments) {
            instance.memory().writeI32(pointer, at);
            instance.memory().write(at, argument);
            pointer += Integer.BYTES;
            at += argument.length;
        }
        return result(OK);
    }

    private static long[] noClock(Instance instance, long... args) {
        instance.memory().writeLong((int) args[2], 0);
        return result(OK);
    }

    private static long[] describe(Instance instance, long... args) {
        int at = (int) args[1];
        instance.memory().fill((byte) 0, at, at + FDSTAT_BYTES);
        instance.memory().writeByte(at, (byte)
                switch ((int) args[0]) {
                    case FOLDER_FD -> DIRECTORY;
                    case FILE_FD -> REGULAR_FILE;
                    default -> CHARACTER_DEVICE;
                });
        instance.memory().writeLong(at + 8, -1);
        instance.memory().writeLong(at + 16, -1);
        return result(OK);
    }

    private static long[] folder(Instance instance, long... args) {
        if (args[0] != FOLDER_FD) {
            return result(BAD_DESCRIPTOR);
        }
        instance.memory().writeI32((int) args[1], 0);
        instance.memory().writeI32((int) args[1] + Integer.BYTES, FOLDER.length());
        return result(OK);
    }

    private static long[] folderName(Instance instance, long... args) {
        instance.memory().writeString((int) args[1], FOLDER, StandardCharsets.US_ASCII);
        return result(OK);
    }

    private static long[] noInput(Instance instance, long... args) {
        instance.memory().writeI32((int) args[3], 0);
        return result(OK);
    }

    private long[] seek(Instance instance, long... args) {
        if (args[0] != FILE_FD) {
            return result(BAD_DESCRIPTOR);
        }
        instance.memory().writeLong((int) args[3], file.seek(args[1], (int) args[2]));
        return result(OK);
    }

    private long[] write(Instance instance, long... args) {
        Memory memory = instance.memory();
        int written = 0;
        for (int i = 0; i < args[2]; i++) {
            int vector = (int) args[1] + i * 2 * Integer.BYTES;
            int length = memory.readInt(vector + Integer.BYTES);
            if (args[0] == FILE_FD && !file.write(memory.readBytes(memory.readInt(vector), length))) {
                return result(TOO_BIG);
            }
            written += length;
        }
        memory.writeI32((int) args[3], written);
        return result(OK);
    }

    private static long[] open(Instance instance, long... args) {
        instance.memory().writeI32((int) args[8], FILE_FD);
        return result(OK);
    }

    private static long[] exit(Instance instance, long... args) {
        throw new ExitException((int) args[0]);
    }

    private static long[] result(int code) {
        return new long[] {code};
    }

    private static HostFunction function(String name, String parameters, WasmFunctionHandle body) {
        return new HostFunction("wasi_snapshot_preview1", name, type(parameters, List.of(ValType.I32)), body);
    }

    private static FunctionType type(String parameters, List<ValType> results) {
        List<ValType> types = parameters
                .chars()
                .mapToObj(letter -> letter == 'j' ? ValType.I64 : ValType.I32)
                .toList();
        return FunctionType.of(types, results);
    }
}
