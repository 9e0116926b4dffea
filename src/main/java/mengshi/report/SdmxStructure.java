package mengshi.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mengshi.warehouse.Rows;
import org.jspecify.annotations.Nullable;

/**
 * What exchanged figures mean, as an SDMX-ML 2.1 structure message: the dataflow, its data structure definition, the
 * concepts and every codelist.
 */
public final class SdmxStructure {

    /** The dataflow, as data messages name it. */
    static final String DATAFLOW_ID = "MENGSHI:NM_INDICATORS(1.0)";

    private static final String AGENCY = "MENGSHI";
    private static final String DATAFLOW = "NM_INDICATORS";
    private static final String DEFINITION = "DSD_NM_INDICATORS";
    private static final String CONCEPTS = "CS_NM_INDICATORS";
    private static final String VERSION = "1.0";
    private static final String NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

    /**
     * A part of an observation.
     *
     * @param codelist null for what is no code
     */
    private record Component(String id, @Nullable String codelist, String chinese, String english) {}

    private static final List<Component> DIMENSIONS = List.of(
            new Component("FREQ", "CL_FREQ", "频度", "Frequency"),
            new Component("REF_AREA", "CL_AREA", "地区", "Reference area"),
            new Component("INDICATOR", "CL_INDICATOR", "指标", "Indicator"),
            new Component("MEASURE_TYPE", "CL_MEASURE_TYPE", "计量口径", "Kind of measure"),
            new Component("FORM", "CL_FORM", "报表", "Form of the collection"));
    private static final Component TIME = new Component("TIME_PERIOD", null, "时期", "Time period");
    private static final Component VALUE = new Component("OBS_VALUE", null, "数值", "Observation value");
    private static final List<Component> ATTRIBUTES = List.of(
            new Component("OBS_STATUS", "CL_OBS_STATUS", "数据状态", "Observation status"),
            new Component("UNIT_MEASURE", "CL_UNIT_MEASURE", "计量单位", "Unit of measure"),
            new Component("UNIT_MULT", "CL_UNIT_MULT", "单位倍数", "Unit multiplier"),
            new Component("OBS_TEXT", null, "文字值（阶段）", "Value in words (stage)"));

    private final XMLStreamWriter xml;

    private SdmxStructure(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The columns of a data message, in their order. */
    static List<String> components() {
        return all().map(Component::id).toList();
    }

    /**
     * The message.
     *
     * @param codes as {@code Marts.exchangeCodes} gives them
     * @param prepared the moment of the publication, so that the same content has the same bytes
     */
    public static byte[] xml(Rows codes, String prepared) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new SdmxStructure(writer).write(codes, prepared);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The structure message cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Stream<Component> all() {
        return Stream.of(DIMENSIONS.stream(), Stream.of(TIME, VALUE), ATTRIBUTES.stream())
                .flatMap(stream -> stream);
    }

    private void write(Rows codes, String prepared) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("mes:Structure");
        xml.writeAttribute("xmlns:mes", NAMESPACE + "message");
        xml.writeAttribute("xmlns:str", NAMESPACE + "structure");
        xml.writeAttribute("xmlns:com", NAMESPACE + "common");
        header(prepared);
        xml.writeStartElement("mes:Structures");
        dataflow();
        codelists(codes);
        concepts();
        definition();
        end(2);
        xml.writeEndDocument();
    }

    private void header(String prepared) throws XMLStreamException {
        xml.writeStartElement("mes:Header");
        text("mes:ID", DATAFLOW);
        text("mes:Test", "false");
        text("mes:Prepared", prepared);
        xml.writeEmptyElement("mes:Sender");
        xml.writeAttribute("id", AGENCY);
        end(1);
    }

    private void dataflow() throws XMLStreamException {
        xml.writeStartElement("str:Dataflows");
        maintainable("str:Dataflow", DATAFLOW, "盟市统计指标", "Indicators of leagues and cities");
        xml.writeStartElement("str:Structure");
        reference(DEFINITION, "DataStructure", "datastructure");
        end(3);
    }

    private void codelists(Rows codes) throws XMLStreamException {
        Map<String, String> names = new LinkedHashMap<>();
        all().filter(component -> component.codelist() != null)
                .forEach(component -> names.put(String.valueOf(component.codelist()), component.english()));
        xml.writeStartElement("str:Codelists");
        for (Map.Entry<String, String> codelist : names.entrySet()) {
            maintainable("str:Codelist", codelist.getKey(), codelist.getValue(), codelist.getValue());
            for (Map<String, @Nullable Object> code : codes.rows()) {
                if (codelist.getKey().equals(code.get("codelist"))) {
                    xml.writeStartElement("str:Code");
                    xml.writeAttribute("id", String.valueOf(code.get("code")));
                    names(String.valueOf(code.get("name_zh")), String.valueOf(code.get("name_en")));
                    end(1);
                }
            }
            end(1);
        }
        end(1);
    }

    private void concepts() throws XMLStreamException {
        xml.writeStartElement("str:Concepts");
        maintainable("str:ConceptScheme", CONCEPTS, "概念", "Concepts");
        for (Component component : all().toList()) {
            xml.writeStartElement("str:Concept");
            xml.writeAttribute("id", component.id());
            names(component.chinese(), component.english());
            end(1);
        }
        end(2);
    }

    private void definition() throws XMLStreamException {
        xml.writeStartElement("str:DataStructures");
        maintainable("str:DataStructure", DEFINITION, "盟市统计指标结构", "Structure of the indicators");
        xml.writeStartElement("str:DataStructureComponents");
        xml.writeStartElement("str:DimensionList");
        xml.writeAttribute("id", "DimensionDescriptor");
        int position = 1;
        for (Component dimension : DIMENSIONS) {
            component("str:Dimension", dimension, position++, null);
        }
        component("str:TimeDimension", TIME, position, "ObservationalTimePeriod");
        end(1);
        xml.writeStartElement("str:AttributeList");
        xml.writeAttribute("id", "AttributeDescriptor");
        for (Component attribute : ATTRIBUTES) {
            component("str:Attribute", attribute, 0, "String");
        }
        end(1);
        xml.writeStartElement("str:MeasureList");
        xml.writeAttribute("id", "MeasureDescriptor");
        component("str:PrimaryMeasure", VALUE, 0, "Decimal");
        end(4);
    }

    /** @param textType of what is no code */
    private void component(String element, Component component, int position, @Nullable String textType)
            throws XMLStreamException {
        boolean isAttribute = element.equals("str:Attribute");
        xml.writeStartElement(element);
        xml.writeAttribute("id", component.id());
        if (position > 0) {
            xml.writeAttribute("position", String.valueOf(position));
        }
        if (isAttribute) {
            xml.writeAttribute("assignmentStatus", component.id().equals("OBS_STATUS") ? "Mandatory" : "Conditional");
        }
        concept(component.id());
        xml.writeStartElement("str:LocalRepresentation");
        if (component.codelist() != null) {
            xml.writeStartElement("str:Enumeration");
            reference(component.codelist(), "Codelist", "codelist");
            end(1);
        } else if (textType != null) {
            xml.writeEmptyElement("str:TextFormat");
            xml.writeAttribute("textType", textType);
        }
        end(1);
        if (isAttribute) {
            xml.writeStartElement("str:AttributeRelationship");
            xml.writeStartElement("str:PrimaryMeasure");
            xml.writeEmptyElement("Ref");
            xml.writeAttribute("id", VALUE.id());
            end(2);
        }
        end(1);
    }

    private void concept(String id) throws XMLStreamException {
        xml.writeStartElement("str:ConceptIdentity");
        xml.writeEmptyElement("Ref");
        xml.writeAttribute("id", id);
        xml.writeAttribute("maintainableParentID", CONCEPTS);
        xml.writeAttribute("maintainableParentVersion", VERSION);
        xml.writeAttribute("agencyID", AGENCY);
        xml.writeAttribute("class", "Concept");
        xml.writeAttribute("package", "conceptscheme");
        end(1);
    }

    private void maintainable(String element, String id, String chinese, String english) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("id", id);
        xml.writeAttribute("agencyID", AGENCY);
        xml.writeAttribute("version", VERSION);
        xml.writeAttribute("isFinal", "false");
        names(chinese, english);
    }

    private void names(String chinese, String english) throws XMLStreamException {
        for (Map.Entry<String, String> name : List.of(Map.entry("zh", chinese), Map.entry("en", english))) {
            xml.writeStartElement("com:Name");
            xml.writeAttribute("xml:lang", name.getKey());
            xml.writeCharacters(name.getValue());
            end(1);
        }
    }

    private void reference(String id, String type, String ofPackage) throws XMLStreamException {
        xml.writeEmptyElement("Ref");
        xml.writeAttribute("id", id);
        xml.writeAttribute("version", VERSION);
        xml.writeAttribute("agencyID", AGENCY);
        xml.writeAttribute("class", type);
        xml.writeAttribute("package", ofPackage);
    }

    private void text(String element, String content) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(content);
        end(1);
    }

    private void end(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
