package dev.pickup.simulators.telnyx.message;

/// How many parts a text is sent in. Source: GSM 03.38; a part of several carries a header.
///
/// @param encoding `GSM-7` or `UCS-2`
/// @param parts    at least 1
record Segments(String encoding, int parts) {
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "€[]{}\\^~|\f";
    private static final int GSM_ALONE = 160;
    private static final int GSM_OF_SEVERAL = 153;
    private static final int UCS_ALONE = 70;
    private static final int UCS_OF_SEVERAL = 67;

    static Segments of(String text) {
        if (!isGsm(text)) {
            return new Segments("UCS-2", parts(text.length(), UCS_ALONE, UCS_OF_SEVERAL));
        }
        int length = text.chars().map(c -> EXTENDED.indexOf(c) < 0 ? 1 : 2).sum();
        return new Segments("GSM-7", parts(length, GSM_ALONE, GSM_OF_SEVERAL));
    }

    static boolean isGsm(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    private static int parts(int length, int alone, int ofSeveral) {
        return length <= alone ? 1 : (length + ofSeveral - 1) / ofSeveral;
    }
}
