package mengshi.form;

import java.util.Map;
import java.util.TreeMap;

/** The corpus as files, for tests of other rooms. */
public final class CorpusFiles {

    private CorpusFiles() {}

    /** Each variant's bytes by its name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Variant variant : Corpus.all()) {
            files.put(variant.toString(), variant.file());
        }
        return files;
    }
}
