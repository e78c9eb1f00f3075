package dev.pickup.media.speech.offline;

/// The discrete Fourier transform of a length made of small factors, by Cooley and Tukey. Pure; any thread.
final class Fourier {
    private final int length;
    private final double[] cosines;
    private final double[] sines;

    Fourier(int length) {
        this.length = length;
        this.cosines = new double[length];
        this.sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
    }

    /// Transforms in place.
    void transform(double[] re, double[] im) {
        double[] fromRe = re.clone();
        double[] fromIm = im.clone();
        part(fromRe, fromIm, 0, 1, re, im, 0, length);
    }

    /// Every `stride`th value from `start` on, `count` of them, transformed to `out`.
    private void part(
            double[] re, double[] im, int start, int stride, double[] outRe, double[] outIm, int out, int count) {
        int factor = smallestFactor(count);
        if (factor == count) {
            direct(re, im, start, stride, outRe, outIm, out, count);
            return;
        }
        int each = count / factor;
        for (int i = 0; i < factor; i++) {
            part(re, im, start + i * stride, stride * factor, outRe, outIm, out + i * each, each);
        }
        combine(outRe, outIm, out, factor, each, stride);
    }

    private void combine(double[] re, double[] im, int out, int factor, int each, int stride) {
        double[] sumRe = new double[factor * each];
        double[] sumIm = new double[factor * each];
        for (int k = 0; k < factor * each; k++) {
            for (int i = 0; i < factor; i++) {
                int turn = (int) ((long) i * k * stride % length);
                double a = re[out + i * each + k % each];
                double b = im[out + i * each + k % each];
                sumRe[k] += a * cosines[turn] - b * sines[turn];
                sumIm[k] += a * sines[turn] + b * cosines[turn];
            }
        }
        System.arraycopy(sumRe, 0, re, out, sumRe.length);
        System.arraycopy(sumIm, 0, im, out, sumIm.length);
    }

    private void direct(
            double[] re, double[] im, int start, int stride, double[] outRe, double[] outIm, int out, int count) {
        for (int k = 0; k < count; k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int i = 0; i < count; i++) {
                int turn = (int) ((long) i * k * stride % length);
                double a = re[start + i * stride];
                double b = im[start + i * stride];
                sumRe += a * cosines[turn] - b * sines[turn];
                sumIm += a * sines[turn] + b * cosines[turn];
            }
            outRe[out + k] = sumRe;
            outIm[out + k] = sumIm;
        }
    }

    private static int smallestFactor(int count) {
        for (int factor = 2; factor * factor <= count; factor++) {
            if (count % factor == 0) {
                return factor;
            }
        }
        return count;
    }
}
