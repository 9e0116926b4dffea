package mengshi.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The corpus as files, for tests of other rooms. */
public final class CorpusFiles {

    private CorpusFiles() {}

    /** Each variant's bytes by its name. */
    public static Map<String, byte[]> all() {
        return every(1);
    }

    /** The same of every so manieth variant. */
    public static Map<String, byte[]> every(int step) {
        Map<String, byte[]> files = new TreeMap<>();
        List<Variant> all = Corpus.all();
        for (int i = 0; i < all.size(); i += step) {
            files.put(all.get(i).toString(), all.get(i).file());
        }
        return files;
    }
}
