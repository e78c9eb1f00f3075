package dev.pickup.media.speech.offline;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.pickup.media.speech.offline.FliteHost.ExitException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// A voice of the Flite command, compiled to byte code when it is loaded. A whole text at a time, several at
/// once.
final class FliteSynthesizer implements Synthesizer {
    private static final int HEADER_BYTES = 44;
    private static final int MAX_FILE_BYTES = 60 * 16_000 * Short.BYTES;

    private final Program program;
    private final String voice;

    /// The compiled command and the memories it runs in; shared by all its voices. A memory is 21 MB and is
    /// wiped for each run (8 ms, measured), so there are few of them: further runs wait.
    static final class Program {
        private final WasmModule module;
        private final Function<Instance, Machine> machines;
        private final BlockingQueue<Optional<Memory>> memories;

        Program(Path wasm, int atOnce) {
            module = Parser.parse(wasm);
            machines = MachineFactoryCompiler.compile(module);
            memories = new ArrayBlockingQueue<>(atOnce, false, Collections.nCopies(atOnce, Optional.empty()));
        }

        private void run(FliteHost host) throws InterruptedException {
            Optional<Memory> used = memories.take();
            used.ifPresent(Memory::zero);
            Optional<Memory> kept = used;
            try {
                Instance run = Instance.builder(module)
                        .withImportValues(host.imports())
                        .withMachineFactory(machines)
                        .withMemoryFactory(limits -> used.orElseGet(() -> newMemory(limits)))
                        .withStart(false)
                        .build();
                kept = Optional.of(run.memory());
                run.export("_start").apply();
            } catch (ChicoryInterruptedException _) {
                throw new InterruptedException("The synthesis was interrupted.");
            } catch (ExitException e) {
                if (e.code() != 0) {
                    throw e;
                }
            } finally {
                memories.add(kept);
            }
        }

        private static Memory newMemory(MemoryLimits limits) {
            return new ByteArrayMemory(limits);
        }
    }

    /// @param voice `slt`, `rms`, `awb` (statistical) or `kal16` (diphones)
    FliteSynthesizer(Program program, String voice) {
        this.program = program;
        this.voice = voice;
    }

    @Override
    public short[] say(String text) throws InterruptedException {
        GrowingFile file = new GrowingFile(MAX_FILE_BYTES);
        program.run(new FliteHost(voice, text, file));
        return samplesOf(file);
    }

    @Override
    public String name() {
        return "flite-" + voice;
    }

    private static short[] samplesOf(GrowingFile wav) {
        short[] samples = new short[Math.max(0, wav.size() - HEADER_BYTES) / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = wav.shortAt(HEADER_BYTES + i * Short.BYTES);
        }
        return samples;
    }
}
