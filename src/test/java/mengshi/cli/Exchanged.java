package mengshi.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nbbrd.picocsv.Csv;
import sdmxdl.Component;
import sdmxdl.DataSet;
import sdmxdl.Flow;
import sdmxdl.Languages;
import sdmxdl.Obs;
import sdmxdl.Series;
import sdmxdl.Structure;
import sdmxdl.format.ObsParser;
import sdmxdl.format.csv.SdmxPicocsvParser;
import sdmxdl.format.xml.SdmxXmlStreams;

/**
 * The two files of an exchange as another office reads them, by the library of the National Bank of Belgium.
 *
 * @param data read against the structure
 * @param rows of the data message, by the names of its columns
 */
record Exchanged(Flow flow, Structure structure, DataSet data, List<Map<String, String>> rows) {

    private static final String DATA = "NM_INDICATORS.csv";
    private static final String STRUCTURE = "NM_INDICATORS.structure.xml";

    static Exchanged read(Path folder) throws IOException {
        Path structureFile = folder.resolve(STRUCTURE);
        String data = Files.readString(folder.resolve(DATA));
        Structure structure = SdmxXmlStreams.struct21(Languages.ANY)
                .parsePath(structureFile, StandardCharsets.UTF_8)
                .get(0);
        return new Exchanged(
                SdmxXmlStreams.flow21(Languages.ANY)
                        .parsePath(structureFile, StandardCharsets.UTF_8)
                        .get(0),
                structure,
                SdmxPicocsvParser.builder()
                        .factory(ObsParser::newDefault)
                        .build()
                        .getParser(structure)
                        .parseReader(new StringReader(inVersionOne(data))),
                rows(new StringReader(data)));
    }

    /** The library reads SDMX-CSV 1.0, which names the dataflow in one column where 2.0 has three. */
    private static String inVersionOne(String data) {
        return data.replaceFirst("^STRUCTURE,STRUCTURE_ID,ACTION,", "DATAFLOW,")
                .replaceAll("(?m)^dataflow,([^,]+),I,", "$1,");
    }

    /** @throws IndexOutOfBoundsException if a row has not as many fields as the header */
    private static List<Map<String, String>> rows(Reader text) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Csv.Reader csv = Csv.Reader.of(Csv.Format.RFC4180, Csv.ReaderOptions.DEFAULT, text)) {
            csv.readLine();
            List<String> header = fields(csv);
            while (csv.readLine()) {
                List<String> fields = fields(csv);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.max(header.size(), fields.size()); i++) {
                    row.put(header.get(i), fields.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> fields(Csv.Reader csv) throws IOException {
        List<String> fields = new ArrayList<>();
        while (csv.readField()) {
            fields.add(csv.toString());
        }
        return fields;
    }

    /** Every number that the library found, by the codes of its series and the beginning of its period. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>();
        for (Series series : data.getData()) {
            for (Obs obs : series.getObs()) {
                String month = obs.getPeriod().getStart().toLocalDate().toString();
                numbers.put(series.getKey() + " " + month, obs.getValue());
            }
        }
        return numbers;
    }

    /** What the library finds wrong with the series by the structure. */
    List<String> refused() {
        return data.getData().stream()
                .flatMap(series -> Stream.ofNullable(series.getKey().validateOn(structure)))
                .toList();
    }

    /** The components that have a codelist. */
    List<Component> coded() {
        return Stream.<Component>concat(structure.getDimensionList().stream(), structure.getAttributes().stream())
                .filter(Component::isCoded)
                .toList();
    }

    /** The codes that the rows hold for a component. */
    List<String> codes(Component component) {
        return rows.stream()
                .map(row -> row.getOrDefault(component.getId(), ""))
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
