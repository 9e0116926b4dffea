package mengshi.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mengshi.files.DurableFiles;
import mengshi.model.Period;
import mengshi.model.SubmissionKey;
import mengshi.seeds.Seeds;

/**
 * Invented submissions of all areas and the region, with a few deliberate defects, for trying the whole way. The same
 * seed gives the same bytes.
 */
public final class SampleSubmissions {

    public static final Period FIRST = Period.month(2024, 1);
    public static final Period LAST = Period.month(2025, 6);

    private final List<SampleFile> files;
    private final List<Defect> defects;
    private final List<SubmissionKey> missing;

    private SampleSubmissions(List<SampleFile> files, List<Defect> defects, List<SubmissionKey> missing) {
        this.files = List.copyOf(files);
        this.defects = List.copyOf(defects);
        this.missing = List.copyOf(missing);
    }

    /**
     * Plans the files; none is written or worked out yet.
     *
     * @param first the first month; every form is made for every period of it that ends in these months
     * @param last the last month
     * @throws IllegalArgumentException if these are no months, or in the wrong order
     */
    public static SampleSubmissions of(Seeds seeds, long seed, Period first, Period last) {
        boolean months = first.frequency() == Period.Frequency.MONTH && last.frequency() == Period.Frequency.MONTH;
        if (!months || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("Samples go from a month to a later one, not from " + first + " to "
                    + last + ". Nothing was made; name two months such as 2024-01 and 2025-06.");
        }
        SampleForms forms = new SampleForms(seeds, seed);
        List<SubmissionKey> owed = forms.owed(first, last);
        Set<SubmissionKey> known = new HashSet<>(owed);
        List<PlannedDefect> planned = Stream.concat(
                        new SpoiltFigures(forms).all().stream(), new RefusedFiles(forms, last).all().stream())
                .filter(defect -> known.contains(defect.of()))
                .toList();
        Map<SubmissionKey, SampleFile> spoilt = new HashMap<>();
        planned.forEach(defect -> defect.replaced().ifPresent(key -> spoilt.put(key, defect.file())));

        SubmissionKey notSent = new SubmissionKey("NM-Q01", forms.area("152900"), Period.quarter(2025, 2));
        List<SampleFile> files = new ArrayList<>();
        owed.stream()
                .filter(key -> !key.equals(notSent))
                .map(key -> spoilt.getOrDefault(key, new SampleFile(SampleForms.fileName(key), () -> forms.bytes(key))))
                .forEach(files::add);
        planned.stream()
                .filter(defect -> !defect.replaces())
                .map(PlannedDefect::file)
                .forEach(files::add);
        return new SampleSubmissions(
                files,
                planned.stream().map(PlannedDefect::defect).toList(),
                known.contains(notSent) ? List.of(notSent) : List.of());
    }

    /** In order of period, form and area; files that are no submissions come last. */
    public List<SampleFile> files() {
        return files;
    }

    /** What is wrong with some of the files. */
    public List<Defect> defects() {
        return defects;
    }

    /** What is owed and was not sent. */
    public List<SubmissionKey> missing() {
        return missing;
    }

    /**
     * Writes all files into a folder, replacing those of the same name.
     *
     * @return how many were written
     */
    public int writeTo(Path inbox) throws IOException {
        for (SampleFile file : files) {
            DurableFiles.write(inbox.resolve(file.name()), file.bytes());
        }
        return files.size();
    }
}
