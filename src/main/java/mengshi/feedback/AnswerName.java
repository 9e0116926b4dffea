package mengshi.feedback;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the files of an answer are called, and in which folder of the outbox they lie. */
record AnswerName(String folder, String stem) {

    /** Where submissions of unknown area are answered. */
    static final String UNRECOGNISED = "unrecognised";

    /** File systems take names of 255 bytes; what is appended needs the rest. */
    private static final int LONGEST_STEM_BYTES = 190;

    /** With what an earlier answer added, so that a file sent back and forth keeps its name; the database does the same. */
    private static final Pattern ENDING = Pattern.compile("((_报送[0-9]+)?_审核结果)*(\\.[^.]*)?$");

    /** Where an area finds what is for it. */
    static String folder(String areaCode, String areaName) {
        return areaCode + "_" + areaName;
    }

    static AnswerName of(Settled settled) {
        Settled.Whose whose = settled.whose();
        String folder = Optional.ofNullable(whose.areaCode())
                .map(code -> folder(code, whose.areaName()))
                .orElse(UNRECOGNISED);
        String sent = settled.file().name();
        String bare = ENDING.matcher(sent).replaceFirst("");
        String stem = bare.isEmpty() ? sent : bare;
        String fitting = fitting(stem);
        boolean numbered = settled.file().hasNamesake() || !fitting.equals(stem);
        return new AnswerName(folder, numbered ? fitting + "_报送" + settled.submissionId() : fitting);
    }

    String workbook(String extension) {
        return stem + "_审核结果." + extension;
    }

    String receipt(String extension) {
        return stem + "_回执." + extension;
    }

    private static String fitting(String stem) {
        String shorter = stem;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST_STEM_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
